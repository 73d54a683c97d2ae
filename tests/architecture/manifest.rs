//! `Cargo.toml`, line by line: each dependency is one line that ends with its reason.

use std::collections::BTreeSet;

use crate::table::CRATES;
use crate::violation::Violation;

/// The crates the program was asked to stand on; they need no reason.
const ASKED_FOR: &[&str] = &["ratatui", "crossterm", "serde", "age", "rusqlite", "chrono", "uuid", "reqwest"];

/// One line of a dependency section.
struct Entry<'a> {
    line: usize,
    name: &'a str,
    reason: Option<&'a str>,
}

/// Dependencies without a reason, without a place in the table, or in the table and gone from here.
pub fn violations(manifest: &str) -> Vec<Violation> {
    let entries: Vec<Entry<'_>> = entries(manifest).collect();
    let at = |line: usize| format!("Cargo.toml:{line}");
    let mut found = Vec::new();
    for entry in &entries {
        if entry.reason.is_none() && !ASKED_FOR.contains(&entry.name) {
            let what = format!("`{}` gives no reason at the end of its line", entry.name);
            found.push(Violation::new(
                at(entry.line),
                what,
                "who adds a crate says what it is for; who reviews asks whether it still is",
            ));
        }
        let called = entry.name.replace('-', "_");
        if !CRATES.iter().any(|(name, _)| *name == called) {
            let what = format!("`{}` has no place in the table", entry.name);
            found.push(Violation::new(
                at(entry.line),
                what,
                "every crate has rooms that may name it (tests/architecture/table.rs)",
            ));
        }
    }
    for (line, header) in headers(manifest).filter(|(_, header)| header.contains("dependencies.")) {
        let what = format!("`{header}` spreads a dependency over a section");
        found.push(Violation::new(at(line), what, "a dependency is one line with its reason"));
    }
    let present: BTreeSet<String> = entries.iter().map(|entry| entry.name.replace('-', "_")).collect();
    for (name, _) in CRATES.iter().filter(|(name, _)| !present.contains(*name)) {
        let what = format!("`{name}` stands in the table and not in Cargo.toml");
        found.push(Violation::new(
            "tests/architecture/table.rs",
            what,
            "a table that names what is gone is no longer read",
        ));
    }
    found
}

fn headers(manifest: &str) -> impl Iterator<Item = (usize, &str)> {
    manifest
        .lines()
        .zip(1..)
        .map(|(text, line)| (line, text.trim()))
        .filter(|(_, text)| text.starts_with('['))
}

fn entries(manifest: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut listing = false;
    manifest.lines().zip(1..).filter_map(move |(text, line)| {
        if text.trim_start().starts_with('[') {
            listing = text.trim_end().ends_with("dependencies]");
            return None;
        }
        let (before, reason) = part_at_comment(text);
        let (name, _) = before.split_once('=').filter(|_| listing)?;
        Some(Entry {
            line,
            name: name.trim().trim_matches('"'),
            reason: reason.filter(|reason| !reason.is_empty()),
        })
    })
}

/// Parts a line at the first `#` outside quotes.
fn part_at_comment(text: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    let start = text.char_indices().find_map(|(at, character)| {
        quoted ^= character == '"';
        (character == '#' && !quoted).then_some(at)
    });
    match start.and_then(|at| text.split_at_checked(at)) {
        Some((before, comment)) => (before, Some(comment.trim_start_matches('#').trim())),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{part_at_comment, violations};
    use crate::table::CRATES;

    /// A manifest with every crate of the table but `without`, and some lines more.
    fn told(without: &str, more: &str) -> Vec<String> {
        let listed = CRATES
            .iter()
            .filter(|(name, _)| *name != without)
            .map(|(name, _)| format!("{name} = \"1\" # reason\n"));
        let manifest =
            format!("[package]\nname = \"x\"\n[dependencies]\n{}{more}", listed.collect::<String>());
        violations(&manifest).into_iter().map(|v| v.found).collect()
    }

    #[test]
    fn every_crate_with_a_reason_and_a_place_passes() {
        assert!(told("", "").is_empty());
        assert!(told("age", "age = { version = \"1\" }").is_empty());
    }

    #[test]
    fn a_crate_without_a_reason_is_refused() {
        assert_eq!(told("sha2", "sha2 = \"1\""), ["`sha2` gives no reason at the end of its line"]);
        assert_eq!(told("sha2", "sha2 = \"1\" #"), ["`sha2` gives no reason at the end of its line"]);
        assert_eq!(told("vt100", "[dev-dependencies]\nvt100 = \"1\"").len(), 1);
    }

    #[test]
    fn a_crate_without_a_place_is_refused() {
        assert_eq!(told("", "left-pad = \"1\" # pads"), ["`left-pad` has no place in the table"]);
    }

    #[test]
    fn a_crate_that_is_gone_leaves_the_table_too() {
        assert_eq!(told("backon", ""), ["`backon` stands in the table and not in Cargo.toml"]);
    }

    #[test]
    fn a_dependency_in_a_section_of_its_own_is_refused() {
        assert_eq!(
            told("", "[dependencies.rand]\nversion = \"1\""),
            ["`[dependencies.rand]` spreads a dependency over a section"]
        );
    }

    #[test]
    fn a_hash_in_quotes_begins_no_comment() {
        assert_eq!(part_at_comment("a = \"#b\" # c"), ("a = \"#b\" ", Some("c")));
        assert_eq!(part_at_comment("a = \"#b\""), ("a = \"#b\"", None));
    }
}
