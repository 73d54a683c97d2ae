//! What a person chose at this desk: language, look, and how soon it locks itself.
//!
//! It lies in the vault like everything else, so before unlocking nobody's choice shows.

use crate::domain::code::{Coded, codes};
use crate::domain::observation::Language;
use crate::vault::error::VaultError;
use crate::vault::rows::{all, run};
use crate::vault::unlock::Vault;

codes! {
    /// The look of the screens.
    Theme, "theme" {
        /// Light letters on a dark ground.
        Dark = "dark",
        /// Dark letters on a light ground.
        Light = "light",
        /// Dark red on black.
        Night = "night",
        /// The strongest difference a terminal can show.
        HighContrast = "high_contrast",
        /// No colour at all.
        NoColour = "no_colour",
    }
}

codes! {
    /// What can be chosen, by its name.
    SettingName, "setting" {
        /// The language of the program.
        Language = "language",
        /// Its look.
        Theme = "theme",
        /// Minutes without a key until it locks itself.
        LockAfter = "lock-after",
    }
}

/// Minutes without a key until the desk locks itself: 1 to 60. It cannot be turned off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockAfter(u8);

impl LockAfter {
    /// This many minutes, or `None` outside 1 to 60.
    #[must_use]
    pub fn new(minutes: u8) -> Option<Self> {
        (1..=60).contains(&minutes).then_some(Self(minutes))
    }

    /// How many minutes.
    #[must_use]
    pub fn minutes(self) -> u8 {
        self.0
    }
}

impl Default for LockAfter {
    fn default() -> Self {
        Self(5)
    }
}

/// Everything chosen so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the program; nothing means the one the environment asks for.
    pub language: Option<Language>,
    /// The look; nothing means the one the environment asks for.
    pub theme: Option<Theme>,
    /// How soon it locks itself.
    pub lock_after: LockAfter,
}

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language of the program.
    Language(Language),
    /// The look.
    Theme(Theme),
    /// How soon it locks itself.
    LockAfter(LockAfter),
}

/// Words that are no choice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSetting {
    /// Nothing by that name.
    #[error("there is no such setting; nothing was changed: choose one of {}", list::<SettingName>())]
    Name,
    /// No language of the program.
    #[error("the program does not speak that language; nothing was changed: choose one of {}", list::<Language>())]
    Language,
    /// No look it has.
    #[error("there is no such theme; nothing was changed: choose one of {}", list::<Theme>())]
    Theme,
    /// Not a number of minutes it accepts.
    #[error(
        "the desk locks itself after 1 to 60 minutes, and this cannot be turned off; nothing was changed"
    )]
    LockAfter,
}

fn list<C: Coded>() -> String {
    C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>().join(", ")
}

impl Setting {
    /// A choice as somebody writes it.
    ///
    /// # Errors
    /// [`InvalidSetting`] says what there is to choose from.
    pub fn parse(name: &str, value: &str) -> Result<Self, InvalidSetting> {
        match SettingName::from_code(name).ok_or(InvalidSetting::Name)? {
            SettingName::Language => {
                Language::from_code(value).map(Self::Language).ok_or(InvalidSetting::Language)
            }
            SettingName::Theme => Theme::from_code(value).map(Self::Theme).ok_or(InvalidSetting::Theme),
            SettingName::LockAfter => {
                let minutes = value.parse().ok().and_then(LockAfter::new);
                minutes.map(Self::LockAfter).ok_or(InvalidSetting::LockAfter)
            }
        }
    }

    fn written(self) -> (SettingName, String) {
        match self {
            Self::Language(language) => (SettingName::Language, language.to_string()),
            Self::Theme(theme) => (SettingName::Theme, theme.to_string()),
            Self::LockAfter(after) => (SettingName::LockAfter, after.minutes().to_string()),
        }
    }
}

impl Settings {
    /// The choices among what is stored that this program knows.
    fn among(stored: &[(String, String)]) -> Self {
        let known = stored.iter().filter_map(|(name, value)| Setting::parse(name, value).ok());
        known.fold(Self::default(), Self::with)
    }

    fn with(self, setting: Setting) -> Self {
        match setting {
            Setting::Language(language) => Self { language: Some(language), ..self },
            Setting::Theme(theme) => Self { theme: Some(theme), ..self },
            Setting::LockAfter(lock_after) => Self { lock_after, ..self },
        }
    }
}

impl Vault {
    /// Everything chosen. What a newer program wrote and this one does not know counts as not chosen.
    pub fn settings(&self) -> Result<Settings, VaultError> {
        let rows = all(&self.connection, "SELECT name, value FROM setting", &[], |row| {
            Ok((row.get::<_, String>("name")?, row.get::<_, String>("value")?))
        })?;
        Ok(Settings::among(&rows))
    }

    /// Chooses.
    pub fn set(&mut self, setting: Setting) -> Result<(), VaultError> {
        let (name, value) = setting.written();
        run(
            &self.connection,
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            &[&name.to_string(), &value],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_reads_back_as_it_is_written() {
        let mut choices =
            vec![1, 5, 60].into_iter().filter_map(LockAfter::new).map(Setting::LockAfter).collect::<Vec<_>>();
        choices.extend(Theme::ALL.iter().copied().map(Setting::Theme));
        choices.extend(Language::ALL.iter().copied().map(Setting::Language));
        for choice in choices {
            let (name, value) = choice.written();
            assert_eq!(Setting::parse(name.code(), &value), Ok(choice));
        }
    }

    #[test]
    fn what_a_newer_program_chose_counts_as_not_chosen() {
        let stored = [("theme", "sepia"), ("language", "sq"), ("lock-after", "90"), ("sound", "on")];
        let stored = stored.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(Settings::among(&stored), Settings::default());
    }

    #[test]
    fn the_lock_cannot_be_turned_off() {
        for words in ["0", "61", "-1", "off", "never", "", "256", "5 "] {
            assert_eq!(Setting::parse("lock-after", words), Err(InvalidSetting::LockAfter), "{words}");
        }
    }

    #[test]
    fn a_refusal_tells_what_there_is() {
        let told = Setting::parse("theme", "pink").unwrap_err().to_string();
        assert!(told.contains("dark, light, night"), "{told}");
        assert_eq!(Setting::parse("colour", "red"), Err(InvalidSetting::Name));
    }
}
