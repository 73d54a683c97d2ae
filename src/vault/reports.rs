//! Reports held, with the facts about each.

use rusqlite::Connection;

use crate::domain::chain::{ChainLink, TallyClaim};
use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::report::FiledReport;
use crate::domain::standing::Facts;
use crate::domain::time::Timestamp;
use crate::vault::clock::look;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rivals::keep_rival;
use crate::vault::rows::{Columns, all, blob, facts_of, first, run};
use crate::vault::statements::keep;
use crate::vault::summaries::list;
use crate::vault::unlock::Vault;
use crate::wire::report::ReportV1;
use crate::wire::statement::Signed;
use crate::wire::tally::TallyV1;

/// A report held here: what was filed, and the facts about it.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldReport {
    /// The digest of its statement.
    pub digest: Digest,
    /// What was filed.
    pub report: FiledReport,
    /// What became of it so far.
    pub facts: Facts,
    /// When it was first handed to a road, as far as this vault did that itself.
    pub handed_over: Option<Timestamp>,
}

/// What taking a report came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is new.
    New,
    /// It was here already.
    Again,
    /// Another report carries its number. It is kept beside that one, as its rival, or counted with those that are.
    Forked,
}

/// Stores a report with what must be true together: its statement, its row, its attachments' names, the log.
fn store(
    connection: &Connection,
    actor: MemberId,
    signed: &Signed<ReportV1>,
    now: Timestamp,
) -> Result<Taken, VaultError> {
    let (said, digest, author) = (&signed.payload, signed.statement.digest(), signed.statement.signer());
    let rival = "SELECT statement FROM report WHERE id = ? OR (author = ? AND sequence = ?)";
    let id = ReportId::of(author, said.sequence).to_string();
    match first(connection, rival, &[&id, &author.as_bytes(), &said.sequence], |row| row.digest("statement"))?
    {
        Some(held) if held == digest => return Ok(Taken::Again),
        Some(_) => {
            keep_rival(connection, actor, signed, now)?;
            return Ok(Taken::Forked);
        }
        None => {}
    }
    // A report that comes after the clock was set back has lost no time by it.
    look(connection, now)?;
    keep(connection, &signed.statement, now)?;
    run(
        connection,
        "INSERT INTO report (statement, id, author, sequence, previous, supersedes, recorded, precedence, received)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &[
            &blob(&digest),
            &id,
            &author.as_bytes(),
            &said.sequence,
            &said.previous.as_ref().map(|previous| previous.0.as_bytes().as_slice()),
            &said.supersedes.as_ref().map(|old| old.0.to_string()),
            &said.recorded.0.to_string(),
            &said.precedence.0.to_string(),
            &now.to_string(),
        ],
    )?;
    for attachment in &said.attachments {
        let sql = "INSERT OR IGNORE INTO attached (report, attachment) VALUES (?, ?)";
        run(connection, sql, &[&blob(&digest), &blob(&attachment.sha256.0)])?;
    }
    list(connection, digest, FiledReport::try_from(signed)?.observation())?;
    log(connection, actor, &Act::on(Operation::Collection, digest), now)?;
    Ok(Taken::New)
}

impl Vault {
    /// Takes a report of somebody else.
    pub fn take_report(&mut self, signed: &Signed<ReportV1>, now: Timestamp) -> Result<Taken, VaultError> {
        self.together(|connection, profile| store(connection, profile.me, signed, now))
    }

