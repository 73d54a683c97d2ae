//! Taking in what lies in a folder: a stream of groups, and never more of them in memory than two.
//!
//! ```text
//!  listed ─ fetch ─▶ a group ─ open, check (another thread) ─▶ one transaction ─▶ told
//!                    │ at most 48 packets, or 4 MiB and one        │ all of it lasts, or none
//! ```
//!
//! A group that opens to more than 32 MiB is taken in by pieces of that, each in a transaction of its own.
//!
//! Whatever ends it, it is begun again from what is listed anew: what was taken in is known by its name and not even
//! opened. Nothing is taken away from the folder.

use std::collections::VecDeque;

use crate::courier::road::{Arrival, Road, RoadError};
use crate::courier::unfit::Unfit;
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::carrying::reception::TakenIn;
use crate::desks::error::DeskError;
use crate::desks::intake::opening::{Fetched, GROUPS, OpenedGroup, Opener};
use crate::desks::intake::read_group;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::roster::Roster;
use crate::wire::sealing::OpeningError;

/// Packets of a group. To sync the disk costs as much as to store some ten of them; a stop is heard between groups.
pub(crate) const PACKETS: usize = 48;
/// Bytes after which a group is full, so that large packets go nearly alone.
pub(crate) const BYTES: usize = 4 << 20;

/// Packets that are being taken in.
pub(crate) struct Gathering {
    /// What is not taken in yet, in its order.
    left: VecDeque<Arrival>,
    /// How many of them were fetched.
    fetched: usize,
    opener: Option<Opener>,
    /// Packets in all, and their bytes.
    of: (usize, u64),
    /// How many are to be taken one by one, to find out over which of them an opener ended.
    alone: usize,
}

impl Gathering {
    /// What is to be taken in.
    pub(crate) fn of(arrivals: Vec<Arrival>) -> Self {
        let of = (arrivals.len(), arrivals.iter().map(|arrival| arrival.size).sum());
        Self { left: arrivals.into(), fetched: 0, opener: None, of, alone: 0 }
    }

    /// How many packets are left.
    pub(crate) fn left(&self) -> usize {
        self.left.len()
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        let (packets, bytes) = self.of;
        let left: u64 = self.left.iter().map(|arrival| arrival.size).sum();
        let progress = Progress::new(Moving::Reading, packets.saturating_sub(self.left.len()), packets);
        progress.weighing(bytes.saturating_sub(left), bytes)
    }

    /// Fetches as far ahead as may be. What was checked by other people in force does not count, and is fetched again.
    ///
    /// # Errors
    /// When the road is gone and nothing that came before it went is left to take in.
    pub(crate) fn fetch(
        &mut self,
        vault: &Vault,
        roster: &Roster,
        road: &mut dyn Road,
    ) -> Result<(), RoadError> {
        if self.opener.as_ref().is_some_and(|opener| !opener.goes_by(roster)) {
            self.begin_anew();
        }
        let opener = self.opener.get_or_insert_with(|| Opener::start(vault.shared_profile(), roster.clone()));
        let (groups, packets) = if self.alone > 0 { (1, 1) } else { (GROUPS, PACKETS) };
        while opener.on_their_way() < groups && self.fetched < self.left.len() {
            let (group, broken) = fetch_group(road, self.left.iter().skip(self.fetched).take(packets));
            if !group.is_empty() {
                self.fetched += group.len();
                opener.give(group);
            }
            match broken {
                Some(why) if opener.on_their_way() == 0 => return Err(why),
                Some(_) => break,
                None => {}
            }
        }
        Ok(())
    }

    /// Takes in the next of the group that was fetched first, in one transaction: all of it, or a piece where it opens to
    /// much.
    ///
    /// # Errors
    /// When this device cannot store: nothing of that was, and it is fetched again.
    pub(crate) fn take(
        &mut self,
        vault: &mut Vault,
        now: Timestamp,
    ) -> Result<Vec<(Digest, TakenIn)>, DeskError> {
        let Some(group) = self.opener.as_mut().and_then(Opener::take) else {
            return Ok(self.ended_early());
        };
        let many = group.len().min(self.left.len());
        match store(vault, group, now) {
            Ok(taken) => {
                self.left.drain(..many);
                self.fetched = self.fetched.saturating_sub(many);
                self.alone = self.alone.saturating_sub(many);
                Ok(taken)
            }
            Err(why) => {
                self.begin_anew();
                Err(why)
            }
        }
    }

