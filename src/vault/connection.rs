//! The database file: opened with its key, proven to be encrypted, brought to today's tables.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::crypto::secret::Secret32;
use crate::vault::error::VaultError;

/// Every change of the tables, in order. A file here is never edited once it has been released; the version of a
/// vault is how many of them it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_facts.sql"),
    include_str!("migrations/0002_desk.sql"),
    include_str!("migrations/0003_road.sql"),
    include_str!("migrations/0004_chains.sql"),
    include_str!("migrations/0005_contingent.sql"),
    include_str!("migrations/0006_bulletins.sql"),
    include_str!("migrations/0007_review.sql"),
    include_str!("migrations/0008_sent.sql"),
    include_str!("migrations/0009_earlier_reports.sql"),
    include_str!("migrations/0010_begun.sql"),
    include_str!("migrations/0011_bounds.sql"),
    include_str!("migrations/0012_walls.sql"),
    include_str!("migrations/0013_unread.sql"),
];

/// Statements kept prepared: more than there are, so that none is parsed anew for each of ten thousand packets.
const PREPARED: usize = 256;

/// What an unencrypted SQLite file begins with.
const PLAIN_HEADER: &[u8] = b"SQLite format 3\0";

/// SQLCipher sets itself up at the first opening and again with each key; two threads that do so at once have been seen
/// to get in each other's way. Opening takes a millisecond, so they take turns.
static OPENING: Mutex<()> = Mutex::new(());

/// Opens the database, or makes it when `create` is set.
pub(crate) fn open(path: &Path, key: &Secret32, create: bool) -> Result<Connection, VaultError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else if !path.is_file() {
        // A key file without its database: never make an empty one in its place.
        return Err(VaultError::Damaged);
    }
    let _turn = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    give_key(&connection, key)?;
    prepare(&connection)?;
    migrate(&mut connection)?;
    prove_encrypted(&connection, path)?;
    Ok(connection)
}

