//! The cell's inbox.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::cell::CellDesk;
use crate::desks::cell::findings::{Amiss, Finding};
use crate::domain::answer::Outcome;
use crate::domain::chain::ChainFinding;
use crate::domain::code::Coded;
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::ids::ReportId;
use crate::domain::text::Narrative;

/// Read and answer what arrived.
#[derive(Debug, Subcommand)]
pub enum InboxCommand {
    /// Everything received, unanswered first, and what is missing.
    List,
    /// One report with its review, screening and attachments. Looking is logged.
    Show {
        /// Its id.
        id: ReportId,
    },
    /// Tell the soldier, and his commander, what came of a report.
    Answer(Answer),
}

/// What came of a report.
#[derive(Debug, Args)]
pub struct Answer {
    /// The report's id.
    id: ReportId,
    /// received, needs_more, linked_to_known, under_investigation, passed_abroad, no_action or closed_result.
    #[arg(long)]
    status: String,
    /// Why nothing follows; with no_action only.
    #[arg(long)]
    reason: Option<String>,
    /// Words that are safe on the soldier's device. Never ask him to look further.
    #[arg(long)]
    to_observer: Option<String>,
    /// Words for his commander alone.
    #[arg(long)]
    to_commander: Option<String>,
}

impl InboxCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = CellDesk::open(session.unlock()?)?;
        match self {
            Self::List => list(&mut desk, session),
            Self::Show { id } => show_one(&mut desk, id, session),
            Self::Answer(answer) => answer.run(&mut desk, session),
        }
    }
}

fn list(desk: &mut CellDesk, session: &Session) -> Result<(), Failure> {
    let inbox = desk.inbox()?;
    let findings = desk.findings(now())?;
    let outstanding = desk.outstanding()?;
    let (aside, more) = (desk.vault().set_aside_count()?, desk.vault().more_aside()?);
    let mut words = Vec::new();
    let mut told = Vec::new();
    for received in &inbox {
        let (head, seen) = (received.held.report.head(), received.held.report.observation());
        let grade =
            received.review.as_ref().map_or_else(|| "--".to_owned(), |review| review.grade.to_string());
        let state = if received.answers.is_empty() { "to answer" } else { "answered" };
        words.push(format!(
            "{}  {grade}  {}  {}\n    {} — {state}",
            head.id,
            show::period(&seen.observed),
            show::place(&seen.place),
            show::what(seen, desk.catalogue())
        ));
        let mut line = show::line(&received.held, desk.catalogue());
        if let Value::Object(fields) = &mut line {
            fields.insert("grade".to_owned(), json!(grade));
            fields.insert("answered".to_owned(), json!(!received.answers.is_empty()));
        }
        told.push(line);
    }
    if words.is_empty() {
        words.push("Nothing has arrived yet.".to_owned());
    }
    for found in &findings {
        words.push(format!("! {}: {}", found.callsign, finding(found)));
    }
    for report in &outstanding.reports {
        words.push(format!("! report {} is named by a batch and has not arrived", report.short()));
    }
    if outstanding.slots > 0 {
        words.push(format!("! {} integrity slots were promised and have not arrived", outstanding.slots));
    }
    for (commander, batches) in &outstanding.named_again {
        words.push(format!(
            "! {commander} gave {batches} batches the name of another; every report in them was taken, but his program is not as it should be"
        ));
    }
    if aside > 0 {
        words.push(format!("! {aside} statements were set aside as they came"));
    }
    if more > 0 {
        words.push(format!(
            "! at least {more} more were not kept, because too much of their senders' was aside already"
        ));
    }
    let gaps: Vec<Value> = (findings.iter())
        .map(|found| json!({ "observer": found.observer.to_string(), "finding": finding(found) }))
        .collect();
    let told = json!({ "reports": told, "findings": gaps, "set_aside": aside, "not_kept": more,
        "batches_named_again": outstanding.named_again.iter().map(|(_, batches)| batches).sum::<u32>(),
        "reports_outstanding": outstanding.reports.len(), "slots_outstanding": outstanding.slots });
    Edges::of(desk.vault()).result(session.output(), &words.join("\n"), told);
    Ok(())
}

