//! Text as a terminal shows it: columns, cuts, line breaks, and nothing that acts.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands in place of a character that a terminal would obey instead of showing it.
pub const STAND_IN: char = '\u{fffd}';

/// The character as it is shown: one that acts, or that turns the direction of what follows, becomes [`STAND_IN`].
#[must_use]
pub fn shown(c: char) -> char {
    let turns = matches!(
        c,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    );
    if c.is_control() || turns { STAND_IN } else { c }
}

/// A line as it is shown: line breaks and tabs become spaces, what acts becomes [`STAND_IN`].
#[must_use]
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { shown(c) })
        .collect()
}

/// Text as it is shown on several lines: line breaks stay, tabs become spaces, what acts becomes [`STAND_IN`].
#[must_use]
pub fn many_lines(text: &str) -> String {
    let kept = |c| match c {
        '\n' => c,
        '\t' => ' ',
        other => shown(other),
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(kept).collect()
}

/// The columns a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The columns a character takes: 0 for a mark that stands on the character before it.
#[must_use]
pub fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// A number of columns or rows as a terminal counts them.
#[must_use]
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The longest beginning of a text that fits in so many columns.
#[must_use]
pub fn beginning(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        used += char_width(c);
        (used > columns).then_some(at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// A text that fits in so many columns; where something was left out, it ends with `…`.
#[must_use]
pub fn fitted(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    match columns {
        0 => String::new(),
        _ => format!("{}…", beginning(text, columns - 1).trim_end()),
    }
}

/// Where the lines of a text lie when it is shown in so many columns: byte ranges without the line feeds. There is
/// always at least one line. Spaces at the end of a line hang over its edge.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut used = 0;
    // Where the word being read begins, and the columns taken before it.
    let mut word = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '\n' => {
                lines.push(start..at);
                start = at + 1;
                used = 0;
                word = (start, 0);
            }
            ' ' => {
                used += 1;
                word = (at + 1, used);
            }
            _ => {
                while used + char_width(c) > columns && at > start {
                    let (broken_at, before) = if word.0 > start { word } else { (at, used) };
                    lines.push(start..broken_at);
                    start = broken_at;
                    used -= before;
                    word = (start, 0);
                }
                used += char_width(c);
            }
        }
    }
    lines.push(start..text.len());
    lines
}

/// The lines of a text shown in so many columns.
#[must_use]
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    wrap(text, columns)
        .into_iter()
        .filter_map(|line| text.get(line))
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Small letters without the marks of Western European languages, so that `etudiant` finds `Étudiant`.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' => out.push('a'),
            'ç' => out.push('c'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò'..='ö' => out.push('o'),
            'ù'..='ü' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            '’' => out.push('\''),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{beginning, cells, fitted, folded, many_lines, one_line, width, wrap, wrapped};

    #[test]
    fn what_acts_on_a_terminal_is_shown_and_not_obeyed() {
        assert_eq!(one_line("a\u{1b}[2Jb\u{202e}c\nd\te"), "a\u{fffd}[2Jb\u{fffd}c d e");
        assert_eq!(many_lines("a\r\nb\rc\u{7}\td"), "a\nb\nc\u{fffd} d");
    }

    #[test]
    fn a_cut_is_marked_and_never_too_wide() {
        assert_eq!(fitted("Mitrovica", 9), "Mitrovica");
        assert_eq!(fitted("Mitrovica", 5), "Mitr…");
        assert_eq!(fitted("東京都庁", 5), "東京…");
        assert_eq!(fitted("x", 0), "");
        assert_eq!(beginning("東京", 3), "東");
        assert_eq!(cells(70_000), u16::MAX);
    }

    #[test]
    fn lines_break_between_words_and_only_then_within_one() {
        assert_eq!(wrapped("a grey van with covered windows", 12), ["a grey van", "with covered", "windows"]);
        assert_eq!(wrapped("Kraftfahrzeughaftpflicht", 10), ["Kraftfahrz", "eughaftpfl", "icht"]);
        assert_eq!(wrapped("one\n\ntwo", 10), ["one", "", "two"]);
        assert_eq!(wrapped("", 10), [""]);
    }

    #[test]
    fn marks_do_not_hide_a_word_from_who_types_without_them() {
        assert_eq!(folded("Étudiante à l’ÎLE, Straße"), "etudiante a l'ile, strasse");
    }

    proptest! {
        #[test]
        fn breaking_lines_loses_nothing(text in "[a-zé東 \n]{0,80}", columns in 1_usize..30) {
            let lines = wrap(&text, columns);
            let mut at = 0;
            for line in &lines {
                prop_assert!(line.start == at || text.get(at..line.start) == Some("\n"));
                let words = text.get(line.clone()).unwrap_or_default().trim_end_matches(' ');
                prop_assert!(width(words) <= columns.max(2));
                at = line.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
