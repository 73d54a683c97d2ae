//! Who sits at a desk, and whether its clock can be right.

use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::domain::ids::MemberId;
use crate::domain::people::{Callsign, Contingent};
use crate::domain::time::{ClockState, Timestamp};
use crate::vault::settings::Settings;
use crate::vault::unlock::Vault;
use crate::vault::wipe::Unsent;

/// Who he is, what his device knows, what he chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What others call him.
    pub callsign: Callsign,
    /// His contingent.
    pub contingent: Option<Contingent>,
    /// The realm's name.
    pub realm: String,
    /// The fingerprint of the key his reports are signed with; it is his id.
    pub key: MemberId,
    /// The roster in force: its number and when it was signed. Nothing where none is installed.
    pub roster: Option<(u32, Timestamp)>,
    /// The newest time signed by Brussels or the police that came here, the roster's among them.
    pub newest_word: Option<Timestamp>,
    /// What follows from that for the clock of this device.
    pub clock: ClockState,
    /// What he chose.
    pub settings: Settings,
    /// What nobody else has yet.
    pub unsent: Unsent,
}

impl Identity {
    /// The fingerprint in groups of four, to be read aloud.
    #[must_use]
    pub fn key_in_groups(&self) -> String {
        in_groups(self.key)
    }
}

/// The fingerprint of somebody's keys in groups of four, to be read aloud and compared. His request is signed with the key
/// it stands for, so it stands for every key he asks for.
#[must_use]
pub fn in_groups(key: MemberId) -> String {
    let digits: Vec<char> = key.to_string().chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

impl Identity {
    /// Whose vault it is.
    fn of(vault: &Vault, now: Timestamp) -> Result<Self, DeskError> {
        let roster = vault.roster()?.map(|roster| (roster.epoch(), roster.issued()));
        let newest_word = vault.newest_word_from_the_centre()?.max(roster.map(|(_, issued)| issued));
        let profile = vault.profile();
        Ok(Self {
            callsign: profile.callsign.clone(),
            contingent: profile.contingent.clone(),
            realm: profile.realm.name().as_str().to_owned(),
            key: profile.me,
            roster,
            newest_word,
            clock: ClockState::judged(now, newest_word),
            settings: vault.settings()?,
            unsent: vault.unsent()?,
        })
    }
}

impl ObserverDesk {
    /// Who sits here.
    pub fn identity(&self, now: Timestamp) -> Result<Identity, DeskError> {
        Identity::of(&self.vault, now)
    }
}

impl CommanderDesk {
    /// Who sits here.
    pub fn identity(&self, now: Timestamp) -> Result<Identity, DeskError> {
        Identity::of(&self.vault, now)
    }

    /// What nobody else has yet.
    pub fn unsent(&self) -> Result<Unsent, DeskError> {
        Ok(self.vault.unsent()?)
    }
}
