//! Keys and what they do: one table per desk, from which both the loop and the help are read.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::language::word::Word;

/// A key with the keys held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    held: KeyModifiers,
}

impl Chord {
    /// A key alone.
    #[must_use]
    pub const fn key(code: KeyCode) -> Self {
        Self { code, held: KeyModifiers::NONE }
    }

    /// A letter alone.
    #[must_use]
    pub const fn letter(letter: char) -> Self {
        Self::key(KeyCode::Char(letter))
    }

    /// A small letter with Ctrl.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), held: KeyModifiers::CONTROL }
    }

    /// A key with Ctrl.
    #[must_use]
    pub const fn ctrl_key(code: KeyCode) -> Self {
        Self { code, held: KeyModifiers::CONTROL }
    }

    /// What was pressed, in the one form under which it stands in a table.
    ///
    /// Terminals differ: Shift-Tab comes as a key of its own or as Tab with Shift, letters with Ctrl come in either
    /// case, and the letters that AltGr makes on Belgian keyboards may come with Ctrl and Alt held.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let held = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Self::key(KeyCode::BackTab),
            KeyCode::Char(c) if held == KeyModifiers::CONTROL | KeyModifiers::ALT => Self::letter(c),
            KeyCode::Char(c) if held.contains(KeyModifiers::CONTROL) => {
                Self { code: KeyCode::Char(c.to_ascii_lowercase()), held }
            }
            code => Self { code, held },
        }
    }

    /// The character it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.held.is_empty() => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-")] {
            if self.held.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.held.is_empty() => write!(f, "{c}"),
            KeyCode::Char(c) => write!(f, "{}", c.to_uppercase()),
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::Delete => f.write_str("Del"),
            other => write!(f, "{other:?}"),
        }
    }
}

/// One line of a table: in this context, these keys do this.
#[derive(Debug, Clone, Copy)]
pub struct Binding<X: 'static, C: 'static> {
    /// Where it holds.
    pub context: X,
    /// Any of these; the first is the one that is shown first.
    pub chords: &'static [Chord],
    /// What it does.
    pub command: C,
    /// What it does, in a few words.
    pub label: Word,
    /// Whether it stands in the bar at the bottom and not only in the help.
    pub in_bar: bool,
}

/// A line that stands in the help alone.
#[must_use]
pub const fn key<X: Copy, C: Copy>(
    context: X,
    chords: &'static [Chord],
    command: C,
    label: Word,
) -> Binding<X, C> {
    Binding { context, chords, command, label, in_bar: false }
}

/// A line that stands in the bar at the bottom too.
#[must_use]
pub const fn bar<X: Copy, C: Copy>(
    context: X,
    chords: &'static [Chord],
    command: C,
    label: Word,
) -> Binding<X, C> {
    Binding { context, chords, command, label, in_bar: true }
}

/// The keys of one desk.
#[derive(Debug, Clone, Copy)]
pub struct Keymap<X: 'static, C: 'static>(pub &'static [Binding<X, C>]);

/// A line of help: the keys, and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// The keys, with a blank between them.
    pub keys: String,
    /// What they do.
    pub label: Word,
}

impl<X: PartialEq + Copy, C: Copy> Keymap<X, C> {
    /// What a key does, looked for in each context in turn.
    #[must_use]
    pub fn command(&self, contexts: &[X], event: KeyEvent) -> Option<C> {
        let chord = Chord::of(event);
        self.in_contexts(contexts)
            .find(|binding| binding.chords.contains(&chord))
            .map(|binding| binding.command)
    }

    /// Every line of help of a context, in the order of the table.
    #[must_use]
    pub fn help(&self, context: X) -> Vec<HelpLine> {
        self.lines(&[context], |_| true)
    }

