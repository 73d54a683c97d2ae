//! What a command says.
//!
//! Nobody may be listening any more: a closed pipe, a terminal that is gone. What was done stays done, so what cannot be
//! said is left unsaid.

use std::io::{Write, stderr, stdout};

use serde_json::Value;

/// Where a command speaks, and how.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    /// Words for people, or JSON for programs.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Whether a program listens.
    pub fn is_json(self) -> bool {
        self.json
    }

    /// The result of a command.
    pub fn result(self, words: &str, json: &Value) {
        if self.json {
            let _ = writeln!(stdout(), "{json}");
        } else if !words.is_empty() {
            let _ = writeln!(stdout(), "{}", shown(words));
        }
    }

    /// Something said on the way that waits for an answer on the same line.
    pub fn prompt(self, words: &str) {
        let _ = write!(stderr(), "{}", shown(words)).and_then(|()| stderr().flush());
    }

    /// Something said on the way.
    pub fn note(self, words: &str) {
        // In one piece: stderr holds nothing back, and a slow line carries one piece sooner than two.
        let _ = stderr().write_all(format!("{}\n", shown(words)).as_bytes());
    }
}

/// Foreign text must not act on the terminal: whatever is no printable character is shown as one.
fn shown(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn an_escape_sequence_is_shown_and_not_obeyed() {
        assert_eq!(shown("van\u{1b}[2J\nred"), "van\u{fffd}[2J\nred");
    }
}
