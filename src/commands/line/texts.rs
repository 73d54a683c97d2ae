//! The two long fields: line after line until a full stop stands alone. Each line is safe before the next is heard.

use std::collections::BTreeSet;

use crate::commands::failure::Failure;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::question::Question;
use crate::commands::line::talk::{Line, Turn};
use crate::desks::spoken::{advice, typed};
use crate::domain::draft::{Draft, DraftField};
use crate::domain::text::Narrative;
use crate::domain::wording::{Field, Wording};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Asks for the facts or for what he thinks of them.
pub fn put(talk: &mut Conversation<'_>, question: Question) -> Result<Turn, Failure> {
    let (ask, hint) = question.words();
    let before = held(question, &talk.draft).clone();
    talk.talk.say(ask);
    if let Some(text) = &before {
        talk.talk.say(Word("line-present").with("answer", text.as_str()));
        talk.talk.say(Word("line-text-again"));
    }
    talk.talk.say(Word("line-text-how"));
    let mut text = String::new();
    let mut begun = false;
    loop {
        let words = match talk.talk.line() {
            Line::Ended => return Ok(Turn::Ended),
            Line::Refused(why) => {
                talk.talk.say(why);
                continue;
            }
            Line::Words(words) => words,
        };
        match words.trim() {
            "!" => return Ok(Turn::Stop),
            "?" if !begun => {
                talk.talk.say(hint);
                talk.talk.say(Word("line-text-how"));
                talk.talk.say(Word("line-keys"));
            }
            "" | "." if !begun => return Ok(Turn::On),
            "-" if !begun => return Ok(Turn::Back),
            "--" if !begun => {
                *held_mut(question, &mut talk.draft) = None;
                talk.save(&[field(question)])?;
                talk.talk.say(Word("line-taken-out"));
            }
            "+" if !begun && before.is_some() => {
                text = before.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
                begun = true;
            }
            "." => {
                remark(talk, question);
                return Ok(Turn::On);
            }
            _ => {
                let longer = if text.is_empty() { words } else { format!("{text}\n{words}") };
                match Narrative::cleaned(&longer) {
                    Ok(narrative) => {
                        *held_mut(question, &mut talk.draft) = Some(narrative);
                        talk.save(&[field(question)])?;
                        text = longer;
                        begun = true;
                    }
                    // A blank line at the end of a text says nothing yet.
                    Err(why) => talk.talk.say(typed::text(why)),
                }
            }
        }
    }
}

/// Points out words; the text stays as it is.
fn remark(talk: &Conversation<'_>, question: Question) {
    let Some(text) = held(question, &talk.draft) else { return };
    let place = if question == Question::Facts { Field::Facts } else { Field::Assessment };
    let mut met = BTreeSet::new();
    for remark in Wording::of(talk.draft.language).remarks(text.as_str(), place) {
        let words = text.as_str().get(remark.range).unwrap_or_default();
        if met.insert((remark.kind, words.to_lowercase())) {
            let why = Phrase::from(advice::remark(remark.kind));
            talk.talk.say(Word("line-remark").with("words", words).with("why", why));
        }
    }
}

fn field(question: Question) -> DraftField {
    if question == Question::Facts { DraftField::Facts } else { DraftField::Assessment }
}

fn held(question: Question, draft: &Draft) -> &Option<Narrative> {
    if question == Question::Facts { &draft.facts } else { &draft.assessment }
}

fn held_mut(question: Question, draft: &mut Draft) -> &mut Option<Narrative> {
    if question == Question::Facts { &mut draft.facts } else { &mut draft.assessment }
}
