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
use crate::desks::error::DeskError;
use crate::desks::intake::read_group;
use crate::desks::opening::{Fetched, GROUPS, OpenedGroup, Opener};
use crate::desks::progress::{Moving, Progress};
use crate::desks::taken_in::TakenIn;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::roster::Roster;

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
    /// Whether it has taken in anything yet.
    begun: bool,
}

impl Gathering {
    /// What is to be taken in.
    pub(crate) fn of(arrivals: Vec<Arrival>) -> Self {
        let of = (arrivals.len(), arrivals.iter().map(|arrival| arrival.size).sum());
        Self { left: arrivals.into(), fetched: 0, opener: None, of, begun: false }
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
        while opener.on_their_way() < GROUPS && self.fetched < self.left.len() {
            let (group, broken) = fetch_group(road, self.left.iter().skip(self.fetched));
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
            self.begin_anew();
            return Ok(Vec::new());
        };
        let many = group.len().min(self.left.len());
        match store(vault, group, !self.begun, now) {
            Ok(taken) => {
                self.begun = true;
                self.left.drain(..many);
                self.fetched = self.fetched.saturating_sub(many);
                Ok(taken)
            }
            Err(why) => {
                self.begin_anew();
                Err(why)
            }
        }
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
    for arrival in arrivals.take(PACKETS) {
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
fn store(
    vault: &mut Vault,
    group: OpenedGroup,
    afresh: bool,
    now: Timestamp,
) -> Result<Vec<(Digest, TakenIn)>, DeskError> {
    let (mut taken, mut opened) = (Vec::new(), Vec::new());
    for (packet, outcome) in group {
        match outcome {
            Ok(_) if vault.has_arrived(packet)? => taken.push((packet, TakenIn::Before)),
            Ok(checked) => opened.push(checked),
            Err(why) => taken.push((packet, TakenIn::Refused(why))),
        }
    }
    if !opened.is_empty() {
        let read = read_group(vault, opened, afresh, now)?;
        taken.extend(read.into_iter().map(|intake| (intake.packet, TakenIn::Read(intake))));
    }
    Ok(taken)
}
