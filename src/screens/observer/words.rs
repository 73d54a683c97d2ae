//! Every word the observer reads, in English.
//!
//! The rule above all: a soldier is no investigator. No text asks him to do anything but tell what he saw or heard
//! anyway; the test at the foot watches over that.

use crate::domain::answer::Outcome;
use crate::domain::code::Coded;
use crate::domain::draft::{DraftField, Obstacle};
use crate::domain::duty::Duty;
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::grading::Basis;
use crate::domain::observation_terms::{PositionMethod, TimePrecision};
use crate::domain::return_reason::ReturnReason;
use crate::domain::standing::{Stage, Standing};
use crate::domain::time::Timestamp;
use crate::geography::dtg::TimeWarning;
use crate::screens::observer::advice::{Alert, Missed, Part};

// Keys.
pub const KEY_NEW: &str = "new report";
pub const KEY_OPEN: &str = "open";
pub const KEY_DISCARD: &str = "throw draft away";
pub const KEY_CORRECT: &str = "write a newer version";
pub const KEY_UP: &str = "up";
pub const KEY_DOWN: &str = "down";
pub const KEY_PAGE_UP: &str = "a page up";
pub const KEY_PAGE_DOWN: &str = "a page down";
pub const KEY_FIRST: &str = "to the first";
pub const KEY_LAST: &str = "to the last";
pub const KEY_THEME: &str = "colours";
pub const KEY_HELP: &str = "help";
pub const KEY_QUIT: &str = "quit";
pub const KEY_QUIT_ANYWHERE: &str = "quit from anywhere; what you wrote is saved";
pub const KEY_REDRAW: &str = "draw the screen again";
pub const KEY_BACK: &str = "back";
pub const KEY_NEXT_FIELD: &str = "next";
pub const KEY_PREVIOUS_FIELD: &str = "to the field before";
pub const KEY_ENTER: &str = "next field; opens the list; new line in a text";
pub const KEY_FILE: &str = "file";
pub const KEY_LEAVE_DRAFT: &str = "leave, keep draft";
pub const KEY_ODD: &str = "just odd";
pub const KEY_PICK: &str = "pick";
pub const KEY_BASIS: &str = "how you know";
pub const KEY_BASIS_BACK: &str = "how you know, the other way round";
pub const KEY_PICKED: &str = "done";
pub const KEY_BACK_TO_FORM: &str = "back to the form";
pub const KEY_YES: &str = "yes";
pub const KEY_NO: &str = "no";

// Headings of the help.
pub const HELP: &str = "Help";
pub const HELP_REPORTS: &str = "In the list of reports";
pub const HELP_REPORT: &str = "In a report";
pub const HELP_FORM: &str = "In the form";
pub const HELP_INDICATORS: &str = "At \"What\"";
pub const HELP_PICKER: &str = "In the list of indicators";
pub const HELP_QUESTION: &str = "When you must confirm";
pub const HELP_EDIT: &str = "Inside a field";
pub const HELP_LETTERLESS: &str = "Where you are not writing";
pub const HELP_ANYWHERE: &str = "Everywhere";

// Screens.
pub const REPORTS: &str = "Reports";
pub const NEW_REPORT: &str = "New report";
pub const NEWER_VERSION: &str = "Newer version of a filed report";
pub const INDICATORS: &str = "What did you see or hear anyway?";
pub const NO_REPORTS: &str = "No reports yet.\n\nPress n to begin one. It takes a minute: when, where and what are enough. \
     Everything you write is saved on this device as you go, and nobody sees it before you file it.\n\nWhat the police \
     answer will stand here, on top.";
pub const WORDS_OF_POLICE: &str = "Police";
pub const WHAT_YOU_FILED: &str = "What you saw or heard, as you filed it";
pub const NO_ANSWER_YET: &str = "No answer yet. It will appear here and in the list, on top.";
pub const LOADING: &str = "Reading your reports.";

/// What is shown where the window is too small.
#[must_use]
pub fn too_small(columns: u16, rows: u16, needed: (u16, u16)) -> String {
    let (wide, high) = needed;
    format!(
        "This window is too small: {columns} x {rows}. Vigilia needs {wide} x {high}. Make the window larger or the \
         letters smaller. What you wrote is saved."
    )
}

