//! What the room knows.

use crate::desks::sent::{OpenedSent, SentReport};
use crate::screens::commander::sent::keys::Place;
use crate::screens::commander::sent::lines::{Filter, SentLine};
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::vault::sent::PacketUnderWay;

/// What went, and what became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentRoom {
    /// What went, the last first; nothing until it was read.
    pub reports: Option<Vec<SentLine>>,
    /// What is on its way, in the order it goes.
    pub packets: Vec<PacketUnderWay>,
    /// The words that narrow what went.
    pub search: SearchLine,
    /// The places of the reports that they leave.
    pub left: Vec<usize>,
    /// The place among these of the one that is selected.
    pub at: usize,
    /// What the room shows.
    pub part: Part,
}

/// What the room shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Part {
    /// What went.
    #[default]
    Reports,
    /// What is on its way, from one of its lines on.
    Packets(usize),
    /// One that lies open, from one of its lines on.
    Page(Box<OpenedSent>, usize),
}

impl SentRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        const ROOM: &[Context] = &[Context::Rooms, Context::Letterless, Context::Anywhere];
        match &self.part {
            Part::Reports if self.search.is_writing() => (&[], &[Context::Search, Context::Anywhere]),
            Part::Reports => (&[Place::Reports, Place::All], ROOM),
            Part::Packets(_) => (&[Place::Packets, Place::All], ROOM),
            Part::Page(..) => (&[Place::Page, Place::All], ROOM),
        }
    }

    /// What was read takes the place of what was there; what is selected stays selected.
    pub fn take(&mut self, reports: Vec<SentReport>, packets: Vec<PacketUnderWay>, front: &Front) {
        let selected = self.selected().map(|line| line.digest);
        self.reports = Some(reports.into_iter().map(SentLine::new).collect());
        self.packets = packets;
        self.narrow(front);
        let place = |line: &SentLine| Some(line.digest) == selected;
        let at = self.shown().position(place);
        self.at = at.unwrap_or(0);
    }

    /// Finds again what the words leave.
    pub fn narrow(&mut self, front: &Front) {
        let filter = Filter::new(self.search.words(), &front.catalogue, front.tongue);
        let lines = self.reports.iter().flatten().enumerate();
        self.left = lines.filter(|(_, line)| filter.lets_through(line)).map(|(place, _)| place).collect();
        self.at = self.at.min(self.left.len().saturating_sub(1));
    }

    /// The reports that the words leave.
    pub fn shown(&self) -> impl Iterator<Item = &SentLine> {
        self.left.iter().filter_map(|place| self.reports.as_ref()?.get(*place))
    }

    /// One of them.
    #[must_use]
    pub fn shown_at(&self, place: usize) -> Option<&SentLine> {
        self.reports.as_ref()?.get(*self.left.get(place)?)
    }

    /// The one that is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&SentLine> {
        self.shown_at(self.at)
    }
}
