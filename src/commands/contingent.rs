//! What a commander does with his own people: enrol, revoke, and see how they stand.

use std::fs;
use std::io::{BufRead, IsTerminal};
use std::path::Path;

use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show::dtg;
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::contingent::{Applying, ContingentMember, Revoking, VoidFrom};
use crate::desks::enrolment::authority;
use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::revocation::RevocationReason;
use crate::domain::time::Timestamp;
use crate::vault::profile::Profile;

/// How somebody is to be enrolled.
pub struct Enrolling<'a> {
    /// His last day, as it was written.
    pub until: Option<&'a str>,
    /// Whose place he takes, and why and from which report that one's keys are void.
    pub replaces: Option<Revoking>,
    /// The fingerprint he read out; otherwise whoever sits here is asked.
    pub fingerprint: Option<&'a str>,
    /// The file for his device.
    pub out: &'a Path,
}

/// Enrols whoever asks, once his fingerprint has been compared.
pub fn enrol(
    session: &Session,
    desk: &mut CommanderDesk,
    request: &[u8],
    how: &Enrolling<'_>,
) -> Result<(), Failure> {
    let applying = desk.read_request(request)?;
    let until = how.until.map(last_day).transpose()?;
    compared(session, &applying, how.fingerprint)?;
    // In force before it is in the file. Power fails between the two: enrolling once more writes it.
    let enrolled = desk.enrol(request, until, how.replaces, now())?;
    fs::write(how.out, &enrolled.install_file)?;
    let mut words = format!(
        "{} is enrolled until {}. Give him {}: \"vigilia member install\" on his device is all he needs.\n\
         The relay and the cell learn it with your next exchange. Until the relay has, he hands his reports in by hand.",
        enrolled.callsign,
        dtg(enrolled.until),
        how.out.display(),
    );
    if how.replaces.is_some() {
        words.push_str(
            "\nThe device he had before is revoked, which is final; what is answered to its reports comes to the new one.",
        );
    }
    let told = json!({
        "member": enrolled.member.to_string(),
        "callsign": enrolled.callsign.as_str(),
        "until": enrolled.until.to_string(),
        "replaces": how.replaces.map(|replaced| replaced.member.to_string()),
        "out": how.out,
    });
    session.output().result(&words, &told);
    Ok(())
}

/// Makes somebody's keys void, once whoever sits here has said that he means it.
pub fn revoke(
    session: &Session,
    desk: &mut CommanderDesk,
    revoking: Revoking,
    yes: bool,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let known = desk.contingent()?.into_iter().find(|member| member.id == revoking.member);
    let callsign = known.map_or_else(|| revoking.member.to_string(), |member| member.callsign.to_string());
    let question = format!(
        "{callsign} is refused everywhere from now on. Revoking is final: he comes back with a new profile only."
    );
    if !yes && !asked(session, &question)? {
        return Err(Failure::usage("nobody was revoked; nothing was changed"));
    }
    let revoked = desk.revoke(revoking, now())?;
    if let Some(out) = out {
        fs::write(out, &revoked.statement)?;
    }
    let words = format!(
        "The keys of {} are void. His reports from number {} on are refused; those before it still count.\n\
         The relay and the cell learn it with your next exchange: exchange now.",
        revoked.callsign, revoked.from_report
    );
    let told = json!({
        "member": revoked.member.to_string(),
        "callsign": revoked.callsign.as_str(),
        "from_report": revoked.from_report,
        "out": out,
    });
    session.output().result(&words, &told);
    Ok(())
}

/// Makes somebody's keys void by one authority's word.
pub fn revoke_alone(
    session: &Session,
    profile: &Profile,
    revoking: Revoking,
    out: &Path,
) -> Result<(), Failure> {
    let Revoking { member, reason, from, .. } = revoking;
    let from_report = match from {
        VoidFrom::Report(number) => Some(number),
        VoidFrom::AfterWhatIsHere => None,
    };
    let word = authority::revoke_alone(&profile.realm, &profile.signing, member, reason, from_report, now())?;
    fs::write(out, word.bytes())?;
    let words = format!(
        "Written to {}. A commander or the cell installs it (\"vigilia member install\") and tells the relay with the next \
         exchange. It cannot be taken back. Propose the roster that says the same with \"vigilia member approve\".",
        out.display()
    );
    session.output().result(&words, &json!({ "member": member.to_string(), "out": out }));
    Ok(())
}

