//! One report as a commander reviews it, in words and in JSON.

use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::review_list::{countdown, repeated, repeated_in_json};
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::review::OpenedReport;
use crate::desks::signer::Signature;
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::ids::ReportId;
use crate::domain::overdue::Countdown;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;

/// Shows one report, which is logged.
pub fn run(desk: &mut CommanderDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let (report, now) = (desk.vault().report_digest(id)?, now());
    let opened = desk.open_for_review(report, now)?;
    let words = in_words(&opened, now, desk.catalogue());
    let edges = Edges::of(desk.vault()).marked(opened.held.report.head().marking);
    edges.result(session.output(), &words, in_json(&opened, desk.catalogue()));
    Ok(())
}

fn signature(opened: &OpenedReport) -> (&'static str, &'static str) {
    match opened.signature {
        Signature::Holds => ("holds", "holds: this is what the observer signed"),
        Signature::RevokedSince => ("revoked_since", "holds; the keys were revoked since"),
        Signature::SignerGone => ("signer_gone", "cannot be checked: the roster no longer names the signer"),
        Signature::Broken => ("broken", "DOES NOT HOLD: these are not the bytes that were signed"),
    }
}

fn in_words(opened: &OpenedReport, now: Timestamp, catalogue: &Catalogue) -> String {
    let mut lines = vec![show::report(&opened.held.report, catalogue)];
    lines.push(format!("  signature   {}", signature(opened).1));
    if let Some(author) = &opened.author {
        lines.push(format!("  author      {}", author.callsign));
    }
    let missing = opened.attachments.iter().filter(|attachment| !attachment.here).count();
    if missing > 0 {
        lines.push(format!("  on the way  {}", show::count(missing, "attachment")));
    }
    for version in &opened.versions {
        lines.push(format!("  version     {} of {}", version.id, show::dtg(version.recorded)));
    }
    for returned in &opened.returns {
        let note = returned.note.as_ref().map(|note| format!(": {}", note.as_str())).unwrap_or_default();
        lines.push(format!("  given back  {} ({}){note}", show::dtg(returned.at), returned.reason));
    }
    lines.push(format!("  screening   {} (indicators neither prove nor disprove)", opened.screening));
    for (dimension, count, state) in opened.dimensions() {
        if count.strong + count.medium + count.weak > 0 {
            lines.push(format!(
                "    {:<26} {state}: {} strong, {} medium, {} weak",
                dimension.code(),
                count.strong,
                count.medium,
                count.weak
            ));
        }
    }
    lines.extend(opened.repeats.told.iter().map(|repeat| format!("  {}", repeated(repeat))));
    if let Some(due) = opened.due {
        let left = Countdown::until(due, opened.received, now);
        lines.push(format!("  goes        {}, {}", show::dtg(due), countdown(left)));
    }
    lines.extend(opened.review.as_ref().map(show::review));
    lines.extend(opened.answers.iter().map(|answer| format!("  {}", show::feedback(&answer.feedback))));
    lines.join("\n")
}

fn in_json(opened: &OpenedReport, catalogue: &Catalogue) -> Value {
    let mut told = show::line(&opened.held, catalogue);
    let more = json!({
        "signature": signature(opened).0,
        "callsign": opened.author.as_ref().map(|author| author.callsign.to_string()),
        "received": opened.received.to_string(),
        "due": opened.due.map(|due| due.to_string()),
        "screening": opened.screening.to_string(),
        "dimensions": opened.dimensions().map(|(dimension, count, state)| json!({
            "dimension": dimension.code(),
            "state": state.code(),
            "strong": count.strong,
            "medium": count.medium,
            "weak": count.weak,
        })).collect::<Vec<_>>(),
        "attachments": opened.attachments.iter().map(|one| json!({
            "sha256": one.attachment.digest.to_string(),
            "size": one.attachment.size,
            "here": one.here,
        })).collect::<Vec<_>>(),
        "versions": opened.versions.iter().map(|version| version.id.to_string()).collect::<Vec<_>>(),
        "returns": opened.returns.iter().map(|returned| json!({
            "at": returned.at.to_string(),
            "reason": returned.reason.code(),
            "note": returned.note.as_ref().map(Line::as_str),
        })).collect::<Vec<_>>(),
        "repeats": opened.repeats.told.iter().map(repeated_in_json).collect::<Vec<_>>(),
        "duplicates": opened.duplicates.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "grade": opened.review.as_ref().map(|review| review.grade.to_string()),
    });
    if let (Value::Object(fields), Value::Object(more)) = (&mut told, more) {
        fields.extend(more);
    }
    told
}
