//! What fits the catalogue: words narrow a numbered list, a number picks, and each is known by something.

use std::collections::BTreeSet;

use crate::commands::failure::Failure;
use crate::commands::line::answer::line;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::talk::{Asked, Heard, Reply, Turn};
use crate::desks::spoken::{advice, terms, told};
use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::catalogue::search::Search;
use crate::domain::catalogue::suited::OFFERED_FIRST;
use crate::domain::catalogue::terms::Flag;
use crate::domain::code::Coded;
use crate::domain::draft::DraftField;
use crate::domain::duty::Duty;
use crate::domain::grading::Basis;
use crate::domain::observation::IndicatorSeen;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Asks what was seen or heard.
pub fn put(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    let search = Search::of(talk.desk.catalogue());
    let mut listed = suited(talk);
    talk.talk.say(Word("ask-indicators"));
    present(talk);
    show(talk, &listed);
    talk.talk.say(Word("line-signs-how"));
    loop {
        match talk.talk.hear() {
            Heard::Nothing => return Ok(Turn::On),
            Heard::Back => return Ok(Turn::Back),
            Heard::Stop => return Ok(Turn::Stop),
            Heard::Ended => return Ok(Turn::Ended),
            Heard::Refused(why) => talk.talk.say(why),
            Heard::Help => {
                talk.talk.say(Word("hint-indicators"));
                listed = suited(talk);
                present(talk);
                show(talk, &listed);
                talk.talk.say(Word("line-signs-how"));
                talk.talk.say(Word("line-keys"));
            }
            Heard::Out(_) => {
                talk.draft.indicators.clear();
                talk.draft.just_odd = false;
                talk.save(&[DraftField::Indicators, DraftField::JustOdd])?;
                talk.talk.say(Word("line-taken-out"));
            }
            Heard::Words(words) => match numbers(&words) {
                Some(numbers) => {
                    for number in numbers {
                        match chosen(talk, number, &listed)? {
                            Turn::On | Turn::Back => {}
                            turn => return Ok(turn),
                        }
                    }
                }
                None => {
                    let found = found(talk, &search, &words);
                    if found.is_empty() {
                        talk.talk.say(Word("line-signs-none"));
                    } else {
                        listed = found;
                        show(talk, &listed);
                    }
                }
            },
        }
    }
}

/// Asks, for each that was picked, which person or thing showed it, and for a few words.
pub fn put_details(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    let mut place = 0;
    while let Some(seen) = talk.draft.indicators.get(place).cloned() {
        talk.talk.say(Word("line-about-sign").with("sign", told::indicator(&seen, talk.desk.catalogue())));
        if !talk.draft.entities.is_empty() {
            match subject(talk, place, &seen)? {
                Turn::On => {}
                turn => return Ok(turn),
            }
        }
        match note(talk, place)? {
            Turn::On => place += 1,
            turn => return Ok(turn),
        }
    }
    Ok(Turn::On)
}

fn subject(talk: &mut Conversation<'_>, place: usize, seen: &IndicatorSeen) -> Result<Turn, Failure> {
    let names: Vec<_> = talk.draft.entities.iter().map(|entity| entity.reference).collect();
    let list = talk.draft.entities.iter().map(told::entity).collect();
    let present = seen.subject.map(|subject| Phrase::verbatim(subject.to_string()));
    let asked = Asked::choice(Word("ask-indicator-subject"), Word("hint-indicator-subject"), present, list);
    let subject = match talk.talk.choose(&asked) {
        Reply::Given(which) => names.get(which).copied(),
        Reply::Out(_) => None,
        Reply::Nothing => return Ok(Turn::On),
        Reply::Turned(turn) => return Ok(turn),
    };
    if let Some(seen) = talk.draft.indicators.get_mut(place) {
        seen.subject = subject;
    }
    talk.save(&[DraftField::Indicators])?;
    Ok(Turn::On)
}

fn note(talk: &mut Conversation<'_>, place: usize) -> Result<Turn, Failure> {
    let held = talk.draft.indicators.get(place).and_then(|seen| seen.note.as_ref());
    let present = held.map(|note| Phrase::verbatim(note.as_str()));
    let asked = Asked::words(Word("ask-indicator-note"), Word("hint-indicator-note"), present);
    let note = match talk.talk.ask(&asked, line) {
        Reply::Given(note) => Some(note),
        Reply::Out(_) => None,
        Reply::Nothing => return Ok(Turn::On),
        Reply::Turned(turn) => return Ok(turn),
    };
    if let Some(seen) = talk.draft.indicators.get_mut(place) {
        seen.note = note;
    }
    talk.save(&[DraftField::Indicators])?;
    Ok(Turn::On)
}

fn suited(talk: &Conversation<'_>) -> Vec<IndicatorId> {
    let suited = talk.desk.catalogue().suited(talk.draft.duty.unwrap_or(Duty::Other), None);
    suited.first.into_iter().map(|row| row.id.clone()).collect()
}

fn found(talk: &Conversation<'_>, search: &Search, words: &str) -> Vec<IndicatorId> {
    let all = talk.desk.catalogue().suited(talk.draft.duty.unwrap_or(Duty::Other), None).all();
    let found = search.find(words, terms::written_in(talk.talk.tongue()), &all);
    found.into_iter().take(OFFERED_FIRST).map(|row| row.id.clone()).collect()
}

