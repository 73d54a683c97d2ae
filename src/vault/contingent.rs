//! What a commander's vault can tell of each observer, in one look.

use std::collections::BTreeMap;

use crate::domain::ids::MemberId;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all};
use crate::vault::unlock::Vault;

/// The reports of one observer as they are held here, and what waits for him.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holdings {
    /// How many of his reports are here.
    pub held: u32,
    /// The highest number among them.
    pub highest: u32,
    /// How many of them the cell has neither accepted nor refused.
    pub unanswered: u32,
    /// Packets made for him that no road has taken.
    pub packed_for_him: u32,
}

impl Vault {
    /// The same for every author at once: three hundred of them are looked at with every picture of a screen.
    pub fn holdings(&self) -> Result<BTreeMap<MemberId, Holdings>, VaultError> {
        let sql = "SELECT author, count(*) AS held, max(sequence) AS highest,
                          sum(NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.statement)
                              AND NOT EXISTS (SELECT 1 FROM refused WHERE digest = r.statement)) AS unanswered
                     FROM report r GROUP BY author";
        let found = all(&self.connection, sql, &[], |row| {
            let holdings = Holdings {
                held: row.get("held")?,
                highest: row.get("highest")?,
                unanswered: row.get("unanswered")?,
                packed_for_him: 0,
            };
            Ok((row.member("author")?, holdings))
        })?;
        let mut holdings: BTreeMap<_, _> = found.into_iter().collect();
        let sql = "SELECT addressee, count(*) AS packets FROM packet p
                    WHERE addressee LIKE 'member:%'
                      AND NOT EXISTS (SELECT 1 FROM carried WHERE packet = p.digest) GROUP BY addressee";
        let packed = all(&self.connection, sql, &[], |row| {
            Ok((row.text("addressee")?, row.get::<_, u32>("packets")?))
        })?;
        for (addressee, packets) in packed {
            if let crate::domain::people::Addressee::Member(member) = addressee {
                holdings.entry(member).or_default().packed_for_him = packets;
            }
        }
        Ok(holdings)
    }
}
