//! The files, embedded, and what holds them together.
//!
//! A new topic is one line in `TOPICS` and a file of that name in each of the four folders. Above a message of the
//! English file, `# max 12` says how many columns it may take in every language; the place that draws it needs that.

use crate::language::tongue::Tongue;

/// One file in each language, in the order of [`Tongue::ALL`].
type Topic = [&'static str; 4];

macro_rules! topic {
    ($name:literal) => {
        [
            include_str!(concat!("nl/", $name, ".ftl")),
            include_str!(concat!("fr/", $name, ".ftl")),
            include_str!(concat!("de/", $name, ".ftl")),
            include_str!(concat!("en/", $name, ".ftl")),
        ]
    };
}

const TOPICS: &[Topic] = &[
    topic!("keys"),
    topic!("observer"),
    topic!("form"),
    topic!("rooms"),
    topic!("earlier_device"),
    topic!("terms"),
    topic!("codes"),
    topic!("guide"),
    topic!("advice"),
    topic!("told"),
    topic!("questions"),
    topic!("faults"),
    topic!("lock"),
    topic!("commander_review"),
    topic!("commander"),
    topic!("left_there"),
    topic!("membership"),
    topic!("commander_queue"),
    topic!("commander_contingent"),
    topic!("troubles"),
    topic!("commander_batch"),
    topic!("bulletins"),
    topic!("overdue"),
    topic!("commander_sent"),
    topic!("measures"),
];

/// The files of a language.
pub(in crate::language) fn texts(tongue: Tongue) -> impl Iterator<Item = &'static str> {
    TOPICS.iter().map(move |[nl, fr, de, en]| match tongue {
        Tongue::Dutch => *nl,
        Tongue::French => *fr,
        Tongue::German => *de,
        Tongue::English => *en,
    })
}

/// A message as it stands in a file.
#[cfg(test)]
pub(in crate::language) struct Entry {
    /// Its name.
    pub id: String,
    /// Everything behind the sign of equality, to the next message.
    pub text: String,
    /// What is put in it.
    pub variables: std::collections::BTreeSet<String>,
    /// How many columns it may take.
    pub limit: Option<usize>,
}