/// Every observer of the contingent, one line each, and for programs.
pub fn table(members: &[ContingentMember]) -> (String, Value) {
    let head = format!(
        "{:<24} {:<17} {:>5} {:>5} {:>7} {:>7} {:>7}  standing",
        "observer", "last contact", "filed", "here", "missing", "unackn.", "waiting"
    );
    let line = |member: &ContingentMember| {
        let standing = match (&member.revoked, member.vouched_by) {
            (Some(revoked), _) => format!("revoked {}: {}", dtg(revoked.since), revoked.words.as_str()),
            (None, Some(_)) => "enrolled here".to_owned(),
            (None, None) => "on the roster".to_owned(),
        };
        let until = member.valid_until.map(|last| format!(", until {}", dtg(last))).unwrap_or_default();
        format!(
            "{:<24} {:<17} {:>5} {:>5} {:>7} {:>7} {:>7}  {standing}{until}",
            member.callsign.as_str(),
            member.last_contact.map_or_else(|| "never".to_owned(), dtg),
            member.filed,
            member.held,
            member.missing,
            member.unacknowledged,
            member.waiting.saturating_add(member.packed),
        )
    };
    let words: Vec<String> = std::iter::once(head).chain(members.iter().map(line)).collect();
    let told = members.iter().map(|member| {
        json!({
            "id": member.id.to_string(),
            "callsign": member.callsign.as_str(),
            "vouched_by": member.vouched_by.map(|by| by.to_string()),
            "valid_until": member.valid_until.map(|last| last.to_string()),
            "revoked": member.revoked.as_ref().map(|revoked| json!({
                "reason": revoked.words.as_str(),
                "since": revoked.since.to_string(),
                "good_through": revoked.good_through,
            })),
            "last_contact": member.last_contact.map(|at| at.to_string()),
            "filed": member.filed,
            "held": member.held,
            "missing": member.missing,
            "unacknowledged": member.unacknowledged,
            "waiting": member.waiting.saturating_add(member.packed),
        })
    });
    (words.join("\n"), told.collect())
}

/// Whom, why and from when on, as it was written on the command line.
pub fn revoking(member: MemberId, reason: &str, from_report: Option<u32>) -> Result<Revoking, Failure> {
    let reason = RevocationReason::from_code(reason).ok_or_else(|| {
        let codes: Vec<&str> = RevocationReason::ALL.iter().map(|reason| reason.code()).collect();
        Failure::usage(format!("this reason is one of: {}", codes.join(", ")))
    })?;
    let from = from_report.map_or(VoidFrom::AfterWhatIsHere, VoidFrom::Report);
    Ok(Revoking { member, reason, from, since: None })
}

/// The last second of a day.
fn last_day(day: &str) -> Result<Timestamp, Failure> {
    Timestamp::parse(&format!("{day}T23:59:59Z"))
        .map_err(|_| Failure::usage("a last day is written like 2027-05-31; nothing was changed"))
}

/// That whoever holds the device reads the same on it as stands here.
fn compared(session: &Session, applying: &Applying, said: Option<&str>) -> Result<(), Failure> {
    if let Some(said) = said {
        let digits: String = said.chars().filter(|c| !c.is_whitespace()).collect();
        return match digits.eq_ignore_ascii_case(&applying.member.to_string()) {
            true => Ok(()),
            false => Err(Failure::unverified(
                "the fingerprint is another one: this request was not made on the device that was read from; nobody was \
                 enrolled: ask for the request once more, by hand",
            )),
        };
    }
    let question = format!(
        "{} of {} asks to be enrolled.\n  {}\nHave him read the id from his own device, by voice. Enrol him only if it is this one.",
        applying.callsign, applying.contingent, applying.fingerprint
    );
    match asked(session, &question)? {
        true => Ok(()),
        false => Err(Failure::usage("nobody was enrolled; nothing was changed")),
    }
}

fn asked(session: &Session, question: &str) -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::usage(
            "there is no terminal to ask at: say --fingerprint when enrolling, --yes when revoking; nothing was changed",
        ));
    }
    session.output().note(question);
    session.output().prompt("Type yes to go on: ");
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == "yes")
}
