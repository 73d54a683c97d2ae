//! A question in front of the screen.

use ratatui::layout::Rect;

use crate::desks::spoken::{terms, told};
use crate::language::word::Word;
use crate::screens::desk::view::question;
use crate::screens::kit::pen::Pen;
use crate::screens::observer::lines::ReportLine;
use crate::screens::observer::state::{Question, Screen, State};

/// Draws the question with both answers.
pub fn draw(state: &State, asked: &Question, pen: &mut Pen<'_>, area: Rect) {
    let tongue = state.front.tongue;
    let say = |word| tongue.say(word).into_owned();
    let (title, text, yes, no) = match asked {
        Question::File => (Word("file"), say(Word("file-text")), Word("file-yes"), Word("file-no")),
        Question::NotYet(obstacles) => {
            let line = |obstacle| format!("- {}", tongue.say(terms::obstacle(obstacle)));
            let lines: Vec<String> = obstacles.iter().copied().map(line).collect();
            (Word("not-yet"), lines.join("\n"), Word("not-yet-yes"), Word("key-back"))
        }
        Question::Discard(id) => {
            let which = |line: &ReportLine| {
                format!(
                    "{}, {}. ",
                    tongue.speak(&line.place()),
                    tongue.speak(&line.what(&state.front.catalogue))
                )
            };
            let draft = state.line(*id).map(which).unwrap_or_default();
            let text = draft + &tongue.say(Word("discard-text"));
            (Word("discard"), text, Word("discard-yes"), Word("discard-no"))
        }
        Question::TakeOut(reference) => {
            let thing = match &state.screen {
                Screen::Form(form) => form.draft.entity(*reference).map(told::entity),
                _ => None,
            };
            let thing = thing.map(|thing| tongue.speak(&thing)).unwrap_or_default();
            let text = format!("{thing}. {}", say(Word("take-out-text")));
            (Word("take-out"), text, Word("take-out-yes"), Word("discard-no"))
        }
        Question::OwnForces(_) => {
            (Word("own-forces"), say(Word("own-forces-text")), Word("own-forces-yes"), Word("own-forces-no"))
        }
    };
    question::draw(pen, area, question::Question { title, text, yes, no });
}
