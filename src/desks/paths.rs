//! Files and folders a person may name, found as he types.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, is_separator};

/// Most that are offered at once.
const MOST: usize = 12;
/// Most entries of one folder that are looked at.
const LOOKED_AT: usize = 5_000;

/// What begins as typed: folders, with a separator at their end, then files, each in order. A folder that cannot be
/// read holds nothing; what is hidden is offered to whoever types its dot.
#[must_use]
pub fn paths_beginning(typed: &str) -> Vec<String> {
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
    found.into_iter().map(path).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::paths_beginning;

    #[test]
    fn what_is_typed_is_completed_from_what_is_there() {
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
