//! Advice on the wording of facts and assessment: what the law wants kept apart, and what a soldier never does.
//!
//! ```text
//!  text ── folded words ──▶ phrases of wording/<language>.txt ──▶ Remark { kind, range }
//!                           less the exceptions                   shown beside the text, which stays as it is
//! ```
//!
//! Three things are pointed out: words of the special categories (Directive (EU) 2016/680, art. 10), which belong in a
//! report only where strictly necessary; sentences that read as if the author had investigated; and, in the facts,
//! words that conclude rather than tell (art. 7: facts apart from personal assessments). It is advice: nothing is
//! refused, nothing is changed, and languages spoken, nationality as shown, wounds and prostitution, which a report
//! rightly tells, are not pointed out.

use std::ops::Range;

use crate::domain::folding;
use crate::domain::observation::Language;
use crate::domain::phrase::{Step, length, steps};

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Race or ethnic origin.
    Origin,
    /// Religious or philosophical belief.
    Religion,
    /// Political opinion.
    Politics,
    /// Trade union membership.
    Union,
    /// Health beyond what is plainly seen.
    Health,
    /// Sex life or sexual orientation.
    SexLife,
    /// Biometric or genetic data.
    Biometrics,
    /// Reads as if the author had questioned, searched, followed or gone back.
    Investigating,
    /// Concludes instead of telling; in the facts only.
    Conclusion,
}

impl Kind {
    /// Every kind, in the order of the law.
    pub const ALL: [Self; 9] = [
        Self::Origin,
        Self::Religion,
        Self::Politics,
        Self::Union,
        Self::Health,
        Self::SexLife,
        Self::Biometrics,
        Self::Investigating,
        Self::Conclusion,
    ];

    /// Whether it is one of the special categories of Directive (EU) 2016/680, art. 10.
    #[must_use]
    pub const fn is_special_category(self) -> bool {
        !matches!(self, Self::Investigating | Self::Conclusion)
    }

    /// The heading of its phrases.
    const fn heading(self) -> &'static str {
        match self {
            Self::Origin => "origin",
            Self::Religion => "religion",
            Self::Politics => "politics",
            Self::Union => "union",
            Self::Health => "health",
            Self::SexLife => "sex life",
            Self::Biometrics => "biometrics",
            Self::Investigating => "investigating",
            Self::Conclusion => "conclusion",
        }
    }
}

/// Which of the two long fields a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What was seen or heard.
    Facts,
    /// What the author thinks, where conclusions belong.
    Assessment,
}

/// Something pointed out in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: Kind,
    /// The bytes of the text it is about; they begin and end between characters.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    kind: Kind,
    /// Says that what it covers is no matter.
    exception: bool,
    steps: Vec<Step>,
}

/// The phrases of one language, ready for use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    phrases: Vec<Phrase>,
}

impl Wording {
    /// The phrases of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let table = match language {
            Language::Dutch => include_str!("wording/nl.txt"),
            Language::French => include_str!("wording/fr.txt"),
            Language::German => include_str!("wording/de.txt"),
            Language::English => include_str!("wording/en.txt"),
        };
        let mut phrases = Vec::new();
        let mut under = None;
        for line in table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                under = Kind::ALL.into_iter().find(|kind| kind.heading() == heading);
                continue;
            }
            let (exception, words) = line.strip_prefix("- ").map_or((false, line), |words| (true, words));
            let steps = steps(words);
            phrases.extend(under.map(|kind| Phrase { kind, exception, steps }));
        }
        Self { phrases }
    }

    /// What there is to point out in a text, from its beginning to its end; no two remarks of one kind overlap.
    #[must_use]
    pub fn remarks(&self, text: &str, field: Field) -> Vec<Remark> {
        let words = folding::words(text);
        let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
        let mut excused: Vec<(Kind, Range<usize>)> = Vec::new();
        for phrase in self.phrases.iter().filter(|phrase| belongs(phrase.kind, field)) {
            for at in 0..words.len() {
                if let Some(end) = length(&phrase.steps, words.get(at..).unwrap_or_default()) {
                    let list = if phrase.exception { &mut excused } else { &mut found };
                    list.push((phrase.kind, at..at + end));
                }
            }
        }
        found.retain(|(kind, span)| {
            !excused
                .iter()
                .any(|(of, cover)| of == kind && cover.start <= span.start && span.end <= cover.end)
        });
        found.sort_by_key(|(kind, span)| (span.start, *kind, std::cmp::Reverse(span.end)));
        let mut remarks: Vec<Remark> = Vec::new();
        for (kind, span) in found {
            let bytes = span.start..span.end.saturating_sub(1);
            let (Some(first), Some(last)) = (words.get(bytes.start), words.get(bytes.end)) else { continue };
            let range = first.range.start..last.range.end;
            let overlaps = |kept: &Remark| kept.kind == kind && kept.range.end > range.start;
            if !remarks.iter().any(overlaps) {
                remarks.push(Remark { kind, range });
            }
        }
        remarks
    }
}

