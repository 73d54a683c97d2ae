//! Words of a text, folded so that somebody who types without accents, in capitals or with a slip of the finger is
//! still understood.
//!
//! Folding is for comparing only: nothing folded is ever stored or shown.

use std::ops::Range;

/// A word where it stands in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Small letters without marks; never empty.
    pub folded: String,
    /// Bytes of the text the word takes.
    pub range: Range<usize>,
    /// Whether a sentence, or a part of one, ends between the word before and this one: `.`, `!`, `?`, `;`, `:`, a
    /// comma, a dash between blanks, a new line.
    pub after_a_stop: bool,
}

/// Small letters without the marks of the languages of Europe; marks that stand alone are dropped.
///
/// `ß` becomes `ss`, `æ` and `œ` their two letters, curved apostrophes straight ones. Letters of other scripts are
/// only made small.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut out);
    }
    out
}

fn fold_into(c: char, out: &mut String) {
    for small in c.to_lowercase() {
        match small {
            'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => out.push('i'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ŕ' | 'ř' => out.push('r'),
            'ś' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ţ' | 'ť' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            '’' | 'ʼ' => out.push('\''),
            // Marks typed apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            other => out.push(other),
        }
    }
}

/// The words of a text: runs of letters and digits. An apostrophe, a hyphen and everything else parts words, so
/// `l'ai` is two and `blacked-out` is two.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    let mut stopped = false;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) {
            let word = open.get_or_insert_with(|| Word {
                folded: String::new(),
                range: at..end,
                after_a_stop: std::mem::take(&mut stopped),
            });
            fold_into(c, &mut word.folded);
            word.range.end = end;
        } else {
            found.extend(open.take().filter(|word| !word.folded.is_empty()));
            stopped |= matches!(c, '.' | '!' | '?' | ';' | ':' | ',' | '\n' | '–' | '—' | '(' | ')' | '…')
                || (c == '-' && before == ' ');
        }
        before = c;
    }
    found.extend(open.filter(|word| !word.folded.is_empty()));
    found
}

/// How many slips lead from `typed` to `meant`, if no more than `most`: a letter left out, put in, mistaken, or two
/// neighbours swapped (Damerau-Levenshtein, each place touched once).
#[must_use]
pub fn slips(typed: &str, meant: &str, most: usize) -> Option<usize> {
    let last = rows(typed, meant, most)?;
    last.last().copied().filter(|count| *count <= most)
}

/// The same towards the beginning of `meant` that fits best: for who is still typing.
#[must_use]
pub fn slips_so_far(typed: &str, meant: &str, most: usize) -> Option<usize> {
    let begun: String = meant.chars().take(typed.chars().count() + most).collect();
    rows(typed, &begun, most)?.into_iter().min().filter(|count| *count <= most)
}

/// The last row of the table of slips: for each beginning of `meant`, the slips that lead there. `None` as soon as
/// `most` cannot be kept.
fn rows(typed: &str, meant: &str, most: usize) -> Option<Vec<usize>> {
    let meant: Vec<char> = meant.chars().collect();
    if typed.chars().count() > meant.len() + most {
        return None;
    }
    let mut two_back: Vec<usize> = Vec::new();
    let mut back: Vec<usize> = (0..=meant.len()).collect();
    let mut typed_before = None;
    for (row, letter) in typed.chars().enumerate() {
        let mut now = Vec::with_capacity(back.len());
        now.push(row + 1);
        let mut meant_before = None;
        for (column, wanted) in meant.iter().copied().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let mut count = at(&back, column) + usize::from(letter != wanted);
            count = count.min(at(&back, column + 1) + 1).min(at(&now, column) + 1);
            if typed_before == Some(wanted) && meant_before == Some(letter) {
                count = count.min(at(&two_back, column.saturating_sub(1)) + 1);
            }
            now.push(count);
            meant_before = Some(wanted);
        }
        if now.iter().all(|count| *count > most) {
            return None;
        }
        two_back = std::mem::replace(&mut back, now);
        typed_before = Some(letter);
    }
    Some(back)
}

#[cfg(test)]
mod tests {
    use super::{folded, slips, slips_so_far, words};
    use proptest::prelude::*;

    #[test]
    fn marks_capitals_and_apostrophes_do_not_part_what_belongs_together() {
        assert_eq!(
            folded("Étudiante à l’ÎLE, Straße, Đakovica, Niš"),
            "etudiante a l'ile, strasse, dakovica, nis"
        );
        assert_eq!(folded("e\u{301}te\u{301}"), "ete");
    }

    #[test]
    fn words_know_where_they_stand_and_what_stopped_before_them() {
        let text = "Je l'ai suivi. Café-bar, fermé";
        let found: Vec<_> = words(text).into_iter().map(|w| (w.folded, w.after_a_stop)).collect();
        let plain: Vec<_> = found.iter().map(|(word, stop)| (word.as_str(), *stop)).collect();
        assert_eq!(
            plain,
            [
                ("je", false),
                ("l", false),
                ("ai", false),
                ("suivi", false),
                ("cafe", true),
                ("bar", false),
                ("ferme", true)
            ]
        );
        let last = words(text).pop().unwrap();
        assert_eq!(text.get(last.range), Some("fermé"));
    }

    #[test]
    fn slips_of_the_finger_are_counted_once_each() {
        assert_eq!(slips("passport", "passport", 2), Some(0));
        assert_eq!(slips("pasport", "passport", 1), Some(1));
        assert_eq!(slips("psasport", "passport", 1), Some(1));
        assert_eq!(slips("bassbort", "passport", 2), Some(2));
        assert_eq!(slips("bassbord", "passport", 2), None);
        assert_eq!(slips("", "abc", 2), None);
        assert_eq!(slips_so_far("camoin", "camionnette", 1), Some(1));
        assert_eq!(slips_so_far("lastw", "lastwagen", 0), Some(0));
    }

    proptest! {
        #[test]
        fn any_text_has_words_that_stand_in_it(text in "\\PC{0,60}|(?s).{0,60}") {
            let found = words(&text);
            let mut at = 0;
            for word in &found {
                prop_assert!(word.range.start >= at && text.get(word.range.clone()).is_some());
                prop_assert!(!word.folded.is_empty());
                at = word.range.end;
            }
        }

        #[test]
        fn slips_are_the_same_both_ways(one in "[a-d]{0,8}", other in "[a-d]{0,8}") {
            prop_assert_eq!(slips(&one, &other, 3), slips(&other, &one, 3));
            prop_assert_eq!(slips(&one, &other, 0).is_some(), one == other);
            if let Some(count) = slips(&one, &other, 2) {
                prop_assert!(slips_so_far(&one, &other, 2).is_some_and(|so_far| so_far <= count));
            }
        }
    }
}
