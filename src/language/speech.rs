//! How a word becomes a text: the one file that names the Fluent crate.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::language::phrase::{Arg, Phrase};
use crate::language::tongue::Tongue;
use crate::language::topics;
use crate::language::word::Word;

type Bundle = FluentBundle<FluentResource>;

// Each is read when it is first spoken: whoever speaks one language does not wait for the other three.
static DUTCH: LazyLock<Bundle> = LazyLock::new(|| read(Tongue::Dutch).0);
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| read(Tongue::French).0);
static GERMAN: LazyLock<Bundle> = LazyLock::new(|| read(Tongue::German).0);
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| read(Tongue::English).0);

/// The messages of a language, and what is wrong with its files. What can be read is spoken all the same.
fn read(tongue: Tongue) -> (Bundle, Vec<String>) {
    let mut bundle = Bundle::new_concurrent(vec![tongue.code().parse().unwrap_or_default()]);
    // The marks would stand in terminals, and in the width of every column.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match tongue {
        Tongue::Dutch | Tongue::German => |value, _| written(value, ',', '.'),
        Tongue::French => |value, _| written(value, ',', '\u{a0}'),
        Tongue::English => |value, _| written(value, '.', ','),
    }));
    let mut wrong = Vec::new();
    for text in topics::texts(tongue) {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
            wrong.extend(errors.iter().map(|error| format!("{}: {error}", tongue.code())));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            wrong.extend(errors.iter().map(|error| format!("{}: {error}", tongue.code())));
        }
    }
    (bundle, wrong)
}

