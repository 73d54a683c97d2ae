//! What the queue knows, and what of it is in sight.

use crate::desks::commander::queue::QueueState;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::screens::commander::queue::filter::{Filter, Only};
use crate::screens::commander::queue::keys::Place;
use crate::screens::commander::queue::lines::{QueueLine, Tally};
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::list;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::vault::clock::SetBack;

/// What is owed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QueueRoom {
    /// Every owed report, in order; `None` until they were read.
    lines: Option<Vec<QueueLine>>,
    /// How many there are of each kind.
    tally: Tally,
    /// The one that was selected last, though it may not be among those shown now.
    selected: Option<Digest>,
    /// The place of the selected one among those shown.
    at: usize,
    /// The words that narrow the list.
    pub search: SearchLine,
    /// The kind it is narrowed to.
    only: Only,
    /// The places of the reports that are left, in order; `None` where nothing narrows.
    found: Option<Vec<usize>>,
    /// The clock of this device was set back while reports were here that are still owed.
    pub set_back: Option<SetBack>,
    /// Something came or went since the list was read.
    stale: bool,
}

impl QueueRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        if self.search.is_writing() {
            (&[], &[Context::Search, Context::Anywhere])
        } else {
            (&[Place::List], &[Context::Rooms, Context::Letterless, Context::Anywhere])
        }
    }

    /// Every line, once they were read.
    #[must_use]
    pub fn lines(&self) -> Option<&[QueueLine]> {
        self.lines.as_deref()
    }

    /// How many there are of each kind.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The kind it is narrowed to.
    #[must_use]
    pub fn only(&self) -> Only {
        self.only
    }

    /// Whether it is to be read anew.
    #[must_use]
    pub fn is_to_be_read(&self) -> bool {
        self.stale || self.lines.is_none()
    }

    /// Reports came or went: the list is read anew when it is looked at next.
    pub fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// The list was read.
    pub fn show(&mut self, lines: Vec<QueueLine>, front: &Front) {
        (self.lines, self.stale) = (Some(lines), false);
        self.counted(front);
    }

    /// Changes lines in place.
    pub fn change(&mut self, front: &Front, change: impl FnOnce(&mut Vec<QueueLine>)) {
        if let Some(lines) = &mut self.lines {
            change(lines);
        }
        self.counted(front);
    }

    fn counted(&mut self, front: &Front) {
        self.tally = Tally::of(self.lines.as_deref().unwrap_or_default());
        self.narrow(front);
    }

    /// How many lines are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        let all = self.lines.as_ref().map_or(0, Vec::len);
        self.found.as_ref().map_or(all, Vec::len)
    }

    /// The line at this place among those shown.
    #[must_use]
    pub fn shown_line(&self, place: usize) -> Option<&QueueLine> {
        let place = self.found.as_ref().map_or(Some(place), |found| found.get(place).copied())?;
        self.lines.as_ref()?.get(place)
    }

    /// A line by its report.
    #[must_use]
    pub fn line(&self, report: Digest) -> Option<&QueueLine> {
        self.lines.iter().flatten().find(|line| line.row.digest == report)
    }

    /// The place of the selected line among those shown.
    #[must_use]
    pub fn selected_place(&self) -> usize {
        self.at
    }

    /// The selected line.
    #[must_use]
    pub fn selected_line(&self) -> Option<&QueueLine> {
        self.shown_line(self.at)
    }

    /// Selects the line so many further on.
    pub fn step(&mut self, steps: isize) {
        self.at = list::moved(self.at, self.shown(), steps);
        self.selected = self.selected_line().map(|line| line.row.digest);
    }

    /// Selects a report, if it is shown.
    pub fn select(&mut self, report: Digest) {
        self.selected = Some(report);
        self.find_selected();
    }

    /// Shows those of the kind beside this one alone.
    pub fn show_kind(&mut self, onward: bool, front: &Front) {
        self.only = self.only.beside(onward);
        self.narrow(front);
    }

    /// Takes the words away, and where there are none, the kind; says whether there was anything to take away.
    pub fn widen(&mut self, front: &Front) -> bool {
        let narrowed = self.search.is_open() || self.only != Only::All;
        if self.search.is_open() {
            self.search.clear();
        } else {
            self.only = Only::All;
        }
        self.narrow(front);
        narrowed
    }

    /// Types into the words that narrow the list.
    pub fn edit(&mut self, edit: &Edit, front: &Front) {
        let before = self.search.text().to_owned();
        if !self.search.edit(edit) {
            return;
        }
        // A longer word leaves fewer of those that are left, so the others need not be looked at again.
        if !before.is_empty() && self.search.text().starts_with(&before) {
            let left = self.found.take();
            self.narrow_among(left, front);
        } else {
            self.narrow(front);
        }
    }

    /// Narrows the list anew: the words, the list or the language are other ones.
    pub fn narrow(&mut self, front: &Front) {
        self.narrow_among(None, front);
    }

    fn narrow_among(&mut self, among: Option<Vec<usize>>, front: &Front) {
        let words = self.search.words();
        let lines = self.lines.as_deref().unwrap_or_default();
        self.found = (!words.is_empty() || self.only != Only::All).then(|| {
            let now = Timestamp::new(front.moment.now);
            let filter = Filter::new(self.only, words, &front.catalogue, front.tongue, now);
            let is_left = |place: &usize| lines.get(*place).is_some_and(|line| filter.lets_through(line));
            match among {
                Some(among) => among.into_iter().filter(is_left).collect(),
                None => (0..lines.len()).filter(is_left).collect(),
            }
        });
        self.find_selected();
    }

    fn find_selected(&mut self) {
        let selected = self.selected;
        let is_selected = |line: &QueueLine| Some(line.row.digest) == selected;
        let among_all = self.lines.iter().flatten().position(is_selected);
        self.at = match &self.found {
            None => among_all,
            // Places rise, so the one is found in the other without looking at each.
            Some(found) => among_all.and_then(|place| found.binary_search(&place).ok()),
        }
        .unwrap_or_else(|| self.at.min(self.shown().saturating_sub(1)));
    }

    /// The report whose review can be taken back: of those he `signed` since he sat down the last one, otherwise the
    /// selected one.
    #[must_use]
    pub fn to_take_back(&self, signed: &[Digest]) -> Option<Digest> {
        let is_reviewed = |line: &&QueueLine| matches!(line.row.state, QueueState::Reviewed(_));
        let last = signed.last().and_then(|report| self.line(*report));
        last.filter(is_reviewed)
            .or_else(|| self.selected_line().filter(is_reviewed))
            .map(|line| line.row.digest)
    }
}