/// Conclusions belong in the assessment.
fn belongs(kind: Kind, field: Field) -> bool {
    field == Field::Facts || kind != Kind::Conclusion
}

#[cfg(test)]
mod tests {
    use super::{Field, Kind, Step, Wording};
    use crate::domain::code::Coded;
    use crate::domain::folding;
    use crate::domain::observation::Language;
    use proptest::prelude::*;

    fn found(language: Language, field: Field, text: &str) -> Vec<(Kind, String)> {
        let remarks = Wording::of(language).remarks(text, field);
        remarks.into_iter().map(|remark| (remark.kind, text.get(remark.range).unwrap().to_owned())).collect()
    }

    const ALL: [(Language, &str, &str); 4] = [
        (Language::Dutch, include_str!("wording/nl.txt"), include_str!("../desks/exercise/words/nl.txt")),
        (Language::French, include_str!("wording/fr.txt"), include_str!("../desks/exercise/words/fr.txt")),
        (Language::German, include_str!("wording/de.txt"), include_str!("../desks/exercise/words/de.txt")),
        (Language::English, include_str!("wording/en.txt"), include_str!("../desks/exercise/words/en.txt")),
    ];

    /// The sentences of the exercise that a soldier writes, and whether they stand in his facts.
    fn sentences(file: &'static str) -> impl Iterator<Item = (Field, &'static str)> {
        let mut section = "";
        let own = |section: &str| {
            !["[answer", "[return", "[command", "[comment"].iter().any(|other| section.starts_with(other))
        };
        file.lines().filter_map(move |line| {
            if line.starts_with('[') {
                section = line;
                return None;
            }
            let field = if section.starts_with("[think") { Field::Assessment } else { Field::Facts };
            (own(section) && line.chars().count() > 25).then_some((field, line))
        })
    }

    #[test]
    fn the_sentences_of_the_exercise_are_let_alone_unless_they_conclude() {
        // What a person who reads them would point out as well: somebody thinks, believes, or calls it likely.
        let rightly =
            [(Language::Dutch, 9), (Language::French, 9), (Language::German, 8), (Language::English, 7)];
        for (language, _, file) in ALL {
            let wording = Wording::of(language);
            let all = sentences(file).count();
            let told: Vec<_> =
                sentences(file).filter(|(field, line)| !wording.remarks(line, *field).is_empty()).collect();
            assert!(all > 180, "{language}: {all}");
            let expected = rightly.iter().find(|(of, _)| *of == language).map(|(_, count)| *count);
            assert_eq!(Some(told.len()), expected, "{language}: {told:#?}");
            for (field, line) in told {
                let kinds = wording.remarks(line, field);
                assert!(kinds.iter().all(|remark| remark.kind == Kind::Conclusion), "{language}: {line}");
            }
        }
    }