/// The key is a raw one, so SQLCipher's own passphrase function is not used. The pragma is the only text in which the
/// key ever stands, and it is cleared.
fn give_key(connection: &Connection, key: &Secret32) -> Result<(), VaultError> {
    let mut pragma = Zeroizing::new(String::with_capacity(96));
    pragma.push_str("PRAGMA key = \"x'");
    for byte in key.expose() {
        for nibble in [byte >> 4, byte & 15] {
            pragma.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    pragma.push_str("'\"");
    // SQLCipher would tell of a wrong key on stderr, across whatever is on the screen; the error comes back as a value.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // The pragma answers with a row, "ok", which says nothing yet: the first read does.
    connection.execute_batch(&pragma)?;
    Ok(())
}

fn prepare(connection: &Connection) -> Result<(), VaultError> {
    // The first statement that reads a page: a wrong key or a damaged header fails here.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA busy_timeout = 2000;",
    )?;
    let version: Option<String> = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if version.is_none_or(|version| version.is_empty()) {
        return Err(VaultError::NotEncrypted);
    }
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<(), VaultError> {
    let seen: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let seen = usize::try_from(seen).unwrap_or(usize::MAX);
    if seen > MIGRATIONS.len() {
        return Err(VaultError::TooNew);
    }
    for (number, sql) in MIGRATIONS.iter().enumerate().skip(seen) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(
            None,
            "user_version",
            u32::try_from(number + 1).map_err(|_| VaultError::TooNew)?,
        )?;
        // Power fails before this line: the old tables stand, and the next opening migrates again.
        transaction.commit()?;
    }
    Ok(())
}

/// Looks at the file itself: an unencrypted database would work just as well and nobody would notice.
fn prove_encrypted(connection: &Connection, path: &Path) -> Result<(), VaultError> {
    use std::io::Read;
    // Without a checkpoint a new database may have its first page in the write-ahead log only.
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    let mut header = Vec::new();
    std::fs::File::open(path)?.take(16).read_to_end(&mut header)?;
    if header.is_empty() || header == PLAIN_HEADER { Err(VaultError::NotEncrypted) } else { Ok(()) }
}

/// Checks every page's authentication code and every foreign key.
pub(crate) fn check(connection: &Connection) -> Result<(), VaultError> {
    let mut pages = connection.prepare("PRAGMA cipher_integrity_check")?;
    let broken_pages = pages.query([])?.next()?.is_some();
    let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let mut keys = connection.prepare("PRAGMA foreign_key_check")?;
    let loose = keys.query([])?.next()?.is_some();
    if broken_pages || loose || sound != "ok" { Err(VaultError::Damaged) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Secret32 {
        Secret32::taken_from(&mut [7; 32])
    }

    #[test]
    fn a_vault_of_a_newer_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.db");
        let connection = open(&path, &key(), true).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        assert!(matches!(open(&path, &key(), false), Err(VaultError::TooNew)));
    }

    #[test]
    fn batches_slots_and_what_was_set_aside_before_are_all_there_and_a_name_may_come_twice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.db");
        let before = MIGRATIONS.iter().position(|sql| sql.contains("batch_anew")).unwrap();
        let old = Connection::open(&path).unwrap();
        give_key(&old, &key()).unwrap();
        prepare(&old).unwrap();
        MIGRATIONS[..before].iter().for_each(|sql| old.execute_batch(sql).unwrap());
        old.pragma_update(None, "user_version", u32::try_from(before).unwrap()).unwrap();
        let batch = |n: &str| {
            format!(
                "INSERT INTO statement VALUES (zeroblob(31) || x'{n}', 'batch', zeroblob(16), x'00', '');
                 INSERT INTO batch VALUES (zeroblob(31) || x'{n}', 'name', zeroblob(16), '2026-11-21T14:30:00Z');
                 INSERT INTO batched VALUES (zeroblob(31) || x'{n}', zeroblob(32));
                 INSERT INTO slots_promised VALUES (zeroblob(31) || x'{n}', 4294967295, zeroblob(32));"
            )
            .replace("zeroblob(31) || x'", &format!("x'{}", "00".repeat(31)))
        };
        old.execute_batch(&batch("01")).unwrap();
        old.execute_batch(
            "INSERT INTO slot VALUES (zeroblob(32), x'00', '', NULL);
             INSERT INTO set_aside VALUES (zeroblob(32), NULL, 'early', x'0011', '');",
        )
        .unwrap();
        drop(old);
        let connection = open(&path, &key(), false).unwrap();
        connection.execute_batch(&batch("02")).unwrap();
        check(&connection).unwrap();
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM batched JOIN batch ON statement = batch"), 2);
        assert_eq!(count("SELECT count(*) FROM slots_promised JOIN batch ON statement = batch"), 2);
        assert_eq!(count("SELECT count(*) FROM report_facts"), 0, "what looks into them still does");
        assert_eq!(count("SELECT bytes FROM aside_of WHERE sender = x'' AND held = 1"), 2);
        assert_eq!(count("SELECT count(*) FROM slot_brought WHERE sender = x''"), 1);
        connection.execute_batch("DELETE FROM set_aside").unwrap();
        assert_eq!(count("SELECT held + bytes FROM aside_of"), 0);
        assert!(connection.execute_batch("DELETE FROM batch").is_err(), "they still belong together");
    }

    #[test]
    fn a_full_disk_says_so_and_what_was_saved_before_is_safe() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.db");
        let connection = open(&path, &key(), true).unwrap();
        let insert = "INSERT INTO attachment (digest, bytes, stored) VALUES (?, ?, '2026-11-21T14:30:00Z')";
        connection.execute(insert, rusqlite::params![[1_u8; 32], b"saved before"]).unwrap();
        // The size the file may have is used up: the same answer of SQLite as a full disk.
        let pages: u32 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        connection.pragma_update(None, "max_page_count", pages).unwrap();
        let full =
            connection.execute(insert, rusqlite::params![[2_u8; 32], vec![0_u8; 1 << 20]]).unwrap_err();
        assert!(matches!(VaultError::from(full), VaultError::DiskFull));
        drop(connection);
        let connection = open(&path, &key(), false).unwrap();
        check(&connection).unwrap();
        let held: u32 =
            connection.query_row("SELECT count(*) FROM attachment", [], |row| row.get(0)).unwrap();
        assert_eq!(held, 1);
    }
}
