//! Opening packets on a thread of its own, while whoever asked for it stores what was opened before.
//!
//! ```text
//!  road ─ fetch ─▶ group ─▶ │ thread: label, seal, inside, every signature │ ─▶ group ─▶ vault, one transaction
//! ```
//!
//! To open a packet takes about as long as to store it, and neither needs the other: two cores read twice as fast as one.
//! The thread holds the keys of the profile only while it lives, and is waited for when it is let go.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use crate::courier::unfit::Unfit;
use crate::desks::checked_packet::CheckedPacket;
use crate::desks::not_read::NotRead;
use crate::domain::ids::Digest;
use crate::vault::profile::Profile;
use crate::wire::roster::Roster;

/// Groups on their way at once: one being opened while another is stored.
pub(crate) const GROUPS: usize = 2;

/// Packets as a road gave them.
pub(crate) type Fetched = Vec<(Digest, Result<Vec<u8>, Unfit>)>;

/// The same packets, opened, or why not.
pub(crate) type OpenedGroup = Vec<(Digest, Result<CheckedPacket, NotRead>)>;

/// Who opens, and for whom.
#[derive(Clone)]
struct Keys {
    profile: Arc<Profile>,
    roster: Roster,
}

/// A thread that opens packets.
pub(crate) struct Opener {
    keys: Keys,
    thread: Option<Thread>,
    /// What was opened here, where no thread can be had.
    opened: VecDeque<OpenedGroup>,
    on_their_way: usize,
}

struct Thread {
    give: SyncSender<Fetched>,
    opened: Receiver<OpenedGroup>,
    work: JoinHandle<()>,
}

impl Opener {
    /// Begins to open packets for a profile, as this roster has it. Without a thread it goes on here, only slower.
    pub(crate) fn start(profile: Arc<Profile>, roster: Roster) -> Self {
        let keys = Keys { profile, roster };
        let (give, given) = sync_channel::<Fetched>(GROUPS);
        let (done, opened) = sync_channel(GROUPS);
        let its = keys.clone();
        let work = move || {
            for group in given {
                if done.send(its.open(group)).is_err() {
                    return;
                }
            }
        };
        let work = thread::Builder::new().name("opener".to_owned()).spawn(work);
        let thread = work.ok().map(|work| Thread { give, opened, work });
        Self { keys, thread, opened: VecDeque::new(), on_their_way: 0 }
    }

    /// Whether these are the people in force it goes by.
    pub(crate) fn goes_by(&self, roster: &Roster) -> bool {
        self.keys.roster.is(roster)
    }

    /// Groups that were given and not taken back.
    pub(crate) fn on_their_way(&self) -> usize {
        self.on_their_way
    }

    /// Gives a group to open. Waits where as many are on their way as may be.
    pub(crate) fn give(&mut self, group: Fetched) {
        self.on_their_way += 1;
        match &self.thread {
            // A thread that has ended gives nothing back; whoever takes finds out.
            Some(thread) => drop(thread.give.send(group)),
            None => self.opened.push_back(self.keys.open(group)),
        }
    }

    /// The group that was given first, opened; nothing when none is on its way, or when the thread ended over it.
    pub(crate) fn take(&mut self) -> Option<OpenedGroup> {
        self.on_their_way = self.on_their_way.checked_sub(1)?;
        match &self.thread {
            Some(thread) => thread.opened.recv().ok(),
            None => self.opened.pop_front(),
        }
    }
}

#[cfg(test)]
impl Opener {
    /// One whose thread has ended.
    pub(crate) fn ended(profile: Arc<Profile>, roster: Roster) -> Self {
        let (give, _) = sync_channel(GROUPS);
        let (_, opened) = sync_channel(GROUPS);
        let thread = Thread { give, opened, work: thread::spawn(|| ()) };
        Self {
            keys: Keys { profile, roster },
            thread: Some(thread),
            opened: VecDeque::new(),
            on_their_way: 0,
        }
    }
}

impl Drop for Opener {
    fn drop(&mut self) {
        let Some(Thread { give, opened, work }) = self.thread.take() else { return };
        drop((give, opened));
        // It ends with the group it is at; a grief of its own has harmed nothing that is stored.
        let _ = work.join();
    }
}

impl Keys {
    fn open(&self, group: Fetched) -> OpenedGroup {
        let open = |bytes| CheckedPacket::read(bytes, &self.roster, self.profile.me, &self.profile.identity);
        let judged = |bytes: Result<Vec<u8>, Unfit>| Ok(open(bytes?)?);
        group.into_iter().map(|(packet, bytes)| (packet, judged(bytes))).collect()
    }
}
