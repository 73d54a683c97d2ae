//! The shelf's one door. What is behind it could be another database; nothing above would notice.

use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use crate::domain::ids::{Digest, MemberId, RealmId};
use crate::domain::people::Role;
use crate::relay::shelf::amendments::{self, KeptAmendment};
use crate::relay::shelf::database::{ShelfError, open_reader, open_writer};
use crate::relay::shelf::facts::{self, Collection, Deposit, Deposited, ReceiptMaker, Shelved, Waiting};
use crate::relay::shelf::writer::Writer;

/// Connections kept open for reading.
const READERS: usize = 8;

/// What the relay keeps. Everything that is told to have been kept is on the disk.
pub struct Shelf {
    writer: Writer,
    readers: Arc<Readers>,
    receipt: Arc<ReceiptMaker>,
}

struct Readers {
    folder: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    fn read<T>(&self, job: impl FnOnce(&Connection) -> Result<T, ShelfError>) -> Result<T, ShelfError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open_reader(&self.folder)?,
        };
        let outcome = job(&connection);
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS {
            idle.push(connection);
        }
        outcome
    }
}

impl Shelf {
    /// Opens the shelf in a folder of its own, and begins it if there is none. `receipt` is asked once for each packet
    /// that was not there before.
    ///
    /// # Errors
    /// [`ShelfError`]; a shelf of another realm or of a newer program is left untouched.
    pub fn open(folder: &Path, realm: RealmId, receipt: Arc<ReceiptMaker>) -> Result<Self, ShelfError> {
        let writer = Writer::start(open_writer(folder, realm)?)?;
        let readers = Arc::new(Readers { folder: folder.to_owned(), idle: Mutex::default() });
        Ok(Self { writer, readers, receipt })
    }

    /// Keeps a packet, and answers with its receipt when both are on the disk.
    pub async fn deposit(&self, packet: Deposit) -> Result<Deposited, ShelfError> {
        let receipt = Arc::clone(&self.receipt);
        self.writer.write(move |shelf| facts::deposit(shelf, &packet, receipt.as_ref())).await
    }

    /// The receipt of a packet that is kept.
    pub async fn receipt(&self, log_index: u64) -> Result<Vec<u8>, ShelfError> {
        self.read(move |shelf| facts::receipt(shelf, log_index)).await
    }

    /// Keeps an addressee's word that it has a packet.
    pub async fn collect(&self, collection: Collection) -> Result<(), ShelfError> {
        self.writer.write(move |shelf| facts::collect(shelf, &collection)).await
    }

    /// Finds a packet by its name.
    pub async fn find(&self, sha256: Digest) -> Result<Option<Shelved>, ShelfError> {
        self.read(move |shelf| facts::find(shelf, sha256)).await
    }

    /// A piece of a packet: at most `most` bytes from `from` on.
    pub async fn piece(&self, log_index: u64, from: u64, most: usize) -> Result<Vec<u8>, ShelfError> {
        self.read(move |shelf| {
            let row = i64::try_from(log_index).unwrap_or(-1);
            let mut blob = shelf.blob_open("main", "contents", "bytes", row, true)?;
            let failed = |error: std::io::Error| ShelfError::Database(error.to_string());
            blob.seek(SeekFrom::Start(from)).map_err(failed)?;
            let mut piece = Vec::with_capacity(most);
            blob.take(most as u64).read_to_end(&mut piece).map_err(failed)?;
            Ok(piece)
        })
        .await
    }

    /// What waits for a member from `after` on, most urgent first, at most `most` of it.
    pub async fn waiting(
        &self,
        member: MemberId,
        role: Role,
        after: u64,
        most: usize,
    ) -> Result<Vec<Waiting>, ShelfError> {
        self.read(move |shelf| facts::waiting(shelf, member, role, after, most)).await
    }

    /// How many packets wait for a member.
    pub async fn count_waiting(&self, member: MemberId, role: Role) -> Result<u64, ShelfError> {
        self.read(move |shelf| facts::count_waiting(shelf, member, role)).await
    }

