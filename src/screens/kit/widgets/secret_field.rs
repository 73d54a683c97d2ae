//! A field for a passphrase: what is typed is kept in one place, cleared when it goes, and never shown, not even by its
//! length.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use ratatui::layout::Rect;
use zeroize::{Zeroize, Zeroizing};

use crate::crypto::secret::Passphrase;
use crate::screens::kit::edit::{Edit, Step};
use crate::screens::kit::pen::Pen;

/// Characters at most.
const LIMIT: usize = 256;
/// Bytes the longest takes: the text never moves while it grows, so that nothing of it is left behind.
const ROOM: usize = LIMIT * 4;

/// What stands for something typed, however long it is.
const SHOWN: &str = "••••••••";

/// A passphrase being typed. A clone is the same field, not a copy of what is in it.
#[derive(Clone)]
pub struct SecretField(Rc<RefCell<Zeroizing<String>>>);

impl Default for SecretField {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(empty())))
    }
}

fn empty() -> Zeroizing<String> {
    Zeroizing::new(String::with_capacity(ROOM))
}

impl SecretField {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Changes what is typed. There is no cursor to step with: a key that takes away more than one character takes away
    /// everything.
    pub fn edit(&self, edit: &Edit) {
        let mut text = self.0.borrow_mut();
        match edit {
            Edit::Type(c) => push(&mut text, *c),
            Edit::Paste(pasted) => pasted.chars().for_each(|c| push(&mut text, c)),
            Edit::Step(Step::Backspace) => {
                text.pop();
            }
            Edit::Step(Step::DeleteWord | Step::Undo) => text.zeroize(),
            Edit::Step(_) => {}
        }
    }

    /// Takes out what is typed and leaves the field empty.
    #[must_use]
    pub fn take(&self) -> Passphrase {
        let mut taken = self.0.replace(empty());
        Passphrase::new(std::mem::take(&mut *taken))
    }

    /// Whether two fields hold the same.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.0.borrow().as_str() == other.0.borrow().as_str()
    }

    /// Whether it holds at least so many characters.
    #[must_use]
    pub fn holds_at_least(&self, characters: usize) -> bool {
        self.0.borrow().chars().count() >= characters
    }

    /// Draws that something is typed, or nothing.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, focused: bool) {
        let theme = pen.theme();
        let end = if self.is_empty() { 0 } else { pen.write(area, 0, 0, SHOWN, theme.plain) };
        if focused {
            pen.point(area, end, 0);
        }
    }
}

fn push(text: &mut String, c: char) {
    if !c.is_control() && text.len() + c.len_utf8() <= ROOM && text.chars().count() < LIMIT {
        text.push(c);
    }
}

impl PartialEq for SecretField {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for SecretField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretField")
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, SecretField};
    use crate::screens::kit::edit::{Edit, Step};

    #[test]
    fn what_is_typed_is_taken_out_once_and_never_told() {
        let field = SecretField::default();
        field.edit(&Edit::Paste("correct horse\n battery".to_owned()));
        field.edit(&Edit::Type('y'));
        field.edit(&Edit::Step(Step::Backspace));
        assert_eq!(format!("{field:?}"), "SecretField");
        assert!(field.holds_at_least(21) && !field.holds_at_least(22));
        assert_eq!(field.take().expose(), "correct horse battery");
        assert!(field.is_empty());
    }

    #[test]
    fn it_neither_grows_without_end_nor_moves() {
        let field = SecretField::default();
        let place = field.0.borrow().as_ptr();
        field.edit(&Edit::Paste("€".repeat(10_000)));
        assert_eq!(field.0.borrow().as_ptr(), place);
        assert!(field.holds_at_least(LIMIT) && !field.holds_at_least(LIMIT + 1));
        field.edit(&Edit::Step(Step::DeleteWord));
        assert!(field.is_empty());
    }
}
