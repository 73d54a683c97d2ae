//! What every world starts from: a realm, its keys, and the vaults as they are after enrolment.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::passphrase::WorkFactor;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::enrolment::authority::{Change, co_sign, propose};
use vigilia::domain::ids::{Dice, MemberId};
use vigilia::domain::people::Role;
use vigilia::domain::text::Line;
use vigilia::domain::time::Timestamp;
use vigilia::vault::profile::NewProfile;
use vigilia::vault::unlock::Vault;
use vigilia::wire::roster::Roster;

use crate::cheap_keys::{KEY_FILE, wrap_cheaply};
use crate::support::realm::{PASSPHRASE, SeededDice, TestRealm, noon, passphrase};

/// Of so many worlds one is played to its end: every road is repaired and everything must arrive.
pub const SETTLED_EVERY: u64 = 9;

/// Somebody in the world.
pub struct Player {
    pub name: &'static str,
    pub role: Role,
    pub id: MemberId,
    pub transport: TransportKey,
}

pub struct Stage {
    pub realm: TestRealm,
    pub players: Vec<Player>,
    pub roster: Roster,
}

const PLAYERS: [(&str, Role, Option<&str>); 6] = [
    ("A-OBS1", Role::Observer, Some("KFOR1")),
    ("A-OBS2", Role::Observer, Some("KFOR1")),
    ("B-OBS1", Role::Observer, Some("KFOR2")),
    ("A-CMD", Role::Commander, Some("KFOR1")),
    ("B-CMD", Role::Commander, Some("KFOR2")),
    ("CELL", Role::Cell, None),
];

fn secret(seed: u64) -> Secret32 {
    let mut bytes = [0; 32];
    SeededDice(seed).roll(&mut bytes);
    Secret32::taken_from(&mut bytes)
}

impl Stage {
    /// The same people with the same names in every run, so that nothing sorts differently.
    pub fn set() -> Self {
        let mut realm = TestRealm::exercise("RANDOM ORDER");
        let mut players = Vec::new();
        let mut vaults = Vec::new();
        let with_integrity = PLAYERS.into_iter().chain([("INTEGRITY", Role::Integrity, None)]);
        for (number, (name, role, contingent)) in (1_u64..).zip(with_integrity) {
            let new = NewProfile {
                role,
                callsign: name.parse().unwrap(),
                contingent: contingent.map(|contingent| contingent.parse().unwrap()),
                realm: realm.realm.clone(),
                signing: SigningKey::from_secret(secret(number)),
                identity: Identity::generate().unwrap(),
                transport: TransportKey::from_secret(secret(1_000 + number)),
            };
            let home = realm.home(name);
            let vault = Vault::create(&home, &passphrase(), WorkFactor::LEAST, new, noon(0)).unwrap();
            let (id, transport) = (vault.profile().me, TransportKey::from_secret(secret(1_000 + number)));
            vaults.push(vault);
            players.push(Player { name, role, id, transport });
        }
        realm.admit(&mut vaults.iter_mut().collect::<Vec<_>>());
        drop(vaults);
        for player in &players {
            wrap_cheaply(&realm.home(player.name), PASSPHRASE);
        }
        players.pop();
        let roster = realm.roster.clone().unwrap();
        Self { realm, players, roster }
    }

    /// Lays somebody's vault, as it is after enrolment, where a world keeps it.
    pub fn lay(&self, player: usize, home: &Path) {
        let _ = fs::remove_dir_all(home);
        fs::create_dir(home).unwrap();
        for name in ["vault.db", KEY_FILE] {
            fs::copy(self.realm.home(self.players[player].name).join(name), home.join(name)).unwrap();
        }
    }

    /// Both authorities revoke somebody.
    pub fn revoked(&self, player: usize, through_sequence: u32, now: Timestamp) -> Roster {
        let [defence, police] = &self.realm.authorities;
        let reason = Line::new("device lost").unwrap();
        let change = Change::Revoke { member: self.players[player].id, reason, through_sequence };
        let proposal = propose(Some(&self.roster), vec![change], &self.realm.realm, defence, now).unwrap();
        let signed = co_sign(proposal.bytes(), &self.realm.realm, police).unwrap();
        signed.into_roster(&self.realm.realm).unwrap()
    }
}

/// In memory where there is such a place: what is synced there costs nothing, and a torn write is made by hand.
pub fn fast_folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}
