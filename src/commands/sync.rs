//! One act: everything both ways, over every road there is.
//!
//! ```text
//!  one at a time ─ unlock ─┬─ each folder that is there ─ exchange ─┐
//!                          └─ the relay ─ courier ─ contact ────────┴▶ what moved, and what is to be done
//! ```

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use clap::Args;
use serde_json::json;

use crate::commands::edge::{Stopwatch, now};
use crate::commands::failure::Failure;
use crate::commands::how_far::HowFar;
use crate::commands::moved::{Broken, Moved};
use crate::commands::session::Session;
use crate::courier::folder::Folder;
use crate::courier::orders::{News, Order};
use crate::courier::persistence::Persistence;
use crate::courier::relay_client::RelayClient;
use crate::courier::road::{Myself, RoadError};
use crate::courier::worker::Worker;
use crate::desks::carrying::contact::{Contact, remember_line};
use crate::desks::carrying::exchange::{Correspondent, Exchange, ExchangeError, exchange_into};
use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::domain::people::Role;
use crate::vault::error::VaultError;
use crate::vault::packets::RoadName;
use crate::vault::unlock::Vault;

/// The file that says that one is at work on this profile.
const LOCK: &str = "vault.sync";
/// Pauses after which a line that never came further is given up, unless told to wait.
const PATIENT: usize = 3;

/// How long to wait before looking again whether the desk was closed.
const WHILE_OPEN: Duration = Duration::from_secs(20);

/// Over which roads.
#[derive(Debug, Args)]
pub struct Sync {
    /// A stick or shared folder, and no other road; may be given more than once. Without it: the relay, and every
    /// folder used before that is there now.
    #[arg(long, value_name = "DIR", conflicts_with = "relay")]
    folder: Vec<PathBuf>,
    /// The relay at this host and port, and no other road; otherwise at the address in the realm file.
    #[arg(long, value_name = "HOST:PORT")]
    relay: Option<String>,
    /// Try once instead of again and again with growing pauses.
    #[arg(long)]
    once: bool,
    /// Keep trying until everything is done, for as long as this (90s, 30m, 12h, 3d) or without end.
    #[arg(long, value_name = "DURATION", num_args = 0..=1, default_missing_value = "forever",
          value_parser = stubbornness, conflicts_with = "once")]
    wait: Option<Stubbornness>,
}

fn stubbornness(text: &str) -> Result<Stubbornness, String> {
    if text == "forever" { Ok(Stubbornness::Endless) } else { duration(text).map(Stubbornness::Until) }
}

fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "a number with s, m, h or d behind it, such as 30m".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number: u64 = text.strip_suffix(unit).and_then(|number| number.parse().ok()).ok_or_else(wrong)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return Err(wrong()),
    };
    number.checked_mul(seconds).map(Duration::from_secs).ok_or_else(wrong)
}

/// How long to keep trying.
#[derive(Debug, Clone, Copy)]
enum Stubbornness {
    /// Until so many pauses in a row have brought nothing.
    Pauses(usize),
    /// Until so long after the start.
    Until(Duration),
    /// Without end.
    Endless,
}

impl Sync {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        // Before the passphrase is asked for: a timer's second run costs nothing.
        let Some(_alone) = alone(&session.home()?)? else {
            let told = json!({ "busy": true });
            session
                .output()
                .result("Another sync of this profile is at work; there is nothing to do.", &told);
            return Ok(());
        };
        let mut desk = at_its_desk(self.opened(session)?)?;
        let mut moved = Moved::default();
        for folder in self.folders(desk.vault())? {
            moved.add(by_folder(session, desk.as_mut(), &folder, !self.folder.is_empty()));
        }
        if self.folder.is_empty() {
            match self.address(desk.vault()) {
                Some(address) => moved.add(self.by_relay(session, desk.as_mut(), &address)),
                None if moved.roads == 0 => {
                    return Err(Failure::usage(
                        "the realm file names no relay and no folder used before is there; name one with --relay or --folder",
                    ));
                }
                None => {}
            }
        }
        moved.tell(session);
        moved.worst.map_or(Ok(()), Err)
    }

    /// Opens the profile's vault. While somebody sits at its desk it is his; told to wait, this tries again later.
    fn opened(&self, session: &Session) -> Result<Vault, Failure> {
        Vault::is_in(&session.home()?)?;
        let passphrase = session.passphrase("Passphrase: ")?;
        let since = Stopwatch::start();
        let (_nobody, silence) = channel::<()>();
        let mut told = false;
        loop {
            match session.try_unlock(&passphrase) {
                Err(VaultError::InUse) => {}
                outcome => return Ok(outcome?),
            }
            let enough = match self.wait {
                Some(Stubbornness::Endless) => false,
                Some(Stubbornness::Until(most)) => since.elapsed() + WHILE_OPEN > most,
                Some(Stubbornness::Pauses(_)) | None => true,
            };
            if enough {
                return Err(Failure::locked(
                    "the desk of this profile is open in a terminal, or another command of it is at work, so nothing was sent or \
                     read; nothing is lost: send from that desk (F5 at the commander's), or close it and run this again, or let this \
                     wait with --wait",
                ));
            }
            if !told {
                session.output().note("The desk of this profile is open; this waits until it is closed.");
                told = true;
            }
            // Nobody says anything: the wait ends with its time, or with the process.
            let _ = silence.recv_timeout(WHILE_OPEN);
        }
    }

    /// The folders that were named, or those used before that are there.
    fn folders(&self, vault: &Vault) -> Result<Vec<PathBuf>, Failure> {
        if !self.folder.is_empty() || self.relay.is_some() {
            return Ok(self.folder.clone());
        }
        let known = vault.known_folders()?.into_iter().map(PathBuf::from);
        Ok(known.filter(|folder| folder.is_dir()).collect())
    }

    fn address(&self, vault: &Vault) -> Option<String> {
        let known = vault.profile().realm.relay_address.as_ref().map(|known| known.as_str().to_owned());
        self.relay.clone().or(known)
    }

    fn stubbornness(&self) -> Stubbornness {
        match self.wait {
            Some(asked) => asked,
            None if self.once => Stubbornness::Pauses(0),
            None => Stubbornness::Pauses(PATIENT),
        }
    }

    fn by_relay(
        &self,
        session: &Session,
        desk: &mut dyn Correspondent,
        address: &str,
    ) -> Result<Exchange, Broken> {
        let vault = desk.vault();
        let roster =
            vault.roster().map_err(Failure::from)?.ok_or(DeskError::NoRoster).map_err(Failure::from)?;
        let profile = vault.profile();
        let me = Myself { id: profile.me, role: profile.role };
        let road = RelayClient::new(address, &profile.transport, Arc::new(roster), Persistence::once())
            .map_err(Failure::from)?;
        let worker = Worker::start(road, me, Persistence::of(me.id)).map_err(Failure::from)?;
        let mut dice = IdDice::from_os().map_err(DeskError::from).map_err(Failure::from)?;
        let mut how_far = HowFar::new(session.output());
        let outcome = converse(desk, &worker, self.stubbornness(), &mut dice, &mut how_far);
        worker.order(Order::Stop);
        drop(how_far);
        remember_line(desk, address, worker.line(), now()).map_err(Failure::from)?;
        outcome
    }
}

