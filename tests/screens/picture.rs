//! What the terminal shows, held against text files.
//!
//! `pictures/en/form-new.80x24.txt` is one screen in one language and size; there is one for each of the four languages
//! and both sizes. `pictures/night/form-new.txt` tells the colours of one screen in one look: below each line of it stands a
//! letter for the style of each cell. Colours depend on no language and no size, so these are in English at 80×24 only.

use std::path::PathBuf;

use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ratatui::{Frame, Terminal};
use vigilia::screens::commander;
use vigilia::screens::desk::front::Front;
use vigilia::screens::kit::theme::ThemeName;
use vigilia::screens::observer;

/// The two sizes every screen is looked at in.
pub const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// The brightest cell of the night: the relative luminance (ITU-R BT.709) of the red every terminal has, as xterm shows it.
const NIGHT_LIMIT: f64 = 0.135;

/// What a desk shows.
pub trait Shown: Clone {
    fn front(&self) -> &Front;
    fn front_mut(&mut self) -> &mut Front;
    fn draw(&self, frame: &mut Frame<'_>);
}

impl Shown for observer::state::State {
    fn front(&self) -> &Front {
        &self.front
    }
    fn front_mut(&mut self) -> &mut Front {
        &mut self.front
    }
    fn draw(&self, frame: &mut Frame<'_>) {
        observer::view::draw(self, frame);
    }
}

impl Shown for commander::state::State {
    fn front(&self) -> &Front {
        &self.front
    }
    fn front_mut(&mut self) -> &mut Front {
        &mut self.front
    }
    fn draw(&self, frame: &mut Frame<'_>) {
        commander::view::draw(self, frame);
    }
}

/// What draws a picture.
type Drawing<'a> = &'a dyn Fn(&mut Frame<'_>);

/// The cells of a picture, and where the cursor stands, if it is shown.
fn drawn((columns, rows): (u16, u16), drawing: Drawing<'_>) -> (Buffer, Option<(u16, u16)>) {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(drawing).unwrap();
    let shown = terminal.backend().cursor_visible();
    let at = terminal.backend_mut().get_cursor_position().unwrap();
    (terminal.backend().buffer().clone(), shown.then_some((at.x + 1, at.y + 1)))
}

/// The cells of a line that are shown: a wide letter covers the cell behind it.
fn cells(buffer: &Buffer, y: u16) -> impl Iterator<Item = &Cell> {
    let mut columns_hidden = 0;
    (0..buffer.area.width).map(move |x| &buffer[(x, y)]).filter(move |cell| {
        let shown = columns_hidden == 0;
        columns_hidden = if shown {
            unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1)
        } else {
            columns_hidden - 1
        };
        shown
    })
}

fn line(buffer: &Buffer, y: u16) -> String {
    cells(buffer, y).map(Cell::symbol).collect::<String>().trim_end().to_owned() + "\n"
}

/// A desk's picture as lines of text without blanks at their ends, and where the cursor stands, if it is shown.
pub fn of(state: &impl Shown) -> String {
    text(state.front().size, &|frame| state.draw(frame))
}

/// Any picture as lines of text.
pub fn text(size: (u16, u16), drawing: Drawing<'_>) -> String {
    let (buffer, cursor) = drawn(size, drawing);
    let cursor = cursor.map(|(x, y)| format!("cursor: column {x}, row {y}\n")).unwrap_or_default();
    (0..buffer.area.height).map(|y| line(&buffer, y)).collect::<String>() + &cursor
}

/// Holds what a state looks like against the file of this name.
pub fn looks_like(state: &impl Shown, name: &str) {
    picture_looks_like(state.front().size, name, &|frame| state.draw(frame));
}

/// Holds any picture against the file of this name.
pub fn picture_looks_like(size: (u16, u16), name: &str, drawing: Drawing<'_>) {
    let (columns, rows) = size;
    held_against(&format!("{name}.{columns}x{rows}.txt"), &text(size, drawing));
}

/// Holds the colours of a state in every look against the files of this name.
pub fn looks_in_every_theme(state: &impl Shown, name: &str) {
    pictures_in_every_theme(state.front().size, name, &|theme, frame| {
        let mut state = state.clone();
        state.front_mut().theme = theme;
        state.draw(frame);
    });
}

/// Holds the colours of any picture in every look against the files of this name. The text is the same in each, so no
/// meaning is carried by colour alone; and the night has no bright cell.
pub fn pictures_in_every_theme(size: (u16, u16), name: &str, drawing: &dyn Fn(ThemeName, &mut Frame<'_>)) {
    let plain = text(size, &|frame| drawing(ThemeName::Dark, frame));
    for (theme, folder) in
        ThemeName::ALL.into_iter().zip(["dark", "light", "night", "high-contrast", "no-colour"])
    {
        let themed: Drawing<'_> = &|frame| drawing(theme, frame);
        assert_eq!(text(size, themed), plain, "{name}: another text in {theme:?}");
        let (buffer, _) = drawn(size, themed);
        if theme == ThemeName::Night {
            for cell in buffer.content() {
                assert!(brightness(cell) <= NIGHT_LIMIT, "{name}: a bright cell in the night: {cell:?}");
            }
        }
        held_against(&format!("{folder}/{name}.txt"), &styles(&buffer));
    }
}

/// The lines with a letter for the style of each cell below them, and what the letters mean. A dot is the style of most
/// of the picture.
fn styles(buffer: &Buffer) -> String {
    let look = |cell: &Cell| {
        let held = if cell.modifier.is_empty() { String::new() } else { format!(" {:?}", cell.modifier) };
        format!("{:?} on {:?}{held}", cell.fg, cell.bg)
    };
    let mut all: Vec<(String, usize)> = Vec::new();
    for cell in buffer.content() {
        let look = look(cell);
        match all.iter_mut().find(|(known, _)| *known == look) {
            Some((_, count)) => *count += 1,
            None => all.push((look, 1)),
        }
    }
    let most = all.iter().map(|(_, count)| *count).max().unwrap();
    let mut letters = 'a'..='z';
    let legend: Vec<(char, String)> = all
        .into_iter()
        .map(|(look, count)| (if count == most { '.' } else { letters.next().unwrap() }, look))
        .collect();
    let letter = |cell: &Cell| legend.iter().find(|(_, known)| *known == look(cell)).unwrap().0;
    let mut text: String = legend.iter().map(|(letter, look)| format!("{letter}  {look}\n")).collect();
    for y in 0..buffer.area.height {
        let below: String = cells(buffer, y).map(letter).collect();
        text += &format!("{}{}\n", line(buffer, y), below.trim_end_matches('.'));
    }
    text
}

/// The relative luminance of the brighter of letter and ground, from 0 to 1. What a terminal may show brighter than it was
/// asked for counts as 1: bold letters, turned colours, and its own default.
fn brightness(cell: &Cell) -> f64 {
    if cell.modifier.intersects(Modifier::BOLD | Modifier::REVERSED) {
        return 1.0;
    }
    // The values of xterm; cube colours 16 to 231 as in its 256colres.h.
    let luminance = |colour| {
        let (red, green, blue) = match colour {
            Color::Black => (0, 0, 0),
            Color::Red => (205, 0, 0),
            Color::Rgb(red, green, blue) => (red, green, blue),
            Color::Indexed(index @ 16..=231) => {
                let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                let index = index - 16;
                (level(index / 36), level(index / 6 % 6), level(index % 6))
            }
            _ => (255, 255, 255),
        };
        let linear = |part: u8| (f64::from(part) / 255.0).powf(2.2);
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    };
    luminance(cell.fg).max(luminance(cell.bg))
}

fn held_against(name: &str, shown: &str) {
    let file = [env!("CARGO_MANIFEST_DIR"), "tests", "screens", "pictures", name].iter().collect::<PathBuf>();
    if !file.exists() && std::env::var_os("VIGILIA_PICTURES").is_some_and(|wish| wish == "write") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, shown).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_else(|_| {
        panic!("there is no picture {name}; run with VIGILIA_PICTURES=write, then look at it:\n{shown}")
    });
    assert!(
        kept == shown,
        "the picture {name} has changed; if on purpose, delete its file and run with \
         VIGILIA_PICTURES=write\nkept:\n{kept}\nshown:\n{shown}"
    );
}
