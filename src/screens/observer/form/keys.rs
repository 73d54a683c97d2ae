//! The keys of the form and what they do: the one table for the loop, the bar and the help.

use crossterm::event::{KeyCode, KeyEvent};

use crate::language::word::Word;
use crate::screens::kit::keymap::{Binding, Chord, Keymap};

/// Where the keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// In the fields.
    Fields,
    /// Where towns are offered.
    Names,
    /// Where one of the offered towns is chosen.
    NameChosen,
    /// On the field that opens the indicators.
    OnWhat,
    /// Where a letter describes another person or thing.
    Kinds,
    /// The list of indicators.
    Picker,
    /// What is said of a picked indicator.
    Picked,
    /// The list of persons and things.
    Things,
    /// One person or thing.
    Thing,
    /// The files.
    Files,
    /// The large map.
    Map,
    /// Anywhere in the form.
    Everywhere,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// To the field behind.
    NextField,
    /// To the field before.
    PreviousField,
    /// To where the next block begins.
    NextBlock,
    /// To where this block, or the one before, begins.
    PreviousBlock,
    /// On: to the field behind, into what it opens, or a new line, as the field has it.
    Enter,
    /// Sign and file.
    File,
    /// Nothing fits, and yet it was odd.
    JustOdd,
    /// Away from here.
    Leave,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Take the chosen town for the place.
    TakeName,
    /// The large map.
    Map,
    /// Closer.
    Closer,
    /// Wider.
    Wider,
    /// Pick, or take back.
    Toggle,
    /// The next way of knowing.
    BasisOnward,
    /// The way of knowing before.
    BasisBack,
    /// What more there is to say of a picked indicator.
    Details,
    /// Describe another: its place in the list of kinds.
    Describe(usize),
    /// Open the selected one.
    Open,
    /// Take the selected one off.
    Remove,
    /// Complete a path.
    Complete,
    /// Attach what the path leads to.
    Attach,
    /// Take the time of the photograph over.
    TakeTime,
    /// Take its position over.
    TakePlace,
}

const fn key(context: Spot, chords: &'static [Chord], command: Act, label: Word) -> Binding<Spot, Act> {
    Binding { context, chords, command, label, in_bar: false }
}

const fn bar(context: Spot, chords: &'static [Chord], command: Act, label: Word) -> Binding<Spot, Act> {
    Binding { context, chords, command, label, in_bar: true }
}

const UP: &[Chord] = &[Chord::key(KeyCode::Up)];
const DOWN: &[Chord] = &[Chord::key(KeyCode::Down)];
const LEFT: &[Chord] = &[Chord::key(KeyCode::Left)];
const RIGHT: &[Chord] = &[Chord::key(KeyCode::Right)];
const PAGE_UP: &[Chord] = &[Chord::key(KeyCode::PageUp)];
const PAGE_DOWN: &[Chord] = &[Chord::key(KeyCode::PageDown)];
const NEXT_BLOCK: &[Chord] = &[Chord::key(KeyCode::PageDown), Chord::ctrl('n')];
const PREVIOUS_BLOCK: &[Chord] = &[Chord::key(KeyCode::PageUp), Chord::ctrl('p')];
const ENTER: &[Chord] = &[Chord::key(KeyCode::Enter)];
const ESC: &[Chord] = &[Chord::key(KeyCode::Esc)];
const TAB: &[Chord] = &[Chord::key(KeyCode::Tab)];
const BACK_TAB: &[Chord] = &[Chord::key(KeyCode::BackTab)];
const FILE: &[Chord] = &[Chord::ctrl('f')];
const F4: &[Chord] = &[Chord::key(KeyCode::F(4))];
const F5: &[Chord] = &[Chord::key(KeyCode::F(5))];
const F6: &[Chord] = &[Chord::key(KeyCode::F(6))];
const M: &[Chord] = &[Chord::letter('m')];
const F8: &[Chord] = &[Chord::key(KeyCode::F(8))];