    /// An opener ended before it had opened what it was given. Once more, one by one; the one it ends over again is told of
    /// and left where it lies.
    fn ended_early(&mut self) -> Vec<(Digest, TakenIn)> {
        let mut told = Vec::new();
        if self.alone == 0 {
            self.alone = self.fetched.max(1);
        } else if let Some(fault) = self.left.pop_front() {
            self.alone -= 1;
            told.push((fault.sha256, TakenIn::Refused(OpeningError::Broke.into())));
        }
        self.begin_anew();
        told
    }

    fn begin_anew(&mut self) {
        self.opener = None;
        self.fetched = 0;
    }
}

/// Fetches one group. A file that cannot be used is told of with the others; a road that is gone ends the group.
fn fetch_group<'a>(
    road: &mut dyn Road,
    arrivals: impl Iterator<Item = &'a Arrival>,
) -> (Fetched, Option<RoadError>) {
    let (mut group, mut bytes) = (Vec::new(), 0);
    for arrival in arrivals {
        let fetched = match road.fetch(arrival) {
            Ok(fetched) => Ok(fetched),
            Err(RoadError::File(why)) => Err(why),
            Err(RoadError::Damaged { .. }) => Err(Unfit::Damaged),
            Err(broken) => return (group, Some(broken)),
        };
        bytes += fetched.as_ref().map_or(0, Vec::len);
        group.push((arrival.sha256, fetched));
        if bytes >= BYTES {
            break;
        }
    }
    (group, None)
}

/// Stores a group, all of it or nothing.
fn store(vault: &mut Vault, group: OpenedGroup, now: Timestamp) -> Result<Vec<(Digest, TakenIn)>, DeskError> {
    let (mut taken, mut opened) = (Vec::new(), Vec::new());
    for (packet, outcome) in group {
        match outcome {
            Ok(_) if vault.has_arrived(packet)? => taken.push((packet, TakenIn::Before)),
            Ok(checked) => opened.push(checked),
            Err(why) => taken.push((packet, TakenIn::Refused(why))),
        }
    }
    if !opened.is_empty() {
        let read = read_group(vault, opened, now)?;
        taken.extend(read.into_iter().map(|intake| (intake.packet, TakenIn::Read(intake))));
    }
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::courier::folder::Folder;
    use crate::desks::intake::not_read::NotRead;
    use crate::domain::precedence::Precedence;
    use crate::vault::cast::commander;
    use crate::wire::cast::noon;
    use crate::wire::statement::digest_of;

    #[test]
    fn an_opener_that_ends_early_is_tried_one_by_one_and_the_packet_it_ends_over_is_told_of() {
        let (home, mut vault) = commander();
        let people = vault.roster().unwrap().unwrap();
        let mut road = Folder::open(home.path()).unwrap();
        let arrival = |n: u8| {
            let sha256 = digest_of(&[n]);
            Arrival { sha256, size: 1, precedence: Precedence::Routine }
        };
        let mut gathering = Gathering::of((0..3).map(arrival).collect());
        let ended = |vault: &Vault| Some(Opener::ended(vault.shared_profile(), people.clone()));
        gathering.opener = ended(&vault);
        gathering.fetch(&vault, &people, &mut road).unwrap();
        assert_eq!(gathering.take(&mut vault, noon()).unwrap().len(), 0);
        assert_eq!((gathering.left(), gathering.alone), (3, 3), "once more, one by one");
        // A good one opens the first, and finds that it is not there; one that ends over the second is found out.
        gathering.fetch(&vault, &people, &mut road).unwrap();
        assert_eq!((gathering.fetched, gathering.take(&mut vault, noon()).unwrap().len()), (1, 1));
        gathering.opener = ended(&vault);
        gathering.fetch(&vault, &people, &mut road).unwrap();
        let told = gathering.take(&mut vault, noon()).unwrap();
        let broke = NotRead::from(OpeningError::Broke);
        assert!(matches!(&told[..], [(packet, TakenIn::Refused(why))]
            if *packet == digest_of(&[1]) && *why == broke));
        gathering.fetch(&vault, &people, &mut road).unwrap();
        assert_eq!(gathering.take(&mut vault, noon()).unwrap().len(), 1);
        assert_eq!((gathering.left(), gathering.alone), (0, 0));
    }
}
