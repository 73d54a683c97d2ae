//! How a conversation ends: what the report says, what is missing, and whether it is filed now.

use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::question::Question;
use crate::commands::line::talk::{Asked, Reply, Turn};
use crate::desks::spoken::{advice, terms, told};
use crate::domain::completeness::completeness;
use crate::domain::report::FiledReport;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// What came of the last question.
pub enum Last {
    /// It was filed.
    Filed(Box<FiledReport>),
    /// Somewhere else.
    Turned(Turn),
}

/// Says what the report holds and lacks, and asks whether it is filed.
pub fn put(talk: &mut Conversation<'_>) -> Result<Last, Failure> {
    summary(talk);
    let obstacles = talk.calls().obstacles;
    if !obstacles.is_empty() {
        let missing: Vec<Phrase> =
            obstacles.into_iter().map(|obstacle| terms::obstacle(obstacle).into()).collect();
        talk.talk.say(Word("line-missing").with("missing", missing));
        return Ok(Last::Turned(Turn::On));
    }
    talk.talk.say(Word("file-text"));
    let (ask, hint) = Question::File.words();
    match talk.talk.yes(&Asked::words(ask, hint, None)) {
        Reply::Given(true) => {
            talk.keep()?;
            Ok(Last::Filed(Box::new(talk.desk.file(talk.draft.id, now())?)))
        }
        Reply::Given(false) | Reply::Nothing | Reply::Out(_) => Ok(Last::Turned(Turn::On)),
        Reply::Turned(turn) => Ok(Last::Turned(turn)),
    }
}

fn summary(talk: &Conversation<'_>) {
    let catalogue = talk.desk.catalogue();
    talk.talk.say(Word("line-summary"));
    for line in told::draft(&talk.draft, catalogue) {
        talk.talk.say(Word("line-told").with("label", line.label).with("text", line.text));
    }
    let filled = completeness(&talk.draft, catalogue);
    talk.talk.say(Word("line-filled").with("percent", filled.percent));
    if !filled.missed.is_empty() {
        let missed: Vec<Phrase> =
            filled.missed.into_iter().map(|missed| advice::missed(missed).into()).collect();
        talk.talk.say(Word("line-missed").with("missed", missed));
    }
    talk.talk.say_all(talk.calls().alerts.into_iter().map(|alert| advice::alert(alert).into()));
}

/// A draft that stays one, for programs.
pub fn as_json(talk: &Conversation<'_>) -> Value {
    if !talk.is_kept() {
        return Value::Null;
    }
    let missing: Vec<String> = talk.calls().obstacles.iter().map(ToString::to_string).collect();
    json!({ "id": talk.draft.id.to_string(), "missing": missing })
}
