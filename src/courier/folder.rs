//! The road by hand: a stick, or a folder others share.
//!
//! ```text
//!  packets, a group at a time ─ temporary files ─ synced ─ renamed ─ the folder synced ─ read back ─▶ there
//! ```
//!
//! A file with a packet's name is a whole packet at every moment. Reading takes nothing away and writes nothing: a stick
//! may be write-protected, and others read it too. Who writes first clears away what a writer before him who was cut off
//! has left: see `writing.rs`.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::courier::road::{Arrival, DiskError, Listing, Myself, Road, RoadError, Sent};
use crate::courier::survey::{Looking, read_file, survey};
use crate::courier::unfit::Unfit;
use crate::courier::writing::{NotWritten, ToWrite, clear_leftovers, sync_folder, write};
use crate::domain::ids::Digest;
use crate::wire::packet::{FILE_ENDING, MOST, Packet};
use crate::wire::receipt::CollectionV1;
use crate::wire::roster::{self, Roster};
use crate::wire::statement::{Signed, digest_of};

/// The name of a roster that is carried along.
pub const ROSTER_FILE: &str = "roster.vigilia-roster";

/// A folder that packets are carried in.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    /// Whether leftovers were cleared away.
    tidy: bool,
}

impl Folder {
    /// A folder that is there. It is never made: a stick that is not plugged in must not turn into a folder on the disk
    /// behind it.
    ///
    /// # Errors
    /// [`DiskError::Gone`] when there is no such folder.
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        if path.is_dir() {
            Ok(Self { path: path.to_owned(), tidy: false })
        } else {
            Err(DiskError::Gone { folder: path.to_owned() })
        }
    }

    /// Puts a roster into the folder for others to take along, in place of an older one.
    pub fn leave_roster(&self, roster: &Roster) -> Result<(), DiskError> {
        let bytes = Box::new(roster.bytes());
        let (_, why) =
            self.write(vec![ToWrite { name: ROSTER_FILE.to_owned(), bytes, digest: roster.digest() }]);
        why.map_or(Ok(()), Err)
    }

    /// Every good packet in the folder, whoever it is for: for somebody who carries for others.
    ///
    /// # Errors
    /// [`DiskError`] when the folder itself cannot be read; a bad file never stops the listing.
    pub fn everything(&self) -> Result<Listing, DiskError> {
        self.look_through(None, &mut |_| false, &mut |_, _| true)
    }

    fn look_through(
        &self,
        me: Option<&Myself>,
        known: &mut dyn FnMut(Digest) -> bool,
        looked: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Listing, DiskError> {
        survey(&self.path, Looking { me, known, looked }).map_err(|error| match self.failed(&error) {
            DiskError::ReadOnly { folder } => {
                DiskError::Failed { folder, why: "this account may not read it".to_owned() }
            }
            other => other,
        })
    }

    fn write(&self, files: Vec<ToWrite<'_>>) -> (usize, Option<DiskError>) {
        let (written, why) = write(&self.path, files);
        let why = why.map(|why| match why {
            NotWritten::Disk(error) => self.failed(&error),
            _ if !self.path.is_dir() => DiskError::Gone { folder: self.path.clone() },
            NotWritten::Unfaithful => DiskError::Unfaithful { folder: self.path.clone() },
            NotWritten::Lost(why) => DiskError::Failed { folder: self.path.clone(), why: why.to_string() },
        });
        (written, why)
    }

    fn failed(&self, error: &io::Error) -> DiskError {
        let folder = self.path.clone();
        match error.kind() {
            _ if !self.path.is_dir() => DiskError::Gone { folder },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => DiskError::ReadOnly { folder },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                DiskError::Full { folder }
            }
            kind => DiskError::Failed { folder, why: kind.to_string() },
        }
    }

    fn path_of(&self, sha256: Digest) -> PathBuf {
        self.path.join(file_name(sha256))
    }
}

