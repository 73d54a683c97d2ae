//! What this room asks of the world, and what it hears back.

use crate::courier::orders;
use crate::desks::carrying::exchange::Exchange;
use crate::desks::carrying::progress::Progress;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::commander::batch::room::{AsOf, Loaded};
use crate::vault::lines::ReckonedOn;

/// What it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read what goes now, unless that is known as it stands.
    Load(Option<AsOf>),
    /// Seal it for Brussels.
    Forward,
    /// Reckon on another line.
    Reckon(ReckonedOn),
    /// Find folders that begin like this.
    Complete(String),
    /// Find the folder used last, if it is there.
    FindFolder,
    /// Begin a contact with the relay.
    Call,
    /// Look whether something became ready for the contact under way.
    More,
    /// End it.
    HangUp,
}

/// What it hears.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// What goes now.
    Loaded(Box<Loaded>),
    /// So many reports are sealed, in so many packets with words.
    Forwarded {
        /// Reports.
        reports: usize,
        /// Packets with words.
        packets: usize,
    },
    /// Folders that begin like what was typed.
    Folders {
        /// What was typed.
        typed: String,
        /// The folders.
        folders: Vec<String>,
    },
    /// The folder used last that is there now.
    Folder(Option<std::path::PathBuf>),
    /// A contact with the relay at this address has begun.
    Called {
        /// Its address.
        relay: String,
    },
    /// It came further.
    Further(Progress),
    /// It was stopped by something, and goes on by itself.
    Waits {
        /// By what.
        why: Phrase,
        /// When it goes on.
        next_try: Timestamp,
    },
    /// It is over.
    Ended {
        /// What it moved.
        done: Box<Exchange>,
        /// What ended it before everything was done.
        why: Option<Phrase>,
    },
    /// Something could not be done.
    Failed(Phrase),
}

/// What the thread of whoever is at work on the line tells, for the line.
#[derive(Debug)]
pub struct Tidings {
    /// In which contact.
    pub call: u32,
    /// What; nothing when the work has ended.
    pub told: Option<orders::News>,
}
