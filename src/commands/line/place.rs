//! Where it was, and where he stood himself: a position, or a name out of a numbered list, or words.

use crate::commands::failure::Failure;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::question::Question;
use crate::commands::line::talk::{Asked, Reply, Turn};
use crate::desks::observer::entry;
use crate::desks::place_names::{Town, meant, point};
use crate::desks::spoken::{shown, typed};
use crate::domain::draft::DraftField;
use crate::domain::place::Position;
use crate::domain::text::Line;
use crate::geography;
use crate::geography::place_text::{PositionTextError, parse_position};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Towns that are offered at most.
const OFFERED: usize = 5;

/// What was typed.
enum Typed {
    Position(Position),
    Words(Line),
}

/// Asks where it was.
pub fn put_where(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    loop {
        let place = talk.draft.place.as_ref();
        let words = || place.and_then(|place| place.words()).map(|words| Phrase::verbatim(words.as_str()));
        let present = place.and_then(|place| place.position()).map(shown::position_line).or_else(words);
        match heard(talk, Question::Where, present) {
            Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(_) => {
                talk.draft.place = None;
                talk.save(&[DraftField::Place])?;
                talk.talk.say(Word("line-taken-out"));
            }
            Reply::Given(Typed::Position(position)) => {
                let words = talk.draft.place.as_ref().and_then(|place| place.words().cloned());
                return take(talk, Some(position), words);
            }
            Reply::Given(Typed::Words(words)) => match town(talk, words.as_str()) {
                Reply::Given(town) => {
                    let position = town.position().map_err(|wrong| Failure::failed(wrong.to_string()))?;
                    let taken = Word("line-town-taken")
                        .with("name", town.name.as_str())
                        .with("error", position.error_m);
                    talk.talk.say(taken);
                    return take(talk, Some(position), Line::cleaned(&town.name).ok());
                }
                Reply::Nothing | Reply::Out(_) => {
                    talk.talk.say(Word("kept-as-words"));
                    return take(talk, None, Some(words));
                }
                Reply::Turned(Turn::Back) => {}
                Reply::Turned(turn) => {
                    // What he typed before he stopped is an answer.
                    take(talk, None, Some(words))?;
                    return Ok(turn);
                }
            },
        }
    }
}

/// Asks where he stood himself.
pub fn put_own_position(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    loop {
        let stood = talk.draft.place.as_ref().and_then(|place| place.observer_at.as_ref());
        let present = stood.map(shown::position_line);
        let position = match heard(talk, Question::OwnPosition, present) {
            Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(_) => None,
            Reply::Given(Typed::Position(position)) => Some(position),
            Reply::Given(Typed::Words(words)) => match town(talk, words.as_str()) {
                Reply::Given(town) => town.position().ok(),
                Reply::Nothing | Reply::Out(_) => {
                    talk.talk.say(Word("line-no-position"));
                    continue;
                }
                Reply::Turned(Turn::Back) => continue,
                Reply::Turned(turn) => return Ok(turn),
            },
        };
        let taken = position.is_some();
        talk.talk.say_all(position.iter().flat_map(shown::position));
        if let Some(place) = &mut talk.draft.place {
            place.observer_at = position;
        }
        talk.save(&[DraftField::Place])?;
        if taken {
            return Ok(Turn::On);
        }
        talk.talk.say(Word("line-taken-out"));
    }
}

fn heard(talk: &mut Conversation<'_>, question: Question, present: Option<Phrase>) -> Reply<Typed> {
    let (ask, hint) = question.words();
    talk.talk.ask(&Asked::words(ask, hint, present), |text| match parse_position(text) {
        Ok(entered) => {
            let position = entry::position(&entered).map_err(|wrong| typed::invalid_place(&wrong))?;
            Ok(Typed::Position(position))
        }
        Err(PositionTextError::Unrecognised | PositionTextError::Empty) => {
            Line::cleaned(text).map(Typed::Words).map_err(typed::text)
        }
        Err(wrong) => Err(typed::position(&wrong)),
    })
}

/// Offers the towns of a name; nothing where there are none or none is meant.
fn town(talk: &mut Conversation<'_>, name: &str) -> Reply<Town> {
    let towns = meant(name, near(talk), OFFERED);
    if towns.is_empty() {
        return Reply::Nothing;
    }
    let list = towns.iter().map(shown::town).collect();
    let asked = Asked::choice(Word("line-towns"), Word("line-choose"), None, list);
    match talk.talk.choose(&asked) {
        Reply::Given(place) => towns.into_iter().nth(place).map_or(Reply::Nothing, Reply::Given),
        Reply::Nothing => Reply::Nothing,
        Reply::Out(which) => Reply::Out(which),
        Reply::Turned(turn) => Reply::Turned(turn),
    }
}

/// Where the soldier is, as far as this report or his last one says.
fn near(talk: &mut Conversation<'_>) -> Option<geography::position::Position> {
    let here = talk.draft.place.as_ref().and_then(|place| place.position().cloned());
    if let Some(position) = here {
        return point(&position.given);
    }
    // A list that cannot be read costs the order of some towns, nothing else.
    let reports = talk.desk.report_list().unwrap_or_default();
    reports.first().and_then(|last| last.position.as_ref()).and_then(point)
}

fn take(
    talk: &mut Conversation<'_>,
    position: Option<Position>,
    words: Option<Line>,
) -> Result<Turn, Failure> {
    talk.talk.say_all(position.iter().flat_map(shown::position));
    match entry::place_of(talk.draft.place.as_ref(), position, words) {
        Ok(place) => {
            talk.draft.place = Some(place);
            talk.save(&[DraftField::Place])?;
        }
        Err(wrong) => talk.talk.say(typed::invalid_place(&wrong)),
    }
    Ok(Turn::On)
}
