//! What amends the roster between two of them: memberships and revocations, as they were judged here.

use rusqlite::Connection;

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::amendment::Amendment;
use crate::wire::roster::Roster;
use crate::wire::statement::SignedStatement;

/// Keeps an amendment, in the transaction of what it belongs to; tells whether it is new.
fn keep_amendment(
    connection: &Connection,
    actor: MemberId,
    amendment: &Amendment,
    now: Timestamp,
) -> Result<bool, VaultError> {
    let (statement, member) = (amendment.statement(), amendment.member());
    let kind = statement.kind().to_string();
    keep(connection, statement, now)?;
    let sql = "INSERT OR IGNORE INTO amendment (statement, kind, member) VALUES (?, ?, ?)";
    let new = run(connection, sql, &[&blob(&statement.digest()), &kind, &member.as_bytes()])? == 1;
    if new {
        if matches!(amendment, Amendment::Membership(_)) {
            let sql = "INSERT OR IGNORE INTO named (member, since) VALUES (?, ?)";
            run(connection, sql, &[&member.as_bytes(), &now.to_string()])?;
        }
        let act = Act::on(Operation::Collection, statement.digest()).because(&kind);
        log(connection, actor, &act, now)?;
    }
    Ok(new)
}

impl Vault {
    /// Puts amendments in force that were judged by the people in force here, all at once or none; tells how many are
    /// new.
    pub fn amend(&mut self, amendments: &[Amendment], now: Timestamp) -> Result<usize, VaultError> {
        let kept = self.together(|connection, profile| {
            let mut new = 0;
            for amendment in amendments {
                new += usize::from(keep_amendment(connection, profile.me, amendment, now)?);
            }
            Ok(new)
        })?;
        if let Some(roster) = self.in_force.get_mut() {
            amendments.iter().try_for_each(|amendment| roster.amend(amendment))?;
        }
        Ok(kept)
    }

    /// Every amendment, in the order in which they were judged.
    pub fn amendments(&self) -> Result<Vec<Amendment>, VaultError> {
        let sql = "SELECT s.bytes AS bytes FROM amendment a JOIN statement s ON s.digest = a.statement
                    ORDER BY a.number";
        all(&self.connection, sql, &[], |row| Ok(Amendment::restored(row.get("bytes")?)?))
    }

    /// Puts what was judged before in force over a roster.
    pub(crate) fn amended(&self, mut roster: Roster) -> Result<Roster, VaultError> {
        for amendment in self.amendments()? {
            roster.amend(&amendment)?;
        }
        Ok(roster)
    }

    /// Amendments that the relay is not known to hold, in their order.
    pub fn amendments_to_tell(&self) -> Result<Vec<SignedStatement>, VaultError> {
        let sql = "SELECT s.bytes AS bytes FROM amendment a JOIN statement s ON s.digest = a.statement
                    WHERE NOT EXISTS (SELECT 1 FROM amendment_at_relay r WHERE r.statement = a.statement)
                    ORDER BY a.number";
        all(&self.connection, sql, &[], |row| Ok(SignedStatement::restored(row.get("bytes")?)?))
    }

    /// Remembers that the relay holds some amendments.
    pub fn told_amendments(&mut self, told: &[Digest], now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| {
            for digest in told {
                let sql = "INSERT OR IGNORE INTO amendment_at_relay (statement, at)
                           SELECT statement, ? FROM amendment WHERE statement = ?";
                run(connection, sql, &[&now.to_string(), &blob(digest)])?;
            }
            Ok(())
        })
    }

    /// How far the relay's own list of amendments was read.
    pub fn amendments_heard(&self) -> Result<u64, VaultError> {
        let sql = "SELECT up_to FROM amendments_heard";
        let heard = first(&self.connection, sql, &[], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))?;
        Ok(heard.unwrap_or(0))
    }

    /// Remembers how far it was read.
    pub fn hear_amendments(&self, up_to: u64) -> Result<(), VaultError> {
        let sql = "INSERT INTO amendments_heard (one, up_to) VALUES (1, ?1)
                   ON CONFLICT (one) DO UPDATE SET up_to = ?1";
        run(&self.connection, sql, &[&i64::try_from(up_to).unwrap_or(i64::MAX)])?;
        Ok(())
    }

    /// Amendments that somebody signed, in their order.
    pub fn amendments_by(&self, signer: MemberId) -> Result<Vec<Digest>, VaultError> {
        let sql =
            "SELECT a.statement AS statement FROM amendment a JOIN statement s ON s.digest = a.statement
                    WHERE s.signer = ? ORDER BY a.number";
        all(&self.connection, sql, &[&signer.as_bytes()], |row| row.digest("statement"))
    }

    /// Amendments that no acknowledgement covers yet, with who signed them.
    pub fn unacknowledged_amendments(&self) -> Result<Vec<(MemberId, Digest)>, VaultError> {
        let sql = "SELECT s.signer AS signer, a.statement AS statement
                     FROM amendment a JOIN statement s ON s.digest = a.statement
                    WHERE NOT EXISTS (SELECT 1 FROM accepted WHERE digest = a.statement) ORDER BY a.number";
        all(&self.connection, sql, &[], |row| Ok((row.member("signer")?, row.digest("statement")?)))
    }
}
