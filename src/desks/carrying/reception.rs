//! What became of something that lay at the end of a road, and the word that it is held here.

use crate::courier::road::RoadError;
use crate::desks::enrolment::install;
use crate::desks::error::DeskError;
use crate::desks::intake::not_read::NotRead;
use crate::desks::intake::{Intake, read_packet, read_set_aside_again};
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::receipt::CollectionV1;
use crate::wire::spelling::Plain;
use crate::wire::statement::{Signed, digest_of, sign};

/// What became of a packet.
#[derive(Debug)]
pub(crate) enum TakenIn {
    /// It was read.
    Read(Intake),
    /// It was read here before.
    Before,
    /// It cannot be read; it stays where it is.
    Refused(NotRead),
}

/// Whether a packet was read here before. What cannot be looked up is opened once more, and found out then.
pub(crate) fn is_known(vault: &Vault, packet: Digest) -> bool {
    vault.has_arrived(packet).unwrap_or(false)
}

/// Reads a packet that is here whole.
pub(crate) fn read_whole(vault: &mut Vault, bytes: Vec<u8>, now: Timestamp) -> Result<TakenIn, DeskError> {
    match read_packet(vault, bytes, now) {
        Ok(intake) => Ok(TakenIn::Read(intake)),
        Err(DeskError::Opening(error)) => Ok(TakenIn::Refused(error.into())),
        Err(other) => Err(other),
    }
}

/// The word that a packet is held here. Only said with every byte durable: the road may forget the packet then.
pub(crate) fn collection(
    vault: &Vault,
    packet: Digest,
    now: Timestamp,
) -> Result<Signed<CollectionV1>, DeskError> {
    let profile = vault.profile();
    let word = CollectionV1 { packet: Plain(packet), at: Plain(now) };
    Ok(sign(word, &profile.signing, profile.realm.id())?)
}

/// Installs a roster that came by a road, if it counts and is newer, and tells its epoch.
pub(crate) fn take_roster(vault: &mut Vault, bytes: &[u8], now: Timestamp) -> Result<Option<u32>, DeskError> {
    let held = vault.roster()?.map(|roster| roster.epoch());
    let Ok(roster) = install(vault, bytes, now) else { return Ok(None) };
    read_set_aside_again(vault, now)?;
    Ok(Some(roster.epoch()).filter(|epoch| Some(*epoch) != held))
}

/// That the relay's roster could not be fetched, told beside the packets and by the name of the one that stays in force:
/// it stops nothing else.
pub(crate) fn roster_not_fetched(vault: &Vault, why: RoadError) -> Result<(Digest, NotRead), DeskError> {
    let held = vault.roster()?.map_or_else(|| digest_of(&[]), |roster| roster.digest());
    Ok((held, why.into()))
}
