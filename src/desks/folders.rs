//! Folders a person may name, found as he types.

use std::fs;
use std::path::{Path, is_separator};

/// Most folders that are offered at once.
const MOST: usize = 12;
/// Most entries of one folder that are looked at.
const LOOKED_AT: usize = 5_000;
/// Where systems put a stick that was plugged in: the folder, and how many levels below it.
const STICKS: [(&str, usize); 4] = [("/run/media", 2), ("/media", 2), ("/mnt", 1), ("/Volumes", 1)];

/// The folders whose path begins with what is typed, each with a separator at its end, in order; the sticks of this
/// device while nothing is typed. A folder that cannot be read holds none.
#[must_use]
pub fn folders_beginning(typed: &str) -> Vec<String> {
    if typed.is_empty() {
        return STICKS.into_iter().flat_map(|(root, depth)| below(root, depth)).take(MOST).collect();
    }
    let cut = typed.rfind(is_separator).map_or(0, |at| at + 1);
    let (parent, stem) = typed.split_at(cut);
    within(parent, stem).into_iter().take(MOST).collect()
}

/// How far all of them go together: what one press of a key may add.
#[must_use]
pub fn common_beginning(folders: &[String]) -> String {
    let Some(first) = folders.first() else { return String::new() };
    let shared = |other: &String| first.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let length = folders.iter().map(shared).min().unwrap_or(0);
    first.chars().take(length).collect()
}

fn below(root: &str, depth: usize) -> Vec<String> {
    let root = format!("{root}{}", std::path::MAIN_SEPARATOR);
    let mut found = within(&root, "");
    for _ in 1..depth {
        found = found.iter().flat_map(|folder| within(folder, "")).collect();
    }
    found
}

fn within(parent: &str, stem: &str) -> Vec<String> {
    let place = if parent.is_empty() { Path::new(".") } else { Path::new(parent) };
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    let mut found: Vec<String> = entries
        .take(LOOKED_AT)
        .flatten()
        .filter(|entry| entry.path().is_dir())
        // A name that cannot be typed cannot be offered.
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with(stem) && (stem.starts_with('.') || !name.starts_with('.')))
        .filter(|name| !name.chars().any(char::is_control))
        .map(|name| format!("{parent}{name}{}", std::path::MAIN_SEPARATOR))
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::{common_beginning, folders_beginning};

    #[test]
    fn what_is_typed_is_completed_from_the_folders_that_are_there() {
        let outside = tempfile::tempdir().unwrap();
        for name in ["STICK-A", "STICK-B", "photos", ".hidden"] {
            std::fs::create_dir(outside.path().join(name)).unwrap();
        }
        std::fs::write(outside.path().join("STICK-FILE"), "").unwrap();
        let root = format!("{}/", outside.path().display());
        let found = folders_beginning(&format!("{root}ST"));
        assert_eq!(found, [format!("{root}STICK-A/"), format!("{root}STICK-B/")]);
        assert_eq!(common_beginning(&found), format!("{root}STICK-"));
        assert_eq!(folders_beginning(&root).len(), 3, "what is hidden is not offered");
        assert_eq!(folders_beginning(&format!("{root}.")), [format!("{root}.hidden/")]);
        assert_eq!(folders_beginning(&format!("{root}none/")), Vec::<String>::new());
        assert_eq!(common_beginning(&[]), "");
    }
}
