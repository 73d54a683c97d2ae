//! What an authority signs: a proposal from requests and from what commanders said, or a roster with his signature.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::file::{MOST, read_file};
use crate::commands::roster_changes::{changes, lacks};
use crate::commands::session::Session;
use crate::desks::enrolment::authority::{
    Change, co_sign, propose, read_amendments, read_request, relay_member,
};
use crate::desks::enrolment::install;
use crate::desks::error::DeskError;
use crate::domain::people::Role;
use crate::relay::keys::RelayKeys;
use crate::vault::unlock::Vault;
use crate::wire::amendment_sequence::UnverifiedSequence;
use crate::wire::roster::{Roster, SignedRoster};

/// What is approved.
#[derive(Debug, Args)]
pub struct Approve {
    /// Request files, files that commanders made for new devices, or one proposal.
    #[arg(required_unless_present = "relay_key")]
    files: Vec<PathBuf>,
    /// The key file of the relay, to put the relay on the roster too. Best done at the founding, before the key file
    /// goes to the relay's machine: it is secret.
    #[arg(long, value_name = "FILE")]
    relay_key: Option<PathBuf>,
    /// The proposal or roster file to write.
    #[arg(long)]
    out: PathBuf,
}

impl Approve {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut vault = authority(session)?;
        let realm = vault.profile().realm.clone();
        let current = vault.roster()?;
        let mut admitted = Vec::new();
        let mut proposal = None;
        for file in &self.files {
            let bytes = read_file(file, MOST)?;
            match SignedRoster::read(&bytes, &realm) {
                Ok(_) if self.files.len() == 1 => proposal = Some(bytes),
                Ok(_) => {
                    return Err(Failure::usage("approve one proposal at a time, or any number of requests"));
                }
                Err(_) => {
                    let changes = read_request(&bytes, &realm)
                        .map(|member| vec![Change::Admit(member)])
                        .or_else(|wrong| match (UnverifiedSequence::read(&bytes), &current) {
                            (Ok(_), Some(current)) => read_amendments(&bytes, current, &realm),
                            (Ok(_), None) => Err(DeskError::NoRoster),
                            _ => Err(wrong),
                        });
                    admitted.extend(changes.map_err(|wrong| {
                        Failure::unverified(format!(
                            "{} is no request, no proposal and no word of a commander of this realm: {wrong}",
                            file.display()
                        ))
                    })?);
                }
            }
        }
        let key = &vault.profile().signing;
        let signed = match proposal {
            Some(proposal) => co_sign(&proposal, &realm, key)?,
            None => {
                if let Some(file) = &self.relay_key {
                    let keys = RelayKeys::read(file).map_err(|wrong| Failure::failed(wrong.to_string()))?;
                    let callsign =
                        "RELAY".parse().map_err(|_| Failure::failed("the relay has no callsign"))?;
                    let member =
                        relay_member(callsign, keys.signing.verifying_key(), keys.transport.public());
                    admitted.push(Change::Admit(member));
                }
                propose(current.as_ref(), admitted, &realm, key, now())?
            }
        };
        publish(session, &mut vault, &signed, current.as_ref(), &self.out)
    }
}

fn authority(session: &Session) -> Result<Vault, Failure> {
    an_authoritys(session.unlock()?)
}

/// That a vault is an authority's.
pub fn an_authoritys(vault: Vault) -> Result<Vault, Failure> {
    match vault.profile().role {
        Role::Authority => Ok(vault),
        other => Err(Failure::usage(format!(
            "this is the profile of role {other}; name an authority's folder with --home"
        ))),
    }
}

/// Writes a proposal or a roster, and tells what it changes and who must still sign.
pub fn publish(
    session: &Session,
    vault: &mut Vault,
    signed: &SignedRoster,
    current: Option<&Roster>,
    out: &Path,
) -> Result<(), Failure> {
    let complete = signed.signers().len() >= vault.profile().realm.threshold();
    if complete {
        // First into the authority's own vault, which refuses an epoch that was in force before: two rosters of one
        // epoch must never both carry enough signatures. The next proposal starts from there too.
        install(vault, signed.bytes(), now())?;
    }
    // Power fails here: the roster is in force in this vault and not in the file. Approving once more writes it.
    fs::write(out, signed.bytes())?;
    let payload = signed.payload();
    let mut changes: Vec<_> = changes(current.map(Roster::payload), payload);
    changes.extend(lacks(payload).into_iter().map(|what| format!("! {what}")));
    let state = if complete {
        "Both authorities have signed: this is the roster. Everybody installs it, the other authority first."
    } else {
        "One authority has signed. The other one approves this file; until then it is only a proposal."
    };
    let words = format!(
        "Roster {} written to {}.\n{}\n{state}",
        payload.epoch,
        out.display(),
        changes.iter().map(|change| format!("  {change}")).collect::<Vec<_>>().join("\n")
    );
    let told = json!({
        "epoch": payload.epoch,
        "signatures": signed.signers().len(),
        "complete": complete,
        "members": payload.members.len(),
        "out": out,
    });
    session.output().result(&words, &told);
    Ok(())
}
