//! Packets that have come in part: kept where the line broke, until the rest comes or their time is over.
//!
//! ```text
//!  begin ─▶ append ─ append ─ (line breaks) ─ held: so far ─ go on ─ append ─▶ whole ─▶ checked ─▶ shelf, and forgotten
//!             │                                                                  └─ not its name ─▶ forgotten
//!             └─ each written as it comes, on the disk every 16 KiB and before an offset is told
//! ```
//!
//! Each lies in a file of its own whose name says whose it is, what it will be and how large: nothing else needs to
//! survive a restart. Nobody but who brings it can see that it is there. What it is, is not known before it is whole.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::wire::packet::MOST;

/// Bytes that may be written and not yet be on the disk.
pub const STEP: u64 = 16 << 10;
/// How many bytes one member's unfinished uploads may come to, as announced.
const MOST_EACH: u64 = 2 * MOST as u64;
/// The folder inside the data folder.
const FOLDER: &str = "unfinished";

/// How much and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Uploads that one member may have begun and not finished; the one he left longest makes room for another.
    pub each: usize,
    /// Seconds after its last byte at which one is forgotten.
    pub seconds: i64,
}

/// Whose upload of what.
type Key = (MemberId, Digest);

/// Every upload that is under way.
pub struct Unfinished {
    folder: PathBuf,
    quota: Quota,
    uploads: Mutex<BTreeMap<Key, Arc<Upload>>>,
}

struct Upload {
    total: u64,
    file: PathBuf,
    state: Mutex<State>,
}

struct State {
    /// Bytes written.
    held: u64,
    /// Bytes known to be on the disk.
    safe: u64,
    /// Who may append: whoever asked last. A line that died unnoticed must not write into what its successor sends.
    turn: u64,
    touched: Timestamp,
    open: Option<File>,
    forgotten: bool,
}

/// The right to append, until somebody else asks for it.
pub struct Turn {
    upload: Arc<Upload>,
    turn: u64,
}

/// How far an upload has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Bytes that are on the disk.
    pub so_far: u64,
    /// Bytes there will be.
    pub of: u64,
}

/// Why nothing was appended.
#[derive(Debug)]
pub enum CannotAppend {
    /// It goes on from another offset than this.
    From(u64),
    /// The same packet comes by a newer request.
    Superseded,
    /// The disk failed.
    Disk(io::Error),
}

