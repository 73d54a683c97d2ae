//! The two files of an enrolment: the request that comes on a stick, and what goes back for the new device.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::desks::error::DeskError;
use crate::domain::ids::MemberId;
use crate::wire::kind::LARGEST_STATEMENT;

/// Bytes a request may have at most: more than any statement has, signature and all.
const LARGEST_REQUEST: u64 = 2 * LARGEST_STATEMENT as u64;

/// Reads a request file, whose length is looked at first. One that grows meanwhile is read no further.
///
/// # Errors
/// When it is no file, is far too long to be a request, or cannot be read.
pub fn read_request_file(path: &Path) -> Result<Vec<u8>, DeskError> {
    let failed = |wrong: std::io::Error| DeskError::File(wrong.kind());
    let told = fs::metadata(path).map_err(failed)?;
    if !told.is_file() {
        return Err(DeskError::NotAFile);
    }
    if told.len() > LARGEST_REQUEST {
        return Err(DeskError::NoRequest);
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST_REQUEST).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}

/// Writes the file for somebody's device into a folder, whole or not at all. Its name tells nothing but whose keys it is
/// for, which stand in it for everybody to read.
///
/// # Errors
/// When the folder cannot be written to. Nothing half written is left under the name.
pub fn write_install_file(folder: &Path, member: MemberId, bytes: &[u8]) -> Result<PathBuf, DeskError> {
    let failed = |wrong: std::io::Error| DeskError::File(wrong.kind());
    let digits: String = member.to_string().chars().take(8).collect();
    let path = folder.join(format!("install-{digits}.vigilia-member"));
    let half = folder.join(format!(".install-{digits}.half"));
    let written = File::create(&half)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        // Power fails before this line: half a file under another name, which nobody installs.
        .and_then(|()| fs::rename(&half, &path));
    if let Err(wrong) = written {
        // Of this very call.
        let _ = fs::remove_file(&half);
        return Err(failed(wrong));
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_request_is_not_even_read() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(read_request_file(folder.path()), Err(DeskError::NotAFile)));
        assert!(matches!(read_request_file(&folder.path().join("none")), Err(DeskError::File(_))));
        let huge = folder.path().join("huge");
        File::create(&huge).unwrap().set_len(LARGEST_REQUEST + 1).unwrap();
        assert!(matches!(read_request_file(&huge), Err(DeskError::NoRequest)));
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let member = MemberId::from_bytes([7; 16]);
        let path = write_install_file(folder.path(), member, b"roster").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"roster");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let nowhere = folder.path().join("nowhere");
        assert!(write_install_file(&nowhere, member, b"roster").is_err());
    }
}