    #[test]
    fn innocent_sentences_stay_innocent() {
        let innocent: [(Language, &[&str]); 4] = [
            (
                Language::English,
                &[
                    "We asked nothing and went on with our normal round.",
                    "The women spoke Arabic among themselves, the driver Kurdish.",
                    "The van stood next to the mosque, behind the orthodox church.",
                    "She had bruises on both arms, old and new; the medic looked at her.",
                    "We followed our usual route and went back to base at 1430.",
                    "A man showed a Turkish passport for all of them.",
                    "Voices could be heard in the load, the plate could be read in part.",
                    "Men go in and out of the flat, about ten minutes each, money changes hands at the door.",
                    "I looked through the window of our vehicle and counted five people.",
                    "The trailer had a cut canvas and a broken seal.",
                ],
            ),
            (
                Language::Dutch,
                &[
                    "Wij hebben niets gevraagd en zijn verder gereden.",
                    "De vrouwen spraken Arabisch, de chauffeur Albanees.",
                    "De bestelwagen stond naast de moskee, achter de orthodoxe kerk.",
                    "Het nummer was duidelijk leesbaar, de rest niet.",
                    "Wagen met aanhanger reed traag voorbij de post.",
                    "Ze had blauwe plekken op de armen; de hospik heeft gekeken.",
                    "We volgden onze gewone ronde en waren om 1430 terug op de basis.",
                    "Hij toonde een Turks paspoort voor de hele groep.",
                    "Foto niet mogelijk wegens te donker, zo goed mogelijk beschreven.",
                    "Een buurman zei spontaan dat er elke week een nieuwe groep komt.",
                ],
            ),
            (
                Language::French,
                &[
                    "Nous n'avons rien demandé et avons continué notre ronde.",
                    "Les femmes parlaient arabe, le chauffeur albanais.",
                    "La camionnette était garée près de la mosquée, derrière l'église orthodoxe.",
                    "Elle avait des bleus aux deux bras ; l'infirmier l'a vue.",
                    "Nous avons suivi notre itinéraire habituel, retour à la base à 1430.",
                    "Le camion longeait le mur d'enceinte du camp.",
                    "Un sac de drogue était posé sur le siège, d'après la police locale.",
                    "Empreintes de pas dans la boue, petites pointures.",
                    "Le nombre peut être un ou deux de plus.",
                    "Je suis revenu au poste à la fin de la garde.",
                ],
            ),
            (
                Language::German,
                &[
                    "Wir haben nichts gefragt und die normale Runde fortgesetzt.",
                    "Die Frauen sprachen Arabisch, der Fahrer Albanisch.",
                    "Der Lieferwagen stand neben der Moschee, hinter der orthodoxen Kirche.",
                    "Lkw mit Anhänger von rechts, Plane zerschnitten.",
                    "Sie hatte blaue Flecken an beiden Armen, der Sanitäter sah nach ihr.",
                    "Ich habe die Schranke geöffnet, der Wagen fuhr weiter.",
                    "Er zeigte einen türkischen Pass für die ganze Gruppe.",
                    "Das Kennzeichen war deutlich lesbar.",
                    "Ein Wagen ist an der Kreuzung zurückgeblieben.",
                    "Wir sind um 1430 zum Lager zurückgefahren.",
                ],
            ),
        ];
        for (language, sentences) in innocent {
            for sentence in sentences {
                assert_eq!(found(language, Field::Facts, sentence), [], "{language}");
            }
        }
    }

