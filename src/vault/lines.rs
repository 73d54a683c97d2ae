//! What lines were seen to do, and on which one this desk reckons.

use std::time::Duration;

use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, first, run};
use crate::vault::unlock::Vault;

/// The line that times are reckoned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReckonedOn {
    /// 2.4 kbit/s: short-wave radio.
    K2,
    /// 9.6 kbit/s: a satellite telephone.
    #[default]
    K9,
    /// 64 kbit/s: a small satellite terminal.
    K64,
    /// 512 kbit/s: a large one, or a line.
    K512,
    /// The line that was used last.
    Measured,
}

impl ReckonedOn {
    /// All of them, slow to fast.
    pub const ALL: [Self; 5] = [Self::K2, Self::K9, Self::K64, Self::K512, Self::Measured];

    /// As it is written and stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::K2 => "2.4",
            Self::K9 => "9.6",
            Self::K64 => "64",
            Self::K512 => "512",
            Self::Measured => "measured",
        }
    }

    /// What is written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == text)
    }

    /// The one after it, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|choice| *choice != self).nth(1);
        after.unwrap_or(Self::K2)
    }
}

/// The setting it is kept as.
const SETTING: &str = "reckoned-on";

/// What a line was seen to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredLine {
    /// The relay at its other end, by its address.
    pub relay: String,
    /// Bits a second.
    pub bits: u64,
    /// From a question to its answer.
    pub round_trip: Duration,
    /// When that was.
    pub at: Timestamp,
}

impl Vault {
    /// On which line times are reckoned, if that was chosen.
    pub fn reckoned_on(&self) -> Result<Option<ReckonedOn>, VaultError> {
        let sql = "SELECT value FROM setting WHERE name = ?";
        let chosen = first(&self.connection, sql, &[&SETTING], |row| Ok(row.get::<_, String>("value")?))?;
        Ok(chosen.and_then(|value| ReckonedOn::parse(&value)))
    }

    /// Chooses that.
    pub fn reckon_on(&self, choice: ReckonedOn) -> Result<(), VaultError> {
        let sql = "INSERT INTO setting (name, value) VALUES (?, ?)
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        run(&self.connection, sql, &[&SETTING, &choice.as_str()])?;
        Ok(())
    }

    /// Remembers what a line did, in place of what it did before.
    pub fn measured(&self, line: &MeasuredLine) -> Result<(), VaultError> {
        let sql = "INSERT OR REPLACE INTO measured_line (relay, bits, round_trip, at) VALUES (?, ?, ?, ?)";
        let bits = i64::try_from(line.bits).unwrap_or(i64::MAX).max(1);
        let trip = i64::try_from(line.round_trip.as_millis()).unwrap_or(i64::MAX);
        run(&self.connection, sql, &[&line.relay, &bits, &trip, &line.at.to_string()])?;
        Ok(())
    }

    /// The line that was used last, with what it did.
    pub fn line_used_last(&self) -> Result<Option<MeasuredLine>, VaultError> {
        let sql = "SELECT * FROM measured_line ORDER BY at DESC, relay LIMIT 1";
        let mut found = all(&self.connection, sql, &[], |row| {
            Ok(MeasuredLine {
                relay: row.get("relay")?,
                bits: row.get::<_, i64>("bits")?.unsigned_abs(),
                round_trip: Duration::from_millis(row.get::<_, i64>("round_trip")?.unsigned_abs()),
                at: row.time("at")?,
            })
        })?;
        Ok(found.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::ReckonedOn;

    #[test]
    fn the_choices_go_round_and_read_back() {
        let mut choice = ReckonedOn::K2;
        for expected in ReckonedOn::ALL {
            assert_eq!(choice, expected);
            assert_eq!(ReckonedOn::parse(choice.as_str()), Some(choice));
            choice = choice.next();
        }
        assert_eq!(choice, ReckonedOn::K2);
        assert_eq!(ReckonedOn::parse("56"), None);
    }
}
