//! What came back: acknowledgements, feedback, returns; each verified as it is opened, without any line.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::commands::bulletin;
use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show::{self, dtg};
use crate::desks::observer::ObserverDesk;
use crate::desks::observer::answers::{Answer, OpenedAnswer, Said};
use crate::desks::spoken::{answers, bulletins, overdue, terms};
use crate::domain::bulletin::in_language;
use crate::domain::code::Coded;
use crate::domain::ids::Digest;
use crate::domain::text::Text;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::vault::earlier_reports::EarlierReport;

/// Characters of an id that a list shows and that are enough to name an answer.
const SHORT: usize = 8;

/// What the police and your commander answered.
#[derive(Debug, Subcommand)]
pub enum AnswersCommand {
    /// Every answer, the newest first.
    List,
    /// One answer with its words, its signature checked anew.
    Show {
        /// Its id as the list shows it, or more of it.
        id: String,
    },
}

impl AnswersCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let desk = &mut ObserverDesk::open(session.unlock()?)?;
        let tongue = session.tongue_of(desk.settings()?.language);
        match self {
            Self::List => list(desk, tongue, session),
            Self::Show { id } => show_one(desk, &id, tongue, session),
        }
    }
}

fn list(desk: &mut ObserverDesk, tongue: Tongue, session: &Session) -> Result<(), Failure> {
    let edges = Edges::of(desk.vault());
    let all = desk.answers()?;
    let mut words: Vec<String> = all.iter().map(|answer| line(answer, tongue)).collect();
    if words.is_empty() {
        words.push(tongue.say(Word("no-answers")).into_owned());
    }
    // For programs this stands beside each report, in the list of reports.
    let waited_for = desk.overdue(now())?.len();
    if waited_for > 0 {
        words.push(tongue.speak(&overdue::told(waited_for)));
    }
    edges.result(session.output(), &words.join("\n"), all.iter().map(as_json).collect());
    Ok(())
}

fn line(answer: &Answer, tongue: Tongue) -> String {
    let new = if answer.heard.seen.is_none() { tongue.say(Word("answer-new")) } else { "".into() };
    format!(
        "{}  {}  {}  {}  {new}",
        answer.heard.statement.short(),
        dtg(answer.heard.at),
        tongue.speak(&answers::at_a_glance(answer, now())),
        tongue.speak(&answers::named(answer, true, tongue)),
    )
    .trim_end()
    .to_owned()
}

/// The one answer whose id begins so.
fn named(desk: &ObserverDesk, id: &str) -> Result<Digest, Failure> {
    let begins = |digest: &Digest| id.len() >= SHORT && digest.to_string().starts_with(&id.to_lowercase());
    let found: Vec<Digest> =
        desk.answers()?.into_iter().map(|answer| answer.heard.statement).filter(begins).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::failed("there is no answer of that id; \"vigilia answers list\" shows them")),
        _ => Err(Failure::usage("several answers begin so; give more of the id")),
    }
}

fn show_one(desk: &mut ObserverDesk, id: &str, tongue: Tongue, session: &Session) -> Result<(), Failure> {
    let digest = named(desk, id)?;
    let opened = desk.answer(digest)?;
    let words: Vec<String> = said(&opened, tongue).iter().map(|phrase| tongue.speak(phrase)).collect();
    let mut told = as_json(&opened.answer);
    if let Value::Object(fields) = &mut told {
        fields.insert("signature".to_owned(), json!(show::signature(opened.signature)));
        fields.insert("said".to_owned(), opened.said.as_ref().map_or(Value::Null, said_as_json));
    }
    Edges::of(desk.vault()).result(session.output(), &words.join("\n"), told);
    desk.mark_seen(&[digest], now())?;
    Ok(())
}

fn said(opened: &OpenedAnswer, tongue: Tongue) -> Vec<Phrase> {
    let answer = &opened.answer;
    let mut lines = vec![
        answers::named(answer, opened.said.is_some(), tongue),
        answers::at_a_glance(answer, now()),
        Word("answer-signed")
            .with("who", answers::signer(answer.signer.as_ref()))
            .with("when", dtg(answer.heard.at)),
        Word("answer-arrived").with("when", dtg(answer.heard.arrived)),
        answers::signature(opened.signature).into(),
    ];
    match &opened.said {
        Some(Said::Acknowledged { items, refused }) => {
            lines.push(Word("answer-has-it").with("count", *items));
            lines.extend(refused.iter().map(|why| answers::refusal(*why).into()));
        }
        Some(Said::Feedback { text, .. }) => {
            lines.extend(text.iter().map(|text| Phrase::verbatim(text.as_str())));
        }
        Some(Said::Returned { reason, note }) => {
            lines.push(terms::returned(*reason).into());
            lines.extend(note.iter().map(|note| Phrase::verbatim(note.as_str())));
            if answer.heard.of_earlier.is_some() {
                lines.push(answers::returned_advice(answer).into());
            }
        }
        Some(Said::Bulletin(told)) => {
            lines.extend(answer.bulletin.iter().filter_map(|heading| bulletins::missing(heading, now())));
            let edition =
                in_language(&told.editions, bulletins::language(tongue), |edition| edition.language);
            lines.extend(edition.map(|edition| Phrase::verbatim(edition.text.as_str())));
        }
        None => {}
    }
    lines.extend(answers::earlier(answer));
    lines
}

fn as_json(answer: &Answer) -> Value {
    let heard = &answer.heard;
    json!({
        "id": heard.statement.to_string(),
        "kind": heard.kind.code(),
        "at": heard.at.to_string(),
        "arrived": heard.arrived.to_string(),
        "seen": heard.seen.map(|at| at.to_string()),
        "about": heard.about,
        "of_earlier_device": heard.of_earlier.as_deref().map(earlier),
        "signer": answer.signer.as_ref().map(|signer| json!({
            "callsign": signer.callsign.as_str(),
            "role": signer.role.code(),
        })),
        "status": answer.outcome.map(|outcome| outcome.status().code()),
        "bulletin": answer.bulletin.as_ref().map(bulletin::heading),
    })
}

fn earlier(reports: &[EarlierReport]) -> Value {
    let one = |report: &EarlierReport| {
        json!({
            "device": report.earlier.to_string(),
            "number": report.number,
            "filed": report.filed.to_string(),
        })
    };
    reports.iter().map(one).collect()
}

fn said_as_json(said: &Said) -> Value {
    match said {
        Said::Acknowledged { items, refused } => json!({
            "items": items,
            "refused": refused.iter().map(|why| why.code()).collect::<Vec<_>>(),
        }),
        Said::Feedback { outcome, text } => json!({
            "status": outcome.status().code(),
            "reason": outcome.reason().map(Coded::code),
            "text": text.as_ref().map(Text::as_str),
        }),
        Said::Bulletin(told) => bulletin::words(told),
        Said::Returned { reason, note } => json!({
            "reason": reason.code(),
            "note": note.as_ref().map(Text::as_str),
        }),
    }
}