// The form.
pub const WHEN: &str = "When";
pub const WHEN_HINT: &str = "now, -20m, 1430, 1400-1430, 211430ZNOV26";
pub const WHERE: &str = "Where";
pub const WHERE_HINT: &str = "MGRS, degrees, or a place in words";
pub const IN_WORDS: &str = "In words";
pub const IN_WORDS_HINT: &str = "beside the position: at the petrol station";
pub const HOW_FAR: &str = "Metres off";
pub const HOW_FAR_HINT: &str = "digits";
pub const KNOWN_FROM: &str = "Found by";
pub const DUTY: &str = "Duty";
pub const WHAT: &str = "What";
pub const WHAT_HINT: &str = "Enter: pick what fits   o: just odd";
pub const MEN: &str = "Men";
pub const WOMEN: &str = "Women";
pub const BOYS: &str = "Boys";
pub const GIRLS: &str = "Girls";
pub const UNKNOWN: &str = "Unknown";
pub const FACTS: &str = "Facts: what I saw or heard";
pub const FACTS_HINT: &str =
    "Looks, clothing, plate (? if not read), colour, direction, words heard. Tab goes on.";
pub const ASSESSMENT: &str = "Assessment: what I think (may stay empty)";
pub const ASSESSMENT_HINT: &str = "Kept apart from the facts. Tab goes on.";
pub const URGENCY: &str = "Urgency";
pub const PICK_PROMPT: &str = "Type to narrow:";
pub const PICK_HINT: &str = "papers, van, child, Papiere, mineur …";
pub const PICK_NOTHING: &str = "Nothing in the list holds these words. \"Just odd\" is a good answer too: Ctrl-O, and \
     write what you saw under Facts.";
pub const JUST_ODD: &str = "just odd";
pub const NOTHING_YET: &str = "nothing written yet";
pub const NO_PLACE: &str = "no place yet";
pub const NO_TIME: &str = "no time yet";
pub const KEPT_AS_WORDS: &str = "kept as words, without a position";
pub const FILLED_IN: &str = "Filled in";
pub const STILL_NEEDED: &str = "Needed before filing";
pub const READY: &str = "Ready to file: Ctrl-F";
pub const MISSED_MOST: &str = "An officer would miss";
pub const MISSED_LIMIT: &str = "(what you know already)";

/// What an empty choice of urgency is called, and the three an observer may suggest.
pub const URGENCIES: [&str; 4] = ["not chosen", "routine", "priority", "immediate"];
pub const URGENCY_SUGGESTED: &str =
    "IMMEDIATE is suggested by what you picked. You choose; your commander releases it.";

// Questions.
pub const FILE: &str = "File this report?";
pub const FILE_TEXT: &str = "It is signed as yours, can no longer be changed, and goes with the next transfer to your \
     commander, who must pass it on to the police.";
pub const FILE_YES: &str = "file it";
pub const FILE_NO: &str = "not yet";
pub const NOT_YET: &str = "Not complete yet";
pub const NOT_YET_YES: &str = "take me there";
pub const DISCARD: &str = "Throw this draft away?";
pub const DISCARD_TEXT: &str = "Nobody else has seen it, and it cannot be brought back.";
pub const DISCARD_YES: &str = "throw it away";
pub const DISCARD_NO: &str = "keep it";
pub const OWN_FORCES: &str = "This speaks of our own side";
pub const OWN_FORCES_TEXT: &str = "A report on our own side must not go through your commander. The road that keeps it from \
     him is not open yet, so this report cannot be filed here: it stays a draft on this device, and nobody is told that \
     it exists.\n\nYou can reach the Federal Ombudsman directly.";
pub const OWN_FORCES_YES: &str = "pick it, keep as draft";
pub const OWN_FORCES_NO: &str = "do not pick it";

// Notices.
pub const DRAFT_KEPT: &str = "The draft is kept.";
pub const DISCARDED: &str = "The draft is thrown away.";

/// A report was filed.
#[must_use]
pub fn filed(number: u32) -> String {
    format!("Filed as your number {number}. It goes with the next transfer.")
}

/// The draft is kept, but for what was not understood.
#[must_use]
pub fn kept_but(labels: &[String]) -> String {
    format!("The draft is kept, but \"{}\" was not understood and not saved.", labels.join("\", \""))
}

