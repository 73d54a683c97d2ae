//! Writing files into a folder, many of them with one sync of it.
//!
//! ```text
//!  each: temporary file in the same folder ─▶ each: synced ─▶ each: renamed ─▶ the folder synced ─▶ each: read back
//!   │ a crash leaves what the next          │ whole           │ some have their names, and those are whole
//!   └ who writes here clears away ──────────┘                 └─ what is confirmed lasts
//! ```
//!
//! A disk takes as long to be sure of one file as of fifty that it is asked for at the same time. A file with its name is
//! whole at every moment, and none is confirmed before its bytes and its name last.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::thread;

use tempfile::NamedTempFile;

use crate::courier::survey::read_file;
use crate::courier::unfit::Unfit;
use crate::domain::ids::Digest;
use crate::wire::packet::MOST;
use crate::wire::statement::digest_of;

/// How a temporary file's name begins and ends: nobody takes it for a packet.
const TEMPORARY: (&str, &str) = (".vigilia-", ".part");
/// Files that are synced at the same time: file systems with a journal make them last together.
const AT_A_TIME: usize = 8;

/// A file to write.
pub(crate) struct ToWrite<'a> {
    /// Its name.
    pub name: String,
    /// What is to stand in it.
    pub bytes: Box<dyn Read + 'a>,
    /// The digest of that.
    pub digest: Digest,
}

/// Why a file was not written.
#[derive(Debug)]
pub(crate) enum NotWritten {
    /// The disk failed.
    Disk(io::Error),
    /// It gave back something else.
    Unfaithful,
    /// It gave back nothing.
    Lost(Unfit),
}

impl From<io::Error> for NotWritten {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// Writes files into a folder. Says how many of them, the first, last there and read back whole, and what stopped the
/// others.
pub(crate) fn write(folder: &Path, files: Vec<ToWrite<'_>>) -> (usize, Option<NotWritten>) {
    let mut why = None;
    let (mut written, mut named) = (Vec::new(), Vec::new());
    for file in files {
        match beside(folder, file.bytes) {
            Ok(temporary) => {
                written.push(temporary);
                named.push((file.name, file.digest));
            }
            Err(error) => {
                why = Some(error.into());
                break;
            }
        }
    }
    // Power may fail, or the stick be pulled: what has its name is whole, and what has none is written again.
    if let Some((synced, error)) = first_failure(sync_all(&written)) {
        written.truncate(synced);
        why = Some(error.into());
    }
    let mut renamed = 0;
    for (temporary, (name, _)) in written.into_iter().zip(&named) {
        if let Err(error) = temporary.persist(folder.join(name)) {
            why = Some(error.error.into());
            break;
        }
        renamed += 1;
    }
    if renamed > 0
        && let Err(error) = sync_folder(folder)
    {
        return (0, Some(error.into()));
    }
    // Some sticks take everything and keep nothing.
    for (place, (name, digest)) in named.iter().take(renamed).enumerate() {
        match read_file(&folder.join(name), MOST as u64) {
            Ok(back) if digest_of(&back) == *digest => {}
            Ok(_) => return (place, Some(NotWritten::Unfaithful)),
            Err(unfit) => return (place, Some(NotWritten::Lost(unfit))),
        }
    }
    (renamed, why)
}

/// A temporary file with these bytes, that goes when it is given up. It is locked while somebody writes it. Others may
/// read it once it is a packet: it is sealed.
fn beside(folder: &Path, mut bytes: Box<dyn Read + '_>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut temporary = builder.tempfile_in(folder)?;
    // Where files cannot be locked, nobody clears them away either.
    let _ = temporary.as_file().try_lock();
    io::copy(&mut bytes, &mut temporary)?;
    temporary.flush()?;
    Ok(temporary)
}

fn sync_all(files: &[NamedTempFile]) -> Vec<io::Result<()>> {
    let sync = |some: &[NamedTempFile]| some.iter().map(|file| file.as_file().sync_all()).collect::<Vec<_>>();
    thread::scope(|scope| {
        let mut under_way = Vec::new();
        for some in files.chunks(files.len().div_ceil(AT_A_TIME).max(1)) {
            let synced = match some.len() == files.len() {
                true => Err(some),
                false => thread::Builder::new().spawn_scoped(scope, move || sync(some)).map_err(|_| some),
            };
            under_way.push(synced);
        }
        // Where no thread is to be had, one after the other.
        let ended = under_way.into_iter().flat_map(|synced| match synced {
            Ok(thread) => thread.join().unwrap_or_else(|_| vec![Err(io::Error::other("the sync broke off"))]),
            Err(some) => sync(some),
        });
        ended.collect()
    })
}

fn first_failure(synced: Vec<io::Result<()>>) -> Option<(usize, io::Error)> {
    synced.into_iter().enumerate().find_map(|(place, outcome)| Some((place, outcome.err()?)))
}

/// Clears away temporary files that whoever wrote them left behind when he was cut off. One that somebody is writing is
/// locked and stays.
pub(crate) fn clear_leftovers(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            // What cannot be cleared away harms nobody.
            let _ = clear(&folder.join(&*name));
        }
    }
    Ok(())
}

