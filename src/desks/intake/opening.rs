//! Opening packets on a thread of its own, while whoever asked for it stores what was opened before.
//!
//! ```text
//!  road ─ fetch ─▶ group ─▶ │ thread: label, seal, inside, every signature │ ─▶ group ─▶ vault, one transaction
//! ```
//!
//! What a group opens to is handed on in pieces: packets of a few kilobytes may hold a hundred megabytes, and whoever makes
//! such packets takes no more memory by it.
//!
//! To open a packet takes about as long as to store it, and neither needs the other: two cores read twice as fast as one.
//! The thread holds the keys of the profile only while it lives, and is waited for when it is let go.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use crate::courier::unfit::Unfit;
use crate::desks::intake::checked_packet::CheckedPacket;
use crate::desks::intake::not_read::NotRead;
use crate::domain::ids::Digest;
use crate::vault::profile::Profile;
use crate::wire::roster::Roster;

/// Groups on their way at once: one being opened while another is stored.
pub(crate) const GROUPS: usize = 2;

/// Packets as a road gave them.
pub(crate) type Fetched = Vec<(Digest, Result<Vec<u8>, Unfit>)>;

/// The same packets, opened, or why not: all of a group, or a piece of it.
pub(crate) type OpenedGroup = Vec<(Digest, Result<CheckedPacket, NotRead>)>;

/// Opened bytes after which a piece of a group is handed on.
const OPENED_BYTES: usize = 32 << 20;

/// A piece of a group, and whether it is the last.
type Piece = (OpenedGroup, bool);

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
    opened: VecDeque<Piece>,
    on_their_way: usize,
}

struct Thread {
    give: SyncSender<Fetched>,
    opened: Receiver<Piece>,
    work: JoinHandle<()>,
}

impl Opener {
    /// Begins to open packets for a profile, as this roster has it. Without a thread it goes on here, only slower.
    pub(crate) fn start(profile: Arc<Profile>, roster: Roster) -> Self {
        let keys = Keys { profile, roster };
        let (give, given) = sync_channel::<Fetched>(GROUPS);
        let (done, opened) = sync_channel(1);
        let its = keys.clone();
        let work = move || {
            for group in given {
                if !its.open(group, &mut |piece| done.send(piece).is_ok()) {
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
            None => {
                let Self { keys, opened, .. } = self;
                keys.open(group, &mut |piece| {
                    opened.push_back(piece);
                    true
                });
            }
        }
    }

    /// The next of what was given first, opened; nothing when none is on its way, or when the thread ended over it.
    pub(crate) fn take(&mut self) -> Option<OpenedGroup> {
        if self.on_their_way == 0 {
            return None;
        }
        let (piece, last) = match &self.thread {
            Some(thread) => thread.opened.recv().ok()?,
            None => self.opened.pop_front()?,
        };
        self.on_their_way -= usize::from(last);
        Some(piece)
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
    /// Opens a group and hands it on in pieces; `false` as soon as nobody takes them any more.
    fn open(&self, group: Fetched, hand_on: &mut dyn FnMut(Piece) -> bool) -> bool {
        let open = |bytes| CheckedPacket::read(bytes, &self.roster, self.profile.me, &self.profile.identity);
        let judged = |bytes: Result<Vec<u8>, Unfit>| Ok::<_, NotRead>(open(bytes?)?);
        let (mut piece, mut bytes) = (OpenedGroup::new(), 0_usize);
        for (packet, fetched) in group {
            if bytes >= OPENED_BYTES {
                bytes = 0;
                if !hand_on((std::mem::take(&mut piece), false)) {
                    return false;
                }
            }
            let opened = judged(fetched);
            bytes = bytes.saturating_add(opened.as_ref().map_or(0, CheckedPacket::length));
            piece.push((packet, opened));
        }
        hand_on((piece, true))
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
