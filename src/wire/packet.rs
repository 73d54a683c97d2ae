//! What travels: a label anybody on the way may read, and a sealed item that only the addressee can open.
//!
//! ```text
//!  ┌ label: a statement, signed by the sender ┐┌ sealed: a byte string, one age file ┐
//!  │ to, precedence, marking, size, digest ───┼┼▶ SHA-256 and length must agree      │
//!  └──────────────────────────────────────────┘└─────────────────────────────────────┘
//! ```
//!
//! A CBOR Sequence (RFC 8742) of exactly these two. There is no accessor to content here: see [`crate::wire::sealing`],
//! which a relay is built without.

use minicbor::Decoder;
#[cfg(feature = "field")]
use minicbor::Encoder;

use crate::domain::ids::Digest;
use crate::wire::kind::Kind;
use crate::wire::label::LabelV1;
use crate::wire::roster::Roster;
#[cfg(feature = "field")]
use crate::wire::statement::payload_of;
use crate::wire::statement::{Signed, SignedStatement, StatementError, UnverifiedStatement, digest_of};

/// Largest packet, in bytes.
pub const MOST: usize = 64 << 20;
/// Most bytes of a packet whose label says IMMEDIATE or FLASH: a quarter of an hour at 2.4 kbit/s. What is larger goes as
/// PRIORITY, for nobody may hold a poor line for days by a word on a label.
pub const MOST_URGENT: usize = 256 << 10;
/// Largest label with its signature, in bytes: how much of a packet tells who it is for.
pub const FRONT: usize = 2 << 10;
/// The media type of a packet.
pub const MEDIA_TYPE: &str = "application/vnd.vigilia.packet";
/// The ending of a packet's file name.
pub const FILE_ENDING: &str = "vigilia";

/// Why bytes are not an acceptable packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// Not a label and a sealed item, or cut off.
    #[error(
        "this is not a packet, or it was cut off or damaged on the way; nothing of it was used: ask for it again"
    )]
    Malformed,
    /// Larger than any packet.
    #[error("this is larger than any packet may be (64 MiB); nothing of it was used")]
    TooLarge,
    /// What is sealed is not what the label was written for.
    #[error(
        "the sealed part is not the one its label was signed for: it was exchanged or altered on the way; nothing of it \
         was opened: ask for it again"
    )]
    Exchanged,
    /// The label cannot be accepted.
    #[error("the label cannot be accepted: {0}")]
    Label(#[from] StatementError),
}

/// A packet whose parts fit together; who labelled it has not been checked.
#[derive(Debug, Clone)]
pub struct UnverifiedPacket {
    bytes: Vec<u8>,
    digest: Digest,
    label: UnverifiedStatement,
    sealed_from: usize,
}

/// A packet whose label is signed by an active member.
#[derive(Debug, Clone)]
pub struct Packet {
    bytes: Vec<u8>,
    digest: Digest,
    label: Signed<LabelV1>,
    sealed_from: usize,
}

impl UnverifiedPacket {
    /// Reads the shape of a packet. Never panics, whatever the bytes.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, PacketError> {
        if bytes.len() > MOST {
            return Err(PacketError::TooLarge);
        }
        let (label, sealed_item) = label_at_the_front_of(&bytes)?;
        let mut input = Decoder::new(&bytes);
        input.set_position(sealed_item);
        let sealed = input.bytes().map_err(|_| PacketError::Malformed)?;
        let sealed_from = bytes.len() - sealed.len();
        // A length written longer than needed would give one packet a second name.
        if input.position() != bytes.len() || sealed_from - sealed_item != head_length(sealed.len()) {
            return Err(PacketError::Malformed);
        }
        let digest = digest_of(&bytes);
        Ok(Self { bytes, digest, label, sealed_from })
    }

    /// SHA-256 of the whole packet.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Checks who labelled it, and that what is sealed is what the label was signed for.
    pub fn verify(self, roster: &Roster) -> Result<Packet, PacketError> {
        let label = roster.verify::<LabelV1>(self.label.clone())?;
        self.fitting(label)
    }

    /// The same for whoever reads what is inside, where every statement is checked by itself: a packet that a member
    /// packed before he lost his keys still brings the reports of his that stay good.
    #[cfg(feature = "field")]
    pub fn verify_to_read(self, roster: &Roster) -> Result<Packet, PacketError> {
        let label = roster.verify_around::<LabelV1>(self.label.clone())?;
        self.fitting(label)
    }

    fn fitting(self, label: Signed<LabelV1>) -> Result<Packet, PacketError> {
        let Self { bytes, digest, sealed_from, .. } = self;
        let sealed = bytes.get(sealed_from..).unwrap_or_default();
        if label.payload.size != sealed.len() as u64 || label.payload.sealed.0 != digest_of(sealed) {
            return Err(PacketError::Exchanged);
        }
        Ok(Packet { bytes, digest, label, sealed_from })
    }
}

