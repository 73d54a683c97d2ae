//! The reports that are held and have gone nowhere yet, as a commander's list shows them: ten thousand without reading one.

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::grading::NatoGrade;
use crate::domain::ids::{Digest, MemberId, ReportId};
use crate::domain::place::Given;
use crate::domain::precedence::Precedence;
use crate::domain::return_reason::ReturnReason;
use crate::domain::text::{Line, Text};
use crate::domain::time::{Period, Timestamp};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first};
use crate::vault::summaries::{Glimpse, OPENING, glimpse};
use crate::vault::unlock::Vault;

/// When an owed report came, and what of its time a clock that was set back has hidden.
pub(crate) const TIME: &str = "r.received,
           coalesce((SELECT sum(c.seconds) FROM owed_when_set_back o JOIN clock_set_back c ON c.number = o.set_back
                      WHERE o.report = r.statement), 0) AS set_back";

/// A report that has gone nowhere yet.
pub(crate) const OWED: &str = "NOT EXISTS (SELECT 1 FROM batched WHERE report = r.statement)";

/// An owed report as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwedSummary {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its id.
    pub id: ReportId,
    /// Its number.
    pub sequence: u32,
    /// Who filed it.
    pub author: MemberId,
    /// When it was filed, by its author's clock.
    pub recorded: Timestamp,
    /// How urgent its author thinks it is.
    pub suggested: Precedence,
    /// When it was seen; what the person typed is left out.
    pub observed: Period,
    /// The words of the place.
    pub place: Option<Line>,
    /// The position of the place.
    pub position: Option<Given>,
    /// Every indicator, in the order they were picked.
    pub indicators: Vec<IndicatorId>,
    /// Nothing fitted the catalogue, and yet it was odd.
    pub just_odd: bool,
    /// How the facts begin, on one line.
    pub opening: Option<Text<OPENING>>,
    /// Somebody counted looked under 18.
    pub minors: bool,
    /// How many attachments it names.
    pub attachments: u32,
    /// Its times.
    pub time: OwedTime,
    /// The grade and the precedence of the review in force.
    pub review: Option<(NatoGrade, Precedence)>,
    /// Why it was last given back.
    pub returned: Option<ReturnReason>,
    /// The version it completes, if that is held here.
    pub completes: Option<Digest>,
    /// That version had been given back.
    pub was_asked_for: bool,
    /// A newer version by the same author is here.
    pub superseded: bool,
}

/// When an owed report came, and when it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwedTime {
    /// The digest of its statement.
    pub digest: Digest,
    /// When it came, as the clock showed then.
    pub received: Timestamp,
    /// Seconds by which the clock was set back since.
    pub set_back: u32,
}

impl OwedTime {
    /// When it goes, if it may stay so many hours.
    pub fn due(&self, hours: u32) -> Timestamp {
        self.received.plus_hours(hours).minus_seconds(self.set_back)
    }
}

impl Vault {
    /// Every owed report as a list shows it, in no order.
    pub fn owed(&self) -> Result<Vec<OwedSummary>, VaultError> {
        all(&self.connection, &owed_where(""), &[], owed)
    }

    /// One owed report as a list shows it; nothing for one that has gone.
    pub fn owed_one(&self, report: Digest) -> Result<Option<OwedSummary>, VaultError> {
        first(&self.connection, &owed_where("AND r.statement = ?"), &[&blob(&report)], owed)
    }

    /// When a report came, gone or not.
    pub fn time_of(&self, report: Digest) -> Result<OwedTime, VaultError> {
        let sql = format!("SELECT r.statement, {TIME} FROM report r WHERE r.statement = ?");
        first(&self.connection, &sql, &[&blob(&report)], time)?.ok_or(VaultError::NotFound("report"))
    }

    /// When each owed report came, in no order.
    pub fn owed_times(&self) -> Result<Vec<OwedTime>, VaultError> {
        all(&self.connection, &format!("SELECT r.statement, {TIME} FROM report r WHERE {OWED}"), &[], time)
    }
}

fn owed_where(further: &str) -> String {
    format!(
        "SELECT r.statement, r.id, r.sequence, r.author, r.recorded, r.precedence AS suggested, {TIME},
                s.*, m.minors, v.grade, v.precedence AS released, old.statement AS completes,
                (SELECT x.reason FROM returned x WHERE x.report = r.statement
                  ORDER BY x.at DESC, x.rowid DESC LIMIT 1) AS returned,
                EXISTS (SELECT 1 FROM returned x WHERE x.report = old.statement) AS was_asked_for,
                (SELECT count(*) FROM attached a WHERE a.report = r.statement) AS attachments,
                EXISTS (SELECT 1 FROM report n WHERE n.supersedes = r.id AND n.author = r.author) AS superseded
           FROM report r JOIN summary s ON s.report = r.statement JOIN marks m ON m.report = r.statement
           LEFT JOIN report old ON old.id = r.supersedes AND old.author = r.author
           LEFT JOIN review v ON v.statement = (
                SELECT w.statement FROM review w WHERE w.report = r.statement
                   AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = w.statement)
                 ORDER BY w.at DESC, w.rowid DESC LIMIT 1)
          WHERE {OWED} {further}"
    )
}

/// From a row with the columns of [`TIME`].
pub(crate) fn time(row: &rusqlite::Row<'_>) -> Result<OwedTime, VaultError> {
    let set_back: i64 = row.get("set_back")?;
    Ok(OwedTime {
        digest: row.digest("statement")?,
        received: row.time("received")?,
        set_back: u32::try_from(set_back).unwrap_or(u32::MAX),
    })
}

fn owed(row: &rusqlite::Row<'_>) -> Result<OwedSummary, VaultError> {
    let Glimpse { observed, place, position, indicators, just_odd, opening } = glimpse(row)?;
    let grade: Option<NatoGrade> = row.text_or_none("grade")?;
    let returned: Option<String> = row.get("returned")?;
    Ok(OwedSummary {
        digest: row.digest("statement")?,
        id: row.text("id")?,
        sequence: row.get("sequence")?,
        author: row.member("author")?,
        recorded: row.time("recorded")?,
        suggested: row.code("suggested")?,
        observed,
        place,
        position,
        indicators,
        just_odd,
        opening,
        minors: row.get("minors")?,
        attachments: row.get("attachments")?,
        time: time(row)?,
        review: grade.map(|grade| Ok::<_, VaultError>((grade, row.code("released")?))).transpose()?,
        returned: returned.map(|_| row.code("returned")).transpose()?,
        completes: row.digest_or_none("completes")?,
        was_asked_for: row.get("was_asked_for")?,
        superseded: row.get("superseded")?,
    })
}
