//! Finds indicators by the words somebody types: those of the labels, and everyday ones that stand beside them in
//! `synonyms.csv`, in four languages.
//!
//! ```text
//!  labels ────────┐
//!                 ├── Search::of ──▶ words per indicator ── find("lieferwgaen", German) ──▶ best first
//!  synonyms.csv ──┘   little words
//!                     left out
//! ```
//!
//! A word of the language that is asked for comes before one of another; a whole word before a begun one, a begun one
//! before a part of a compound, and all of them before a guess at what was mistyped. Words like "van" or "mit" say
//! nothing in their own language and are left out there; the English van is found by them all the same.

use std::collections::BTreeMap;

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::{Indicator, IndicatorId};
use crate::domain::code::Coded;
use crate::domain::folding::{self, slips, slips_so_far};
use crate::domain::observation::Language;

/// The most of a typed text that is looked at, in characters.
const LONGEST_TYPED: usize = 100;

/// From this many letters on, one slip of the finger is forgiven; from twice as many, two.
const FORGIVING: usize = 4;

/// From this many typed letters on, a slip is forgiven in a word that is only begun.
const FORGIVING_BEGUN: usize = 5;

/// From this many letters on, a word is found inside a compound: `wagen` in `Lieferwagen`.
const INSIDE: usize = 4;

/// A word by which an indicator is found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    folded: String,
    language: Language,
    in_label: bool,
}

/// The words of one version of the catalogue, made ready for searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    words: BTreeMap<IndicatorId, Vec<Known>>,
}

impl Search {
    /// Makes a catalogue searchable. The everyday words travel inside the program; an indicator of a newer catalogue
    /// that they do not know is found by its labels.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut words: BTreeMap<IndicatorId, Vec<Known>> = BTreeMap::new();
        for row in catalogue.iter() {
            let known = words.entry(row.id.clone()).or_default();
            for language in Language::ALL {
                known.extend(split(row.labels.in_language(*language), *language, true));
            }
        }
        for (id, language, synonyms) in synonyms() {
            if let Some(known) = words.get_mut(&id) {
                known.extend(split(&synonyms, language, false));
            }
        }
        for known in words.values_mut() {
            // A word of the label is as good as the same word beside it, and is met first.
            known.sort_by(|one, other| one.folded.cmp(&other.folded).then(other.in_label.cmp(&one.in_label)));
            known.dedup_by(|next, kept| next.folded == kept.folded && next.language == kept.language);
        }
        Self { words }
    }

    /// Those among some indicators that fit every word typed, the best first; where two fit alike, their order stays.
    /// Nothing typed fits them all.
    #[must_use]
    pub fn find<'c>(&self, typed: &str, language: Language, among: &[&'c Indicator]) -> Vec<&'c Indicator> {
        let typed: String = typed.chars().take(LONGEST_TYPED).collect();
        let all: Vec<String> = folding::words(&typed).into_iter().map(|word| word.folded).collect();
        let telling = |little: &dyn Fn(&str) -> bool| {
            let kept: Vec<&str> = all.iter().map(String::as_str).filter(|word| !little(word)).collect();
            if kept.is_empty() { all.iter().map(String::as_str).collect() } else { kept }
        };
        let own = telling(&|word| is_little(word, language));
        let found = self.fitting(&own, language, among);
        if !found.is_empty() {
            return found;
        }
        // Somebody may type in another language than the one he reads.
        let any = telling(&|word| Language::ALL.iter().any(|language| is_little(word, *language)));
        if any == own { found } else { self.fitting(&any, language, among) }
    }

    fn fitting<'c>(&self, typed: &[&str], language: Language, among: &[&'c Indicator]) -> Vec<&'c Indicator> {
        let words: Vec<(&str, bool)> = typed.iter().map(|word| (*word, self.knows(word))).collect();
        let mut found: Vec<(u32, &Indicator)> = Vec::new();
        for row in among {
            let known = self.words.get(&row.id).map_or(&[][..], Vec::as_slice);
            let each = words.iter().map(|(word, stands)| {
                known.iter().filter_map(|known| distance(word, *stands, known, language)).min()
            });
            if let Some(sum) = each.sum::<Option<u32>>() {
                found.push((sum, *row));
            }
        }
        found.sort_by_key(|(sum, _)| *sum);
        found.into_iter().map(|(_, row)| row).collect()
    }

    /// Whether a typed word is or begins a word of the catalogue: then it is hardly a mistyped one.
    fn knows(&self, typed: &str) -> bool {
        self.words.values().flatten().any(|known| known.folded.starts_with(typed))
    }
}

