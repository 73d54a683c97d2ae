//! The fields of a report, from top to bottom: what a usable report needs, then the rest.

use crate::desks::spoken::{codes, terms};
use crate::domain::code::Coded;
use crate::domain::duty::Duty;
use crate::domain::observation_terms::{PositionMethod, SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::protocol_form::ProtocolForm;
use crate::language::word::Word;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Input};
use crate::screens::kit::widgets::several::Several;
use crate::screens::kit::widgets::text_area::TextArea;
use crate::screens::kit::widgets::text_field::TextField;

/// The fields, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The time.
    When,
    /// The position, or the place in words.
    Where,
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
    /// Persons and things.
    Things,
    /// Words beside a position.
    InWords,
    /// How far off the position may be, in metres.
    HowFar,
    /// How the position was found.
    KnownFrom,
    /// Where the author stood himself.
    StoodAt,
    /// Whether a school was near.
    School,
    /// How far the process had come.
    Phase,
    /// Trafficking, smuggling, both.
    Suspected,
    /// Which of the six forms.
    Forms,
    /// What the author thinks of it.
    Assessment,
    /// Whether somebody looked under 18.
    Minor,
    /// Whether three or more acted together.
    Group,
    /// Whether an official took part or looked away.
    Official,
    /// Whether somebody's life was in danger.
    Life,
    /// Whether a local authority was told.
    Told,
    /// Which one, and when.
    ToldWho,
    /// Whether it acted.
    Acted,
    /// What was done about objects and the scene.
    Scene,
    /// Files.
    Files,
    /// How urgent the author thinks it is.
    Urgency,
}

impl Entry {
    /// Where each block begins, from top to bottom.
    pub const BLOCKS: [Self; 14] = [
        Self::When,
        Self::Where,
        Self::Duty,
        Self::What,
        Self::Men,
        Self::Facts,
        Self::Things,
        Self::InWords,
        Self::Phase,
        Self::Assessment,
        Self::Minor,
        Self::Told,
        Self::Files,
        Self::Urgency,
    ];

    /// The five circumstances that make a case graver.
    pub const GRAVER: [Self; 5] = [Self::School, Self::Minor, Self::Group, Self::Official, Self::Life];
}

/// Characters a long field holds.
const NARRATIVE: usize = 8_000;
/// Characters a line holds.
pub const LINE: usize = 200;
/// Columns for the labels that say a circumstance.
const CIRCUMSTANCE: u16 = 20;

/// What an empty choice of urgency is called, and the three an observer may suggest.
const URGENCIES: [Word; 4] =
    [Word("urgency-none"), Word("urgency-routine"), Word("urgency-priority"), Word("urgency-immediate")];

fn line(entry: Entry, label: Word, limit: usize, hint: Word) -> Field<Entry> {
    Field::new(entry, label, Input::Line(TextField::new(limit, Some(hint))))
}

fn number(entry: Entry, label: Word) -> Field<Entry> {
    Field::new(entry, label, Input::Line(TextField::digits(3, None)))
}

fn choice<C: Coded>(entry: Entry, label: Word, name: impl Fn(C) -> Word) -> Field<Entry> {
    let options = C::ALL.iter().map(|one| name(*one));
    Field::new(entry, label, Input::Choice(Choice::new(options)))
}

fn circumstance(entry: Entry, label: Word) -> Vec<Field<Entry>> {
    vec![choice::<TriState>(entry, label, codes::tri_state).labelled_in(CIRCUMSTANCE)]
}

/// Empty fields in their rows; long ones have so many columns.
#[must_use]
pub fn rows(columns: usize) -> Vec<Vec<Field<Entry>>> {
    let area = |entry, label, hint| {
        Field::new(entry, label, Input::Area(TextArea::new(NARRATIVE, columns, Some(hint))))
    };
    let opener = |entry, label, hint: Word| Field::new(entry, label, Input::Opener(hint.into()));
    let digits = TextField::digits(6, Some(Word("how-far-hint")));
    let forms = Several::new(ProtocolForm::ALL.iter().map(|one| codes::form(*one)));
    let mut rows = vec![
        vec![line(Entry::When, Word("when"), 60, Word("when-hint"))],
        vec![line(Entry::Where, Word("where"), LINE, Word("where-hint"))],
        vec![choice::<Duty>(Entry::Duty, Word("duty"), terms::duty)],
        vec![opener(Entry::What, Word("what"), Word("what-hint"))],
        vec![
            number(Entry::Men, Word("men")),
            number(Entry::Women, Word("women")),
            number(Entry::Boys, Word("boys")),
            number(Entry::Girls, Word("girls")),
            number(Entry::Unknown, Word("unknown")),
        ],
        vec![area(Entry::Facts, Word("facts"), Word("facts-hint"))],
        vec![opener(Entry::Things, Word("things"), Word("things-hint"))],
        vec![line(Entry::InWords, Word("in-words"), LINE, Word("in-words-hint"))],
        vec![
            Field::new(Entry::HowFar, Word("how-far"), Input::Line(digits)),
            choice::<PositionMethod>(Entry::KnownFrom, Word("known-from"), terms::method),
        ],
        vec![line(Entry::StoodAt, Word("stood-at"), LINE, Word("stood-at-hint"))],
        circumstance(Entry::School, Word("school")),
        vec![choice::<Phase>(Entry::Phase, Word("phase"), codes::phase)],
        vec![choice::<SuspectedKind>(Entry::Suspected, Word("suspected"), codes::suspected)],
        vec![Field::new(Entry::Forms, Word("forms"), Input::Several(forms))],
        vec![area(Entry::Assessment, Word("assessment"), Word("assessment-hint"))],
    ];
    rows.extend([
        circumstance(Entry::Minor, Word("looked-minor")),
        circumstance(Entry::Group, Word("acted-together")),
        circumstance(Entry::Official, Word("official")),
        circumstance(Entry::Life, Word("life-at-risk")),
        circumstance(Entry::Told, Word("local-told")),
        vec![line(Entry::ToldWho, Word("local-who"), LINE, Word("local-who-hint"))],
        circumstance(Entry::Acted, Word("local-acted")),
        vec![line(Entry::Scene, Word("scene"), LINE, Word("scene-hint"))],
        vec![opener(Entry::Files, Word("files"), Word("files-hint"))],
        vec![Field::new(Entry::Urgency, Word("urgency"), Input::Choice(Choice::new(URGENCIES)))],
    ]);
    rows
}
