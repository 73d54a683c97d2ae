//! Reading a packet into a vault.
//!
//! ```text
//!  packet ─ open, check each signature ─▶ each statement: take · take again · set aside with a reason
//!           (needs no vault)              attachments, slots: store
//!                                         the packet itself: remember             ─▶ one transaction
//! ```
//!
//! One statement that cannot be taken never blocks the rest: it is set aside as it came, as long as its sender has room
//! there. What was set aside is tried again once something could have changed: see `trying_again.rs`.

pub(super) mod checked_packet;
pub mod not_read;
pub(super) mod opening;
pub mod set_aside;
pub(super) mod taking;
pub(super) mod trying_again;
pub(super) mod who_reads;

use crate::desks::enrolment::amending::take_amendments;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::intake::checked_packet::CheckedPacket;
use crate::desks::intake::set_aside::SetAside;
use crate::desks::intake::taking::{take_alone, waits_for};
use crate::desks::intake::trying_again::{is_amendment_for, people_in_force, try_again};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::domain::time::Timestamp;
use crate::vault::aside::Aside;
use crate::vault::unlock::Vault;
use crate::wire::checked::CheckedStatement;
use crate::wire::kind::Kind;
use crate::wire::packet::UnverifiedPacket;
use crate::wire::sealing::OpeningError;
use crate::wire::statement::digest_of;

/// What reading one packet came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Which packet.
    pub packet: Digest,
    /// Who sent it.
    pub sender: MemberId,
    /// It was read here before; nothing was done.
    pub again: bool,
    /// Statements that are new here, by kind.
    pub taken: Vec<(Kind, Digest)>,
    /// Statements that were not taken, with the reason.
    pub set_aside: Vec<(Digest, SetAside)>,
    /// How many attachments came.
    pub attachments: usize,
    /// How many integrity slots came.
    pub slots: usize,
    /// An observer's packet came without exactly one integrity slot: his program or somebody on the way took it out.
    pub slot_missing: bool,
}

/// Reads a packet into the vault of whoever it is for.
///
/// # Errors
/// A packet that cannot be opened changes nothing. See [`OpeningError`] for why.
pub fn read_packet(vault: &mut Vault, bytes: Vec<u8>, now: Timestamp) -> Result<Intake, DeskError> {
    let roster = roster_in_force(vault)?;
    let packet = UnverifiedPacket::parse(bytes).and_then(|packet| packet.verify_to_read(&roster));
    let packet = packet.map_err(OpeningError::from)?;
    let (digest, sender) = (packet.digest(), packet.label_statement().signer());
    if vault.has_arrived(digest)? {
        return Ok(Intake { again: true, ..nothing_of(digest, sender) });
    }
    let profile = vault.shared_profile();
    let checked = CheckedPacket::open(packet, &roster, profile.me, &profile.identity)?;
    let read = read_group(vault, vec![checked], now)?;
    Ok(read.into_iter().next().unwrap_or(nothing_of(digest, sender)))
}

/// Takes in packets that were opened before, all of them or none, and what was set aside and has waited for them.
pub(crate) fn read_group(
    vault: &mut Vault,
    packets: Vec<CheckedPacket>,
    now: Timestamp,
) -> Result<Vec<Intake>, DeskError> {
    vault.as_one(|vault| {
        let mut read = Vec::with_capacity(packets.len());
        for packet in packets {
            let mut intake = nothing_of(packet.packet, packet.sender);
            store(vault, packet, &mut intake, now)?;
            vault.arrived(intake.packet, intake.sender, now)?;
            read.push(intake);
        }
        let brought: Vec<_> = read.iter().flat_map(|intake| intake.taken.iter().copied()).collect();
        let tried = try_again(vault, &brought, now)?;
        for intake in &mut read {
            intake.set_aside.retain(|(aside, _)| !tried.gone.contains(aside));
        }
        if let Some(last) = read.last_mut() {
            last.taken.extend(tried.taken);
            last.set_aside.extend(tried.refused);
        }
        // Power fails before the end of this: nothing of it is here, and the packets are read once more.
        Ok(read)
    })
}

/// Tries what was set aside once more where other people are in force since, and tells how much was taken.
pub fn read_set_aside_again(vault: &mut Vault, now: Timestamp) -> Result<usize, DeskError> {
    vault.apart(|vault| Ok(try_again(vault, &[], now)?.taken.len()))
}

