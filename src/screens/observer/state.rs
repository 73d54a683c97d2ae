//! What the observer's terminal holds. Plain data: no key, no passphrase, no way to the disk.

use ratatui::layout::Rect;

use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Obstacle;
use crate::domain::entity::EntityRef;
use crate::domain::ids::ReportId;
use crate::domain::marking::Marking;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::theme::ThemeName;
use crate::screens::kit::widgets::{form_layout, too_small};
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::keys::Context;
use crate::screens::observer::lines::ReportLine;

/// Rows that banners, title, notice and keys take.
const AROUND_THE_BODY: u16 = 5;

/// Columns and rows of the look at a file.
const PREVIEW: (u16, u16) = (30, 14);

/// Columns of the side panel beside the form, with the line that parts them.
pub const SIDE: u16 = 27;

/// What stands on every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The realm's name.
    pub realm: String,
    /// What others call this observer.
    pub callsign: String,
    /// The marking of what he writes.
    pub marking: Marking,
    /// Whether all of it is an exercise.
    pub exercise: bool,
}

/// Everything the views may show and the update may change.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Who and where.
    pub badge: Badge,
    /// The indicators.
    pub catalogue: Catalogue,
    /// The language it is all shown in, and new reports are recorded as written in.
    pub tongue: Tongue,
    /// The colours.
    pub theme: ThemeName,
    /// Columns and rows.
    pub size: (u16, u16),
    /// When the last message came.
    pub moment: Moment,
    /// Every report and draft; `None` until they were read.
    pub reports: Option<Vec<ReportLine>>,
    /// The selected one.
    pub selected: Option<ReportId>,
    /// Which screen.
    pub screen: Screen,
    /// A question in front of it.
    pub question: Option<Question>,
    /// The help in front of everything, from one of its lines on.
    pub help: Option<usize>,
    /// What was done, or was not.
    pub notice: Option<Notice>,
}

/// The screens.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// The list.
    Reports,
    /// A report with its answers, from one of its lines on.
    Report {
        /// Which.
        id: ReportId,
        /// The first line shown.
        first: usize,
    },
    /// A draft being written in.
    Form(Box<ReportForm>),
}

/// A question that must be answered first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whether to file what is on the screen.
    File,
    /// It cannot be filed yet.
    NotYet(Vec<Obstacle>),
    /// Whether to throw a draft away.
    Discard(ReportId),
    /// Whether to pick an indicator that takes the report off the normal road: its row in the list.
    OwnForces(usize),
    /// Whether to take a person or thing out of a report.
    TakeOut(EntityRef),
}

/// One line about what just happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// It was done.
    Done(Phrase),
    /// It was not.
    Failed(Phrase),
}

impl State {
    /// An empty desk on the list of reports.
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
            reports: None,
            selected: None,
            screen: Screen::Reports,
            question: None,
            help: None,
            notice: None,
        }
    }

    /// The lines of the list.
    #[must_use]
    pub fn lines(&self) -> &[ReportLine] {
        self.reports.as_deref().unwrap_or_default()
    }

    /// A line of the list.
    #[must_use]
    pub fn line(&self, id: ReportId) -> Option<&ReportLine> {
        self.lines().iter().find(|line| line.id == id)
    }

    /// The place of the selected line; the first where none is selected.
    #[must_use]
    pub fn selected_place(&self) -> usize {
        self.lines().iter().position(|line| Some(line.id) == self.selected).unwrap_or(0)
    }

    /// The selected line.
    #[must_use]
    pub fn selected_line(&self) -> Option<&ReportLine> {
        self.lines().get(self.selected_place())
    }

    /// Columns a long field of the form has on this terminal.
    #[must_use]
    pub fn long_field_columns(&self) -> usize {
        form_layout::area_columns(self.size.0.saturating_sub(SIDE))
    }

    /// Columns and rows of the large map on this terminal.
    #[must_use]
    pub fn map_cells(&self) -> (u16, u16) {
        (self.size.0.saturating_sub(2), self.size.1.saturating_sub(AROUND_THE_BODY))
    }

    /// Columns and rows of the look at a file on this terminal.
    #[must_use]
    pub fn preview_cells(&self) -> (u16, u16) {
        (PREVIEW.0, PREVIEW.1.min(self.size.1.saturating_sub(AROUND_THE_BODY + 4)))
    }

    /// Whether keys act in the form: nothing stands in front of it, and it can be seen.
    #[must_use]
    pub fn form_has_the_keys(&self) -> bool {
        let seen = too_small::fits(Rect::new(0, 0, self.size.0, self.size.1));
        matches!(self.screen, Screen::Form(_)) && seen && self.help.is_none() && self.question.is_none()
    }

    /// Where the keys act now, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        let (columns, rows) = self.size;
        if !too_small::fits(Rect::new(0, 0, columns, rows)) {
            // Nobody writes where he cannot see.
            return &[Context::Anywhere];
        }
        if self.help.is_some() {
            return &[Context::Help, Context::Anywhere];
        }
        if self.question.is_some() {
            return &[Context::Question, Context::Anywhere];
        }
        match &self.screen {
            Screen::Reports => &[Context::Reports, Context::Letterless, Context::Anywhere],
            Screen::Report { .. } => &[Context::Report, Context::Letterless, Context::Anywhere],
            // The form's own keys stand in its own table.
            Screen::Form(form) if form.takes_letters() => &[Context::Anywhere],
            Screen::Form(_) => &[Context::Letterless, Context::Anywhere],
        }
    }
}
