//! The one door from sealed bytes to verified values, and back.
//!
//! ```text
//!  Contents ─ write ─ compress, pad ─ seal ─ label, sign ─▶ Packet
//!  Packet ─ label verified ─ open ─ expand ─ read ─▶ Opened { statements still unverified, attachments, slots }
//! ```
//!
//! Statements come out unverified: each is checked one by one, so that one that cannot be read never blocks the rest.

use crate::crypto::hybrid::{Identity, Recipient};
use crate::crypto::seal::{OpenError, SealError, open, seal, seal_to_length};
use crate::crypto::signing::SigningKey;
use crate::domain::ids::{MemberId, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::wire::compression::{CompressionError, compress, expand};
use crate::wire::contents::{Contents, ContentsError, SLOT_LENGTH, UnverifiedContents};
use crate::wire::label::LabelV1;
use crate::wire::packet::{Packet, PacketError, UnverifiedPacket};
use crate::wire::roster::{Member, Roster};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{StatementError, UnverifiedStatement, digest_of, sign};

/// What the sender writes on a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// Which packet.
    pub packet: PacketId,
    /// Who it is for.
    pub to: Addressee,
    /// How fast it goes.
    pub precedence: Precedence,
    /// The highest marking of what is inside.
    pub marking: Marking,
    /// When, by the sender's clock.
    pub created: Timestamp,
}

/// Why something could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealingError {
    /// Nobody active on the roster answers to the addressee.
    #[error("nobody on the roster can receive this; nothing was sent: install a newer roster")]
    NoRecipient,
    /// A member's recipient cannot be read.
    #[error("a recipient on the roster cannot be read; nothing was sent")]
    BadRecipient,
    /// The seal failed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Compression failed.
    #[error(transparent)]
    Compression(#[from] CompressionError),
    /// The contents could not be written.
    #[error(transparent)]
    Contents(#[from] ContentsError),
    /// Too large for a packet.
    #[error(transparent)]
    Packet(#[from] PacketError),
    /// The label could not be signed.
    #[error(transparent)]
    Label(#[from] StatementError),
}

/// Why a packet cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpeningError {
    /// The packet itself cannot be accepted.
    #[error(transparent)]
    Packet(#[from] PacketError),
    /// It is for somebody else.
    #[error("this packet is for somebody else; it can be carried on, not opened here")]
    NotForMe,
    /// The seal does not open.
    #[error(transparent)]
    Seal(#[from] OpenError),
    /// The inside cannot be expanded.
    #[error(transparent)]
    Compression(#[from] CompressionError),
    /// The inside cannot be read.
    #[error(transparent)]
    Contents(#[from] ContentsError),
}

/// An opened packet.
#[derive(Debug)]
pub struct Opened {
    /// The packet, its label verified.
    pub packet: Packet,
    /// Statements whose shape is right, not yet verified.
    pub statements: Vec<UnverifiedStatement>,
    /// Items that are not statements this program can read, with the reason.
    pub unreadable: Vec<(Vec<u8>, StatementError)>,
    /// Bytes of attachments.
    pub attachments: Vec<Vec<u8>>,
    /// Integrity slots.
    pub slots: Vec<Vec<u8>>,
}

/// Seals contents to everybody the addressee stands for.
pub fn seal_packet(
    contents: &Contents,
    dispatch: &Dispatch,
    roster: &Roster,
    key: &SigningKey,
) -> Result<Packet, SealingError> {
    let recipients = recipients(&roster.addressed(&dispatch.to))?;
    let sealed = seal(&compress(&contents.write()?)?, &recipients)?;
    let label = LabelV1 {
        packet: Plain(dispatch.packet),
        to: Plain(dispatch.to.clone()),
        precedence: Code(dispatch.precedence),
        marking: Code(dispatch.marking),
        created: Plain(dispatch.created),
        size: sealed.len() as u64,
        sealed: Plain(digest_of(&sealed)),
        roster: roster.epoch(),
    };
    Ok(Packet::assemble(sign(label, key, roster.realm())?, &sealed)?)
}

/// Opens a packet for a member.
pub fn open_packet(
    bytes: Vec<u8>,
    roster: &Roster,
    me: MemberId,
    identity: &Identity,
) -> Result<Opened, OpeningError> {
    let packet = UnverifiedPacket::parse(bytes)?.verify(roster)?;
    let role = roster.member(me).map(|member| member.role.0).ok_or(OpeningError::NotForMe)?;
    if !packet.label().to.0.includes(me, role) {
        return Err(OpeningError::NotForMe);
    }
    let plain = open(packet.sealed(), identity, crate::wire::packet::MOST)?;
    let UnverifiedContents { statements: claimed, attachments, slots } =
        UnverifiedContents::read(&expand(plain.expose())?)?;
    let (mut statements, mut unreadable) = (Vec::new(), Vec::new());
    for bytes in claimed {
        match UnverifiedStatement::parse(&bytes) {
            Ok(statement) => statements.push(statement),
            Err(reason) => unreadable.push((bytes, reason)),
        }
    }
    Ok(Opened { packet, statements, unreadable, attachments, slots })
}

/// An integrity slot. Holding a message or nothing, it is the same to everybody but the integrity desk: an age file of
/// one length. Every observer packet holds exactly one.
pub fn empty_slot(roster: &Roster) -> Result<Vec<u8>, SealingError> {
    let desk = recipients(&roster.addressed(&Addressee::Role(Role::Integrity)))?;
    let desk = desk.first().ok_or(SealingError::NoRecipient)?;
    Ok(seal_to_length(&[], desk, SLOT_LENGTH)?)
}

fn recipients(members: &[&Member]) -> Result<Vec<Recipient>, SealingError> {
    let recipients: Result<Vec<Recipient>, _> = (members.iter())
        .filter_map(|member| member.recipient.as_ref())
        .map(|recipient| recipient.0.as_str().parse().map_err(|_| SealingError::BadRecipient))
        .collect();
    match recipients {
        Ok(none) if none.is_empty() => Err(SealingError::NoRecipient),
        other => other,
    }
}
