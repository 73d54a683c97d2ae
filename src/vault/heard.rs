//! What was said to an observer, of his own reports and to everybody, and what of it he has looked at.

use std::collections::BTreeMap;

use crate::domain::code::codes;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
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
    /// The numbers of the reports it is about, rising.
    pub about: Vec<u32>,
}

impl Vault {
    /// Every answer to the holder of this vault, the newest first; or one of them alone.
    pub fn heard(&self, only: Option<Digest>) -> Result<Vec<HeardAnswer>, VaultError> {
        let only = only.as_ref().map(|digest| digest.as_bytes().as_slice());
        let mut about = self.numbers_spoken_of(only)?;
        let sql = "SELECT a.statement, a.kind, s.signer, a.at, s.stored, n.at AS seen
                     FROM (SELECT statement, 'acknowledgement' AS kind, at FROM acknowledgement WHERE observer = ?1
                           UNION ALL SELECT statement, 'feedback', at FROM feedback
                                      WHERE observer = ?1 AND audience = 'observer'
                           UNION ALL SELECT x.statement, 'return', x.at FROM returned x
                                       JOIN report r ON r.statement = x.report WHERE r.author = ?1
                           UNION ALL SELECT statement, 'bulletin', issued FROM bulletin) a
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
            })
        })?;
        for answer in &mut heard {
            answer.about = about.remove(&answer.statement).unwrap_or_default();
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
