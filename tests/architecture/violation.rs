//! One breach of one law: where it stands, what was found, and why the law is there.

use std::fmt;

/// A breach, ready to be printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// `src/room/file.rs:12`, or what else was read.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// Why it may not.
    pub reason: String,
}

impl Violation {
    pub fn new(place: impl Into<String>, found: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), found: found.into(), reason: reason.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    because {}", self.place, self.found, self.reason)
    }
}

/// Fails the running test with every breach at once, so that one run shows the whole repair.
pub fn refuse(mut violations: Vec<Violation>) {
    violations.sort();
    violations.dedup();
    let lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n\n{} to mend\n", lines.join("\n"), lines.len());
}

#[cfg(test)]
mod tests {
    use super::{Violation, refuse};

    #[test]
    fn no_breach_passes() {
        refuse(Vec::new());
    }

    #[test]
    #[should_panic(expected = "src/wire/label.rs:3: names `vault`\n    because floors")]
    fn a_breach_fails_with_its_place_and_its_reason() {
        refuse(vec![Violation::new("src/wire/label.rs:3", "names `vault`", "floors")]);
    }
}
