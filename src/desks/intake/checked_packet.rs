//! A packet that was opened, every signature in it checked: all of reading that needs no vault.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::crypto::hybrid::Identity;
use crate::domain::ids::{Digest, MemberId};
use crate::wire::checked::CheckedStatement;
use crate::wire::packet::Packet;
use crate::wire::roster::Roster;
use crate::wire::sealing::{Opened, OpeningError, open_labelled, open_packet};
use crate::wire::statement::{StatementError, UnverifiedStatement};

/// What is in it. Nothing of it is stored yet.
pub(crate) struct CheckedPacket {
    /// The people in force it was checked by.
    pub by: Roster,
    /// Which packet.
    pub packet: Digest,
    /// Who labelled it.
    pub sender: MemberId,
    /// What it brings, in the order in which it is taken.
    pub statements: Vec<CheckedStatement>,
    /// Items that are not statements this program can read, with the reason.
    pub unreadable: Vec<(Vec<u8>, StatementError)>,
    /// Bytes of attachments.
    pub attachments: Vec<Vec<u8>>,
    /// Integrity slots.
    pub slots: Vec<Vec<u8>>,
}

impl CheckedPacket {
    /// Opens a packet and checks every signature in it.
    ///
    /// # Errors
    /// See [`OpeningError`].
    pub(crate) fn read(
        bytes: Vec<u8>,
        roster: &Roster,
        me: MemberId,
        identity: &Identity,
    ) -> Result<Self, OpeningError> {
        unharmed(|| Ok(Self::of(open_packet(bytes, roster, me, identity)?, roster)))
    }

    /// The same of a packet whose label was verified.
    pub(crate) fn open(
        packet: Packet,
        roster: &Roster,
        me: MemberId,
        identity: &Identity,
    ) -> Result<Self, OpeningError> {
        unharmed(|| Ok(Self::of(open_labelled(packet, roster, me, identity)?, roster)))
    }

    /// How many bytes it holds, opened.
    pub(crate) fn length(&self) -> usize {
        let statements = self.statements.iter().map(|statement| statement.bytes().len());
        let unreadable = self.unreadable.iter().map(|(bytes, _)| bytes.len());
        let beside = self.attachments.iter().chain(&self.slots).map(Vec::len);
        statements.chain(unreadable).chain(beside).sum()
    }

    fn of(opened: Opened, roster: &Roster) -> Self {
        let mut statements = opened.statements;
        // What others refer to comes first; the order of kinds is that of a report's life.
        statements.sort_by_key(UnverifiedStatement::kind);
        Self {
            by: roster.clone(),
            packet: opened.packet.digest(),
            sender: opened.packet.label_statement().signer(),
            statements: statements.into_iter().map(|statement| roster.check(statement)).collect(),
            unreadable: opened.unreadable,
            attachments: opened.attachments,
            slots: opened.slots,
        }
    }
}

/// Opens something foreign. A fault of the program in that is told as a fault of those bytes: nothing was stored yet, and
/// what came with them is read all the same.
fn unharmed<T>(open: impl FnOnce() -> Result<T, OpeningError>) -> Result<T, OpeningError> {
    // Whatever it held half done goes with it; what it looked at is not changed by looking.
    catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(OpeningError::Broke))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_break_the_program_are_told_of_and_stop_nothing() {
        let opened = [1_u8, 2, 3].map(|n| {
            unharmed(|| match n {
                2 => panic!("a fault of our own"),
                n => Ok(n),
            })
        });
        assert_eq!(opened, [Ok(1), Err(OpeningError::Broke), Ok(3)]);
    }
}
