//! What the room knows.

use crate::desks::bulletins::OpenedBulletin;
use crate::desks::commander::passing_down::PassedDown;
use crate::desks::commander::sent::{OpenedSent, Sent};
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::screens::commander::sent::bulletins::BulletinRow;
use crate::screens::commander::sent::keys::Place;
use crate::screens::commander::sent::lines::{Filter, SentLine};
use crate::screens::commander::sent::listed::Listed;
use crate::screens::desk::front::Front;
use crate::screens::desk::keys::Context;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::vault::sent::PacketUnderWay;

/// What went, what became of it, and what the police tell everybody.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentRoom {
    /// What went, the last first.
    pub reports: Listed<SentLine>,
    /// What the police tell everybody, the newest first.
    pub bulletins: Listed<BulletinRow>,
    /// What is on its way, in the order it goes.
    pub packets: Vec<PacketUnderWay>,
    /// The words that narrow both lists.
    pub search: SearchLine,
    /// What the room shows.
    pub part: Part,
}

/// What the room shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Part {
    /// What went.
    #[default]
    Reports,
    /// What the police tell everybody.
    Bulletins,
    /// What is on its way, from one of its lines on.
    Packets(usize),
    /// One that went and lies open, from one of its lines on.
    Page(Box<OpenedSent>, usize),
    /// A bulletin that lies open, from one of its lines on.
    Bulletin(Box<OpenedBulletin>, usize),
}

impl SentRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        const ROOM: &[Context] = &[Context::Rooms, Context::Letterless, Context::Anywhere];
        match &self.part {
            Part::Reports | Part::Bulletins if self.search.is_writing() => {
                (&[], &[Context::Search, Context::Anywhere])
            }
            Part::Reports if self.reports.selected().is_some() => {
                (&[Place::Row, Place::Reports, Place::All], ROOM)
            }
            Part::Reports => (&[Place::Reports, Place::All], ROOM),
            Part::Bulletins if self.bulletins.selected().is_some() => {
                (&[Place::Row, Place::Bulletins, Place::All], ROOM)
            }
            Part::Bulletins => (&[Place::Bulletins, Place::All], ROOM),
            Part::Packets(_) => (&[Place::Packets, Place::All], ROOM),
            Part::Page(..) | Part::Bulletin(..) => (&[Place::Page, Place::All], ROOM),
        }
    }

    /// What was read takes the place of what was there; what is selected stays selected.
    pub fn take(&mut self, sent: Sent, bulletins: Vec<PassedDown>, front: &Front) {
        let words = self.search.words();
        let filter = Filter::new(words.clone(), &front.catalogue, front.tongue);
        let reports = sent.reports.into_iter().map(SentLine::new).collect();
        self.reports.take(reports, |line| line.digest, |line| filter.lets_through(line));
        let bulletins = bulletins.into_iter().map(BulletinRow::new).collect();
        self.bulletins.take(bulletins, BulletinRow::digest, |row| row.holds(&words, front.tongue));
        self.packets = sent.packets;
    }

    /// Finds again what the words leave.
    pub fn narrow(&mut self, front: &Front) {
        let words = self.search.words();
        let filter = Filter::new(words.clone(), &front.catalogue, front.tongue);
        self.reports.narrow(|line| filter.lets_through(line));
        self.bulletins.narrow(|row| row.holds(&words, front.tongue));
    }

    /// A bulletin was looked at.
    pub fn seen(&mut self, digest: Digest, now: Timestamp) {
        let row = self.bulletins.all.iter_mut().flatten().find(|row| row.digest() == digest);
        if let Some(row) = row {
            row.told.line.seen.get_or_insert(now);
        }
    }

    /// How a bulletin stands in the list.
    #[must_use]
    pub fn bulletin(&self, digest: Digest) -> Option<&BulletinRow> {
        self.bulletins.all.iter().flatten().find(|row| row.digest() == digest)
    }
}
