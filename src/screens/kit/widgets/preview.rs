//! A photograph as characters: half blocks in colour, or shades where colours are not wanted.

use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::media::preview::{Cell, Preview};
use crate::screens::kit::pen::Pen;
use crate::screens::kit::theme::{Theme, ThemeName};

/// The upper half of a cell in the colour of letters, the lower one in the colour of the ground.
const HALF: &str = "▀";
/// From dark to light. The full block is not among them: at night it would light a whole cell.
const SHADES: [&str; 4] = [" ", "░", "▒", "▓"];

/// Draws what fits of a preview in the middle of `area`.
///
/// Only the looks that live by colour show colours; the others show how light each cell is, in the one style that is
/// quietest in them, so that night stays as dark as it was and no colour stays none.
pub fn draw(pen: &mut Pen<'_>, area: Rect, preview: &Preview) {
    let theme = pen.theme();
    let coloured = [ThemeName::Dark, ThemeName::Light].map(Theme::of).contains(&theme);
    let (columns, rows) = (preview.columns().min(area.width), preview.rows().min(area.height));
    let (left, top) = ((area.width - columns) / 2, (area.height - rows) / 2);
    for row in 0..rows {
        for column in 0..columns {
            let Some(cell) = preview.cell(column, row) else { continue };
            let (sign, style) = if coloured { (HALF, in_colour(cell)) } else { (shade(cell), theme.muted) };
            pen.write(area, left.saturating_add(column), top.saturating_add(row), sign, style);
        }
    }
}

fn in_colour(cell: Cell) -> Style {
    Style::new().fg(nearest(cell.upper)).bg(nearest(cell.lower))
}

/// The nearest of the 240 colours that are the same on every terminal with 256: a cube of six steps a channel from 16 on,
/// and 24 greys from 232 on. True colour is not asked for: where it is missing, it shows something else.
fn nearest(rgb: [u8; 3]) -> Color {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance = |one: [u8; 3]| -> u32 {
        one.iter().zip(rgb).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let step = |part: u8| {
        let near = (0_u8..).zip(STEPS).min_by_key(|(_, level)| level.abs_diff(part));
        near.unwrap_or_default()
    };
    let [red, green, blue] = rgb.map(step);
    let cube = (16 + 36 * red.0 + 6 * green.0 + blue.0, [red.1, green.1, blue.1]);
    let greys = (0_u8..24).map(|grey| (232 + grey, [8 + 10 * grey; 3]));
    let near = greys.chain([cube]).min_by_key(|(_, one)| distance(*one));
    Color::Indexed(near.unwrap_or(cube).0)
}

/// How light a cell is, by the weights of ITU-R BT.601.
fn shade(cell: Cell) -> &'static str {
    let light =
        |[red, green, blue]: [u8; 3]| 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    let light = (light(cell.upper) + light(cell.lower)) / 2_000;
    let place = usize::try_from(light / 64).unwrap_or(0);
    SHADES.get(place).copied().unwrap_or(" ")
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Color;

    use super::{HALF, SHADES, draw, nearest};
    use crate::language::tongue::Tongue;
    use crate::media::preview::Preview;
    use crate::media::specimen::png;
    use crate::screens::kit::pen::Pen;
    use crate::screens::kit::theme::{Theme, ThemeName};

    /// From black on the left to white on the right.
    fn ramp() -> Preview {
        let samples: Vec<u8> =
            (0..64 * 32).flat_map(|at: u32| [u8::try_from((at % 64) * 4).unwrap(); 3]).collect();
        Preview::of(&png(64, 32, 8, 2, &samples, &[]), 8, 4).unwrap()
    }

    fn drawn(name: ThemeName) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 6));
        let mut pen = Pen::new(&mut buffer, Theme::of(name), Tongue::English);
        draw(&mut pen, Rect::new(0, 0, 10, 6), &ramp());
        buffer
    }

    #[test]
    fn without_colour_and_at_night_a_picture_is_drawn_in_shades_of_the_quietest_style() {
        for name in [ThemeName::NoColour, ThemeName::Night, ThemeName::HighContrast] {
            let (buffer, quiet) = (drawn(name), Theme::of(name).muted);
            let row: String = (0..10).map(|x| buffer[(x, 2)].symbol()).collect();
            assert_eq!(row, "   ░░▒▒▓▓ ", "{name:?}");
            for cell in buffer.content() {
                assert!(SHADES.contains(&cell.symbol()), "{name:?} {}", cell.symbol());
                let ground = Theme::of(name).plain.bg.unwrap_or(Color::Reset);
                assert_eq!(cell.bg, ground, "{name:?}");
                let letters =
                    [quiet.fg, Theme::of(name).plain.fg].map(|colour| colour.unwrap_or(Color::Reset));
                assert!(letters.contains(&cell.fg), "{name:?} {:?}", cell.fg);
            }
        }
    }

    #[test]
    fn in_colour_each_half_has_its_own() {
        for name in [ThemeName::Dark, ThemeName::Light] {
            let buffer = drawn(name);
            let cells = buffer.content().iter().filter(|cell| cell.symbol() == HALF);
            assert_eq!(cells.count(), 16, "{name:?}");
            assert_ne!(buffer[(1, 2)].fg, buffer[(8, 2)].fg);
        }
        assert_eq!(nearest([0, 0, 0]), Color::Indexed(16));
        assert_eq!(nearest([255, 0, 0]), Color::Indexed(196));
        assert_eq!(nearest([118, 118, 118]), Color::Indexed(243));
    }

    #[test]
    fn a_part_too_small_shows_what_fits() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 3));
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        draw(&mut pen, Rect::new(1, 1, 2, 1), &ramp());
        draw(&mut pen, Rect::new(0, 0, 0, 0), &ramp());
        assert_eq!(buffer, Buffer::with_lines(["    "; 3]));
    }
}
