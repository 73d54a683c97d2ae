//! The one door from sealed bytes to verified values, and back.
//!
//! ```text
//!  Contents ─ write ─ compress, pad ─ seal ─ label, sign ─▶ Packet
//!  Packet ─ label verified ─ open ─ expand ─ read ─▶ Opened { statements still unverified, attachments, slots }
//! ```
//!
//! Statements come out unverified: each is checked one by one, so that one that cannot be read never blocks the rest.

use std::fmt;

use crate::crypto::hybrid::{Identity, Recipient};
use crate::crypto::seal::{OpenError, SealError, even_length, open, seal, seal_evenly, seal_to_length};
use crate::crypto::signing::SigningKey;
use crate::domain::ids::{Digest, MemberId, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::wire::compression::{Compressed, CompressionError, compress_pieces, expand};
use crate::wire::contents::{Contents, ContentsError, SLOT_LENGTH, UnverifiedContents};
use crate::wire::label::LabelV1;
use crate::wire::packet::{FRONT, MOST_URGENT, Packet, PacketError, UnverifiedPacket};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealingError {
    /// Nobody active on the roster answers to the addressee.
    #[error("nobody on the roster can receive this; nothing was sent: install a newer roster")]
    NoRecipient,
    /// No recipient of the addressee can be read.
    #[error("a recipient on the roster cannot be read; nothing was sent: install a newer roster")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
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
    /// The program failed over it.
    #[error(
        "the program failed over this packet, which is a fault of its own; nothing of it was used and everything else was \
         read: report the packet, and update the program"
    )]
    Broke,
}

/// An opened packet.
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

/// Content never reaches a log by way of a debug print.
impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({})", self.packet.digest().short())
    }
}

/// Seals contents to everybody the addressee stands for.
pub fn seal_packet(
    contents: &Contents,
    dispatch: &Dispatch,
    roster: &Roster,
    key: &SigningKey,
) -> Result<Packet, SealingError> {
    let recipients = recipients(&roster.addressed(&dispatch.to))?;
    let sealed = seal(&compress_pieces(&contents.pieces()?)?, &recipients)?;
    labelled(&sealed, digest_of(&sealed), dispatch, roster, key)
}

fn labelled(
    sealed: &[u8],
    digest: Digest,
    dispatch: &Dispatch,
    roster: &Roster,
    key: &SigningKey,
) -> Result<Packet, SealingError> {
    // The label takes less than the front that it is read from.
    let precedence = match sealed.len() + FRONT > MOST_URGENT {
        true => dispatch.precedence.before_release(),
        false => dispatch.precedence,
    };
    let label = LabelV1 {
        packet: Plain(dispatch.packet),
        to: Plain(dispatch.to.clone()),
        precedence: Code(precedence),
        marking: Code(dispatch.marking),
        created: Plain(dispatch.created),
        size: sealed.len() as u64,
        sealed: Plain(digest),
        roster: roster.epoch(),
    };
    Ok(Packet::assemble(sign(label, key, roster.realm())?, sealed)?)
}

/// How many bytes contents take under the seal, with `spare` bytes for what is not known yet: a Padmé length.
///
/// # Errors
/// As [`seal_packet`], as far as it is about the contents.
pub fn plain_length(contents: &Contents, spare: usize) -> Result<usize, SealingError> {
    Ok(Compressed::of(&contents.pieces()?)?.padded(spare))
}

/// How many bytes the packet has that [`seal_packet_evenly`] makes of `plain` bytes under the seal. What is sealed and
/// when changes nothing about it: names, times and digests have one length.
///
/// # Errors
/// As [`seal_packet`], as far as it is about the addressee, the label or the size.
pub fn packet_length(
    plain: usize,
    dispatch: &Dispatch,
    roster: &Roster,
    key: &SigningKey,
) -> Result<usize, SealingError> {
    let recipients = recipients(&roster.addressed(&dispatch.to))?;
    let sealed = vec![0; even_length(plain, recipients.len())];
    Ok(labelled(&sealed, digest_of(&[]), dispatch, roster, key)?.bytes().len())
}

