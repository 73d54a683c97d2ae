//! What each report can be compared with others by, kept beside it so that ten thousand are compared without reading one.

use rusqlite::Connection;

use crate::crypto::digest::sha256;
use crate::domain::folding::words;
use crate::domain::ids::Digest;
use crate::domain::mark::Mark;
use crate::domain::observation::Observation;
use crate::domain::place::{Given, Position};
use crate::domain::repeats::marks::{Marks, Spot};
use crate::geography::mgrs::MgrsReference;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, picked, run};
use crate::vault::unlock::Vault;

/// Facts shorter than this, in letters and digits, are written alike without being told twice.
const TOO_SHORT: usize = 20;

/// Keeps what a report can be compared by.
pub(crate) fn mark(connection: &Connection, report: Digest, seen: &Observation) -> Result<(), VaultError> {
    let listed: Vec<String> = seen
        .entities
        .iter()
        .filter_map(|entity| Mark::of(&entity.kind))
        .map(|mark| mark.to_string())
        .collect();
    let spot = seen.place.position().and_then(spot);
    run(
        connection,
        "INSERT OR IGNORE INTO marks (report, listed, latitude, longitude, error_m, facts, minors)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        &[
            &blob(&report),
            &listed.join("\n"),
            &spot.map(|spot| spot.latitude),
            &spot.map(|spot| spot.longitude),
            &spot.map(|spot| spot.error_m),
            &told(seen).as_ref().map(|facts| facts.as_bytes().as_slice()),
            &seen.counts.minors(),
        ],
    )?;
    Ok(())
}

fn spot(position: &Position) -> Option<Spot> {
    let (latitude, longitude) = match &position.given {
        Given::Grid(grid) => {
            let centre = grid.as_str().parse::<MgrsReference>().ok()?.centre();
            (centre.latitude(), centre.longitude())
        }
        Given::Degrees { latitude, longitude } => (*latitude, *longitude),
    };
    Some(Spot { latitude, longitude, error_m: position.error_m })
}

/// The facts without capitals, marks and punctuation, as a digest.
fn told(seen: &Observation) -> Option<Digest> {
    let folded: Vec<String> =
        words(seen.facts.as_ref()?.as_str()).into_iter().map(|word| word.folded).collect();
    let letters: usize = folded.iter().map(|word| word.chars().count()).sum();
    (letters >= TOO_SHORT).then(|| Digest::from_bytes(sha256(folded.join(" ").as_bytes())))
}

impl Vault {
    /// What every report held can be compared by.
    pub fn marks(&self) -> Result<Vec<Marks>, VaultError> {
        let sql = "SELECT r.statement, r.id, r.author, r.supersedes, s.observed_from, s.observed_to, s.indicators, m.*
                     FROM marks m JOIN report r ON r.statement = m.report JOIN summary s ON s.report = m.report";
        all(&self.connection, sql, &[], |row| {
            let (listed, indicators): (String, String) = (row.get("listed")?, row.get("indicators")?);
            let spot = match (row.get("latitude")?, row.get("longitude")?, row.get("error_m")?) {
                (Some(latitude), Some(longitude), Some(error_m)) => {
                    Some(Spot { latitude, longitude, error_m })
                }
                _ => None,
            };
            Ok(Marks {
                report: row.digest("statement")?,
                id: row.text("id")?,
                author: row.member("author")?,
                supersedes: row.text_or_none("supersedes")?,
                from: row.time("observed_from")?,
                to: row.time("observed_to")?,
                spot,
                indicators: picked(&indicators)?,
                marks: listed
                    .lines()
                    .map(|mark| mark.parse().map_err(|_| VaultError::Unreadable))
                    .collect::<Result<_, _>>()?,
                facts: row.digest_or_none("facts")?,
            })
        })
    }

    /// How many reports are held, and the newest of them: what changes when one comes.
    pub fn reports_held(&self) -> Result<(u32, u32), VaultError> {
        let sql = "SELECT count(*) AS many, coalesce(max(rowid), 0) AS newest FROM report";
        let found = first(&self.connection, sql, &[], |row| Ok((row.get("many")?, row.get("newest")?)))?;
        Ok(found.unwrap_or_default())
    }
}
