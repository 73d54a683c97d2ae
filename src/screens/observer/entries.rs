//! The fields of a report, from top to bottom.

use crate::domain::code::Coded;
use crate::domain::duty::Duty;
use crate::domain::observation_terms::PositionMethod;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Input};
use crate::screens::kit::widgets::text_area::TextArea;
use crate::screens::kit::widgets::text_field::TextField;
use crate::screens::observer::words;

/// The fields, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The time.
    When,
    /// The position, or the place in words.
    Where,
    /// Words beside a position.
    InWords,
    /// How far off the position may be, in metres.
    HowFar,
    /// How the position was found.
    KnownFrom,
    /// The duty.
    Duty,
    /// The indicators.
    What,
    /// Men.
    Men,
    /// Women.
    Women,
    /// Boys.
    Boys,
    /// Girls.
    Girls,
    /// People not seen well enough to say.
    Unknown,
    /// What was seen or heard.
    Facts,
    /// What the author thinks of it.
    Assessment,
    /// How urgent he thinks it is.
    Urgency,
}

/// Characters a long field holds.
const NARRATIVE: usize = 8_000;

/// Empty fields in their rows; long ones have so many columns.
#[must_use]
pub fn rows(columns: usize) -> Vec<Vec<Field<Entry>>> {
    let line = |entry, label, limit, hint| Field::new(entry, label, Input::Line(TextField::new(limit, hint)));
    let number = |entry, label, hint| Field::new(entry, label, Input::Line(TextField::digits(3, hint)));
    let area =
        |entry, label, hint| Field::new(entry, label, Input::Area(TextArea::new(NARRATIVE, columns, hint)));
    let choice = |entry, label, options: Vec<&str>| {
        Field::new(entry, label, Input::Choice(Choice::new(options.into_iter().map(str::to_owned))))
    };
    vec![
        vec![line(Entry::When, words::WHEN, 60, words::WHEN_HINT)],
        vec![line(Entry::Where, words::WHERE, 200, words::WHERE_HINT)],
        vec![line(Entry::InWords, words::IN_WORDS, 200, words::IN_WORDS_HINT)],
        vec![
            Field::new(Entry::HowFar, words::HOW_FAR, Input::Line(TextField::digits(6, words::HOW_FAR_HINT))),
            choice(
                Entry::KnownFrom,
                words::KNOWN_FROM,
                PositionMethod::ALL.iter().map(|one| words::method(*one)).collect(),
            ),
        ],
        vec![choice(Entry::Duty, words::DUTY, Duty::ALL.iter().map(|one| words::duty(*one)).collect())],
        vec![Field::new(Entry::What, words::WHAT, Input::Opener(words::WHAT_HINT.to_owned()))],
        vec![
            number(Entry::Men, words::MEN, ""),
            number(Entry::Women, words::WOMEN, ""),
            number(Entry::Boys, words::BOYS, ""),
            number(Entry::Girls, words::GIRLS, ""),
            number(Entry::Unknown, words::UNKNOWN, ""),
        ],
        vec![area(Entry::Facts, words::FACTS, words::FACTS_HINT)],
        vec![area(Entry::Assessment, words::ASSESSMENT, words::ASSESSMENT_HINT)],
        vec![choice(Entry::Urgency, words::URGENCY, words::URGENCIES.to_vec())],
    ]
}
