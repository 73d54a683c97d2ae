//! What the commander's desk hears, and what it may ask of the world. Nothing else passes between the two.

use crate::desks::identity::Identity;
use crate::language::phrase::Phrase;
use crate::screens::commander::errand::{Errand, Outcome};
use crate::screens::commander::{batch, contingent, queue, review, sent};
use crate::screens::desk::errand;
use crate::screens::desk::message;
use crate::vault::settings::Setting;

/// Something the desk hears.
pub type Message = message::Message<Told>;

/// What came of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// What the queue asked for.
    Queue(queue::message::News),
    /// What the review asked for.
    Review(review::message::News),
    /// What the batch asked for.
    Batch(batch::message::News),
    /// What the room of what went asked for.
    Sent(sent::message::News),
    /// What the contingent asked for.
    Contingent(contingent::message::News),
    /// Who sits here.
    Me(Box<Identity>),
    /// What an errand tells.
    Errand(Box<errand::News<Outcome>>),
    /// Something else could not be done, and why.
    Failed(Phrase),
}

/// What the loop hears beside keys: what errands and couriers tell from threads of their own.
#[derive(Debug)]
pub enum Heard {
    /// For the state as it is.
    Told(Told),
    /// For whoever holds the line, who needs the desk to take it in.
    Line(batch::message::Tidings),
}

impl From<errand::News<Outcome>> for Told {
    fn from(news: errand::News<Outcome>) -> Self {
        Self::Errand(Box::new(news))
    }
}

impl From<errand::News<Outcome>> for Heard {
    fn from(news: errand::News<Outcome>) -> Self {
        Self::Told(news.into())
    }
}

/// Everything this desk can do to the world. The world answers with [`Told`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// For the queue.
    Queue(queue::message::Effect),
    /// For the review.
    Review(review::message::Effect),
    /// For the batch.
    Batch(batch::message::Effect),
    /// For the room of what went.
    Sent(sent::message::Effect),
    /// For the contingent.
    Contingent(contingent::message::Effect),
    /// Read who sits here.
    LoadMe,
    /// Keep what was chosen.
    Choose(Setting),
    /// Lend the desk to an errand.
    Go(Errand),
    /// Ask the errand to end after the group it is at.
    Stop,
    /// Draw everything again.
    Redraw,
    /// Leave the desk.
    Leave,
}
