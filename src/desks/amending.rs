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
    /// Those that were in force before.
    pub known: Vec<Digest>,
    /// Those that do not count, and why.
    pub refused: Vec<(UnverifiedStatement, AmendmentError)>,
}

/// Whether a statement amends the roster.
pub(crate) fn amends(kind: Kind) -> bool {
    matches!(kind, Kind::Membership | Kind::Revocation)
}

/// Judges amendments and puts in force what counts. They may come in any order: one that has to wait for another is
/// judged again when that one is in force.
pub(crate) fn take_amendments(
    vault: &mut Vault,
    statements: Vec<UnverifiedStatement>,
    now: Timestamp,
) -> Result<Amended, DeskError> {
    let (mut amended, mut left) = (Amended::default(), statements);
    if left.is_empty() {
        return Ok(amended);
    }
    // A membership before the revocation of the same keys.
    left.sort_by_key(UnverifiedStatement::kind);
    let realm = vault.profile().realm.clone();
    let mut people = vault.roster()?.ok_or(DeskError::NoRoster)?;
    loop {
        let (mut good, mut waiting) = (Vec::<Amendment>::new(), Vec::new());
        for statement in left {
            if vault.holds(statement.digest())? {
                amended.known.push(statement.digest());
                continue;
            }
            match people.judge(statement.clone(), &realm) {
                Ok(amendment) => {
                    people.amend(&amendment)?;
                    good.push(amendment);
                }
                Err(why) => waiting.push((statement, why)),
            }
        }
        if good.is_empty() {
            amended.refused = waiting;
            return Ok(amended);
        }
        vault.amend(&good, now)?;
        let new = good.iter().map(Amendment::statement);
        amended.new.extend(new.map(|statement| (statement.kind(), statement.digest())));
        left = waiting.into_iter().map(|(statement, _)| statement).collect();
    }
}
