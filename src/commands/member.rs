//! Enrolment: ask, approve, install, revoke, list.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::roster_changes::{changes, lacks};
use crate::commands::session::{Session, work_factor};
use crate::desks::authority::{Change, co_sign, propose, read_request, relay_member};
use crate::desks::enrolment::{Applicant, install, make_profile, request};
use crate::desks::intake::read_set_aside_again;
use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::people::Role;
use crate::domain::text::Line;
use crate::relay::keys::RelayKeys;
use crate::vault::unlock::Vault;
use crate::wire::realm::Realm;
use crate::wire::roster::{Roster, SignedRoster};

/// Largest file read here: a roster of some thousand members.
const MOST: u64 = 8 << 20;

/// Enrol members of a realm.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Make a profile with fresh keys and a request file for the authorities.
    Request(Request),
    /// As an authority: propose a roster from requests, or add your signature to a proposal.
    Approve(Approve),
    /// Put a roster in force in this profile.
    Install(Install),
    /// As an authority: propose a roster in which somebody's keys are void.
    Revoke(Revoke),
    /// Everybody on the roster in force.
    List,
}

/// Who asks.
#[derive(Debug, Args)]
pub struct Request {
    /// The realm file of the realm to join.
    #[arg(long)]
    realm: PathBuf,
    /// observer, commander, cell or integrity.
    #[arg(long, value_parser = role)]
    role: Role,
    /// What others will call you; never a name. Capital letters, digits, dashes.
    #[arg(long)]
    callsign: String,
    /// Your contingent.
    #[arg(long)]
    contingent: Option<String>,
    /// The request file to write.
    #[arg(long)]
    out: PathBuf,
}

/// What is approved.
#[derive(Debug, Args)]
pub struct Approve {
    /// Request files, or one proposal.
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

/// What is installed.
#[derive(Debug, Args)]
pub struct Install {
    /// The roster file both authorities signed.
    roster: PathBuf,
}

/// Whose keys are void.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The member's id or callsign.
    member: String,
    /// Why, in a few words.
    #[arg(long)]
    reason: String,
    /// His reports up to this number are known and stay good.
    #[arg(long, default_value_t = 0)]
    through: u32,
    /// The proposal file to write.
    #[arg(long)]
    out: PathBuf,
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| "observer, commander, cell or integrity".to_owned())
}

/// Reads a file of bounded size.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let size = fs::metadata(path).map_err(|error| cannot_read(path, &error))?.len();
    if size > most {
        return Err(Failure::failed(format!(
            "{} is larger than any such file may be; it was not read",
            path.display()
        )));
    }
    fs::read(path).map_err(|error| cannot_read(path, &error))
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{} cannot be read ({}); nothing was changed", path.display(), error.kind()))
}

impl MemberCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Request(command) => command.run(session),
            Self::Approve(command) => command.run(session),
            Self::Install(command) => command.run(session),
            Self::Revoke(command) => command.run(session),
            Self::List => list(session),
        }
    }
}

impl Request {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let realm = Realm::read(&read_file(&self.realm, MOST)?)
            .map_err(|wrong| Failure::unverified(wrong.to_string()))?;
        let name = |wrong: crate::domain::people::InvalidName| Failure::usage(wrong.to_string());
        let applicant = Applicant {
            role: self.role,
            callsign: self.callsign.parse().map_err(name)?,
            contingent: self.contingent.as_deref().map(str::parse).transpose().map_err(name)?,
        };
        let home = session.home()?;
        let passphrase = session.new_passphrase("this profile")?;
        let vault = make_profile(&home, &passphrase, work_factor(), realm, applicant, now())?;
        let asked = request(vault.profile(), now())?;
        fs::write(&self.out, asked.bytes())?;
        let (me, realm) = (vault.profile().me, vault.profile().realm.id());
        let words = format!(
            "Profile made in {}. Give {} to your authorities; keep the folder and the passphrase to yourself.\n  \
             your id   {me}   they see the same when they approve\n  \
             realm id  {realm}   compare it with whoever founded the realm",
            home.display(),
            self.out.display()
        );
        session.output().result(&words, &json!({ "member": me.to_string(), "request": self.out }));
        Ok(())
    }
}

