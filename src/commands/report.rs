//! An observer's reports.

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::commands::edge::{local_offset, now};
use crate::commands::failure::Failure;
use crate::commands::file::read_file;
use crate::commands::line::writing;
use crate::commands::report_attachments::{Attach, Detach, SaveAttachment, attachments};
use crate::commands::report_entry::{Entry, TEMPLATE, codes};
use crate::commands::report_show::{list, show_one};
use crate::commands::session::Session;
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::desks::observer::entry;
use crate::desks::spoken::terms;
use crate::domain::code::Coded;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::ids::ReportId;

/// Largest entry read from a script.
const MOST: u64 = 256 << 10;

/// What a report may be written from.
const ABOUT_NEW: &str = "Without any option the report is asked for, one question at a time, each answer saved at once: \
    for a terminal, a screen reader, a pipe. An empty line goes on, ? helps, - goes back, -- takes an answer out, ! keeps \
    the draft and stops.\n\nThe shape of a JSON file is shown, filled in, by: vigilia report template";

/// Write, file and follow reports.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Begin a report: by questions, or from options and files; with --file it is filed at once.
    #[command(after_help = ABOUT_NEW)]
    New(Box<New>),
    /// Go on with a draft: by questions, or with options that take the place of what stood there.
    Edit(Box<Edit>),
    /// Begin a new version of a filed report, to complete or correct it. The old one counts until the new one is filed.
    Correct(Box<Edit>),
    /// Every report and draft, with its standing.
    List,
    /// One report or draft in full, with what came back.
    Show {
        /// Its id.
        id: ReportId,
    },
    /// File a draft: from then on it is signed and never changed.
    File {
        /// Its id.
        id: ReportId,
    },
    /// Attach a file to a draft; a large photograph gets a smaller copy that travels with the words.
    Attach(Attach),
    /// Take a file off a draft, with its smaller copy.
    Detach(Detach),
    /// What a draft or report has attached.
    Attachments {
        /// Its id.
        id: ReportId,
    },
    /// Save an attachment outside the vault, where nothing protects it any more. That is logged.
    SaveAttachment(SaveAttachment),
    /// Throw a draft away. Filed reports cannot be thrown away.
    Discard {
        /// Its id.
        id: ReportId,
    },
    /// The JSON that --from reads, filled in as an example, with every part a report can have.
    Template,
}

/// What was observed, by questions, as options or as JSON with the same names.
#[derive(Debug, Args)]
pub struct New {
    #[command(flatten)]
    written: Written,
    /// A new version of this filed report, to complete or correct it.
    #[arg(long, value_name = "ID")]
    corrects: Option<ReportId>,
}

/// Which one, and what is to be written into it.
#[derive(Debug, Args)]
pub struct Edit {
    /// Its id.
    id: ReportId,
    #[command(flatten)]
    written: Written,
}

/// What is written without questions.
#[derive(Debug, Args)]
struct Written {
    /// Read the report from a JSON file, or from stdin with "-"; options given as well go over it.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    #[command(flatten)]
    entry: Entry,
    /// File it at once.
    #[arg(long)]
    file: bool,
}

impl ReportCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        if let Self::Template = self {
            session.output().note(&codes());
            session.output().result(TEMPLATE.trim_end(), &serde_json::from_str(TEMPLATE)?);
            return Ok(());
        }
        let desk = &mut ObserverDesk::open(session.unlock()?)?;
        match self {
            Self::New(new) => match new.corrects {
                Some(id) => new.written.run(desk, correcting(desk, id)?, false, session),
                None => {
                    let draft = blank(desk, session)?;
                    new.written.run(desk, draft, false, session)
                }
            },
            Self::Edit(edit) => edit.written.run(desk, desk.draft(edit.id)?, true, session),
            Self::Correct(edit) => edit.written.run(desk, correcting(desk, edit.id)?, false, session),
            Self::List => list(desk, session),
            Self::Show { id } => show_one(desk, id, session),
            Self::File { id } => file(desk, id, session),
            Self::Attach(attach) => attach.run(desk, session),
            Self::Detach(detach) => detach.run(desk, session),
            Self::Attachments { id } => attachments(desk, id, session),
            Self::SaveAttachment(save) => save.run(desk, session),
            Self::Discard { id } => {
                desk.discard(id, now())?;
                session.output().result("The draft is gone.", &json!({ "id": id.to_string() }));
                Ok(())
            }
            Self::Template => Ok(()),
        }
    }
}

