//! Forwarding to Brussels.

use clap::Subcommand;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show::count;
use crate::desks::commander::CommanderDesk;
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;

/// Forward reviewed reports.
#[derive(Debug, Subcommand)]
pub enum BatchCommand {
    /// What the next batch would hold.
    Preview,
    /// Seal everything that is ready, and what is due, for Brussels. It goes with the next sync.
    Forward,
}

impl BatchCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = CommanderDesk::open(session.unlock()?)?;
        match self {
            Self::Preview => preview(&desk, session),
            Self::Forward => forward(&mut desk, session),
        }
    }
}

fn preview(desk: &CommanderDesk, session: &Session) -> Result<(), Failure> {
    let preview = desk.preview(now())?;
    let words = format!(
        "The next batch holds {}, and {} as they stand because their time is up.\n\
         Waiting for a review: {}. In packets of their own follow {} and {}.",
        count(preview.reviewed, "reviewed report"),
        preview.as_they_stand,
        preview.waiting,
        count(preview.attachments, "attachment"),
        count(preview.slots, "integrity slot")
    );
    let told = json!({
        "reviewed": preview.reviewed,
        "as_they_stand": preview.as_they_stand,
        "waiting": preview.waiting,
        "attachments": preview.attachments,
        "slots": preview.slots,
    });
    session.output().result(&words, &told);
    Ok(())
}

fn forward(desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    let forwarded = desk.forward(now(), &mut dice)?;
    let (packet, size) = forwarded.words;
    let words = format!(
        "Sealed for Brussels: {} in packet {} of {size} bytes; to follow: {}. Send them with: vigilia sync",
        count(forwarded.reports.len(), "report"),
        packet.short(),
        count(forwarded.followers.len(), "packet")
    );
    let told = json!({
        "batch": forwarded.batch.to_string(),
        "reports": forwarded.reports.len(),
        "packet": packet.to_string(),
        "bytes": size,
        "followers": forwarded.followers.len(),
    });
    session.output().result(&words, &told);
    Ok(())
}
