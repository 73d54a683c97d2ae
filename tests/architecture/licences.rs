//! Which licences we may build on, and how a package's licence expression is judged (SPDX 2.3, annex D).

/// Licences whose terms we can meet when the program is given out as source and as a binary under the EUPL 1.2.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    // The Independent JPEG Group's: free use, on the condition that the documentation credits them. README does.
    "IJG",
    "ISC",
    "MIT",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    "blessing",
];

/// Exceptions that only add to what the licence before `WITH` grants.
const EXCEPTIONS: &[&str] = &["LLVM-exception"];

/// Whether some choice the expression leaves us is allowed throughout. What cannot be read is not allowed.
pub fn allowed(expression: &str) -> bool {
    let words = words(expression);
    let mut judge = Judge { words: &words, at: 0 };
    judge.either() == Some(true) && judge.at == words.len()
}

/// The old form `MIT/Apache-2.0` means `MIT OR Apache-2.0`.
fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Reads from the loosest joint, `OR`, to the tightest, `WITH`. `None` is an expression that cannot be read.
struct Judge<'a> {
    words: &'a [String],
    at: usize,
}

impl Judge<'_> {
    fn either(&mut self) -> Option<bool> {
        let mut verdict = self.both()?;
        while self.takes("OR") {
            verdict |= self.both()?;
        }
        Some(verdict)
    }

    fn both(&mut self) -> Option<bool> {
        let mut verdict = self.one()?;
        while self.takes("AND") {
            verdict &= self.one()?;
        }
        Some(verdict)
    }

    fn one(&mut self) -> Option<bool> {
        if self.takes("(") {
            let verdict = self.either()?;
            return self.takes(")").then_some(verdict);
        }
        let licence = self.word()?;
        let mut verdict = ALLOWED.contains(&licence.as_str());
        if self.takes("WITH") {
            verdict &= EXCEPTIONS.contains(&self.word()?.as_str());
        }
        Some(verdict)
    }

    fn takes(&mut self, word: &str) -> bool {
        let there = self.words.get(self.at).is_some_and(|next| next == word);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self) -> Option<String> {
        let word = self
            .words
            .get(self.at)
            .filter(|word| !["AND", "OR", "WITH", "(", ")"].contains(&word.as_str()))?;
        self.at += 1;
        Some(word.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn one_allowed_choice_is_enough() {
        for expression in
            ["MIT", "MIT OR GPL-3.0-only", "GPL-2.0-only OR Apache-2.0", "Unlicense/MIT", "GPL-3.0-only/MIT"]
        {
            assert!(allowed(expression), "{expression}");
        }
    }

    #[test]
    fn of_licences_that_hold_together_each_must_be_allowed() {
        assert!(allowed("MIT AND BSD-3-Clause AND blessing AND WTFPL"));
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(allowed("ISC AND (Apache-2.0 OR ISC OR MIT-0)"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
        assert!(!allowed("MIT AND (GPL-3.0-only OR SSPL-1.0)"));
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(allowed("MIT OR Apache-2.0 AND GPL-3.0-only"));
        assert!(!allowed("(MIT OR Apache-2.0) AND GPL-3.0-only"));
    }

    #[test]
    fn only_exceptions_that_grant_more_are_taken() {
        assert!(allowed("Apache-2.0 WITH LLVM-exception"));
        assert!(!allowed("Apache-2.0 WITH Some-exception"));
        assert!(!allowed("GPL-2.0-only WITH LLVM-exception"));
    }

    #[test]
    fn what_cannot_be_read_is_not_allowed() {
        for expression in [
            "",
            "MIT OR",
            "AND MIT",
            "(MIT",
            "MIT)",
            "MIT Apache-2.0",
            "MIT WITH",
            "mit",
            "()",
            "GPL-3.0-only",
            "Apache-2.0+",
        ] {
            assert!(!allowed(expression), "{expression:?}");
        }
    }
}
