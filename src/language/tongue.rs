//! The languages the program speaks.

/// A language the program speaks to its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Dutch.
    Dutch,
    /// French.
    French,
    /// German.
    German,
    /// English.
    English,
}

impl Tongue {
    /// All of them, in the order people go through them; [`Translated`](crate::language::phrase::Translated) and the
    /// topics keep it too.
    pub const ALL: [Self; 4] = [Self::Dutch, Self::French, Self::German, Self::English];

    /// Its code (ISO 639-1).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language of a code, or `None`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.code() == code)
    }

    /// The language of a POSIX locale such as `nl_BE.UTF-8` or a tag such as `fr-BE`, or `None`.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::from_code(&language.to_ascii_lowercase())
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::French => "Français",
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }

    /// The next one; after the last comes the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dutch => Self::French,
            Self::French => Self::German,
            Self::German => Self::English,
            Self::English => Self::Dutch,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tongue;

    #[test]
    fn a_code_leads_back_to_its_language() {
        for tongue in Tongue::ALL {
            assert_eq!(Tongue::from_code(tongue.code()), Some(tongue));
        }
        assert_eq!(Tongue::from_code("NL"), None);
    }

    #[test]
    fn the_place_of_a_person_says_what_he_speaks() {
        assert_eq!(Tongue::from_locale("nl_BE.UTF-8"), Some(Tongue::Dutch));
        assert_eq!(Tongue::from_locale("de-BE"), Some(Tongue::German));
        assert_eq!(Tongue::from_locale("FR"), Some(Tongue::French));
        assert_eq!(["C", "C.UTF-8", "POSIX", "", "sq_XK"].map(Tongue::from_locale), [None; 5]);
    }

    #[test]
    fn the_languages_go_round() {
        let mut tongue = Tongue::Dutch;
        for expected in Tongue::ALL.into_iter().skip(1).chain([Tongue::Dutch]) {
            tongue = tongue.next();
            assert_eq!(tongue, expected);
        }
    }
}
