//! Rust text cut into the few kinds of token the laws need. Comments are gone; texts are kept apart from words.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// The inside of a string literal.
    Text,
    /// Punctuation: one character, or one of `::`, `->`, `=>`.
    Mark,
}

/// A token and the line it begins on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    /// Whether the token can be a step of a path: a word that is not a number.
    pub fn is_name(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(begins_word)
    }
}

/// Cuts a whole file. Text that is not Rust gives tokens that mean nothing; it never fails.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { rest: text, line: 1, tokens: Vec::new() };
    while lexer.step() {}
    lexer.tokens
}

/// The index after the bracket that closes the one at `open`.
pub fn end_of_group(all: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in all.iter().enumerate().skip(open).filter(|(_, token)| token.kind == Kind::Mark) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        if first.is_whitespace() {
            self.take(first.len_utf8());
        } else if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.take(length_of_block_comment(self.rest));
        } else if let Some(literal) = Literal::at_start_of(self.rest) {
            self.push(Kind::Text, literal.before, literal.inside, literal.after);
        } else if first == '\'' {
            self.quote();
        } else if first.is_ascii_digit() || begins_word(first) {
            self.word();
        } else {
            let long = ["::", "->", "=>"].iter().find(|mark| self.rest.starts_with(**mark));
            self.push(Kind::Mark, 0, long.map_or(first.len_utf8(), |mark| mark.len()), 0);
        }
        true
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn push(&mut self, kind: Kind, before: usize, inside: usize, after: usize) {
        let line = self.line;
        self.take(before);
        let text = self.take(inside).to_owned();
        self.take(after);
        self.tokens.push(Token { kind, text, line });
    }

    fn word(&mut self) {
        let raw = self.rest.strip_prefix("r#").is_some_and(|name| name.starts_with(begins_word));
        let before = if raw { 2 } else { 0 };
        let length = length_of_word(self.rest.get(before..).unwrap_or_default());
        self.push(Kind::Word, before, length, 0);
    }

    /// A quote opens a character (`'x'`, `'\n'`) or names a lifetime (`'a`); neither is of interest.
    fn quote(&mut self) {
        let inside = self.rest.get(1..).unwrap_or_default();
        let mut characters = inside.chars();
        let length = match (characters.next(), characters.next()) {
            (Some('\\'), Some(escaped)) => {
                let escape = 1 + escaped.len_utf8();
                escape + inside.get(escape..).and_then(|rest| rest.find('\'')).unwrap_or(0) + 1
            }
            (Some(character), Some('\'')) => character.len_utf8() + 1,
            _ => length_of_word(inside),
        };
        self.take(1 + length);
    }
}

/// Lengths in bytes of a string literal: its opening, its content, its closing.
struct Literal {
    before: usize,
    inside: usize,
    after: usize,
}

impl Literal {
    fn at_start_of(text: &str) -> Option<Self> {
        let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
            text.strip_prefix(prefix).is_some_and(|rest| {
                rest.starts_with('"')
                    || (prefix.ends_with('r') && rest.trim_start_matches('#').starts_with('"'))
            })
        })?;
        let rest = text.get(prefix.len()..)?;
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let before = prefix.len() + hashes + 1;
        let content = text.get(before..)?;
        let closing = format!("\"{}", "#".repeat(hashes));
        let inside = if prefix.ends_with('r') { content.find(&closing) } else { end_of_escaped(content) };
        Some(Self { before, inside: inside.unwrap_or(content.len()), after: closing.len() })
    }
}

fn end_of_escaped(content: &str) -> Option<usize> {
    let mut escaped = false;
    content.char_indices().find_map(|(at, character)| {
        let ends = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        ends.then_some(at)
    })
}

fn length_of_block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn begins_word(character: char) -> bool {
    character == '_' || character.is_alphabetic()
}

fn length_of_word(text: &str) -> usize {
    text.find(|character: char| character != '_' && !character.is_alphanumeric()).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().filter(|token| token.kind == Kind::Word).map(|token| token.text).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().filter(|token| token.kind == Kind::Text).map(|token| token.text).collect()
    }

    #[test]
    fn comments_hold_no_words() {
        assert_eq!(words("a // vault\n/* wire /* nested */ still */ b /// doc\nc"), ["a", "b", "c"]);
    }

    #[test]
    fn texts_hold_no_words() {
        assert_eq!(words(r###"a "vault \" wire" r#"he said "no""# b"x" br##"y"# z"## c"n" b"###), ["a", "b"]);
        assert_eq!(
            texts(r###""x \" y" r#"he said "no""# b"" "\\" "z""###),
            ["x \\\" y", "he said \"no\"", "", "\\\\", "z"]
        );
    }

    #[test]
    fn characters_and_lifetimes_hold_no_words() {
        assert_eq!(
            words(r#"a '"' b '\'' c '\u{7f}' d 'x' e &'a f '\\' g 'é' h"#),
            ["a", "b", "c", "d", "e", "f", "g", "h"]
        );
    }

    #[test]
    fn raw_names_are_names() {
        assert_eq!(words("r#type r#match br c r"), ["type", "match", "br", "c", "r"]);
    }

    #[test]
    fn every_token_knows_its_line() {
        let lines: Vec<usize> = tokens("a\n/*\n*/ b \"x\ny\" c").iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 3, 3, 4]);
    }

    #[test]
    fn paths_keep_their_joints() {
        let marks: Vec<String> = tokens("a::b -> ::c => d:e").into_iter().map(|token| token.text).collect();
        assert_eq!(marks, ["a", "::", "b", "->", "::", "c", "=>", "d", ":", "e"]);
    }

    #[test]
    fn unfinished_text_ends_with_the_file() {
        for text in ["\"open", "r#\"open", "/* open", "'", "'\\", "b", "r#"] {
            tokens(text);
        }
    }
}
