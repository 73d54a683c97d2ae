//! What the commander's terminal holds. Plain data: no key, no passphrase, no way to the disk.

use crate::screens::commander::batch::room::BatchRoom;
use crate::screens::commander::contingent::room::ContingentRoom;
use crate::screens::commander::errand::Errand;
use crate::screens::commander::message::Effect;
use crate::screens::commander::queue::room::QueueRoom;
use crate::screens::commander::review::room::ReviewRoom;
use crate::screens::commander::room::Room;
use crate::screens::commander::sent::room::SentRoom;
use crate::screens::desk::errand::{Passphrases, Underway};
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context;
use crate::screens::desk::me::room::Open;

/// Everything the views may show and the update may change.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What every desk shows.
    pub front: Front,
    /// What is owed.
    pub queue: QueueRoom,
    /// The report being reviewed.
    pub review: ReviewRoom,
    /// What goes next.
    pub batch: BatchRoom,
    /// What went.
    pub sent: SentRoom,
    /// Who is out there.
    pub contingent: ContingentRoom,
    /// Packets came or went: what is on the screen is to be read again, and the other rooms when they are entered.
    pub moved: bool,
    /// What the desk is lent to.
    pub errand: Option<Underway<Errand>>,
    /// Which screen.
    pub screen: Screen,
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// What is owed.
    Queue,
    /// A report being reviewed.
    Review,
    /// What goes next.
    Batch,
    /// What went.
    Sent,
    /// Who is out there.
    Contingent,
    /// The guide.
    Guide,
    /// Who sits here.
    Me,
}

impl State {
    /// A desk on which nothing was read yet, on the queue.
    #[must_use]
    pub fn new(front: Front) -> Self {
        Self {
            front,
            queue: QueueRoom::default(),
            review: ReviewRoom::default(),
            batch: BatchRoom::default(),
            sent: SentRoom::default(),
            contingent: ContingentRoom::default(),
            moved: false,
            errand: None,
            screen: Screen::Queue,
        }
    }

    /// The room the screen belongs to.
    #[must_use]
    pub fn room(&self) -> Room {
        match self.screen {
            Screen::Queue | Screen::Review => Room::Queue,
            Screen::Batch => Room::Batch,
            Screen::Sent => Room::Sent,
            Screen::Contingent => Room::Contingent,
            Screen::Guide => Room::Guide,
            Screen::Me => Room::Me,
        }
    }

    /// Whether the keys of the room act: nothing stands in front of it, and it can be seen.
    #[must_use]
    pub fn room_has_the_keys(&self) -> bool {
        self.front.help.is_none() && self.errand.is_none() && self.front.is_seen()
    }

    /// Where the keys every desk has act now, the nearest first.
    #[must_use]
    pub fn places(&self) -> &'static [Context] {
        if !self.front.is_seen() {
            return &[Context::Anywhere];
        }
        if self.errand.is_some() {
            return &[Context::Lent, Context::Anywhere];
        }
        if self.front.help.is_some() {
            return &[Context::Help, Context::Anywhere];
        }
        self.places_behind()
    }

    /// Where they act once nothing stands in front of the room any more.
    #[must_use]
    pub fn places_behind(&self) -> &'static [Context] {
        match self.screen {
            Screen::Queue => self.queue.places().1,
            Screen::Review => self.review.places().1,
            Screen::Batch => self.batch.places().1,
            Screen::Sent => self.sent.places().1,
            Screen::Contingent => self.contingent.places().1,
            Screen::Guide => self.front.in_guide(),
            Screen::Me => self.front.in_me(),
        }
    }

    /// Begins an errand: from now until it comes back, the desk is lent.
    pub fn lend(&mut self, errand: Errand) -> Vec<Effect> {
        self.errand = Some(Underway::new(errand.clone()));
        vec![Effect::Go(errand)]
    }

    /// Takes the passphrases of an errand out of their fields.
    #[must_use]
    pub fn take_passphrases(&self) -> Option<Passphrases> {
        match &self.front.me.open {
            Some(Open::Passphrase(chosen)) => Some(chosen.take()),
            _ => None,
        }
    }
}
