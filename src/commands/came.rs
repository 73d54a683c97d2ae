//! What came and what was left, in words: of a few packets each is told, of many only what they come to.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::show::{count, intake as sentence};
use crate::courier::road::Unusable;
use crate::desks::intake::Intake;
use crate::desks::intake::not_read::{NotRead, by_reason};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::courier::unfit::Unfit;
    use crate::wire::statement::{digest_of, member_of};

    fn intake(number: u8) -> Intake {
        let key = crate::crypto::signing::SigningKey::generate().unwrap();
        Intake {
            packet: digest_of(&[number]),
            sender: member_of(&key.verifying_key()),
            again: false,
            taken: Vec::new(),
            set_aside: Vec::new(),
            attachments: 1,
            slots: 1,
            slot_missing: number == 0,
        }
    }

    #[test]
    fn of_a_few_each_is_told_and_of_many_what_they_come_to() {
        let many: Vec<Intake> = (0..40).map(intake).collect();
        assert_eq!(read(&many[..A_FEW]).len(), A_FEW);
        assert_eq!(
            read(&many),
            [
                "  40 packets by 40 senders: 0 statements taken, 40 attachments",
                "! 1 packet without an integrity slot"
            ]
        );
    }

    #[test]
    fn what_was_left_is_one_line_a_reason() {
        let foreign = |number: u32| Unusable { name: number.to_string(), why: Unfit::ForeignName };
        let unusable: Vec<Unusable> = (1..=5).map(foreign).collect();
        let told = left(&[], &unusable);
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("! Not read and left where it lies (1, 2, 3 and 2 more): "), "{told:?}");
    }
}
