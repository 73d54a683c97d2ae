//! Files and folders a person may name, found as he types.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, is_separator};

/// Most that are offered at once.
const MOST: usize = 12;
/// Most entries of one folder that are looked at.
const LOOKED_AT: usize = 5_000;
/// Where systems put a stick that was plugged in: the folder, and how many levels below it.
const STICKS: [(&str, usize); 4] = [("/run/media", 2), ("/media", 2), ("/mnt", 1), ("/Volumes", 1)];

/// The folders whose path begins with what is typed, each with a separator at its end, in order; the sticks of this
/// device while nothing is typed. A folder that cannot be read holds none.
#[must_use]
pub fn folders_beginning(typed: &str) -> Vec<String> {
    let found = if typed.is_empty() {
        STICKS.into_iter().flat_map(|(root, depth)| below(root, depth)).collect()
    } else {
        beginning(typed)
    };
    found.into_iter().filter(|path| path.ends_with(MAIN_SEPARATOR)).take(MOST).collect()
}

/// What begins as typed: folders, with a separator at their end, then files, each in order. A folder that cannot be
/// read holds nothing; what is hidden is offered to whoever types its dot.
#[must_use]
pub fn paths_beginning(typed: &str) -> Vec<String> {
    beginning(typed).into_iter().take(MOST).collect()
}

/// How far all of them go together: what one press of a key may add.
#[must_use]
pub fn common_beginning(paths: &[String]) -> String {
    let Some(first) = paths.first() else { return String::new() };
    let shared = |other: &String| first.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let length = paths.iter().map(shared).min().unwrap_or(0);
    first.chars().take(length).collect()
}

fn below(root: &str, depth: usize) -> Vec<String> {
    (0..depth).fold(vec![format!("{root}{MAIN_SEPARATOR}")], |folders, _| {
        let within = folders.iter().flat_map(|folder| beginning(folder));
        within.filter(|path| path.ends_with(MAIN_SEPARATOR)).collect()
    })
}

fn beginning(typed: &str) -> Vec<String> {
    let cut = typed.rfind(is_separator).map_or(0, |at| at + 1);
    let (parent, stem) = typed.split_at_checked(cut).unwrap_or((typed, ""));
    let folder = if parent.is_empty() { Path::new(".") } else { Path::new(parent) };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(bool, String)> = entries
        .take(LOOKED_AT)
        .flatten()
        // A name that cannot be typed cannot be offered.
        .filter_map(|entry| Some((entry.path().is_dir(), entry.file_name().into_string().ok()?)))
        .filter(|(_, name)| name.starts_with(stem) && (stem.starts_with('.') || !name.starts_with('.')))
        .filter(|(_, name)| !name.chars().any(char::is_control))
        .collect();
    found.sort_unstable_by(|(one_is, one), (other_is, other)| other_is.cmp(one_is).then(one.cmp(other)));
    let path = |(is_folder, name): (bool, String)| {
        let end = if is_folder { MAIN_SEPARATOR.to_string() } else { String::new() };
        format!("{parent}{name}{end}")
    };
    found.into_iter().map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::{common_beginning, folders_beginning, paths_beginning};

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

    #[test]
    fn files_are_offered_behind_the_folders() {
        let outside = tempfile::tempdir().unwrap();
        for name in ["DCIM", ".hidden"] {
            std::fs::create_dir(outside.path().join(name)).unwrap();
        }
        for name in ["D1.jpg", "D2.jpg", "other.txt"] {
            std::fs::write(outside.path().join(name), "x").unwrap();
        }
        let root = format!("{}/", outside.path().display());
        let found = paths_beginning(&format!("{root}D"));
        assert_eq!(found, ["DCIM/", "D1.jpg", "D2.jpg"].map(|name| format!("{root}{name}")));
        assert_eq!(paths_beginning(&root).len(), 4, "what is hidden is not offered");
        assert_eq!(paths_beginning(&format!("{root}.h")), [format!("{root}.hidden/")]);
        assert_eq!(paths_beginning(&format!("{root}none/")), Vec::<String>::new());
    }
}
