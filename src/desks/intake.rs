//! Reading a packet into a vault.
//!
//! ```text
//!  packet ─ open ─▶ each statement: verify ─▶ take · take again · set aside with a reason
//!                   attachments, slots ─────▶ store
//!                   everything durable ─────▶ remember the packet
//! ```
//!
//! One statement that cannot be taken never blocks the rest, and nothing that arrives is thrown away: it is set aside
//! as it came. What was set aside because something else had not arrived yet is tried again with every packet.

use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::domain::answer::Audience;
use crate::domain::bulletin::Bulletin;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::marking::Ceiling;
use crate::domain::people::Role;
use crate::domain::report::{FiledReport, Review};
use crate::domain::time::Timestamp;
use crate::vault::reports::Taken;
use crate::vault::unlock::Vault;
use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::batch::BatchV1;
use crate::wire::bulletin::BulletinV1;
use crate::wire::kind::Kind;
use crate::wire::packet::{Packet, UnverifiedPacket};
use crate::wire::report::ReportV1;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::roster::Roster;
use crate::wire::sealing::{Opened, OpeningError, open_packet};
use crate::wire::statement::{SignerError, StatementError, UnverifiedStatement, digest_of};
use crate::wire::tally::TallyV1;

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

/// Why a statement was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetAside {
    /// It cannot be accepted as a statement.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// Another report carries its number. It is kept beside that one and goes on to the cell.
    #[error("another report carries the same number: two different histories by one author")]
    Forked,
    /// It speaks of a report that is not here yet.
    #[error("it speaks of a report that has not arrived yet; it will be read again when it has")]
    Early,
    /// A commander speaks of a report that is not his to judge.
    #[error("it was signed by a commander of another contingent than the report's author")]
    ForeignCommander,
    /// Above the realm's ceiling.
    #[error("it is marked above what this realm may hold")]
    AboveCeiling,
    /// Not for this desk.
    #[error("it is not for this desk")]
    NotForThisDesk,
}

impl SetAside {
    /// The reason as it stands in the vault.
    fn code(self) -> &'static str {
        match self {
            Self::Statement(StatementError::FutureVersion) => "future_version",
            Self::Statement(StatementError::Signer(SignerError::NotOnRoster)) => "unknown_signer",
            Self::Statement(StatementError::Signer(SignerError::Revoked)) => "revoked",
            Self::Statement(StatementError::BadPayload) => "unreadable",
            Self::Statement(_) => "not_authentic",
            Self::Forked => "forked",
            Self::Early => "early",
            Self::ForeignCommander => "foreign_commander",
            Self::AboveCeiling => "above_ceiling",
            Self::NotForThisDesk => "not_for_this_desk",
        }
    }
}

/// Reasons that time may mend. Older programs set rivals aside; now they have a place.
const WORTH_TRYING_AGAIN: [&str; 4] = ["early", "unknown_signer", "future_version", "forked"];

/// Reads a packet into the vault of whoever it is for.
///
/// # Errors
/// A packet that cannot be opened changes nothing. See [`OpeningError`] for why.
pub fn read_packet(vault: &mut Vault, bytes: Vec<u8>, now: Timestamp) -> Result<Intake, DeskError> {
    let roster = roster_in_force(vault)?;
    let packet = UnverifiedPacket::parse(bytes.clone()).and_then(|packet| packet.verify(&roster));
    let packet = packet.map_err(OpeningError::from)?;
    let sender = packet.label_statement().signer();
    if vault.has_arrived(packet.digest())? {
        return Ok(again(&packet, sender));
    }
    let profile = vault.profile();
    let opened = open_packet(bytes, &roster, profile.me, &profile.identity)?;
    let mut intake = Intake { again: false, ..again(&opened.packet, sender) };
    store(vault, opened, &roster, &mut intake, now)?;
    try_again(vault, &roster, &mut intake, now)?;
    // Power fails before this line: the packet is read once more, and everything in it is found to be here already.
    vault.arrived(intake.packet, sender, now)?;
    Ok(intake)
}