/// Carries orders and news between the desk and the courier until everything is done or it is time to stop.
fn converse(
    desk: &mut dyn Correspondent,
    worker: &Worker,
    stubbornness: Stubbornness,
    dice: &mut IdDice,
    how_far: &mut HowFar,
) -> Result<Exchange, Broken> {
    let since = Stopwatch::start();
    let (mut contact, mut orders) = Contact::begin(desk, now(), dice).map_err(Failure::from)?;
    let mut in_vain = 0;
    loop {
        for order in orders {
            worker.order(order);
        }
        if contact.is_over() {
            return Ok(contact.done().clone());
        }
        let Some(news) = worker.wait_for_news() else {
            let why =
                Failure::failed("the courier ended unasked; what was not confirmed is still queued here");
            return Err(Broken { moved: Box::new(contact.done().clone()), why });
        };
        let waits = match &news {
            News::Waiting { why, next_try, further } => {
                in_vain = if *further { 0 } else { in_vain + 1 };
                Some((why.clone(), *next_try))
            }
            _ => None,
        };
        orders = match contact.hear(desk, news, now(), dice, &mut |progress| how_far.tell(progress)) {
            Ok(orders) => orders,
            Err(why) => return Err(Broken { moved: Box::new(contact.done().clone()), why: why.into() }),
        };
        if let Some((why, next_try)) = waits {
            let enough = match stubbornness {
                Stubbornness::Pauses(most) => in_vain > most,
                Stubbornness::Until(most) => since.elapsed() + next_try > most,
                Stubbornness::Endless => false,
            };
            if enough {
                return Err(Broken { moved: Box::new(contact.done().clone()), why: why.into() });
            }
            how_far.pause(&format!("{why}; the next try is in {} s", next_try.as_secs()));
        }
    }
}

fn by_folder(
    session: &Session,
    desk: &mut dyn Correspondent,
    folder: &Path,
    named: bool,
) -> Result<Exchange, Broken> {
    let mut road = Folder::open(folder).map_err(RoadError::from).map_err(Failure::from)?;
    let mut dice = IdDice::from_os().map_err(DeskError::from).map_err(Failure::from)?;
    let mut how_far = HowFar::new(session.output());
    let mut done = Exchange::default();
    let name = RoadName::Folder;
    let outcome = exchange_into(&mut done, desk, &mut road, name, now(), &mut dice, &mut |progress| {
        how_far.tell(progress);
    });
    drop(how_far);
    if let Err(why) = outcome {
        return Err(Broken { moved: Box::new(done), why: why.into() });
    }
    // A folder whose name is no text is not found again by itself; nothing else is lost with it.
    let whole = std::path::absolute(folder).ok();
    if let Some(path) = whole.as_deref().and_then(Path::to_str).filter(|_| named) {
        desk.vault().know_folder(path, now()).map_err(Failure::from)?;
    }
    Ok(done)
}

/// Takes the profile's turn; nothing if somebody else has it. It ends with the process, however that ends.
fn alone(home: &Path) -> Result<Option<File>, Failure> {
    if !home.is_dir() {
        // Opening the vault says what is missing.
        Vault::is_in(home)?;
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(home.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
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

impl From<RoadError> for Failure {
    fn from(error: RoadError) -> Self {
        let sentence = error.to_string();
        match error {
            RoadError::NotReached { .. } => Self::not_reached(sentence),
            RoadError::WrongRelay | RoadError::Damaged { .. } => Self::unverified(sentence),
            RoadError::Refused { .. }
            | RoadError::Unusable { .. }
            | RoadError::Disk(_)
            | RoadError::File(_) => Self::failed(sentence),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_with_its_unit() {
        assert_eq!(duration("90s"), Ok(Duration::from_secs(90)));
        assert_eq!(duration("30m"), Ok(Duration::from_secs(1_800)));
        assert_eq!(duration("3d"), Ok(Duration::from_secs(259_200)));
        for wrong in ["", "m", "5", "-1s", "1.5h", "1w", "99999999999999999999d", "1é"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }
}
