//! The rooms at the top, with what waits in each.

use ratatui::layout::Rect;

use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text;

/// Columns kept for the clock at the right edge.
const CLOCK: u16 = 9;

/// A room at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    /// What it is called.
    pub word: Word,
    /// How much waits in it, and what that is called.
    pub waits: Option<(usize, Word)>,
    /// Whether one is in it.
    pub here: bool,
}

/// Draws the tabs and gives the column behind them. The room one is in stands in brackets.
pub fn draw(tabs: &[Tab], pen: &mut Pen<'_>, area: Rect) -> u16 {
    let (theme, tongue) = (pen.theme(), pen.tongue());
    let room = usize::from(area.width.saturating_sub(CLOCK));
    let mut labels = labelled(tabs, true, tongue);
    if labels.iter().map(|text| plain_text::width(text) + 1).sum::<usize>() >= room {
        labels = labelled(tabs, false, tongue);
    }
    let mut column = 0;
    let mut before = " ";
    for (tab, text) in tabs.iter().zip(labels) {
        column = pen.write(area, column, 0, if tab.here { "[" } else { before }, theme.title);
        column = pen.write(area, column, 0, &text, if tab.here { theme.title } else { theme.muted });
        before = if tab.here { "]" } else { " " };
    }
    pen.write(area, column, 0, before, theme.title)
}

/// What stands in each tab; where there is no room for words, what waits is a number in brackets.
fn labelled(tabs: &[Tab], in_words: bool, tongue: Tongue) -> Vec<String> {
    let label = |(place, tab): (usize, &Tab)| {
        let count = match tab.waits {
            Some((count @ 1.., word)) if in_words => format!(" {count} {}", tongue.say(word)),
            Some((count @ 1.., _)) => format!(" ({count})"),
            _ => String::new(),
        };
        format!("{} {}{count}", place + 1, tongue.say(tab.word))
    };
    tabs.iter().enumerate().map(label).collect()
}
