//! What a commander's vault can tell of each observer, in one look: three hundred of them with every picture of a screen.

use std::collections::BTreeMap;

use crate::domain::ids::MemberId;
use crate::domain::people::Addressee;
use crate::domain::time::Timestamp;
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all};
use crate::vault::unlock::Vault;

/// The reports of one observer as they are held here, and what waits for him.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holdings {
    /// How many of his reports are here.
    pub held: u32,
    /// How many he has filed, by the tally that counts most or the highest number that is here.
    pub filed: u32,
    /// How many of those that are here the cell has neither accepted nor refused.
    pub unanswered: u32,
    /// When something of his last came here.
    pub last_heard: Option<Timestamp>,
    /// Answers and returned reports for him that are in no packet yet.
    pub to_pack: u32,
    /// Packets made for him that no road has taken.
    pub packed: u32,
}

impl Vault {
    /// What is held of every observer of whom anything is.
    pub fn holdings(&self) -> Result<BTreeMap<MemberId, Holdings>, VaultError> {
        let mut holdings: BTreeMap<MemberId, Holdings> = BTreeMap::new();
        let reports = "SELECT author, count(*) AS held, max(sequence) AS highest, max(received) AS heard,
                              sum(NOT EXISTS (SELECT 1 FROM accepted WHERE digest = r.statement)
                                  AND NOT EXISTS (SELECT 1 FROM refused WHERE digest = r.statement)) AS unanswered
                         FROM report r GROUP BY author";
        let reports = all(&self.connection, reports, &[], |row| {
            let holdings = Holdings {
                held: row.get("held")?,
                filed: row.get("highest")?,
                unanswered: row.get("unanswered")?,
                last_heard: row.time_or_none("heard")?,
                ..Holdings::default()
            };
            Ok((row.member("author")?, holdings))
        })?;
        holdings.extend(reports);
        let tallies = "SELECT t.observer AS observer, max(t.filed) AS filed, max(s.stored) AS heard
                         FROM tally t JOIN statement s ON s.digest = t.statement GROUP BY t.observer";
        let tallies = all(&self.connection, tallies, &[], |row| {
            Ok((row.member("observer")?, row.get::<_, u32>("filed")?, row.time_or_none("heard")?))
        })?;
        for (observer, filed, heard) in tallies {
            let his = holdings.entry(observer).or_default();
            his.filed = his.filed.max(filed);
            his.last_heard = his.last_heard.max(heard);
        }
        let to_pack = "SELECT observer, count(*) AS number FROM (
                         SELECT observer, statement FROM acknowledgement
                         UNION ALL SELECT observer, statement FROM feedback WHERE audience = 'observer'
                         UNION ALL SELECT r.author, x.statement FROM returned x JOIN report r ON r.statement = x.report) s
                        WHERE NOT EXISTS (SELECT 1 FROM rides i JOIN packet k ON k.digest = i.packet
                                           WHERE i.item = s.statement
                                             AND k.addressee = 'member:' || lower(hex(s.observer)))
                        GROUP BY observer";
        let to_pack = all(&self.connection, to_pack, &[], |row| {
            Ok((row.member("observer")?, row.get::<_, u32>("number")?))
        })?;
        for (observer, number) in to_pack {
            holdings.entry(observer).or_default().to_pack = number;
        }
        let packed = "SELECT addressee, count(*) AS packets FROM packet p
                       WHERE addressee LIKE 'member:%'
                         AND NOT EXISTS (SELECT 1 FROM carried WHERE packet = p.digest) GROUP BY addressee";
        let packed = all(&self.connection, packed, &[], |row| {
            Ok((row.text("addressee")?, row.get::<_, u32>("packets")?))
        })?;
        for (addressee, packets) in packed {
            if let Addressee::Member(member) = addressee {
                holdings.entry(member).or_default().packed = packets;
            }
        }
        Ok(holdings)
    }
}
