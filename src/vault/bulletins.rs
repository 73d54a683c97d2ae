//! Bulletins: published here by the cell, or arrived; and who is still to be given which.
//!
//! ```text
//!  taken ─▶ bulletin + concerned ─▶ in force ─ not yet riding to him ─▶ packet ── has he a line? ─ no ─▶ by hand
//!                                      └─ run out, replaced ─▶ its packets lapse
//! ```

use std::collections::BTreeMap;

use crate::domain::bulletin::{Beside, Bulletin, missing};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Addressee, Contingent};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::packets::{RoadName, store_packet};
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::bulletin::BulletinV1;
use crate::wire::packet::Packet;
use crate::wire::statement::Signed;

/// A bulletin and what is known of it here.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldBulletin {
    /// The digest of its statement.
    pub statement: Digest,
    /// Which desk of the cell signed it.
    pub signer: MemberId,
    /// When it was taken in here, or published.
    pub arrived: Timestamp,
    /// When the holder of this vault first looked at it.
    pub seen: Option<Timestamp>,
    /// Another that is here stands in its place.
    pub replaced: bool,
    /// What it says.
    pub bulletin: Bulletin,
}

/// Bulletins `b` that are in force at `?1`.
const IN_FORCE: &str =
    "b.until > ?1 AND NOT EXISTS (SELECT 1 FROM bulletin n WHERE n.supersedes = b.statement)";

impl Vault {
    /// Takes a bulletin: the cell's own, or read from a packet. Tells whether it is new.
    pub fn take_bulletin(&mut self, signed: &Signed<BulletinV1>, now: Timestamp) -> Result<bool, VaultError> {
        self.together(|connection, _| {
            let (said, digest) = (&signed.payload, signed.statement.digest());
            let new = keep(connection, &signed.statement, now)?;
            if new {
                run(
                    connection,
                    "INSERT INTO bulletin (statement, signer, number, issued, until, supersedes)
                     VALUES (?, ?, ?, ?, ?, ?)",
                    &[
                        &blob(&digest),
                        &signed.statement.signer().as_bytes(),
                        &said.number,
                        &said.issued.0.to_string(),
                        &said.until.0.to_string(),
                        &said.supersedes.as_ref().map(|digest| digest.0.as_bytes().as_slice()),
                    ],
                )?;
                for contingent in &said.contingents {
                    let sql = "INSERT OR IGNORE INTO concerned (bulletin, contingent) VALUES (?, ?)";
                    run(connection, sql, &[&blob(&digest), &contingent.0.as_str()])?;
                }
            }
            Ok(new)
        })
    }

    /// Every bulletin, the newest first; or one of them alone.
    pub fn bulletins(&self, only: Option<Digest>) -> Result<Vec<HeldBulletin>, VaultError> {
        let only = only.as_ref().map(|digest| digest.as_bytes().as_slice());
        let sql = "SELECT b.statement, b.signer, s.stored, n.at AS seen,
                          EXISTS (SELECT 1 FROM bulletin r WHERE r.supersedes = b.statement) AS replaced
                     FROM bulletin b JOIN statement s ON s.digest = b.statement
                     LEFT JOIN seen n ON n.statement = b.statement
                    WHERE ?1 IS NULL OR b.statement = ?1
                    ORDER BY b.issued DESC, b.number DESC, b.statement";
        all(&self.connection, sql, &[&only], |row| {
            let statement = row.digest("statement")?;
            Ok(HeldBulletin {
                statement,
                signer: row.member("signer")?,
                arrived: row.time("stored")?,
                seen: row.time_or_none("seen")?,
                replaced: row.get("replaced")?,
                bulletin: Bulletin::try_from(&self.signed::<BulletinV1>(statement)?.payload)?,
            })
        })
    }

    /// What the newest bulletin of some desk names as in force and what is not here, by the statement that names it.
    pub fn missing_bulletins(&self) -> Result<Vec<(Digest, Vec<Beside>)>, VaultError> {
        let mut desks: BTreeMap<MemberId, BTreeMap<u32, Vec<Beside>>> = BTreeMap::new();
        let mut newest: BTreeMap<MemberId, (u32, Digest)> = BTreeMap::new();
        for held in self.bulletins(None)? {
            let (number, named) = (held.bulletin.number, held.bulletin.in_force);
            desks.entry(held.signer).or_default().insert(number, named);
            let newest = newest.entry(held.signer).or_insert((number, held.statement));
            *newest = (*newest).max((number, held.statement));
        }
        let missing = desks.into_iter().filter_map(|(signer, held)| {
            let missing = missing(&held);
            newest.get(&signer).filter(|_| !missing.is_empty()).map(|(_, statement)| (*statement, missing))
        });
        Ok(missing.collect())
    }

