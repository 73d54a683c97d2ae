//! Taking in what amends the roster: memberships and revocations, by whatever road they come.

use crate::desks::error::DeskError;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::amendment::{Amendment, AmendmentError};
use crate::wire::kind::Kind;
use crate::wire::statement::UnverifiedStatement;

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

/// Judges amendments and puts in force what counts, all of it at once. They may come in any order.
pub(crate) fn take_amendments(
    vault: &mut Vault,
    statements: Vec<UnverifiedStatement>,
    now: Timestamp,
) -> Result<Amended, DeskError> {
    let (mut amended, mut unknown) = (Amended::default(), Vec::new());
    for statement in statements {
        match vault.holds(statement.digest())? {
            true => amended.known.push(statement.digest()),
            false => unknown.push(statement),
        }
    }
    if unknown.is_empty() {
        return Ok(amended);
    }
    let realm = vault.profile().realm.clone();
    let judged = vault.roster()?.ok_or(DeskError::NoRoster)?.judge_all(unknown, &realm)?;
    vault.amend(&judged.good, now)?;
    let new = judged.good.iter().map(Amendment::statement);
    amended.new.extend(new.map(|statement| (statement.kind(), statement.digest())));
    amended.known.extend(judged.idle);
    amended.refused = judged.refused;
    Ok(amended)
}
