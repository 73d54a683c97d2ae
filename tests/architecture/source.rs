//! One source file: its place in the house, its tokens without the tests at its foot, and the paths it names.

use crate::lexer::{Token, end_of_group, tokens};
use crate::mentions::{Mention, mentions};

/// A file of `src/`, read as text.
#[derive(Debug)]
pub struct SourceFile {
    /// From the root of the repository, with `/`: `src/wire/label.rs`.
    pub path: String,
    /// Where its items live: `["wire", "label"]`. `main.rs` and `lib.rs` are the root, `[]`.
    pub module: Vec<String>,
    /// Everything but comments and test modules.
    pub tokens: Vec<Token>,
    /// Lines that count: all but those of test modules.
    pub length: usize,
    /// Every path of two steps or more, and every import, in the order they stand.
    pub mentions: Vec<Mention>,
}

impl SourceFile {
    pub fn read(path: &str, text: &str) -> Self {
        let (tokens, test_lines) = without_tests(tokens(text));
        let mentions = mentions(&tokens);
        let length = text.lines().count().saturating_sub(test_lines);
        Self { path: path.to_owned(), module: module_of(path), tokens, length, mentions }
    }

    /// The room the file stands in: `wire`; for a file at the top, its own name: `main.rs`, or `cli` of `cli.rs`.
    pub fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        match inside.split_once('/') {
            Some((room, _)) => room,
            None if inside == "main.rs" || inside == "lib.rs" => inside,
            None => inside.strip_suffix(".rs").unwrap_or(inside),
        }
    }

    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

fn module_of(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
    let is_root = module.len() == 1 && ["main", "lib"].contains(&inside);
    if is_root || module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// Drops every `#[cfg(test)] mod … { … }` and says how many lines they took.
fn without_tests(all: Vec<Token>) -> (Vec<Token>, usize) {
    let mut kept = Vec::with_capacity(all.len());
    let mut lines = 0;
    let mut at = 0;
    while let Some(token) = all.get(at) {
        if let Some(end) = end_of_test_module(&all, at) {
            let last = all.get(end - 1).map_or(token.line, |closing| closing.line);
            lines += last - token.line + 1;
            at = end;
        } else {
            kept.push(token.clone());
            at += 1;
        }
    }
    (kept, lines)
}

/// Where the test module that begins at `start` ends, if one does.
fn end_of_test_module(all: &[Token], start: usize) -> Option<usize> {
    let spelled: Vec<&str> = all.iter().skip(start).take(7).map(|token| token.text.as_str()).collect();
    let for_tests = spelled.starts_with(&["#", "[", "cfg", "(", "test", ")"])
        || spelled.starts_with(&["#", "[", "cfg", "(", "all", "(", "test"]);
    if !for_tests {
        return None;
    }
    let mut at = end_of_group(all, start + 1)?;
    while all.get(at)?.is_mark("#") {
        at = end_of_group(all, at + 1)?;
    }
    let opens = all.get(at)?.is_word("mod") && all.get(at + 2)?.is_mark("{");
    opens.then(|| end_of_group(all, at + 2)).flatten()
}

#[cfg(test)]
mod tests {
    use super::SourceFile;

    #[test]
    fn a_file_knows_its_room_and_its_module() {
        let place = |path: &str| {
            let file = SourceFile::read(path, "");
            (file.room().to_owned(), file.module.join("::"))
        };
        assert_eq!(place("src/wire/label.rs"), ("wire".into(), "wire::label".into()));
        assert_eq!(place("src/wire/mod.rs"), ("wire".into(), "wire".into()));
        assert_eq!(place("src/screens/kit/theme.rs"), ("screens".into(), "screens::kit::theme".into()));
        assert_eq!(place("src/main.rs"), ("main.rs".into(), String::new()));
        assert_eq!(place("src/relay.rs"), ("relay".into(), "relay".into()));
    }

    #[test]
    fn test_modules_neither_count_nor_mention() {
        let text = "fn f() {}\n\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n    use crate::vault::Vault;\n}\n";
        let file = SourceFile::read("src/wire/label.rs", text);
        assert_eq!((file.length, file.mentions.len()), (2, 0));
        for other in ["#[cfg(not(test))]\nmod tests {\nuse crate::a;\n}", "#[cfg(test)]\nuse crate::a;\n\n"] {
            let file = SourceFile::read("src/wire/label.rs", other);
            assert_eq!((file.length, file.mentions.len()), (other.lines().count(), 1), "{other}");
        }
    }
}