/// How far a typed word is from a known one, or `None` if they have nothing to do with each other. `stands`: the word
/// is in the catalogue as it was typed.
fn distance(typed: &str, stands: bool, known: &Known, language: Language) -> Option<u32> {
    let letters = typed.chars().count();
    let compounds = matches!(known.language, Language::Dutch | Language::German);
    let guess = 1000;
    // A short word that stands in the catalogue is meant; a long one may still be spelt otherwise elsewhere:
    // camionette, camionnette.
    let most = if stands { forgiven(letters).saturating_sub(1) } else { forgiven(letters) };
    let how = if known.folded == typed {
        0
    } else if known.folded.starts_with(typed) {
        10
    } else if compounds && letters >= INSIDE && known.folded.contains(typed) {
        20
    } else if let Some(count) = slips(typed, &known.folded, most) {
        guess + if count > 1 { 30 } else { 0 }
    } else if letters >= FORGIVING_BEGUN && slips_so_far(typed, &known.folded, most).is_some() {
        guess + 60
    } else {
        return None;
    };
    Some(how + if known.language == language { 0 } else { 100 } + u32::from(!known.in_label))
}

/// How many slips are forgiven in a word of so many letters.
const fn forgiven(letters: usize) -> usize {
    if letters < FORGIVING {
        0
    } else if letters < 2 * FORGIVING {
        1
    } else {
        2
    }
}

/// The telling words of a text.
fn split(text: &str, language: Language, in_label: bool) -> Vec<Known> {
    let mut known = Vec::new();
    let mut take = |text: &str| {
        for word in folding::words(text).into_iter().map(|word| word.folded) {
            if !is_little(&word, language) {
                known.push(Known { folded: word, language, in_label });
            }
        }
    };
    take(text);
    // German is also typed without its dots: Faelschung for Fälschung.
    if language == Language::German && text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        let undotted = text.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
        take(&undotted);
    }
    known
}

/// Reads the everyday words. A row that is not understood is passed over: it helps to find, and nothing hangs on it.
fn synonyms() -> Vec<(IndicatorId, Language, String)> {
    let mut reader = csv::ReaderBuilder::new().from_reader(include_str!("synonyms.csv").as_bytes());
    let row = |record: csv::StringRecord| {
        let id = IndicatorId::parse(record.get(0)?).ok()?;
        Some((id, Language::from_code(record.get(1)?)?, record.get(2)?.to_owned()))
    };
    reader.records().filter_map(Result::ok).filter_map(row).collect()
}

/// Whether a folded word says nothing by itself in its language.
fn is_little(word: &str, language: Language) -> bool {
    let list = match language {
        Language::Dutch => LITTLE_DUTCH,
        Language::French => LITTLE_FRENCH,
        Language::German => LITTLE_GERMAN,
        Language::English => LITTLE_ENGLISH,
    };
    list.split_ascii_whitespace().any(|little| little == word)
}

const LITTLE_DUTCH: &str = "de het een van in op en of met voor naar door bij te ten ter tot om uit over aan als dan die dat \
     dit is zijn was wordt worden werd niet geen er hij zij ze hun haar men wie wat waar s t anders steeds zeer zo je ik we";
