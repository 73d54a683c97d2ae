//! A statement whose signer was looked up and whose signature was checked, before anybody has read what it says.
//!
//! Checking takes ten times as long as reading and needs nothing but the roster, so it may be done elsewhere than where
//! the statement is taken: on another thread, while a disk writes. How it came out is kept inside, and nothing can be
//! read of a statement that does not hold.

use crate::domain::ids::{Digest, MemberId};
use crate::wire::kind::Kind;
use crate::wire::statement::{Payload, Signed, SignerError, StatementError, UnverifiedStatement};

/// The last report of a revoked signer that was known before his keys became void; nothing for a signer in good standing.
pub(crate) type Revocation = Option<u32>;

/// A statement with the outcome of checking it.
#[derive(Debug, Clone)]
pub struct CheckedStatement {
    statement: UnverifiedStatement,
    outcome: Result<Revocation, StatementError>,
}

impl CheckedStatement {
    pub(crate) fn new(statement: UnverifiedStatement, outcome: Result<Revocation, StatementError>) -> Self {
        Self { statement, outcome }
    }

    /// What it claims to be.
    pub fn kind(&self) -> Kind {
        self.statement.kind()
    }

    /// Who it claims to be from.
    pub fn signer(&self) -> MemberId {
        self.statement.signer()
    }

    /// Its identity.
    pub fn digest(&self) -> Digest {
        self.statement.digest()
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        self.statement.bytes()
    }

    /// Reads the payload of a statement that holds.
    ///
    /// # Errors
    /// Why it does not hold, or `WrongKind`, `BadPayload`, or `Signer` for what a revoked member signed too late.
    pub fn read<P: Payload>(self) -> Result<Signed<P>, StatementError> {
        let revocation = self.outcome?;
        let signed = self.statement.believed::<P>()?;
        still_good(revocation, signed.payload.sequence())?;
        Ok(signed)
    }

    /// Reads the payload of what goes around statements that are checked one by one: of a revoked signer too, as long as
    /// any report of his stays good.
    ///
    /// # Errors
    /// As [`CheckedStatement::read`].
    #[cfg(feature = "field")]
    pub(super) fn read_around<P: Payload>(self) -> Result<Signed<P>, StatementError> {
        let revocation = self.outcome?;
        let signed = self.statement.believed::<P>()?;
        still_good(revocation, Some(1))?;
        Ok(signed)
    }

    /// The statement as it came, to be checked anew where other people are in force by now.
    #[cfg(feature = "field")]
    pub fn unchecked(self) -> UnverifiedStatement {
        self.statement
    }
}

/// Whether a revoked member's statement was known before his keys became void. The time a statement claims does
/// not count: a thief can write any date.
fn still_good(revocation: Revocation, sequence: Option<u32>) -> Result<(), SignerError> {
    match (revocation, sequence) {
        (None, _) => Ok(()),
        (Some(through), Some(number)) if number <= through => Ok(()),
        (Some(_), _) => Err(SignerError::Revoked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{OBSERVER, STRANGER, key, noon, realm, roster};
    use crate::wire::receipt::{CollectionV1, ReceiptV1};
    use crate::wire::spelling::Plain;
    use crate::wire::statement::{digest_of, sign};

    fn checked(of: u8) -> CheckedStatement {
        let collection = CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(noon()) };
        let signed = sign(collection, &key(of), realm().id()).unwrap();
        roster().check(UnverifiedStatement::parse(signed.statement.bytes()).unwrap())
    }

    #[test]
    fn nothing_is_read_of_a_statement_that_does_not_hold() {
        let good = checked(OBSERVER);
        assert_eq!(good.digest(), digest_of(good.bytes()));
        assert!(good.clone().read::<CollectionV1>().is_ok());
        assert_eq!(good.read::<ReceiptV1>().err(), Some(StatementError::WrongKind));
        let stranger = checked(STRANGER);
        assert_eq!(stranger.kind(), Kind::Collection);
        let refused = stranger.read::<CollectionV1>();
        assert_eq!(refused.err(), Some(SignerError::NotOnRoster.into()));
        // Altered after it was signed.
        let mut bytes = checked(OBSERVER).bytes().to_vec();
        *bytes.last_mut().unwrap() ^= 1;
        let altered = roster().check(UnverifiedStatement::parse(&bytes).unwrap());
        assert_eq!(altered.read::<CollectionV1>().err(), Some(StatementError::BadSignature));
    }

    #[test]
    fn reports_known_before_keys_became_void_stay_good() {
        assert_eq!(still_good(Some(7), Some(7)), Ok(()));
        assert_eq!(still_good(Some(7), Some(8)), Err(SignerError::Revoked));
        assert_eq!(still_good(Some(7), None), Err(SignerError::Revoked));
        assert_eq!(still_good(None, None), Ok(()));
    }
}