/// What the label of a packet of so many bytes claims, read from its first [`FRONT`] bytes alone: enough to sort ten
/// thousand packets of others without reading one of them. It is unproven, and what is sealed was not looked at.
///
/// # Errors
/// `Malformed` also when the packet is shorter or longer than its label says: it was cut off, or something follows it.
pub fn claimed_at_the_front(front: &[u8], length: u64) -> Result<LabelV1, PacketError> {
    if length > MOST as u64 {
        return Err(PacketError::TooLarge);
    }
    let (label, sealed_item) = label_at_the_front_of(front)?;
    let label: LabelV1 = label.unproven_payload()?;
    let sealed = usize::try_from(label.size).map_err(|_| PacketError::Malformed)?;
    let whole = sealed.checked_add(sealed_item + head_length(sealed)).ok_or(PacketError::Malformed)?;
    if whole as u64 == length { Ok(label) } else { Err(PacketError::Malformed) }
}

/// The label, and where the sealed item begins.
fn label_at_the_front_of(bytes: &[u8]) -> Result<(UnverifiedStatement, usize), PacketError> {
    let front = bytes.get(..FRONT.min(bytes.len())).unwrap_or_default();
    let mut input = Decoder::new(front);
    input.skip().map_err(|_| PacketError::Malformed)?;
    let sealed_item = input.position();
    let label = UnverifiedStatement::parse(front.get(..sealed_item).unwrap_or_default())?;
    if label.kind() == Kind::Label { Ok((label, sealed_item)) } else { Err(StatementError::WrongKind.into()) }
}

/// Bytes that the shortest head of a byte string takes (RFC 8949, section 3).
fn head_length(length: usize) -> usize {
    match length {
        0..24 => 1,
        24..0x100 => 2,
        0x100..0x1_0000 => 3,
        _ => 5,
    }
}

impl Packet {
    /// A packet made and stored here before; the vault is encrypted and authenticated.
    #[cfg(feature = "field")]
    pub(crate) fn restored(bytes: Vec<u8>) -> Result<Self, PacketError> {
        let UnverifiedPacket { bytes, digest, label, sealed_from } = UnverifiedPacket::parse(bytes)?;
        let statement = SignedStatement::restored(label.bytes().to_vec())?;
        let label = Signed { payload: payload_of(&statement)?, statement };
        Ok(Self { bytes, digest, label, sealed_from })
    }

    /// Puts a label and what it was signed for together.
    #[cfg(feature = "field")]
    pub(crate) fn assemble(label: Signed<LabelV1>, sealed: &[u8]) -> Result<Self, PacketError> {
        let mut out = Encoder::new(label.statement.bytes().to_vec());
        out.bytes(sealed).map_err(|_| PacketError::Malformed)?;
        let bytes = out.into_writer();
        if bytes.len() > MOST {
            return Err(PacketError::TooLarge);
        }
        Ok(Self { digest: digest_of(&bytes), sealed_from: bytes.len() - sealed.len(), bytes, label })
    }

    /// SHA-256 of the whole packet: its name on every road.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// What its sender wrote on it.
    pub fn label(&self) -> &LabelV1 {
        &self.label.payload
    }

    /// The label as signed.
    pub fn label_statement(&self) -> &SignedStatement {
        &self.label.statement
    }

    /// The whole packet.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The whole packet, given up.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The sealed item.
    pub fn sealed(&self) -> &[u8] {
        self.bytes.get(self.sealed_from..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Dice, PacketId};
    use crate::domain::marking::Marking;
    use crate::domain::people::{Addressee, Role};
    use crate::domain::precedence::Precedence;
    use crate::wire::cast::{OBSERVER, RELAY, STRANGER, key, noon, realm, roster};
    use crate::wire::receipt::CollectionV1;
    use crate::wire::spelling::{Code, Plain};
    use crate::wire::statement::{SignerError, sign};
    use proptest::prelude::*;

    struct Sevens;
    impl Dice for Sevens {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(7);
        }
    }

    fn label(sealed: &[u8]) -> LabelV1 {
        LabelV1 {
            packet: Plain(PacketId::fresh(noon(), &mut Sevens)),
            to: Plain(Addressee::Role(Role::Cell)),
            precedence: Code(Precedence::Priority),
            marking: Code(Marking::LimitedDistribution),
            created: Plain(noon()),
            size: sealed.len() as u64,
            sealed: Plain(digest_of(sealed)),
            roster: 1,
        }
    }

    fn packet(sealed: &[u8], of: u8) -> Packet {
        Packet::assemble(sign(label(sealed), &key(of), realm().id()).unwrap(), sealed).unwrap()
    }

    fn read(bytes: &[u8]) -> Result<Packet, PacketError> {
        UnverifiedPacket::parse(bytes.to_vec())?.verify(&roster())
    }

    #[test]
    fn a_packet_reads_back_with_its_label_and_what_is_sealed() {
        for length in [0, 1, 23, 24, 255, 256, 65_535, 65_536, 200_000] {
            let sealed = vec![0xa5; length];
            let ours = packet(&sealed, OBSERVER);
            let read = read(ours.bytes()).unwrap();
            assert_eq!((read.sealed(), read.label()), (sealed.as_slice(), &label(&sealed)));
            assert_eq!((read.digest(), read.bytes()), (ours.digest(), ours.bytes()));
            assert_eq!(read.label_statement(), ours.label_statement());
        }
    }

