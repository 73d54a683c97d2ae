//! What was said to an observer, of his own reports and to everybody, and what of it he has looked at.

use std::collections::BTreeMap;

use crate::domain::code::codes;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::earlier_reports::{EarlierReport, earlier_report};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::unlock::Vault;

codes! {
    /// What kind of answer it is.
    AnswerKind, "answer" {
        /// The cell has every byte of some reports.
        Acknowledgement = "acknowledgement",
        /// The cell tells what came of a report.
        Feedback = "feedback",
        /// The commander gave a report back for completion.
        Return = "return",
        /// The cell tells everybody.
        Bulletin = "bulletin",
    }
}

/// An answer to the holder of this vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeardAnswer {
    /// The digest of its statement.
    pub statement: Digest,
    /// What kind it is.
    pub kind: AnswerKind,
    /// Who signed it.
    pub signer: MemberId,
    /// When, by the signer's clock.
    pub at: Timestamp,
    /// When it was taken in here.
    pub arrived: Timestamp,
    /// When he first looked at it.
    pub seen: Option<Timestamp>,
    /// The numbers of the reports of this device it is about, rising.
    pub about: Vec<u32>,
    /// The reports of an earlier device it is about, by number, as far as was told which those are; none for an answer to
    /// what was filed with this device.
    pub of_earlier: Option<Vec<EarlierReport>>,
}

impl Vault {
    /// Every answer to the holder of this vault, the newest first; or one of them alone.
    pub fn heard(&self, only: Option<Digest>) -> Result<Vec<HeardAnswer>, VaultError> {
        let only = only.as_ref().map(|digest| digest.as_bytes().as_slice());
        let mut about = self.numbers_spoken_of(only)?;
        // Nothing is taken in here that was said to anybody else, so what is not of this device is of an earlier one.
        let sql = "SELECT a.statement, a.kind, s.signer, a.at, s.stored, n.at AS seen, a.earlier
                     FROM (SELECT statement, 'acknowledgement' AS kind, at, observer <> ?1 AS earlier FROM acknowledgement
                           UNION ALL SELECT statement, 'feedback', at, observer <> ?1 FROM feedback
                                      WHERE audience = 'observer'
                           UNION ALL SELECT statement, 'return', at, 0 FROM returned
                           UNION ALL SELECT statement, 'return', at, 1 FROM returned_earlier
                           UNION ALL SELECT statement, 'bulletin', issued, 0 FROM bulletin) a
                     JOIN statement s ON s.digest = a.statement
                     LEFT JOIN seen n ON n.statement = a.statement
                    WHERE ?2 IS NULL OR a.statement = ?2
                    ORDER BY a.at DESC, a.statement";
        let mut heard = all(&self.connection, sql, &[&self.profile().me.as_bytes(), &only], |row| {
            Ok(HeardAnswer {
                statement: row.digest("statement")?,
                kind: row.code("kind")?,
                signer: row.member("signer")?,
                at: row.time("at")?,
                arrived: row.time("stored")?,
                seen: row.time_or_none("seen")?,
                about: Vec::new(),
                of_earlier: row.get::<_, bool>("earlier")?.then(Vec::new),
            })
        })?;
        for answer in &mut heard {
            answer.about = about.remove(&answer.statement).unwrap_or_default();
            if let Some(reports) = &mut answer.of_earlier {
                *reports = self.earlier_spoken_of(answer.statement)?;
            }
        }
        Ok(heard)
    }

    /// The numbers of the reports each answer is about. An acknowledgement may cover reports that are not here.
    fn numbers_spoken_of(&self, only: Option<&[u8]>) -> Result<BTreeMap<Digest, Vec<u32>>, VaultError> {
        let sql = "SELECT a.statement, r.sequence
                     FROM (SELECT acknowledgement AS statement, digest AS report FROM accepted
                           UNION ALL SELECT statement, report FROM feedback
                           UNION ALL SELECT statement, report FROM returned) a
                     JOIN report r ON r.statement = a.report
                    WHERE ?1 IS NULL OR a.statement = ?1
                    ORDER BY r.sequence";
        let pairs =
            all(&self.connection, sql, &[&only], |row| Ok((row.digest("statement")?, row.get("sequence")?)))?;
        let mut about = BTreeMap::<Digest, Vec<u32>>::new();
        for (statement, sequence) in pairs {
            about.entry(statement).or_default().push(sequence);
        }
        Ok(about)
    }

    /// The reports of earlier devices an answer is about, as far as was told which those are.
    fn earlier_spoken_of(&self, answer: Digest) -> Result<Vec<EarlierReport>, VaultError> {
        let sql = "SELECT h.earlier, h.number, h.filed
                     FROM (SELECT digest AS report FROM accepted WHERE acknowledgement = ?1
                           UNION SELECT digest FROM refused WHERE acknowledgement = ?1
                           UNION SELECT report FROM feedback WHERE statement = ?1
                           UNION SELECT report FROM returned_earlier WHERE statement = ?1) a
                     JOIN earlier_report h ON h.report = a.report
                    ORDER BY h.number, h.earlier";
        all(&self.connection, sql, &[&blob(&answer)], earlier_report)
    }

    /// Remembers that he has looked at some answers. What he looked at before keeps its time.
    pub fn mark_seen(&mut self, answers: &[Digest], now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| {
            for answer in answers {
                let sql = "INSERT OR IGNORE INTO seen (statement, at) VALUES (?, ?)";
                run(connection, sql, &[&blob(answer), &now.to_string()])?;
            }
            Ok(())
        })
    }
}
