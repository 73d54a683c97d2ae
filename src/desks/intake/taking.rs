//! Taking one statement that was checked into a vault, or saying why it is set aside.
//!
//! ```text
//!  checked ─▶ read here? ─▶ whose is it? ─▶ stored
//!                                └────────▶ set aside, with the reason
//! ```
//!
//! An observer takes what is said of his own reports, and of those of the devices that his device stands for. Of a report
//! that is not here he takes a commander's word once he was told that it is one of those.

use crate::desks::error::DeskError;
use crate::desks::intake::set_aside::SetAside;
use crate::desks::intake::who_reads::read_by;
use crate::domain::answer::Audience;
use crate::domain::bulletin::Bulletin;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::marking::Ceiling;
use crate::domain::people::Role;
use crate::domain::report::{FiledReport, Review};
use crate::domain::time::Timestamp;
use crate::vault::reports::Taken;
use crate::vault::unlock::Vault;
use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::batch::BatchV1;
use crate::wire::bulletin::BulletinV1;
use crate::wire::checked::CheckedStatement;
use crate::wire::earlier_reports::EarlierReportsV1;
use crate::wire::kind::Kind;
use crate::wire::report::ReportV1;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::roster::Roster;
use crate::wire::statement::UnverifiedStatement;
use crate::wire::tally::TallyV1;

/// The report a commander's word claims to be about.
fn speaks_of(statement: &UnverifiedStatement) -> Option<Digest> {
    match statement.kind() {
        Kind::Review => Some(statement.unproven_payload::<ReviewV1>().ok()?.report.0),
        Kind::Return => Some(statement.unproven_payload::<ReturnV1>().ok()?.report.0),
        _ => None,
    }
}

/// The report that something set aside for this reason waits for.
pub(super) fn waits_for(bytes: &[u8], why: SetAside) -> Option<Digest> {
    (why == SetAside::Early).then(|| speaks_of(&UnverifiedStatement::parse(bytes).ok()?)).flatten()
}

/// Takes a statement as [`take`] does, and sets it aside where the vault cannot keep it beside what is there: what one
/// person signed stops nothing that another did. Only a store that fails is an error.
pub(super) fn take_alone(
    vault: &mut Vault,
    statement: CheckedStatement,
    roster: &Roster,
    now: Timestamp,
) -> Result<Result<bool, SetAside>, DeskError> {
    match vault.apart(|vault| take(vault, statement, roster, now)) {
        Err(why) if why.is_about_one_thing() => Ok(Err(SetAside::NotTaken)),
        outcome => outcome,
    }
}