    #[test]
    fn a_packet_cut_off_anywhere_or_followed_by_something_is_refused() {
        let bytes = packet(b"sealed", OBSERVER).bytes().to_vec();
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end]).is_err(), "{end}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(read(&longer).err(), Some(PacketError::Malformed));
        assert_eq!(read(&bytes.repeat(2)).err(), Some(PacketError::Malformed));
    }

    #[test]
    fn the_front_of_a_packet_tells_what_its_label_claims_and_whether_it_was_cut_off() {
        for length in [0, 1, 23, 24, 255, 256, 65_535, 65_536, 200_000] {
            let ours = packet(&vec![0xa5; length], OBSERVER);
            let (bytes, whole) = (ours.bytes(), ours.bytes().len() as u64);
            let front = &bytes[..bytes.len().min(FRONT)];
            assert_eq!(claimed_at_the_front(front, whole), Ok(label(&vec![0xa5; length])));
            for other in [0, whole - 1, whole + 1] {
                assert_eq!(claimed_at_the_front(front, other), Err(PacketError::Malformed));
            }
            assert_eq!(claimed_at_the_front(front, MOST as u64 + 1), Err(PacketError::TooLarge));
        }
        assert_eq!(claimed_at_the_front(b"rubbish", 7), Err(PacketError::Malformed));
        let mut endless = label(b"");
        endless.size = u64::MAX;
        let endless = sign(endless, &key(OBSERVER), realm().id()).unwrap();
        assert_eq!(claimed_at_the_front(endless.statement.bytes(), 500), Err(PacketError::Malformed));
    }

    #[test]
    fn a_byte_altered_anywhere_is_noticed() {
        let bytes = packet(b"sealed", OBSERVER).bytes().to_vec();
        for place in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[place] ^= 1;
            assert!(read(&altered).is_err(), "byte {place}");
        }
    }

    #[test]
    fn a_sealed_part_under_a_foreign_label_is_noticed() {
        let (ours, other) = (packet(b"sealed", OBSERVER), packet(b"shaled", OBSERVER));
        let exchanged = Packet::assemble(ours.label, other.sealed()).unwrap();
        assert_eq!(read(exchanged.bytes()).err(), Some(PacketError::Exchanged));

        let mut wrong_size = label(b"sealed");
        wrong_size.size += 1;
        let wrong_size = sign(wrong_size, &key(OBSERVER), realm().id()).unwrap();
        let wrong_size = Packet::assemble(wrong_size, b"sealed").unwrap();
        assert_eq!(read(wrong_size.bytes()).err(), Some(PacketError::Exchanged));
    }

    #[test]
    fn one_packet_has_one_name_on_every_road() {
        let ours = packet(&[5; 100], OBSERVER);
        let head = ours.bytes().len() - 102;
        assert_eq!(ours.bytes()[head..head + 2], [0x58, 100]);
        for longer in [&[0x59, 0, 100][..], &[0x5a, 0, 0, 0, 100], &[0x5b, 0, 0, 0, 0, 0, 0, 0, 100]] {
            let again = [&ours.bytes()[..head], longer, &[5; 100]].concat();
            assert_eq!(read(&again).err(), Some(PacketError::Malformed));
        }
        let endless = [&ours.bytes()[..head], &[0x5f, 0x58, 100], &[5; 100], &[0xff]].concat();
        assert_eq!(read(&endless).err(), Some(PacketError::Malformed));
    }

    #[test]
    fn only_a_label_labels_a_packet() {
        let collection = CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) };
        let collection = sign(collection, &key(OBSERVER), realm().id()).unwrap();
        let mut out = Encoder::new(collection.statement.bytes().to_vec());
        out.bytes(b"sealed").unwrap();
        assert_eq!(read(&out.into_writer()).err(), Some(StatementError::WrongKind.into()));
    }

    #[test]
    fn a_label_by_a_stranger_or_by_a_relay_is_refused() {
        let stranger = read(packet(b"sealed", STRANGER).bytes());
        assert_eq!(stranger.err(), Some(PacketError::Label(SignerError::NotOnRoster.into())));
        let relay = read(packet(b"sealed", RELAY).bytes());
        assert_eq!(relay.err(), Some(PacketError::Label(SignerError::WrongRole.into())));
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_refused_at_once() {
        assert_eq!(read(&vec![0x81; MOST + 1]).err(), Some(PacketError::TooLarge));
        for bomb in [0x81, 0x9f, 0xbf, 0xc6, 0x5f] {
            assert_eq!(read(&vec![bomb; 1 << 20]).err(), Some(PacketError::Malformed), "{bomb:#x}");
        }
        // A sealed part that claims 2^62 bytes.
        let label = packet(b"", OBSERVER).label.statement;
        let claim = [label.bytes(), &[0x5b, 0x40, 0, 0, 0, 0, 0, 0, 0]].concat();
        assert_eq!(read(&claim).err(), Some(PacketError::Malformed));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes);
        }
    }
}
