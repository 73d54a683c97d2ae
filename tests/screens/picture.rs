//! What the terminal shows, held against a text file.

use std::path::PathBuf;

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use vigilia::screens::observer::state::State;
use vigilia::screens::observer::view;

/// The two sizes every screen is looked at in.
pub const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// The picture as lines of text without blanks at their ends, and where the cursor stands, if it is shown.
pub fn of(state: &State, (columns, rows): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| view::draw(state, frame)).unwrap();
    let mut cursor = String::new();
    if terminal.backend().cursor_visible() {
        let at = terminal.backend_mut().get_cursor_position().unwrap();
        cursor = format!("cursor: column {}, row {}\n", at.x + 1, at.y + 1);
    }
    let buffer = terminal.backend().buffer();
    let line = |y| {
        let mut columns_hidden = 0;
        let cells = (0..columns).map(|x| buffer[(x, y)].symbol()).filter(|symbol| {
            // A wide letter covers the cell behind it.
            let shown = columns_hidden == 0;
            columns_hidden = if shown {
                unicode_width::UnicodeWidthStr::width(*symbol).saturating_sub(1)
            } else {
                columns_hidden - 1
            };
            shown
        });
        cells.collect::<String>().trim_end().to_owned() + "\n"
    };
    (0..rows).map(line).collect::<String>() + &cursor
}

/// Holds what a state looks like in this size against the file of this name.
pub fn looks_like(state: &State, name: &str, (columns, rows): (u16, u16)) {
    let shown = of(state, (columns, rows));
    let file: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "screens", "pictures", &format!("{name}.{columns}x{rows}.txt")]
            .iter()
            .collect();
    if !file.exists() && std::env::var_os("VIGILIA_PICTURES").is_some_and(|wish| wish == "write") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &shown).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_else(|_| {
        panic!("there is no picture {name}; run with VIGILIA_PICTURES=write, then look at it:\n{shown}")
    });
    assert!(
        kept == shown,
        "the picture {name} at {columns}x{rows} has changed; if on purpose, delete its file and run with \
         VIGILIA_PICTURES=write\nkept:\n{kept}\nshown:\n{shown}"
    );
}
