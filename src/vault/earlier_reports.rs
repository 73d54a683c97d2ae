//! Reports of earlier devices: what is told of them to the device that stands for those, and what that device keeps of it.

use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::earlier_reports::{EarlierReportsV1, FiledEarlier};
use crate::wire::spelling::Plain;
use crate::wire::statement::Signed;

/// A report of an earlier device. It is not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierReport {
    /// The device that filed it.
    pub earlier: MemberId,
    /// Its number there.
    pub number: u32,
    /// When it was filed, by the clock of that device.
    pub filed: Timestamp,
}

impl Vault {
    /// Takes what is told of the reports of an earlier device. What was told of one before stays.
    pub fn take_earlier_reports(
        &mut self,
        signed: &Signed<EarlierReportsV1>,
        now: Timestamp,
    ) -> Result<bool, VaultError> {
        self.together(|connection, profile| {
            let (said, digest) = (&signed.payload, signed.statement.digest());
            let new = keep(connection, &signed.statement, now)?;
            if new {
                for handed in &said.reports {
                    let sql =
                        "INSERT OR IGNORE INTO earlier_report (report, earlier, number, filed, statement)
                               VALUES (?, ?, ?, ?, ?)";
                    let earlier = said.earlier.0;
                    let filed = handed.filed.0.to_string();
                    run(
                        connection,
                        sql,
                        &[
                            &blob(&handed.report.0),
                            &earlier.as_bytes(),
                            &handed.number,
                            &filed,
                            &blob(&digest),
                        ],
                    )?;
                }
                log(connection, profile.me, &Act::on(Operation::Collection, digest), now)?;
            }
            Ok(new)
        })
    }

    /// Keeps what is told here of the reports of an earlier device, so that it can go into a packet.
    pub fn keep_earlier_reports(
        &mut self,
        signed: &Signed<EarlierReportsV1>,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, _| keep(connection, &signed.statement, now).map(|_| ()))
    }

    /// What is known of a report that was filed with an earlier device.
    pub fn earlier_report(&self, report: Digest) -> Result<Option<EarlierReport>, VaultError> {
        let sql = "SELECT earlier, number, filed FROM earlier_report WHERE report = ?";
        first(&self.connection, sql, &[&blob(&report)], earlier_report)
    }

    /// The reports held here that an answer is about, each with its author, by number.
    pub fn reports_spoken_of(&self, answer: Digest) -> Result<Vec<(MemberId, FiledEarlier)>, VaultError> {
        let sql = "SELECT r.author, r.statement, r.sequence, r.recorded
                     FROM (SELECT digest AS report FROM accepted WHERE acknowledgement = ?1
                           UNION SELECT digest FROM refused WHERE acknowledgement = ?1
                           UNION SELECT report FROM feedback WHERE statement = ?1
                           UNION SELECT report FROM returned WHERE statement = ?1) a
                     JOIN report r ON r.statement = a.report
                    ORDER BY r.author, r.sequence";
        all(&self.connection, sql, &[&blob(&answer)], |row| {
            let handed = FiledEarlier {
                report: Plain(row.digest("statement")?),
                number: row.get("sequence")?,
                filed: Plain(row.time("recorded")?),
            };
            Ok((row.member("author")?, handed))
        })
    }
}

/// From a row with the columns of what was handed over.
pub(crate) fn earlier_report(row: &rusqlite::Row<'_>) -> Result<EarlierReport, VaultError> {
    Ok(EarlierReport {
        earlier: row.member("earlier")?,
        number: row.get("number")?,
        filed: row.time("filed")?,
    })
}
