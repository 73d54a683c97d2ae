//! What stands on every screen of a desk, and what the rooms that every desk has hold.

use ratatui::layout::Rect;

use crate::domain::catalogue::Catalogue;
use crate::domain::marking::Marking;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::desk::guide::room::GuideRoom;
use crate::screens::desk::keys::{Command, Context};
use crate::screens::desk::looks;
use crate::screens::desk::me::room::{MeRoom, Open};
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::theme::ThemeName;
use crate::screens::kit::widgets::{list, too_small};
use crate::vault::settings::Setting;

/// Whose desk it is, as it stands on every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The realm's name.
    pub realm: String,
    /// What others call whoever sits here.
    pub callsign: String,
    /// The marking of what he writes.
    pub marking: Marking,
    /// Whether all of it is an exercise.
    pub exercise: bool,
}

/// One line about what just happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// It was done.
    Done(Phrase),
    /// It was not.
    Failed(Phrase),
}

/// What every desk shows, whatever room one is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// Who and where.
    pub badge: Badge,
    /// The indicators.
    pub catalogue: Catalogue,
    /// The language it is all shown in, and whatever is written here is recorded as written in.
    pub tongue: Tongue,
    /// The colours.
    pub theme: ThemeName,
    /// Columns and rows.
    pub size: (u16, u16),
    /// When the last message came.
    pub moment: Moment,
    /// The guide.
    pub guide: GuideRoom,
    /// Who sits here.
    pub me: MeRoom,
    /// The help in front of everything, from one of its lines on.
    pub help: Option<usize>,
    /// What was done, or was not.
    pub notice: Option<Notice>,
}

impl Front {
    /// A desk that was just opened.
    #[must_use]
    pub fn new(
        badge: Badge,
        catalogue: Catalogue,
        (theme, tongue): (ThemeName, Tongue),
        size: (u16, u16),
        moment: Moment,
    ) -> Self {
        Self {
            badge,
            catalogue,
            tongue,
            theme,
            size,
            moment,
            guide: GuideRoom::default(),
            me: MeRoom::default(),
            help: None,
            notice: None,
        }
    }

    /// Whether anything can be seen on this terminal; nobody writes where he cannot see.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        too_small::fits(Rect::new(0, 0, self.size.0, self.size.1))
    }

    /// Changes colours or language where a command asks for it, and says what is to be kept.
    pub fn change_looks(&mut self, command: Command) -> Option<Setting> {
        match command {
            Command::Theme => {
                self.theme = self.theme.next();
                Some(looks::kept_theme(self.theme))
            }
            Command::Language => {
                self.tongue = self.tongue.next();
                Some(looks::kept_language(self.tongue))
            }
            _ => None,
        }
    }

    /// Opens or closes the help, or reads on in it; says whether the command was meant for it. It has so many lines.
    pub fn help(&mut self, command: Command, lines: usize) -> bool {
        match (self.help, command) {
            (None, Command::Help) => self.help = Some(0),
            (None, _) => return false,
            (Some(first), Command::Go(go)) => self.help = Some(list::moved(first, lines, go.steps())),
            (Some(_), _) => self.help = None,
        }
        true
    }

    /// Where the keys act in the guide, the nearest first.
    #[must_use]
    pub fn in_guide(&self) -> &'static [Context] {
        if self.guide.search.is_writing() {
            &[Context::Search, Context::Anywhere]
        } else {
            &[Context::Guide, Context::Rooms, Context::Letterless, Context::Anywhere]
        }
    }

    /// Where the keys act in the room of who sits here, the nearest first.
    #[must_use]
    pub fn in_me(&self) -> &'static [Context] {
        match self.me.open {
            Some(Open::Passphrase(_)) => &[Context::Passphrase, Context::Anywhere],
            Some(Open::About(_)) => &[Context::About, Context::Rooms, Context::Letterless, Context::Anywhere],
            None => &[Context::Me, Context::Rooms, Context::Letterless, Context::Anywhere],
        }
    }
}
