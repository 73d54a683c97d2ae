//! The fields of a commander's statement, from top to bottom: what he judges, then what he adds.

use crate::desks::spoken::{codes, grades};
use crate::domain::code::Coded;
use crate::domain::grading::{HandlingCode, InformationCredibility, LONGEST_RESTRICTION, SourceReliability};
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation_terms::TriState;
use crate::domain::precedence::Precedence;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::widgets::choice::Choice;
use crate::screens::kit::widgets::form::{Field, Input};
use crate::screens::kit::widgets::several::Several;
use crate::screens::kit::widgets::text_area::TextArea;
use crate::screens::kit::widgets::text_field::TextField;

/// The fields, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// How reliable the source is.
    Source,
    /// How credible the information is, judged apart.
    Information,
    /// What may be done with it.
    Handling,
    /// The restriction in words; H3 alone carries one.
    Restriction,
    /// Who may not see it.
    Caveats,
    /// How fast it goes.
    Precedence,
    /// How widely it may be known.
    Marking,
    /// The commander's words.
    Comment,
    /// Whether he told a local authority.
    Told,
    /// Which one, and when; where he told one.
    ToldWho,
    /// Whether it acted; where he told one.
    Acted,
    /// The report it repeats.
    Repeats,
}

/// Columns for the sign of focus and the label.
const LABEL: u16 = 15;
/// Characters a comment holds.
const NARRATIVE: usize = 8_000;
/// Characters a line holds.
const LINE: usize = 200;

fn choice<P: Into<Phrase>>(
    entry: Entry,
    label: Word,
    options: impl IntoIterator<Item = P>,
    chosen: Option<usize>,
) -> Field<Entry> {
    let mut choice = Choice::new(options);
    choice.choose(chosen);
    Field::new(entry, label, Input::Choice(choice)).labelled_in(LABEL)
}

/// The place of a code in its list.
pub fn nth<C: Coded>(one: C) -> Option<usize> {
    C::ALL.iter().position(|other| *other == one)
}

fn letters<C: Coded>() -> impl Iterator<Item = Phrase> {
    C::ALL.iter().map(|one| Phrase::verbatim(one.code()))
}

/// Every field, with nothing judged yet; long ones have so many columns. `markings` are those he may give.
#[must_use]
pub fn all(columns: usize, markings: &[Marking]) -> Vec<Field<Entry>> {
    let area = |entry, label, limit, hint| {
        Field::new(entry, label, Input::Area(TextArea::new(limit, columns, Some(hint)))).labelled_in(LABEL)
    };
    let answers = || TriState::ALL.iter().map(|one| codes::tri_state(*one));
    let unknown = nth(TriState::Unknown);
    let caveats = Several::new(Caveat::ALL.iter().map(|one| codes::caveat(*one)));
    let who = TextField::new(LINE, Some(Word("judge-told-who-hint")));
    vec![
        choice(
            Entry::Source,
            Word("judge-source"),
            letters::<SourceReliability>(),
            nth(SourceReliability::F),
        ),
        choice(
            Entry::Information,
            Word("judge-information"),
            letters::<InformationCredibility>(),
            nth(InformationCredibility::Unjudged),
        ),
        choice(Entry::Handling, Word("judge-handling"), letters::<HandlingCode>(), nth(HandlingCode::H2)),
        area(
            Entry::Restriction,
            Word("judge-restriction"),
            LONGEST_RESTRICTION,
            Word("judge-restriction-hint"),
        ),
        Field::new(Entry::Caveats, Word("judge-caveats"), Input::Several(caveats)).labelled_in(LABEL),
        choice(
            Entry::Precedence,
            Word("judge-precedence"),
            Precedence::SUGGESTIBLE.map(codes::precedence),
            Some(0),
        ),
        choice(
            Entry::Marking,
            Word("judge-marking"),
            markings.iter().map(|marking| grades::marking(*marking)),
            Some(0),
        ),
        area(Entry::Comment, Word("judge-comment"), NARRATIVE, Word("judge-comment-hint")),
        choice(Entry::Told, Word("judge-told"), answers(), unknown),
        Field::new(Entry::ToldWho, Word("judge-told-who"), Input::Line(who)).labelled_in(LABEL),
        choice(Entry::Acted, Word("judge-acted"), answers(), unknown),
        Field::new(Entry::Repeats, Word("judge-repeats"), Input::Opener(Word("judge-repeats-none").into()))
            .labelled_in(LABEL),
    ]
}
