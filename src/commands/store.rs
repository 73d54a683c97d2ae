//! The store on this device.

use std::io::{BufRead, IsTerminal};

use clap::Subcommand;
use serde_json::json;

use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::vault::unlock::wipe;

/// Check or destroy the store of this profile.
#[derive(Debug, Subcommand)]
pub enum StoreCommand {
    /// Check every page, every reference and the custody log.
    Check,
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
            Self::Wipe { yes } => destroy(session, yes),
        }
    }
}

/// Asks for no passphrase: whoever must wipe may have no time for it.
fn destroy(session: &Session, yes: bool) -> Result<(), Failure> {
    let home = session.home()?;
    if !yes {
        if !std::io::stdin().is_terminal() {
            return Err(Failure::usage("say --yes to wipe without being asked; nothing was touched"));
        }
        session.output().note(
            "Everything in this profile will be gone for ever, reports not yet sent too. Type WIPE to do it.",
        );
        let mut answer = String::new();
        std::io::stdin().lock().read_line(&mut answer)?;
        if answer.trim() != "WIPE" {
            return Err(Failure::failed("nothing was touched"));
        }
    }
    wipe(&home)?;
    session.output().result("The profile is gone.", &json!({ "wiped": true }));
    Ok(())
}
