//! A small map: borders and coasts in dots, the point in the middle, places by name, and how long a kilometre is.
//!
//! ```text
//!      •Novi Pazar⠒⠄⣀⡀⡀
//!         RS          ⠈⡄
//!      ⢀⡄⠚             ⠡⣀⢤
//!    ⢠⠋⠁        Bradash• ⢰
//!  ⡂ ⠈⢱  Čabra• +Mitrovica⠲⠤⢄
//!  ⠷⠐⠚             •Vushtrri
//!     •Istok    XK
//!  └────┘20 km
//! ```
//!
//! Solid lines are coasts; lines with gaps are borders, with wider gaps lines inside a country. `•` is a place, `+` the
//! point in the middle, a ring of dots how wrong it may be, two capitals the country around them.
//! It bears no words, only names, country codes and `km`.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::geography::chart::{Chart, Dots, Spot};
use crate::geography::country::Country;
use crate::screens::kit::pen::Pen;
use crate::screens::kit::plain_text::{self, cells};

/// Which signs the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// Braille for the dots.
    Braille,
    /// ASCII alone, for a terminal without braille: one sign for each cell that a line runs through.
    Ascii,
}

/// The mark of the point in the middle; a sign every terminal has.
const MARK: &str = "+";
/// Shortest name worth cutting a long one to.
const SHORTEST: u16 = 6;
/// So many cells for each name, so that the lines between them are still seen.
const CELLS_FOR_A_NAME: usize = 32;

/// Cells of one row that are taken.
struct Taken(Vec<Rect>);

impl Taken {
    /// Whether a part touches nothing, not even beside it.
    fn is_free(&self, part: Rect) -> bool {
        let part = Rect { x: part.x.saturating_sub(1), width: part.width.saturating_add(2), ..part };
        self.0.iter().all(|other| !other.intersects(part))
    }

    fn take(&mut self, part: Rect) {
        self.0.push(part);
    }
}

/// Draws a chart at the upper left corner of `area`; what is outside of it is left out.
pub fn draw(pen: &mut Pen<'_>, area: Rect, chart: &Chart, signs: Signs) {
    let theme = pen.theme();
    let area = Rect { width: area.width.min(chart.columns), height: area.height.min(chart.rows), ..area };
    if area.is_empty() {
        return;
    }
    pen.clear(area);
    for (row, column) in (0..area.height).flat_map(|row| (0..area.width).map(move |column| (row, column))) {
        let (line, circle) = (chart.lines.cell(column, row), chart.circle.cell(column, row));
        if line | circle != 0 {
            let style = if circle == 0 { theme.muted } else { theme.warning };
            pen.write(area, column, row, &sign(&chart.lines, &chart.circle, (column, row), signs), style);
        }
    }
    let mut taken = Taken(Vec::new());
    let (column, row) = (chart.columns / 2, chart.rows / 2);
    write_at(pen, area, &mut taken, (column, row), MARK, theme.selected);
    if area.height > 2 {
        scale_bar(pen, area, &mut taken, chart, signs);
    }
    let dot = if signs == Signs::Ascii { "o" } else { "•" };
    let mut names_left = usize::from(area.width) * usize::from(area.height) / CELLS_FOR_A_NAME;
    for spot in &chart.spots {
        if names_left == 0 {
            break;
        }
        let on_mark = (spot.column, spot.row) == (column, row);
        let Some((start, name)) = room_for(&taken, area, spot, on_mark) else { continue };
        if !on_mark {
            write_at(pen, area, &mut taken, (spot.column, spot.row), dot, theme.title);
        }
        write_at(pen, area, &mut taken, (start, spot.row), &name, theme.plain);
        names_left -= 1;
    }
    let mut written: Vec<Country> = Vec::new();
    for ground in &chart.grounds {
        let part = Rect { x: ground.column, y: ground.row, width: 2, height: 1 };
        if !written.contains(&ground.country) && part.right() <= area.width && taken.is_free(part) {
            write_at(pen, area, &mut taken, (ground.column, ground.row), ground.country.code(), theme.title);
            written.push(ground.country);
        }
    }
}

