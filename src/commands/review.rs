//! A commander's review.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::commander::{CommanderDesk, Judgement};
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::domain::code::Coded;
use crate::domain::grading::{Handling, HandlingCode, NatoGrade};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::precedence::Precedence;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Narrative};

/// Review what observers reported.
#[derive(Debug, Subcommand)]
pub enum ReviewCommand {
    /// Reports that have not gone to Brussels, the most urgent first.
    List,
    /// One report exactly as signed, with its screening. Looking is logged.
    Show {
        /// Its id.
        id: ReportId,
    },
    /// Grade a report; without a grade it is F6.
    Grade(Grade),
    /// Give a report back to its author for completion. It stays owed.
    Return(GiveBack),
}

/// A commander's judgement.
#[derive(Debug, Args)]
pub struct Grade {
    /// The report's id.
    id: ReportId,
    /// Reliability A to F and credibility 1 to 6.
    grade: Option<String>,
    /// H0, H1, H2 or H3.
    #[arg(long)]
    handling: Option<String>,
    /// The restriction that H3 must carry.
    #[arg(long)]
    restriction: Option<String>,
    /// routine, priority or immediate.
    #[arg(long)]
    precedence: Option<String>,
    /// Your words.
    #[arg(long)]
    comment: Option<String>,
}

/// Why a report is given back.
#[derive(Debug, Args)]
pub struct GiveBack {
    /// The report's id.
    id: ReportId,
    /// The reason, from the list.
    #[arg(long)]
    reason: String,
    /// A few words. Never ask to question, search or follow anybody.
    #[arg(long)]
    note: Option<String>,
}

impl ReviewCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = CommanderDesk::open(session.unlock()?)?;
        match self {
            Self::List => list(&mut desk, session),
            Self::Show { id } => show_one(&mut desk, id, session),
            Self::Grade(grade) => grade.run(&mut desk, session),
            Self::Return(back) => back.run(&mut desk, session),
        }
    }
}

fn digest(desk: &mut CommanderDesk, id: ReportId) -> Result<Digest, Failure> {
    Ok(desk.vault().report_digest(id)?)
}

fn list(desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
    let queue = desk.queue()?;
    let mut words = Vec::new();
    let mut told = Vec::new();
    for owed in &queue {
        let (head, seen) = (owed.held.report.head(), owed.held.report.observation());
        let state = match (&owed.review, &owed.returned) {
            (Some(review), _) => format!("graded {}, ready to go", review.grade),
            (None, Some(returned)) => {
                format!("given back ({}), goes as it stands {}", returned.reason, show::dtg(owed.due))
            }
            (None, None) => format!("to review; goes as it stands {}", show::dtg(owed.due)),
        };
        words.push(format!(
            "{}  {:<9} {}  {}\n    {} — {state}",
            head.id,
            head.precedence.code(),
            show::period(&seen.observed),
            show::place(&seen.place),
            show::what(seen, desk.catalogue())
        ));
        let mut line = show::line(&owed.held, desk.catalogue());
        if let Value::Object(fields) = &mut line {
            fields.insert("due".to_owned(), json!(owed.due.to_string()));
            fields.insert(
                "grade".to_owned(),
                json!(owed.review.as_ref().map(|review| review.grade.to_string())),
            );
        }
        told.push(line);
    }
    if words.is_empty() {
        words.push("Nothing is owed: every report has gone to Brussels.".to_owned());
    }
    Edges::of(desk.vault()).result(session.output(), &words.join("\n"), Value::Array(told));
    Ok(())
}

fn show_one(desk: &mut CommanderDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let digest = digest(desk, id)?;
    let held = desk.consult(digest, now())?;
    let screening = desk.screening(&held.report);
    let mut words = show::report(&held.report, desk.catalogue());
    words.push_str(&format!("\n  screening   {screening} (indicators neither prove nor disprove)"));
    let review = desk.vault().review_of(digest)?.map(|(_, review)| review);
    if let Some(review) = &review {
        words.push_str(&format!("\n{}", show::review(review)));
    }
    for answer in desk.answers(digest)? {
        words.push_str(&format!("\n  {}", show::feedback(&answer.feedback)));
    }
    let mut told = show::line(&held, desk.catalogue());
    if let Value::Object(fields) = &mut told {
        fields.insert("screening".to_owned(), json!(screening.to_string()));
        fields.insert("grade".to_owned(), json!(review.map(|review| review.grade.to_string())));
    }
    let edges = Edges::of(desk.vault()).marked(held.report.head().marking);
    edges.result(session.output(), &words, told);
    Ok(())
}

impl Grade {
    fn run(self, desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
        let digest = digest(desk, self.id)?;
        let usage = |wrong: &dyn std::fmt::Display| Failure::usage(wrong.to_string());
        let grade =
            self.grade.as_deref().map(str::parse::<NatoGrade>).transpose().map_err(|wrong| usage(&wrong))?;
        let handling = match (&self.handling, &self.restriction) {
            (None, None) => None,
            (code, restriction) => {
                let code = code.as_deref().map_or(Some(HandlingCode::H3), HandlingCode::from_code);
                let code = code.ok_or_else(|| Failure::usage("--handling: H0, H1, H2 or H3"))?;
                Some(Handling::new(code, restriction.as_deref()).map_err(|wrong| usage(&wrong))?)
            }
        };
        let precedence = match &self.precedence {
            None => None,
            Some(code) => Some(
                (Precedence::from_code(code).filter(|precedence| precedence.is_suggestible()))
                    .ok_or_else(|| Failure::usage("--precedence: routine, priority or immediate"))?,
            ),
        };
        let comment =
            self.comment.as_deref().map(Narrative::cleaned).transpose().map_err(|wrong| usage(&wrong))?;
        let graded = grade.map(Judgement::graded).unwrap_or_default();
        let judgement = Judgement { handling, precedence, comment, ..graded };
        let review = desk.review(digest, judgement, now())?;
        let mut dice = IdDice::from_os().map_err(DeskError::from)?;
        let goes = match desk.release(now(), &mut dice)?.is_empty() {
            true => "Reviewed, and ready for the next batch.",
            false => "Reviewed, and packed alone to go before everything else. Send it with: vigilia sync",
        };
        let words = format!("{goes}\n{}", show::review(&review));
        let europol = review.europol.map(|code| code.to_string());
        let told = json!({
            "id": self.id.to_string(),
            "grade": review.grade.to_string(),
            "europol_derived": europol,
            "handling": review.handling.code().code(),
            "precedence": review.precedence.code(),
        });
        session.output().result(&words, &told);
        Ok(())
    }
}

impl GiveBack {
    fn run(self, desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
        let digest = digest(desk, self.id)?;
        let known: Vec<&str> = ReturnReason::ALL.iter().map(|reason| reason.code()).collect();
        let reason = ReturnReason::from_code(&self.reason)
            .ok_or_else(|| Failure::usage(format!("--reason: one of {}", known.join(", "))))?;
        let note = self.note.as_deref().map(Line::cleaned).transpose();
        let note = note.map_err(|wrong| Failure::usage(format!("the note is {wrong}")))?;
        desk.give_back(digest, reason, note, now())?;
        let words = "Given back. It reaches its author with the next exchange, and stays owed until it is completed or its time is up.";
        session.output().result(words, &json!({ "id": self.id.to_string(), "reason": reason.code() }));
        Ok(())
    }
}