/// Every message of a language, from its files.
#[cfg(test)]
pub(in crate::language) fn entries(tongue: Tongue) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut limit = None;
    for line in texts(tongue).flat_map(str::lines) {
        if let Some(columns) = line.strip_prefix("# max ") {
            limit = Some(columns.parse().unwrap());
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (id, text) = line.split_once('=').unwrap();
            let variables = std::collections::BTreeSet::new();
            all.push(Entry { id: id.trim().to_owned(), text: text.trim().to_owned(), variables, limit });
            limit = None;
        } else if let Some(entry) = all.last_mut().filter(|_| !line.starts_with('#')) {
            entry.text.push('\n');
            entry.text.push_str(line.trim());
        }
    }
    for entry in &mut all {
        let name = |behind: &str| {
            behind.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
        };
        entry.variables = entry.text.split('$').skip(1).map(name).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use unicode_width::UnicodeWidthStr;

    use super::entries;
    use crate::language::phrase::Phrase;
    use crate::language::tongue::Tongue;
    use crate::language::word::Word;

    /// Every name the program says, outside its tests.
    fn said_in_the_program() -> BTreeSet<String> {
        fn walk(folder: &Path, said: &mut BTreeSet<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, said);
                } else if path.extension().is_some_and(|kind| kind == "rs") {
                    let code = fs::read_to_string(&path).unwrap();
                    let program = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                    // A comment may speak of words, and one line says what a word is.
                    for line in program.lines().filter(|line| !line.trim_start().starts_with("//")) {
                        for behind in line.split("Word(").skip(1).filter(|behind| !behind.starts_with("pub "))
                        {
                            let name = behind.strip_prefix('"').and_then(|name| name.split('"').next());
                            said.insert(
                                name.unwrap_or_else(|| panic!("write the name out: {line}")).to_owned(),
                            );
                        }
                    }
                }
            }
        }
        let mut said = BTreeSet::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut said);
        said
    }

    #[test]
    fn what_the_program_says_stands_in_every_language_and_nothing_else_does() {
        let said = said_in_the_program();
        assert!(said.len() > 100, "the program is read rightly");
        for tongue in Tongue::ALL {
            let held: BTreeSet<String> = entries(tongue).into_iter().map(|entry| entry.id).collect();
            let missing: Vec<_> = said.difference(&held).collect();
            let unused: Vec<_> = held.difference(&said).collect();
            assert!(
                missing.is_empty() && unused.is_empty(),
                "{}: missing {missing:#?}, unused {unused:#?}",
                tongue.code()
            );
        }
    }

    #[test]
    fn every_language_has_the_same_things_put_in() {
        let of = |tongue| -> BTreeMap<String, BTreeSet<String>> {
            entries(tongue).into_iter().map(|entry| (entry.id, entry.variables)).collect()
        };
        let english = of(Tongue::English);
        for tongue in Tongue::ALL {
            for (id, variables) in of(tongue) {
                assert_eq!(Some(&variables), english.get(&id), "{} {id}", tongue.code());
            }
        }
    }

    #[test]
    fn what_stands_in_a_column_fits_it_in_every_language() {
        let mut wide = Vec::new();
        for entry in entries(Tongue::English) {
            let Some(limit) = entry.limit else { continue };
            assert!(entry.variables.is_empty(), "{} has no one width", entry.id);
            let word = Word(entry.id.leak());
            for tongue in Tongue::ALL {
                let text = tongue.speak(&Phrase::from(word));
                if text.width() > limit {
                    wide.push(format!("{} {}: {} of {limit}: {text}", tongue.code(), word.0, text.width()));
                }
            }
        }
        assert!(wide.is_empty(), "{wide:#?}");
    }

    /// What no text may ask of a soldier, as stems, so that every form of the word is met.
    const NEVER: [(Tongue, &[&str]); 4] = [
        (
            Tongue::English,
            &[
                "investigat",
                "interrogat",
                "question him",
                "question her",
                "question them",
                "ask ",
                "search",
                "follow",
                "pursue",
                "go back",
                "return to the place",
                "find out",
                "look for",
                "look into",
                "observe further",
                "stay with",
                "watch ",
            ],
        ),
        (
            Tongue::Dutch,
            &[
                "onderzoek",
                "ondervra",
                "verhoor",
                "bevra",
                "vraag hem",
                "vraag haar",
                "vraag hun",
                "zoek",
                "volg hem",
                "volg haar",
                "volg hen",
                "achtervolg",
                "ga terug",
                "keer terug",
                "ga na",
                "nagaan",
                "opspor",
                "kijk uit naar",
                "hou in het oog",
                "houd in het oog",
                "schaduw",
                "blijf bij",
                "observeer",
                "speur",
            ],
        ),
        (
            Tongue::French,
            &[
                "enquêt",
                "interrog",
                "questionn",
                "demandez",
                "fouill",
                "cherch",
                "suivez",
                "poursui",
                "retournez",
                "renseignez-vous",
                "surveill",
                "filature",
                "restez avec",
                "guett",
                "pister",
                "observez",
            ],
        ),
        (
            Tongue::German,
            &[
                "ermitt",
                "befrag",
                "verhör",
                "fragen sie",
                "suchen",
                "durchsuch",
                "verfolg",
                "folgen sie",
                "gehen sie zurück",
                "kehren sie",
                "herausfind",
                "beobachten sie",
                "beschatt",
                "bleiben sie bei",
                "forsch",
                "nachgehen",
                "fahnd",
            ],
        ),
    ];

    /// What the police do is theirs to do.
    const OF_THE_POLICE: [&str; 2] = ["status-under-investigation", "guide-after-21"];

    /// How each language forbids: the guide says what never to do, and may name it only in such a sentence.
    const FORBIDDING: [(Tongue, &[&str]); 4] = [
        (Tongue::English, &["do not ", "nobody "]),
        (Tongue::Dutch, &[" niet", "geen ", "niemand "]),
        (Tongue::French, &["ne ", "n’"]),
        (Tongue::German, &["nicht", "keine", "niemand"]),
    ];

    #[test]
    fn no_word_asks_a_soldier_to_question_search_follow_or_go_back() {
        let mut asks = Vec::new();
        for ((tongue, never), (_, forbidding)) in NEVER.into_iter().zip(FORBIDDING) {
            for entry in entries(tongue).iter().filter(|entry| !OF_THE_POLICE.contains(&entry.id.as_str())) {
                // Trying again is no search.
                let text = entry.text.to_lowercase().replace("versuchen", "");
                let in_guide = entry.id.starts_with("guide-");
                for sentence in text.split_inclusive(['.', '!', '?', ':', ';']) {
                    let forbidden = in_guide && forbidding.iter().any(|word| sentence.contains(word));
                    let stem = never.iter().find(|stem| sentence.contains(*stem) && !forbidden);
                    asks.extend(
                        stem.map(|stem| format!("{} {}: {stem:?}: {sentence}", tongue.code(), entry.id)),
                    );
                }
            }
        }
        assert!(asks.is_empty(), "{asks:#?}");
    }
}
