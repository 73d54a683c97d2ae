//! The fields of a report, from top to bottom.

use crate::desks::spoken::terms;
use crate::domain::code::Coded;
use crate::domain::duty::Duty;
use crate::domain::observation_terms::PositionMethod;
use crate::language::word::Word;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Input};
use crate::screens::kit::widgets::text_area::TextArea;
use crate::screens::kit::widgets::text_field::TextField;

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

/// What an empty choice of urgency is called, and the three an observer may suggest.
const URGENCIES: [Word; 4] =
    [Word("urgency-none"), Word("urgency-routine"), Word("urgency-priority"), Word("urgency-immediate")];

/// Empty fields in their rows; long ones have so many columns.
#[must_use]
pub fn rows(columns: usize) -> Vec<Vec<Field<Entry>>> {
    let line = |entry, label, limit, hint| Field::new(entry, label, Input::Line(TextField::new(limit, hint)));
    let number = |entry, label, hint| Field::new(entry, label, Input::Line(TextField::digits(3, hint)));
    let area =
        |entry, label, hint| Field::new(entry, label, Input::Area(TextArea::new(NARRATIVE, columns, hint)));
    let choice =
        |entry, label, options: Vec<Word>| Field::new(entry, label, Input::Choice(Choice::new(options)));
    vec![
        vec![line(Entry::When, Word("when"), 60, Some(Word("when-hint")))],
        vec![line(Entry::Where, Word("where"), 200, Some(Word("where-hint")))],
        vec![line(Entry::InWords, Word("in-words"), 200, Some(Word("in-words-hint")))],
        vec![
            Field::new(
                Entry::HowFar,
                Word("how-far"),
                Input::Line(TextField::digits(6, Some(Word("how-far-hint")))),
            ),
            choice(
                Entry::KnownFrom,
                Word("known-from"),
                PositionMethod::ALL.iter().map(|one| terms::method(*one)).collect(),
            ),
        ],
        vec![choice(Entry::Duty, Word("duty"), Duty::ALL.iter().map(|one| terms::duty(*one)).collect())],
        vec![Field::new(Entry::What, Word("what"), Input::Opener(Word("what-hint").into()))],
        vec![
            number(Entry::Men, Word("men"), None),
            number(Entry::Women, Word("women"), None),
            number(Entry::Boys, Word("boys"), None),
            number(Entry::Girls, Word("girls"), None),
            number(Entry::Unknown, Word("unknown"), None),
        ],
        vec![area(Entry::Facts, Word("facts"), Some(Word("facts-hint")))],
        vec![area(Entry::Assessment, Word("assessment"), Some(Word("assessment-hint")))],
        vec![choice(Entry::Urgency, Word("urgency"), URGENCIES.to_vec())],
    ]
}