    #[test]
    fn what_the_law_keeps_apart_is_pointed_out_where_it_stands() {
        use Kind::{
            Biometrics, Conclusion, Health, Investigating, Origin, Politics, Religion, SexLife, Union,
        };
        for (language, text, kind, words) in [
            (Language::English, "Two gypsies in a car.", Origin, "gypsies"),
            (Language::English, "The driver is a Muslim, he said.", Religion, "Muslim"),
            (Language::English, "He is a trade unionist.", Union, "trade unionist"),
            (Language::English, "I followed the van to the village.", Investigating, "I followed"),
            (Language::English, "Then I asked him where he lives.", Investigating, "I asked"),
            (Language::English, "We searched the car.", Investigating, "We searched"),
            (Language::English, "He is clearly a pimp.", Conclusion, "clearly"),
            (Language::Dutch, "Ik heb haar ondervraagd.", Investigating, "Ik heb haar ondervraagd"),
            (Language::Dutch, "Hij is waarschijnlijk de baas.", Conclusion, "waarschijnlijk"),
            (Language::Dutch, "De moslims zaten achteraan.", Religion, "moslims"),
            (Language::Dutch, "Eén vrouw is zwanger.", Health, "zwanger"),
            (Language::French, "Je l’ai suivi jusqu’au village.", Investigating, "Je l’ai suivi"),
            (Language::French, "Nous lui avons demandé son nom.", Investigating, "Nous lui avons demandé"),
            (Language::French, "L'un d'eux est homosexuel.", SexLife, "homosexuel"),
            (Language::French, "C'est un militant connu.", Politics, "militant"),
            (
                Language::German,
                "Ich habe den Wagen durchsucht.",
                Investigating,
                "Ich habe den Wagen durchsucht",
            ),
            (
                Language::German,
                "Wir sind dem Auto nachgefahren.",
                Investigating,
                "Wir sind dem Auto nachgefahren",
            ),
            (Language::German, "Er ist wohl der Zuhälter.", Conclusion, "wohl"),
            (Language::German, "Man nahm ihm Fingerabdrücke ab.", Biometrics, "Fingerabdrücke"),
        ] {
            let remarks = found(language, Field::Facts, text);
            assert!(remarks.contains(&(kind, words.to_owned())), "{text}: {remarks:?}");
        }
    }

    #[test]
    fn conclusions_belong_in_the_assessment_and_the_rest_belongs_nowhere() {
        let text = "I think he is a Muslim; I followed him.";
        let kinds = |field| {
            found(Language::English, field, text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(Field::Facts), [Kind::Conclusion, Kind::Religion, Kind::Investigating]);
        assert_eq!(kinds(Field::Assessment), [Kind::Religion, Kind::Investigating]);
        assert_eq!(
            found(Language::English, Field::Facts, "Not I. Followed by a car."),
            [],
            "not across a stop"
        );
    }

    #[test]
    fn the_lists_are_long_folded_and_say_nothing_twice() {
        for (language, table, _) in ALL {
            let lines: Vec<_> =
                table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
            let headings: Vec<_> = lines.iter().filter(|line| line.starts_with('[')).collect();
            let known: Vec<_> = Kind::ALL.iter().map(|kind| format!("[{}]", kind.heading())).collect();
            assert_eq!(headings, known.iter().collect::<Vec<_>>(), "{language}");
            let wording = Wording::of(language);
            assert_eq!(wording.phrases.len() + headings.len(), lines.len());
            let of = |matter: &dyn Fn(Kind) -> bool| {
                wording.phrases.iter().filter(|phrase| matter(phrase.kind) && !phrase.exception).count()
            };
            assert!(of(&Kind::is_special_category) >= 100, "{language}");
            assert!(
                of(&|kind| kind == Kind::Investigating) >= 25 && of(&|kind| kind == Kind::Conclusion) >= 25
            );
            for (at, phrase) in wording.phrases.iter().enumerate() {
                assert!(
                    !wording.phrases.iter().skip(at + 1).any(|other| other == phrase),
                    "{language}: {phrase:?}"
                );
                for step in &phrase.steps {
                    if let Step::Whole(word) | Step::Begins(word) = step {
                        let read = folding::words(word);
                        assert!(read.len() == 1 && read[0].folded == *word, "{language}: {word}");
                    }
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_may_be_written_and_what_is_pointed_out_stands_in_it(
            text in prop_oneof!["(?s).{0,120}", "(I |we |asked |followed |muslim|, |\\.|’|é){0,20}"],
        ) {
            for language in Language::ALL {
                let remarks = Wording::of(*language).remarks(&text, Field::Facts);
                for remark in &remarks {
                    prop_assert!(text.get(remark.range.clone()).is_some_and(|words| !words.is_empty()));
                }
                prop_assert!(remarks.is_sorted_by_key(|remark| remark.range.start));
            }
        }
    }
}
