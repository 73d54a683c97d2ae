//! Forwarding to Brussels.

use std::time::Duration;

use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show::{count, dtg};
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::batching::Follower;
use crate::desks::commander::forwarding::Forwarded;
use crate::desks::commander::preview::{BatchPreview, Seconds, line_of};
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::domain::code::Coded;
use crate::domain::time::Timestamp;
use crate::vault::lines::{MeasuredLine, ReckonedOn};

/// Forward reviewed reports.
#[derive(Debug, Subcommand)]
pub enum BatchCommand {
    /// What goes now: each report, the size of each packet, and the seconds it takes on a line.
    Preview {
        /// The line to reckon on, in kbit/s, or the one used last. Without it: the one chosen before.
        #[arg(long)]
        link: Option<Link>,
    },
    /// Seal everything that is ready, and what is due, for Brussels. It goes with the next sync.
    Forward,
}

/// A line, by its kbit/s.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Link {
    /// Short-wave radio.
    #[value(name = "2.4")]
    K2,
    /// A satellite telephone.
    #[value(name = "9.6")]
    K9,
    /// A small satellite terminal.
    #[value(name = "64")]
    K64,
    /// A large one, or a line.
    #[value(name = "512")]
    K512,
    /// What the last contact has shown.
    Measured,
}

impl From<Link> for ReckonedOn {
    fn from(link: Link) -> Self {
        match link {
            Link::K2 => Self::K2,
            Link::K9 => Self::K9,
            Link::K64 => Self::K64,
            Link::K512 => Self::K512,
            Link::Measured => Self::Measured,
        }
    }
}

impl BatchCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = CommanderDesk::open(session.unlock()?)?;
        match self {
            Self::Preview { link } => preview(&mut desk, session, link),
            Self::Forward => forward(&mut desk, session),
        }
    }
}

fn preview(desk: &mut CommanderDesk, session: &Session, link: Option<Link>) -> Result<(), Failure> {
    if let Some(link) = link {
        desk.reckon_on(link.into())?;
    }
    let preview = desk.preview(now())?;
    let (choice, measured) = desk.reckoned_on()?;
    let line = line_of(choice, measured.as_ref());
    let seconds = line.map(|line| preview.seconds(&line));
    let mut words = vec![format!(
        "The next batch holds {}, and {} as they stand. Waiting for a review: {}{}.",
        count(preview.reviewed(), "reviewed report"),
        preview.as_they_stand(),
        preview.waiting,
        preview.soonest.map(|due| format!(", the first goes by itself {}", dtg(due))).unwrap_or_default(),
    )];
    words.extend(preview.batches.iter().map(batch_words));
    words.push(match seconds {
        Some(seconds) => line_words(choice, measured.as_ref(), seconds),
        None => "No line was measured yet; choose one with --link.".to_owned(),
    });
    let told = json!({
        "reviewed": preview.reviewed(),
        "as_they_stand": preview.as_they_stand(),
        "waiting": preview.waiting,
        "soonest": preview.soonest.map(|due| due.to_string()),
        "attachments": preview.attachments(),
        "slots": preview.slots(),
        "batches": preview.batches.iter().map(batch_json).collect::<Vec<_>>(),
        "link": choice.as_str(),
        "bits_a_second": line.map(|line| line.bits),
        "round_trip_ms": line.map(|line| u64::try_from(line.round_trip.as_millis()).unwrap_or(u64::MAX)),
        "measured": measured.map(|line| line.at.to_string()),
        "seconds": seconds.map(|seconds| json!({
            "words": seconds.words.as_secs(), "followers": seconds.followers.as_secs(),
        })),
    });
    session.output().result(&words.join("\n"), &told);
    Ok(())
}