/// A field could not be saved.
#[must_use]
pub fn not_saved(field: DraftField, why: &str) -> String {
    let field = field.code().replace('_', " ");
    format!("Not saved: {field}; it is tried again, and Ctrl-C twice leaves without it. {why}")
}

/// Label and how many more.
#[must_use]
pub fn and_more(label: &str, more: usize) -> String {
    format!("{label} +{more}")
}

/// What stands at "What": how much is picked.
#[must_use]
pub fn picked(count: usize, just_odd: bool) -> String {
    match (count, just_odd) {
        (0, false) => WHAT_HINT.to_owned(),
        (0, true) => format!("{JUST_ODD}   Enter: pick what fits"),
        (count, false) => format!("{count} picked   Enter: change"),
        (count, true) => format!("{count} picked, {JUST_ODD}   Enter: change"),
    }
}

/// A position in its second notation, with its error.
#[must_use]
pub fn second_notation(notation: &str, error_m: u32) -> String {
    format!("{notation}, ±{error_m} m")
}

/// The more usual name of a grid square.
#[must_use]
pub fn alternative_grid(reference: &str) -> String {
    format!("also written {reference}")
}

/// A duty.
#[must_use]
pub fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Checkpoint => "checkpoint",
        Duty::Patrol => "patrol",
        Duty::Guard => "guard",
        Duty::Convoy => "convoy",
        Duty::Other => "other",
    }
}

/// How it came to be known.
#[must_use]
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::SawMyself => "saw or heard it",
        Basis::DeviceRecorded => "device recorded it",
        Basis::ToldByEyewitness => "told by eyewitness",
        Basis::Hearsay => "hearsay",
        Basis::MyConclusion => "my conclusion",
    }
}

/// How a position was found.
#[must_use]
pub fn method(method: PositionMethod) -> &'static str {
    match method {
        PositionMethod::Gps => "GPS",
        PositionMethod::Map => "map",
        PositionMethod::Estimate => "eye",
    }
}

/// How exactly a time is known.
#[must_use]
pub fn time_precision(precision: TimePrecision) -> &'static str {
    match precision {
        TimePrecision::Exact => "exact",
        TimePrecision::About => "about",
        TimePrecision::Period => "in between",
    }
}

/// What is odd about a time.
#[must_use]
pub fn time_warning(warning: TimeWarning) -> &'static str {
    match warning {
        TimeWarning::InFuture => "that is still to come on this device's clock",
        TimeWarning::LongAgo => "that is more than thirty days ago",
    }
}

/// A part of a report.
#[must_use]
pub fn part(part: Part) -> &'static str {
    match part {
        Part::When => "when",
        Part::Where => "where",
        Part::Duty => "duty",
        Part::What => "what",
        Part::Who => "who",
        Part::Facts => "facts",
    }
}

/// What stands in the way of filing.
#[must_use]
pub fn obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Time => "when it was",
        Obstacle::Place => "where it was; \"near …\" will do",
        Obstacle::Substance => "what it was: an indicator, \"just odd\", or a sentence",
        Obstacle::OwnForces => "it speaks of our own side, so it stays a draft here",
        Obstacle::NoMedia => "what it tells of must never be copied; take the attached files off",
    }
}

/// What an officer would miss.
#[must_use]
pub fn missed(missed: Missed) -> &'static str {
    match missed {
        Missed::ExactTime => "the time to the minute",
        Missed::Position => "grid or degrees",
        Missed::PositionError => "how many metres off",
        Missed::Plate => "the plate, even in part",
        Missed::Counts => "how many people",
        Missed::Facts => "your own words (Facts)",
        Missed::Description => "looks, colour, direction",
    }
}

/// What must be read before going on.
#[must_use]
pub fn alert(alert: Alert) -> &'static str {
    match alert {
        Alert::OwnForces => "Our own side: stays a draft on this device and is told to nobody.",
        Alert::LocalHelp => "Get local help first: somebody may need it now. The report can wait.",
        Alert::SuggestsImmediate => "IMMEDIATE is suggested. You choose, under Urgency.",
        Alert::FirstAid => "First aid if you can, and tell the medic.",
        Alert::NoMedia => "Never photograph, copy or forward such images. Words only.",
    }
}

/// An instant as it is read at a glance: `21 Nov 14:32Z`.
#[must_use]
pub fn instant(at: Timestamp) -> String {
    at.instant().format("%e %b %H:%MZ").to_string().trim_start().to_owned()
}