/// Where dot and name may stand without touching another, the name to the right of its dot, to the left of it, or to
/// the right and cut; the place in the middle has the mark for its dot. Gives the column of the name.
fn room_for(taken: &Taken, area: Rect, spot: &Spot, on_mark: bool) -> Option<(u16, String)> {
    let wide = cells(plain_text::width(&spot.name));
    let free = |start: u16, width: u16| {
        let part = Rect { x: start, y: spot.row, width, height: 1 };
        // What begins right behind the mark touches it and nothing else.
        let part = if on_mark { Rect { x: part.x.saturating_add(1), ..part } } else { part };
        start.saturating_add(width) <= area.width && taken.is_free(part)
    };
    let name_at = spot.column.saturating_add(1);
    let begin = if on_mark { name_at } else { spot.column };
    let dot = u16::from(!on_mark);
    if free(begin, wide.saturating_add(dot)) {
        return Some((name_at, spot.name.clone()));
    }
    let left = spot.column.checked_sub(wide).filter(|left| !on_mark && free(*left, wide.saturating_add(1)));
    if let Some(left) = left {
        return Some((left, spot.name.clone()));
    }
    let room = (SHORTEST..wide).rev().find(|width| free(begin, width.saturating_add(dot)))?;
    Some((name_at, plain_text::fitted(&spot.name, usize::from(room))))
}

fn write_at(pen: &mut Pen<'_>, area: Rect, taken: &mut Taken, at: (u16, u16), text: &str, style: Style) {
    let (column, row) = at;
    taken.take(Rect { x: column, y: row, width: cells(plain_text::width(text)), height: 1 });
    pen.write(area, column, row, text, style);
}

fn sign(lines: &Dots, circle: &Dots, at: (u16, u16), signs: Signs) -> String {
    let dots = lines.cell(at.0, at.1) | circle.cell(at.0, at.1);
    match signs {
        Signs::Braille => char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ').to_string(),
        Signs::Ascii => if lines.cell(at.0, at.1) == 0 { ":" } else { "." }.to_owned(),
    }
}

