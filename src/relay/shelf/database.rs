//! The shelf's database file: opened, brought up to date, bound to one realm.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use crate::domain::ids::RealmId;
use crate::wire::statement::StatementError;

/// The file's name in the data folder.
const FILE: &str = "shelf.db";
/// Every change of the tables with its number, in order. A file once published is never edited.
const MIGRATIONS: [(i64, &str); 2] =
    [(1, include_str!("0001_shelf.sql")), (2, include_str!("0002_amendments.sql"))];

/// Why the shelf could not do what was asked. Nothing that failed is half there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// The data folder cannot be made or read.
    #[error("the data folder {} cannot be used: {why}", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        why: String,
    },
    /// The shelf was begun for another realm.
    #[error(
        "this data folder belongs to another realm; nothing was changed: give each realm, and each exercise, a data \
         folder of its own"
    )]
    OtherRealm,
    /// The tables are newer than this program.
    #[error("this data folder was written by a newer version of the program; nothing was changed: update")]
    Newer,
    /// No room.
    #[error("the disk is full; nothing of this was taken, and what was taken before is safe: make room")]
    Full,
    /// The database failed.
    #[error("the database failed: {0}; nothing of this was taken")]
    Database(String),
    /// A receipt could not be signed.
    #[error("the receipt could not be signed: {0}; nothing of this was taken")]
    Receipt(#[from] StatementError),
    /// The shelf is closing.
    #[error("the shelf is closing; nothing of this was taken")]
    Closing,
}

impl From<rusqlite::Error> for ShelfError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            _ => Self::Database(error.to_string()),
        }
    }
}

/// Opens the one connection that writes, after making the folder and the tables if they are not there.
pub fn open_writer(folder: &Path, realm: RealmId) -> Result<Connection, ShelfError> {
    let failed = |why: std::io::Error| ShelfError::Folder { folder: folder.to_owned(), why: why.to_string() };
    make_private(folder).map_err(failed)?;
    let mut connection = Connection::open(folder.join(FILE))?;
    // FULL: a commit returns when its bytes are on the disk, not when the system has promised to write them.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    )?;
    migrate(&mut connection)?;
    bind(&connection, realm)?;
    // Power may fail from here on: the file's name stands in its folder, not only its bytes on the disk.
    sync_folder(folder).map_err(failed)?;
    Ok(connection)
}

/// Opens a connection that only reads.
pub fn open_reader(folder: &Path) -> Result<Connection, ShelfError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(folder.join(FILE), flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;")?;
    Ok(connection)
}

/// Each change of the tables is one transaction together with its number: power may fail between two of them and the
/// next start goes on where this one stopped.
fn migrate(connection: &mut Connection) -> Result<(), ShelfError> {
    let done: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if MIGRATIONS.last().is_some_and(|(newest, _)| done > *newest) {
        return Err(ShelfError::Newer);
    }
    for (number, migration) in MIGRATIONS.iter().filter(|(number, _)| *number > done) {
        let change = connection.transaction()?;
        change.execute_batch(migration)?;
        change.pragma_update(None, "user_version", number)?;
        change.commit()?;
    }
    Ok(())
}

fn bind(connection: &Connection, realm: RealmId) -> Result<(), ShelfError> {
    let bound: Option<Vec<u8>> =
        connection.query_row("SELECT id FROM realm", [], |row| row.get(0)).optional()?;
    match bound {
        None => {
            connection.execute("INSERT INTO realm (one, id) VALUES (1, ?1)", [realm.as_bytes()])?;
            Ok(())
        }
        Some(bound) if bound == realm.as_bytes() => Ok(()),
        Some(_) => Err(ShelfError::OtherRealm),
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIVE: RealmId = RealmId::from_bytes([1; 16]);

    #[test]
    fn a_shelf_serves_the_realm_it_was_begun_for_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        drop(open_writer(folder.path(), LIVE).unwrap());
        assert!(open_writer(folder.path(), LIVE).is_ok());
        let exercise = RealmId::from_bytes([2; 16]);
        assert_eq!(open_writer(folder.path(), exercise).err(), Some(ShelfError::OtherRealm));
    }

    #[test]
    fn tables_of_a_newer_program_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open_writer(folder.path(), LIVE).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        assert_eq!(open_writer(folder.path(), LIVE).err(), Some(ShelfError::Newer));
    }

    #[test]
    fn writing_is_durable_before_it_is_told_and_reading_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let writer = open_writer(folder.path(), LIVE).unwrap();
        let ask = |name: &str| writer.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((ask("synchronous"), ask("foreign_keys")), (2, 1));
        let mode: String = writer.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
        let reader = open_reader(folder.path()).unwrap();
        assert!(reader.execute("INSERT INTO rosters (epoch, bytes) VALUES (1, x'00')", []).is_err());
    }

    #[test]
    fn the_log_and_its_receipts_can_only_grow() {
        let folder = tempfile::tempdir().unwrap();
        let writer = open_writer(folder.path(), LIVE).unwrap();
        writer
            .execute_batch(
                "INSERT INTO packets VALUES (0, zeroblob(32), 'role:cell', zeroblob(16), zeroblob(16), 'routine', 1);
                 INSERT INTO receipts VALUES (0, x'00'); INSERT INTO rosters VALUES (7, x'00');",
            )
            .unwrap();
        for change in [
            "DELETE FROM packets",
            "UPDATE packets SET size = 2",
            "DELETE FROM receipts",
            "UPDATE receipts SET statement = x'01'",
            "DELETE FROM rosters",
            "UPDATE rosters SET epoch = 6",
        ] {
            assert!(writer.execute(change, []).is_err(), "{change}");
        }
    }
}