const LITTLE_FRENCH: &str = "le la les l un une des d du de et ou a au aux en dans par pour sur avec ou que qui qu ne n se s \
     est sont son sa ses leur leurs il elle ils elles on y ce cette ces c j je nous plus trop autrement";
const LITTLE_GERMAN: &str = "der die das den dem des ein eine einer einem einen eines und oder in im am an auf mit von vom \
     zu zum zur fur bei aus nach uber um als ist sind war wird werden nicht kein keine sich er sie es ihr ihre ihren \
     ihrem man wer was wo dass sonst so ich wir";
const LITTLE_ENGLISH: &str = "the a an of in on at to and or with for by from is are was were be been not no that this it \
     its he she they their them his her who what where than as into i we so s";

#[cfg(test)]
mod tests {
    use super::{LITTLE_DUTCH, LITTLE_ENGLISH, LITTLE_FRENCH, LITTLE_GERMAN, Search, is_little, synonyms};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::indicator::Indicator;
    use crate::domain::code::Coded;
    use crate::domain::duty::Duty;
    use crate::domain::folding;
    use crate::domain::observation::Language;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn names(found: &[&Indicator]) -> Vec<String> {
        found.iter().map(|row| row.id.to_string()).collect()
    }

    fn find(typed: &str, language: Language) -> Vec<String> {
        let catalogue = Catalogue::embedded().unwrap();
        let among = catalogue.suited(Duty::Checkpoint, None).all();
        names(&Search::of(&catalogue).find(typed, language, &among))
    }

    #[test]
    fn every_indicator_has_everyday_words_in_every_language() {
        let rows = synonyms();
        let catalogue = Catalogue::embedded().unwrap();
        assert_eq!(rows.len(), 360, "every row is understood");
        let distinct: BTreeSet<_> =
            rows.iter().map(|(id, language, _)| (id.clone(), language.code())).collect();
        assert_eq!(distinct.len(), 360);
        for (id, language, words) in &rows {
            assert!(catalogue.get(id).is_some(), "{id}");
            let count = words.split('|').filter(|word| !word.trim().is_empty()).count();
            assert!((4..=10).contains(&count) && words.split('|').count() == count, "{id} {language}");
        }
    }

    #[test]
    fn what_a_soldier_types_finds_what_he_means_in_every_language() {
        use Language::{Dutch, English, French, German};
        for (typed, language, wanted) in [
            ("van", English, "trn.covered_windows"),
            ("van", Dutch, "trn.covered_windows"),
            ("bestelwagen", Dutch, "trn.covered_windows"),
            ("camionnette", French, "trn.covered_windows"),
            ("Lieferwagen", German, "trn.covered_windows"),
            ("passport", English, "mob.documents_held"),
            ("paspoort", Dutch, "mob.documents_held"),
            ("passeport", French, "mob.documents_held"),
            ("Reisepass", German, "mob.documents_held"),
            ("vals paspoort", Dutch, "doc.false"),
            ("Kofferraum", German, "trn.hidden_people"),
            ("Nummernschild", German, "trn.plate_mismatch"),
            ("kenteken", Dutch, "trn.plate_mismatch"),
            ("immatriculation", French, "trn.plate_mismatch"),
            ("mendiant", French, "beg.money_taken"),
            ("Kind allein", German, "chd.unrelated_adults"),
            ("pot de vin", French, "trn.official_lets_pass"),
            ("smeergeld", Dutch, "trn.official_lets_pass"),
            ("kidney", English, "org.fresh_scar"),
            ("rubberboot", Dutch, "trn.unsafe_boat"),
        ] {
            let found = find(typed, language);
            assert!(found.iter().take(5).any(|id| id == wanted), "{typed} in {language}: {found:?}");
        }
    }

