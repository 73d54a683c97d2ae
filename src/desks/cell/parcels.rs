//! How much goes to one addressee in one packet.

use std::collections::VecDeque;

use crate::desks::error::DeskError;
use crate::domain::ids::Digest;
use crate::vault::unlock::Vault;

/// Most answers of one packet: a tenth of the items it may hold.
const MOST: usize = 1_000;
/// Bytes of answers after which a packet is full. What is cut off on a poor road is taken up where it broke off, but only
/// what came whole is read.
const FULL: usize = 1 << 20;

/// Takes the next parcel off what is left: at least one thing, at most [`MOST`], and none more once [`FULL`].
pub(super) fn next_parcel(vault: &Vault, left: &mut VecDeque<Digest>) -> Result<Vec<Digest>, DeskError> {
    let (mut parcel, mut bytes) = (Vec::new(), 0_usize);
    while let Some(digest) = left.pop_front() {
        bytes = bytes.saturating_add(vault.statement(digest)?.bytes().len());
        parcel.push(digest);
        if parcel.len() >= MOST || bytes >= FULL {
            break;
        }
    }
    Ok(parcel)
}
