//! What the observer's desk hears, and what it may ask of the world. Nothing else passes between the two.

use crossterm::event::KeyEvent;

use crate::domain::draft::{Draft, DraftField, Obstacle};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Language;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::observer::form::files::FilesNews;
use crate::screens::observer::lines::ReportLine;

/// Something the desk hears.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key went down.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resized(u16, u16),
    /// Nothing happened for a while.
    Tick,
    /// An effect was carried out, or was not.
    Told(Told),
}

/// What came of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// Every report and draft there is.
    Reports(Vec<ReportLine>),
    /// A draft to write in.
    Draft(Box<Draft>),
    /// The report is filed under this number.
    Filed(u32),
    /// The report is not complete; the draft is untouched.
    NotFiled(Vec<Obstacle>),
    /// The draft is gone.
    Discarded,
    /// A field of this draft is durable since then.
    Saved(ReportId, Timestamp),
    /// What came of something asked about the files of this draft.
    OfFiles(ReportId, FilesNews),
    /// One field of this draft could not be saved, and why.
    NotSaved(Box<Draft>, DraftField, Phrase),
    /// Something else could not be done, and why.
    Failed(Phrase),
}

/// Everything this desk can do to the world. The world answers with [`Told`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the list again.
    LoadReports,
    /// Begin a draft, written in this language.
    Begin(Language),
    /// Begin a draft that will supersede this report.
    Correct(ReportId),
    /// Take up a draft again.
    Open(ReportId),
    /// Make one field of a draft durable.
    Save(Box<Draft>, DraftField),
    /// Attach the file at this path to a draft.
    Attach(ReportId, String),
    /// Take a file off a draft.
    Detach(ReportId, Digest),
    /// What a file of a draft looks like in so many cells.
    Preview {
        /// The draft.
        id: ReportId,
        /// The file.
        digest: Digest,
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// What a path being typed may become.
    Paths(ReportId, String),
    /// Throw a draft away.
    Discard(ReportId),
    /// Sign and file a draft.
    File(ReportId),
    /// Draw everything again.
    Redraw,
    /// Leave the desk.
    Leave,
}
