//! What the police tell everybody: how it stands in the list, and which of it a few words leave.

use crate::desks::commander::passing_down::PassedDown;
use crate::desks::spoken::bulletins;
use crate::domain::ids::Digest;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::plain_text::folded;

/// A bulletin that came, and where its words are found.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletinRow {
    /// What is known of it.
    pub told: PassedDown,
    /// Its titles in every language, its number and its signer.
    folded: String,
}

impl BulletinRow {
    /// A row of the list.
    #[must_use]
    pub fn new(told: PassedDown) -> Self {
        let heading = &told.line.heading;
        let titles = heading.titles.iter().map(|(_, title)| title.as_str().to_owned());
        let signer = told.line.signed_by.as_ref().map(|signer| signer.callsign.to_string());
        let words: Vec<String> = titles.chain(signer).chain([heading.number.to_string()]).collect();
        Self { folded: folded(&words.join("\n")), told }
    }

    /// Which.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.told.line.statement
    }

    /// Whether every one of some folded words is found in it, or in what it is called in the language on the screen.
    #[must_use]
    pub fn holds(&self, words: &[String], tongue: Tongue) -> bool {
        let kind = folded(&tongue.say(bulletins::kind(self.told.line.heading.kind)));
        words.iter().all(|word| self.folded.contains(word) || kind.contains(word))
    }

    /// How far it was passed down, in one line.
    #[must_use]
    pub fn passed_down(&self) -> Phrase {
        let to = Word("bulletin-passed-down").with("count", self.told.to);
        match (self.told.to, self.told.not_yet) {
            (_, 0) => to,
            (0, not_yet) => Word("bulletin-to-nobody-yet").with("count", not_yet),
            (_, not_yet) => Word("bulletin-not-yet").with("to", to).with("count", not_yet),
        }
    }
}
