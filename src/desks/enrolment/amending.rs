//! Taking in what amends the roster: memberships and revocations, by whatever road they come.

use crate::desks::error::DeskError;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::amendment::{Amendment, AmendmentError, Judged};
use crate::wire::kind::Kind;
use crate::wire::statement::{StatementError, UnverifiedStatement};

/// What became of some amendments.
#[derive(Debug, Default)]
pub struct Amended {
    /// Those that are new here and in force.
    pub new: Vec<(Kind, Digest)>,
    /// Those that were in force before, or say no more than what was.
    pub known: Vec<Digest>,
    /// Those that do not count, and why.
    pub refused: Vec<(UnverifiedStatement, AmendmentError)>,
}

/// Whether a statement amends the roster.
pub(crate) fn amends(kind: Kind) -> bool {
    matches!(kind, Kind::Membership | Kind::Revocation)
}

/// Judges amendments and puts in force what counts, all of it at once. They may come in any order. Where the vault cannot
/// keep one of them, each is taken alone and that one set aside.
pub(crate) fn take_amendments(
    vault: &mut Vault,
    statements: Vec<UnverifiedStatement>,
    now: Timestamp,
) -> Result<Amended, DeskError> {
    let mut amended = Amended::default();
    let mut unknown = Vec::new();
    for statement in statements {
        match vault.holds(statement.digest())? {
            true => amended.known.push(statement.digest()),
            false => unknown.push(statement),
        }
    }
    if unknown.is_empty() {
        return Ok(amended);
    }
    let each = unknown.clone();
    match vault.apart(|vault| take_together(vault, unknown, now)) {
        Ok(judged) => amended.add(judged),
        Err(why) if why.is_about_one_thing() => {
            for statement in each {
                match vault.apart(|vault| take_together(vault, vec![statement.clone()], now)) {
                    Ok(judged) => amended.add(judged),
                    Err(why) if why.is_about_one_thing() => {
                        amended.refused.push((statement, StatementError::BadPayload.into()));
                    }
                    Err(why) => return Err(why),
                }
            }
        }
        Err(why) => return Err(why),
    }
    Ok(amended)
}

fn take_together(
    vault: &mut Vault,
    statements: Vec<UnverifiedStatement>,
    now: Timestamp,
) -> Result<Judged, DeskError> {
    let realm = vault.profile().realm.clone();
    let judged = vault.roster()?.ok_or(DeskError::NoRoster)?.judge_all(statements, &realm)?;
    vault.amend(&judged.good, now)?;
    Ok(judged)
}

impl Amended {
    fn add(&mut self, judged: Judged) {
        let new = judged.good.iter().map(Amendment::statement);
        self.new.extend(new.map(|statement| (statement.kind(), statement.digest())));
        self.known.extend(judged.idle);
        self.refused.extend(judged.refused);
    }
}
