//! A disk that really is small, or really is write-protected. Needs the right to mount; elsewhere the story says so and
//! is left out.

use std::path::{Path, PathBuf};
use std::process::Command;

pub struct TinyDisk {
    at: PathBuf,
    _folder: tempfile::TempDir,
}

impl TinyDisk {
    /// A disk of so many kilobytes, or nothing where disks cannot be mounted.
    pub fn of(kilobytes: usize) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("disk");
        std::fs::create_dir(&at).unwrap();
        let size = format!("size={kilobytes}k");
        let mounted = run(Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(&at));
        if !mounted {
            eprintln!("left out: this machine lets the test mount no disk of its own");
        }
        mounted.then_some(Self { at, _folder: folder })
    }

    pub fn path(&self) -> &Path {
        &self.at
    }

    pub fn write_protect(&self) {
        assert!(run(Command::new("mount").args(["-o", "remount,ro"]).arg(&self.at)));
    }

    /// Takes all room but so many kilobytes.
    pub fn fill_up_to(&self, kilobytes: u64) {
        let filler = self.at.join("filler");
        let _ = std::fs::write(&filler, vec![0; 64 << 20]);
        let taken = std::fs::metadata(&filler).unwrap().len();
        let file = std::fs::OpenOptions::new().write(true).open(&filler).unwrap();
        file.set_len(taken.saturating_sub(kilobytes << 10)).unwrap();
    }

    pub fn make_room(&self) {
        std::fs::remove_file(self.at.join("filler")).unwrap();
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        run(Command::new("umount").arg("-l").arg(&self.at));
    }
}

fn run(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}