    /// The highest number a desk of the cell has used; zero before its first bulletin.
    pub fn last_bulletin_of(&self, signer: MemberId) -> Result<u32, VaultError> {
        let sql = "SELECT coalesce(max(number), 0) AS last FROM bulletin WHERE signer = ?";
        Ok(first(&self.connection, sql, &[&signer.as_bytes()], |row| Ok(row.get("last")?))?.unwrap_or(0))
    }

    /// Bulletins in force that concern somebody of this contingent and that no packet to this addressee carries yet, in
    /// the order they were issued.
    pub fn bulletins_not_riding(
        &self,
        contingent: Option<&Contingent>,
        to: &Addressee,
        now: Timestamp,
    ) -> Result<Vec<Digest>, VaultError> {
        let sql = format!(
            "SELECT statement FROM bulletin b
              WHERE {IN_FORCE}
                AND (NOT EXISTS (SELECT 1 FROM concerned WHERE bulletin = b.statement)
                     OR EXISTS (SELECT 1 FROM concerned WHERE bulletin = b.statement AND contingent = ?2))
                AND NOT EXISTS (SELECT 1 FROM packet p CROSS JOIN rides r ON r.packet = p.digest
                                 WHERE p.addressee = ?3 AND r.item = b.statement)
              ORDER BY issued, number, statement"
        );
        let contingent = contingent.map(Contingent::as_str);
        all(&self.connection, &sql, &[&now.to_string(), &contingent, &to.to_string()], |row| {
            row.digest("statement")
        })
    }

    /// The addressees for whom some road was given a bulletin.
    pub fn handed_to(&self, bulletin: Digest) -> Result<Vec<Addressee>, VaultError> {
        let sql = "SELECT DISTINCT p.addressee AS addressee FROM rides r JOIN packet p ON p.digest = r.packet
              WHERE r.item = ? AND EXISTS (SELECT 1 FROM carried c WHERE c.packet = p.digest)";
        all(&self.connection, sql, &[&blob(&bulletin)], |row| row.text("addressee"))
    }

    /// To how many members some road was given a bulletin.
    pub fn handed_on(&self, bulletin: Digest) -> Result<u32, VaultError> {
        let sql =
            "SELECT count(DISTINCT p.addressee) AS members FROM rides r JOIN packet p ON p.digest = r.packet
                    WHERE r.item = ? AND EXISTS (SELECT 1 FROM carried c WHERE c.packet = p.digest)";
        Ok(first(&self.connection, sql, &[&blob(&bulletin)], |row| Ok(row.get("members")?))?.unwrap_or(0))
    }

    /// Remembers by which road a packet of this member came: who sends by the relay has a line.
    pub fn met(&self, member: MemberId, road: RoadName, now: Timestamp) -> Result<(), VaultError> {
        if road != RoadName::Relay {
            return Ok(());
        }
        let sql = "INSERT OR IGNORE INTO met_on_line (member, since) VALUES (?, ?)";
        run(&self.connection, sql, &[&member.as_bytes(), &now.to_string()])?;
        Ok(())
    }

    /// Whether a packet of this member ever came by the relay.
    pub fn has_a_line(&self, member: MemberId) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM met_on_line WHERE member = ?";
        Ok(first(&self.connection, sql, &[&member.as_bytes()], |_| Ok(()))?.is_some())
    }

    /// Keeps a packet of bulletins to somebody without a line.
    pub fn keep_packet_by_hand(
        &mut self,
        packet: &Packet,
        riders: &[Digest],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            store_packet(connection, profile.me, packet, riders, now)?;
            let sql = "INSERT OR IGNORE INTO by_hand (packet) VALUES (?)";
            run(connection, sql, &[&blob(&packet.digest())])?;
            Ok(())
        })
    }

    /// Lets packets lapse that carry nothing but bulletins of which none is in force any more.
    pub fn lapse(&self, now: Timestamp) -> Result<(), VaultError> {
        let sql = format!(
            "INSERT OR IGNORE INTO lapsed (packet, at)
             SELECT p.digest, ?1 FROM packet p
              WHERE NOT EXISTS (SELECT 1 FROM lapsed WHERE packet = p.digest)
                AND EXISTS (SELECT 1 FROM rides r JOIN bulletin b ON b.statement = r.item WHERE r.packet = p.digest)
                AND NOT EXISTS (SELECT 1 FROM rides r LEFT JOIN bulletin b ON b.statement = r.item
                                 WHERE r.packet = p.digest AND (b.statement IS NULL OR ({IN_FORCE})))"
        );
        run(&self.connection, &sql, &[&now.to_string()])?;
        Ok(())
    }
}
