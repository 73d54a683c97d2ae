//! The field a passphrase is typed into. Nobody can read it, not even how long it is; whoever takes it empties it.

use zeroize::{Zeroize, Zeroizing};

use crate::crypto::secret::Passphrase;

/// Bytes at most, reserved from the first letter on: a text that grows leaves copies of itself behind.
const MOST: usize = 4 << 10;

/// A passphrase being typed. It clears itself when it is emptied, taken or dropped.
///
/// It cannot be printed:
/// ```compile_fail,E0277
/// println!("{:?}", vigilia::screens::lock::passphrase_entry::PassphraseEntry::new());
/// ```
pub struct PassphraseEntry(Zeroizing<String>);

impl Default for PassphraseEntry {
    fn default() -> Self {
        Self::new()
    }
}

impl PassphraseEntry {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self(Zeroizing::new(String::with_capacity(MOST)))
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a character behind; what goes beyond the limit stays out.
    pub fn push(&mut self, c: char) {
        if self.0.len() + c.len_utf8() <= MOST {
            self.0.push(c);
        }
    }

    /// Puts a pasted text behind, up to its first line end, and clears where it stood.
    pub fn paste(&mut self, mut text: String) {
        text.chars().take_while(|c| !matches!(c, '\r' | '\n')).for_each(|c| self.push(c));
        text.zeroize();
    }

    /// Takes the last character away.
    pub fn pop(&mut self) {
        if let Some(last) = self.0.pop() {
            // What was behind the end of the text is not cleared by taking it away; writing over it is.
            for _ in 0..last.len_utf8() {
                self.0.push('\0');
            }
            let end = self.0.len().saturating_sub(last.len_utf8());
            self.0.truncate(end);
        }
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.0.zeroize();
    }

    /// Hands the passphrase over where it stands, without copying it.
    #[must_use]
    pub fn take(&mut self) -> Passphrase {
        let text = std::mem::replace(&mut *self.0, String::with_capacity(MOST));
        Passphrase::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, PassphraseEntry};

    #[test]
    fn what_is_typed_is_handed_over_byte_for_byte_and_gone() {
        let mut entry = PassphraseEntry::new();
        " Çà va".chars().for_each(|c| entry.push(c));
        entry.push('x');
        entry.pop();
        entry.paste("  mostar\nrm -rf".to_owned());
        assert_eq!(entry.take().expose(), " Çà va  mostar");
        assert!(entry.is_empty());
        entry.push('a');
        entry.clear();
        assert_eq!(entry.take().expose(), "");
    }

    #[test]
    fn it_never_moves_while_it_grows() {
        let mut entry = PassphraseEntry::new();
        let stands_at = entry.0.as_ptr();
        (0..MOST).for_each(|_| entry.push('é'));
        entry.paste("more".repeat(MOST));
        assert_eq!((entry.0.as_ptr(), entry.0.len()), (stands_at, MOST));
        (0..MOST).for_each(|_| entry.pop());
        assert!(entry.is_empty());
        assert_eq!((entry.0.as_ptr(), entry.0.capacity()), (stands_at, MOST));
    }
}
