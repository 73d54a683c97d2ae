//! Who did what to which object.

use crate::domain::code::codes;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;

codes! {
    /// What was done (Directive (EU) 2016/680, art. 25).
    Operation, "operation" {
        /// Something came in: written here, or read from a packet.
        Collection = "collection",
        /// Something was added to it: a review, a return, an answer.
        Alteration = "alteration",
        /// Somebody looked at another's report.
        Consultation = "consultation",
        /// It was handed on.
        Disclosure = "disclosure",
        /// It was linked with something else.
        Combination = "combination",
        /// It was erased.
        Erasure = "erasure",
    }
}

/// One entry of the log. It names objects by digest and never holds content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustodyEntry {
    /// When, by this device's clock.
    pub at: Timestamp,
    /// Who.
    pub actor: MemberId,
    /// What was done.
    pub operation: Operation,
    /// To which statement or packet.
    pub object: Option<Digest>,
    /// Why, where a reason is asked for.
    pub purpose: Option<String>,
    /// To whom it was handed.
    pub recipient: Option<String>,
}
