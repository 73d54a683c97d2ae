//! Files that somebody names: read within a bound, and told of by name where they cannot be.

use std::fs;
use std::path::Path;

use crate::commands::failure::Failure;
use crate::wire::{amendment, roster};

/// Largest file of a realm's people: the largest roster, with the largest sequence of what amends it.
pub const MOST: u64 = roster::MOST_BYTES as u64 + amendment::MOST_BYTES as u64;

/// Reads a file of bounded size.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let size = fs::metadata(path).map_err(|error| cannot_read(path, &error))?.len();
    if size > most {
        return Err(Failure::failed(format!(
            "{} is larger than any such file may be; it was not read",
            path.display()
        )));
    }
    fs::read(path).map_err(|error| cannot_read(path, &error))
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{} cannot be read ({}); nothing was changed", path.display(), error.kind()))
}
