//! What a commander and the cell say of a report in an exercise. Suggestions: whoever plays the part may say otherwise.

use crate::desks::exercise::dice::SeededDice;
use crate::desks::exercise::words::{Gaps, Words, filled};
use crate::domain::answer::Outcome;
use crate::domain::code::Coded;
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::grading::NatoGrade;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative};

/// What a commander might do with a report.
#[derive(Debug, Clone, PartialEq)]
pub struct CommanderVoice {
    /// His grade.
    pub grade: NatoGrade,
    /// His comment.
    pub comment: Option<Narrative>,
    /// Why he first gives it back, now and then.
    pub returned: Option<(ReturnReason, Line)>,
}

/// What the cell might answer.
#[derive(Debug, Clone, PartialEq)]
pub struct CellVoice {
    /// What came of it.
    pub outcome: Outcome,
    /// Words that are safe on a soldier's device, in his language.
    pub to_observer: Option<Narrative>,
    /// Words for his commander.
    pub to_commander: Option<Narrative>,
}

fn narrative(words: &Words, section: &str, gaps: &Gaps, dice: &mut SeededDice) -> Option<Narrative> {
    Narrative::new(&filled(dice.word(words.lines(section)), gaps)).ok()
}

/// A commander's voice. He grades what he could compare; the rest stays F6.
pub fn commander(words: &Words, gaps: &Gaps, dice: &mut SeededDice) -> CommanderVoice {
    let grade = dice.word(&["B2", "B2", "B2", "B3", "B3", "C3", "C3", "A2", "F3", "F6", "B4", "D4"]);
    let reason = dice.pick(ReturnReason::ALL).copied();
    let returned = reason.filter(|_| dice.one_in(16)).and_then(|reason| {
        let note = dice.word(words.lines(&format!("return.{}", reason.code())));
        Some((reason, Line::new(note).ok()?))
    });
    CommanderVoice {
        grade: grade.parse().unwrap_or_default(),
        comment: narrative(words, "comment", gaps, dice).filter(|_| dice.below(10) < 4),
        returned,
    }
}

/// The cell's voice. What belongs to the ring is known or under investigation; much of the rest is not.
pub fn cell(of_the_ring: bool, words: &Words, gaps: &Gaps, dice: &mut SeededDice) -> Option<CellVoice> {
    use FeedbackStatus::{
        ClosedResult, LinkedToKnown, NeedsMore, NoAction, PassedAbroad, Received, UnderInvestigation,
    };
    let likely: &[FeedbackStatus] = if of_the_ring {
        &[LinkedToKnown, LinkedToKnown, UnderInvestigation, PassedAbroad, ClosedResult]
    } else {
        &[Received, Received, NeedsMore, NoAction, NoAction, NoAction, LinkedToKnown, UnderInvestigation]
    };
    let status = *dice.pick(likely)?;
    let reason = dice.pick(NoActionReason::ALL).copied().filter(|_| status == NoAction);
    let section = format!("answer.{}", reason.map_or_else(|| status.code(), Coded::code));
    Some(CellVoice {
        outcome: Outcome::new(status, reason).ok()?,
        to_observer: narrative(words, &section, gaps, dice),
        to_commander: narrative(words, "command", gaps, dice).filter(|_| dice.one_in(2)),
    })
}
