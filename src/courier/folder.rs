//! The road by hand: a stick, or a folder others share.
//!
//! ```text
//!  packet ─ temporary file in the same folder ─ sync ─ rename ─ sync the folder ─ read back ─▶ there
//! ```
//!
//! A file with a packet's name is a whole packet at every moment. Reading takes nothing away and writes nothing: a stick
//! may be write-protected, and others read it too.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::courier::road::{Arrival, DiskError, Listing, Myself, Road, RoadError, Sent};
use crate::courier::survey::{Looking, read_file, survey};
use crate::courier::unfit::Unfit;
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
}

impl Folder {
    /// A folder that is there. It is never made: a stick that is not plugged in must not turn into a folder on the disk
    /// behind it.
    ///
    /// # Errors
    /// [`DiskError::Gone`] when there is no such folder.
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        if path.is_dir() {
            Ok(Self { path: path.to_owned() })
        } else {
            Err(DiskError::Gone { folder: path.to_owned() })
        }
    }

    /// Puts a roster into the folder for others to take along, in place of an older one.
    pub fn leave_roster(&self, roster: &Roster) -> Result<(), DiskError> {
        self.write(ROSTER_FILE, &mut roster.bytes(), roster.digest())
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

    fn write(&self, name: &str, bytes: &mut dyn Read, digest: Digest) -> Result<(), DiskError> {
        let failed = |error: io::Error| self.failed(&error);
        let mut beside = beside_in(&self.path).map_err(failed)?;
        io::copy(bytes, &mut beside).map_err(failed)?;
        beside.flush().and_then(|()| beside.as_file().sync_all()).map_err(failed)?;
        // Power may fail here, or the stick be pulled: what is visible is whole, and what is not is sent again.
        let path = self.path.join(name);
        beside.persist(&path).map_err(|error| self.failed(&error.error))?;
        sync_folder(&self.path).map_err(failed)?;
        // Some sticks take everything and keep nothing.
        match read_file(&path, MOST as u64) {
            Ok(back) if digest_of(&back) == digest => Ok(()),
            Ok(_) => Err(DiskError::Unfaithful { folder: self.path.clone() }),
            Err(_) if !self.path.is_dir() => Err(DiskError::Gone { folder: self.path.clone() }),
            Err(why) => Err(DiskError::Failed { folder: self.path.clone(), why: why.to_string() }),
        }
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
    fn holds(&mut self, packet: Digest) -> Result<bool, RoadError> {
        let there = read_file(&self.path_of(packet), MOST as u64);
        if !there.is_ok_and(|bytes| digest_of(&bytes) == packet) {
            return Ok(false);
        }
        // Whoever wrote it may have been cut off before its name lasted. On a write-protected stick it lasts.
        match sync_folder(&self.path) {
            Err(error) if error.kind() != ErrorKind::ReadOnlyFilesystem => Err(self.failed(&error).into()),
            _ => Ok(true),
        }
    }

    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        let (receipt, waiting) = (None, None);
        if self.holds(packet.digest())? {
            return Ok(Sent::AlreadyThere { receipt, waiting });
        }
        // A file of that name with other bytes is a damaged copy of this very packet: it is replaced.
        self.write(&file_name(packet.digest()), &mut packet.bytes(), packet.digest())?;
        Ok(Sent::Taken { receipt, waiting })
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

/// The file name of a packet.
pub fn file_name(sha256: Digest) -> String {
    format!("{sha256}.{FILE_ENDING}")
}

/// A temporary file that nobody takes for a packet, and that goes when it is given up. Others may read it once it is a
/// packet: it is sealed.
fn beside_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vigilia-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    builder.tempfile_in(folder)
}

/// Makes the new name last. Some file systems of sticks have no such thing; there the file itself was synced.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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
        let mut bytes = Interrupted {
            pieces: vec![vec![2; 100], vec![1; 100]],
            then: move || {
                let _ = fs::remove_dir_all(&pulled);
            },
        };
        let told = folder.write("x.vigilia", &mut bytes, digest_of(&[])).unwrap_err();
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
        let mut bytes = Interrupted { pieces: vec![vec![2; 10], vec![1; 10]], then: visible };
        let whole = [[1; 10], [2; 10]].concat();
        folder.write("x.vigilia", &mut bytes, digest_of(&whole)).unwrap();
        assert_eq!(fs::read(outside.path().join("x.vigilia")).unwrap(), whole);
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_that_reads_back_differently_is_not_called_done() {
        let outside = tempfile::tempdir().unwrap();
        let folder = Folder::open(outside.path()).unwrap();
        let told = folder.write("x.vigilia", &mut &b"written"[..], digest_of(b"meant"));
        assert_eq!(told, Err(DiskError::Unfaithful { folder: outside.path().to_owned() }));
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_made() {
        let outside = tempfile::tempdir().unwrap();
        let path = outside.path().join("stick");
        assert_eq!(Folder::open(&path).err(), Some(DiskError::Gone { folder: path.clone() }));
        assert!(!path.exists());
    }
}
