//! Prose the dictionary has never seen: the honesty check of every figure about size.

use std::collections::BTreeMap;

use vigilia::desks::exercise::scenario::Scenario;
use vigilia::domain::observation::Language;
use vigilia::domain::text::Narrative;

fn sentences(language: Language) -> Vec<&'static str> {
    let file = match language {
        Language::Dutch => include_str!("unseen/nl.txt"),
        Language::French => include_str!("unseen/fr.txt"),
        Language::German => include_str!("unseen/de.txt"),
        Language::English => include_str!("unseen/en.txt"),
    };
    file.lines().collect()
}

/// The same reports with other words: facts and assessment are replaced by text of about the same length. Each
/// sentence is used once before any is used again, so that a batch of 20 hardly repeats itself.
pub fn with_unseen_prose(mut scenario: Scenario) -> Scenario {
    let mut used: BTreeMap<(usize, Language), usize> = BTreeMap::new();
    for sighting in &mut scenario.sightings {
        let language = sighting.draft.language;
        let all = sentences(language);
        // A batch is one contingent's.
        let next = used.entry((sighting.contingent, language)).or_default();
        for text in [&mut sighting.draft.facts, &mut sighting.draft.assessment].into_iter().flatten() {
            let wanted = text.as_str().chars().count();
            let mut words = String::new();
            while words.chars().count() + 40 < wanted || words.is_empty() {
                let between = if words.is_empty() { "" } else { " " };
                words.extend([between, all[*next % all.len()]]);
                *next += 1;
            }
            *text = Narrative::new(&words).unwrap();
        }
    }
    scenario
}
