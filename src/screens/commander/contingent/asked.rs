//! What is being decided about one person, until it is decided.

use std::path::{Path, PathBuf};

use crate::desks::commander::contingent::{Applying, Enrolled, Revoking, VoidFrom};
use crate::domain::code::Coded;
use crate::domain::ids::MemberId;
use crate::domain::people::Callsign;
use crate::domain::revocation::RevocationReason;
use crate::domain::time::Timestamp;
use crate::language::word::Word;
use crate::screens::desk::folder::{Ask, Direction};
use crate::screens::kit::widgets::list;
use crate::screens::kit::widgets::text_field::TextField;

/// Days a commander vouches for, if he says nothing else: half a year.
const USUAL_DAYS: &str = "183";
/// Digits of a number of days.
const DAY_DIGITS: usize = 4;
/// Digits of a report's number.
const NUMBER_DIGITS: usize = 9;

/// Whose place a newcomer takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Who.
    pub member: MemberId,
    /// What he is called.
    pub callsign: Callsign,
}

/// A request file being named.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// The path.
    pub ask: Ask,
    /// Whose place the newcomer takes.
    pub replaces: Option<Replaced>,
}

impl Naming {
    /// Asks for the request file.
    #[must_use]
    pub fn new(replaces: Option<Replaced>, last: &str) -> Self {
        let ask = Ask::path(Direction::Read, Word("people-which-request"), Word("people-request-hint"), last);
        Self { ask, replaces }
    }
}

/// Somebody who asks to be enrolled.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What his request says.
    pub applying: Applying,
    /// The request itself.
    pub request: Vec<u8>,
    /// The folder it lay in: the file for his device goes there.
    pub folder: PathBuf,
    /// Whose place he takes.
    pub replaces: Option<Replaced>,
    /// For how many days.
    pub days: TextField,
    /// Whether the last question stands before it.
    pub is_last: bool,
}

impl Asked {
    /// A request that was read from a file.
    #[must_use]
    pub fn new(applying: Applying, request: Vec<u8>, path: &Path, replaces: Option<Replaced>) -> Self {
        let mut days = TextField::digits(DAY_DIGITS, None);
        days.offer(USUAL_DAYS);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Self { applying, request, folder, replaces, days, is_last: false }
    }

    /// His last day; nothing where the number of days is none.
    #[must_use]
    pub fn until(&self, now: Timestamp) -> Option<Timestamp> {
        let days = self.days.text().parse::<u32>().ok().filter(|days| *days > 0)?;
        Some(now.plus_hours(days.checked_mul(24)?))
    }

    /// The device whose keys become void with it.
    #[must_use]
    pub fn revoking(&self) -> Option<Revoking> {
        self.replaces.as_ref().map(|replaced| Revoking {
            member: replaced.member,
            reason: RevocationReason::Lost,
            from: VoidFrom::AfterWhatIsHere,
            since: None,
        })
    }
}

/// Keys that are to become void.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    /// Whose.
    pub member: MemberId,
    /// What he is called.
    pub callsign: Callsign,
    /// The reason, by its place in the list.
    pub reason: usize,
    /// From which report on; nothing for all that are not here yet.
    pub from: TextField,
    /// Whether the last question stands before it.
    pub is_last: bool,
}

impl Leaving {
    /// Nothing is decided.
    #[must_use]
    pub fn new(member: MemberId, callsign: Callsign) -> Self {
        let from = TextField::digits(NUMBER_DIGITS, Some(Word("people-from-hint")));
        Self { member, callsign, reason: 0, from, is_last: false }
    }

    /// The reason so many further on.
    pub fn step(&mut self, steps: isize) {
        self.reason = list::moved(self.reason, RevocationReason::ALL.len(), steps);
    }

    /// What is to be done.
    #[must_use]
    pub fn revoking(&self) -> Revoking {
        let number = self.from.text().parse().ok().filter(|number| *number > 0);
        Revoking {
            member: self.member,
            reason: RevocationReason::ALL.get(self.reason).copied().unwrap_or(RevocationReason::Other),
            from: number.map_or(VoidFrom::AfterWhatIsHere, VoidFrom::Report),
            since: None,
        }
    }
}

/// A file for a new device that found no place yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    /// Which folder?
    pub ask: Ask,
    /// Who is enrolled, and the file.
    pub enrolled: Enrolled,
}

impl Placing {
    /// Asks for another folder.
    #[must_use]
    pub fn new(enrolled: Enrolled) -> Self {
        let ask = Ask::path(Direction::Write, Word("people-which-folder"), Word("people-folder-hint"), "");
        Self { ask, enrolled }
    }
}

/// A file for a new device, where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// For whom.
    pub callsign: Callsign,
    /// His last day.
    pub until: Timestamp,
    /// Where.
    pub path: PathBuf,
}
