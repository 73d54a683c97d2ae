//! What the papers at the root name is there: a path, a test, a file. A promise without a test is no promise.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::table::TOP_LEVEL;
use crate::violation::Violation;

/// The heading over the table of promises in `SECURITY.md`.
const PROMISES: &str = "## What is promised, where it is kept, what would notice";

/// Where the papers point to: a file's text, nothing for a folder, and `None` for what is not there.
pub trait Repository {
    /// What lies at a path from the root.
    fn at(&self, path: &str) -> Option<String>;
}

impl Repository for &Path {
    fn at(&self, path: &str) -> Option<String> {
        let path = self.join(path);
        if path.is_dir() { Some(String::new()) } else { fs::read_to_string(path).ok() }
    }
}

impl Repository for BTreeMap<&str, &str> {
    fn at(&self, path: &str) -> Option<String> {
        self.get(path).map(|text| (*text).to_owned())
    }
}

/// Promises of `SECURITY.md` whose code or whose test is not where the table says, and promises without either.
pub fn promises(security: &str, repository: impl Repository) -> Vec<Violation> {
    let rows = rows_under(PROMISES, security);
    if rows.is_empty() {
        let found = format!("has no table under \"{PROMISES}\"");
        return vec![Violation::new(
            "SECURITY.md",
            found,
            "the promises are held to the truth by that table",
        )];
    }
    let mut found = Vec::new();
    for (line, row) in rows {
        let place = format!("SECURITY.md:{line}");
        let named = in_backticks(row);
        let (tests, paths): (Vec<&str>, Vec<&str>) = named.into_iter().partition(|name| name.contains("::"));
        if tests.is_empty() || paths.is_empty() {
            let what = "promises something without a path and a test";
            found.push(Violation::new(
                &place,
                what,
                "a promise is kept somewhere, and some test would notice",
            ));
        }
        for path in paths.iter().filter(|path| repository.at(path).is_none()) {
            found.push(Violation::new(&place, format!("names `{path}`, which is not there"), GONE));
        }
        for test in tests.iter().filter(|test| !stands(test, &repository)) {
            found.push(Violation::new(&place, format!("names the test `{test}`, which is not there"), GONE));
        }
    }
    found
}

/// Files and folders of ours that a paper names in backticks or links to, and that are not there.
pub fn pointers(name: &str, paper: &str, repository: impl Repository) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut in_block = false;
    for (text, line) in paper.lines().zip(1..) {
        if text.trim_start().starts_with("```") {
            in_block = !in_block;
        }
        if in_block {
            continue;
        }
        let named = in_backticks(text).into_iter().chain(linked(text));
        for path in named.filter(|path| is_ours(path) && repository.at(path).is_none()) {
            let what = format!("names `{path}`, which is not there");
            found.push(Violation::new(format!("{name}:{line}"), what, GONE));
        }
    }
    found
}

const GONE: &str = "who follows a paper to something that is gone no longer believes the rest";

/// Whether a test of that name is in the file it is said to be in.
fn stands(test: &str, repository: &impl Repository) -> bool {
    let Some((path, name)) = test.split_once("::") else { return false };
    let is_test = |text: &str| text.contains("#[test]") && text.contains(&format!("fn {name}("));
    repository.at(path).is_some_and(|text| is_test(&text))
}

/// A path that begins at our root, as opposed to a command, a word, or a file of somebody's profile.
fn is_ours(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    plain && TOP_LEVEL.contains(&first) && (path.contains('/') || path.contains('.') || path == "LICENSE")
}

/// The rows of the table under a heading, its own heading row left out, each with its line.
fn rows_under<'a>(heading: &str, paper: &'a str) -> Vec<(usize, &'a str)> {
    let lines = paper.lines().zip(1..).map(|(text, line)| (line, text));
    let under = lines.skip_while(|(_, text)| *text != heading).skip(1);
    let until_the_next = under.take_while(|(_, text)| !text.starts_with('#'));
    until_the_next.filter(|(_, text)| text.starts_with('|')).skip(2).collect()
}

fn in_backticks(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Where `[words](target)` leads, without what follows a `#`.
fn linked(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.split('#').next().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{PROMISES, pointers, promises};

    fn repository() -> BTreeMap<&'static str, &'static str> {
        let test = "#[test]\nfn it_holds() {}\n";
        [("src/a.rs", "fn a() {}"), ("tests/b.rs", test), ("schemas/", ""), ("LICENSE", "")].into()
    }

    fn told(row: &str) -> Vec<String> {
        let paper = format!(
            "# S\n| `src/x.rs` |\n{PROMISES}\n\n| P | K | T |\n|---|---|---|\n{row}\n## Next\n| x |\n"
        );
        promises(&paper, repository()).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect()
    }

    #[test]
    fn a_promise_that_is_kept_where_it_says_passes() {
        assert!(told("| we hold | `src/a.rs` | `tests/b.rs::it_holds` |").is_empty());
    }

    #[test]
    fn a_path_or_a_test_that_is_gone_is_told() {
        for (row, what) in [
            ("| x | `src/c.rs` | `tests/b.rs::it_holds` |", "names `src/c.rs`"),
            ("| x | `src/a.rs` | `tests/b.rs::it_held` |", "names the test `tests/b.rs::it_held`"),
            ("| x | `src/a.rs` | `tests/b.rs::it_hold` |", "names the test `tests/b.rs::it_hold`"),
            ("| x | `src/a.rs` | `src/a.rs::a` |", "names the test `src/a.rs::a`"),
        ] {
            assert_eq!(told(row), [format!("SECURITY.md:7: {what}, which is not there")]);
        }
    }

    #[test]
    fn a_promise_without_code_or_without_a_test_is_none() {
        assert_eq!(told("| x | `src/a.rs` | – |").len(), 1);
        assert_eq!(told("| x | – | `tests/b.rs::it_holds` |").len(), 1);
        assert_eq!(promises("# S\n| `src/a.rs` |\n", repository()).len(), 1);
    }

    #[test]
    fn a_paper_points_to_what_is_there() {
        let points = |text: &str| pointers("README.md", text, repository()).len();
        assert_eq!(points("See `src/a.rs`, `schemas/`, [the licence](LICENSE) and `stick/x.vigilia`."), 0);
        assert_eq!(points("Run `vigilia store check` or [ask](https://example.org/src/c.rs)."), 0);
        assert_eq!(points("```\nsrc/c.rs `src/c.rs`\n```"), 0);
        assert_eq!(points("See `src/c.rs` and [more](src/c.rs#map)."), 2);
        assert_eq!(points("See `SECURITY.md`."), 1);
    }
}
