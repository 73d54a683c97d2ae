//! Reading a packet into a vault.
//!
//! ```text
//!  packet ─ open, check each signature ─▶ each statement: take · take again · set aside with a reason
//!           (needs no vault)              attachments, slots: store
//!                                         the packet itself: remember             ─▶ one transaction
//! ```
//!
//! One statement that cannot be taken never blocks the rest, and nothing that arrives is thrown away: it is set aside
//! as it came. What was set aside because something else had not arrived yet is tried again with every packet.

use crate::desks::amending::{amends, take_amendments};
use crate::desks::checked_packet::CheckedPacket;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::set_aside::{EARLY, SetAside, WORTH_TRYING_AGAIN};
use crate::desks::taking::{speaks_of, take};
use crate::desks::who_reads::read_by;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Role;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::checked::CheckedStatement;
use crate::wire::kind::Kind;
use crate::wire::packet::UnverifiedPacket;
use crate::wire::roster::Roster;
use crate::wire::sealing::OpeningError;
use crate::wire::statement::{UnverifiedStatement, digest_of};

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
    let read = read_group(vault, vec![checked], true, now)?;
    Ok(read.into_iter().next().unwrap_or(nothing_of(digest, sender)))
}

/// Takes in packets that were opened before, all of them or none. What waits for a report that came is read again with
/// them; with `afresh`, or when other people are in force than before, everything that waits is.
pub(crate) fn read_group(
    vault: &mut Vault,
    packets: Vec<CheckedPacket>,
    afresh: bool,
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
        let taken = || read.iter().flat_map(|intake| &intake.taken).map(|(kind, _)| *kind);
        if afresh || taken().any(amends) {
            try_again(vault, &WORTH_TRYING_AGAIN, &mut read, now)?;
        } else if taken().any(|kind| matches!(kind, Kind::Report | Kind::Handover)) {
            try_again(vault, &[EARLY], &mut read, now)?;
        }
        // Power fails before the end of this: nothing of it is here, and the packets are read once more.
        Ok(read)
    })
}

/// Tries what was set aside once more, after a newer roster was installed.
pub fn read_set_aside_again(vault: &mut Vault, now: Timestamp) -> Result<usize, DeskError> {
    let mut read = [nothing_of(digest_of(&[]), vault.profile().me)];
    try_again(vault, &WORTH_TRYING_AGAIN, &mut read, now)?;
    Ok(read.iter().map(|intake| intake.taken.len()).sum())
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
    // Of what somebody packed whose keys are void by now, only what belongs to a report of his that counts is kept.
    let void = packet.by.member(intake.sender).is_none_or(|sender| sender.revoked.is_some());
    if !void {
        keep_beside(vault, &packet.attachments, &packet.slots, intake, now)?;
    }
    let by_an_observer =
        packet.by.member(intake.sender).is_some_and(|member| member.role.0 == Role::Observer);
    intake.slot_missing = by_an_observer && packet.slots.len() != 1;
    for (bytes, reason) in &packet.unreadable {
        let (digest, reason) = (digest_of(bytes), SetAside::from(*reason));
        vault.set_aside(digest, None, reason.code(), bytes, now)?;
        intake.set_aside.push((digest, reason));
    }
    // Who counts is settled before what they say is read, in whatever order it lay in the packet.
    let (amendments, statements): (Vec<_>, Vec<_>) =
        packet.statements.into_iter().partition(|statement| is_amendment_for(vault, statement.kind()));
    let amendments = amendments.into_iter().map(CheckedStatement::unchecked).collect();
    let amended = take_amendments(vault, amendments, now)?;
    intake.taken.extend(amended.new);
    for (statement, why) in amended.refused {
        let (digest, reason) = (statement.digest(), SetAside::from(why));
        vault.set_aside(digest, Some(statement.signer()), reason.code(), statement.bytes(), now)?;
        intake.set_aside.push((digest, reason));
    }
    let roster = &people_in_force(vault)?;
    for statement in statements {
        let statement = if roster.is(&packet.by) { statement } else { roster.check(statement.unchecked()) };
        let (kind, digest, signer) = (statement.kind(), statement.digest(), statement.signer());
        let bytes = statement.bytes().to_vec();
        match take(vault, statement, roster, now)? {
            Ok(true) => intake.taken.push((kind, digest)),
            Ok(false) => {}
            Err(reason) => {
                if reason != SetAside::Forked {
                    vault.set_aside(digest, Some(signer), reason.code(), &bytes, now)?;
                }
                intake.set_aside.push((digest, reason));
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
    vault.take_slots(slots, now)?;
    (intake.attachments, intake.slots) = (attachments.len(), slots.len());
    Ok(())
}

/// Whether a kind of statement amends the roster at a desk that is to know.
fn is_amendment_for(vault: &Vault, kind: Kind) -> bool {
    amends(kind) && read_by(vault.profile().role).contains(&kind)
}

/// The people in force, whether this profile is still one of them or not: what was handed to it before is taken either
/// way, and the next thing it wants to do is refused.
fn people_in_force(vault: &Vault) -> Result<Roster, DeskError> {
    vault.roster()?.ok_or(DeskError::NoRoster)
}

/// What is taken now is told of with the last of what was just read.
fn try_again(
    vault: &mut Vault,
    reasons: &[&str],
    read: &mut [Intake],
    now: Timestamp,
) -> Result<(), DeskError> {
    let mut waiting = Vec::new();
    for reason in reasons {
        for bytes in vault.set_aside_because(reason)? {
            let Ok(statement) = UnverifiedStatement::parse(&bytes) else { continue };
            // What speaks of a report that is still missing need not be checked once more, unless that may come with it.
            let bring = |kind| matches!(kind, Kind::Report | Kind::Handover);
            let missing = match speaks_of(&statement) {
                Some(report) if *reason == EARLY => {
                    !vault.holds_report(report)?
                        && vault.handed_over(report)?.is_none()
                        && !waiting.iter().any(|other: &UnverifiedStatement| bring(other.kind()))
                }
                _ => false,
            };
            if !missing {
                waiting.push(statement);
            }
        }
    }
    let (amendments, mut statements): (Vec<_>, Vec<_>) =
        waiting.into_iter().partition(|statement| is_amendment_for(vault, statement.kind()));
    let amended = take_amendments(vault, amendments, now)?;
    let here: Vec<Digest> = amended.new.iter().map(|(_, digest)| *digest).chain(amended.known).collect();
    for digest in &here {
        vault.no_longer_aside(*digest)?;
    }
    for intake in read.iter_mut() {
        intake.set_aside.retain(|(aside, _)| !here.contains(aside));
    }
    if let Some(intake) = read.last_mut() {
        intake.taken.extend(amended.new);
    }
    let roster = &people_in_force(vault)?;
    statements.sort_by_key(UnverifiedStatement::kind);
    for statement in statements {
        let (kind, digest) = (statement.kind(), statement.digest());
        let taken = take(vault, roster.check(statement), roster, now)?;
        if !matches!(taken, Ok(_) | Err(SetAside::Forked)) {
            continue;
        }
        vault.no_longer_aside(digest)?;
        for intake in read.iter_mut() {
            intake.set_aside.retain(|(aside, _)| *aside != digest);
        }
        if let Some(intake) = read.last_mut() {
            match taken {
                Err(reason) => intake.set_aside.push((digest, reason)),
                Ok(_) => intake.taken.push((kind, digest)),
            }
        }
    }
    Ok(())
}