/// Says what is picked already.
fn present(talk: &Conversation<'_>) {
    for seen in &talk.draft.indicators {
        let sign = told::indicator(seen, talk.desk.catalogue());
        talk.talk.say(Word("line-present").with("answer", sign));
    }
    if talk.draft.just_odd {
        talk.talk.say(Word("line-present").with("answer", Word("just-odd")));
    }
}

fn show(talk: &Conversation<'_>, listed: &[IndicatorId]) {
    talk.talk.choice(0, Word("just-odd").into());
    for (place, id) in listed.iter().enumerate() {
        let picked = talk.draft.indicators.iter().find(|seen| seen.id == *id);
        let label = match (picked, talk.desk.catalogue().get(id)) {
            (Some(seen), _) => told::indicator(seen, talk.desk.catalogue()),
            (None, Some(row)) => terms::label(&row.labels),
            (None, None) => Phrase::verbatim(id.to_string()),
        };
        talk.talk.choice(place + 1, label);
    }
}

/// The numbers of an answer, each once, if it is made of nothing else.
fn numbers(words: &str) -> Option<Vec<usize>> {
    let parts = words.split([' ', ',']).filter(|part| !part.is_empty());
    let all: Vec<usize> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let mut met = BTreeSet::new();
    Some(all.into_iter().filter(|number| met.insert(*number)).collect())
}

/// Picks the one of this number, or takes it off.
fn chosen(talk: &mut Conversation<'_>, number: usize, listed: &[IndicatorId]) -> Result<Turn, Failure> {
    let Some(place) = number.checked_sub(1) else {
        talk.draft.just_odd = !talk.draft.just_odd;
        let word = if talk.draft.just_odd { Word("line-picked") } else { Word("line-unpicked") };
        talk.talk.say(word.with("sign", Word("just-odd")));
        talk.save(&[DraftField::JustOdd])?;
        return Ok(Turn::On);
    };
    let Some(id) = listed.get(place) else {
        talk.talk.say(Word("line-not-a-choice"));
        return Ok(Turn::On);
    };
    if let Some(held) = talk.draft.indicators.iter().position(|seen| seen.id == *id) {
        let taken = talk.draft.indicators.remove(held);
        talk.talk.say(Word("line-unpicked").with("sign", told::indicator(&taken, talk.desk.catalogue())));
        talk.save(&[DraftField::Indicators])?;
        return Ok(Turn::On);
    }
    if talk.desk.catalogue().get(id).is_some_and(|row| row.has(Flag::RestrictedChannel)) {
        match own_forces(talk) {
            Turn::On => {}
            turn => return Ok(turn),
        }
    }
    pick(talk, id.clone())
}

/// A report on our own side stops here, and says who reads it. On, if he picks it all the same.
fn own_forces(talk: &mut Conversation<'_>) -> Turn {
    talk.talk.say(advice::alert(crate::domain::alert::Alert::OwnForces));
    talk.talk.say(Word("own-forces-text"));
    let choices = vec![Word("own-forces-yes").into(), Word("own-forces-no").into()];
    match talk.talk.choose(&Asked::choice(Word("own-forces"), Word("own-forces-text"), None, choices)) {
        Reply::Given(0) => Turn::On,
        Reply::Given(_) | Reply::Nothing | Reply::Out(_) => Turn::Back,
        Reply::Turned(turn) => turn,
    }
}

fn pick(talk: &mut Conversation<'_>, id: IndicatorId) -> Result<Turn, Failure> {
    // The usual basis stands until another is named, so that a pick outlasts whatever comes now.
    let seen = IndicatorSeen { id, basis: Basis::SawMyself, subject: None, note: None };
    let place = talk.draft.indicators.len();
    let label = talk.desk.catalogue().get(&seen.id).map(|row| terms::label(&row.labels));
    let label = label.unwrap_or_else(|| Phrase::verbatim(seen.id.to_string()));
    talk.draft.indicators.push(seen);
    talk.talk.say(Word("line-picked").with("sign", label));
    talk.save(&[DraftField::Indicators])?;
    let list = Basis::ALL.iter().map(|basis| terms::basis(*basis).into()).collect();
    let usual = Some(Phrase::from(terms::basis(Basis::SawMyself)));
    let basis = match talk.talk.choose(&Asked::choice(Word("ask-basis"), Word("hint-basis"), usual, list)) {
        Reply::Given(which) => Basis::ALL.get(which).copied().unwrap_or(Basis::SawMyself),
        Reply::Nothing => return Ok(Turn::On),
        Reply::Out(_) | Reply::Turned(Turn::Back) => {
            talk.draft.indicators.truncate(place);
            talk.save(&[DraftField::Indicators])?;
            talk.talk.say(Word("line-taken-out"));
            return Ok(Turn::Back);
        }
        Reply::Turned(turn) => return Ok(turn),
    };
    if let Some(seen) = talk.draft.indicators.get_mut(place) {
        seen.basis = basis;
    }
    talk.save(&[DraftField::Indicators])?;
    // Who told it, in a word, is what an officer misses then.
    if matches!(basis, Basis::ToldByEyewitness | Basis::Hearsay) { note(talk, place) } else { Ok(Turn::On) }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_pick_and_anything_else_is_words() {
        assert_eq!(numbers("1 3,3, 0"), Some(vec![1, 3, 0]));
        assert_eq!(numbers("3 children"), None);
        assert_eq!(numbers("-1"), None);
    }
}
