//! When a clock has run out: the commander's on a report he owes, and the observer's on a report nobody has answered.
//!
//! ```text
//!  reaches the commander ── realm's limit ──▶ goes on as it stands
//!  filed ────────────────── realm's limit + two ways ──▶ its author is told, and offered the other roads
//! ```

use crate::domain::code::codes;
use crate::domain::time::Timestamp;

/// Hours allowed for the road to Brussels and back, beyond what a commander may take.
pub const ROADS_HOURS: u32 = 48;

/// How long an owed report still has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Countdown {
    /// This many seconds, at least one.
    Left(i64),
    /// None: it goes with the next batch as it stands, or as it was reviewed. So many seconds ago, at least none.
    Over(i64),
}

impl Countdown {
    /// The countdown of a report that reached this desk at `received` and may stay for `hours`, on a clock that shows
    /// `now`. A clock that was set back by more than an hour can tell no time, and no report is held back by it.
    pub fn of(received: Timestamp, hours: u32, now: Timestamp) -> Self {
        Self::until(received.plus_hours(hours), received, now)
    }

    /// The countdown of a report that came at `received` and goes at `due`, on a clock that shows `now`. The due time
    /// may be earlier than the limit says, where the clock was set back meanwhile.
    pub fn until(due: Timestamp, received: Timestamp, now: Timestamp) -> Self {
        let left = due.seconds_since(now);
        match now.plus_hours(1) < received {
            true => Self::Over(0),
            false if left > 0 => Self::Left(left),
            false => Self::Over(left.saturating_neg()),
        }
    }

    /// Whether the time is up.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Over(_))
    }
}

codes! {
    /// How else a report may go.
    OtherRoad, "other_road" {
        /// Over a line, to the relay.
        Relay = "relay",
        /// On a stick, to the commander.
        Folder = "folder",
        /// On a stick, with anybody who is on his way to the commander: he cannot read it.
        Carrier = "carrier",
    }
}

codes! {
    /// How far a report without an answer is known to have come.
    LastSeen, "last_seen" {
        /// On this device alone.
        Here = "here",
        /// Handed to a road; nobody has said that it arrived.
        OnTheWay = "on_the_way",
        /// On the relay's shelf, with its receipt.
        OnTheShelf = "on_the_shelf",
        /// With the commander, who gave it back to be completed.
        WithCommander = "with_commander",
    }
}

/// What a device knows of where its own report went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handed {
    /// When it was filed.
    pub filed: Timestamp,
    /// When it was first handed to the relay.
    pub by_relay: Option<Timestamp>,
    /// When it was first written to a folder.
    pub by_folder: Option<Timestamp>,
    /// When the relay took it, by its receipt.
    pub receipt: Option<Timestamp>,
    /// When the commander gave it back, which proves that he has it.
    pub returned: Option<Timestamp>,
}

impl Handed {
    /// When it took a road, as far as this device can know that: who carries a stick, it cannot.
    #[must_use]
    pub fn took(&self, road: OtherRoad) -> Option<Timestamp> {
        match road {
            OtherRoad::Relay => self.by_relay,
            OtherRoad::Folder => self.by_folder,
            OtherRoad::Carrier => None,
        }
    }
}

/// A report that should have been answered by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// When the answer should have been here.
    pub expected: Timestamp,
    /// Whole days since then.
    pub days: u32,
    /// How far the report is known to have come.
    pub last_seen: LastSeen,
    /// How else it may go, the roads it has not taken first.
    pub roads: Vec<OtherRoad>,
}

/// Whether a report that nobody has answered should have been, on a clock that shows `now`: once the commander's
/// `hours` and [`ROADS_HOURS`] have passed since it was filed.
pub fn overdue(handed: &Handed, hours: u32, now: Timestamp) -> Option<Overdue> {
    let expected = handed.filed.plus_hours(hours.saturating_add(ROADS_HOURS));
    let late = now.seconds_since(expected);
    if late <= 0 {
        return None;
    }
    let mut roads = vec![OtherRoad::Relay, OtherRoad::Folder, OtherRoad::Carrier];
    roads.sort_by_key(|road| handed.took(*road).is_some());
    Some(Overdue {
        expected,
        days: u32::try_from(late / 86_400).unwrap_or(u32::MAX),
        last_seen: match (handed.returned, handed.receipt, handed.by_relay.or(handed.by_folder)) {
            (Some(_), ..) => LastSeen::WithCommander,
            (None, Some(_), _) => LastSeen::OnTheShelf,
            (None, None, Some(_)) => LastSeen::OnTheWay,
            (None, None, None) => LastSeen::Here,
        },
        roads,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(number: u32) -> Timestamp {
        Timestamp::parse("2026-11-21T12:00:00Z").unwrap().plus_hours(number)
    }

    #[test]
    fn an_owed_report_counts_down_and_then_it_is_over_for_good() {
        let at = |number| Countdown::of(hour(100), 72, hour(number));
        assert_eq!(at(100), Countdown::Left(72 * 3_600));
        assert_eq!(at(171), Countdown::Left(3_600));
        assert_eq!((at(172), at(173)), (Countdown::Over(0), Countdown::Over(3_600)));
        assert!((172..500).all(|number| at(number).is_over()));
    }

    #[test]
    fn a_clock_that_was_set_back_holds_no_report_back() {
        assert!(Countdown::of(hour(100), 72, hour(98)).is_over());
        assert!(!Countdown::of(hour(100), 72, hour(99)).is_over(), "two honest clocks may differ");
    }

    #[test]
    fn an_author_is_told_once_everybody_has_had_his_time() {
        let filed = Handed { filed: hour(0), by_relay: None, by_folder: None, receipt: None, returned: None };
        assert_eq!(overdue(&filed, 72, hour(120)), None);
        let told = overdue(&filed, 72, hour(120 + 49)).unwrap();
        assert_eq!((told.expected, told.days, told.last_seen), (hour(120), 2, LastSeen::Here));
        assert_eq!(told.roads, [OtherRoad::Relay, OtherRoad::Folder, OtherRoad::Carrier]);
    }

    #[test]
    fn the_roads_it_has_not_taken_are_offered_first() {
        let by_relay = Some(hour(1));
        let sent = Handed { filed: hour(0), by_relay, by_folder: None, receipt: None, returned: None };
        let told = overdue(&sent, 72, hour(121)).unwrap();
        assert_eq!(told.last_seen, LastSeen::OnTheWay);
        assert_eq!(told.roads, [OtherRoad::Folder, OtherRoad::Carrier, OtherRoad::Relay]);
        let shelved = Handed { receipt: Some(hour(1)), by_folder: Some(hour(2)), ..sent };
        let told = overdue(&shelved, 72, hour(121)).unwrap();
        assert_eq!(told.last_seen, LastSeen::OnTheShelf);
        assert_eq!(told.roads, [OtherRoad::Carrier, OtherRoad::Relay, OtherRoad::Folder]);
        let back = Handed { returned: Some(hour(3)), ..shelved };
        assert_eq!(overdue(&back, 72, hour(121)).unwrap().last_seen, LastSeen::WithCommander);
    }
}