/// Seals contents as [`seal_packet`] does, in a packet whose length could be told beforehand: that of [`packet_length`]
/// for `plain` bytes, or for more where the contents need more.
///
/// # Errors
/// As [`seal_packet`].
pub fn seal_packet_evenly(
    contents: &Contents,
    plain: usize,
    dispatch: &Dispatch,
    roster: &Roster,
    key: &SigningKey,
) -> Result<Packet, SealingError> {
    let recipients = recipients(&roster.addressed(&dispatch.to))?;
    let compressed = Compressed::of(&contents.pieces()?)?;
    let plain = compressed.padded(0).max(plain);
    let sealed = seal_evenly(plain, &recipients, |room| compressed.filled(room))?;
    labelled(&sealed, digest_of(&sealed), dispatch, roster, key)
}

/// Opens a packet for a member.
pub fn open_packet(
    bytes: Vec<u8>,
    roster: &Roster,
    me: MemberId,
    identity: &Identity,
) -> Result<Opened, OpeningError> {
    open_labelled(UnverifiedPacket::parse(bytes)?.verify_to_read(roster)?, roster, me, identity)
}

/// The same for a packet whose label was verified before.
pub fn open_labelled(
    packet: Packet,
    roster: &Roster,
    me: MemberId,
    identity: &Identity,
) -> Result<Opened, OpeningError> {
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

/// Whoever can be sealed to. A member whose recipient is none keeps the others of his role from nothing.
fn recipients(members: &[&Member]) -> Result<Vec<Recipient>, SealingError> {
    let (mut readable, mut unreadable) = (Vec::new(), false);
    for recipient in members.iter().filter_map(|member| member.recipient.as_ref()) {
        match recipient.0.as_str().parse() {
            Ok(recipient) => readable.push(recipient),
            Err(_) => unreadable = true,
        }
    }
    match (readable.is_empty(), unreadable) {
        (false, _) => Ok(readable),
        (true, true) => Err(SealingError::BadRecipient),
        (true, false) => Err(SealingError::NoRecipient),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::seal::open_padded;
    use crate::domain::ids::Dice;
    use crate::wire::cast::{
        CELL, COMMANDER, INTEGRITY, OBSERVER, RELAY, STRANGER, key, member, noon, realm, roster, roster_of,
    };
    use crate::wire::compression::compress;
    use crate::wire::keys::RecipientText;
    use crate::wire::receipt::CollectionV1;
    use crate::wire::statement::member_of;
    use minicbor::Encoder;

    struct Sevens;
    impl Dice for Sevens {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(7);
        }
    }

    /// Two officers at the cell, a commander, an observer and the integrity desk, each with a key to open packets.
    struct Desks {
        roster: Roster,
        cell: [(MemberId, Identity); 2],
        commander: (MemberId, Identity),
        integrity: Identity,
    }

    fn desks() -> Desks {
        let keyed = |of, role| {
            let identity = Identity::generate().unwrap();
            let mut member = member(of, role);
            member.recipient = RecipientText::new(&identity.recipient().to_string()).map(Plain);
            (member, identity)
        };
        let (first, first_identity) = keyed(CELL, Role::Cell);
        let (second, second_identity) = keyed(50, Role::Cell);
        let (commander, commander_identity) = keyed(COMMANDER, Role::Commander);
        let (integrity, integrity_identity) = keyed(INTEGRITY, Role::Integrity);
        let cell = [(first.id(), first_identity), (second.id(), second_identity)];
        let commanding = (commander.id(), commander_identity);
        let observer = member(OBSERVER, Role::Observer);
        let relay = member(RELAY, Role::Relay);
        Desks {
            roster: roster_of(vec![observer, commander, first, second, integrity, relay]),
            cell,
            commander: commanding,
            integrity: integrity_identity,
        }
    }

    fn dispatch(to: Addressee) -> Dispatch {
        Dispatch {
            packet: PacketId::fresh(noon(), &mut Sevens),
            to,
            precedence: Precedence::Routine,
            marking: Marking::LimitedDistribution,
            created: noon(),
        }
    }

    fn contents() -> Contents {
        let collection = CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) };
        let statement = sign(collection, &key(OBSERVER), realm().id()).unwrap().statement;
        let attachments = vec![b"photo".to_vec()];
        Contents { statements: vec![statement], attachments, slots: vec![vec![3; SLOT_LENGTH]] }
    }

    fn sealed(desks: &Desks, to: Addressee) -> Vec<u8> {
        let packet = seal_packet(&contents(), &dispatch(to), &desks.roster, &key(OBSERVER)).unwrap();
        packet.bytes().to_vec()
    }

    #[test]
    fn a_packet_for_a_role_opens_for_everybody_who_holds_it_and_for_nobody_else() {
        let desks = desks();
        let bytes = sealed(&desks, Addressee::Role(Role::Cell));
        for (me, identity) in &desks.cell {
            let opened = open_packet(bytes.clone(), &desks.roster, *me, identity).unwrap();
            assert_eq!(opened.statements[0].bytes(), contents().statements[0].bytes());
            assert_eq!((opened.attachments, opened.slots), (contents().attachments, contents().slots));
            assert_eq!(opened.packet.bytes(), bytes);
            assert!(opened.unreadable.is_empty());
        }
        let (me, identity) = &desks.commander;
        let not_for_me = open_packet(bytes.clone(), &desks.roster, *me, identity);
        assert_eq!(not_for_me.err(), Some(OpeningError::NotForMe));
        // Whoever claims to be the cell still lacks its key.
        let claimed = open_packet(bytes.clone(), &desks.roster, desks.cell[0].0, identity);
        assert_eq!(claimed.err(), Some(OpenError::NotForThisKey.into()));
        let stranger = member_of(&key(STRANGER).verifying_key());
        let refused = open_packet(bytes, &desks.roster, stranger, identity);
        assert_eq!(refused.err(), Some(OpeningError::NotForMe));
    }

    #[test]
    fn an_even_packet_has_the_length_that_was_told_beforehand() {
        let desks = desks();
        let dispatch = dispatch(Addressee::Role(Role::Cell));
        let plain = plain_length(&contents(), 50).unwrap();
        let told = packet_length(plain, &dispatch, &desks.roster, &key(OBSERVER)).unwrap();
        for _ in 0..5 {
            let packet =
                seal_packet_evenly(&contents(), plain, &dispatch, &desks.roster, &key(OBSERVER)).unwrap();
            assert_eq!(packet.bytes().len(), told);
            let (me, identity) = &desks.cell[1];
            let opened = open_packet(packet.bytes().to_vec(), &desks.roster, *me, identity).unwrap();
            assert_eq!(opened.attachments, contents().attachments);
        }
    }

    #[test]
    fn a_packet_for_one_member_opens_for_him_alone() {
        let desks = desks();
        let [(first, first_key), (second, second_key)] = &desks.cell;
        let bytes = sealed(&desks, Addressee::Member(*first));
        assert!(open_packet(bytes.clone(), &desks.roster, *first, first_key).is_ok());
        let colleague = open_packet(bytes.clone(), &desks.roster, *second, second_key);
        assert_eq!(colleague.err(), Some(OpeningError::NotForMe));
        let claimed = open_packet(bytes, &desks.roster, *first, second_key);
        assert_eq!(claimed.err(), Some(OpenError::NotForThisKey.into()));
    }

    #[test]
    fn nothing_of_what_is_inside_can_be_read_outside() {
        let desks = desks();
        let bytes = sealed(&desks, Addressee::Role(Role::Cell));
        let shows = |secret: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
        assert!(!shows(b"photo") && !shows(b"statement") && !shows(&[3; 32]));
    }

    #[test]
    fn one_whose_recipient_cannot_be_read_keeps_nobody_else_of_his_role_from_receiving() {
        let mut desks = desks();
        let [(first, first_key), (second, second_key)] = &desks.cell;
        let mut members: Vec<Member> = desks.roster.everybody().cloned().collect();
        let spoilt = RecipientText::new(&format!("age1pq1{}", "q".repeat(1_952))).map(Plain);
        members.iter_mut().filter(|member| member.id() == *first).for_each(|member| {
            member.recipient = spoilt.clone();
        });
        let (first, second) = ((*first, first_key), (*second, second_key));
        desks.roster = roster_of(members);
        let to = dispatch(Addressee::Role(Role::Cell));
        let packet = seal_packet(&contents(), &to, &desks.roster, &key(OBSERVER)).unwrap();
        let opened = |(me, identity): (MemberId, &Identity)| {
            open_packet(packet.bytes().to_vec(), &desks.roster, me, identity)
        };
        assert!(opened(second).is_ok());
        assert_eq!(opened(first).err(), Some(OpenError::NotForThisKey.into()));
    }

    #[test]
    fn nobody_to_receive_means_nothing_is_sealed() {
        let refused =
            |to, roster: &Roster| seal_packet(&contents(), &dispatch(to), roster, &key(OBSERVER)).err();
        let stranger = member_of(&key(STRANGER).verifying_key());
        assert_eq!(refused(Addressee::Member(stranger), &desks().roster), Some(SealingError::NoRecipient));
        assert_eq!(refused(Addressee::Role(Role::Relay), &desks().roster), Some(SealingError::NoRecipient));
        // On this roster the cell has no recipient at all.
        assert_eq!(refused(Addressee::Role(Role::Cell), &roster()), Some(SealingError::NoRecipient));

        let mut shaped = member(CELL, Role::Cell);
        shaped.recipient = RecipientText::new(&format!("age1pq1{}", "q".repeat(1_952))).map(Plain);
        let roster = roster_of(vec![shaped]);
        assert_eq!(refused(Addressee::Role(Role::Cell), &roster), Some(SealingError::BadRecipient));
    }

    /// A packet to the cell around any plaintext.
    fn around(plain: &[u8], desks: &Desks) -> Vec<u8> {
        let to = Addressee::Role(Role::Cell);
        let recipients = recipients(&desks.roster.addressed(&to)).unwrap();
        let sealed = seal(plain, &recipients).unwrap();
        let label = LabelV1 {
            packet: Plain(PacketId::fresh(noon(), &mut Sevens)),
            to: Plain(to),
            precedence: Code(Precedence::Routine),
            marking: Code(Marking::LimitedDistribution),
            created: Plain(noon()),
            size: sealed.len() as u64,
            sealed: Plain(digest_of(&sealed)),
            roster: 1,
        };
        let label = sign(label, &key(OBSERVER), realm().id()).unwrap();
        Packet::assemble(label, &sealed).unwrap().bytes().to_vec()
    }

    #[test]
    fn one_statement_that_cannot_be_read_does_not_block_the_rest() {
        let desks = desks();
        let mut inside = Encoder::new(Vec::new());
        let good = contents().statements[0].bytes().to_vec();
        let noise = [0x6e; 70];
        let mut signatures = Vec::new();
        for bytes in [&good[..], &vec![0x81; 300_000], &noise, &good] {
            let (words, signature) = bytes.split_last_chunk::<64>().unwrap();
            inside.array(2).unwrap().str("statement").unwrap().bytes(words).unwrap();
            signatures.extend(signature);
        }
        inside.array(2).unwrap().str("signatures").unwrap().bytes(&signatures).unwrap();
        let bytes = around(&compress(&inside.into_writer()).unwrap(), &desks);
        let (me, identity) = &desks.cell[0];
        let opened = open_packet(bytes, &desks.roster, *me, identity).unwrap();
        assert_eq!(opened.statements.len(), 2);
        let reasons: Vec<_> = opened.unreadable.iter().map(|(_, reason)| *reason).collect();
        assert_eq!(reasons, [StatementError::TooLarge, StatementError::Malformed]);
        assert_eq!(opened.unreadable[1].0, noise);
    }

    #[test]
    fn an_inside_that_is_wrong_is_refused_by_its_own_name() {
        let desks = desks();
        let (me, identity) = &desks.cell[0];
        let refused =
            |plain: &[u8]| open_packet(around(plain, &desks), &desks.roster, *me, identity).err().unwrap();
        assert_eq!(refused(b"not a frame"), CompressionError::Damaged.into());
        let bomb = zstd::bulk::compress(&vec![0; 4 << 20], 3).unwrap();
        assert_eq!(refused(&bomb), CompressionError::Bomb.into());
        assert_eq!(refused(&compress(b"not items").unwrap()), ContentsError::Malformed.into());
        let mut short = Encoder::new(Vec::new());
        short.array(2).unwrap().str("slot").unwrap().bytes(b"short").unwrap();
        assert_eq!(refused(&compress(&short.into_writer()).unwrap()), ContentsError::SlotLength.into());
    }

    #[test]
    fn a_slot_has_one_length_and_opens_at_the_integrity_desk_alone() {
        let desks = desks();
        let (one, other) = (empty_slot(&desks.roster).unwrap(), empty_slot(&desks.roster).unwrap());
        assert_eq!((one.len(), other.len()), (SLOT_LENGTH, SLOT_LENGTH));
        assert_ne!(one, other);
        assert_eq!(open_padded(&one, &desks.integrity).unwrap().expose(), b"");
        let everybody_else = desks.cell.iter().chain([&desks.commander]);
        for (_, identity) in everybody_else {
            assert_eq!(open_padded(&one, identity).err(), Some(OpenError::NotForThisKey));
        }
        assert_eq!(empty_slot(&roster()).err(), Some(SealingError::NoRecipient));
    }
}
