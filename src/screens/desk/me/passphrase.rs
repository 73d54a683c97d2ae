//! Another passphrase: the old one, the new one, and the new one again.

use crate::crypto::secret::Passphrase;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::secret_field::SecretField;

/// The three fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewPassphrase {
    fields: [SecretField; 3],
    focus: usize,
    /// Why it was not begun.
    pub wrong: Option<Phrase>,
}

impl NewPassphrase {
    /// What the fields are called, from top to bottom.
    pub const LABELS: [Word; 3] = [Word("passphrase-old"), Word("passphrase-new"), Word("passphrase-again")];

    /// Empty fields, and why they are to be filled again.
    #[must_use]
    pub fn refused(wrong: Phrase) -> Self {
        Self { wrong: Some(wrong), ..Self::default() }
    }

    /// The fields with their labels, and whether each has the keys.
    pub fn fields(&self) -> impl Iterator<Item = (Word, &SecretField, bool)> {
        let labelled = Self::LABELS.into_iter().zip(&self.fields).enumerate();
        labelled.map(|(place, (label, field))| (label, field, place == self.focus))
    }

    /// Types into the field that has the keys.
    pub fn edit(&mut self, edit: &Edit) {
        self.wrong = None;
        if let Some(field) = self.fields.get(self.focus) {
            field.edit(edit);
        }
    }

    /// Gives the keys to the next field; after the last comes the first.
    pub fn next(&mut self) {
        self.focus = (self.focus + 1) % self.fields.len();
    }

    /// Gives the keys to the field before; before the first comes the last.
    pub fn previous(&mut self) {
        self.focus = (self.focus + self.fields.len() - 1) % self.fields.len();
    }

    /// Whether the last field has the keys.
    #[must_use]
    pub fn is_at_the_end(&self) -> bool {
        self.focus + 1 == self.fields.len()
    }

    /// What stands in the way of choosing it, if anything.
    #[must_use]
    pub fn obstacle(&self) -> Option<Phrase> {
        let [old, new, again] = &self.fields;
        if old.is_empty() {
            Some(Word("passphrase-old-missing").into())
        } else if !new.holds_at_least(Passphrase::LEAST_CHARACTERS) {
            Some(Word("passphrase-too-short").with("least", Passphrase::LEAST_CHARACTERS))
        } else if !new.same_as(again) {
            Some(Word("passphrase-differs").into())
        } else {
            None
        }
    }

    /// Takes the old and the new one out of the fields, which are empty then.
    #[must_use]
    pub fn take(&self) -> (Passphrase, Passphrase) {
        let [old, new, again] = &self.fields;
        drop(again.take());
        (old.take(), new.take())
    }
}
