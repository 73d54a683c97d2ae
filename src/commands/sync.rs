//! One exchange: everything both ways over one road.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show::{count, intake as sentence};
use crate::courier::folder::Folder;
use crate::courier::persistence::Persistence;
use crate::courier::relay_client::RelayClient;
use crate::courier::road::{Road, RoadError};
use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::desks::exchange::{Correspondent, Exchange, ExchangeError, Progress, exchange};
use crate::desks::observer::ObserverDesk;
use crate::domain::people::Role;
use crate::vault::packets::RoadName;
use crate::vault::unlock::Vault;

/// Over which road.
#[derive(Debug, Args)]
pub struct Sync {
    /// A stick or shared folder.
    #[arg(long, value_name = "DIR", conflicts_with = "relay")]
    folder: Option<PathBuf>,
    /// The relay at this host and port; otherwise at the address in the realm file.
    #[arg(long, value_name = "HOST:PORT")]
    relay: Option<String>,
    /// Try once instead of again and again with growing pauses.
    #[arg(long)]
    once: bool,
}

impl Sync {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let vault = session.unlock()?;
        match &self.folder {
            Some(folder) => {
                let mut road = Folder::open(folder).map_err(RoadError::from)?;
                run(session, vault, &mut road, RoadName::Folder)
            }
            None => {
                let mut road = self.relay_client(&vault)?;
                run(session, vault, &mut road, RoadName::Relay)
            }
        }
    }

    fn relay_client(&self, vault: &Vault) -> Result<RelayClient, Failure> {
        let profile = vault.profile();
        let address = match (&self.relay, &profile.realm.relay_address) {
            (Some(named), _) => named.clone(),
            (None, Some(known)) => known.as_str().to_owned(),
            (None, None) => {
                return Err(Failure::usage(
                    "the realm file names no relay; name one with --relay, or a folder",
                ));
            }
        };
        let roster = vault.roster()?.ok_or(DeskError::NoRoster)?;
        // Any number that differs from device to device spreads the calls of a contingent.
        let seed =
            profile.me.as_bytes().iter().fold(0_u64, |seed, byte| seed.rotate_left(8) ^ u64::from(*byte));
        let persistence = if self.once { Persistence::once() } else { Persistence::steady(seed) };
        Ok(RelayClient::new(&address, &profile.transport, Arc::new(roster), persistence)?)
    }
}

fn run(session: &Session, vault: Vault, road: &mut dyn Road, name: RoadName) -> Result<(), Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    let mut desk = at_its_desk(vault)?;
    let bar = progress_bar(session);
    let outcome = exchange(desk.as_mut(), road, name, now(), &mut dice, &mut |progress| match progress {
        Progress::Sending { done, of } => show(&bar, "sent", done, of),
        Progress::Reading { done, of } => show(&bar, "read", done, of),
    });
    bar.finish_and_clear();
    tell(session, &outcome?);
    Ok(())
}

/// Whoever this profile is, at his desk.
pub fn at_its_desk(vault: Vault) -> Result<Box<dyn Correspondent>, Failure> {
    match vault.profile().role {
        Role::Observer => Ok(Box::new(ObserverDesk::open(vault)?)),
        Role::Commander => Ok(Box::new(CommanderDesk::open(vault)?)),
        Role::Cell => Ok(Box::new(CellDesk::open(vault)?)),
        other => Err(Failure::usage(format!("a profile of role {other} exchanges no packets"))),
    }
}

/// A bar for people, none for programs.
pub fn progress_bar(session: &Session) -> ProgressBar {
    if session.output().is_json() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Moves the bar.
pub fn show(bar: &ProgressBar, what: &'static str, done: usize, of: usize) {
    bar.set_message(what);
    bar.set_length(of as u64);
    bar.set_position(done as u64);
}

fn tell(session: &Session, done: &Exchange) {
    let bytes: u64 = done.sent.iter().map(|(_, size)| size).sum();
    let mut words = vec![format!(
        "Sent {} ({bytes} bytes{}{}). Read {}.",
        count(done.sent.len(), "packet"),
        if done.already > 0 { format!(", {} there already", done.already) } else { String::new() },
        if done.receipts > 0 {
            format!(", {} of the relay", count(done.receipts, "receipt"))
        } else {
            String::new()
        },
        count(done.read.len(), "packet")
    )];
    words.extend(done.read.iter().map(|intake| format!("  {}: {}", intake.packet.short(), sentence(intake))));
    words
        .extend(done.refused.iter().map(|(packet, why)| format!("! {} was not read: {why}", packet.short())));
    words.extend(
        done.unusable.iter().map(|file| format!("! {} was left where it lies: {}", file.name, file.why)),
    );
    if let Some(epoch) = done.roster {
        words.push(format!("Roster {epoch} came along and is in force here."));
    }
    let told = json!({
        "sent": done.sent.len(),
        "bytes_sent": bytes,
        "already_there": done.already,
        "receipts": done.receipts,
        "read": done.read.len(),
        "taken": done.read.iter().map(|intake| intake.taken.len()).sum::<usize>(),
        "set_aside": done.read.iter().map(|intake| intake.set_aside.len()).sum::<usize>(),
        "refused": done.refused.len() + done.unusable.len(),
        "roster": done.roster,
    });
    session.output().result(&words.join("\n"), &told);
}

impl From<RoadError> for Failure {
    fn from(error: RoadError) -> Self {
        let sentence = error.to_string();
        match error {
            RoadError::NotReached { .. } => Self::not_reached(sentence),
            RoadError::WrongRelay | RoadError::Damaged { .. } => Self::unverified(sentence),
            RoadError::Refused { .. } | RoadError::Unusable { .. } | RoadError::Disk(_) => {
                Self::failed(sentence)
            }
        }
    }
}

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::Road(error) => error.into(),
            ExchangeError::Desk(error) => error.into(),
        }
    }
}
