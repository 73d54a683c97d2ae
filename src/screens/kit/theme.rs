//! What things look like, by what they mean. No meaning is carried by colour alone: a sign or a word says it too.

use ratatui::style::{Color, Modifier, Style};

/// The looks a person may choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// Dark red on black, without one bright cell, for eyes that must see in the dark.
    Night,
    /// The strongest difference a terminal can show.
    HighContrast,
    /// No colour at all, as `NO_COLOR` asks (<https://no-color.org>).
    NoColour,
}

impl ThemeName {
    /// Those a person goes through one after the other.
    pub const ALL: [Self; 5] = [Self::Dark, Self::Light, Self::Night, Self::HighContrast, Self::NoColour];

    /// The look to begin with: no colour where the environment asks for none, otherwise dark.
    #[must_use]
    pub const fn at_start(no_colour: bool) -> Self {
        if no_colour { Self::NoColour } else { Self::Dark }
    }

    /// The next one; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.iter().skip_while(|name| **name != self).nth(1);
        after.copied().unwrap_or(Self::Dark)
    }
}

/// A style for each meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Everything else.
    pub plain: Style,
    /// Headings.
    pub title: Style,
    /// The marking at the top and the bottom.
    pub marking: Style,
    /// Where the next key acts; marked with a sign too.
    pub selected: Style,
    /// Read this before going on; begins with `!`.
    pub warning: Style,
    /// Done; says so in words.
    pub good: Style,
    /// Hints that may be overlooked.
    pub muted: Style,
    /// Not understood or not done; begins with `!`.
    pub error: Style,
}

impl Theme {
    /// The styles of a look.
    #[must_use]
    pub const fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => DARK,
            ThemeName::Light => LIGHT,
            ThemeName::Night => NIGHT,
            ThemeName::HighContrast => HIGH_CONTRAST,
            ThemeName::NoColour => NO_COLOUR,
        }
    }

    /// Every style, for whoever checks them.
    #[must_use]
    pub const fn all(&self) -> [Style; 8] {
        [self.plain, self.title, self.marking, self.selected, self.warning, self.good, self.muted, self.error]
    }
}

const fn on(ground: Color, letters: Color) -> Style {
    Style::new().fg(letters).bg(ground)
}

const DARK: Theme = Theme {
    plain: on(Color::Black, Color::Gray),
    title: on(Color::Black, Color::White).add_modifier(Modifier::BOLD),
    marking: on(Color::Gray, Color::Black),
    selected: on(Color::Blue, Color::White).add_modifier(Modifier::BOLD),
    warning: on(Color::Black, Color::LightYellow).add_modifier(Modifier::BOLD),
    good: on(Color::Black, Color::LightGreen),
    muted: on(Color::Black, Color::DarkGray),
    error: on(Color::Black, Color::LightRed).add_modifier(Modifier::BOLD),
};

const LIGHT: Theme = Theme {
    plain: on(Color::White, Color::Black),
    title: on(Color::White, Color::Blue).add_modifier(Modifier::BOLD),
    marking: on(Color::Black, Color::White),
    selected: on(Color::Blue, Color::White).add_modifier(Modifier::BOLD),
    warning: on(Color::White, Color::Magenta).add_modifier(Modifier::BOLD),
    good: on(Color::White, Color::Green),
    muted: on(Color::White, Color::DarkGray),
    error: on(Color::White, Color::Red).add_modifier(Modifier::BOLD),
};

/// The two darker reds of the 256 colours; a terminal with fewer shows its nearest red.
const DEEP_RED: Color = Color::Indexed(52);
const DIM_RED: Color = Color::Indexed(88);

const NIGHT: Theme = Theme {
    plain: on(Color::Black, Color::Red),
    title: on(Color::Black, Color::Red).add_modifier(Modifier::UNDERLINED),
    marking: on(Color::Black, Color::Red),
    selected: on(DEEP_RED, Color::Red),
    warning: on(Color::Black, Color::Red).add_modifier(Modifier::UNDERLINED),
    good: on(Color::Black, Color::Red),
    muted: on(Color::Black, DIM_RED),
    error: on(Color::Black, Color::Red).add_modifier(Modifier::UNDERLINED),
};

const HIGH_CONTRAST: Theme = Theme {
    plain: on(Color::Black, Color::White),
    title: on(Color::Black, Color::White).add_modifier(Modifier::BOLD),
    marking: on(Color::White, Color::Black).add_modifier(Modifier::BOLD),
    selected: on(Color::White, Color::Black).add_modifier(Modifier::BOLD),
    warning: on(Color::Black, Color::LightYellow).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    good: on(Color::Black, Color::White).add_modifier(Modifier::BOLD),
    muted: on(Color::Black, Color::White),
    error: on(Color::Black, Color::LightYellow).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
};

const NO_COLOUR: Theme = Theme {
    plain: Style::new(),
    title: Style::new().add_modifier(Modifier::BOLD),
    marking: Style::new().add_modifier(Modifier::REVERSED),
    selected: Style::new().add_modifier(Modifier::REVERSED),
    warning: Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    good: Style::new().add_modifier(Modifier::BOLD),
    muted: Style::new(),
    error: Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
};

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::{DEEP_RED, DIM_RED, Theme, ThemeName};

    #[test]
    fn the_looks_go_round() {
        let mut name = ThemeName::at_start(false);
        for expected in ThemeName::ALL.iter().skip(1).chain([&ThemeName::Dark]) {
            name = name.next();
            assert_eq!(name, *expected);
        }
    }

    #[test]
    fn the_night_shows_nothing_but_dark_red_on_black() {
        for style in Theme::of(ThemeName::Night).all() {
            assert!([Some(Color::Red), Some(DIM_RED)].contains(&style.fg));
            assert!([Some(Color::Black), Some(DEEP_RED)].contains(&style.bg));
            // Bold letters are bright ones on many terminals, and turning the colours round lights the whole cell.
            assert!(!style.add_modifier.intersects(Modifier::BOLD | Modifier::REVERSED));
        }
    }

    #[test]
    fn without_colour_there_is_no_colour() {
        assert_eq!(ThemeName::at_start(true), ThemeName::NoColour);
        for style in Theme::of(ThemeName::NoColour).all() {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn what_is_selected_never_looks_like_the_rest() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            assert_ne!(theme.selected, theme.plain, "{name:?}");
        }
    }
}
