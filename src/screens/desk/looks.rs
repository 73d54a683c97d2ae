//! Look and language, as they are kept in a vault and as they are on the screen.

use crate::desks::spoken::terms;
use crate::domain::observation::Language;
use crate::language::tongue::Tongue;
use crate::screens::kit::theme::ThemeName;
use crate::vault::settings::{Setting, Theme};

/// The language as it is kept.
#[must_use]
pub fn kept_language(tongue: Tongue) -> Setting {
    Setting::Language(terms::written_in(tongue))
}

/// The look as it is kept.
#[must_use]
pub fn kept_theme(name: ThemeName) -> Setting {
    Setting::Theme(match name {
        ThemeName::Dark => Theme::Dark,
        ThemeName::Light => Theme::Light,
        ThemeName::Night => Theme::Night,
        ThemeName::HighContrast => Theme::HighContrast,
        ThemeName::NoColour => Theme::NoColour,
    })
}

/// The language of the screen, where this one was kept.
#[must_use]
pub fn spoken(language: Language) -> Tongue {
    match language {
        Language::Dutch => Tongue::Dutch,
        Language::French => Tongue::French,
        Language::German => Tongue::German,
        Language::English => Tongue::English,
    }
}

/// The look of the screen, where this one was kept.
#[must_use]
pub fn seen(theme: Theme) -> ThemeName {
    match theme {
        Theme::Dark => ThemeName::Dark,
        Theme::Light => ThemeName::Light,
        Theme::Night => ThemeName::Night,
        Theme::HighContrast => ThemeName::HighContrast,
        Theme::NoColour => ThemeName::NoColour,
    }
}
