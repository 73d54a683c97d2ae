//! Files of a report: put on, taken off, listed, saved outside.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::Args;
use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::observer::ObserverDesk;
use crate::desks::observer::attaching::{Attached, NoCopy, TakenAt};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Attachment;
use crate::domain::place::{Given, Place, Position};

/// A file for a draft.
#[derive(Debug, Args)]
pub struct Attach {
    /// The draft's id.
    id: ReportId,
    /// The file. What it is is told by its bytes.
    file: PathBuf,
}

/// A file to take off a draft.
#[derive(Debug, Args)]
pub struct Detach {
    /// The draft's id.
    id: ReportId,
    /// Its SHA-256, or that of its smaller copy.
    digest: Digest,
}

/// An attachment to save outside the vault.
#[derive(Debug, Args)]
pub struct SaveAttachment {
    /// The id of the draft or report.
    id: ReportId,
    /// Its SHA-256.
    digest: Digest,
    /// A new file; one that is there is never written over.
    #[arg(long)]
    out: PathBuf,
}

impl Attach {
    /// Runs the command.
    pub fn run(self, desk: &mut ObserverDesk, session: &Session) -> Result<(), Failure> {
        let attached = desk.attach_file(self.id, &self.file, now())?;
        session.output().result(&told(&attached), &as_json(&attached));
        Ok(())
    }
}

impl Detach {
    /// Runs the command.
    pub fn run(self, desk: &mut ObserverDesk, session: &Session) -> Result<(), Failure> {
        let left = desk.detach(self.id, self.digest, now())?;
        let words = format!(
            "Taken off. Attached to this draft: {}. The file it came from was not touched.",
            left.len()
        );
        session.output().result(&words, &Value::Array(left.iter().map(line).collect()));
        Ok(())
    }
}

impl SaveAttachment {
    /// Runs the command.
    pub fn run(self, desk: &mut ObserverDesk, session: &Session) -> Result<(), Failure> {
        let size = desk.export_attachment(self.id, self.digest, &self.out, now())?;
        let words = format!(
            "Saved {size} bytes to {}. Nothing protects that file: remove it when it is no longer needed.",
            self.out.display()
        );
        session.output().result(&words, &json!({ "sha256": self.digest.to_string(), "size": size }));
        Ok(())
    }
}

/// Lists what a draft or report has attached.
pub fn attachments(desk: &ObserverDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let (mut words, mut told) = (Vec::new(), Vec::new());
    for held in desk.attachments(id)? {
        let Attachment { digest, size, media_type, derived_from } = &held.attachment;
        let copy = derived_from.map(|of| format!("  smaller copy of {of}")).unwrap_or_default();
        let gone = if held.here { "" } else { "  not on this device" };
        words.push(format!("{digest}  {size} bytes  {}{copy}{gone}", media_type.as_str()));
        let mut one = line(&held.attachment);
        if let Value::Object(fields) = &mut one {
            fields.insert("here".to_owned(), json!(held.here));
        }
        told.push(one);
    }
    if words.is_empty() {
        words.push("Nothing is attached.".to_owned());
    }
    session.output().result(&words.join("\n"), &Value::Array(told));
    Ok(())
}

fn told(attached: &Attached) -> String {
    let original = &attached.original;
    let mut words = vec![format!(
        "Attached, {} bytes, {}, SHA-256 {}. The file itself was not touched.",
        original.size,
        original.media_type.as_str(),
        original.digest
    )];
    words.push(match &attached.copy {
        Ok(copy) => {
            format!("A smaller copy of {} bytes travels with the words; the file follows.", copy.size)
        }
        Err(NoCopy::SmallEnough) => "It travels with the words.".to_owned(),
        Err(why @ NoCopy::NoPicture(_)) => format!("It follows the words, without a smaller copy: {why}."),
    });
    if let Some(time) = attached.suggests.time {
        words.push(format!(
            "The camera says it was taken {}. Nothing was taken over into the report.",
            when(time)
        ));
    }
    let place = attached.suggests.position.clone().and_then(|at| Place::new(Some(at), None).ok());
    if let Some(place) = place {
        words.push(format!(
            "The camera says it was at {}. Nothing was taken over into the report.",
            show::place(&place)
        ));
    }
    words.join("\n")
}

fn when(time: TakenAt) -> String {
    match time {
        TakenAt::Instant(at) => show::dtg(at),
        TakenAt::ByItsClock(shown) => {
            format!("{} by its own clock, in no stated time zone", by_its_clock(shown))
        }
    }
}

fn by_its_clock(shown: NaiveDateTime) -> String {
    shown.format("%Y-%m-%d %H:%M:%S").to_string()
}

fn line(attachment: &Attachment) -> Value {
    let mut told = json!({
        "sha256": attachment.digest.to_string(),
        "size": attachment.size,
        "media_type": attachment.media_type.as_str(),
    });
    if let (Some(of), Value::Object(fields)) = (attachment.derived_from, &mut told) {
        fields.insert("derived_from".to_owned(), json!(of.to_string()));
    }
    told
}

fn as_json(attached: &Attached) -> Value {
    let mut told = line(&attached.original);
    let Value::Object(fields) = &mut told else { return told };
    match &attached.copy {
        Ok(copy) => fields.insert("copy".to_owned(), line(copy)),
        Err(why) => fields.insert("no_copy".to_owned(), json!(why.to_string())),
    };
    match attached.suggests.time {
        Some(TakenAt::Instant(at)) => fields.insert("taken".to_owned(), json!(at.to_string())),
        Some(TakenAt::ByItsClock(at)) => {
            fields.insert("taken_by_its_clock".to_owned(), json!(by_its_clock(at)))
        }
        None => None,
    };
    if let Some(Position { given: Given::Degrees { latitude, longitude }, error_m, .. }) =
        &attached.suggests.position
    {
        let at = json!({ "latitude": latitude, "longitude": longitude, "error_m": error_m });
        fields.insert("taken_at".to_owned(), at);
    }
    told
}
