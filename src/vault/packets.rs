//! Packets made here and packets read here.
//!
//! ```text
//!  made ─▶ packet + rides ─▶ carried (each road) ─▶ receipt (relay) ─▶ kept until the cell has acknowledged
//! ```

use rusqlite::Connection;

use crate::domain::code::Coded;
use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::Addressee;
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::vault::void::note_readers;
use crate::wire::packet::Packet;
use crate::wire::receipt::ReceiptV1;
use crate::wire::statement::Signed;

/// By which road a packet went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoadName {
    /// Over the line, to the relay.
    Relay,
    /// On a stick or in a shared folder.
    Folder,
}

impl RoadName {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Relay => "relay",
            Self::Folder => "folder",
        }
    }
}

/// A packet made here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingPacket {
    /// SHA-256 of the whole packet.
    pub digest: Digest,
    /// Who it is for.
    pub addressee: Addressee,
    /// Its size in bytes.
    pub size: u64,
    /// When it was made.
    pub made: Timestamp,
    /// Whether it only brings what follows words in another packet: it goes when all words have gone.
    pub follows: bool,
    /// Whether it only repeats answers that a folder took before, for somebody of whom nothing tells that they came.
    pub again: bool,
}

/// Whether a packet `p` only brings what follows words: nothing that anybody signed is in it.
pub(crate) const FOLLOWS: &str = "NOT EXISTS (SELECT 1 FROM rides r JOIN statement s ON s.digest = r.item
                WHERE r.packet = p.digest) AS follows";

/// Whether a packet `p` is still to be taken by the road `?1`, unless void keys open it: see [`Vault::pending`].
pub(crate) const WAITS: &str = "((?1 = 'folder' AND p.addressee LIKE 'member:%')
                           OR NOT EXISTS (SELECT 1 FROM receipt WHERE packet = p.digest))
                      AND EXISTS (SELECT 1 FROM rides r WHERE r.packet = p.digest
                                     AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.item)
                                     AND NOT EXISTS (SELECT 1 FROM tally WHERE statement = r.item))
                      AND NOT EXISTS (SELECT 1 FROM lapsed WHERE packet = p.digest)
                      AND (?1 = 'folder' OR NOT EXISTS (SELECT 1 FROM by_hand WHERE packet = p.digest)
                           OR EXISTS (SELECT 1 FROM met_on_line
                                       WHERE p.addressee = 'member:' || lower(hex(member))))";

/// Whether a packet `p` only repeats to the road `?1` answers that such a road took before.
const AGAIN: &str = "(?1 = 'folder' AND p.addressee LIKE 'member:%'
                      AND EXISTS (SELECT 1 FROM carried c WHERE c.packet = p.digest AND c.road = ?1)
                      AND EXISTS (SELECT 1 FROM rides r JOIN statement s ON s.digest = r.item
                                   WHERE r.packet = p.digest
                                     AND s.kind IN ('acknowledgement', 'feedback', 'return', 'bulletin'))) AS again";

/// Stores a packet made here, with what rides in it.
pub(crate) fn store_packet(
    connection: &Connection,
    actor: MemberId,
    packet: &Packet,
    riders: &[Digest],
    now: Timestamp,
) -> Result<(), VaultError> {
    let addressee = packet.label().to.0.to_string();
    let urgency = Precedence::ALL.iter().position(|known| *known == packet.label().precedence.0).unwrap_or(0);
    let urgency = u8::try_from(urgency).unwrap_or(u8::MAX);
    run(
        connection,
        "INSERT OR IGNORE INTO packet (digest, addressee, urgency, bytes, made) VALUES (?, ?, ?, ?, ?)",
        &[&blob(&packet.digest()), &addressee, &urgency, &packet.bytes(), &now.to_string()],
    )?;
    for rider in riders {
        let sql = "INSERT OR IGNORE INTO rides (packet, item) VALUES (?, ?)";
        run(connection, sql, &[&blob(&packet.digest()), &blob(rider)])?;
        log(connection, actor, &Act::on(Operation::Disclosure, *rider).to(&addressee), now)?;
    }
    Ok(())
}

impl Vault {
    /// Keeps a packet made here, with what rides in it.
    pub fn keep_packet(
        &mut self,
        packet: &Packet,
        riders: &[Digest],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let people = self.roster()?;
        self.together(|connection, profile| {
            store_packet(connection, profile.me, packet, riders, now)?;
            note_readers(connection, people.as_ref(), packet)
        })
    }

    /// A packet made here.
    pub fn packet(&self, digest: Digest) -> Result<Packet, VaultError> {
        Packet::restored(self.packet_bytes(digest)?).map_err(|_| VaultError::Unreadable)
    }

