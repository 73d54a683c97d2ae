//! Enrolment: ask, approve, install, revoke, list.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::commands::contingent::{self, Enrolling};
use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::file::{MOST, read_file};
use crate::commands::member_approve::{Approve, an_authoritys, publish};
use crate::commands::member_list;
use crate::commands::session::{Session, work_factor};
use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::authority::{Change, propose};
use crate::desks::enrolment::{Applicant, install, make_profile, request};
use crate::desks::error::DeskError;
use crate::desks::intake::read_set_aside_again;
use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::people::Role;
use crate::domain::text::Line;
use crate::wire::realm::Realm;
use crate::wire::roster::Roster;

/// Enrol members of a realm.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Make a profile with fresh keys and a request file for the authorities.
    Request(Request),
    /// As an authority: propose a roster from requests and from what commanders said, or add your signature to a proposal.
    Approve(Approve),
    /// As a commander: enrol an observer of your contingent from his request, without Brussels.
    Enrol(Enrol),
    /// Put a roster in force in this profile, or what your commander made for this device.
    Install(Install),
    /// Make somebody's keys void: as a commander at once, as an authority by proposing a roster.
    Revoke(Revoke),
    /// Everybody in force; for a commander his contingent, and how it stands.
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

/// Who is enrolled, and in whose place.
#[derive(Debug, Args)]
pub struct Enrol {
    /// His request file.
    request: PathBuf,
    /// The file to write for his device.
    #[arg(long)]
    out: PathBuf,
    /// Id or callsign of the device that is gone; its keys are void with this.
    #[arg(long, value_name = "MEMBER")]
    replaces: Option<String>,
    /// Why that device is gone: lost, stolen, compromised, left, mistaken or other.
    #[arg(long, default_value = "lost", requires = "replaces")]
    reason: String,
    /// The first report of that device that no longer counts; otherwise the one after the highest that is here.
    #[arg(long, value_name = "NUMBER", requires = "replaces", value_parser = clap::value_parser!(u32).range(1..))]
    from_report: Option<u32>,
    /// His last day, such as 2027-05-31; otherwise half a year from now.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The id he read out from his own device; otherwise you are shown it and asked.
    #[arg(long, value_name = "ID")]
    fingerprint: Option<String>,
}

/// What is installed.
#[derive(Debug, Args)]
pub struct Install {
    /// The roster file both authorities signed, or the file your commander made for this device.
    roster: PathBuf,
}

/// Whose keys are void.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The member's id or callsign.
    member: String,
    /// Why: an authority in a few words, a commander by lost, stolen, compromised, left, mistaken or other.
    #[arg(long)]
    reason: String,
    /// An authority: his reports up to this number are known and stay good.
    #[arg(long, default_value_t = 0, conflicts_with = "from_report")]
    through: u32,
    /// The first of his reports that no longer counts. A commander may leave it out: then it is the one after the highest
    /// that is here.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    from_report: Option<u32>,
    /// The proposal file to write, for an authority; for a commander the statement, if somebody is to learn it by hand.
    #[arg(long)]
    out: Option<PathBuf>,
    /// A commander: do it without asking.
    #[arg(long)]
    yes: bool,
    /// An authority: at once and alone, as a word for commanders and the cell to install, where a roster would be too late.
    #[arg(long)]
    alone: bool,
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| "observer, commander, cell or integrity".to_owned())
}

impl MemberCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Request(command) => command.run(session),
            Self::Approve(command) => command.run(session),
            Self::Enrol(command) => command.run(session),
            Self::Install(command) => command.run(session),
            Self::Revoke(command) => command.run(session),
            Self::List => member_list::list(session),
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

impl Enrol {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let request = read_file(&self.request, MOST)?;
        let mut desk = CommanderDesk::open(session.unlock()?)?;
        let replaced = match &self.replaces {
            None => None,
            Some(named) => {
                let people = desk.vault().roster()?.ok_or(DeskError::NoRoster)?;
                Some(contingent::revoking(find(&people, named)?, &self.reason, self.from_report)?)
            }
        };
        let how = Enrolling {
            until: self.until.as_deref(),
            replaces: replaced,
            fingerprint: self.fingerprint.as_deref(),
            out: &self.out,
        };
        contingent::enrol(session, &mut desk, &request, &how)
    }
}

impl Revoke {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let vault = session.unlock()?;
        let current = vault
            .roster()?
            .ok_or_else(|| Failure::failed("no roster is in force, so there is nobody to revoke"))?;
        let member = find(&current, &self.member)?;
        if vault.profile().role == Role::Commander {
            let revoking = contingent::revoking(member, &self.reason, self.from_report)?;
            let mut desk = CommanderDesk::open(vault)?;
            return contingent::revoke(session, &mut desk, revoking, self.yes, self.out.as_deref());
        }
        let mut vault = an_authoritys(vault)?;
        let out = self.out.ok_or_else(|| Failure::usage("name the proposal file to write with --out"))?;
        if self.alone {
            let revoking = contingent::revoking(member, &self.reason, self.from_report)?;
            return contingent::revoke_alone(session, vault.profile(), revoking, &out);
        }
        let realm = vault.profile().realm.clone();
        let reason =
            Line::cleaned(&self.reason).map_err(|wrong| Failure::usage(format!("the reason is {wrong}")))?;
        let through_sequence = self.from_report.map_or(self.through, |from| from.saturating_sub(1));
        let change = Change::Revoke { member, reason, through_sequence };
        let signed = propose(Some(&current), vec![change], &realm, &vault.profile().signing, now())?;
        publish(session, &mut vault, &signed, Some(&current), &out)
    }
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
        let vouched = roster.voucher_of(vault.profile().me).and_then(|by| roster.member(by));
        let words = if let Some(by) = vouched.filter(|_| on_it) {
            format!(
                "Roster {} is in force here, and {} vouches for this profile. You can file and hand in.",
                roster.epoch(),
                by.callsign.0
            )
        } else if on_it || vault.profile().role == Role::Authority {
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
