//! Packets to a role that somebody can open whose keys are void by now: made anew for those in force, before any road is
//! offered anything.

use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::domain::ids::{Dice, Digest, PacketId};
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;
use crate::wire::contents::Contents;
use crate::wire::roster::Roster;
use crate::wire::sealing::{Dispatch, seal_packet_evenly};

/// Makes anew whatever still waits and void keys open. What cannot be is left as it is, and no road is offered it.
pub(super) fn reseal(vault: &mut Vault, now: Timestamp, dice: &mut dyn Dice) -> Result<(), DeskError> {
    let Some(people) = vault.roster()? else { return Ok(()) };
    let mut held_up = HeldUp::default();
    for (packet, riders) in vault.to_make_anew()? {
        held_up.note(reseal_one(vault, packet, &riders, &people, now, dice))?;
    }
    Ok(())
}

fn reseal_one(
    vault: &mut Vault,
    old: Digest,
    riders: &[Digest],
    people: &Roster,
    now: Timestamp,
    dice: &mut dyn Dice,
) -> Result<(), DeskError> {
    let label = vault.packet(old)?.label().clone();
    let mut contents = Contents::default();
    for rider in riders {
        if vault.holds(*rider)? {
            contents.statements.push(vault.statement(*rider)?);
        } else if vault.holds_attachment(*rider)? {
            contents.attachments.push(vault.attachment(*rider)?);
        } else {
            contents.slots.push(vault.slot(*rider)?);
        }
    }
    let dispatch = Dispatch {
        packet: PacketId::fresh(now, dice),
        to: label.to.0,
        precedence: label.precedence.0,
        marking: label.marking.0,
        created: now,
    };
    let new = seal_packet_evenly(&contents, 0, &dispatch, people, &vault.profile().signing)?;
    // Power fails before this line: the old one waits as it did, and is made anew with the next contact.
    Ok(vault.make_anew(old, &new, riders, now)?)
}