impl From<io::Error> for CannotAppend {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

fn hold<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Unfinished {
    /// Finds what was left by the run before, as far as it surely came to the disk: behind the last step a power cut may
    /// have left anything. A file of which more is there than was announced, or whose name says nothing, is removed:
    /// nobody could go on with it. What is no file of ours is left alone and never keeps the relay from starting.
    pub fn open(data: &Path, quota: Quota) -> io::Result<Self> {
        let folder = data.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let mut uploads = BTreeMap::new();
        for entry in fs::read_dir(&folder)?.flatten() {
            let Ok(about) = entry.metadata() else { continue };
            if !about.is_file() {
                continue;
            }
            let named = entry.file_name().to_str().and_then(read_name);
            match named.filter(|(_, total)| about.len() <= *total) {
                Some((key, total)) => {
                    if let Ok(upload) = Upload::found(entry.path(), total, &about) {
                        uploads.insert(key, Arc::new(upload));
                    }
                }
                // One that cannot be removed takes room and does no harm.
                None => drop(fs::remove_file(entry.path())),
            }
        }
        Ok(Self { folder, quota, uploads: Mutex::new(uploads) })
    }

    /// How far an upload has come, on the disk. Whoever was appending to it is not any more, so that the answer stays
    /// true.
    pub fn held(&self, key: Key, now: Timestamp) -> io::Result<Option<Held>> {
        self.sweep(now);
        let Some(upload) = self.find(key) else { return Ok(None) };
        let mut state = hold(&upload.state);
        state.turn += 1;
        upload.make_safe(&mut state)?;
        Ok(Some(Held { so_far: state.held, of: upload.total }))
    }

    /// Begins an upload of `total` bytes, or begins it again.
    pub fn begin(&self, key: Key, total: u64, now: Timestamp) -> Result<Turn, CannotAppend> {
        self.sweep(now);
        self.forget(key)?;
        self.make_room(key.0, total)?;
        let file = self.folder.join(name_of(key, total));
        let opened = OpenOptions::new().write(true).create(true).truncate(true).open(&file)?;
        let state = State { held: 0, safe: 0, turn: 1, touched: now, open: Some(opened), forgotten: false };
        let upload = Arc::new(Upload { total, file, state: Mutex::new(state) });
        hold(&self.uploads).insert(key, Arc::clone(&upload));
        Ok(Turn { upload, turn: 1 })
    }

    /// Goes on with an upload from the offset at which it stands.
    pub fn go_on(&self, key: Key, from: u64, total: u64, now: Timestamp) -> Result<Turn, CannotAppend> {
        self.sweep(now);
        let Some(upload) = self.find(key).filter(|upload| upload.total == total) else {
            return if from == 0 { self.begin(key, total, now) } else { Err(CannotAppend::From(0)) };
        };
        let mut state = hold(&upload.state);
        if state.held != from {
            upload.make_safe(&mut state)?;
            return Err(CannotAppend::From(state.held));
        }
        state.turn += 1;
        let turn = state.turn;
        drop(state);
        Ok(Turn { upload, turn })
    }

    /// Forgets an upload: it is whole and on the shelf, or not what its name says.
    pub fn forget(&self, key: Key) -> io::Result<()> {
        let Some(upload) = hold(&self.uploads).remove(&key) else { return Ok(()) };
        upload.remove()
    }

    fn find(&self, key: Key) -> Option<Arc<Upload>> {
        hold(&self.uploads).get(&key).map(Arc::clone)
    }

    /// Forgets what nobody has gone on with for too long.
    fn sweep(&self, now: Timestamp) {
        let mut uploads = hold(&self.uploads);
        uploads.retain(|_, upload| {
            // One that is being written to at this moment is not over.
            let touched = upload.state.try_lock().ok().map(|state| state.touched);
            let over = touched.is_some_and(|touched| now.seconds_since(touched) > self.quota.seconds);
            // A file that cannot be removed now is found by the next start.
            !(over && upload.remove().is_ok())
        });
    }

    /// A member's own oldest makes room: nobody can fill the relay's disk, and nobody is locked out by what he left.
    fn make_room(&self, member: MemberId, total: u64) -> io::Result<()> {
        loop {
            let mine: Vec<(Key, u64, Timestamp)> = hold(&self.uploads)
                .iter()
                .filter(|((whose, _), _)| *whose == member)
                .map(|(key, upload)| (*key, upload.total, hold(&upload.state).touched))
                .collect();
            let bytes: u64 = mine.iter().map(|(_, total, _)| total).sum();
            if mine.len() < self.quota.each && bytes + total <= MOST_EACH {
                return Ok(());
            }
            let Some((oldest, ..)) = mine.iter().min_by_key(|(_, _, touched)| *touched) else {
                return Ok(());
            };
            self.forget(*oldest)?;
        }
    }
}

/// How many of the bytes a crash left behind were surely on the disk: everything up to the last whole step, which was
/// synced before a byte beyond it was written.
fn sure(length: u64) -> u64 {
    length.saturating_sub(1) / STEP * STEP
}

impl Upload {
    /// An upload of the run before, cut back to what is sure of it.
    fn found(file: PathBuf, total: u64, about: &Metadata) -> io::Result<Self> {
        let (held, touched) = (sure(about.len()), about.modified()?);
        let opened = OpenOptions::new().write(true).open(&file)?;
        opened.set_len(held)?;
        // Cutting it is no sign of life.
        opened.set_modified(touched)?;
        let (touched, safe) = (Timestamp::new(touched.into()), held);
        let state = State { held, safe, turn: 0, touched, open: None, forgotten: false };
        Ok(Self { total, file, state: Mutex::new(state) })
    }

    fn make_safe(&self, state: &mut State) -> io::Result<()> {
        if state.safe < state.held {
            match &state.open {
                Some(file) => file.sync_data()?,
                None => OpenOptions::new().append(true).open(&self.file)?.sync_data()?,
            }
            state.safe = state.held;
        }
        Ok(())
    }