/// An empty draft in the language of whoever writes it.
fn blank(desk: &ObserverDesk, session: &Session) -> Result<Draft, Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    let language = terms::written_in(session.tongue_of(desk.settings()?.language));
    Ok(Draft::begin(ReportId::fresh(now(), &mut dice), now(), language))
}

/// A draft that will supersede a filed report.
fn correcting(desk: &ObserverDesk, id: ReportId) -> Result<Draft, Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    Ok(Draft::correcting(&desk.report(id)?.held.report, ReportId::fresh(now(), &mut dice), now()))
}

impl Written {
    /// Writes into a draft; `kept` when the vault has it already.
    fn run(
        self,
        desk: &mut ObserverDesk,
        mut draft: Draft,
        kept: bool,
        session: &Session,
    ) -> Result<(), Failure> {
        if self.from.is_none() && self.entry == Entry::default() && !self.file {
            if !kept && draft.observed.is_none() {
                // The weakest claim, which the soldier makes stronger if he can.
                draft.observed =
                    entry::time("~now", now(), local_offset()).ok().map(|understood| understood.period);
            }
            let tongue = session.tongue_of(desk.settings()?.language);
            return writing::write(desk, draft, kept, tongue, session);
        }
        let written: Entry = match &self.from {
            Some(path) if path.as_os_str() == "-" => {
                let mut text = Vec::new();
                std::io::stdin().take(MOST).read_to_end(&mut text)?;
                serde_json::from_slice(&text)?
            }
            Some(path) => serde_json::from_slice(&read_file(path, MOST)?)?,
            None => Entry::default(),
        };
        // Everything is understood before anything is kept: a wrong option leaves nothing behind.
        let mut notes = Vec::new();
        written.apply(&mut draft, desk.catalogue(), &mut notes)?;
        self.entry.apply(&mut draft, desk.catalogue(), &mut notes)?;
        if kept {
            // Power fails between two fields: what then points at nothing is mended when it is filed.
            for field in DraftField::ALL {
                desk.save(&draft, *field, now())?;
            }
        } else {
            desk.keep(&draft, now())?;
        }
        for note in notes {
            session.output().note(&note);
        }
        let id = draft.id;
        for path in written.attachments.iter().chain(&self.entry.attachments) {
            desk.attach_file(id, path, now()).map_err(|why| {
                let why = Failure::from(why);
                Failure::failed(format!("{} The draft {id} is kept without it.", why.sentence()))
            })?;
        }
        if self.file {
            return file(desk, id, session);
        }
        let obstacles: Vec<String> =
            desk.draft(id)?.obstacles(desk.catalogue()).iter().map(ToString::to_string).collect();
        let words = match obstacles.as_slice() {
            [] => format!("Draft {id} is saved and complete. File it with: vigilia report file {id}"),
            missing => format!("Draft {id} is saved. Before it can be filed: {}.", missing.join("; ")),
        };
        session.output().result(&words, &json!({ "id": id.to_string(), "missing": obstacles }));
        Ok(())
    }
}

fn file(desk: &mut ObserverDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let filed = desk.file(id, now())?;
    let (number, id) = (filed.head().sequence, filed.head().id);
    let words = format!(
        "Filed as your report number {number}, id {id}. It is signed and waits to be handed over: vigilia packet write or vigilia sync."
    );
    session.output().result(&words, &json!({ "id": id.to_string(), "sequence": number }));
    Ok(())
}