    #[test]
    fn slips_of_the_finger_are_forgiven() {
        for (typed, language, wanted) in [
            ("pasport", Language::English, "mob.documents_held"),
            ("psaspoort", Language::Dutch, "mob.documents_held"),
            ("camionete", Language::French, "trn.covered_windows"),
            ("lieferwgaen", Language::German, "trn.covered_windows"),
            ("Faelschung", Language::German, "doc.false"),
            ("vrahctwag", Language::Dutch, "trn.hidden_people"),
            ("immatricu", Language::French, "trn.plate_mismatch"),
            ("prostituiton", Language::English, "sit.private_flat"),
        ] {
            let found = find(typed, language);
            assert!(found.iter().take(6).any(|id| id == wanted), "{typed} in {language}: {found:?}");
        }
        assert!(find("qwxz", Language::English).is_empty());
        let spelt = find("camionette", Language::Dutch);
        assert_eq!(
            spelt.first().map(String::as_str),
            Some("trn.covered_windows"),
            "as it is spelt comes first"
        );
        assert!(spelt.len() > 3, "and the other spelling is found: {spelt:?}");
    }

    #[test]
    fn the_dutch_van_is_no_vehicle_and_the_english_one_is() {
        let english = find("van", Language::English);
        let dutch = find("van", Language::Dutch);
        assert_eq!(
            english.iter().collect::<BTreeSet<_>>(),
            dutch.iter().collect(),
            "only the vehicle is meant"
        );
        assert!(english.len() < 12, "{english:?}");
        assert_eq!(
            find("papieren van een persoon", Language::Dutch).first().map(String::as_str),
            Some("mob.documents_held")
        );
        assert_eq!(
            find("papieren van een persoon", Language::English).first().map(String::as_str),
            Some("mob.documents_held"),
            "whatever language he reads"
        );
    }

    #[test]
    fn every_word_typed_must_fit_and_the_own_language_comes_first() {
        let found = find("child alone", Language::English);
        assert_eq!(found.first().map(String::as_str), Some("chd.unrelated_adults"));
        assert!(found.iter().all(|id| find("alone", Language::English).contains(id)));
        // "mineur" is French for a minor; in German the same letters mean nothing.
        let minor = find("minor", Language::English);
        assert!(minor.contains(&"sex.minor".to_owned()));
        assert_eq!(find("", Language::French).len(), 89, "nothing typed narrows nothing");
    }

    #[test]
    fn each_indicator_is_found_first_or_nearly_so_by_its_whole_label() {
        let catalogue = Catalogue::embedded().unwrap();
        let search = Search::of(&catalogue);
        for duty in [Duty::Checkpoint, Duty::Guard] {
            let among = catalogue.suited(duty, None).all();
            for row in &among {
                for language in Language::ALL {
                    let found = search.find(row.labels.in_language(*language), *language, &among);
                    assert_eq!(found.first().map(|row| row.id.as_str()), Some(row.id.as_str()), "{language}");
                }
            }
        }
    }

    #[test]
    fn little_words_are_written_folded() {
        for (language, list) in [
            (Language::Dutch, LITTLE_DUTCH),
            (Language::French, LITTLE_FRENCH),
            (Language::German, LITTLE_GERMAN),
            (Language::English, LITTLE_ENGLISH),
        ] {
            for word in list.split_whitespace() {
                assert_eq!(folding::folded(word), word);
                assert!(is_little(word, language));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn any_text_may_be_typed(typed in prop_oneof!["\\PC{0,40}", "[a-zäéß ]{0,30}", "(?s).{0,200}"]) {
            let catalogue = Catalogue::embedded().unwrap();
            let among = catalogue.suited(Duty::Other, None).all();
            let search = Search::of(&catalogue);
            let found = search.find(&typed, Language::German, &among);
            prop_assert!(found.len() <= among.len());
            let twice = search.find(&typed, Language::German, &among);
            prop_assert_eq!(names(&found), names(&twice), "the order is the same every time");
        }
    }
}
