//! What the observer's terminal holds. Plain data: no key, no passphrase, no way to the disk.

use ratatui::layout::Rect;

use crate::desks::answers::Answer;
use crate::domain::catalogue::Catalogue;
use crate::domain::draft::Obstacle;
use crate::domain::entity::EntityRef;
use crate::domain::ids::ReportId;
use crate::domain::marking::Marking;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::screens::kit::event_loop::Moment;
use crate::screens::kit::theme::ThemeName;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::screens::kit::widgets::{form_layout, too_small};
use crate::screens::observer::answers::page::AnswerPage;
use crate::screens::observer::errand::Passphrases;
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::guide::room::GuideRoom;
use crate::screens::observer::keys::Context;
use crate::screens::observer::lines::ReportLine;
use crate::screens::observer::me::room::{MeRoom, Open};
use crate::screens::observer::message::Effect;
use crate::screens::observer::reading;
use crate::screens::observer::report_filter::ReportFilter;
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::room::Room;
use crate::screens::observer::transfer::room::{TransferRoom, Underway};
use crate::screens::observer::transfer::text::{self as transfer_text, Roads};

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
    /// What narrows the list of reports.
    pub search: SearchLine,
    /// The places of the reports it leaves, in order; `None` where nothing narrows.
    pub found: Option<Vec<usize>>,
    /// Every answer, the newest first; `None` until they were read.
    pub answers: Option<Vec<Answer>>,
    /// The place of the selected answer.
    pub answer_at: usize,
    /// The guide.
    pub guide: GuideRoom,
    /// What waits, and what was carried.
    pub transfer: TransferRoom,
    /// Who sits here.
    pub me: MeRoom,
    /// What the desk is lent to.
    pub errand: Option<Underway>,
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
    /// A report with its answers.
    Report(Box<ReportPage>),
    /// The answers.
    Answers,
    /// One of them.
    Answer(Box<AnswerPage>),
    /// The guide.
    Guide,
    /// What is handed over by hand.
    Transfer,
    /// Who sits here.
    Me,
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
            search: SearchLine::default(),
            found: None,
            answers: None,
            answer_at: 0,
            guide: GuideRoom::default(),
            transfer: TransferRoom::default(),
            me: MeRoom::default(),
            errand: None,
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

    /// How many lines are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.found.as_ref().map_or(self.lines().len(), Vec::len)
    }

    /// The line at this place among those shown.
    #[must_use]
    pub fn shown_line(&self, place: usize) -> Option<&ReportLine> {
        let place = self.found.as_ref().map_or(Some(place), |found| found.get(place).copied())?;
        self.lines().get(place)
    }

    /// The place of the selected line among those shown; the first where none is selected.
    #[must_use]
    pub fn selected_place(&self) -> usize {
        let all = self.lines().iter().position(|line| Some(line.id) == self.selected).unwrap_or(0);
        // Places rise, so the one is found in the other without looking at each.
        self.found.as_ref().map_or(all, |found| found.binary_search(&all).unwrap_or(0))
    }

    /// The selected line.
    #[must_use]
    pub fn selected_line(&self) -> Option<&ReportLine> {
        self.shown_line(self.selected_place())
    }

    /// Narrows the list anew: the words, the list or the language are other ones.
    pub fn narrow(&mut self) {
        let words = self.search.words();
        self.found = (!words.is_empty()).then(|| {
            let filter = ReportFilter::new(words, &self.catalogue, self.tongue);
            let lines = self.lines().iter().enumerate();
            lines.filter(|(_, line)| filter.lets_through(line)).map(|(place, _)| place).collect()
        });
        let selected = self.selected_line().map(|line| line.id);
        self.selected = selected.or(self.selected);
    }

    /// The room the screen belongs to.
    #[must_use]
    pub fn room(&self) -> Room {
        match self.screen {
            Screen::Reports | Screen::Report(_) | Screen::Form(_) => Room::Reports,
            Screen::Answers | Screen::Answer(_) => Room::Answers,
            Screen::Guide => Room::Guide,
            Screen::Transfer => Room::Transfer,
            Screen::Me => Room::Me,
        }
    }

    /// Goes to a room, and says what must be read for it.
    pub fn enter(&mut self, room: Room) -> Vec<Effect> {
        self.me.open = None;
        self.transfer.ask = None;
        self.screen = match room {
            Room::Reports => Screen::Reports,
            Room::Answers => Screen::Answers,
            Room::Guide => Screen::Guide,
            Room::Transfer => Screen::Transfer,
            Room::Me => Screen::Me,
        };
        if room == Room::Me { vec![Effect::LoadMe] } else { Vec::new() }
    }

    /// Takes the passphrases of an errand out of their fields.
    #[must_use]
    pub fn take_passphrases(&self) -> Option<Passphrases> {
        match &self.me.open {
            Some(Open::Passphrase(chosen)) => Some(chosen.take()),
            _ => None,
        }
    }

    /// How many answers were not looked at yet.
    #[must_use]
    pub fn unseen(&self) -> usize {
        self.answers.iter().flatten().filter(|answer| answer.heard.seen.is_none()).count()
    }

    /// What the list of reports tells of the roads.
    #[must_use]
    pub fn roads(&self) -> Roads {
        let filed = self.lines().iter().filter(|line| !line.is_draft);
        let waiting = filed.clone().filter(|line| line.handed_over.is_none());
        Roads {
            oldest: waiting.filter_map(|line| line.standing.since).min(),
            last: filed.filter_map(|line| line.handed_over).max(),
        }
    }

    /// Reads on where packets are handed over.
    pub fn scroll_transfer(&mut self, lines: usize) {
        let columns = reading::columns(self.size.0);
        let count = transfer_text::lines(&self.transfer, self.roads(), columns, self.tongue).len();
        self.transfer.first = (self.transfer.first + lines).min(count.saturating_sub(1));
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
        let free = self.help.is_none() && self.question.is_none() && self.errand.is_none();
        matches!(self.screen, Screen::Form(_)) && seen && free
    }

    /// Where the keys act now, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        let (columns, rows) = self.size;
        if !too_small::fits(Rect::new(0, 0, columns, rows)) {
            // Nobody writes where he cannot see.
            return &[Context::Anywhere];
        }
        if self.errand.is_some() {
            return &[Context::Lent, Context::Anywhere];
        }
        if self.help.is_some() {
            return &[Context::Help, Context::Anywhere];
        }
        if self.question.is_some() {
            return &[Context::Question, Context::Anywhere];
        }
        match &self.screen {
            Screen::Reports if self.search.is_writing() => &[Context::Search, Context::Anywhere],
            Screen::Reports => &[Context::Reports, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Report(_) => &[Context::Report, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Answers => &[Context::Answers, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Answer(_) => &[Context::Answer, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Guide if self.guide.search.is_writing() => &[Context::Search, Context::Anywhere],
            Screen::Guide => &[Context::Guide, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Transfer if self.transfer.ask.is_some() => &[Context::Folder, Context::Anywhere],
            Screen::Transfer => &[Context::Transfer, Context::Rooms, Context::Letterless, Context::Anywhere],
            Screen::Me => match self.me.open {
                Some(Open::Passphrase(_)) => &[Context::Passphrase, Context::Anywhere],
                Some(Open::About(_)) => {
                    &[Context::About, Context::Rooms, Context::Letterless, Context::Anywhere]
                }
                None => &[Context::Me, Context::Rooms, Context::Letterless, Context::Anywhere],
            },
            // The form's own keys stand in its own table.
            Screen::Form(form) if form.takes_letters() => &[Context::Anywhere],
            Screen::Form(_) => &[Context::Letterless, Context::Anywhere],
        }
    }
}