    /// The lines for the bar at the bottom; each shows the first of its keys.
    #[must_use]
    pub fn bar(&self, contexts: &[X]) -> Vec<HelpLine> {
        let mut lines = self.lines(contexts, |binding| binding.in_bar);
        for line in &mut lines {
            let first = line.keys.split(' ').next().unwrap_or_default().to_owned();
            line.keys = first;
        }
        lines
    }

    fn lines(&self, contexts: &[X], wanted: impl Fn(&Binding<X, C>) -> bool) -> Vec<HelpLine> {
        let spelled = |binding: &Binding<X, C>| HelpLine {
            keys: binding.chords.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            label: binding.label,
        };
        self.in_contexts(contexts).filter(|binding| wanted(binding)).map(spelled).collect()
    }

    fn in_contexts(&self, contexts: &[X]) -> impl Iterator<Item = &'static Binding<X, C>> {
        let table = self.0;
        contexts
            .iter()
            .flat_map(move |context| table.iter().filter(move |binding| binding.context == *context))
    }

    /// Pairs of bindings of one context that share a key; the second of each can never be reached.
    #[must_use]
    pub fn clashes(&self) -> Vec<(Word, Word)> {
        let mut clashes = Vec::new();
        for (place, one) in self.0.iter().enumerate() {
            for other in self.0.iter().skip(place + 1) {
                let shared = one.chords.iter().any(|chord| other.chords.contains(chord));
                if one.context == other.context && shared {
                    clashes.push((one.label, other.label));
                }
            }
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{Binding, Chord, HelpLine, Keymap};
    use crate::language::word::Word;

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Where {
        Here,
        Anywhere,
    }

    const KEYS: Keymap<Where, u8> = Keymap(&[
        Binding {
            context: Where::Here,
            chords: &[Chord::ctrl('f'), Chord::key(KeyCode::F(2))],
            command: 1,
            label: Word("hand over"),
            in_bar: true,
        },
        Binding {
            context: Where::Here,
            chords: &[Chord::letter('?')],
            command: 2,
            label: Word("help"),
            in_bar: false,
        },
        Binding {
            context: Where::Anywhere,
            chords: &[Chord::ctrl('f')],
            command: 3,
            label: Word("other"),
            in_bar: true,
        },
    ]);

    #[test]
    fn the_nearer_context_comes_first() {
        let key = KeyEvent::new(KeyCode::Char('f'), KeyModifiers::CONTROL);
        assert_eq!(KEYS.command(&[Where::Here, Where::Anywhere], key), Some(1));
        assert_eq!(KEYS.command(&[Where::Anywhere], key), Some(3));
        assert_eq!(KEYS.command(&[], key), None);
    }

    #[test]
    fn the_help_is_read_from_the_same_table() {
        let line = |keys: &str, label| HelpLine { keys: keys.to_owned(), label: Word(label) };
        assert_eq!(KEYS.help(Where::Here), [line("Ctrl-F F2", "hand over"), line("?", "help")]);
        assert_eq!(KEYS.bar(&[Where::Here]), [line("Ctrl-F", "hand over")]);
        assert_eq!(KEYS.clashes(), []);
    }

    #[test]
    fn terminals_that_spell_a_key_differently_mean_the_same() {
        let of = |code, modifiers| Chord::of(KeyEvent::new(code, modifiers));
        assert_eq!(of(KeyCode::Tab, KeyModifiers::SHIFT), Chord::key(KeyCode::BackTab));
        assert_eq!(of(KeyCode::BackTab, KeyModifiers::SHIFT), Chord::key(KeyCode::BackTab));
        assert_eq!(of(KeyCode::Char('F'), KeyModifiers::CONTROL), Chord::ctrl('f'));
        assert_eq!(of(KeyCode::Char('?'), KeyModifiers::SHIFT), Chord::letter('?'));
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(of(KeyCode::Char('@'), alt_gr).typed(), Some('@'));
        assert_eq!(of(KeyCode::Char('x'), KeyModifiers::ALT).typed(), None);
    }
}