/// How far a report has come.
#[must_use]
pub fn standing(standing: Standing, handed_over: Option<Timestamp>) -> String {
    let since = |since: Option<Timestamp>| since.map(|at| format!(" {}", instant(at))).unwrap_or_default();
    let told = match standing.stage {
        Stage::Draft => "draft, only you see it",
        Stage::Filed => {
            return match handed_over {
                Some(at) => format!("to commander{}", since(Some(at))),
                None => "filed, waits for transfer".to_owned(),
            };
        }
        Stage::Returned => "returned to you",
        Stage::Superseded => "replaced by a newer one",
        Stage::Reviewed => "commander read it",
        Stage::Forwarded => "left for Brussels",
        Stage::Received => "in Brussels",
        Stage::Acknowledged => "police have it",
        Stage::Answered => "police answered",
    };
    format!("{told}{}", since(standing.since))
}

/// What came of a report.
#[must_use]
pub fn outcome(outcome: Outcome) -> String {
    let status = match outcome.status() {
        FeedbackStatus::Received => "received, being read",
        FeedbackStatus::NeedsMore => "more would help, if you come to see it again on normal duty",
        FeedbackStatus::LinkedToKnown => "linked to a known case",
        FeedbackStatus::UnderInvestigation => "under investigation",
        FeedbackStatus::PassedAbroad => "passed to the police of another country",
        FeedbackStatus::NoAction => "no action",
        FeedbackStatus::ClosedResult => "closed, with a result",
    };
    outcome.reason().map_or_else(|| status.to_owned(), |why| format!("{status}: {}", no_action(why)))
}

fn no_action(reason: NoActionReason) -> &'static str {
    match reason {
        NoActionReason::NoOffence => "no offence under the law that applies",
        NoActionReason::TooVague => "too little to act upon",
        NoActionReason::AlreadyKnown => "all of it was known",
        NoActionReason::OutOfCompetence => "another authority is competent",
        NoActionReason::PassedToLocal => "the local police have it",
        NoActionReason::Resources => "nobody is free to act on it now",
    }
}

/// Why a report came back.
#[must_use]
pub fn returned(reason: ReturnReason) -> &'static str {
    match reason {
        ReturnReason::TimeUnclear => "the time is unclear",
        ReturnReason::PlaceUnclear => "the place is unclear",
        ReturnReason::CountsMissing => "how many people is missing",
        ReturnReason::IndicatorBasisMissing => "it does not say how you know",
        ReturnReason::FactsAndAssessmentMixed => "facts and assessment stand in one text",
        ReturnReason::AttachmentUnreadable => "an attachment cannot be opened",
        ReturnReason::Other => "for the reason below",
    }
}

pub const BY_COMMANDER: &str = "Your commander";
pub const BY_CELL: &str = "Federal Police, trafficking cell";
pub const RETURNED_ADVICE: &str =
    "Complete it from memory: press c to write a newer version. This one counts until then.";

/// A report in one line, for a heading.
#[must_use]
pub fn report_number(sequence: Option<u32>) -> String {
    sequence.map_or_else(|| NEW_REPORT.to_owned(), |number| format!("Report {number}"))
}

#[cfg(test)]
mod tests {
    /// What no text may ask of a soldier. Stems, so that every form of the word is met.
    const NEVER: [&str; 17] = [
        "investigat",
        "interrogat",
        "question him",
        "question her",
        "question them",
        "ask ",
        "search",
        "follow",
        "pursue",
        "go back",
        "return to the place",
        "find out",
        "look for",
        "look into",
        "observe further",
        "stay with",
        "watch ",
    ];

    #[test]
    fn no_word_asks_a_soldier_to_question_search_follow_or_go_back() {
        let code = include_str!("words.rs")
            .split("#[cfg(test)]")
            .next()
            .unwrap()
            .to_lowercase()
            .replace("\\\"", "'");
        let texts = code.split('"').skip(1).step_by(2).collect::<Vec<_>>();
        assert!(texts.len() > 100);
        for text in texts {
            // What the police do is theirs to do.
            let told_to_him = text.replace("under investigation", "");
            for never in NEVER {
                assert!(!told_to_him.contains(never), "{text:?} says {never:?}");
            }
        }
    }
}
