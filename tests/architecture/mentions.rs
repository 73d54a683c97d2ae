//! The paths a file names: in imports, in code, and in the few attributes that carry them as text.

use crate::lexer::{Kind, Token, end_of_group};

/// A path that stands somewhere in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The steps as written, a glob as `*`.
    pub steps: Vec<String>,
    pub line: usize,
    /// Written with a leading `::`, so the first step is a crate.
    pub rooted: bool,
    /// Inline modules of this file around it.
    pub within: Vec<String>,
    /// For an import, the name it binds here, if it binds one.
    pub binds: Option<String>,
    /// An import that others may import from here.
    pub reexport: bool,
}

/// Every path of two steps or more, and every import, in the order they stand.
pub fn mentions(tokens: &[Token]) -> Vec<Mention> {
    Reader { tokens, at: 0, within: Vec::new(), depth: 0, mentions: Vec::new() }.read()
}

/// Walks the tokens once and collects what they mention.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Inline modules around the current token, each with the depth of braces it was opened at.
    within: Vec<(String, usize)>,
    depth: usize,
    mentions: Vec<Mention>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Mention> {
        let mut attribute_ends = 0;
        while let Some(token) = self.tokens.get(self.at) {
            if token.is_mark("#") && (self.mark(1, "[") || (self.mark(1, "!") && self.mark(2, "["))) {
                let open = if self.mark(1, "[") { self.at + 1 } else { self.at + 2 };
                attribute_ends = end_of_group(self.tokens, open).unwrap_or(self.tokens.len());
            }
            if token.kind == Kind::Text && self.at < attribute_ends {
                self.path_in_text();
                self.at += 1;
            } else if token.is_word("use") && !self.mark(1, "<") && self.at >= attribute_ends {
                self.import();
            } else if self.begins_path() {
                self.path();
            } else {
                self.count_braces();
                self.at += 1;
            }
        }
        self.mentions
    }

    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn mark(&self, ahead: usize, mark: &str) -> bool {
        self.token(ahead).is_some_and(|token| token.is_mark(mark))
    }

    fn before(&self, back: usize) -> Option<&Token> {
        self.at.checked_sub(back).and_then(|at| self.tokens.get(at))
    }

    fn count_braces(&mut self) {
        if self.mark(0, "{") {
            let named = self.before(2).is_some_and(|token| token.is_word("mod"));
            if let Some(name) = self.before(1).filter(|_| named).map(|token| token.text.clone()) {
                self.within.push((name, self.depth));
            }
            self.depth += 1;
        } else if self.mark(0, "}") {
            self.depth = self.depth.saturating_sub(1);
            self.within.retain(|(_, opened_at)| *opened_at < self.depth);
        }
    }

    /// A path begins at a name followed by `::`, unless the name is itself a later step, a method, or a macro's variable.
    fn begins_path(&self) -> bool {
        let Some(token) = self.token(0).filter(|token| token.is_name() && self.mark(1, "::")) else {
            return false;
        };
        let joined = self.before(1).is_some_and(|before| before.is_mark(".") || self.continues(before));
        let variable = self.before(1).is_some_and(|before| before.is_mark("$")) && !token.is_word("crate");
        let visibility = self.before(1).is_some_and(|before| before.is_word("in"))
            && self.before(2).is_some_and(|before| before.is_mark("("))
            && self.before(3).is_some_and(|before| before.is_word("pub"));
        !joined && !variable && !visibility
    }

    /// Whether `before` is the `::` inside a path, and not one that leads it.
    fn continues(&self, before: &Token) -> bool {
        before.is_mark("::") && !self.rooted()
    }

    fn rooted(&self) -> bool {
        let leads = |token: &Token| !token.is_mark(">") && (!token.is_name() || is_keyword(&token.text));
        self.before(1).is_some_and(|before| before.is_mark("::")) && self.before(2).is_none_or(leads)
    }

    fn path(&mut self) {
        let rooted = self.rooted();
        let Some(first) = self.token(0) else { return };
        let line = first.line;
        let mut steps = vec![first.text.clone()];
        self.at += 1;
        while self.mark(0, "::") && self.token(1).is_some_and(Token::is_name) {
            steps.extend(self.token(1).map(|step| step.text.clone()));
            self.at += 2;
        }
        if steps.len() > 1 {
            self.mention(steps, line, rooted, None, false);
        }
    }

    /// Some attributes carry paths as text: `#[serde(with = "crate::wire::moment")]`.
    fn path_in_text(&mut self) {
        let Some(token) = self.token(0) else { return };
        let (text, line) = (token.text.clone(), token.line);
        let name = |step: &str| !step.is_empty() && step.chars().all(|c| c == '_' || c.is_alphanumeric());
        let rooted = text.starts_with("::");
        let steps: Vec<String> = text.trim_start_matches("::").split("::").map(str::to_owned).collect();
        if steps.len() > 1 && steps.iter().all(|step| name(step)) {
            self.mention(steps, line, rooted, None, false);
        }
    }

    fn import(&mut self) {
        let public = self.before(1).is_some_and(|before| before.is_word("pub") || before.is_mark(")"));
        self.at += 1;
        let rooted = self.mark(0, "::");
        self.import_tree(&[], rooted, public);
    }

    /// One branch of an import, up to the `,`, `}` or `;` that ends it.
    fn import_tree(&mut self, stem: &[String], rooted: bool, reexport: bool) {
        let mut steps = stem.to_vec();
        let mut line = 0;
        let mut alias = None;
        while let Some(token) = self.token(0) {
            if token.is_mark(",") || token.is_mark("}") || token.is_mark(";") {
                break;
            } else if token.is_mark("{") {
                self.at += 1;
                while self.token(0).is_some() && !self.mark(0, "}") && !self.mark(0, ";") {
                    self.import_tree(&steps, rooted, reexport);
                    if self.mark(0, ",") {
                        self.at += 1;
                    }
                }
                if self.mark(0, "}") {
                    self.at += 1;
                }
                return;
            } else if token.is_word("as") {
                alias = self.token(1).map(|name| name.text.clone());
                self.at += 1;
            } else if token.is_name() || token.is_mark("*") {
                line = token.line;
                steps.push(token.text.clone());
            }
            self.at += 1;
        }
        if steps.len() > stem.len() {
            if steps.len() > 1 && steps.last().is_some_and(|last| last == "self") {
                steps.pop();
            }
            let binds = alias.or_else(|| steps.last().cloned()).filter(|name| name != "*" && name != "_");
            self.mention(steps, line, rooted, binds, reexport);
        }
    }

    fn mention(
        &mut self,
        steps: Vec<String>,
        line: usize,
        rooted: bool,
        binds: Option<String>,
        reexport: bool,
    ) {
        let within = self.within.iter().map(|(name, _)| name.clone()).collect();
        self.mentions.push(Mention { steps, line, rooted, within, binds, reexport });
    }
}