impl Road for Folder {
    fn holds(&mut self, packets: &[Digest]) -> Result<BTreeSet<Digest>, RoadError> {
        let is_there = |packet: &&Digest| {
            let there = read_file(&self.path_of(**packet), MOST as u64);
            there.is_ok_and(|bytes| digest_of(&bytes) == **packet)
        };
        let there: BTreeSet<Digest> = packets.iter().filter(is_there).copied().collect();
        if there.is_empty() {
            return Ok(there);
        }
        // Whoever wrote them may have been cut off before their names lasted. On a write-protected stick they last.
        match sync_folder(&self.path) {
            Err(error) if error.kind() != ErrorKind::ReadOnlyFilesystem => Err(self.failed(&error).into()),
            _ => Ok(there),
        }
    }

    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        if !self.holds(&[packet.digest()])?.is_empty() {
            return Ok(Sent::AlreadyThere { receipt: None, waiting: None });
        }
        let (mut sent, why) = self.send_together(std::slice::from_ref(packet));
        match (sent.pop(), why) {
            (Some(sent), _) => Ok(sent),
            (None, Some(why)) => Err(why),
            (None, None) => Err(DiskError::Unfaithful { folder: self.path.clone() }.into()),
        }
    }

    /// A file of a packet's name with other bytes is a damaged copy of this very packet: it is replaced.
    fn send_together(&mut self, packets: &[Packet]) -> (Vec<Sent>, Option<RoadError>) {
        if !std::mem::replace(&mut self.tidy, true) {
            // A folder that cannot be listed says so where it is written to.
            let _ = clear_leftovers(&self.path);
        }
        let (written, why) = self.write(packets.iter().map(to_write).collect());
        (vec![Sent::Taken { receipt: None, waiting: None }; written], why.map(RoadError::from))
    }

    /// Sorted by what the labels claim. Who signed them is checked where the packets are taken in.
    fn waiting(&mut self, me: &Myself) -> Result<Listing, RoadError> {
        Ok(self.look_through(Some(me), &mut |_| false, &mut |_, _| true)?)
    }

    fn waiting_besides(
        &mut self,
        me: &Myself,
        known: &mut dyn FnMut(Digest) -> bool,
        looked: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Listing, RoadError> {
        Ok(self.look_through(Some(me), known, looked)?)
    }

    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError> {
        match read_file(&self.path_of(arrival.sha256), MOST as u64) {
            Ok(bytes) if digest_of(&bytes) == arrival.sha256 => Ok(bytes),
            Ok(_) => Err(Unfit::Damaged.into()),
            Err(_) if !self.path.is_dir() => Err(DiskError::Gone { folder: self.path.clone() }.into()),
            Err(why) => Err(why.into()),
        }
    }

    fn collected(&mut self, _: &Signed<CollectionV1>) -> Result<(), RoadError> {
        Ok(())
    }

    /// The epoch of a carried roster is known only once its signatures are checked, so what is `held` plays no part.
    fn roster(&mut self, _: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        match read_file(&self.path.join(ROSTER_FILE), roster::MOST_BYTES as u64) {
            Ok(bytes) => Ok(Some(bytes)),
            // Whatever lies there under that name, the roster in force stays in force.
            Err(_) if self.path.is_dir() => Ok(None),
            Err(_) => Err(DiskError::Gone { folder: self.path.clone() }.into()),
        }
    }
}

fn to_write(packet: &Packet) -> ToWrite<'_> {
    let (name, digest) = (file_name(packet.digest()), packet.digest());
    ToWrite { name, bytes: Box::new(packet.bytes()), digest }
}

/// The file name of a packet.
pub fn file_name(sha256: Digest) -> String {
    format!("{sha256}.{FILE_ENDING}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Read;

    fn one<'a>(name: &str, bytes: impl Read + 'a, digest: Digest) -> Vec<ToWrite<'a>> {
        vec![ToWrite { name: name.to_owned(), bytes: Box::new(bytes), digest }]
    }

    /// Gives some bytes, then does something to the world, then gives some more.
    struct Interrupted<F: FnMut()> {
        pieces: Vec<Vec<u8>>,
        then: F,
    }

    impl<F: FnMut()> Read for Interrupted<F> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some(piece) = self.pieces.pop() else { return Ok(0) };
            into[..piece.len()].copy_from_slice(&piece);
            (self.then)();
            Ok(piece.len())
        }
    }

    #[test]
    fn a_stick_pulled_out_in_mid_write_is_told_as_such() {
        let outside = tempfile::tempdir().unwrap();
        let path = outside.path().join("stick");
        fs::create_dir_all(&path).unwrap();
        let folder = Folder::open(&path).unwrap();
        let pulled = path.clone();
        let bytes = Interrupted {
            pieces: vec![vec![2; 100], vec![1; 100]],
            then: move || {
                let _ = fs::remove_dir_all(&pulled);
            },
        };
        let (written, told) = folder.write(one("x.vigilia", bytes, digest_of(&[])));
        let told = told.unwrap();
        assert_eq!(written, 0);
        assert_eq!(told, DiskError::Gone { folder: path });
        assert!(told.to_string().contains("still queued"));
    }

    #[test]
    fn nothing_is_visible_under_a_packets_name_until_it_is_whole() {
        let outside = tempfile::tempdir().unwrap();
        let folder = Folder::open(outside.path()).unwrap();
        let watched = outside.path().to_owned();
        let visible = move || {
            let names = fs::read_dir(&watched).unwrap().map(|entry| entry.unwrap().file_name());
            assert!(names.into_iter().all(|name| name.to_string_lossy().starts_with(".vigilia-")));
        };
        let bytes = Interrupted { pieces: vec![vec![2; 10], vec![1; 10]], then: visible };
        let whole = [[1; 10], [2; 10]].concat();
        assert_eq!(folder.write(one("x.vigilia", bytes, digest_of(&whole))), (1, None));
        assert_eq!(fs::read(outside.path().join("x.vigilia")).unwrap(), whole);
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_that_reads_back_differently_is_not_called_done() {
        let outside = tempfile::tempdir().unwrap();
        let folder = Folder::open(outside.path()).unwrap();
        let told = folder.write(one("x.vigilia", &b"written"[..], digest_of(b"meant")));
        assert_eq!(told, (0, Some(DiskError::Unfaithful { folder: outside.path().to_owned() })));
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_made() {
        let outside = tempfile::tempdir().unwrap();
        let path = outside.path().join("stick");
        assert_eq!(Folder::open(&path).err(), Some(DiskError::Gone { folder: path.clone() }));
        assert!(!path.exists());
    }
}
