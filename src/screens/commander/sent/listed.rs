//! A list of this room: what was read, what the words leave of it, and which of that is selected.

/// Rows, some of which are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// Everything; nothing until it was read.
    pub all: Option<Vec<T>>,
    /// The places of the rows that the words leave.
    pub left: Vec<usize>,
    /// The place among these of the one that is selected.
    pub at: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { all: None, left: Vec::new(), at: 0 }
    }
}

impl<T> Listed<T> {
    /// What was read takes the place of what was there; what is selected stays selected, as far as it is still let through.
    pub fn take<K: PartialEq>(
        &mut self,
        rows: Vec<T>,
        key: impl Fn(&T) -> K,
        lets_through: impl Fn(&T) -> bool,
    ) {
        let selected = self.selected().map(&key);
        self.all = Some(rows);
        self.narrow(lets_through);
        let at = self.shown().position(|row| Some(key(row)) == selected);
        self.at = at.unwrap_or(0);
    }

    /// Finds again what is shown.
    pub fn narrow(&mut self, lets_through: impl Fn(&T) -> bool) {
        let rows = self.all.iter().flatten().enumerate();
        self.left = rows.filter(|(_, row)| lets_through(row)).map(|(place, _)| place).collect();
        self.at = self.at.min(self.left.len().saturating_sub(1));
    }

    /// The rows that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &T> {
        self.left.iter().filter_map(|place| self.all.as_ref()?.get(*place))
    }

    /// One of them.
    #[must_use]
    pub fn shown_at(&self, place: usize) -> Option<&T> {
        self.all.as_ref()?.get(*self.left.get(place)?)
    }

    /// The one that is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&T> {
        self.shown_at(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::Listed;

    #[test]
    fn what_is_selected_stays_selected_while_it_is_shown() {
        let mut listed = Listed::default();
        listed.take(vec![1, 2, 3, 4], |row| *row, |_| true);
        listed.at = 2;
        listed.take(vec![9, 1, 2, 3], |row| *row, |row| *row != 1);
        assert_eq!((listed.selected(), listed.left.as_slice()), (Some(&3), &[0, 2, 3][..]));
        listed.narrow(|row| *row == 9);
        assert_eq!(listed.selected(), Some(&9));
        listed.narrow(|_| false);
        assert_eq!(listed.selected(), None);
    }
}
