//! What is learned beside the answers one asked for.

/// What the other end of a road said of itself while it was busy with something else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    /// How many packets wait for us there.
    pub waiting: Option<u64>,
    /// The epoch of the roster in force there.
    pub epoch: Option<u32>,
    /// The number of the last amendment of the roster that concerns us there.
    pub amendments: Option<u64>,
}

impl Heard {
    /// From which number on there are amendments to ask for, if there are any beyond `after`. A relay that counts less
    /// than was heard of it began anew.
    #[must_use]
    pub fn more_amendments(&self, after: u64) -> Option<u64> {
        match self.amendments {
            None => None,
            Some(newest) if newest == after => None,
            Some(newest) if newest < after => Some(0),
            Some(_) => Some(after),
        }
    }

    /// What was said now, or else what was said before.
    #[must_use]
    pub fn or(self, before: Self) -> Self {
        Self {
            waiting: self.waiting.or(before.waiting),
            epoch: self.epoch.or(before.epoch),
            amendments: self.amendments.or(before.amendments),
        }
    }
}
