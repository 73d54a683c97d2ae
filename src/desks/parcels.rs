//! How much goes to one addressee in one packet, and what becomes of the others where one cannot be served.

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

/// The first of what went wrong with single parties, while the others were served.
#[derive(Debug, Default)]
pub(super) struct LeftOut(Option<DeskError>);

impl LeftOut {
    /// Passes over what is wrong with one party.
    ///
    /// # Errors
    /// What is wrong with this device: then nobody can be served.
    pub(super) fn pass_over<T>(&mut self, served: Result<T, DeskError>) -> Result<Option<T>, DeskError> {
        match served {
            Ok(done) => Ok(Some(done)),
            Err(why) if why.is_about_one_thing() => {
                self.0.get_or_insert(why);
                Ok(None)
            }
            Err(why) => Err(why),
        }
    }

    /// What was done for the others, or what went wrong with the first.
    ///
    /// # Errors
    /// That.
    pub(super) fn told<T>(self, done: T) -> Result<T, DeskError> {
        self.0.map_or(Ok(done), Err)
    }
}