    /// Files a report of one's own: the report and the tally that counts it appear, and the draft disappears, in one
    /// step.
    pub fn file_report(
        &mut self,
        draft: ReportId,
        signed: &Signed<ReportV1>,
        tally: &Signed<TallyV1>,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            match store(connection, profile.me, signed, now)? {
                Taken::New => {}
                Taken::Again | Taken::Forked => return Err(VaultError::AlreadyThere),
            }
            store_tally(connection, tally, now)?;
            run(connection, "DELETE FROM draft WHERE id = ?", &[&draft.to_string()])?;
            Ok(())
        })
    }

    /// Takes an observer's tally.
    pub fn take_tally(&mut self, tally: &Signed<TallyV1>, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| store_tally(connection, tally, now))
    }

    /// The newest tally of every observer who ever gave one, by count and then by time.
    pub fn latest_tallies(&self) -> Result<Vec<(MemberId, Digest)>, VaultError> {
        // From one observer to the next, and one step for each: whoever signs thousands delays nobody.
        let sql = "WITH RECURSIVE who (observer) AS (
                       SELECT min(observer) FROM tally
                       UNION ALL SELECT (SELECT min(observer) FROM tally WHERE observer > who.observer)
                                   FROM who WHERE who.observer IS NOT NULL)
                   SELECT observer, (SELECT statement FROM tally t WHERE t.observer = who.observer
                                      ORDER BY filed DESC, at DESC, statement LIMIT 1) AS statement
                     FROM who WHERE observer IS NOT NULL ORDER BY observer";
        all(&self.connection, sql, &[], |row| Ok((row.member("observer")?, row.digest("statement")?)))
    }

    /// Everything held of an observer's chain, two reports of one number among it.
    pub fn chain(&self, observer: MemberId) -> Result<(Vec<ChainLink>, Vec<TallyClaim>), VaultError> {
        let sql = "SELECT sequence, statement, previous FROM report WHERE author = ?1
                   UNION ALL SELECT sequence, statement, previous FROM rival WHERE author = ?1
                   ORDER BY sequence";
        let links = all(&self.connection, sql, &[&observer.as_bytes()], |row| {
            Ok(ChainLink {
                sequence: row.get("sequence")?,
                digest: row.digest("statement")?,
                previous: row.digest_or_none("previous")?,
            })
        })?;
        let sql = "SELECT DISTINCT filed, head FROM tally WHERE observer = ?";
        let tallies = all(&self.connection, sql, &[&observer.as_bytes()], |row| {
            Ok(TallyClaim { filed: row.get("filed")?, head: row.digest_or_none("head")? })
        })?;
        Ok((links, tallies))
    }

    /// The number and digest of an author's last report.
    pub fn last_of_chain(&self, author: MemberId) -> Result<Option<(u32, Digest)>, VaultError> {
        let sql = "SELECT sequence, statement FROM report WHERE author = ? ORDER BY sequence DESC LIMIT 1";
        first(&self.connection, sql, &[&author.as_bytes()], |row| {
            Ok((row.get("sequence")?, row.digest("statement")?))
        })
    }

    /// Every report held, the one filed last first.
    pub fn reports(&self) -> Result<Vec<HeldReport>, VaultError> {
        let sql = "SELECT * FROM report_facts ORDER BY filed DESC, sequence DESC";
        let rows = all(&self.connection, sql, &[], facts)?;
        rows.into_iter().map(|row| self.held(row)).collect()
    }

    /// One report.
    pub fn report(&self, digest: Digest) -> Result<HeldReport, VaultError> {
        let sql = "SELECT * FROM report_facts WHERE statement = ?";
        let row = first(&self.connection, sql, &[&blob(&digest)], facts)?;
        self.held(row.ok_or(VaultError::NotFound("report"))?)
    }

    /// The other versions of a report that are held, the oldest first: what it completes, what that completes, and what
    /// completes it.
    pub fn versions_of(&self, report: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql = "WITH RECURSIVE version (id, author) AS (
                       SELECT id, author FROM report WHERE statement = ?1
                       UNION SELECT r.id, r.author FROM version v JOIN report n ON n.id = v.id
                               JOIN report r ON r.author = v.author AND (r.id = n.supersedes OR r.supersedes = n.id))
                   SELECT r.statement FROM version v JOIN report r ON r.id = v.id
                    WHERE r.statement <> ?1 ORDER BY r.sequence";
        all(&self.connection, sql, &[&blob(&report)], |row| row.digest("statement"))
    }

    /// Whether a report is held and stands among the others, so that something may be said of it.
    pub fn holds_report(&self, digest: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM report WHERE statement = ?";
        Ok(first(&self.connection, sql, &[&blob(&digest)], |_| Ok(()))?.is_some())
    }

    /// The digest of a report by its id.
    pub fn report_digest(&self, id: ReportId) -> Result<Digest, VaultError> {
        let sql = "SELECT statement FROM report WHERE id = ?";
        let found = first(&self.connection, sql, &[&id.to_string()], |row| row.digest("statement"))?;
        found.ok_or(VaultError::NotFound("report"))
    }

    fn held(&self, (digest, facts, handed_over): FactsRow) -> Result<HeldReport, VaultError> {
        let signed = self.signed::<ReportV1>(digest)?;
        Ok(HeldReport { digest, report: FiledReport::try_from(&signed)?, facts, handed_over })
    }
}

type FactsRow = (Digest, Facts, Option<Timestamp>);

fn facts(row: &rusqlite::Row<'_>) -> Result<FactsRow, VaultError> {
    Ok((row.digest("statement")?, facts_of(row)?, row.time_or_none("handed_over")?))
}

/// Stores a tally, unless one of the same observer is here that says the same: how many, and which was the last.
fn store_tally(connection: &Connection, tally: &Signed<TallyV1>, now: Timestamp) -> Result<(), VaultError> {
    let (said, signer) = (&tally.payload, tally.statement.signer());
    let head = said.head.as_ref().map(|head| head.0.as_bytes().as_slice());
    let sql = "SELECT 1 FROM tally WHERE observer = ? AND filed = ? AND head IS ?";
    if first(connection, sql, &[&signer.as_bytes(), &said.filed, &head], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    if keep(connection, &tally.statement, now)? {
        run(
            connection,
            "INSERT INTO tally (statement, observer, filed, head, at) VALUES (?, ?, ?, ?, ?)",
            &[
                &blob(&tally.statement.digest()),
                &signer.as_bytes(),
                &said.filed,
                &head,
                &said.at.0.to_string(),
            ],
        )?;
    }
    Ok(())
}
