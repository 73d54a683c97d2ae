//! What keys change in the guide.

use crate::screens::desk::front::Front;
use crate::screens::desk::guide::room::{GuideRoom, Shown};
use crate::screens::desk::keys::{Command, Go};
use crate::screens::kit::edit::Edit;

/// Columns of the list of chapters, with what parts it from the text.
pub const CHAPTERS: u16 = 34;
/// Rows of a screen that are not the body of a room: two markings, tabs, notice, keys.
const AROUND: u16 = 5;

/// Columns a chapter's text has on a terminal of this width.
#[must_use]
pub fn text_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(CHAPTERS + 2).min(84)).max(1)
}

/// Rows a chapter's text has on a terminal of this height.
#[must_use]
pub fn text_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(AROUND)).max(1)
}

/// Types into the words that narrow the chapters.
pub fn write(front: &mut Front, edit: &Edit) {
    with(front, |room, shown| room.edit(edit, shown));
}

/// Obeys a command in the guide; says whether it leads out of it.
#[must_use]
pub fn obey(front: &mut Front, command: Command) -> bool {
    match command {
        Command::Search => front.guide.search.begin(),
        // Enter leaves the words in force and gives the keys back.
        Command::Open => front.guide.search.leave(),
        Command::Leave if front.guide.search.is_open() => front.guide.search.clear(),
        Command::Leave => return true,
        Command::Go(Go::PageUp) => with(front, |room, shown| room.read(false, shown)),
        Command::Go(Go::PageDown) => with(front, |room, shown| room.read(true, shown)),
        Command::Go(go) => with(front, |room, shown| room.step(go.steps(), shown)),
        _ => {}
    }
    false
}

fn with(front: &mut Front, act: impl FnOnce(&mut GuideRoom, Shown<'_>)) {
    let (width, height) = front.size;
    let shown = Shown {
        catalogue: &front.catalogue,
        tongue: front.tongue,
        columns: text_columns(width),
        rows: text_rows(height),
    };
    act(&mut front.guide, shown);
}
