//! What the cell said back.

use rusqlite::types::ToSql;

use crate::domain::answer::{Audience, Feedback};
use crate::domain::custody::Operation;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, run};
use crate::vault::statements::keep;
use crate::vault::unlock::Vault;
use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::statement::Signed;

/// A signed answer: who signed it and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldFeedback {
    /// The digest of the statement.
    pub statement: Digest,
    /// Which officer's desk signed it.
    pub signer: MemberId,
    /// What it says.
    pub feedback: Feedback,
}

impl Vault {
    /// Takes an acknowledgement.
    pub fn take_acknowledgement(
        &mut self,
        signed: &Signed<AcknowledgementV1>,
        now: Timestamp,
    ) -> Result<bool, VaultError> {
        self.together(|connection, _| {
            let (said, digest) = (&signed.payload, signed.statement.digest());
            let new = keep(connection, &signed.statement, now)?;
            if new {
                let sql = "INSERT INTO acknowledgement (statement, observer, at) VALUES (?, ?, ?)";
                run(connection, sql, &[&blob(&digest), &said.observer.0.as_bytes(), &said.at.0.to_string()])?;
                for accepted in &said.accepted {
                    let sql = "INSERT OR IGNORE INTO accepted (acknowledgement, digest) VALUES (?, ?)";
                    run(connection, sql, &[&blob(&digest), &blob(&accepted.0)])?;
                }
                for refused in &said.refused {
                    let sql =
                        "INSERT OR IGNORE INTO refused (acknowledgement, digest, reason) VALUES (?, ?, ?)";
                    let reason = refused.reason.0.to_string();
                    run(connection, sql, &[&blob(&digest), &blob(&refused.statement.0), &reason])?;
                }
            }
            Ok(new)
        })
    }

    /// Takes feedback: the cell's own, or read from a packet.
    pub fn take_feedback(&mut self, signed: &Signed<FeedbackV1>, now: Timestamp) -> Result<bool, VaultError> {
        // Read once before storing, so that what is stored can be shown.
        Feedback::try_from(signed)?;
        self.together(|connection, profile| {
            let said = &signed.payload;
            let new = keep(connection, &signed.statement, now)?;
            if new {
                run(
                    connection,
                    "INSERT INTO feedback (statement, report, observer, audience, at) VALUES (?, ?, ?, ?, ?)",
                    &[
                        &blob(&signed.statement.digest()),
                        &blob(&said.report.0),
                        &said.observer.0.as_bytes(),
                        &said.audience.0.to_string(),
                        &said.at.0.to_string(),
                    ],
                )?;
                log(connection, profile.me, &Act::on(Operation::Alteration, said.report.0), now)?;
            }
            Ok(new)
        })
    }

    /// Everything the cell said of a report to an audience, oldest first.
    pub fn feedback_on(&self, report: Digest, audience: Audience) -> Result<Vec<HeldFeedback>, VaultError> {
        let sql = "SELECT statement FROM feedback WHERE report = ? AND audience = ? ORDER BY at, statement";
        let digests = all(&self.connection, sql, &[&blob(&report), &audience.to_string()], |row| {
            row.digest("statement")
        })?;
        let held = |digest| {
            let signed = self.signed::<FeedbackV1>(digest)?;
            Ok(HeldFeedback {
                statement: digest,
                signer: signed.statement.signer(),
                feedback: Feedback::try_from(&signed)?,
            })
        };
        digests.into_iter().map(held).collect()
    }

    /// Reports whose every byte is here and that no acknowledgement covers yet, with their attachments.
    pub fn unacknowledged(&self) -> Result<Vec<(MemberId, Digest)>, VaultError> {
        let sql = "SELECT author, statement FROM report r
                    WHERE NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.statement)
                    ORDER BY author, sequence";
        all(&self.connection, sql, &[], |row| Ok((row.member("author")?, row.digest("statement")?)))
    }

    /// Attachments whose bytes are here and that no acknowledgement covers yet, with the author of their report.
    pub fn unacknowledged_attachments(&self) -> Result<Vec<(MemberId, Digest)>, VaultError> {
        let sql = "SELECT DISTINCT r.author AS author, a.attachment AS attachment
                     FROM attached a JOIN report r ON r.statement = a.report JOIN attachment b ON b.digest = a.attachment
                    WHERE NOT EXISTS (SELECT 1 FROM accepted WHERE digest = a.attachment)
                    ORDER BY author, attachment";
        all(&self.connection, sql, &[], |row| Ok((row.member("author")?, row.digest("attachment")?)))
    }

    /// The acknowledgements that cover a report.
    pub fn acknowledgements_of(&self, report: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT acknowledgement FROM accepted WHERE digest = ? ORDER BY acknowledgement";
        all(&self.connection, sql, &[&blob(&report)], |row| row.digest("acknowledgement"))
    }

    /// Whether the cell has acknowledged a report and every attachment of it.
    pub fn wholly_acknowledged(&self, report: Digest) -> Result<bool, VaultError> {
        let sql = "SELECT statement AS digest FROM report r WHERE statement = ?1
                      AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.statement)
                   UNION ALL
                   SELECT attachment FROM attached a WHERE report = ?1
                      AND NOT EXISTS (SELECT 1 FROM accepted WHERE digest = a.attachment)";
        Ok(all(&self.connection, sql, &[&blob(&report)], |row| row.digest("digest"))?.is_empty())
    }

    /// Every acknowledgement and feedback made here: whose report it is about, and who it is for.
    pub fn everything_said(&self) -> Result<Vec<(MemberId, Digest, Audience)>, VaultError> {
        let sql = "SELECT observer, statement, 'observer' AS audience, at FROM acknowledgement
                   UNION ALL SELECT observer, statement, audience, at FROM feedback ORDER BY at, statement";
        all(&self.connection, sql, &[], |row| {
            Ok((row.member("observer")?, row.digest("statement")?, row.code("audience")?))
        })
    }

    /// Answers to the reports of one author that no packet to an observer has carried yet: acknowledgements, feedback for
    /// him, returns. The two are one, or the observer stands for the author.
    pub fn undelivered_to(&self, observer: MemberId, author: MemberId) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT statement, at FROM acknowledgement WHERE observer = ?2
                   UNION ALL SELECT statement, at FROM feedback WHERE observer = ?2 AND audience = 'observer'
                   UNION ALL SELECT x.statement, x.at FROM returned x JOIN report r ON r.statement = x.report
                              WHERE r.author = ?2
                   EXCEPT SELECT p.item, s.at FROM rides p JOIN packet k ON k.digest = p.packet
                            JOIN (SELECT statement, at FROM acknowledgement UNION ALL SELECT statement, at FROM feedback
                                  UNION ALL SELECT statement, at FROM returned) s ON s.statement = p.item
                           WHERE k.addressee = 'member:' || lower(hex(?1))
                   ORDER BY at, statement";
        let parties: [&dyn ToSql; 2] = [&observer.as_bytes(), &author.as_bytes()];
        all(&self.connection, sql, &parties, |row| row.digest("statement"))
    }
}