/// Reads a statement that was checked and takes it. The outer error is the vault's; the inner one says why it is set aside.
fn take(
    vault: &mut Vault,
    statement: CheckedStatement,
    roster: &Roster,
    now: Timestamp,
) -> Result<Result<bool, SetAside>, DeskError> {
    if !read_by(vault.profile().role).contains(&statement.kind()) {
        return Ok(Err(SetAside::NotForThisDesk));
    }
    macro_rules! verified {
        ($payload:ty) => {
            match statement.read::<$payload>() {
                Ok(signed) => signed,
                Err(reason) => return Ok(Err(reason.into())),
            }
        };
    }
    let (me, is_observer) = (vault.profile().me, vault.profile().role == Role::Observer);
    let mine = |observer| !is_observer || observer == me || roster.stands_for(me).contains(&observer);
    Ok(match statement.kind() {
        Kind::Report => {
            let signed = verified!(ReportV1);
            let report = match FiledReport::try_from(&signed) {
                Ok(report) => report,
                Err(reason) => return Ok(Err(reason.into())),
            };
            if Ceiling(roster.limits().ceiling.0).permits(report.head().marking).is_err() {
                return Ok(Err(SetAside::AboveCeiling));
            }
            match vault.take_report(&signed, now)? {
                Taken::New => Ok(true),
                Taken::Again => Ok(false),
                Taken::Forked => Err(SetAside::Forked),
            }
        }
        Kind::Tally => {
            vault.take_tally(&verified!(TallyV1), now)?;
            Ok(true)
        }
        Kind::Review => {
            let signed = verified!(ReviewV1);
            match Review::try_from(signed.payload.clone()) {
                Err(reason) => Err(reason.into()),
                Ok(review) => match judged_by(vault, roster, review.report, signed.statement.signer())? {
                    Ok(()) => Ok(vault.take_review(&signed, now)?),
                    Err(reason) => Err(reason),
                },
            }
        }
        Kind::Return => {
            let signed = verified!(ReturnV1);
            match judged_by(vault, roster, signed.payload.report.0, signed.statement.signer())? {
                Ok(()) => Ok(vault.take_return(&signed, now)?),
                Err(reason) => Err(reason),
            }
        }
        Kind::EarlierReports => {
            let signed = verified!(EarlierReportsV1);
            let (earlier, signer) = (signed.payload.earlier.0, signed.statement.signer());
            let by_the_cell = roster.member(signer).is_some_and(|signer| signer.role.0 == Role::Cell);
            if !roster.stands_for(me).contains(&earlier) {
                Err(SetAside::AnotherObserver)
            } else if by_the_cell || is_of_his_contingent(roster, earlier, signer) {
                Ok(vault.take_earlier_reports(&signed, now)?)
            } else {
                Err(SetAside::ForeignCommander)
            }
        }
        Kind::Batch => Ok(vault.take_batch(&verified!(BatchV1), now)?),
        Kind::Acknowledgement => {
            let signed = verified!(AcknowledgementV1);
            if mine(signed.payload.observer.0) {
                Ok(vault.take_acknowledgement(&signed, now)?)
            } else {
                Err(SetAside::AnotherObserver)
            }
        }
        Kind::Feedback => {
            let signed = verified!(FeedbackV1);
            if is_observer && signed.payload.audience.0 != Audience::Observer {
                Err(SetAside::NotForThisDesk)
            } else if mine(signed.payload.observer.0) {
                Ok(vault.take_feedback(&signed, now)?)
            } else {
                Err(SetAside::AnotherObserver)
            }
        }
        Kind::Bulletin => {
            let signed = verified!(BulletinV1);
            match Bulletin::try_from(&signed.payload) {
                Err(reason) => Err(reason.into()),
                Ok(told) if told.concerns(vault.profile().contingent.as_ref()) => {
                    Ok(vault.take_bulletin(&signed, now)?)
                }
                Ok(_) => Err(SetAside::NotForThisDesk),
            }
        }
        Kind::Membership
        | Kind::Revocation
        | Kind::Receipt
        | Kind::Roster
        | Kind::Label
        | Kind::Request
        | Kind::Collection => Err(SetAside::NotForThisDesk),
    })
}

/// Whether a commander may speak of a report: it is here, or one of an earlier device that was handed over, and its author
/// is of his contingent. Nothing is said of a rival: it is evidence, and no report among the others.
fn judged_by(
    vault: &Vault,
    roster: &Roster,
    report: Digest,
    commander: MemberId,
) -> Result<Result<(), SetAside>, DeskError> {
    let author = match vault.holds_report(report)? {
        true => Some(vault.report(report)?.report.head().author),
        false => vault.earlier_report(report)?.map(|handed| handed.earlier),
    };
    Ok(match author {
        None => Err(SetAside::Early),
        Some(author) if is_of_his_contingent(roster, author, commander) => Ok(()),
        Some(_) => Err(SetAside::ForeignCommander),
    })
}

fn is_of_his_contingent(roster: &Roster, observer: MemberId, commander: MemberId) -> bool {
    let contingent = |id| roster.member(id).and_then(|member| member.contingent.as_ref());
    contingent(observer).is_some() && contingent(observer) == contingent(commander)
}
