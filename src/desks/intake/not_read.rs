//! What was not read, and why: a value, so that ten thousand files are told of by reason and not one by one.

use std::collections::BTreeMap;

use crate::courier::road::{RoadError, Unusable};
use crate::courier::unfit::Unfit;
use crate::domain::ids::Digest;
use crate::wire::sealing::OpeningError;

/// Names told of each reason.
pub const NAMES_TOLD: usize = 3;

/// Why something that lay there was not read. It stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// The file is no packet.
    #[error(transparent)]
    File(#[from] Unfit),
    /// The packet cannot be opened here, or nobody who counts has made it.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// The road did not give it.
    #[error(transparent)]
    Road(#[from] RoadError),
}

/// Everything that was left for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftThere {
    /// Why.
    pub why: NotRead,
    /// How many files or packets.
    pub count: usize,
    /// The first few of their names, safe to show.
    pub names: Vec<String>,
}

/// What was left, by reason; the reason with the most comes first.
#[must_use]
pub fn by_reason(refused: &[(Digest, NotRead)], unusable: &[Unusable]) -> Vec<LeftThere> {
    let refused = refused.iter().map(|(packet, why)| (packet.short(), why.clone()));
    let unusable = unusable.iter().map(|file| (file.name.clone(), NotRead::File(file.why)));
    let mut reasons: BTreeMap<String, LeftThere> = BTreeMap::new();
    for (name, why) in refused.chain(unusable) {
        let reason = reasons.entry(why.to_string()).or_insert(LeftThere { why, count: 0, names: Vec::new() });
        reason.count += 1;
        if reason.names.len() < NAMES_TOLD {
            reason.names.push(name);
        }
    }
    let mut left: Vec<LeftThere> = reasons.into_values().collect();
    left.sort_by_key(|reason| std::cmp::Reverse(reason.count));
    left
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::statement::digest_of;

    #[test]
    fn what_was_left_is_told_by_reason_and_never_by_ten_thousand_names() {
        let foreign = (0..10_000).map(|n| Unusable { name: format!("{n}.vigilia"), why: Unfit::ForeignName });
        let unusable: Vec<_> = foreign.chain([Unusable { name: "x".to_owned(), why: Unfit::Link }]).collect();
        let refused = [(digest_of(b"cut"), NotRead::File(Unfit::Link))];
        let told = by_reason(&refused, &unusable);
        assert_eq!(told.len(), 2);
        assert_eq!(
            (told[0].count, told[0].names.len(), &told[0].why),
            (10_000, 3, &Unfit::ForeignName.into())
        );
        assert_eq!((told[1].count, told[1].names.len()), (2, 2));
    }
}
