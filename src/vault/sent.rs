//! What went to Brussels and what became of it, and what is on its way: each a handful of queries, however many there are.

use std::collections::BTreeMap;

use crate::domain::answer::RefusalReason;
use crate::domain::grading::NatoGrade;
use crate::domain::ids::{BatchId, Digest, MemberId};
use crate::domain::people::Addressee;
use crate::domain::precedence::Precedence;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::packets::{FOLLOWS, RoadName, WAITS};
use crate::vault::rows::{Columns, all};
use crate::vault::summaries::{ReportSummary, SUMMARIES, summary};
use crate::vault::under_way::{UnderWay, under_way_of};
use crate::vault::unlock::Vault;

/// A report that was forwarded.
#[derive(Debug, Clone, PartialEq)]
pub struct SentRow {
    /// The report as a list shows it, with the facts about it.
    pub report: ReportSummary,
    /// Who filed it.
    pub author: MemberId,
    /// Its review, which went along.
    pub review: Option<ReviewRow>,
    /// The first batch that names it.
    pub batch: BatchId,
    /// Why the cell could not take it, if it said so and has not taken it since.
    pub refused: Option<RefusalReason>,
    /// How often the cell has told the commander what came of it.
    pub answers: u32,
    /// When it last did.
    pub last_answer: Option<Timestamp>,
}

/// What a list shows of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewRow {
    /// The grade.
    pub grade: NatoGrade,
    /// How fast it goes.
    pub precedence: Precedence,
    /// Whether nobody looked at it before its time was up.
    pub as_it_stands: bool,
}

/// A packet made here that a road has not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketUnderWay {
    /// SHA-256 of the whole packet.
    pub digest: Digest,
    /// Who it is for.
    pub addressee: Addressee,
    /// Its size in bytes.
    pub size: u64,
    /// When it was made.
    pub made: Timestamp,
    /// Whether it only brings what follows words in another packet.
    pub follows: bool,
    /// How many reports ride in it.
    pub reports: u32,
    /// How far it has come; nothing before the first try.
    pub under_way: Option<UnderWay>,
    /// When it was first written to a folder.
    pub by_folder: Option<Timestamp>,
}

impl Vault {
    /// Every report that is in a batch, the one forwarded last first.
    pub fn sent_reports(&mut self) -> Result<Vec<SentRow>, VaultError> {
        self.complete_lists()?;
        let (mut reviews, mut batches) = (self.reviews_in_rows()?, self.first_batches()?);
        let (mut refused, mut answers) = (self.refusals()?, self.commander_answers()?);
        let sql = format!(
            "{SUMMARIES} WHERE f.statement IN (SELECT report FROM batched) ORDER BY f.forwarded DESC, f.filed DESC, f.id"
        );
        let rows = all(&self.connection, &sql, &[], summary)?;
        rows.into_iter()
            .map(|report| {
                let (answers, last_answer) = answers.remove(&report.digest).unwrap_or_default();
                let refused = refused.remove(&report.digest).filter(|_| report.facts.acknowledged.is_none());
                let (batch, author) = batches.remove(&report.digest).ok_or(VaultError::Unreadable)?;
                Ok(SentRow {
                    author,
                    batch,
                    review: reviews.remove(&report.digest),
                    refused,
                    answers,
                    last_answer,
                    report,
                })
            })
            .collect()
    }

    /// Every packet that a road is still to take, in the order it goes, and how far it has come.
    pub fn packets_under_way(&self, road: RoadName) -> Result<Vec<PacketUnderWay>, VaultError> {
        let sql = format!(
            "SELECT p.digest, p.addressee, length(p.bytes) AS size, p.made, {FOLLOWS},
                    (SELECT count(*) FROM rides r JOIN report t ON t.statement = r.item WHERE r.packet = p.digest)
                      AS reports,
                    (SELECT at FROM carried WHERE packet = p.digest AND road = 'folder') AS by_folder,
                    u.held, u.tries, u.tried, u.trouble, u.next_try
               FROM packet p LEFT JOIN under_way u ON u.packet = p.digest AND u.road = ?1
              WHERE {WAITS} ORDER BY follows, p.urgency DESC, reports > 0 DESC, size, p.made, p.digest"
        );
        let mut under_way = all(&self.connection, &sql, &[&road.as_str()], |row| {
            Ok(PacketUnderWay {
                digest: row.digest("digest")?,
                addressee: row.text("addressee")?,
                size: row.get::<_, i64>("size")?.unsigned_abs(),
                made: row.time("made")?,
                follows: row.get("follows")?,
                reports: row.get("reports")?,
                under_way: match row.time_or_none("tried")? {
                    Some(_) => Some(under_way_of(row)?),
                    None => None,
                },
                by_folder: row.time_or_none("by_folder")?,
            })
        })?;
        let void = self.void()?;
        under_way.retain(|packet| !void.opens(packet.digest, &packet.addressee));
        Ok(under_way)
    }

    fn reviews_in_rows(&self) -> Result<BTreeMap<Digest, ReviewRow>, VaultError> {
        // A later one replaces an earlier one.
        let sql = "SELECT report, grade, precedence, as_it_stands FROM review v
                    WHERE NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement) ORDER BY at, rowid";
        let rows = all(&self.connection, sql, &[], |row| {
            let review = ReviewRow {
                grade: row.text("grade")?,
                precedence: row.code("precedence")?,
                as_it_stands: row.get("as_it_stands")?,
            };
            Ok((row.digest("report")?, review))
        })?;
        Ok(rows.into_iter().collect())
    }

    fn first_batches(&self) -> Result<BTreeMap<Digest, (BatchId, MemberId)>, VaultError> {
        let sql = "SELECT i.report AS report, b.id AS id, r.author AS author
                     FROM batched i JOIN batch b ON b.statement = i.batch JOIN report r ON r.statement = i.report
                    ORDER BY b.at DESC, b.statement DESC";
        let rows = all(&self.connection, sql, &[], |row| {
            Ok((row.digest("report")?, (row.text("id")?, row.member("author")?)))
        })?;
        Ok(rows.into_iter().collect())
    }

    fn refusals(&self) -> Result<BTreeMap<Digest, RefusalReason>, VaultError> {
        let sql = "SELECT f.digest AS digest, f.reason AS reason
                     FROM refused f JOIN acknowledgement a ON a.statement = f.acknowledgement ORDER BY a.at";
        let rows = all(&self.connection, sql, &[], |row| Ok((row.digest("digest")?, row.code("reason")?)))?;
        Ok(rows.into_iter().collect())
    }

    fn commander_answers(&self) -> Result<BTreeMap<Digest, (u32, Option<Timestamp>)>, VaultError> {
        let sql = "SELECT report, count(*) AS number, max(at) AS last FROM feedback
                    WHERE audience = 'commander' GROUP BY report";
        let rows = all(&self.connection, sql, &[], |row| {
            Ok((row.digest("report")?, (row.get("number")?, row.time_or_none("last")?)))
        })?;
        Ok(rows.into_iter().collect())
    }
}