/// Keywords after which a leading `::` begins a path of its own.
fn is_keyword(word: &str) -> bool {
    ["as", "dyn", "else", "for", "if", "impl", "in", "match", "mut", "return", "where", "while"]
        .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Mention, mentions};
    use crate::lexer::tokens;

    fn read(text: &str) -> Vec<Mention> {
        mentions(&tokens(text))
    }

    fn told(text: &str) -> Vec<String> {
        let path = |mention: &Mention| {
            format!("{}{}", if mention.rooted { "::" } else { "" }, mention.steps.join("::"))
        };
        read(text).iter().map(path).collect()
    }

    #[test]
    fn imports_are_unfolded() {
        assert_eq!(
            told(
                "use crate::{domain::{code::{self, Coded as _}, place}, crypto};\nuse super::*; use ::age::x as y;"
            ),
            [
                "crate::domain::code",
                "crate::domain::code::Coded",
                "crate::domain::place",
                "crate::crypto",
                "super::*",
                "::age::x"
            ]
        );
    }

    #[test]
    fn paths_outside_imports_are_seen() {
        assert_eq!(
            told(
                "fn f(x: &crate::vault::Vault) -> ::age::X { <Y as super::Z>::z(); it.collect::<Vec<std::fs::File>>() }"
            ),
            ["crate::vault::Vault", "::age::X", "super::Z", "std::fs::File"]
        );
        assert_eq!(
            told("macro_rules! m { ($name:ident) => { $name::x(); $crate::vault::open() } }"),
            ["crate::vault::open"]
        );
        assert_eq!(told("#[tokio::main] fn main() {}"), ["tokio::main"]);
        assert_eq!(
            told("#[serde(with = \"crate::wire::moment\")] x: \"not::a::path\""),
            ["crate::wire::moment"]
        );
    }

    #[test]
    fn a_visibility_and_a_captured_lifetime_import_nothing() {
        assert!(told("pub(in crate::wire) struct A; fn f<'a>() -> impl Sized + use<'a> { 1 }").is_empty());
    }

    #[test]
    fn an_import_knows_the_name_it_binds_and_whether_others_may_take_it() {
        let all = read("use a::b as c; pub use d::e; pub(crate) use f; use g::*;");
        let told: Vec<_> = all.iter().map(|m| (m.binds.as_deref(), m.reexport)).collect();
        assert_eq!(told, [(Some("c"), false), (Some("e"), true), (Some("f"), true), (None, false)]);
    }

    #[test]
    fn inline_modules_are_remembered() {
        let all = read("mod a { fn f() { x::y } mod b { x::z } } x::w");
        let within: Vec<String> = all.iter().map(|m| m.within.join("::")).collect();
        assert_eq!(within, ["a", "a::b", ""]);
    }
}