fn clear(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(());
    }
    let file = OpenOptions::new().write(true).open(path)?;
    match file.try_lock() {
        // Between its making and its lock somebody may lose it so; he is told, and writes it again.
        Ok(()) => fs::remove_file(path),
        Err(TryLockError::WouldBlock) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Makes new names last. Some file systems of sticks have no such thing; there the files themselves were synced.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn names(folder: &Path) -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    fn file(number: usize) -> ToWrite<'static> {
        let bytes = vec![u8::try_from(number).unwrap(); 100 + number];
        let digest = digest_of(&bytes);
        ToWrite { name: format!("{number}.vigilia"), bytes: Box::new(io::Cursor::new(bytes)), digest }
    }

    /// A vault that cannot be read any further.
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    #[test]
    fn a_group_is_written_whole_and_leaves_nothing_else() {
        for many in [0, 1, 2, 7, 8, 9, 48] {
            let outside = tempfile::tempdir().unwrap();
            let (written, why) = write(outside.path(), (0..many).map(file).collect());
            assert!(written == many && why.is_none(), "{written} of {many}: {why:?}");
            let expected = (0..many).map(|number| format!("{number}.vigilia")).collect();
            assert_eq!(names(outside.path()), expected);
            for number in 0..many {
                let bytes = fs::read(outside.path().join(format!("{number}.vigilia"))).unwrap();
                assert_eq!(bytes.len(), 100 + number);
            }
        }
    }

    #[test]
    fn what_comes_before_a_failure_is_written_and_what_comes_after_is_not() {
        let outside = tempfile::tempdir().unwrap();
        let mut files: Vec<_> = (0..20).map(file).collect();
        files[13].bytes = Box::new(Broken);
        let (written, why) = write(outside.path(), files);
        assert!(matches!(why, Some(NotWritten::Disk(error)) if error.kind() == ErrorKind::StorageFull));
        assert_eq!((written, names(outside.path()).len()), (13, 13));
        let files: Vec<_> = (20..30).map(file).collect();
        // Nothing can be put in the place of a folder.
        fs::create_dir(outside.path().join("24.vigilia")).unwrap();
        let (written, why) = write(outside.path(), files);
        assert!(written == 4 && matches!(why, Some(NotWritten::Disk(_))), "{written}: {why:?}");
        assert_eq!(names(outside.path()).len(), 13 + 4 + 1);
        let mut files: Vec<_> = (40..50).map(file).collect();
        files[6].digest = digest_of(b"meant");
        let (written, why) = write(outside.path(), files);
        assert!(written == 6 && matches!(why, Some(NotWritten::Unfaithful)), "{written}: {why:?}");
    }

    #[test]
    fn leftovers_are_cleared_away_and_what_somebody_is_writing_is_not() {
        let outside = tempfile::tempdir().unwrap();
        let at = |name: &str| outside.path().join(name);
        fs::write(at(".vigilia-left.part"), b"half").unwrap();
        fs::write(at("packet.vigilia"), b"whole").unwrap();
        fs::write(at(".vigilia-of-something-else"), b"theirs").unwrap();
        fs::create_dir(at(".vigilia-folder.part")).unwrap();
        let under_way = beside(outside.path(), Box::new(&b"half"[..])).unwrap();
        let mut expected = names(outside.path());
        clear_leftovers(outside.path()).unwrap();
        assert!(expected.remove(".vigilia-left.part"));
        assert_eq!(names(outside.path()), expected);
        under_way.persist(at("other.vigilia")).unwrap();
    }
}