fn batch_words(batch: &BatchPreview) -> String {
    let mut lines = vec![format!(
        "{}: {} bytes sealed",
        if batch.alone { "Alone and at once, IMMEDIATE" } else { "Together" },
        batch.words
    )];
    for goes in &batch.reports {
        let grade = goes.grade.map_or("as it stands".to_owned(), |grade| grade.to_string());
        let (number, bytes) = goes.attachments;
        let mut line = format!("  {}  {grade}  {}", goes.id, goes.precedence);
        if number > 0 {
            line.push_str(&format!("  {} of {bytes} bytes", count(number, "attachment")));
        }
        if goes.missing > 0 {
            line.push_str(&format!("  {} not here yet", count(goes.missing, "attachment")));
        }
        if goes.too_large > 0 {
            line.push_str(&format!("  {} larger than 32 MiB, which never goes", goes.too_large));
        }
        lines.push(line);
    }
    for (follower, size) in &batch.followers {
        let what = match follower {
            Follower::Attachment { digest, .. } => format!("attachment {}", digest.short()),
            Follower::Slots(number) => count(*number, "integrity slot"),
        };
        lines.push(format!("  then {what}: {size} bytes sealed"));
    }
    lines.join("\n")
}

fn line_words(choice: ReckonedOn, measured: Option<&MeasuredLine>, seconds: Seconds) -> String {
    let on = match (choice, measured) {
        (ReckonedOn::Measured, Some(line)) => {
            format!("{}.{} kbit/s, measured {}", line.bits / 1_000, line.bits % 1_000 / 100, dtg(line.at))
        }
        (choice, _) => format!("{} kbit/s", choice.as_str()),
    };
    let then = match seconds.followers.is_zero() {
        true => String::new(),
        false => format!(", then what follows {}", span(seconds.followers)),
    };
    format!("On {on}: words {}{then}.", span(seconds.words))
}

/// A time as a person says it.
fn span(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..100 => format!("{} s", seconds.max(1)),
        seconds @ 100..6_000 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h {} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

fn batch_json(batch: &BatchPreview) -> Value {
    let report = |goes: &crate::desks::commander::preview::Goes| {
        json!({
            "id": goes.id.to_string(),
            "report": goes.digest.to_string(),
            "grade": goes.grade.map(|grade| grade.to_string()),
            "as_it_stands": goes.grade.is_none(),
            "precedence": goes.precedence.code(),
            "attachments": goes.attachments.0,
            "attachment_bytes": goes.attachments.1,
            "attachments_missing": goes.missing,
            "attachments_too_large": goes.too_large,
        })
    };
    let follower = |(follower, size): &(Follower, usize)| match follower {
        Follower::Attachment { digest, report, precedence, size: bytes } => json!({
            "attachment": digest.to_string(), "report": report.to_string(), "precedence": precedence.code(),
            "attachment_bytes": bytes, "bytes": size,
        }),
        Follower::Slots(number) => json!({ "slots": number, "bytes": size }),
    };
    json!({
        "alone": batch.alone,
        "bytes": batch.words,
        "tallies": batch.tallies,
        "reports": batch.reports.iter().map(report).collect::<Vec<_>>(),
        "followers": batch.followers.iter().map(follower).collect::<Vec<_>>(),
    })
}

fn forward(desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    let at: Timestamp = now();
    let forwarded = desk.forward(at, &mut dice)?;
    let mut words: Vec<String> = forwarded.iter().map(forwarded_words).collect();
    words.push("Send with: vigilia sync".to_owned());
    let last = forwarded.last();
    let all = || forwarded.iter();
    let told = json!({
        "batch": last.map(|last| last.batch.to_string()),
        "reports": all().map(|one| one.reports.len()).sum::<usize>(),
        "packet": last.map(|last| last.words.0.to_string()),
        "bytes": all().map(|one| one.words.1).sum::<usize>(),
        "followers": all().map(|one| one.followers.len()).sum::<usize>(),
        "batches": all().map(|one| json!({
            "batch": one.batch.to_string(),
            "reports": one.reports.len(),
            "packet": one.words.0.to_string(),
            "bytes": one.words.1,
            "followers": one.followers.len(),
        })).collect::<Vec<_>>(),
    });
    session.output().result(&words.join("\n"), &told);
    Ok(())
}

fn forwarded_words(one: &Forwarded) -> String {
    let (packet, size) = one.words;
    format!(
        "Sealed for Brussels: {} in packet {} of {size} bytes; to follow: {}.",
        count(one.reports.len(), "report"),
        packet.short(),
        count(one.followers.len(), "packet")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_said_as_a_person_says_it() {
        let said = |seconds| span(Duration::from_secs(seconds));
        assert_eq!(
            [said(0), said(41), said(361), said(9_000)],
            ["1 s", "41 s", "7 min", "2 h 30 min"].map(str::to_owned)
        );
    }
}