fn nothing_of(packet: Digest, sender: MemberId) -> Intake {
    Intake {
        packet,
        sender,
        again: false,
        taken: Vec::new(),
        set_aside: Vec::new(),
        attachments: 0,
        slots: 0,
        slot_missing: false,
    }
}

fn store(
    vault: &mut Vault,
    packet: CheckedPacket,
    intake: &mut Intake,
    now: Timestamp,
) -> Result<(), DeskError> {
    let sender = intake.sender;
    // Of what somebody packed whose keys are void by now, only what belongs to a report of his that counts is kept.
    let void = packet.by.member(sender).is_none_or(|sender| sender.revoked.is_some());
    if !void {
        keep_beside(vault, &packet.attachments, &packet.slots, intake, now)?;
    }
    let by_an_observer = packet.by.member(sender).is_some_and(|member| member.role.0 == Role::Observer);
    intake.slot_missing = by_an_observer && packet.slots.len() != 1;
    for (bytes, why) in &packet.unreadable {
        let (digest, why) = (digest_of(bytes), SetAside::from(*why));
        if !void {
            let aside = Aside { digest, signer: None, about: None, reason: why.code(), bytes };
            vault.keep_aside(Some(sender), &aside, now)?;
        }
        intake.set_aside.push((digest, why));
    }
    // Who counts is settled before what they say is read, in whatever order it lay in the packet.
    let (amendments, statements): (Vec<_>, Vec<_>) =
        packet.statements.into_iter().partition(|statement| is_amendment_for(vault, statement.kind()));
    let amendments = amendments.into_iter().map(CheckedStatement::unchecked).collect();
    let amended = take_amendments(vault, amendments, now)?;
    intake.taken.extend(amended.new);
    for (word, why) in amended.refused {
        let (digest, why) = (word.digest(), SetAside::from(why));
        if !void {
            let signer = Some(word.signer());
            let aside = Aside { digest, signer, about: None, reason: why.code(), bytes: word.bytes() };
            vault.keep_aside(Some(sender), &aside, now)?;
        }
        intake.set_aside.push((digest, why));
    }
    let roster = &people_in_force(vault)?;
    for statement in statements {
        let statement = if roster.is(&packet.by) { statement } else { roster.check(statement.unchecked()) };
        let (kind, digest, signer) = (statement.kind(), statement.digest(), statement.signer());
        let bytes = statement.bytes().to_vec();
        match take_alone(vault, statement, roster, now)? {
            Ok(true) => intake.taken.push((kind, digest)),
            Ok(false) => {}
            Err(why) => {
                let his = kind == Kind::Report && signer == sender && !matches!(why, SetAside::Statement(_));
                if why != SetAside::Forked && (!void || his) {
                    let (signer, about) = (Some(signer), waits_for(&bytes, why));
                    let aside = Aside { digest, signer, about, reason: why.code(), bytes: &bytes };
                    vault.keep_aside(Some(sender), &aside, now)?;
                }
                intake.set_aside.push((digest, why));
            }
        }
    }
    if void {
        let counts = intake.taken.iter().any(|(kind, _)| *kind == Kind::Report);
        let mut named = Vec::new();
        for bytes in packet.attachments {
            if vault.is_named(digest_of(&bytes))? {
                named.push(bytes);
            }
        }
        keep_beside(vault, &named, if counts { &packet.slots } else { &[] }, intake, now)?;
    }
    Ok(())
}

