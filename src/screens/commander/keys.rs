//! The keys that lead to a room of the commander's desk. Each room has a table of its own, and what every desk has
//! stands beside the desk.

use crate::screens::commander::room::Room;
use crate::screens::kit::keymap::{Chord, Keymap, key};

/// The keys that lead to a room, wherever nothing lies open that takes the keys.
pub const ROOMS: Keymap<(), Room> = Keymap(&[
    key((), &[Chord::letter('1')], Room::Queue, Room::Queue.word()),
    key((), &[Chord::letter('2')], Room::Batch, Room::Batch.word()),
    key((), &[Chord::letter('3')], Room::Sent, Room::Sent.word()),
    key((), &[Chord::letter('4')], Room::Contingent, Room::Contingent.word()),
    key((), &[Chord::letter('5')], Room::Guide, Room::Guide.word()),
    key((), &[Chord::letter('6')], Room::Me, Room::Me.word()),
]);

#[cfg(test)]
mod tests {
    use super::ROOMS;
    use crate::screens::commander::{batch, contingent, queue, sent};

    #[test]
    fn no_key_does_two_things_in_one_place() {
        assert_eq!(ROOMS.clashes(), []);
        assert_eq!(queue::keys::KEYS.clashes(), []);
        assert_eq!(batch::keys::KEYS.clashes(), []);
        assert_eq!(sent::keys::KEYS.clashes(), []);
        assert_eq!(contingent::keys::KEYS.clashes(), []);
    }
}