/// The table.
pub const KEYS: Keymap<Spot, Act> = Keymap(&[
    bar(Spot::NameChosen, ENTER, Act::TakeName, Word("key-take-name")),
    bar(Spot::Names, DOWN, Act::Down, Word("key-choose-name")),
    key(Spot::Names, UP, Act::Up, Word("key-choose-before")),
    key(Spot::OnWhat, &[Chord::letter('o')], Act::JustOdd, Word("key-odd")),
    key(Spot::OnWhat, M, Act::Map, Word("key-map")),
    key(Spot::Kinds, &[Chord::letter('p')], Act::Describe(0), Word("key-person")),
    key(Spot::Kinds, &[Chord::letter('v')], Act::Describe(1), Word("key-vehicle")),
    key(Spot::Kinds, &[Chord::letter('b')], Act::Describe(2), Word("key-boat")),
    key(Spot::Kinds, &[Chord::letter('t')], Act::Describe(3), Word("key-phone")),
    key(Spot::Kinds, &[Chord::letter('d')], Act::Describe(4), Word("key-document")),
    key(Spot::Kinds, &[Chord::letter('l')], Act::Describe(5), Word("key-place")),
    key(Spot::Kinds, &[Chord::letter('g')], Act::Describe(6), Word("key-organisation")),
    key(Spot::Kinds, M, Act::Map, Word("key-map")),
    bar(Spot::Fields, TAB, Act::NextField, Word("key-next-field")),
    key(Spot::Fields, BACK_TAB, Act::PreviousField, Word("key-previous-field")),
    bar(Spot::Fields, NEXT_BLOCK, Act::NextBlock, Word("key-next-block")),
    key(Spot::Fields, PREVIOUS_BLOCK, Act::PreviousBlock, Word("key-previous-block")),
    key(Spot::Fields, ENTER, Act::Enter, Word("key-enter")),
    bar(Spot::Fields, FILE, Act::File, Word("key-file")),
    bar(Spot::Fields, ESC, Act::Leave, Word("key-leave-draft")),
    bar(Spot::Picker, ENTER, Act::Toggle, Word("key-pick")),
    bar(Spot::Picker, RIGHT, Act::BasisOnward, Word("key-basis")),
    key(Spot::Picker, LEFT, Act::BasisBack, Word("key-basis-back")),
    bar(Spot::Picker, F4, Act::Details, Word("key-details")),
    bar(Spot::Picker, TAB, Act::NextField, Word("key-picked")),
    key(Spot::Picker, BACK_TAB, Act::PreviousField, Word("key-previous-field")),
    key(Spot::Picker, ESC, Act::Leave, Word("key-back-to-form")),
    key(Spot::Picker, UP, Act::Up, Word("key-up")),
    key(Spot::Picker, DOWN, Act::Down, Word("key-down")),
    key(Spot::Picker, PAGE_UP, Act::PageUp, Word("key-page-up")),
    key(Spot::Picker, PAGE_DOWN, Act::PageDown, Word("key-page-down")),
    bar(Spot::Picked, TAB, Act::NextField, Word("key-next-field")),
    key(Spot::Picked, BACK_TAB, Act::PreviousField, Word("key-previous-field")),
    key(Spot::Picked, ENTER, Act::Enter, Word("key-next-or-done")),
    bar(Spot::Picked, &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::F(4))], Act::Leave, Word("key-done")),
    bar(Spot::Things, ENTER, Act::Open, Word("key-open")),
    bar(Spot::Things, &[Chord::key(KeyCode::Delete), Chord::letter('x')], Act::Remove, Word("key-take-out")),
    bar(
        Spot::Things,
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::Tab)],
        Act::Leave,
        Word("key-back-to-form"),
    ),
    key(Spot::Things, UP, Act::Up, Word("key-up")),
    key(Spot::Things, DOWN, Act::Down, Word("key-down")),
    bar(Spot::Thing, TAB, Act::NextField, Word("key-next-field")),
    key(Spot::Thing, BACK_TAB, Act::PreviousField, Word("key-previous-field")),
    bar(Spot::Thing, ENTER, Act::Enter, Word("key-next-or-tie")),
    bar(Spot::Thing, ESC, Act::Leave, Word("key-done")),
    bar(Spot::Files, ENTER, Act::Attach, Word("key-attach")),
    bar(Spot::Files, TAB, Act::Complete, Word("key-complete")),
    bar(Spot::Files, F4, Act::TakeTime, Word("key-take-time")),
    bar(Spot::Files, F5, Act::TakePlace, Word("key-take-place")),
    bar(Spot::Files, F8, Act::Remove, Word("key-take-off")),
    key(Spot::Files, UP, Act::Up, Word("key-up")),
    key(Spot::Files, DOWN, Act::Down, Word("key-down")),
    bar(Spot::Files, ESC, Act::Leave, Word("key-back-to-form")),
    bar(Spot::Map, &[Chord::letter('+'), Chord::letter('=')], Act::Closer, Word("key-closer")),
    bar(Spot::Map, &[Chord::letter('-')], Act::Wider, Word("key-wider")),
    bar(
        Spot::Map,
        &[Chord::key(KeyCode::Esc), Chord::key(KeyCode::F(6)), Chord::letter('m')],
        Act::Leave,
        Word("key-back-to-form"),
    ),
    key(Spot::Everywhere, FILE, Act::File, Word("key-file")),
    key(Spot::Everywhere, &[Chord::ctrl('o')], Act::JustOdd, Word("key-odd")),
    key(Spot::Everywhere, F6, Act::Map, Word("key-map")),
]);

/// The places of the form with what the help calls them, in its order.
pub const HELP: [(Spot, Word); 12] = [
    (Spot::Fields, Word("help-form")),
    (Spot::Everywhere, Word("help-form-everywhere")),
    (Spot::Names, Word("help-names")),
    (Spot::NameChosen, Word("help-name-chosen")),
    (Spot::OnWhat, Word("help-indicators")),
    (Spot::Picker, Word("help-picker")),
    (Spot::Picked, Word("help-picked")),
    (Spot::Kinds, Word("help-kinds")),
    (Spot::Things, Word("help-things")),
    (Spot::Thing, Word("help-thing")),
    (Spot::Files, Word("help-files")),
    (Spot::Map, Word("help-map")),
];

/// What a key does where these hold, the nearest first.
#[must_use]
pub fn act(spots: &[Spot], event: KeyEvent) -> Option<Act> {
    KEYS.command(spots, event)
}

#[cfg(test)]
mod tests {
    use super::{HELP, KEYS};

    #[test]
    fn no_key_does_two_things_and_the_help_tells_of_each() {
        assert_eq!(KEYS.clashes(), []);
        assert!(KEYS.0.iter().all(|binding| HELP.iter().any(|(spot, _)| *spot == binding.context)));
    }
}
