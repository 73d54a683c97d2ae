//! What a commander passes down: to each observer what Brussels and he himself said to him, and what the cell tells all.
//!
//! ```text
//!                          ┌─ has a line ─▶ one packet: answers and bulletins ─▶ any road
//!  each observer, the new ─┤
//!                          └─ has none ──┬▶ answers ───────────────────────────▶ any road
//!                                        └▶ bulletins ─────────────────────────▶ by hand
//! ```
//!
//! Bytes decide. A newsletter of 4 KiB for three hundred observers is 1.2 MB: over an hour of a line of 2.4 kbit/s, for
//! people who mostly cannot collect it there. A stick carries the same in a moment. So bulletins go over the relay only
//! to whom a packet of his own has come by the relay: he has a line. To everybody else they go by stick or folder, in a
//! packet of their own, because what rides together takes one road; and should he get a line later, that packet is
//! offered to the relay too.
//!
//! Each observer is given each thing once, however many exchanges there are. A newcomer gets the bulletins that are in
//! force, not those of years. A device that took the place of another gets the answers to that one's reports too.

use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::handing_over::{answers_for, handovers};
use crate::domain::ids::{Dice, Digest, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::wire::contents::Contents;
use crate::wire::packet::Packet;
use crate::wire::roster::{Member, Roster};
use crate::wire::sealing::{Dispatch, seal_packet};

impl CommanderDesk {
    /// Packs for each observer what he was answered, what was given back to him and what the cell tells everybody, as far
    /// as no packet carries it yet.
    pub fn pass_down(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mine = self.vault.profile().contingent.clone();
        let his = |member: &&Member| {
            member.role.0 == Role::Observer && member.contingent.as_ref().map(|c| &c.0) == mine.as_ref()
        };
        let mut names = Vec::new();
        for observer in roster.active().filter(his).map(Member::id) {
            let to = Addressee::Member(observer);
            let mut answers = answers_for(&self.vault, observer, &roster)?;
            answers.extend(handovers(&mut self.vault, &answers, observer, &roster, now)?);
            let bulletins = self.vault.bulletins_not_riding(mine.as_ref(), &to, now)?;
            let (together, by_hand) = match self.vault.has_a_line(observer)? {
                true => ([answers, bulletins].concat(), Vec::new()),
                false => (answers, bulletins),
            };
            if !together.is_empty() {
                let packet = self.sealed_for(&together, &to, &roster, now, dice)?;
                self.vault.keep_packet(&packet, &together, now)?;
                names.push(packet.digest());
            }
            if !by_hand.is_empty() {
                let packet = self.sealed_for(&by_hand, &to, &roster, now, dice)?;
                self.vault.keep_packet_by_hand(&packet, &by_hand, now)?;
                names.push(packet.digest());
            }
        }
        self.vault.lapse(now)?;
        Ok(names)
    }

    fn sealed_for(
        &self,
        riders: &[Digest],
        to: &Addressee,
        roster: &Roster,
        now: Timestamp,
        dice: &mut dyn Dice,
    ) -> Result<Packet, DeskError> {
        let statements =
            riders.iter().map(|digest| self.vault.statement(*digest)).collect::<Result<_, _>>()?;
        let contents = Contents { statements, ..Contents::default() };
        let dispatch = Dispatch {
            packet: PacketId::fresh(now, dice),
            to: to.clone(),
            precedence: Precedence::default(),
            marking: Marking::default(),
            created: now,
        };
        Ok(seal_packet(&contents, &dispatch, roster, &self.vault.profile().signing)?)
    }
}
