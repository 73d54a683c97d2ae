//! The list of answers, the newest first; those nobody looked at yet bear a word.

use ratatui::layout::Rect;

use crate::desks::observer::answers::Answer;
use crate::desks::spoken::{answers, terms};
use crate::domain::time::Timestamp;
use crate::language::word::Word;
use crate::screens::desk::view::instead;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::Theme;
use crate::screens::kit::widgets::list::{self, Entry, MARGIN, Piece};
use crate::screens::observer::state::State;

/// Columns of the word for what nobody looked at yet.
const NEW: u16 = 8;
/// Columns of an instant at a glance.
const WHEN: u16 = 15;
/// Columns of the reports it is about.
const ABOUT: u16 = 22;

/// Draws the list, or what will stand there.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    match &state.answers {
        None => instead::draw(pen, area, Word("loading")),
        Some(answers) if answers.is_empty() => instead::draw(pen, area, Word("no-answers")),
        Some(answers) => list::draw_some(pen, area, answers.len(), state.answer_at, {
            let (theme, width) = (pen.theme(), area.width);
            move |place| {
                answers.get(place).map(|answer| entry(state, answer, theme, width)).unwrap_or_default()
            }
        }),
    }
}

fn entry(state: &State, answer: &Answer, theme: Theme, width: u16) -> Entry {
    let tongue = state.front.tongue;
    let is_new = answer.heard.seen.is_none();
    let style = if is_new { theme.good } else { theme.plain };
    let piece = |column: u16, columns: u16, text: String| Piece {
        column,
        columns: columns.saturating_sub(1),
        text,
        style,
    };
    let rest = width.saturating_sub(MARGIN + NEW + WHEN + ABOUT + 1);
    let new = if is_new { tongue.say(Word("answer-new")).into_owned() } else { String::new() };
    let from = NEW + WHEN + ABOUT;
    Entry {
        lines: vec![
            vec![
                piece(0, NEW, new),
                piece(NEW, WHEN, tongue.speak(&terms::instant(answer.heard.at))),
                piece(
                    NEW + WHEN,
                    ABOUT,
                    tongue.speak(&answers::at_a_glance(answer, Timestamp::new(state.front.moment.now))),
                ),
                piece(from, rest, tongue.speak(&answers::named(answer, true, tongue))),
            ],
            vec![Piece {
                column: NEW,
                columns: width.saturating_sub(MARGIN + NEW + 1),
                text: tongue.speak(&answers::signer(answer.signer.as_ref())),
                style: theme.muted,
            }],
        ],
    }
}