/// What is wrong, in a sentence.
fn finding(found: &Finding) -> String {
    let finding = match &found.amiss {
        Amiss::Chain(finding) => finding,
        Amiss::Silent(silence) => return format!("nothing came for {} days", silence.days),
    };
    match finding {
        ChainFinding::Missing { from, to } if from == to => {
            format!("report {from} was filed and has not arrived")
        }
        ChainFinding::Missing { from, to } => {
            format!("reports {from} to {to} were filed and have not arrived")
        }
        ChainFinding::Forked { sequence } if found.histories > 2 => {
            format!("{} different reports carry number {sequence}", found.histories)
        }
        ChainFinding::Forked { sequence } => format!("two different reports carry number {sequence}"),
        ChainFinding::Broken { sequence } => format!("report {sequence} does not follow the one before it"),
        ChainFinding::TallyContradicts { filed } => {
            format!("the tally of {filed} reports contradicts what arrived")
        }
    }
}

fn show_one(desk: &mut CellDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let digest = desk.vault().report_digest(id)?;
    let received = desk.consult(digest, now())?;
    let screening = desk.screening(&received.held.report);
    let mut words = show::report(&received.held.report, desk.catalogue());
    words.push_str(&format!("\n  screening   {screening} (indicators neither prove nor disprove)"));
    if let Some(review) = &received.review {
        words.push_str(&format!("\n{}", show::review(review)));
    }
    let missing = received.attachments.iter().filter(|(_, here)| !here).count();
    if missing > 0 {
        words.push_str(&format!("\n  {missing} attachments have not arrived yet"));
    }
    for answer in &received.answers {
        words.push_str(&format!("\n  {}", show::feedback(&answer.feedback)));
    }
    let mut told = show::line(&received.held, desk.catalogue());
    if let Value::Object(fields) = &mut told {
        fields.insert("screening".to_owned(), json!(screening.to_string()));
        fields.insert("grade".to_owned(), json!(received.review.map(|review| review.grade.to_string())));
        fields.insert(
            "facts".to_owned(),
            json!(
                received
                    .held
                    .report
                    .observation()
                    .facts
                    .as_ref()
                    .map(super::super::domain::text::Text::as_str)
            ),
        );
        fields.insert("attachments_missing".to_owned(), json!(missing));
    }
    let edges = Edges::of(desk.vault()).marked(received.held.report.head().marking);
    edges.result(session.output(), &words, told);
    Ok(())
}

impl Answer {
    fn run(self, desk: &mut CellDesk, session: &Session) -> Result<(), Failure> {
        let digest = desk.vault().report_digest(self.id)?;
        let statuses: Vec<&str> = FeedbackStatus::ALL.iter().map(|status| status.code()).collect();
        let status = FeedbackStatus::from_code(&self.status)
            .ok_or_else(|| Failure::usage(format!("--status: one of {}", statuses.join(", "))))?;
        let reasons: Vec<&str> = NoActionReason::ALL.iter().map(|reason| reason.code()).collect();
        let reason = match &self.reason {
            None => None,
            Some(code) => Some(
                NoActionReason::from_code(code)
                    .ok_or_else(|| Failure::usage(format!("--reason: one of {}", reasons.join(", "))))?,
            ),
        };
        let outcome = Outcome::new(status, reason).map_err(|wrong| Failure::usage(wrong.to_string()))?;
        let text = |words: Option<String>| words.as_deref().map(Narrative::cleaned).transpose();
        let wrong = |wrong: crate::domain::text::InvalidText| Failure::usage(format!("the text is {wrong}"));
        let to_observer = text(self.to_observer).map_err(wrong)?;
        let to_commander = text(self.to_commander).map_err(wrong)?;
        desk.answer(digest, outcome, to_observer, to_commander, now())?;
        let words = "Answered and signed. It goes home with the next sync.";
        session.output().result(words, &json!({ "id": self.id.to_string(), "status": status.code() }));
        Ok(())
    }
}
