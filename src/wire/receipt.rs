//! The relay's word that it has a packet, and an addressee's word that it has taken one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Digest;
use crate::domain::receipt::Receipt;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::Plain;
use crate::wire::statement::{Payload, Signed};

/// The relay's receipt. The same packet always gets the same receipt, byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Receipt")]
pub struct ReceiptV1 {
    /// SHA-256 of the whole packet.
    pub packet: Plain<Digest>,
    /// Its place in the relay's log, from 0.
    pub log_index: u64,
    /// When the relay took it, by the relay's clock.
    pub received: Plain<Timestamp>,
}

impl Payload for ReceiptV1 {
    const KIND: Kind = Kind::Receipt;
    fn at(&self) -> Timestamp {
        self.received.0
    }
}

impl From<&Signed<ReceiptV1>> for Receipt {
    fn from(signed: &Signed<ReceiptV1>) -> Self {
        let ReceiptV1 { packet, log_index, received } = &signed.payload;
        Self::vouched_for(packet.0, *log_index, received.0)
    }
}

/// An addressee's word that it has a packet durably.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Collection")]
pub struct CollectionV1 {
    /// SHA-256 of the whole packet.
    pub packet: Plain<Digest>,
    /// When, by the addressee's clock.
    pub at: Plain<Timestamp>,
}

impl Payload for CollectionV1 {
    const KIND: Kind = Kind::Collection;
    fn at(&self) -> Timestamp {
        self.at.0
    }
}
