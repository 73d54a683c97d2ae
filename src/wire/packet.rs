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
use crate::wire::statement::{
    Signed, SignedStatement, StatementError, UnverifiedStatement, digest_of, payload_of,
};

/// Largest packet, in bytes.
pub const MOST: usize = 64 << 20;
/// Largest label with its signature, in bytes.
const MOST_LABEL: usize = 2 << 10;
/// The media type of a packet.
pub const MEDIA_TYPE: &str = "application/vnd.vigilia.packet";
/// The ending of a packet's file name.
pub const FILE_ENDING: &str = "vigilia";

/// Why bytes are not an acceptable packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// Not a label and a sealed item, or cut off.
    #[error("this is not a packet, or it was cut off or damaged on the way")]
    Malformed,
    /// Larger than any packet.
    #[error("this is larger than any packet may be (64 MiB)")]
    TooLarge,
    /// What is sealed is not what the label was written for.
    #[error(
        "the sealed part is not the one its label was signed for: it was exchanged or altered on the way"
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
        let front = bytes.get(..MOST_LABEL.min(bytes.len())).unwrap_or_default();
        let mut input = Decoder::new(front);
        input.skip().map_err(|_| PacketError::Malformed)?;
        let sealed_item = input.position();
        let label = UnverifiedStatement::parse(front.get(..sealed_item).unwrap_or_default())?;
        if label.kind() != Kind::Label {
            return Err(StatementError::WrongKind.into());
        }
        let mut input = Decoder::new(&bytes);
        input.set_position(sealed_item);
        let sealed = input.bytes().map_err(|_| PacketError::Malformed)?;
        if input.position() != bytes.len() {
            return Err(PacketError::Malformed);
        }
        let sealed_from = bytes.len() - sealed.len();
        let digest = digest_of(&bytes);
        Ok(Self { bytes, digest, label, sealed_from })
    }

    /// SHA-256 of the whole packet.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// What the label claims, unproven: enough to sort what lies in a folder, never to act on.
    ///
    /// # Errors
    /// `Label` when it does not follow its schema.
    pub fn claimed_label(&self) -> Result<LabelV1, PacketError> {
        Ok(self.label.unproven_payload()?)
    }

    /// Checks who labelled it, and that what is sealed is what the label was signed for.
    pub fn verify(self, roster: &Roster) -> Result<Packet, PacketError> {
        let Self { bytes, digest, label, sealed_from } = self;
        let label = roster.verify::<LabelV1>(label)?;
        let sealed = bytes.get(sealed_from..).unwrap_or_default();
        if label.payload.size != sealed.len() as u64 || label.payload.sealed.0 != digest_of(sealed) {
            return Err(PacketError::Exchanged);
        }
        Ok(Packet { bytes, digest, label, sealed_from })
    }
}

impl Packet {
    /// A packet made and stored here before; the vault is encrypted and authenticated.
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
