//! What a list shows of each report: ten thousand of them without reading one.
//!
//! ```text
//!   statement, signed ─ taken ─▶ report + summary ──┐
//!   facts about it, as they come ───────────────────┴─▶ one query ─▶ the list
//! ```
//!
//! A statement never changes, so its summary cannot grow old. In a vault of an older program they are made when first
//! wanted.

use rusqlite::Connection;

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Observation;
use crate::domain::place::Given;
use crate::domain::report::FiledReport;
use crate::domain::standing::Facts;
use crate::domain::text::{Line, Text};
use crate::domain::time::{Period, Timestamp};
use crate::vault::error::VaultError;
use crate::vault::marks::mark;
use crate::vault::rows::{Columns, all, blob, facts_of, first, picked, run};
use crate::vault::unlock::Vault;
use crate::wire::report::ReportV1;
use crate::wire::statement::{Signed, SignedStatement, payload_of};

/// Characters of the facts that a list may show.
pub const OPENING: usize = 120;

pub(crate) const SUMMARIES: &str = "
    SELECT f.*, s.*,
           max(coalesce(f.returned, ''),
               coalesce((SELECT max(at) FROM feedback a WHERE a.report = f.statement
                            AND a.audience = 'observer'), '')) AS last_answer,
           (SELECT count(*) FROM feedback a WHERE a.report = f.statement AND a.audience = 'observer'
               AND NOT EXISTS (SELECT 1 FROM seen WHERE statement = a.statement))
           + (SELECT count(*) FROM returned a WHERE a.report = f.statement
               AND NOT EXISTS (SELECT 1 FROM seen WHERE statement = a.statement))
           + (SELECT count(*) FROM accepted a WHERE a.digest = f.statement
               AND NOT EXISTS (SELECT 1 FROM seen WHERE statement = a.acknowledgement)) AS unseen
      FROM report_facts f JOIN summary s ON s.report = f.statement";

/// A report as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportSummary {
    /// The digest of its statement.
    pub digest: Digest,
    /// Its id.
    pub id: ReportId,
    /// Its number.
    pub sequence: u32,
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
    /// What became of it so far.
    pub facts: Facts,
    /// When it was first handed to a road, as far as this vault did that itself.
    pub handed_over: Option<Timestamp>,
    /// When somebody last said something of it to its author: the cell in words, or the commander who gave it back.
    pub last_answer: Option<Timestamp>,
    /// How many answers to its author he has not looked at.
    pub unseen: u32,
}

/// Stores what lists will show of a report, and what it can be compared by.
pub(crate) fn list(connection: &Connection, report: Digest, seen: &Observation) -> Result<(), VaultError> {
    summarise(connection, report, seen)?;
    mark(connection, report, seen)
}

fn summarise(connection: &Connection, report: Digest, seen: &Observation) -> Result<(), VaultError> {
    let given = seen.place.position().map(|position| &position.given);
    let grid = given.and_then(|given| if let Given::Grid(grid) = given { Some(grid.as_str()) } else { None });
    let degrees = given.and_then(|given| match given {
        Given::Degrees { latitude, longitude } => Some((*latitude, *longitude)),
        Given::Grid(_) => None,
    });
    let indicators: Vec<&str> = seen.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let opening = seen.facts.as_ref().and_then(|facts| opening(facts.as_str()));
    run(
        connection,
        "INSERT OR IGNORE INTO summary (report, observed_from, observed_to, time_precision, place_words, grid, latitude,
                                        longitude, indicators, just_odd, opening)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &[
            &blob(&report),
            &seen.observed.from().to_string(),
            &seen.observed.to().to_string(),
            &seen.observed.precision().to_string(),
            &seen.place.words().map(Line::as_str),
            &grid,
            &degrees.map(|(latitude, _)| latitude),
            &degrees.map(|(_, longitude)| longitude),
            &indicators.join(" "),
            &seen.just_odd,
            &opening.as_ref().map(Text::as_str),
        ],
    )?;
    Ok(())
}

fn opening(facts: &str) -> Option<Text<OPENING>> {
    let one_line: String = facts.chars().map(|c| if c == '\n' { ' ' } else { c }).take(OPENING).collect();
    Text::new(one_line.trim()).ok()
}

