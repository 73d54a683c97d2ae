//! What the observer's desk hears, and what it may ask of the world. Nothing else passes between the two.

use crate::desks::carrying::transfer::Waiting;
use crate::desks::identity::Identity;
use crate::desks::observer::OwnReport;
use crate::desks::observer::answers::{Answer, OpenedAnswer};
use crate::domain::draft::{Draft, DraftField, Obstacle};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Language;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::screens::desk::errand::News;
use crate::screens::desk::message;
use crate::screens::observer::errand::{Errand, Outcome};
use crate::screens::observer::form::files::FilesNews;
use crate::screens::observer::lines::ReportLine;
use crate::vault::settings::Setting;

/// Something the desk hears.
pub type Message = message::Message<Told>;

/// What came of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// Everything that stands in lists.
    Lists(Box<Lists>),
    /// What changed in the lists: the rest is as it was.
    Changed(Box<Changed>),
    /// A report with everything that was said of it.
    Report(Box<OwnReport>),
    /// An answer, its signature verified just now.
    Answer(Box<OpenedAnswer>),
    /// These answers count as seen from now on.
    Seen(Vec<Digest>),
    /// Who sits here.
    Me(Box<Identity>),
    /// Folders that begin with what was typed.
    Folders(String, Vec<String>),
    /// What an errand tells.
    Errand(Box<News<Outcome>>),
    /// A draft to write in.
    Draft(Box<Draft>),
    /// The report is filed under this number; these rows of the list are not what they were.
    Filed(u32, Vec<ReportId>),
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

impl From<News<Outcome>> for Told {
    fn from(news: News<Outcome>) -> Self {
        Self::Errand(Box::new(news))
    }
}

/// Everything that stands in lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lists {
    /// Every report and draft, in order.
    pub reports: Vec<ReportLine>,
    /// Every answer, the newest first.
    pub answers: Vec<Answer>,
    /// What waits to be carried.
    pub waiting: Waiting,
}

/// What changed in the lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    /// Every draft.
    pub drafts: Vec<ReportLine>,
    /// The reports that are new, or stand differently; what was said of them is as it was.
    pub reports: Vec<ReportLine>,
    /// What waits to be carried, where that changed.
    pub waiting: Option<Waiting>,
}

/// Everything this desk can do to the world. The world answers with [`Told`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the lists again: reports, answers, what waits.
    LoadReports,
    /// Read the drafts again, these reports, and what waits because of them. Ten thousand are not read anew because one
    /// was laid aside or filed.
    LoadChanged(Vec<ReportId>),
    /// Read a report in full.
    OpenReport(ReportId),
    /// Read an answer and verify its signature anew.
    OpenAnswer(Digest),
    /// Remember that these answers were looked at.
    MarkSeen(Vec<Digest>),
    /// Read who sits here.
    LoadMe,
    /// Keep what was chosen.
    Choose(Setting),
    /// Find folders that begin with this.
    Complete(String),
    /// Lend the desk to an errand.
    Go(Errand),
    /// Ask the errand to end after the group it is at.
    Stop,
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
