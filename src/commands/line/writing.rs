//! From the first question to the last.

use std::io::{IsTerminal, stdin};

use serde_json::json;

use crate::commands::failure::Failure;
use crate::commands::line::answer::{self, Here};
use crate::commands::line::conversation::Conversation;
use crate::commands::line::ending::{self, Last};
use crate::commands::line::question::Question;
use crate::commands::line::talk::{Asked, Reply, Talk, Turn};
use crate::commands::line::{entities, files, indicators, place, texts, ties};
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::desks::observer::ObserverDesk;
use crate::domain::alert::Aggravator;
use crate::domain::draft::Draft;
use crate::domain::report::FiledReport;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// How it ended.
enum Ended {
    Filed(Box<FiledReport>),
    Kept,
    CutShort,
}

/// Writes a draft by questions; `kept` when the vault has it already.
pub fn write(
    desk: &mut ObserverDesk,
    draft: Draft,
    kept: bool,
    tongue: Tongue,
    session: &Session,
) -> Result<(), Failure> {
    let output = session.output();
    let edges = Edges::of(desk.vault());
    let is_terminal = stdin().is_terminal();
    let mut input = stdin().lock();
    let talk = Talk::new(&mut input, output, tongue, is_terminal);
    let mut talk = Conversation::new(desk, draft, kept, talk);
    output.note(&edges.line());
    talk.talk.say(Word("line-keys"));
    let ended = from_first_to_last(&mut talk);
    // Whatever happened, what was said above was content.
    output.note(&edges.line());
    match ended? {
        Ended::Filed(filed) => {
            let (number, id) = (filed.head().sequence, filed.head().id.to_string());
            let words = tongue.speak(&Word("filed").with("number", number));
            output.result(&words, &json!({ "id": id, "sequence": number }));
            Ok(())
        }
        Ended::Kept => {
            output.result(&kept_words(&talk, tongue), &ending::as_json(&talk));
            Ok(())
        }
        Ended::CutShort => {
            let sentence = format!("{} {}", tongue.say(Word("line-input-ended")), kept_words(&talk, tongue));
            Err(Failure::failed(sentence))
        }
    }
}

fn kept_words(talk: &Conversation<'_>, tongue: Tongue) -> String {
    if !talk.is_kept() {
        return tongue.say(Word("line-nothing-kept")).into_owned();
    }
    tongue.speak(&Word("line-kept").with("id", talk.draft.id.to_string()))
}

fn from_first_to_last(talk: &mut Conversation<'_>) -> Result<Ended, Failure> {
    let mut before: Vec<Question> = Vec::new();
    let mut at = Question::When;
    loop {
        let turn = match at {
            Question::File => match ending::put(talk)? {
                Last::Filed(filed) => return Ok(Ended::Filed(filed)),
                Last::Turned(Turn::On) => return Ok(Ended::Kept),
                Last::Turned(turn) => turn,
            },
            Question::More => match more(talk) {
                Reply::Given(true) => Turn::On,
                Reply::Turned(turn) => turn,
                Reply::Given(false) | Reply::Nothing | Reply::Out(_) => {
                    before.push(at);
                    at = Question::File;
                    continue;
                }
            },
            _ => put(talk, at)?,
        };
        match turn {
            Turn::On => {
                before.push(at);
                at = at.next(&talk.draft);
            }
            Turn::Back => match before.pop() {
                Some(question) => at = question,
                None => talk.talk.say(Word("line-first")),
            },
            Turn::Stop => return Ok(Ended::Kept),
            Turn::Ended => return Ok(Ended::CutShort),
        }
    }
}

fn more(talk: &mut Conversation<'_>) -> Reply<bool> {
    let (ask, hint) = Question::More.words();
    talk.talk.yes(&Asked::words(ask, hint, None))
}

fn put(talk: &mut Conversation<'_>, question: Question) -> Result<Turn, Failure> {
    match question {
        Question::Where => place::put_where(talk),
        Question::OwnPosition => place::put_own_position(talk),
        Question::Indicators => indicators::put(talk),
        Question::SignsInDetail => indicators::put_details(talk),
        Question::Facts | Question::Assessment => texts::put(talk, question),
        Question::Entities => entities::put(talk),
        Question::Ties => ties::put(talk),
        Question::Attachments => files::put(talk),
        question => one_line(talk, question),
    }
}

fn one_line(talk: &mut Conversation<'_>, question: Question) -> Result<Turn, Failure> {
    let suggested = match question {
        Question::ApparentMinor => Some(Aggravator::ApparentMinor),
        Question::OfficialInvolved => Some(Aggravator::OfficialInvolved),
        Question::LifeDanger => Some(Aggravator::LifeDanger),
        _ => None,
    };
    let speaks_for_it = suggested.is_some_and(|one| talk.calls().suggested.contains(&one));
    let (now, local) = talk.clock();
    let here = Here { tongue: talk.talk.tongue(), now, local };
    loop {
        let (ask, hint) = question.words();
        let mut asked =
            Asked::choice(ask, hint, answer::present(question, &talk.draft), answer::choices(question));
        asked.how = match question {
            Question::Forms => Some(Word("line-choose-many")),
            _ if speaks_for_it => Some(Word("line-suggested")),
            _ => None,
        };
        let draft = &mut talk.draft;
        match talk.talk.ask(&asked, |words| answer::take(question, words, draft, here)) {
            Reply::Given((field, back)) => {
                talk.talk.say_all(back);
                talk.save(&[field])?;
                return Ok(Turn::On);
            }
            Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(_) => match answer::out(question, &mut talk.draft) {
                Some(field) => {
                    talk.save(&[field])?;
                    talk.talk.say(Word("line-taken-out"));
                }
                None => talk.talk.say(Word("line-nothing-there")),
            },
        }
    }
}