impl Vault {
    /// Every report as a list shows it, the one filed last first.
    pub fn summaries(&mut self) -> Result<Vec<ReportSummary>, VaultError> {
        self.complete_lists()?;
        let sql = format!("{SUMMARIES} ORDER BY f.filed DESC, f.sequence DESC");
        all(&self.connection, &sql, &[], summary)
    }

    /// One report as a list shows it.
    pub fn summary(&mut self, report: Digest) -> Result<ReportSummary, VaultError> {
        let sql = format!("{SUMMARIES} WHERE f.statement = ?");
        if let Some(found) = first(&self.connection, &sql, &[&blob(&report)], summary)? {
            return Ok(found);
        }
        self.complete_lists()?;
        first(&self.connection, &sql, &[&blob(&report)], summary)?.ok_or(VaultError::NotFound("report"))
    }

    /// Makes what lists show of reports that an older program took, and what those can be compared by.
    pub fn complete_lists(&mut self) -> Result<(), VaultError> {
        let sql = "SELECT statement FROM report r
                    WHERE NOT EXISTS (SELECT 1 FROM summary WHERE report = r.statement)
                       OR NOT EXISTS (SELECT 1 FROM marks WHERE report = r.statement)";
        let missing = all(&self.connection, sql, &[], |row| row.digest("statement"))?;
        if missing.is_empty() {
            return Ok(());
        }
        self.together(|connection, _| {
            let sql = "SELECT bytes FROM statement WHERE digest = ?";
            for digest in missing {
                let bytes = first(connection, sql, &[&blob(&digest)], |row| Ok(row.get("bytes")?))?;
                let statement = SignedStatement::restored(bytes.ok_or(VaultError::Unreadable)?)?;
                let signed = Signed::<ReportV1> { payload: payload_of(&statement)?, statement };
                list(connection, digest, FiledReport::try_from(&signed)?.observation())?;
            }
            Ok(())
        })
    }
}

/// What a list shows of an observation.
pub(crate) struct Glimpse {
    pub observed: Period,
    pub place: Option<Line>,
    pub position: Option<Given>,
    pub indicators: Vec<IndicatorId>,
    pub just_odd: bool,
    pub opening: Option<Text<OPENING>>,
}

/// What a list shows of an observation, from a row with the columns of `summary`.
pub(crate) fn glimpse(row: &rusqlite::Row<'_>) -> Result<Glimpse, VaultError> {
    let bad = VaultError::Unreadable;
    let words: Option<String> = row.get("place_words")?;
    let opening: Option<String> = row.get("opening")?;
    let indicators: String = row.get("indicators")?;
    let grid: Option<String> = row.get("grid")?;
    let degrees: (Option<f64>, Option<f64>) = (row.get("latitude")?, row.get("longitude")?);
    let position = match (grid, degrees) {
        (Some(grid), _) => Some(Given::grid(&grid).map_err(|_| VaultError::Unreadable)?),
        (None, (Some(latitude), Some(longitude))) => {
            Some(Given::degrees(latitude, longitude).map_err(|_| VaultError::Unreadable)?)
        }
        _ => None,
    };
    let (from, to) = (row.time("observed_from")?, row.time("observed_to")?);
    Ok(Glimpse {
        observed: Period::new(from, to, row.code("time_precision")?, None).map_err(|_| bad)?,
        place: words.map(|words| Line::new(&words).map_err(|_| VaultError::Unreadable)).transpose()?,
        position,
        indicators: picked(&indicators)?,
        just_odd: row.get("just_odd")?,
        opening: opening.map(|words| Text::new(&words).map_err(|_| VaultError::Unreadable)).transpose()?,
    })
}

/// One row of [`SUMMARIES`].
pub(crate) fn summary(row: &rusqlite::Row<'_>) -> Result<ReportSummary, VaultError> {
    let last: String = row.get("last_answer")?;
    let Glimpse { observed, place, position, indicators, just_odd, opening } = glimpse(row)?;
    Ok(ReportSummary {
        digest: row.digest("statement")?,
        id: row.text("id")?,
        sequence: row.get("sequence")?,
        observed,
        place,
        position,
        indicators,
        just_odd,
        opening,
        facts: facts_of(row)?,
        handed_over: row.time_or_none("handed_over")?,
        last_answer: (!last.is_empty())
            .then(|| Timestamp::parse(&last))
            .transpose()
            .map_err(|_| VaultError::Unreadable)?,
        unseen: row.get("unseen")?,
    })
}
