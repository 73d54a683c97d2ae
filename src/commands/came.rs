//! What came and what was left, in words: of a few packets each is told, of many only what they come to.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::show::{count, intake as sentence};
use crate::courier::road::Unusable;
use crate::desks::intake::Intake;
use crate::desks::not_read::{NotRead, by_reason};
use crate::domain::ids::Digest;

/// Packets up to which each is told of.
const A_FEW: usize = 12;

/// What was read.
pub fn read(read: &[Intake]) -> Vec<String> {
    if read.len() <= A_FEW {
        return read
            .iter()
            .map(|intake| format!("  {}: {}", intake.packet.short(), sentence(intake)))
            .collect();
    }
    let sum = |number: fn(&Intake) -> usize| read.iter().map(number).sum::<usize>();
    let senders: BTreeSet<_> = read.iter().map(|intake| intake.sender).collect();
    let mut words = vec![format!(
        "  {} by {}: {} taken, {}",
        count(read.len(), "packet"),
        count(senders.len(), "sender"),
        count(sum(|intake| intake.taken.len()), "statement"),
        count(sum(|intake| intake.attachments), "attachment"),
    )];
    let mut aside: BTreeMap<String, usize> = BTreeMap::new();
    for (_, reason) in read.iter().flat_map(|intake| &intake.set_aside) {
        *aside.entry(reason.to_string()).or_default() += 1;
    }
    words.extend(aside.iter().map(|(why, many)| format!("! {} set aside: {why}", count(*many, "statement"))));
    let without = read.iter().filter(|intake| intake.slot_missing).count();
    if without > 0 {
        words.push(format!("! {} without an integrity slot", count(without, "packet")));
    }
    words
}

/// What was left where it lies, by reason.
pub fn left(refused: &[(Digest, NotRead)], unusable: &[Unusable]) -> Vec<String> {
    let told = by_reason(refused, unusable).into_iter().map(|left| {
        let more = left.count - left.names.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("! Not read and left where it lies ({}{more}): {}", left.names.join(", "), left.why)
    });
    told.collect()
}
