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
//! Nothing on the wire proves that an observer has what was passed down to him: his tallies and reports speak of reports
//! alone, and that he collected a packet is told to the relay and to nobody else. So a stick that does not have them yet is
//! given every packet of answers again, whatever stick or relay took them before; that he has them already is found out by
//! their name, without opening one. This costs little: about 2 KiB and a millisecond a packet. What is new goes first,
//! then the newest of the old, and where the stick runs full among the old that is told and is no failure. Bulletins end
//! with their last day, and nothing goes to whose keys are void.
//!
//! Each observer is given each thing once, however many exchanges there are. A newcomer gets the bulletins that are in
//! force, not those of years. A device that took the place of another gets the answers to that one's reports too.

use crate::desks::bulletins::{BulletinLine, OpenedBulletin, listed, opened};
use crate::desks::commander::CommanderDesk;
use crate::desks::commander::portions::{Item, shared_out};
use crate::desks::earlier_reports::{answers_for, earlier_reports};
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::domain::bulletin::Validity;
use crate::domain::ids::{Dice, Digest, MemberId, PacketId};
use crate::domain::marking::Marking;
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::wire::contents::Contents;
use crate::wire::packet::Packet;
use crate::wire::roster::{Member, Roster};
use crate::wire::sealing::{Dispatch, seal_packet};

/// A bulletin, and how far it has come among the observers of the contingent.
#[derive(Debug, Clone, PartialEq)]
pub struct PassedDown {
    /// As a list shows it.
    pub line: BulletinLine,
    /// To how many of those who serve today some road was given it.
    pub to: usize,
    /// How many of them are still to be given it. Of one that no longer counts, nobody is.
    pub not_yet: usize,
}

impl CommanderDesk {
    /// Every bulletin that came, the newest first, and how far it was passed down.
    pub fn passed_down(&self, now: Timestamp) -> Result<Vec<PassedDown>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let observers: Vec<Addressee> = self.observers(&roster).map(Addressee::Member).collect();
        let mine = self.vault.profile().contingent.as_ref();
        let told = |line: BulletinLine| {
            let given = self.vault.handed_to(line.statement)?;
            let to = observers.iter().filter(|observer| given.contains(observer)).count();
            let concerned =
                line.contingents.is_empty() || mine.is_some_and(|mine| line.contingents.contains(mine));
            let counts = line.heading.validity(now) == Validity::InForce;
            let not_yet = if concerned && counts { observers.len() - to } else { 0 };
            Ok(PassedDown { line, to, not_yet })
        };
        listed(&self.vault)?.into_iter().map(told).collect()
    }

    /// Opens a bulletin, verified anew; from now on it counts as seen.
    pub fn read_bulletin(&mut self, statement: Digest, now: Timestamp) -> Result<OpenedBulletin, DeskError> {
        let opened = opened(&self.vault, statement)?;
        self.vault.mark_seen(&[statement], now)?;
        Ok(opened)
    }

    /// The observers of this contingent who serve today.
    fn observers<'a>(&'a self, roster: &'a Roster) -> impl Iterator<Item = MemberId> + 'a {
        let mine = self.vault.profile().contingent.as_ref();
        let his = move |member: &&Member| {
            // Nothing can be sealed to somebody without a key for it, and nobody else waits for that.
            member.recipient.is_some()
                && member.role.0 == Role::Observer
                && member.contingent.as_ref().map(|c| &c.0) == mine
        };
        roster.active().filter(his).map(Member::id)
    }

    /// Packs for each observer what he was answered, what was given back to him and what the cell tells everybody, as far
    /// as no packet carries it yet.
    ///
    /// # Errors
    /// Where something could not be packed for one of them, everybody else's was.
    pub fn pass_down(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        let mine = self.vault.profile().contingent.clone();
        let observers: Vec<MemberId> = self.observers(&roster).collect();
        let (mut names, mut held_up) = (Vec::new(), HeldUp::default());
        for observer in observers {
            let to = Addressee::Member(observer);
            let answers = answers_for(&self.vault, observer, &roster)?;
            let mut first = earlier_reports(&mut self.vault, &answers, observer, &roster, now)?;
            first.extend(answers);
            let answers = first;
            let bulletins = self.vault.bulletins_not_riding(mine.as_ref(), &to, now)?;
            let (together, by_hand) = match self.vault.has_a_line(observer)? {
                true => ([answers, bulletins].concat(), Vec::new()),
                false => (answers, bulletins),
            };
            for (these, hand) in [(together, false), (by_hand, true)] {
                for some in shared_out(self.weighed(these.into_iter())?) {
                    let some: Vec<Digest> = some.iter().map(Item::digest).collect();
                    let sealed = self.sealed_for(&some, &to, &roster, now, dice);
                    let Some(packet) = held_up.note(sealed)? else { continue };
                    match hand {
                        true => self.vault.keep_packet_by_hand(&packet, &some, now)?,
                        false => self.vault.keep_packet(&packet, &some, now)?,
                    }
                    names.push(packet.digest());
                }
            }
        }
        self.vault.lapse(now)?;
        held_up.told(names)
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