/// A bar of one, two or five, tens or hundreds of kilometres, about a quarter of the width.
fn scale_bar(pen: &mut Pen<'_>, area: Rect, taken: &mut Taken, chart: &Chart, signs: Signs) {
    let cell_km = chart.dot_m * 2.0 / 1_000.0;
    let most = (f64::from(area.width) / 4.0).max(3.0) * cell_km;
    let lengths = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0];
    let Some(km) = lengths.into_iter().rev().find(|km| *km <= most) else { return };
    let columns = (1..=area.width).min_by(|one, other| {
        let off = |columns: u16| (f64::from(columns) * cell_km - km).abs();
        off(*one).total_cmp(&off(*other))
    });
    let inner = usize::from(columns.unwrap_or(2).max(2)) - 2;
    let bar = match signs {
        Signs::Braille => format!("└{}┘{km} km", "─".repeat(inner)),
        Signs::Ascii => format!("|{}|{km} km", "_".repeat(inner)),
    };
    let theme = pen.theme();
    write_at(pen, area, taken, (0, area.height - 1), &bar, theme.plain);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::{Signs, draw};
    use crate::geography::borders::Borders;
    use crate::geography::chart::{Chart, RADII_KM, View};
    use crate::geography::gazetteer::Gazetteer;
    use crate::geography::position::Position;
    use crate::language::tongue::Tongue;
    use crate::screens::kit::pen::Pen;
    use crate::screens::kit::theme::{Theme, ThemeName};

    fn picture(point: (f64, f64), radius_km: f64, error_m: f64, size: (u16, u16), signs: Signs) -> String {
        let view =
            View { centre: Position::new(point.0, point.1).unwrap(), radius_m: radius_km * 1_000.0, error_m };
        let chart = Chart::of(view, size.0, size.1, Gazetteer::of_the_world(), Borders::of_the_world());
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buffer = Buffer::empty(area);
        let mut pen = Pen::new(&mut buffer, Theme::of(ThemeName::NoColour), Tongue::English);
        draw(&mut pen, area, &chart, signs);
        let rows = (0..size.1).map(|y| {
            let row: String = (0..size.0).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
            row.trim_end().to_owned() + "\n"
        });
        rows.collect()
    }

    fn lines(picture: &str) -> Vec<&str> {
        picture.lines().collect()
    }

    /// Around Mitrovica, in the small map beside a field.
    const MITROVICA: [&str; 8] = [
        "    •Novi Pazar⠒⠄⣀⡀⡀",
        "       RS          ⠈⡄",
        "    ⢀⡄⠚             ⠡⣀⢤",
        "  ⢠⠋⠁        Bradash• ⢰",
        "⡂ ⠈⢱  Čabra• +Mitrovica⠲⠤⢄",
        "⠷⠐⠚             •Vushtrri",
        "   •Istok    XK",
        "└────┘20 km",
    ];
    const SEA: [&str; 8] =
        ["", "", "", "           ⡠⠒⠉⠒⢆", "          ⠰⡁ + ⢈⠆", "           ⠑⠤⣀⠤⠎", "", "└────┘20 km"];
    const TAVEUNI: [&str; 8] = [
        "  ⢀⡼⠉   ⢀⠼⡤⣾",
        " ⡤⠋     ⠉⠻⡍⠁   ⢀⡤⠖⣆",
        "⢋⣠⠴⠚⠉⠙⠛⠒⢦⣠⡭⢵  ⡰⠋  ⠸⣀",
        "⠋        ⠁  ⢀⣾    ⣰⠃",
        "           ⢀⡜+  ⢀⣰⠃",
        "          ⣠⠎ ⣿⣠⠒⠉",
        "         ⠸⣅ ⣀⡿",
        "└────┘20 km⠉⠁",
    ];
    const SIGNS_EVERYBODY_HAS: [&str; 14] = [
        "",
        "                 ...",
        "              ...  .RS     Prokupljeo",
        "            oNovi Pazar",
        "..             ..  oLeposaviq",
        " ..          ...          ...",
        "   .....   ..      :::      .",
        "     Zubin Potoko  :+Mitrovica..",
        "    oRožaje.       :::oVushtrri .",
        " .....     oIstok               ...",
        " ..                Obiliqo oPristina....",
        "  ..XK oPejë oKlina  oGlogovac",
        " ..    oDeçan     oLlazicë  Kamenicao",
        "|____|20 km               oLipljan     .",
    ];

    #[test]
    fn a_town_lies_between_its_neighbours_and_the_borders() {
        let small = picture((42.8914, 20.8660), 25.0, 50.0, (26, 8), Signs::Braille);
        assert_eq!(lines(&small), MITROVICA);
        assert!(small.contains("XK") && small.contains("RS"));
    }

    #[test]
    fn at_sea_there_is_the_point_and_its_error() {
        let shown = picture((34.5, 18.0), 25.0, 8_000.0, (26, 8), Signs::Braille);
        assert_eq!(lines(&shown), SEA);
    }

    #[test]
    fn the_antimeridian_is_no_edge() {
        let west = picture((-16.85, 180.0), 25.0, 50.0, (26, 8), Signs::Braille);
        assert_eq!(lines(&west), TAVEUNI);
        assert_eq!(picture((-16.85, -180.0), 25.0, 50.0, (26, 8), Signs::Braille), west);
    }

    #[test]
    fn a_terminal_without_braille_shows_the_same_map() {
        let plain = picture((42.8914, 20.8660), 50.0, 5_000.0, (40, 14), Signs::Ascii);
        assert_eq!(lines(&plain), SIGNS_EVERYBODY_HAS);
    }

    #[test]
    fn at_the_poles_there_is_nothing_and_no_harm() {
        for latitude in [90.0, 89.99, -90.0] {
            let shown = picture((latitude, 12.0), 10.0, 50.0, (26, 8), Signs::Braille);
            assert!(shown.contains("└") && shown.contains('+'), "{shown}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn no_point_and_no_size_break_the_map(
            latitude in -90.0..=90.0, longitude in -180.0..=180.0, zoom in 0..RADII_KM.len(),
            error in 0.0..1e7, width in 0_u16..60, height in 0_u16..30,
        ) {
            picture((latitude, longitude), f64::from(RADII_KM[zoom]), error, (width, height), Signs::Braille);
        }
    }
}
