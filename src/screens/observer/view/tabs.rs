//! The rooms at the top, with what waits in each.

use ratatui::layout::Rect;

use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;
use crate::screens::observer::room::Room;
use crate::screens::observer::state::State;

/// Columns kept for the clock at the right edge.
const CLOCK: u16 = 9;

/// Draws the tabs and gives the column behind them. The room one is in stands in brackets.
pub fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let theme = pen.theme();
    let room = usize::from(area.width.saturating_sub(CLOCK));
    let mut tabs = labels(state, true);
    if tabs.iter().map(|(_, text)| plain_text::width(text) + 1).sum::<usize>() >= room {
        tabs = labels(state, false);
    }
    let mut column = 0;
    let mut before = " ";
    for (room, text) in tabs {
        let here = state.room() == room;
        column = pen.write(area, column, 0, if here { "[" } else { before }, theme.title);
        column = pen.write(area, column, 0, &text, if here { theme.title } else { theme.muted });
        before = if here { "]" } else { " " };
    }
    pen.write(area, column, 0, before, theme.title)
}

/// What stands in each tab; where there is no room for words, what waits is a number in brackets.
fn labels(state: &State, in_words: bool) -> Vec<(Room, String)> {
    let tongue = state.tongue;
    let label = |(place, room): (usize, Room)| {
        let count = match room {
            Room::Answers => Some((state.unseen(), Word("tab-new"))),
            Room::Transfer => Some((waiting(state), Word("tab-wait"))),
            Room::Reports | Room::Guide | Room::Me => None,
        };
        let count = match count {
            Some((count @ 1.., word)) if in_words => format!(" {count} {}", tongue.say(word)),
            Some((count @ 1.., _)) => format!(" ({count})"),
            _ => String::new(),
        };
        (room, format!("{} {}{count}", place + 1, tongue.say(room.word())))
    };
    Room::ALL.into_iter().enumerate().map(label).collect()
}

/// Reports that no road has yet; packets, where only parts of reports wait.
fn waiting(state: &State) -> usize {
    match state.transfer.reports_waiting() {
        0 => state.transfer.packets_waiting().0,
        reports => usize::try_from(reports).unwrap_or(usize::MAX),
    }
}