/// A number as a language writes it. Four digits stand together, as in a year or the number of a report; more are told
/// apart in threes.
fn written(value: &FluentValue<'_>, point: char, between: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let number = number.as_string();
    let (whole, rest) = number.split_once('.').map_or((&*number, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-').len();
    let mut text = String::new();
    for (place, digit) in whole.chars().rev().enumerate() {
        if digits > 4 && place > 0 && place < digits && place.is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    let mut text: String = text.chars().rev().collect();
    if let Some(rest) = rest {
        text.push(point);
        text.push_str(rest);
    }
    Some(text)
}

impl Tongue {
    fn bundle(self) -> &'static Bundle {
        match self {
            Self::Dutch => &DUTCH,
            Self::French => &FRENCH,
            Self::German => &GERMAN,
            Self::English => &ENGLISH,
        }
    }

    /// A word without anything in it. One that stands in no file is shown by its name.
    #[must_use]
    pub fn say(self, word: Word) -> Cow<'static, str> {
        self.message(word, None)
    }

    /// A phrase.
    #[must_use]
    pub fn speak(self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Verbatim(text) => text.clone(),
            Phrase::Translated(texts) => texts.text(self).to_owned(),
            Phrase::Message(word, args) if args.is_empty() => self.say(*word).into_owned(),
            Phrase::Message(word, args) => {
                let mut given = FluentArgs::with_capacity(args.len());
                for (name, arg) in args {
                    given.set(*name, self.value(arg));
                }
                self.message(*word, Some(&given)).into_owned()
            }
        }
    }

    fn value(self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Phrase(phrase) => FluentValue::from(self.speak(phrase)),
            Arg::List(phrases) => {
                let spoken: Vec<String> = phrases.iter().map(|phrase| self.speak(phrase)).collect();
                FluentValue::from(spoken.join(", "))
            }
        }
    }

    fn message(self, word: Word, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(word.0).and_then(|message| message.value()) else {
            return Cow::Borrowed(word.0);
        };
        // A fault leaves the name of what is missing in the text; the tests leave none.
        let mut faults = Vec::new();
        Cow::Owned(bundle.format_pattern(pattern, args, &mut faults).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::{FluentArgs, FluentValue};

    use super::read;
    use crate::language::phrase::{Arg, Phrase, Translated};
    use crate::language::tongue::Tongue;
    use crate::language::topics::entries;
    use crate::language::word::Word;

    #[test]
    fn every_file_is_read_without_a_fault() {
        for tongue in Tongue::ALL {
            assert_eq!(read(tongue).1, Vec::<String>::new());
        }
    }

    #[test]
    fn every_message_can_be_said_of_none_of_one_and_of_many() {
        for tongue in Tongue::ALL {
            let (bundle, _) = read(tongue);
            for entry in entries(tongue) {
                let message = bundle.get_message(&entry.id).and_then(|message| message.value());
                let pattern =
                    message.unwrap_or_else(|| panic!("{} {} says nothing", tongue.code(), entry.id));
                for given in [FluentValue::from("x"), 0.into(), 1.into(), 2.into(), 17.into()] {
                    let mut args = FluentArgs::new();
                    for name in &entry.variables {
                        args.set(name.clone(), given.clone());
                    }
                    let mut faults = Vec::new();
                    let said = bundle.format_pattern(pattern, Some(&args), &mut faults);
                    assert!(faults.is_empty(), "{} {}: {faults:?}", tongue.code(), entry.id);
                    assert!(!said.is_empty() && !said.contains(['{', '}', '\u{2068}', '\u{2069}']), "{said}");
                }
            }
        }
    }

    #[test]
    fn a_word_that_stands_nowhere_is_shown_by_its_name() {
        assert_eq!(Tongue::Dutch.say(Word("no-such-word")), "no-such-word");
        assert_eq!(Tongue::Dutch.speak(&Word("no-such-word").with("number", 1)), "no-such-word");
    }

    #[test]
    fn numbers_choose_their_form_and_have_the_comma_of_their_language() {
        let near = |metres: f64| Word("second-notation").with("notation", "34T").with("error", metres);
        assert_eq!(Tongue::English.speak(&near(1.5)), "34T, ±1.5 m");
        let others = [Tongue::Dutch, Tongue::French, Tongue::German].map(|tongue| tongue.speak(&near(1.5)));
        assert_eq!(others.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["34T, ±1,5 m".to_owned()]));
        let long = |metres: f64| Tongue::ALL.map(|tongue| tongue.speak(&near(metres)));
        assert_eq!(long(-2_026.0), ["34T, ±-2026 m"; 4]);
        assert_eq!(
            long(1_234_567.5),
            [
                "34T, ±1.234.567,5 m",
                "34T, ±1\u{a0}234\u{a0}567,5 m",
                "34T, ±1.234.567,5 m",
                "34T, ±1,234,567.5 m"
            ]
        );
        assert_eq!(long(-123_456.0)[3], "34T, ±-123,456 m");
        let picked = |count: usize| Tongue::French.speak(&Word("picked").with("count", count));
        assert!(picked(1).starts_with("1 choisi ") && picked(2).starts_with("2 choisis "), "{}", picked(2));
        let month = |month: u32| {
            let day = Word("calendar-day").with("day", 1).with("month", month);
            let said = Word("instant").with("day", day).with("time", "14:32Z");
            Tongue::ALL.map(|tongue| tongue.speak(&said))
        };
        assert_eq!(month(12), ["1 dec 14:32Z", "1 déc 14:32Z", "1 Dez 14:32Z", "1 Dec 14:32Z"]);
    }

    #[test]
    fn what_is_said_inside_is_said_in_the_same_language() {
        let label = Translated { nl: "een".into(), fr: "une".into(), de: "ein".into(), en: "one".into() };
        let list = Arg::from(vec![Phrase::from(label), Phrase::verbatim("2")]);
        let phrase = Word("second-notation").with("notation", list).with("error", 3);
        assert_eq!(
            Tongue::ALL.map(|tongue| tongue.speak(&phrase)),
            ["een, 2, ±3 m", "une, 2, ±3 m", "ein, 2, ±3 m", "one, 2, ±3 m"]
        );
    }
}
