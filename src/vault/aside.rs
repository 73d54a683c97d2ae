//! What arrived and was not taken, kept as it came: evidence, or work for later.
//!
//! ```text
//!  not taken ─▶ does its sender have room? ─ yes ─▶ kept ─▶ other people, another program, what it spoke of came ─▶ tried again
//!                                          └ no ──▶ counted
//! ```
//!
//! One sender has as much room as one full packet takes, so that what he sends costs nobody else theirs.

use crate::domain::ids::{Digest, MemberId};
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, blob, first, run};
use crate::vault::unlock::Vault;

/// Most things of one sender that are kept aside: as many as one packet holds.
pub const MOST_ASIDE: u32 = 10_000;
/// Most bytes of one sender that are kept aside.
pub const MOST_ASIDE_BYTES: u64 = 16 << 20;

/// Which program could not take it: only another one may.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// Something that was not taken.
#[derive(Debug, Clone, Copy)]
pub struct Aside<'a> {
    /// SHA-256 of it.
    pub digest: Digest,
    /// Who signed it, as claimed.
    pub signer: Option<MemberId>,
    /// The report it speaks of, as claimed.
    pub about: Option<Digest>,
    /// Why it was not taken.
    pub reason: &'static str,
    /// It, as it came.
    pub bytes: &'a [u8],
}

/// What is different since everything set aside was judged last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Other people are in force.
    pub people: bool,
    /// This is another program.
    pub program: bool,
}

impl Changed {
    /// Whether anything is.
    #[must_use]
    pub fn any(self) -> bool {
        self.people || self.program
    }
}

impl Vault {
    /// Sets something aside that the relay told and that cannot be taken, as it came.
    pub fn set_aside(
        &self,
        digest: Digest,
        signer: Option<MemberId>,
        reason: &'static str,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.keep_aside(None, &Aside { digest, signer, about: None, reason, bytes }, now).map(|_| ())
    }

