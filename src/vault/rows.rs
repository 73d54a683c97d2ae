//! How domain values stand in rows.

use std::str::FromStr;

use rusqlite::Row;
use rusqlite::types::ToSql;

use crate::domain::catalogue::indicator::IndicatorId;
use crate::domain::code::Coded;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::standing::Facts;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;

/// A column read as a domain value, or an error that says the row does not read back.
pub(crate) trait Columns {
    /// 32 bytes.
    fn digest(&self, column: &str) -> Result<Digest, VaultError>;
    /// 32 bytes, or nothing.
    fn digest_or_none(&self, column: &str) -> Result<Option<Digest>, VaultError>;
    /// 16 bytes.
    fn member(&self, column: &str) -> Result<MemberId, VaultError>;
    /// An instant.
    fn time(&self, column: &str) -> Result<Timestamp, VaultError>;
    /// An instant, or nothing.
    fn time_or_none(&self, column: &str) -> Result<Option<Timestamp>, VaultError>;
    /// A member of a closed list.
    fn code<T: Coded>(&self, column: &str) -> Result<T, VaultError>;
    /// The same, or nothing.
    fn code_or_none<T: Coded>(&self, column: &str) -> Result<Option<T>, VaultError>;
    /// Something that is stored as it shows itself.
    fn text<T: FromStr>(&self, column: &str) -> Result<T, VaultError>;
    /// The same, or nothing.
    fn text_or_none<T: FromStr>(&self, column: &str) -> Result<Option<T>, VaultError>;
}

const BAD: VaultError = VaultError::Unreadable;

impl Columns for Row<'_> {
    fn digest(&self, column: &str) -> Result<Digest, VaultError> {
        self.digest_or_none(column)?.ok_or(BAD)
    }

    fn digest_or_none(&self, column: &str) -> Result<Option<Digest>, VaultError> {
        let bytes: Option<Vec<u8>> = self.get(column)?;
        bytes.map(|bytes| Digest::try_from(bytes.as_slice()).map_err(|_| BAD)).transpose()
    }

    fn member(&self, column: &str) -> Result<MemberId, VaultError> {
        let bytes: Vec<u8> = self.get(column)?;
        MemberId::try_from(bytes.as_slice()).map_err(|_| BAD)
    }

    fn time(&self, column: &str) -> Result<Timestamp, VaultError> {
        self.time_or_none(column)?.ok_or(BAD)
    }

    fn time_or_none(&self, column: &str) -> Result<Option<Timestamp>, VaultError> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| Timestamp::parse(&text).map_err(|_| BAD)).transpose()
    }

    fn code<T: Coded>(&self, column: &str) -> Result<T, VaultError> {
        self.code_or_none(column)?.ok_or(BAD)
    }

    fn code_or_none<T: Coded>(&self, column: &str) -> Result<Option<T>, VaultError> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| T::from_code(&text).ok_or(BAD)).transpose()
    }

    fn text<T: FromStr>(&self, column: &str) -> Result<T, VaultError> {
        self.text_or_none(column)?.ok_or(BAD)
    }

    fn text_or_none<T: FromStr>(&self, column: &str) -> Result<Option<T>, VaultError> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| text.parse().map_err(|_| BAD)).transpose()
    }
}

/// The facts about a report, from a row of `report_facts`.
pub(crate) fn facts_of(row: &Row<'_>) -> Result<Facts, VaultError> {
    Ok(Facts {
        filed: row.time_or_none("filed")?,
        returned: row.time_or_none("returned")?,
        superseded: row.get("superseded")?,
        reviewed: row.time_or_none("reviewed")?,
        forwarded: row.time_or_none("forwarded")?,
        received: row.time_or_none("received")?,
        acknowledged: row.time_or_none("acknowledged")?,
        answered: row.time_or_none("answered")?,
    })
}

/// Indicators as they stand in a row: a space between.
pub(crate) fn picked(ids: &str) -> Result<Vec<IndicatorId>, VaultError> {
    ids.split_whitespace().map(|id| IndicatorId::parse(id).map_err(|_| VaultError::Unreadable)).collect()
}

/// A digest as a parameter.
pub(crate) fn blob(digest: &Digest) -> &[u8] {
    digest.as_bytes()
}

/// Runs a query and reads every row.
pub(crate) fn all<T>(
    connection: &rusqlite::Connection,
    sql: &str,
    parameters: &[&dyn ToSql],
    read: impl Fn(&Row<'_>) -> Result<T, VaultError>,
) -> Result<Vec<T>, VaultError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// Runs a query and reads its first row, if there is one.
pub(crate) fn first<T>(
    connection: &rusqlite::Connection,
    sql: &str,
    parameters: &[&dyn ToSql],
    read: impl Fn(&Row<'_>) -> Result<T, VaultError>,
) -> Result<Option<T>, VaultError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    rows.next()?.map(read).transpose()
}

/// Runs one changing statement and tells how many rows it changed.
pub(crate) fn run(
    connection: &rusqlite::Connection,
    sql: &str,
    parameters: &[&dyn ToSql],
) -> Result<usize, VaultError> {
    Ok(connection.prepare_cached(sql)?.execute(parameters)?)
}
