//! Who or what hangs together with whom or what.

use crate::commands::failure::Failure;
use crate::commands::line::conversation::Conversation;
use crate::commands::line::talk::{Asked, Reply, Turn};
use crate::desks::spoken::{codes, particulars, told};
use crate::domain::code::Coded;
use crate::domain::draft::DraftField;
use crate::domain::entity::{EntityRef, Link, LinkType};
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Asks for ties until there are no more.
pub fn put(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    loop {
        for link in &talk.draft.links {
            talk.talk.say(Word("line-present").with("answer", told::link(link)));
        }
        let mut asked = Asked::words(Word("ask-links"), Word("hint-links"), None);
        asked.how = Some(Word("line-links-how"));
        match talk.talk.yes(&asked) {
            Reply::Given(true) => match tie(talk)? {
                Turn::On | Turn::Back => {}
                turn => return Ok(turn),
            },
            Reply::Given(false) | Reply::Nothing => return Ok(Turn::On),
            Reply::Turned(turn) => return Ok(turn),
            Reply::Out(_) => match talk.draft.links.pop() {
                Some(_) => {
                    talk.save(&[DraftField::Links])?;
                    talk.talk.say(Word("line-taken-out"));
                }
                None => talk.talk.say(Word("line-nothing-there")),
            },
        }
    }
}

fn tie(talk: &mut Conversation<'_>) -> Result<Turn, Failure> {
    let names: Vec<EntityRef> = talk.draft.entities.iter().map(|entity| entity.reference).collect();
    let things: Vec<Phrase> = talk.draft.entities.iter().map(told::entity).collect();
    let kinds: Vec<Phrase> = LinkType::ALL.iter().map(|kind| codes::tie(*kind).into()).collect();
    let questions = [
        Asked::choice(Word("ask-link-from"), Word("hint-link-from"), None, things.clone()),
        Asked::choice(Word("ask-link-kind"), Word("hint-link-kind"), None, kinds),
        Asked::choice(Word("ask-link-to"), Word("hint-link-to"), None, things),
    ];
    let mut chosen = Vec::new();
    while let Some(asked) = questions.get(chosen.len()) {
        match talk.talk.choose(asked) {
            Reply::Given(place) => chosen.push(place),
            Reply::Turned(Turn::Back) if !chosen.is_empty() => {
                chosen.pop();
            }
            // Half a tie is none.
            Reply::Nothing | Reply::Out(_) => return Ok(Turn::Back),
            Reply::Turned(turn) => return Ok(turn),
        }
    }
    if let [from, kind, to] = chosen.as_slice()
        && let (Some(from), Some(kind), Some(to)) =
            (names.get(*from), LinkType::ALL.get(*kind), names.get(*to))
    {
        let link = Link { from: *from, to: *to, link: *kind };
        match talk.draft.link(link) {
            Ok(()) => {
                talk.save(&[DraftField::Links])?;
                talk.talk.say(Word("line-kept-one").with("what", told::link(&link)));
            }
            Err(why) => talk.talk.say(particulars::refused(why)),
        }
    }
    Ok(Turn::On)
}