    /// Keeps a roster, unless one of its epoch or a higher one was kept before; tells whether it did. For a caller that
    /// is no task.
    pub fn keep_roster(&self, epoch: u32, bytes: Vec<u8>) -> Result<bool, ShelfError> {
        self.writer.write_blocking(move |shelf| facts::keep_roster(shelf, epoch, &bytes))
    }

    /// The roster of the highest epoch ever kept. For a caller that is no task.
    pub fn newest_roster(&self) -> Result<Option<Vec<u8>>, ShelfError> {
        self.readers.read(facts::newest_roster)
    }

    /// Keeps amendments, all of them or none, and gives back the number of each. For a caller that is no task.
    pub fn keep_amendments(
        &self,
        carrier: MemberId,
        statements: Vec<(Digest, Vec<u8>)>,
    ) -> Result<Vec<u64>, ShelfError> {
        self.writer.write_blocking(move |shelf| {
            let keep = |(digest, bytes): &(Digest, Vec<u8>)| {
                amendments::keep_amendment(shelf, *digest, carrier, bytes)
            };
            statements.iter().map(keep).collect()
        })
    }

    /// Every amendment ever kept, in order. For a caller that is no task.
    pub fn amendments(&self) -> Result<Vec<KeptAmendment>, ShelfError> {
        self.readers.read(amendments::amendments)
    }

    async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, ShelfError> + Send + 'static,
    ) -> Result<T, ShelfError> {
        let readers = Arc::clone(&self.readers);
        tokio::task::spawn_blocking(move || readers.read(job)).await.map_err(|_| ShelfError::Closing)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::Addressee;
    use crate::domain::precedence::Precedence;
    use crate::wire::statement::digest_of;

    const REALM: RealmId = RealmId::from_bytes([7; 16]);
    const CELL: MemberId = MemberId::from_bytes([1; 16]);

    fn open(folder: &Path) -> Shelf {
        let receipt = |packet: Digest, log_index: u64| Ok(format!("{log_index} {packet}").into_bytes());
        Shelf::open(folder, REALM, Arc::new(receipt)).unwrap()
    }

    fn packet(words: Vec<u8>) -> Deposit {
        Deposit {
            sha256: digest_of(&words),
            addressee: Addressee::Role(Role::Cell),
            sender: CELL,
            carrier: CELL,
            precedence: Precedence::Routine,
            bytes: words,
        }
    }

    fn wait<T>(task: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(task)
    }

    #[test]
    fn a_packet_comes_back_in_pieces_exactly_as_it_came() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = open(folder.path());
        let words: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        wait(shelf.deposit(packet(words.clone()))).unwrap();
        let found = wait(shelf.find(digest_of(&words))).unwrap().unwrap();
        assert_eq!(found.size, 400_000);
        let mut back = Vec::new();
        while back.len() < words.len() {
            back.extend(wait(shelf.piece(found.log_index, back.len() as u64, 65_536)).unwrap());
        }
        assert_eq!(back, words);
        assert_eq!(wait(shelf.piece(found.log_index, 399_998, 10)).unwrap(), words[399_998..]);
        assert!(wait(shelf.piece(99, 0, 10)).is_err());
    }

    #[test]
    fn what_was_answered_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = open(folder.path());
        let first = wait(shelf.deposit(packet(b"words".to_vec()))).unwrap();
        assert_eq!(shelf.keep_roster(5, b"roster".to_vec()), Ok(true));
        drop(shelf);
        let shelf = open(folder.path());
        let again = wait(shelf.deposit(packet(b"words".to_vec()))).unwrap();
        assert_eq!((again.receipt, again.new), (first.receipt, false));
        assert_eq!(shelf.keep_roster(4, b"older".to_vec()), Ok(false));
        assert_eq!(wait(shelf.waiting(CELL, Role::Cell, 0, 10)).unwrap().len(), 1);
        assert_eq!(wait(shelf.count_waiting(CELL, Role::Cell)), Ok(1));
    }
}
