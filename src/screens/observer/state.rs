//! What the observer's terminal holds. Plain data: no key, no passphrase, no way to the disk.

use crate::desks::observer::answers::Answer;
use crate::domain::draft::Obstacle;
use crate::domain::entity::EntityRef;
use crate::domain::ids::ReportId;
use crate::screens::desk::errand::{Passphrases, Underway};
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context as Place;
use crate::screens::desk::me::room::Open;
use crate::screens::desk::reading;
use crate::screens::kit::widgets::form_layout;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::screens::observer::answers::page::AnswerPage;
use crate::screens::observer::errand::Errand;
use crate::screens::observer::form::report_form::ReportForm;
use crate::screens::observer::keys::Context;
use crate::screens::observer::lines::ReportLine;
use crate::screens::observer::message::Effect;
use crate::screens::observer::overdue::AllOverdue;
use crate::screens::observer::report_filter::ReportFilter;
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::room::Room;
use crate::screens::observer::transfer::room::TransferRoom;
use crate::screens::observer::transfer::text::{self as transfer_text, Roads};

/// Rows that banners, title, notice and keys take.
const AROUND_THE_BODY: u16 = 5;

/// Columns and rows of the look at a file.
const PREVIEW: (u16, u16) = (30, 14);

/// Columns of the side panel beside the form, with the line that parts them.
pub const SIDE: u16 = 27;

/// Everything the views may show and the update may change.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What every desk shows.
    pub front: Front,
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
    /// What waits, and what was carried.
    pub transfer: TransferRoom,
    /// What the desk is lent to.
    pub errand: Option<Underway<Errand>>,
    /// Which screen.
    pub screen: Screen,
    /// A question in front of it.
    pub question: Option<Question>,
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

impl State {
    /// An empty desk on the list of reports.
    #[must_use]
    pub fn new(front: Front) -> Self {
        Self {
            front,
            reports: None,
            selected: None,
            search: SearchLine::default(),
            found: None,
            answers: None,
            answer_at: 0,
            transfer: TransferRoom::default(),
            errand: None,
            screen: Screen::Reports,
            question: None,
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
            let filter = ReportFilter::new(words, &self.front.catalogue, self.front.tongue);
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
        self.front.me.open = None;
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
        match &self.front.me.open {
            Some(Open::Passphrase(chosen)) => Some(chosen.take()),
            _ => None,
        }
    }

    /// How many answers were not looked at yet.
    #[must_use]
    pub fn unseen(&self) -> usize {
        self.answers.iter().flatten().filter(|answer| answer.heard.seen.is_none()).count()
    }

    /// How many reports should have been answered by now.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.lines().iter().filter(|line| line.overdue.is_some()).count()
    }

    /// What the list of reports tells of the roads.
    #[must_use]
    pub fn roads(&self) -> Roads {
        let filed = self.lines().iter().filter(|line| !line.is_draft);
        let waiting = filed.clone().filter(|line| line.handed_over.is_none());
        Roads {
            oldest: waiting.filter_map(|line| line.standing.since).min(),
            last: filed.filter_map(|line| line.handed_over).max(),
            overdue: AllOverdue::of(self.lines()),
        }
    }

    /// Reads on where packets are handed over.
    pub fn scroll_transfer(&mut self, lines: usize) {
        let columns = reading::columns(self.front.size.0);
        let count = transfer_text::lines(&self.transfer, &self.roads(), columns, self.front.tongue).len();
        self.transfer.first = (self.transfer.first + lines).min(count.saturating_sub(1));
    }

    /// Columns a long field of the form has on this terminal.
    #[must_use]
    pub fn long_field_columns(&self) -> usize {
        form_layout::area_columns(self.front.size.0.saturating_sub(SIDE))
    }

    /// Columns and rows of the large map on this terminal.
    #[must_use]
    pub fn map_cells(&self) -> (u16, u16) {
        (self.front.size.0.saturating_sub(2), self.front.size.1.saturating_sub(AROUND_THE_BODY))
    }

    /// Columns and rows of the look at a file on this terminal.
    #[must_use]
    pub fn preview_cells(&self) -> (u16, u16) {
        (PREVIEW.0, PREVIEW.1.min(self.front.size.1.saturating_sub(AROUND_THE_BODY + 4)))
    }

    /// Whether keys act in the form: nothing stands in front of it, and it can be seen.
    #[must_use]
    pub fn form_has_the_keys(&self) -> bool {
        let free = self.front.help.is_none() && self.question.is_none() && self.errand.is_none();
        matches!(self.screen, Screen::Form(_)) && self.front.is_seen() && free
    }

    /// The line of the report that the open answer leads to, where it is about one and that is here.
    #[must_use]
    pub fn answered_line(&self) -> Option<&ReportLine> {
        let Screen::Answer(page) = &self.screen else { return None };
        let number = page.report()?;
        self.lines().iter().find(|line| line.sequence == Some(number))
    }

    /// Where the room's own keys act now, the nearest first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        use Context::{AboutReport, AboutReports, Answer};
        let free = self.front.help.is_none() && self.question.is_none() && self.errand.is_none();
        match &self.screen {
            _ if !free || !self.front.is_seen() => &[],
            Screen::Reports if !self.search.is_writing() => &[Context::Reports],
            Screen::Report(_) => &[Context::Report],
            Screen::Answers => &[Context::Answers],
            Screen::Answer(page) => match (self.answered_line().is_some(), page.is_about_several()) {
                (true, true) => &[Answer, AboutReport, AboutReports],
                (true, false) => &[Answer, AboutReport],
                (false, true) => &[Answer, AboutReports],
                (false, false) => &[Answer],
            },
            Screen::Transfer if self.transfer.ask.is_none() => &[Context::Transfer],
            _ => &[],
        }
    }

    /// Where the keys every desk has act now, the nearest first.
    #[must_use]
    pub fn places(&self) -> &'static [Place] {
        if !self.front.is_seen() {
            return &[Place::Anywhere];
        }
        if self.errand.is_some() {
            return &[Place::Lent, Place::Anywhere];
        }
        if self.front.help.is_some() {
            return &[Place::Help, Place::Anywhere];
        }
        if self.question.is_some() {
            return &[Place::Question, Place::Anywhere];
        }
        match &self.screen {
            Screen::Reports if self.search.is_writing() => &[Place::Search, Place::Anywhere],
            Screen::Transfer if self.transfer.ask.is_some() => &[Place::Folder, Place::Anywhere],
            Screen::Guide => self.front.in_guide(),
            Screen::Me => self.front.in_me(),
            // The form's own keys stand in its own table.
            Screen::Form(form) if form.takes_letters() => &[Place::Anywhere],
            Screen::Form(_) => &[Place::Letterless, Place::Anywhere],
            _ => &[Place::Rooms, Place::Letterless, Place::Anywhere],
        }
    }
}
