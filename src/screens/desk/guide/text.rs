//! A chapter as lines to read.

use crate::desks::spoken::guide::{Chapter, warnings};
use crate::desks::spoken::terms;
use crate::domain::catalogue::Catalogue;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::Tone;
use crate::screens::kit::plain_text::{self, folded};

/// A line of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// It belongs to a paragraph that holds the words that were typed.
    pub hit: bool,
}

/// Whether one of the paragraphs or labels of a chapter holds all words, folded.
#[must_use]
pub fn holds(chapter: &Chapter, words: &[String], catalogue: &Catalogue, tongue: Tongue) -> bool {
    paragraphs(chapter, catalogue, tongue).iter().any(|(_, text)| holds_all(text, words))
}

/// The lines in so many columns: the title, the text, and the indicators of its side of the catalogue.
#[must_use]
pub fn lines(
    chapter: &Chapter,
    words: &[String],
    catalogue: &Catalogue,
    columns: usize,
    tongue: Tongue,
) -> Vec<Line> {
    let mut all = Vec::new();
    for (tone, text) in paragraphs(chapter, catalogue, tongue) {
        let hit = !words.is_empty() && holds_all(&text, words);
        // What follows a dash or a mark stands under its words.
        let hang = if text.starts_with("- ") || text.starts_with("! ") { 2 } else { 0 };
        let broken = plain_text::wrapped(&text, columns.saturating_sub(hang));
        for (place, line) in broken.into_iter().enumerate() {
            let text = if place > 0 { format!("{:hang$}{line}", "") } else { line };
            all.push(Line { tone, text, hit });
        }
        // The indicators are a list; everything else stands apart.
        if hang == 0 {
            all.push(Line { tone: Tone::Plain, text: String::new(), hit: false });
        }
    }
    all
}

fn holds_all(text: &str, words: &[String]) -> bool {
    let text = folded(text);
    words.iter().all(|word| text.contains(word))
}

fn paragraphs(chapter: &Chapter, catalogue: &Catalogue, tongue: Tongue) -> Vec<(Tone, String)> {
    let mut all = vec![(Tone::Title, tongue.say(chapter.title).into_owned())];
    all.extend(chapter.paragraphs.iter().map(|word| (Tone::Plain, tongue.say(*word).into_owned())));
    let Some(dimension) = chapter.dimension else { return all };
    all.push((Tone::Title, tongue.say(Word("guide-signs")).into_owned()));
    for row in catalogue.iter().filter(|row| row.dimension == dimension) {
        let label = tongue.speak(&terms::label(&row.labels));
        let grave: Vec<_> = warnings(row).into_iter().map(|word| tongue.say(word)).collect();
        all.push(if grave.is_empty() {
            (Tone::Plain, format!("- {label}"))
        } else {
            (Tone::Warning, format!("! {label} ({})", grave.join(", ")))
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{holds, lines};
    use crate::desks::spoken::guide::{CHAPTERS, Chapter};
    use crate::domain::catalogue::Catalogue;
    use crate::language::tongue::Tongue;

    #[test]
    fn every_indicator_stands_in_the_guide_in_every_language() {
        let catalogue = Catalogue::embedded().unwrap();
        for tongue in Tongue::ALL {
            let all: String = (CHAPTERS.iter())
                .flat_map(|chapter| lines(chapter, &[], &catalogue, 1000, tongue))
                .map(|line| line.text + "\n")
                .collect();
            for row in catalogue.iter() {
                assert!(all.contains(row.labels.in_language(written(tongue))), "{tongue:?} {}", row.id);
            }
        }
    }

    fn written(tongue: Tongue) -> crate::domain::observation::Language {
        crate::desks::spoken::terms::written_in(tongue)
    }

    #[test]
    fn urgent_ones_are_marked_by_a_word_and_words_are_found_without_their_marks() {
        let catalogue = Catalogue::embedded().unwrap();
        let transit = Chapter::named("recognise-transit").unwrap();
        let marked = lines(transit, &[], &catalogue, 200, Tongue::French);
        assert!(
            marked.iter().any(|line| line.text.starts_with("! ") && line.text.contains("(danger de mort"))
        );
        let never = Chapter::named("never").unwrap();
        assert!(holds(never, &["frage".to_owned()], &catalogue, Tongue::German), "without a mark");
        assert!(!holds(never, &["zzz".to_owned()], &catalogue, Tongue::German));
    }
}
