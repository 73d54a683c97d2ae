//! What is offered to no road any more, because somebody whose keys are void could open it.
//!
//! ```text
//!  made ─▶ sealed_to: everybody of a role who can open it ─ keys void since ─▶ not offered ─▶ made anew for those in force
//! ```

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Addressee;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::unlock::Vault;
use crate::wire::packet::Packet;
use crate::wire::roster::Roster;

/// Keys that are void, and packets to a role that they open.
#[derive(Debug, Default)]
pub(crate) struct Void {
    members: BTreeSet<MemberId>,
    /// Those to a role.
    pub(crate) packets: BTreeSet<Digest>,
}

impl Void {
    /// Whether void keys open a packet.
    pub(crate) fn opens(&self, packet: Digest, addressee: &Addressee) -> bool {
        match addressee {
            Addressee::Member(member) => self.members.contains(member),
            Addressee::Role(_) => self.packets.contains(&packet),
        }
    }
}

/// Remembers who can open a packet to a role that was sealed by these people in force.
pub(crate) fn note_readers(
    connection: &Connection,
    people: Option<&Roster>,
    packet: &Packet,
) -> Result<(), VaultError> {
    let to = &packet.label().to.0;
    let (Addressee::Role(_), Some(people)) = (to, people) else { return Ok(()) };
    for member in people.addressed(to) {
        let sql = "INSERT OR IGNORE INTO sealed_to (packet, member) VALUES (?, ?)";
        run(connection, sql, &[&blob(&packet.digest()), &member.id().as_bytes()])?;
    }
    Ok(())
}

impl Vault {
    /// Keys that are void by a roster or by a word since, and what they open.
    pub(crate) fn void(&self) -> Result<Void, VaultError> {
        let mut void = Void::default();
        let Some(people) = self.roster()? else { return Ok(void) };
        for member in people.everybody().filter(|member| member.revoked.is_some()) {
            let id = member.id();
            let sql = "SELECT packet FROM sealed_to WHERE member = ?";
            void.packets.extend(all(&self.connection, sql, &[&id.as_bytes()], |row| row.digest("packet"))?);
            void.members.insert(id);
        }
        Ok(void)
    }
}