/// Tries what was set aside once more, after a newer roster was installed.
pub fn read_set_aside_again(vault: &mut Vault, now: Timestamp) -> Result<usize, DeskError> {
    let roster = roster_in_force(vault)?;
    let me = vault.profile().me;
    let mut intake = Intake {
        packet: digest_of(&[]),
        sender: me,
        again: false,
        taken: Vec::new(),
        set_aside: Vec::new(),
        attachments: 0,
        slots: 0,
        slot_missing: false,
    };
    try_again(vault, &roster, &mut intake, now)?;
    Ok(intake.taken.len())
}

fn again(packet: &Packet, sender: MemberId) -> Intake {
    Intake {
        packet: packet.digest(),
        sender,
        again: true,
        taken: Vec::new(),
        set_aside: Vec::new(),
        attachments: 0,
        slots: 0,
        slot_missing: false,
    }
}

fn store(
    vault: &mut Vault,
    opened: Opened,
    roster: &Roster,
    intake: &mut Intake,
    now: Timestamp,
) -> Result<(), DeskError> {
    for bytes in &opened.attachments {
        vault.store_attachment(bytes, now)?;
    }
    vault.take_slots(&opened.slots, now)?;
    (intake.attachments, intake.slots) = (opened.attachments.len(), opened.slots.len());
    let by_an_observer = roster.member(intake.sender).is_some_and(|member| member.role.0 == Role::Observer);
    intake.slot_missing = by_an_observer && opened.slots.len() != 1;
    for (bytes, reason) in &opened.unreadable {
        let (digest, reason) = (digest_of(bytes), SetAside::from(*reason));
        vault.set_aside(digest, None, reason.code(), bytes, now)?;
        intake.set_aside.push((digest, reason));
    }
    let mut statements = opened.statements;
    // What others refer to comes first; the order of kinds is that of a report's life.
    statements.sort_by_key(UnverifiedStatement::kind);
    for statement in statements {
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
    Ok(())
}

fn try_again(
    vault: &mut Vault,
    roster: &Roster,
    intake: &mut Intake,
    now: Timestamp,
) -> Result<(), DeskError> {
    let mut waiting = Vec::new();
    for reason in WORTH_TRYING_AGAIN {
        waiting.extend(vault.set_aside_because(reason)?);
    }
    let mut statements: Vec<_> =
        waiting.iter().filter_map(|bytes| UnverifiedStatement::parse(bytes).ok()).collect();
    statements.sort_by_key(UnverifiedStatement::kind);
    for statement in statements {
        let (kind, digest) = (statement.kind(), statement.digest());
        match take(vault, statement, roster, now)? {
            Ok(_) => {
                vault.no_longer_aside(digest)?;
                intake.set_aside.retain(|(aside, _)| *aside != digest);
                intake.taken.push((kind, digest));
            }
            Err(SetAside::Forked) => {
                vault.no_longer_aside(digest)?;
                intake.set_aside.retain(|(aside, _)| *aside != digest);
                intake.set_aside.push((digest, SetAside::Forked));
            }
            Err(_) => {}
        }
    }
    Ok(())
}

/// Verifies a statement and takes it. The outer error is the vault's; the inner one says why it is set aside.
fn take(
    vault: &mut Vault,
    statement: UnverifiedStatement,
    roster: &Roster,
    now: Timestamp,
) -> Result<Result<bool, SetAside>, DeskError> {
    if !read_by(vault.profile().role).contains(&statement.kind()) {
        return Ok(Err(SetAside::NotForThisDesk));
    }
    macro_rules! verified {
        ($payload:ty) => {
            match roster.verify::<$payload>(statement) {
                Ok(signed) => signed,
                Err(reason) => return Ok(Err(reason.into())),
            }
        };
    }
    let me = vault.profile().me;
    let mine = |observer: MemberId| vault.profile().role != Role::Observer || observer == me;
    Ok(match statement.kind() {
        Kind::Report => {
            let signed = verified!(ReportV1);
            let report = match FiledReport::try_from(&signed) {
                Ok(report) => report,
                Err(reason) => return Ok(Err(reason.into())),
            };
            if Ceiling(roster.limits().ceiling.0).permits(report.head().marking).is_err() {
                return Ok(Err(SetAside::AboveCeiling));
            }
            match vault.take_report(&signed, now)? {
                Taken::New => Ok(true),
                Taken::Again => Ok(false),
                Taken::Forked => Err(SetAside::Forked),
            }
        }
        Kind::Tally => {
            vault.take_tally(&verified!(TallyV1), now)?;
            Ok(true)
        }
        Kind::Review => {
            let signed = verified!(ReviewV1);
            match Review::try_from(signed.payload.clone()) {
                Err(reason) => Err(reason.into()),
                Ok(review) => match judged_by(vault, roster, review.report, signed.statement.signer())? {
                    Ok(()) => Ok(vault.take_review(&signed, now)?),
                    Err(reason) => Err(reason),
                },
            }
        }
        Kind::Return => {
            let signed = verified!(ReturnV1);
            match judged_by(vault, roster, signed.payload.report.0, signed.statement.signer())? {
                Ok(()) => Ok(vault.take_return(&signed, now)?),
                Err(reason) => Err(reason),
            }
        }
        Kind::Batch => Ok(vault.take_batch(&verified!(BatchV1), now)?),
        Kind::Acknowledgement => {
            let signed = verified!(AcknowledgementV1);
            if mine(signed.payload.observer.0) {
                Ok(vault.take_acknowledgement(&signed, now)?)
            } else {
                Err(SetAside::NotForThisDesk)
            }
        }
        Kind::Feedback => {
            let signed = verified!(FeedbackV1);
            let for_me =
                vault.profile().role != Role::Observer || signed.payload.audience.0 == Audience::Observer;
            if for_me && mine(signed.payload.observer.0) {
                Ok(vault.take_feedback(&signed, now)?)
            } else {
                Err(SetAside::NotForThisDesk)
            }
        }
        Kind::Bulletin => {
            let signed = verified!(BulletinV1);
            let bulletin = match Bulletin::try_from(&signed.payload) {
                Ok(bulletin) => bulletin,
                Err(reason) => return Ok(Err(reason.into())),
            };
            if bulletin.concerns(vault.profile().contingent.as_ref()) {
                Ok(vault.take_bulletin(&signed, now)?)
            } else {
                Err(SetAside::NotForThisDesk)
            }
        }
        Kind::Receipt | Kind::Roster | Kind::Label | Kind::Request | Kind::Collection => {
            Err(SetAside::NotForThisDesk)
        }
    })
}

/// Whether a commander may speak of a report: it is here, and its author is of his contingent. Nothing is said of a rival:
/// it is evidence, and no report among the others.
fn judged_by(
    vault: &Vault,
    roster: &Roster,
    report: Digest,
    commander: MemberId,
) -> Result<Result<(), SetAside>, DeskError> {
    if !vault.holds_report(report)? {
        return Ok(Err(SetAside::Early));
    }
    let author = vault.report(report)?.report.head().author;
    let contingent = |id| roster.member(id).and_then(|member| member.contingent.as_ref());
    let his = contingent(author).is_some() && contingent(author) == contingent(commander);
    Ok(if his { Ok(()) } else { Err(SetAside::ForeignCommander) })
}

/// What each desk reads.
fn read_by(role: Role) -> &'static [Kind] {
    match role {
        Role::Observer => &[Kind::Return, Kind::Acknowledgement, Kind::Feedback, Kind::Bulletin],
        Role::Commander => {
            &[Kind::Report, Kind::Tally, Kind::Acknowledgement, Kind::Feedback, Kind::Bulletin]
        }
        Role::Cell => &[Kind::Report, Kind::Tally, Kind::Review, Kind::Return, Kind::Batch],
        Role::Relay | Role::Integrity | Role::Authority => &[],
    }
}
