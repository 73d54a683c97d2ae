//! The root of the repository holds what the house is made of, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::table::TOP_LEVEL;
use crate::violation::Violation;

/// Names in the root that have no place there. A folder's name ends in `/`.
pub fn violations(names: &BTreeSet<String>) -> Vec<Violation> {
    let stray = names.iter().filter(|name| !belongs(name));
    stray
        .map(|name| {
            Violation::new(
                name.clone(),
                "stands in the root",
                "the root is what a visitor reads first; it is kept fixed",
            )
        })
        .collect()
}

fn belongs(name: &str) -> bool {
    let bare = name.trim_end_matches('/');
    let dot_file = name.starts_with('.') && !name.ends_with('/');
    dot_file || TOP_LEVEL.contains(&bare)
}

/// What stands in the root: what git keeps or would keep; without git, all but the build's own folder.
pub fn names(root: &Path) -> BTreeSet<String> {
    names_by_git(root).unwrap_or_else(|| names_by_disk(root))
}

fn names_by_git(root: &Path) -> Option<BTreeSet<String>> {
    let listing = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|listing| listing.status.success())?;
    let paths = String::from_utf8_lossy(&listing.stdout).into_owned();
    let first =
        |path: &str| path.split_once('/').map_or_else(|| path.to_owned(), |(folder, _)| format!("{folder}/"));
    let names: BTreeSet<String> = paths.split('\0').filter(|path| !path.is_empty()).map(first).collect();
    // A copy that lies ignored inside somebody else's repository is not known to git.
    names.contains("Cargo.toml").then_some(names)
}

fn names_by_disk(root: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(root).unwrap_or_else(|why| panic!("{}: {why}", root.display()));
    let names = entries.map(|entry| {
        let entry = entry.expect("the root can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() { format!("{name}/") } else { name }
    });
    names.filter(|name| !["target/", ".git/"].contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::violations;

    fn told(names: &[&str]) -> Vec<String> {
        violations(&names.iter().map(|name| (*name).to_owned()).collect())
            .into_iter()
            .map(|v| v.place)
            .collect()
    }

    #[test]
    fn the_house_and_its_dot_files_belong() {
        assert!(
            told(&["Cargo.toml", "src/", "tests/", "LICENSE", ".gitignore", ".clippy.toml", ".ci/"])
                .is_empty()
        );
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(
            told(&["docs/", "notes.txt", "src/", ".hidden/", "target/"]),
            [".hidden/", "docs/", "notes.txt", "target/"]
        );
    }
}
