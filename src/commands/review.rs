//! A commander's review: what he owes, what he says of it, what he gives back.

use clap::{Args, Subcommand};
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::review_grade::Grade;
use crate::commands::review_list;
use crate::commands::review_show;
use crate::commands::session::Session;
use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::domain::code::Coded;
use crate::domain::ids::ReportId;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::Line;

/// Review what observers reported.
#[derive(Debug, Subcommand)]
pub enum ReviewCommand {
    /// Reports that have not gone to Brussels, the most urgent first, with the time each has left and what repeats what.
    List,
    /// One report exactly as signed, with all that is known beside it. Looking is logged.
    Show {
        /// Its id.
        id: ReportId,
    },
    /// Grade a report; without a grade it is F6. Until it goes, a later grade replaces an earlier one.
    Grade(Box<Grade>),
    /// Give a report back to its author for completion. It stays owed.
    Return(GiveBack),
    /// Take your review back before the report goes. It is owed as if nobody had reviewed it.
    TakeBack {
        /// The report's id.
        id: ReportId,
    },
}

/// Why a report is given back.
#[derive(Debug, Args)]
pub struct GiveBack {
    /// The report's id.
    id: ReportId,
    /// The reason, from the list.
    #[arg(long)]
    reason: String,
    /// What is missing, in a few words; a note that asks to question, search or follow anybody is refused.
    #[arg(long)]
    note: Option<String>,
}

impl ReviewCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = CommanderDesk::open(session.unlock()?)?;
        match self {
            Self::List => review_list::run(&mut desk, session),
            Self::Show { id } => review_show::run(&mut desk, id, session),
            Self::Grade(grade) => grade.run(&mut desk, session),
            Self::Return(back) => back.run(&mut desk, session),
            Self::TakeBack { id } => {
                let report = desk.vault().report_digest(id)?;
                desk.take_back_review(report, now())?;
                let words = "Taken back. The report is owed as if nobody had reviewed it; what you signed stays in the log.";
                session.output().result(words, &json!({ "id": id.to_string() }));
                Ok(())
            }
        }
    }
}

impl GiveBack {
    fn run(self, desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
        let report = desk.vault().report_digest(self.id)?;
        let known: Vec<&str> = ReturnReason::ALL.iter().map(|reason| reason.code()).collect();
        let reason = ReturnReason::from_code(&self.reason)
            .ok_or_else(|| Failure::usage(format!("--reason: one of {}", known.join(", "))))?;
        let note = self.note.as_deref().map(Line::cleaned).transpose();
        let note = note.map_err(|wrong| Failure::usage(format!("the note is {wrong}")))?;
        if let Err(refused) = desk.give_back(report, reason, note.clone(), now()) {
            // Where they stand, and not the words: what a person wrote is in no log.
            if let (DeskError::AsksToInvestigate { at }, Some(note)) = (&refused, &note) {
                let place =
                    |byte: usize| note.as_str().get(..byte).map_or(0, |before| before.chars().count());
                let (first, last) = (place(at.start) + 1, place(at.end));
                session.output().note(&format!("Characters {first} to {last} of the note ask for it."));
            }
            return Err(refused.into());
        }
        let words = "Given back. It reaches its author with the next exchange, and stays owed until it is completed or its time is up.";
        session.output().result(words, &json!({ "id": self.id.to_string(), "reason": reason.code() }));
        Ok(())
    }
}