    /// Sets something aside that somebody brought and that cannot be taken, as it came. Tells whether it is kept: beyond
    /// [`MOST_ASIDE`] things or [`MOST_ASIDE_BYTES`] of one sender it is only counted.
    pub fn keep_aside(
        &self,
        sender: Option<MemberId>,
        aside: &Aside<'_>,
        now: Timestamp,
    ) -> Result<bool, VaultError> {
        let known = "SELECT 1 FROM set_aside WHERE digest = ?";
        if first(&self.connection, known, &[&blob(&aside.digest)], |_| Ok(()))?.is_some() {
            return Ok(true);
        }
        let sender = sender.as_ref().map(|sender| sender.as_bytes().as_slice()).unwrap_or_default();
        let room = "SELECT held, bytes FROM aside_of WHERE sender = ?";
        let (held, bytes) = first(&self.connection, room, &[&sender], |row| {
            Ok((row.get::<_, i64>("held")?.unsigned_abs(), row.get::<_, i64>("bytes")?.unsigned_abs()))
        })?
        .unwrap_or_default();
        let with_it = bytes.saturating_add(aside.bytes.len() as u64);
        if held >= u64::from(MOST_ASIDE) || with_it > MOST_ASIDE_BYTES {
            let sql = "INSERT INTO aside_of (sender, more) VALUES (?, 1)
                       ON CONFLICT (sender) DO UPDATE SET more = more + 1";
            run(&self.connection, sql, &[&sender])?;
            return Ok(false);
        }
        run(
            &self.connection,
            "INSERT INTO set_aside (digest, signer, reason, bytes, at, sender, about, program)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                &blob(&aside.digest),
                &aside.signer.as_ref().map(|signer| signer.as_bytes().as_slice()),
                &aside.reason,
                &aside.bytes,
                &now.to_string(),
                &sender,
                &aside.about.as_ref().map(blob),
                &PROGRAM,
            ],
        )?;
        Ok(true)
    }

    /// Notes that this program, by the people in force now, could not take something that was set aside before.
    pub fn still_aside(&self, aside: &Aside<'_>) -> Result<(), VaultError> {
        let sql = "UPDATE set_aside SET signer = ?, about = ?, reason = ?, program = ? WHERE digest = ?";
        let signer = aside.signer.as_ref().map(|signer| signer.as_bytes().as_slice());
        let about = aside.about.as_ref().map(blob);
        run(&self.connection, sql, &[&signer, &about, &aside.reason, &PROGRAM, &blob(&aside.digest)])?;
        Ok(())
    }

    /// Something that was set aside, as it came.
    pub fn aside(&self, digest: Digest) -> Result<Option<Vec<u8>>, VaultError> {
        let sql = "SELECT bytes FROM set_aside WHERE digest = ?";
        first(&self.connection, sql, &[&blob(&digest)], |row| Ok(row.get(0)?))
    }

    /// What was set aside for this reason.
    pub fn aside_because(&self, reason: &str) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM set_aside WHERE reason = ? ORDER BY at, digest";
        all(&self.connection, sql, &[&reason], |row| row.digest("digest"))
    }

    /// What was set aside for this reason by a program other than this one.
    pub fn aside_by_another_program(&self, reason: &str) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM set_aside WHERE reason = ? AND program <> ? ORDER BY at, digest";
        all(&self.connection, sql, &[&reason, &PROGRAM], |row| row.digest("digest"))
    }

    /// What was set aside for this reason and claims this signer.
    pub fn aside_signed_by(&self, reason: &str, signer: MemberId) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM set_aside WHERE reason = ? AND signer = ? ORDER BY at, digest";
        all(&self.connection, sql, &[&reason, &signer.as_bytes()], |row| row.digest("digest"))
    }

    /// Everybody who is claimed to have signed what was set aside for this reason.
    pub fn signers_aside(&self, reason: &str) -> Result<Vec<MemberId>, VaultError> {
        let sql =
            "SELECT DISTINCT signer FROM set_aside WHERE reason = ? AND length(signer) = 16 ORDER BY signer";
        all(&self.connection, sql, &[&reason], |row| row.member("signer"))
    }

    /// What was set aside that speaks of a report.
    pub fn aside_about(&self, report: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT digest FROM set_aside WHERE about = ? ORDER BY at, digest";
        all(&self.connection, sql, &[&blob(&report)], |row| row.digest("digest"))
    }

    /// What was set aside that speaks of a report which this word handed over.
    pub fn aside_about_earlier_report(&self, word: Digest) -> Result<Vec<Digest>, VaultError> {
        let sql = "SELECT a.digest AS digest FROM earlier_report h JOIN set_aside a ON a.about = h.report
                    WHERE h.statement = ? ORDER BY a.at, a.digest";
        all(&self.connection, sql, &[&blob(&word)], |row| row.digest("digest"))
    }

    /// Takes something out of what was set aside, because it has been taken after all.
    pub fn no_longer_aside(&self, digest: Digest) -> Result<(), VaultError> {
        run(&self.connection, "DELETE FROM set_aside WHERE digest = ?", &[&blob(&digest)])?;
        Ok(())
    }

    /// How many things were set aside.
    pub fn set_aside_count(&self) -> Result<u32, VaultError> {
        let count = first(&self.connection, "SELECT count(*) FROM set_aside", &[], |row| Ok(row.get(0)?))?;
        Ok(count.unwrap_or(0))
    }

    /// How many more there were than their senders had room for.
    pub fn more_aside(&self) -> Result<u64, VaultError> {
        let sql = "SELECT coalesce(sum(more), 0) AS more FROM aside_of";
        let more = first(&self.connection, sql, &[], |row| Ok(row.get::<_, i64>("more")?.unsigned_abs()))?;
        Ok(more.unwrap_or(0))
    }

    /// What is different since everything set aside was judged last.
    pub fn changed_since_judged(&self) -> Result<Changed, VaultError> {
        let (epoch, amendments) = self.judging_by()?;
        let sql = "SELECT epoch, amendments, program FROM aside_judged";
        let judged = first(&self.connection, sql, &[], |row| {
            let by: (u32, i64) = (row.get("epoch")?, row.get("amendments")?);
            Ok((by, row.get::<_, String>("program")?))
        })?;
        Ok(match judged {
            None => Changed { people: true, program: true },
            Some((by, program)) => Changed { people: by != (epoch, amendments), program: program != PROGRAM },
        })
    }

    /// Remembers that everything set aside was judged by this program and the people in force now.
    pub fn all_judged(&self) -> Result<(), VaultError> {
        let (epoch, amendments) = self.judging_by()?;
        let sql = "INSERT INTO aside_judged (one, epoch, amendments, program) VALUES (1, ?1, ?2, ?3)
                   ON CONFLICT (one) DO UPDATE SET epoch = ?1, amendments = ?2, program = ?3";
        run(&self.connection, sql, &[&epoch, &amendments, &PROGRAM])?;
        Ok(())
    }

    fn judging_by(&self) -> Result<(u32, i64), VaultError> {
        let epoch = self.roster()?.map_or(0, |roster| roster.epoch());
        let sql = "SELECT coalesce(max(number), 0) AS last FROM amendment";
        Ok((epoch, first(&self.connection, sql, &[], |row| Ok(row.get("last")?))?.unwrap_or(0)))
    }
}
