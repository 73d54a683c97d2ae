//! What soldiers, commanders and the cell write in an exercise: hand-written sentences with gaps, by language.
//!
//! The sentences stand in text files so that somebody who speaks the language can correct them without reading code.
//! The four files are parallel: the third line of a section says the same in each, so one table of indicators fits
//! them all.

use std::collections::BTreeMap;

use crate::domain::observation::Language;

/// What goes into the gaps of a sentence: `{place}`, `{van}`, `{women}`.
pub type Gaps = BTreeMap<&'static str, String>;

/// The sentences of one language, by section.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    sections: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Words {
    /// The sentences of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let file = match language {
            Language::Dutch => include_str!("words/nl.txt"),
            Language::French => include_str!("words/fr.txt"),
            Language::German => include_str!("words/de.txt"),
            Language::English => include_str!("words/en.txt"),
        };
        let mut sections: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        let mut section = "";
        for line in file.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().push(line),
            }
        }
        Self { language, sections }
    }

    /// Which language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The lines of a section; none if there is no such section.
    #[must_use]
    pub fn lines(&self, section: &str) -> &[&'static str] {
        self.sections.get(section).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names and sizes of all sections.
    #[cfg(test)]
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.sections.iter().map(|(name, lines)| (*name, lines.len()))
    }
}

/// The sentence with its gaps filled and a capital at its head. A gap nobody fills stays as it is, where a test sees it.
#[must_use]
pub fn filled(sentence: &str, gaps: &Gaps) -> String {
    let mut out = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, tail)) => {
                match gaps.get(name) {
                    Some(value) => out.push_str(value),
                    None => out.extend(["{", name, "}"]),
                }
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    let mut letters = out.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;

    #[test]
    fn the_four_files_are_parallel() {
        let shape = |language| Words::of(language).sections().collect::<Vec<_>>();
        for language in Language::ALL {
            assert_eq!(shape(*language), shape(Language::English), "{language}");
        }
    }

    #[test]
    fn each_language_has_many_sentences_and_never_the_same_twice() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let aside = ["command", "comment", "language", "abroad", "colour"];
            let mut facts = 0;
            for (name, lines) in &words.sections {
                let mut distinct = lines.clone();
                distinct.sort_unstable();
                distinct.dedup();
                assert_eq!(distinct.len(), lines.len(), "{language} [{name}]");
                let spoken = lines.iter().all(|line| line.len() > 25);
                facts += if spoken && !aside.contains(name) { lines.len() } else { 0 };
            }
            assert!(facts > 90, "{language}: {facts}");
            let thoughts: usize =
                words.sections().filter(|(name, _)| name.starts_with("think")).map(|(_, lines)| lines).sum();
            assert!(thoughts >= 25, "{language}: {thoughts}");
        }
    }

    #[test]
    fn gaps_are_filled_and_what_nobody_fills_shows() {
        let gaps = Gaps::from([("place", "Podujeva".to_owned()), ("van", "grijze bus".to_owned())]);
        assert_eq!(filled("{van} in {place}, {time}", &gaps), "Grijze bus in Podujeva, {time}");
        assert_eq!(filled("a { alone", &gaps), "A { alone");
    }
}
