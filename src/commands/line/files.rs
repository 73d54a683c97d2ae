//! Files of a report, by their paths. What a camera wrote is offered, and taken over by a yes alone.

use std::path::Path;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::question::Question;
use crate::commands::line::talk::{Asked, Reply, Turn};
use crate::desks::observer::attaching::{Suggestions, TakenAt};
use crate::desks::observer::entry;
use crate::desks::spoken::{advice, faults, shown, told};
use crate::domain::alert::Alert;
use crate::domain::draft::DraftField;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::time::Period;
use crate::language::word::Word;

/// Asks for files until there are no more.
pub fn put(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    if !talk.calls().attachments_allowed {
        talk.talk.say(advice::alert(Alert::NoMedia));
        if talk.draft.attachments.is_empty() {
            return Ok(Turn::On);
        }
    }
    let (ask, hint) = Question::Attachments.words();
    loop {
        for file in &talk.draft.attachments {
            talk.talk.say(Word("line-present").with("answer", told::attachment(file)));
        }
        let mut asked = Asked::words(ask, hint, None);
        asked.how = Some(Word("line-files-how"));
        match talk.talk.ask(&asked, |words| Ok(words.to_owned())) {
            Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(_) => take_off(talk)?,
            Reply::Given(path) => match attach(talk, &path)? {
                Turn::On | Turn::Back => {}
                turn => return Ok(turn),
            },
        }
    }
}

fn take_off(talk: &mut Conversation<'_>) -> Result<(), Failure> {
    let Some(last) = talk.draft.attachments.last() else {
        talk.talk.say(Word("line-nothing-there"));
        return Ok(());
    };
    let digest = last.digest;
    talk.draft.attachments = talk.desk.detach(talk.draft.id, digest, now())?;
    talk.talk.say(Word("line-taken-out"));
    Ok(())
}

fn attach(talk: &mut Conversation<'_>, path: &str) -> Result<Turn, Failure> {
    talk.keep()?;
    match talk.desk.attach_file(talk.draft.id, Path::new(path), now()) {
        Ok(attached) => {
            talk.talk.say(Word("line-kept-one").with("what", told::attachment(&attached.original)));
            talk.draft.attachments = attached.attachments;
            suggest(talk, attached.suggests)
        }
        Err(fault) => {
            talk.talk.say(faults::desk(&fault));
            Ok(Turn::On)
        }
    }
}

fn suggest(talk: &mut Conversation<'_>, suggests: Suggestions) -> Result<Turn, Failure> {
    let (_, local) = talk.clock();
    if let Some(taken) = suggests.time
        && let Some(at) = taken.in_zone(local)
    {
        let period = Period::moment(at, TimePrecision::Exact);
        let time = crate::language::phrase::Phrase::verbatim(shown::time_written(&period));
        let time = match taken {
            TakenAt::Instant(_) => time,
            TakenAt::ByItsClock(_) => Word("line-by-its-clock").with("time", time),
        };
        talk.talk.say(Word("line-camera-time").with("time", time));
        match answered(talk) {
            Reply::Given(true) => {
                talk.draft.observed = Some(period);
                talk.save(&[DraftField::Observed])?;
            }
            Reply::Turned(turn) => return Ok(turn),
            _ => {}
        }
    }
    if let Some(position) = suggests.position {
        talk.talk.say(Word("line-camera-place").with("position", shown::position_line(&position)));
        match answered(talk) {
            Reply::Given(true) => {
                let words = talk.draft.place.as_ref().and_then(|place| place.words().cloned());
                if let Ok(place) = entry::place_of(talk.draft.place.as_ref(), Some(position), words) {
                    talk.draft.place = Some(place);
                    talk.save(&[DraftField::Place])?;
                }
            }
            Reply::Turned(turn) => return Ok(turn),
            _ => {}
        }
    }
    Ok(Turn::On)
}

fn answered(talk: &mut Conversation<'_>) -> Reply<bool> {
    talk.talk.yes(&Asked::words(Word("line-yes-or-no"), Word("line-yes-or-no"), None))
}
