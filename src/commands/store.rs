//! The store on this device.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::{Session, new_passphrase, work_factor};
use crate::commands::show::count;
use crate::vault::unlock::Vault;
use crate::vault::wipe::{Unsent, wipe};

/// Check the store of this profile, change its passphrase, or destroy it.
#[derive(Debug, Subcommand)]
pub enum StoreCommand {
    /// Check every page, every reference and the custody log.
    Check,
    /// Put another passphrase in the place of the old one.
    Passphrase {
        /// File whose first line is the new passphrase; otherwise it is asked for.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Destroy this profile at once: its key first, then everything else.
    Wipe {
        /// Do it without asking.
        #[arg(long)]
        yes: bool,
    },
}

impl StoreCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Check => {
                let vault = session.unlock()?;
                vault.check()?;
                let entries = vault.custody()?.len();
                let words = format!("The store is whole; {entries} custody entries form one unbroken chain.");
                session.output().result(&words, &json!({ "whole": true, "custody_entries": entries }));
                Ok(())
            }
            Self::Passphrase { new_passphrase_file } => {
                Vault::is_in(&session.home()?)?;
                let old = session.passphrase("Passphrase: ")?;
                let vault = session.try_unlock(&old)?;
                let new = new_passphrase(new_passphrase_file.as_deref(), vault.profile().callsign.as_str())?;
                vault.change_passphrase(&old, &new, work_factor(), now())?;
                session.output().result(
                    "The new passphrase opens this profile from now on. A copy of the folder made before still opens with the old one.",
                    &json!({ "changed": true }),
                );
                Ok(())
            }
            Self::Wipe { yes } => destroy(session, yes),
        }
    }
}

/// Asks for no passphrase: whoever must wipe may have no time for it. What nobody else has yet is counted only when a
/// passphrase file is at hand.
fn destroy(session: &Session, yes: bool) -> Result<(), Failure> {
    let home = session.home()?;
    if !yes && !std::io::stdin().is_terminal() {
        return Err(Failure::usage("say --yes to wipe without being asked; nothing was touched"));
    }
    let unsent = match session.has_passphrase_file() {
        // A vault that cannot be opened can be wiped all the same.
        true => session.unlock().ok().and_then(|vault| vault.unsent().ok()),
        false => None,
    };
    session.output().note(&unsent.map_or_else(
        || "It cannot be told what was never sent: that takes the passphrase.".to_owned(),
        |unsent| told(&unsent),
    ));
    if !yes {
        session.output().note(
            "Everything in this profile will be gone for ever, reports not yet sent too. Type WIPE to do it.",
        );
        let mut answer = String::new();
        std::io::stdin().lock().read_line(&mut answer)?;
        if answer.trim() != "WIPE" {
            return Err(Failure::failed("nothing was touched"));
        }
    }
    let wiped = wipe(&home)?;
    let words = match wiped.open_elsewhere {
        true => "The profile is gone. Another window still has it open and shows what it has read: close it.",
        false => "The profile is gone.",
    };
    let unsent = unsent.map(
        |unsent| json!({ "reports": unsent.reports, "drafts": unsent.drafts, "packets": unsent.packets }),
    );
    let told = json!({ "wiped": true, "open_elsewhere": wiped.open_elsewhere, "unsent": unsent });
    session.output().result(words, &told);
    Ok(())
}

fn told(unsent: &Unsent) -> String {
    let counted = |number: u32, what| count(usize::try_from(number).unwrap_or(usize::MAX), what);
    format!(
        "Nobody else has {}, {} and {} of this profile.",
        counted(unsent.reports, "report"),
        counted(unsent.drafts, "draft"),
        counted(unsent.packets, "packet")
    )
}
