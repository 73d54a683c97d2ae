//! What the review may ask of the world, and what it hears back. Nothing else passes between the two.

use std::ops::Range;

use crate::desks::commander::Judgement;
use crate::domain::begun_review::BegunReview;
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::domain::report::Review;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::Line;
use crate::language::phrase::Phrase;
use crate::media::preview::Preview;
use crate::screens::commander::review::original::Original;

/// Everything a review can do to the world. The world answers with [`News`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Lay a report before him, its signature verified anew; that is logged.
    Open(Digest),
    /// Look at another report while this one stays open; that is logged too.
    Look(Digest),
    /// Sign his statement on a report.
    Sign(Digest, Box<Judgement>),
    /// Take back what he signed last on a report.
    TakeBack(Digest),
    /// Sign that a report is given back for completion.
    GiveBack(Digest, ReturnReason, Option<Line>),
    /// Keep what he began to say of a report and did not sign; nothing, where he took everything back.
    Keep(Digest, Option<Box<BegunReview>>),
    /// What an attachment of a report looks like in so many cells.
    Preview {
        /// The report.
        report: Digest,
        /// The attachment.
        attachment: Digest,
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
}

impl Effect {
    /// Whether it releases a report as IMMEDIATE.
    #[must_use]
    pub fn releases(&self) -> bool {
        let Self::Sign(_, judgement) = self else { return false };
        judgement.precedence.is_some_and(Precedence::needs_release)
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// The report to review, and what he began to say of it before.
    Opened(Box<Original>, Option<Box<BegunReview>>),
    /// The other report.
    Other(Box<Original>),
    /// It is signed.
    Signed(Box<Review>, Onward),
    /// It is taken back; the report is owed a review again.
    TakenBack(Digest),
    /// It is given back, and stays owed.
    GivenBack(Digest),
    /// The note asks to investigate: these bytes of it. Nothing was signed.
    NoteAsks(Line, Range<usize>),
    /// What he began to say of a report is not kept, and why.
    NotKept(Digest, Phrase),
    /// What an attachment looks like, if it is a picture that is here.
    Preview(Digest, Option<Preview>),
    /// It was not done, and why.
    Failed(Phrase),
}

/// Where a report is once its review is signed.
#[derive(Debug, Clone, PartialEq)]
pub enum Onward {
    /// Here, until the next batch: the review can be taken back.
    Waits,
    /// Sealed for Brussels: nothing takes it back.
    Sealed,
    /// Here, because it was to be sealed at once and was not, and why. The next contact seals it.
    NotSealed(Phrase),
}
