//! Who did what: the log that Directive (EU) 2016/680, art. 25 asks for.
//!
//! ```text
//!   entry 1 ◀── entry 2 ◀── entry 3      each names the digest of the one before; nothing is altered or erased
//! ```
//!
//! An entry names objects by digest and never holds content.

use rusqlite::Connection;

use crate::crypto::digest::sha256;
use crate::domain::custody::{CustodyEntry, Operation};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

/// The digest before the first entry.
const ORIGIN: Digest = Digest::from_bytes([0; 32]);

/// Something that was done, about to be logged.
pub(crate) struct Act<'a> {
    pub operation: Operation,
    pub object: Option<Digest>,
    pub purpose: Option<&'a str>,
    pub recipient: Option<&'a str>,
}

impl<'a> Act<'a> {
    pub(crate) fn on(operation: Operation, object: Digest) -> Self {
        Self { operation, object: Some(object), purpose: None, recipient: None }
    }

    pub(crate) fn to(self, recipient: &'a str) -> Self {
        Self { recipient: Some(recipient), ..self }
    }

    pub(crate) fn because(self, purpose: &'a str) -> Self {
        Self { purpose: Some(purpose), ..self }
    }
}

/// Appends an entry, in the transaction of what it tells of.
pub(crate) fn log(
    connection: &Connection,
    actor: MemberId,
    act: &Act<'_>,
    at: Timestamp,
) -> Result<(), VaultError> {
    let newest = "SELECT digest FROM custody ORDER BY number DESC LIMIT 1";
    let previous = first(connection, newest, &[], |row| row.digest("digest"))?.unwrap_or(ORIGIN);
    let entry = CustodyEntry {
        at,
        actor,
        operation: act.operation,
        object: act.object,
        purpose: act.purpose.map(str::to_owned),
        recipient: act.recipient.map(str::to_owned),
    };
    run(
        connection,
        "INSERT INTO custody (at, actor, operation, object, purpose, recipient, previous, digest)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        &[
            &entry.at.to_string(),
            &entry.actor.as_bytes(),
            &entry.operation.to_string(),
            &entry.object.as_ref().map(|object| object.as_bytes().as_slice()),
            &entry.purpose,
            &entry.recipient,
            &blob(&previous),
            &blob(&chained(previous, &entry)),
        ],
    )?;
    Ok(())
}

/// The digest of an entry and of everything before it. Each part is preceded by its length, so no two entries have
/// the same bytes.
fn chained(previous: Digest, entry: &CustodyEntry) -> Digest {
    let object = entry.object.map(|object| object.to_string()).unwrap_or_default();
    let parts = [
        previous.to_string(),
        entry.at.to_string(),
        entry.actor.to_string(),
        entry.operation.to_string(),
        object,
        entry.purpose.clone().unwrap_or_default(),
        entry.recipient.clone().unwrap_or_default(),
    ];
    let text: String = parts.iter().map(|part| format!("{}:{part}\n", part.len())).collect();
    Digest::from_bytes(sha256(text.as_bytes()))
}

impl Vault {
    /// The whole log, oldest first, its chain checked.
    ///
    /// # Errors
    /// `Damaged` when an entry was altered, erased or put in between.
    pub fn custody(&self) -> Result<Vec<CustodyEntry>, VaultError> {
        let rows = all(&self.connection, "SELECT * FROM custody ORDER BY number", &[], |row| {
            let entry = CustodyEntry {
                at: row.time("at")?,
                actor: row.member("actor")?,
                operation: row.code("operation")?,
                object: row.digest_or_none("object")?,
                purpose: row.get("purpose")?,
                recipient: row.get("recipient")?,
            };
            Ok((entry, row.digest("previous")?, row.digest("digest")?))
        })?;
        let mut expected = ORIGIN;
        let mut entries = Vec::with_capacity(rows.len());
        for (entry, previous, digest) in rows {
            if previous != expected || digest != chained(previous, &entry) {
                return Err(VaultError::Damaged);
            }
            expected = digest;
            entries.push(entry);
        }
        Ok(entries)
    }

    /// Logs that something was looked at or handed on.
    pub(crate) fn log(&self, act: &Act<'_>, at: Timestamp) -> Result<(), VaultError> {
        log(&self.connection, self.profile().me, act, at)
    }

    /// Logs that a report of somebody else was looked at.
    pub fn log_consultation(&self, report: Digest, purpose: &str, at: Timestamp) -> Result<(), VaultError> {
        self.log(&Act::on(Operation::Consultation, report).because(purpose), at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(purpose: &str) -> CustodyEntry {
        CustodyEntry {
            at: Timestamp::parse("2026-11-21T14:30:00Z").unwrap(),
            actor: MemberId::from_bytes([1; 16]),
            operation: Operation::Consultation,
            object: None,
            purpose: Some(purpose.to_owned()),
            recipient: None,
        }
    }

    fn with_log() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(include_str!("migrations/0001_facts.sql")).unwrap();
        for purpose in ["one", "two", "three"] {
            let act = Act {
                operation: Operation::Consultation,
                object: None,
                purpose: Some(purpose),
                recipient: None,
            };
            log(&connection, MemberId::from_bytes([1; 16]), &act, entry("").at).unwrap();
        }
        connection
    }

    #[test]
    fn no_entry_is_altered_or_erased() {
        let connection = with_log();
        assert!(connection.execute("UPDATE custody SET purpose = 'nothing'", []).is_err());
        assert!(connection.execute("DELETE FROM custody WHERE number = 2", []).is_err());
    }

    #[test]
    fn an_entry_is_bound_to_everything_before_it_and_to_each_of_its_parts() {
        assert_ne!(chained(ORIGIN, &entry("one")), chained(Digest::from_bytes([9; 32]), &entry("one")));
        assert_ne!(chained(ORIGIN, &entry("one")), chained(ORIGIN, &entry("two")));
        let moved = CustodyEntry { purpose: None, recipient: Some("one".to_owned()), ..entry("") };
        assert_ne!(chained(ORIGIN, &entry("one")), chained(ORIGIN, &moved));
    }
}
