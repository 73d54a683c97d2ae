//! Persons and things, one after the other; each is in the report as soon as it can stand there.

use crate::commands::failure::Failure;
use crate::commands::line::answer::line;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::sheet::{Asks, Sheet};
use crate::commands::line::talk::{Asked, Reply, Turn, chosen};
use crate::desks::place_names::{around, point};
use crate::desks::spoken::{codes, particulars, told};
use crate::domain::code::Coded;
use crate::domain::draft::DraftField;
use crate::domain::entity::{EntityRef, EntityType};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// What to do with persons and things.
enum Wanted {
    Another(EntityType),
    This(EntityRef),
}

/// Asks for persons and things until there are no more.
pub fn put(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    // The list is long to listen to: it is said once, and again to whoever wants help.
    let mut said = false;
    loop {
        for entity in &talk.draft.entities {
            talk.talk.say(Word("line-present").with("answer", told::entity(entity)));
        }
        let labels: Vec<Phrase> = EntityType::ALL.iter().map(|kind| codes::entity(*kind).into()).collect();
        let spoken: Vec<String> = labels.iter().map(|label| talk.talk.tongue().speak(label)).collect();
        let names: Vec<EntityRef> = talk.draft.entities.iter().map(|entity| entity.reference).collect();
        let mut asked = Asked::choice(Word("ask-entities"), Word("hint-entities"), None, labels);
        asked.how = Some(Word("line-entities-how"));
        asked.quiet = std::mem::replace(&mut said, true);
        let reply = talk.talk.ask(&asked, |words| match words.parse::<EntityRef>() {
            Ok(name) if names.contains(&name) => Ok(Wanted::This(name)),
            Ok(_) => Err(Word("entity-not-there").into()),
            Err(_) => (chosen(words, &spoken).and_then(|place| EntityType::ALL.get(place)))
                .map(|kind| Wanted::Another(*kind))
                .ok_or_else(|| Word("line-not-a-choice").into()),
        });
        let turn = match reply {
            Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(which) => {
                take_out(talk, &which, &names)?;
                Turn::On
            }
            Reply::Given(Wanted::Another(kind)) => describe(talk, None, Sheet::blank(kind))?,
            Reply::Given(Wanted::This(name)) => match talk.draft.entity(name) {
                Some(held) => {
                    let sheet = Sheet::of(&held.kind);
                    describe(talk, Some(name), sheet)?
                }
                None => Turn::On,
            },
        };
        if matches!(turn, Turn::Stop | Turn::Ended) {
            return Ok(turn);
        }
    }
}

/// Takes one out: the named one, or the last.
fn take_out(talk: &mut Conversation<'_>, which: &str, names: &[EntityRef]) -> Result<(), Failure> {
    let name = if which.is_empty() { names.last().copied() } else { which.parse().ok() };
    let Some(name) = name else {
        talk.talk.say(Word("entity-not-there"));
        return Ok(());
    };
    match talk.draft.remove_entity(name) {
        Ok(changed) => {
            talk.save(&changed)?;
            talk.talk.say(Word("line-taken-out"));
        }
        Err(why) => talk.talk.say(particulars::refused(why)),
    }
    Ok(())
}

/// Goes through the questions about one. Back from the first of them leaves it.
fn describe(
    talk: &mut Conversation<'_>,
    mut name: Option<EntityRef>,
    mut sheet: Sheet,
) -> Result<Turn, Failure> {
    let details = sheet.details();
    let region = region(talk);
    let mut at = 0;
    while let Some(detail) = details.get(at) {
        let present = sheet.present(detail.asks);
        let turn = match detail.asks {
            Asks::Words(place, reads) => {
                let asked = Asked::words(detail.question, detail.hint, present);
                let reply = talk
                    .talk
                    .ask(&asked, |words| Ok((line(words)?, reads.shown_back(words, region.as_deref())?)));
                match reply {
                    Reply::Given((words, back)) => {
                        talk.talk.say_all(back);
                        sheet.write(place, Some(words));
                        None
                    }
                    Reply::Out(_) => {
                        sheet.write(place, None);
                        talk.talk.say(Word("line-taken-out"));
                        None
                    }
                    Reply::Nothing => Some(Turn::On),
                    Reply::Turned(turn) => Some(turn),
                }
            }
            asks => {
                let asked = Asked::choice(detail.question, detail.hint, present, detail.choices());
                match talk.talk.choose(&asked) {
                    Reply::Given(place) => {
                        sheet.choose(asks, Some(place));
                        None
                    }
                    Reply::Out(_) => {
                        sheet.choose(asks, None);
                        talk.talk.say(Word("line-taken-out"));
                        None
                    }
                    Reply::Nothing => Some(Turn::On),
                    Reply::Turned(turn) => Some(turn),
                }
            }
        };
        match turn {
            None => {
                if !keep(talk, &mut name, &sheet)? {
                    return Ok(Turn::On);
                }
                at += 1;
            }
            Some(Turn::On) => at += 1,
            Some(Turn::Back) => match at.checked_sub(1) {
                Some(before) => at = before,
                None => return Ok(Turn::Back),
            },
            Some(turn) => return Ok(turn),
        }
    }
    match name.and_then(|name| talk.draft.entity(name)) {
        Some(entity) => talk.talk.say(Word("line-kept-one").with("what", told::entity(entity))),
        None => talk.talk.say(Word("line-entity-needed")),
    }
    Ok(Turn::On)
}

/// Puts what is known into the report, if it is enough to stand there. Nothing of it when there is no room.
fn keep(talk: &mut Conversation<'_>, name: &mut Option<EntityRef>, sheet: &Sheet) -> Result<bool, Failure> {
    let Some(kind) = sheet.kept() else { return Ok(true) };
    let done = match *name {
        Some(name) => talk.draft.change_entity(name, kind),
        None => talk.draft.add_entity(kind).map(|given| *name = Some(given)),
    };
    match done {
        Ok(()) => {
            talk.save(&[DraftField::Entities])?;
            Ok(true)
        }
        Err(why) => {
            talk.talk.say(particulars::refused(why));
            Ok(false)
        }
    }
}

/// The country it was seen in, for telephone numbers that do not tell their own.
fn region(talk: &Conversation<'_>) -> Option<String> {
    let position = talk.draft.place.as_ref()?.position()?;
    around(point(&position.given)?).country.map(|country| country.code().to_owned())
}