    fn remove(&self) -> io::Result<()> {
        let mut state = hold(&self.state);
        (state.forgotten, state.open) = (true, None);
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Turn {
    /// Bytes that may still come.
    pub fn room(&self) -> u64 {
        self.upload.total.saturating_sub(hold(&self.upload.state).held)
    }

    /// Writes what came. Each [`STEP`] of the file is brought to the disk before anything behind it is written: so much is
    /// sure of what a power cut leaves.
    pub fn append(&self, piece: &[u8], now: Timestamp) -> Result<(), CannotAppend> {
        let mut state = self.state()?;
        if state.open.is_none() {
            state.open = Some(OpenOptions::new().write(true).open(&self.upload.file)?);
        }
        state.touched = now;
        let mut left = piece;
        while !left.is_empty() {
            let held = state.held;
            let to_the_step = usize::try_from(STEP - held % STEP).unwrap_or(usize::MAX);
            let (part, rest) = left.split_at(to_the_step.min(left.len()));
            if let Some(file) = &mut state.open {
                // Always at the offset that counts: a write that failed half way leaves nothing behind that matters.
                file.seek(SeekFrom::Start(held))?;
                file.write_all(part)?;
            }
            state.held += part.len() as u64;
            if state.held.is_multiple_of(STEP) {
                self.upload.make_safe(&mut state)?;
            }
            left = rest;
        }
        Ok(())
    }

    /// Brings everything that came to the disk, and tells how much it is.
    pub fn rest(&self) -> Result<Held, CannotAppend> {
        let mut state = self.state()?;
        self.upload.make_safe(&mut state)?;
        state.open = None;
        Ok(Held { so_far: state.held, of: self.upload.total })
    }

    /// All of it.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let _still = hold(&self.upload.state);
        fs::read(&self.upload.file)
    }

    fn state(&self) -> Result<MutexGuard<'_, State>, CannotAppend> {
        let state = hold(&self.upload.state);
        if state.turn == self.turn && !state.forgotten { Ok(state) } else { Err(CannotAppend::Superseded) }
    }
}

fn name_of((member, packet): Key, total: u64) -> String {
    format!("{member}.{packet}.{total}")
}

fn read_name(name: &str) -> Option<(Key, u64)> {
    let mut parts = name.split('.');
    let key = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let total = parts.next()?.parse().ok().filter(|total| (1..=MOST as u64).contains(total))?;
    parts.next().is_none().then_some((key, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: MemberId = MemberId::from_bytes([1; 16]);
    const OTHER: MemberId = MemberId::from_bytes([2; 16]);
    const ONE_STEP: usize = 16 << 10;
    const QUOTA: Quota = Quota { each: 3, seconds: 7_200 };

    fn packet(number: u8) -> Digest {
        Digest::from_bytes([number; 32])
    }

    fn at(minute: u32) -> Timestamp {
        Timestamp::parse("2026-11-21T14:00:00Z").unwrap().plus_hours(minute / 60)
    }

    fn open(data: &Path) -> Unfinished {
        Unfinished::open(data, QUOTA).unwrap()
    }

    fn so_far(unfinished: &Unfinished, key: Key) -> Option<u64> {
        unfinished.held(key, at(0)).unwrap().map(|held| held.so_far)
    }

    #[test]
    fn what_came_is_there_after_a_cut_and_what_is_sure_of_it_after_a_restart() {
        let data = tempfile::tempdir().unwrap();
        let (key, total) = ((ME, packet(1)), 2 * STEP + 10);
        let whole: Vec<u8> = (0..=u8::MAX).cycle().take(2 * ONE_STEP + 10).collect();
        let unfinished = open(data.path());
        let turn = unfinished.begin(key, total, at(0)).unwrap();
        turn.append(&whole[..ONE_STEP + 4], at(0)).unwrap();
        assert_eq!(so_far(&unfinished, key), Some(STEP + 4));
        drop((turn, unfinished));
        let unfinished = open(data.path());
        let later = Timestamp::new(fs::metadata(data.path()).unwrap().modified().unwrap().into());
        assert!(matches!(unfinished.go_on(key, STEP + 4, total, later), Err(CannotAppend::From(STEP))));
        let turn = unfinished.go_on(key, STEP, total, later).unwrap();
        turn.append(&whole[ONE_STEP..], later).unwrap();
        assert_eq!(turn.rest().unwrap(), Held { so_far: total, of: total });
        assert_eq!(turn.read().unwrap(), whole);
        unfinished.forget(key).unwrap();
        assert_eq!(fs::read_dir(data.path().join(FOLDER)).unwrap().count(), 0);
    }

    #[test]
    fn what_a_power_cut_left_behind_the_last_sure_step_does_not_count() {
        assert_eq!([0, 1, STEP, STEP + 1, 2 * STEP, 2 * STEP + 1].map(sure), [0, 0, 0, STEP, STEP, 2 * STEP]);
        let data = tempfile::tempdir().unwrap();
        let (key, total) = ((ME, packet(1)), 4 * STEP);
        let unfinished = open(data.path());
        let turn = unfinished.begin(key, total, at(0)).unwrap();
        turn.append(&vec![7; ONE_STEP + 100], at(0)).unwrap();
        let file = turn.upload.file.clone();
        drop((turn, unfinished));
        // The length was written, the bytes were not.
        OpenOptions::new().write(true).open(&file).unwrap().set_len(2 * STEP).unwrap();
        let unfinished = open(data.path());
        let touched = Timestamp::new(fs::metadata(&file).unwrap().modified().unwrap().into());
        assert_eq!(unfinished.held(key, touched).unwrap(), Some(Held { so_far: STEP, of: total }));
        assert_eq!(fs::read(&file).unwrap(), vec![7; ONE_STEP]);
    }

    #[test]
    fn a_line_that_died_unnoticed_writes_no_more_once_its_successor_has_asked() {
        let data = tempfile::tempdir().unwrap();
        let key = (ME, packet(1));
        let unfinished = open(data.path());
        let dead = unfinished.begin(key, 10, at(0)).unwrap();
        dead.append(b"ab", at(0)).unwrap();
        assert_eq!(so_far(&unfinished, key), Some(2));
        assert!(matches!(dead.append(b"cd", at(0)), Err(CannotAppend::Superseded)));
        let turn = unfinished.go_on(key, 2, 10, at(0)).unwrap();
        assert!(matches!(dead.append(b"cd", at(0)), Err(CannotAppend::Superseded)));
        turn.append(b"cd", at(0)).unwrap();
        assert_eq!(so_far(&unfinished, key), Some(4));
    }

    #[test]
    fn a_member_has_so_many_and_no_more_and_his_oldest_makes_room() {
        let data = tempfile::tempdir().unwrap();
        let unfinished = open(data.path());
        for number in 1..=4 {
            // Within one hour the order of arrival is what the oldest is told by.
            let now = at(if number == 1 { 0 } else { 60 });
            let turn = unfinished.begin((ME, packet(number)), 10, now).unwrap();
            turn.append(b"a", now).unwrap();
            unfinished.begin((OTHER, packet(1)), 10, now).unwrap();
        }
        assert_eq!(so_far(&unfinished, (ME, packet(1))), None);
        assert_eq!(so_far(&unfinished, (ME, packet(4))), Some(1));
        assert_eq!(so_far(&unfinished, (OTHER, packet(1))), Some(0));
        let large = MOST as u64;
        for number in 5..=7 {
            unfinished.begin((ME, packet(number)), large, at(if number == 5 { 60 } else { 120 })).unwrap();
        }
        assert_eq!(so_far(&unfinished, (ME, packet(5))), None, "three of 64 MiB are more than two");
        assert_eq!(so_far(&unfinished, (ME, packet(6))), Some(0));
    }

    #[test]
    fn what_nobody_goes_on_with_is_forgotten_after_its_time() {
        let data = tempfile::tempdir().unwrap();
        let unfinished = open(data.path());
        let key = (ME, packet(1));
        unfinished.begin(key, 10, at(0)).unwrap();
        assert!(unfinished.held(key, at(120)).unwrap().is_some());
        assert!(unfinished.held(key, at(180)).unwrap().is_none());
        assert_eq!(fs::read_dir(data.path().join(FOLDER)).unwrap().count(), 0);
    }

    #[test]
    fn a_file_nobody_could_go_on_with_is_removed_at_the_start() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join(FOLDER);
        fs::create_dir_all(&folder).unwrap();
        for name in [
            "rubbish".to_owned(),
            name_of((ME, packet(1)), 2),
            name_of((ME, packet(2)), MOST as u64 + 1),
            name_of((ME, packet(3)), 0),
        ] {
            fs::write(folder.join(name), b"abc").unwrap();
        }
        open(data.path());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
        // Whatever else lies there is left alone, and keeps nobody from starting.
        fs::create_dir_all(folder.join(name_of((ME, packet(1)), 2)).join("deeper")).unwrap();
        open(data.path());
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    }
}