    /// The bytes of a packet made here.
    pub fn packet_bytes(&self, digest: Digest) -> Result<Vec<u8>, VaultError> {
        let sql = "SELECT bytes FROM packet WHERE digest = ?";
        let bytes = first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get(0)?))?;
        bytes.ok_or(VaultError::NotFound("packet"))
    }

    /// Packets still to be handed to a road: those with something in them that the cell has not acknowledged. Words go
    /// before everything that only follows them, so that a photograph never holds up another report's words; among each
    /// the most urgent first, and then the small before the large. The relay is offered a packet until it has given its
    /// receipt. A folder may be lost on the way, and a member may have no line, so a folder is offered what goes to a
    /// member again and again, receipt or not: after everything that is new, answers that a folder took before, the newest
    /// first. Packets of bulletins to somebody who has no line go by folder alone, and by no road once they have lapsed.
    /// Nothing is offered that void keys open, by whatever word they became void: a finder of that device could read it.
    pub fn pending(&self, road: RoadName) -> Result<Vec<OutgoingPacket>, VaultError> {
        let sql = format!(
            "SELECT digest, addressee, length(bytes) AS size, made, {FOLLOWS}, {AGAIN} FROM packet p
                    WHERE {WAITS}
                    ORDER BY again, CASE WHEN again THEN made END DESC, follows, urgency DESC,
                             EXISTS (SELECT 1 FROM rides r JOIN report w ON w.statement = r.item
                                      WHERE r.packet = p.digest) DESC,
                             size, made, digest"
        );
        let mut pending = all(&self.connection, &sql, &[&road.as_str()], outgoing)?;
        let void = self.void()?;
        pending.retain(|packet| !void.opens(packet.digest, &packet.addressee));
        Ok(pending)
    }

    /// Every packet made here, most urgent first.
    pub fn outgoing(&self) -> Result<Vec<OutgoingPacket>, VaultError> {
        let sql = format!(
            "SELECT digest, addressee, length(bytes) AS size, made, {FOLLOWS}, 0 AS again FROM packet p
                    ORDER BY urgency DESC, size, made, digest"
        );
        all(&self.connection, &sql, &[], outgoing)
    }

    /// Remembers that a road took a packet.
    pub fn carried(&mut self, packet: Digest, road: RoadName, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| {
            let sql = "INSERT OR IGNORE INTO carried (packet, road, at) VALUES (?, ?, ?)";
            run(connection, sql, &[&blob(&packet), &road.as_str(), &now.to_string()])?;
            let sql = "DELETE FROM under_way WHERE packet = ? AND road = ?";
            run(connection, sql, &[&blob(&packet), &road.as_str()])?;
            Ok(())
        })
    }

    /// Takes the relay's receipt for a packet made here, and remembers that the relay carried it.
    pub fn take_receipt(&mut self, signed: &Signed<ReceiptV1>, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| {
            let said = &signed.payload;
            if keep(connection, &signed.statement, now)? {
                run(
                    connection,
                    "INSERT INTO receipt (statement, packet, log_index, received) VALUES (?, ?, ?, ?)",
                    &[
                        &blob(&signed.statement.digest()),
                        &blob(&said.packet.0),
                        &i64::try_from(said.log_index).unwrap_or(i64::MAX),
                        &said.received.0.to_string(),
                    ],
                )?;
            }
            let sql = "INSERT OR IGNORE INTO carried (packet, road, at) VALUES (?, 'relay', ?)";
            run(connection, sql, &[&blob(&said.packet.0), &now.to_string()])?;
            let sql = "DELETE FROM under_way WHERE packet = ? AND road = 'relay'";
            run(connection, sql, &[&blob(&said.packet.0)])?;
            Ok(())
        })
    }

    /// Whether a packet was read here before.
    pub fn has_arrived(&self, packet: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM arrived WHERE packet = ?";
        Ok(first(&self.connection, sql, &[&blob(&packet)], |_| Ok(()))?.is_some())
    }

    /// Remembers that a packet was read here, after everything in it is stored.
    pub fn arrived(&self, packet: Digest, sender: MemberId, now: Timestamp) -> Result<(), VaultError> {
        let sql = "INSERT OR IGNORE INTO arrived (packet, sender, at) VALUES (?, ?, ?)";
        run(&self.connection, sql, &[&blob(&packet), &sender.as_bytes(), &now.to_string()])?;
        run(&self.connection, "DELETE FROM unread WHERE packet = ?", &[&blob(&packet)])?;
        self.forget_pieces(packet)
    }

    /// Which of these items no packet to this addressee carries yet.
    pub fn not_riding(&self, items: &[Digest], addressee: &Addressee) -> Result<Vec<Digest>, VaultError> {
        let sql =
            "SELECT 1 FROM rides r JOIN packet p ON p.digest = r.packet WHERE r.item = ? AND p.addressee = ?";
        let to = addressee.to_string();
        let mut left = Vec::new();
        for item in items {
            if first(&self.connection, sql, &[&blob(item), &to], |_| Ok(()))?.is_none() {
                left.push(*item);
            }
        }
        Ok(left)
    }
}

fn outgoing(row: &rusqlite::Row<'_>) -> Result<OutgoingPacket, VaultError> {
    Ok(OutgoingPacket {
        digest: row.digest("digest")?,
        addressee: row.text("addressee")?,
        size: row.get::<_, i64>("size")?.unsigned_abs(),
        made: row.time("made")?,
        follows: row.get("follows")?,
        again: row.get("again")?,
    })
}
