//! What a carrier sees of a packet, and no more.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Digest, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::Addressee;
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::Payload;

/// A packet's label. Who sends it is told by who signed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Label")]
pub struct LabelV1 {
    /// Which packet.
    pub packet: Plain<PacketId>,
    /// Who it is for.
    pub to: Plain<Addressee>,
    /// How fast it goes.
    pub precedence: Code<Precedence>,
    /// The highest marking of what is inside.
    pub marking: Code<Marking>,
    /// When it was sealed, by the sender's clock.
    pub created: Plain<Timestamp>,
    /// Length of the sealed item, in bytes; a packet has at most 64 MiB.
    #[schemars(range(max = 67_108_864))]
    pub size: u64,
    /// SHA-256 of the sealed item.
    pub sealed: Plain<Digest>,
    /// Epoch of the roster the sender sealed by.
    pub roster: u32,
}

impl Payload for LabelV1 {
    const KIND: Kind = Kind::Label;
    fn at(&self) -> Timestamp {
        self.created.0
    }
}