/// Keeps what travels beside the words.
fn keep_beside(
    vault: &mut Vault,
    attachments: &[Vec<u8>],
    slots: &[Vec<u8>],
    intake: &mut Intake,
    now: Timestamp,
) -> Result<(), DeskError> {
    for bytes in attachments {
        vault.store_attachment(bytes, now)?;
    }
    vault.take_slots(slots, intake.sender, now)?;
    (intake.attachments, intake.slots) = (attachments.len(), slots.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::ClockState;
    use crate::vault::cast::commander;
    use crate::wire::cast::{COMMANDER, OBSERVER, key, membership, noon, realm};
    use crate::wire::roster::Roster;
    use crate::wire::spelling::{Code, Plain};
    use crate::wire::statement::{Payload, UnverifiedStatement, member_of, sign};
    use crate::wire::tally::TallyV1;

    fn said<P: Payload>(people: &Roster, word: P, by: u8) -> CheckedStatement {
        let signed = sign(word, &key(by), realm().id()).unwrap();
        people.check(UnverifiedStatement::parse(signed.statement.bytes()).unwrap())
    }

    fn brought(people: &Roster, name: &[u8], statements: Vec<CheckedStatement>) -> CheckedPacket {
        CheckedPacket {
            by: people.clone(),
            packet: digest_of(name),
            sender: member_of(&key(OBSERVER).verifying_key()),
            statements,
            unreadable: Vec::new(),
            attachments: Vec::new(),
            slots: Vec::new(),
        }
    }

    #[test]
    fn what_the_tables_refuse_is_set_aside_alone_and_whoever_is_in_force_stays_so() {
        let (_home, mut vault) = commander();
        let people = vault.roster().unwrap().unwrap();
        // Tables that can refuse what no reader refuses: nobody knows of any, so one is made here.
        vault
            .connection
            .execute_batch(
                "CREATE TRIGGER refuses BEFORE INSERT ON tally WHEN new.filed = 7
                 BEGIN SELECT RAISE(ABORT, 'seven'); END;",
            )
            .unwrap();
        let tally =
            |filed| TallyV1 { filed, head: None, at: Plain(noon()), clock: Code(ClockState::Checked) };
        let mut words = vec![said(&people, membership(90), COMMANDER)];
        words.extend([6, 7, 8].map(|filed| said(&people, tally(filed), OBSERVER)));
        let refused = words[2].digest();
        let other = brought(&people, b"another", vec![said(&people, tally(9), OBSERVER)]);
        let packets = vec![brought(&people, b"one", words), other];
        let read = read_group(&mut vault, packets, noon()).unwrap();
        assert_eq!((read[0].taken.len(), read[1].taken.len()), (3, 1));
        assert_eq!(read[0].set_aside, [(refused, SetAside::NotTaken)]);
        assert_eq!(vault.aside_because("not_taken").unwrap(), [refused]);
        assert!(!vault.holds(refused).unwrap(), "nothing of it is left half done");
        let newcomer = member_of(&key(90).verifying_key());
        assert!(vault.roster().unwrap().unwrap().member(newcomer).is_some());
        // The same program tries it no more, whatever comes.
        let third = brought(&people, b"third", vec![said(&people, tally(10), OBSERVER)]);
        read_group(&mut vault, vec![third], noon()).unwrap();
        assert_eq!(vault.aside_because("not_taken").unwrap(), [refused]);
        // Another one does, and the tables of that one take it.
        vault
            .connection
            .execute_batch(
                "DROP TRIGGER refuses; UPDATE aside_judged SET program = '0.0.0';
                 UPDATE set_aside SET program = '0.0.0';",
            )
            .unwrap();
        assert_eq!(read_set_aside_again(&mut vault, noon()).unwrap(), 1);
        assert!(vault.holds(refused).unwrap());
        assert_eq!(vault.set_aside_count().unwrap(), 0);
    }

    #[test]
    fn an_enrolment_that_the_tables_refuse_leaves_the_people_as_they_were_and_takes_the_others() {
        let (_home, mut vault) = commander();
        let people = vault.roster().unwrap().unwrap();
        let [one, other] = [90, 91].map(|of| said(&people, membership(of), COMMANDER));
        let refuses = member_of(&key(90).verifying_key());
        vault
            .connection
            .execute_batch(&format!(
                "CREATE TRIGGER refuses BEFORE INSERT ON amendment WHEN lower(hex(new.member)) = '{refuses}'
                 BEGIN SELECT RAISE(ABORT, 'him'); END;"
            ))
            .unwrap();
        let packet = brought(&people, b"both", vec![one, other]);
        let read = read_group(&mut vault, vec![packet], noon()).unwrap();
        assert_eq!((read[0].taken.len(), read[0].set_aside.len()), (1, 1));
        let people = vault.roster().unwrap().unwrap();
        assert!(people.member(refuses).is_none());
        assert!(people.member(member_of(&key(91).verifying_key())).is_some());
    }
}