impl Approve {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let mut vault = authority(session)?;
        let realm = vault.profile().realm.clone();
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
                    let member = read_request(&bytes, &realm).map_err(|wrong| {
                        Failure::unverified(format!(
                            "{} is neither a request nor a proposal of this realm: {wrong}",
                            file.display()
                        ))
                    })?;
                    admitted.push(Change::Admit(member));
                }
            }
        }
        let current = vault.roster()?;
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

impl Revoke {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let mut vault = authority(session)?;
        let realm = vault.profile().realm.clone();
        let current = vault
            .roster()?
            .ok_or_else(|| Failure::failed("no roster is in force, so there is nobody to revoke"))?;
        let member = find(&current, &self.member)?;
        let reason =
            Line::cleaned(&self.reason).map_err(|wrong| Failure::usage(format!("the reason is {wrong}")))?;
        let change = Change::Revoke { member, reason, through_sequence: self.through };
        let signed = propose(Some(&current), vec![change], &realm, &vault.profile().signing, now())?;
        publish(session, &mut vault, &signed, Some(&current), &self.out)
    }
}

fn authority(session: &Session) -> Result<Vault, Failure> {
    let vault = session.unlock()?;
    match vault.profile().role {
        Role::Authority => Ok(vault),
        other => Err(Failure::usage(format!(
            "this is the profile of role {other}; name an authority's folder with --home"
        ))),
    }
}

/// Writes a proposal or a roster, and tells what it changes and who must still sign.
fn publish(
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

impl Install {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let mut vault = session.unlock()?;
        let bytes = read_file(&self.roster, MOST)?;
        let roster = install(&mut vault, &bytes, now())?;
        let mended = match vault.profile().role {
            Role::Authority => 0,
            _ => read_set_aside_again(&mut vault, now()).unwrap_or(0),
        };
        let on_it = roster.member(vault.profile().me).is_some_and(|member| member.revoked.is_none());
        let words = if on_it || vault.profile().role == Role::Authority {
            format!("Roster {} is in force here.", roster.epoch())
        } else {
            format!(
                "Roster {} is in force here, but this profile is not on it, or was revoked.",
                roster.epoch()
            )
        };
        session
            .output()
            .result(&words, &json!({ "epoch": roster.epoch(), "on_it": on_it, "read_again": mended }));
        Ok(())
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let vault = session.unlock()?;
    let Some(roster) = vault.roster()? else {
        session.output().result("No roster is installed yet.", &json!({ "epoch": null, "members": [] }));
        return Ok(());
    };
    let members = &roster.payload().members;
    let line = |member: &crate::wire::roster::Member| {
        let contingent =
            member.contingent.as_ref().map(|contingent| contingent.0.to_string()).unwrap_or_default();
        let state = if member.revoked.is_some() { "revoked" } else { "" };
        let (role, callsign) = (member.role.0.code(), member.callsign.0.as_str());
        format!("{}  {role:<10} {callsign:<16} {contingent:<10} {state}", member.id()).trim_end().to_owned()
    };
    let words: Vec<String> = members.iter().map(line).collect();
    let told: Vec<_> = (members.iter())
        .map(|member| {
            json!({
                "id": member.id().to_string(),
                "role": member.role.0.code(),
                "callsign": member.callsign.0.as_str(),
                "contingent": member.contingent.as_ref().map(|contingent| contingent.0.as_str()),
                "revoked": member.revoked.is_some(),
            })
        })
        .collect();
    session.output().result(&words.join("\n"), &json!({ "epoch": roster.epoch(), "members": told }));
    Ok(())
}

/// A member by id or callsign.
fn find(roster: &Roster, named: &str) -> Result<MemberId, Failure> {
    let found = match named.parse::<MemberId>() {
        Ok(id) => roster.member(id),
        Err(_) => roster.active().find(|member| member.callsign.0.as_str() == named),
    };
    found
        .map(crate::wire::roster::Member::id)
        .ok_or_else(|| Failure::usage("nobody by that name is on the roster"))
}
