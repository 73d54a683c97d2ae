//! The marking at the top and at the bottom of every screen.

use ratatui::layout::Rect;

use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// What stands on both edges of an exercise.
pub const EXERCISE: &str = "EXERCISE EXERCISE EXERCISE";

/// Draws the marking on the first and the last line and gives what lies between. Where its languages, parted by
/// ` / `, do not fit beside each other, the top bears the first and the bottom the last.
pub fn draw(pen: &mut Pen<'_>, area: Rect, marking: &str, exercise: bool) -> Rect {
    let theme = pen.theme();
    let columns = usize::from(area.width);
    let with_exercise = |text: &str| if exercise { format!("{text}  {EXERCISE}") } else { text.to_owned() };
    let whole = with_exercise(marking);
    let fits = plain_text::width(&whole) <= columns;
    let part = |text: Option<&str>| with_exercise(text.unwrap_or(marking));
    let top = if fits { whole.clone() } else { part(marking.split(" / ").next()) };
    let bottom = if fits { whole } else { part(marking.split(" / ").last()) };
    let last = area.height.saturating_sub(1);
    for (row, text) in [(0, top), (last, bottom)] {
        let line = Rect { y: area.y.saturating_add(row), height: 1, ..area };
        pen.clear(line);
        pen.paint(line, theme.marking);
        let left = columns.saturating_sub(plain_text::width(&text)) / 2;
        pen.write(line, cells(left), 0, &text, theme.marking);
    }
    Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(2), ..area }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::draw;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::pen::Pen;
    use crate::screens::kit::theme::{Theme, ThemeName};

    fn edges(width: u16, exercise: bool) -> [String; 2] {
        let area = Rect::new(0, 0, width, 3);
        let mut buffer = Buffer::empty(area);
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        assert_eq!(draw(&mut pen, area, "EEN / DEUX", exercise), Rect::new(0, 1, width, 1));
        [0, 2].map(|y| {
            (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>().trim().to_owned()
        })
    }

    #[test]
    fn both_languages_stand_on_both_edges_where_there_is_room() {
        assert_eq!(edges(20, false), ["EEN / DEUX", "EEN / DEUX"]);
        assert_eq!(edges(8, false), ["EEN", "DEUX"]);
    }

    #[test]
    fn an_exercise_says_so_on_both_edges() {
        assert_eq!(edges(34, true), ["EEN  EXERCISE EXERCISE EXERCISE", "DEUX  EXERCISE EXERCISE EXERCISE"]);
    }
}
