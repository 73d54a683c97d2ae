//! The persons and things of a report: their list, and the one being described.

use crate::domain::draft::Draft;
use crate::domain::observation::Entity;
use crate::screens::kit::widgets::list;
use crate::screens::observer::form::thing_form::ThingForm;

/// The list, and what is open of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Things {
    /// Where the keys act.
    pub at: usize,
    /// The one being described.
    pub editing: Option<ThingForm>,
    /// It was opened from the list, and leads back there.
    pub from_list: bool,
}

impl Things {
    /// Goes up or down.
    pub fn step(&mut self, draft: &Draft, steps: isize) {
        self.at = list::moved(self.at, draft.entities.len(), steps);
    }

    /// The selected one.
    #[must_use]
    pub fn selected<'d>(&self, draft: &'d Draft) -> Option<&'d Entity> {
        draft.entities.get(self.at.min(draft.entities.len().saturating_sub(1)))
    }
}
