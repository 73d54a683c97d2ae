//! A realm of real people: real keys, real vaults in temporary folders, real rosters. Actors, not mocks.

use tempfile::TempDir;
use vigilia::crypto::passphrase::WorkFactor;
use vigilia::crypto::secret::Passphrase;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::enrolment::authority::{
    Change, Founding, co_sign, found, propose, read_request, relay_member,
};
use vigilia::desks::enrolment::{Applicant, install, make_profile, request};
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::ids::{Dice, MemberId};
use vigilia::domain::people::Role;
use vigilia::domain::text::Line;
use vigilia::domain::time::Timestamp;
use vigilia::vault::unlock::Vault;
use vigilia::wire::realm::Realm;
use vigilia::wire::roster::Roster;

pub const PASSPHRASE: &str = "correct horse battery staple";

/// Dice that fall the same way every time.
pub struct SeededDice(pub u64);

impl Dice for SeededDice {
    fn roll(&mut self, out: &mut [u8]) {
        for byte in out {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = self.0.to_be_bytes()[0];
        }
    }
}

/// A clock that stands until it is moved.
pub fn noon(minutes: u32) -> Timestamp {
    let hour = 12 + minutes / 60;
    Timestamp::parse(&format!("2026-11-{:02}T{:02}:{:02}:00Z", 21 + hour / 24, hour % 24, minutes % 60))
        .unwrap()
}

pub fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

/// A realm with two authorities.
pub struct TestRealm {
    pub realm: Realm,
    pub authorities: [SigningKey; 2],
    pub relay_signing: SigningKey,
    pub relay_transport: TransportKey,
    pub roster: Option<Roster>,
    folder: TempDir,
}

impl TestRealm {
    pub fn live(name: &str) -> Self {
        Self::new(name, false)
    }

    pub fn exercise(name: &str) -> Self {
        Self::new(name, true)
    }

    fn new(name: &str, exercise: bool) -> Self {
        let authorities = [SigningKey::generate().unwrap(), SigningKey::generate().unwrap()];
        let named = ["DEFENCE", "POLICE"].map(|name| name.parse().unwrap());
        let founding = Founding {
            name: Line::new(name).unwrap(),
            exercise,
            authorities: named.into_iter().zip(authorities.iter().map(SigningKey::verifying_key)).collect(),
            relay_address: None,
        };
        Self {
            realm: found(founding, noon(0)).unwrap(),
            authorities,
            relay_signing: SigningKey::generate().unwrap(),
            relay_transport: TransportKey::generate().unwrap(),
            roster: None,
            folder: TempDir::new().unwrap(),
        }
    }

    pub fn home(&self, callsign: &str) -> std::path::PathBuf {
        self.folder.path().join(callsign)
    }

    /// Somebody makes a profile and asks; nothing is approved yet.
    pub fn apply(&self, role: Role, callsign: &str, contingent: Option<&str>) -> Vault {
        self.apply_as(role, callsign, contingent, callsign)
    }

    /// The same on a device of its own: two of them may be meant for one callsign.
    pub fn apply_as(&self, role: Role, callsign: &str, contingent: Option<&str>, device: &str) -> Vault {
        let applicant = Applicant {
            role,
            callsign: callsign.parse().unwrap(),
            contingent: contingent.map(|contingent| contingent.parse().unwrap()),
        };
        make_profile(
            &self.home(device),
            &passphrase(),
            WorkFactor::LEAST,
            self.realm.clone(),
            applicant,
            noon(0),
        )
        .unwrap()
    }

    /// Both authorities admit everybody, and everybody installs the roster.
    pub fn admit(&mut self, vaults: &mut [&mut Vault]) {
        let mut changes = Vec::new();
        if self.roster.is_none() {
            let relay = relay_member(
                "RELAY".parse().unwrap(),
                self.relay_signing.verifying_key(),
                self.relay_transport.public(),
            );
            changes.push(Change::Admit(relay));
        }
        for vault in vaults.iter() {
            let asked = request(vault.profile(), noon(0)).unwrap();
            changes.push(Change::Admit(read_request(asked.bytes(), &self.realm).unwrap()));
        }
        self.change(changes);
        for vault in vaults.iter_mut() {
            self.install(vault);
        }
    }

    /// Both authorities sign a change.
    pub fn change(&mut self, changes: Vec<Change>) {
        let [defence, police] = &self.authorities;
        let proposal = propose(self.roster.as_ref(), changes, &self.realm, defence, noon(0)).unwrap();
        let signed = co_sign(proposal.bytes(), &self.realm, police).unwrap();
        self.roster = Some(signed.into_roster(&self.realm).unwrap());
    }

    pub fn revoke(&mut self, member: MemberId, through_sequence: u32) {
        let reason = Line::new("device lost").unwrap();
        self.change(vec![Change::Revoke { member, reason, through_sequence }]);
    }

    pub fn install(&self, vault: &mut Vault) {
        install(vault, self.roster.as_ref().unwrap().bytes(), noon(0)).unwrap();
    }
}

/// One contingent and the cell, enrolled.
pub struct Cast {
    pub realm: TestRealm,
    pub observer: ObserverDesk,
    pub commander: CommanderDesk,
    pub cell: CellDesk,
}

pub fn cast() -> Cast {
    cast_in(TestRealm::exercise("SILVER ARROW"))
}

pub fn cast_in(mut realm: TestRealm) -> Cast {
    let mut observer = realm.apply(Role::Observer, "KFOR1-OBS1", Some("KFOR1"));
    let mut commander = realm.apply(Role::Commander, "KFOR1-CMD", Some("KFOR1"));
    let mut cell = realm.apply(Role::Cell, "CELL", None);
    let mut integrity = realm.apply(Role::Integrity, "INTEGRITY", None);
    realm.admit(&mut [&mut observer, &mut commander, &mut cell, &mut integrity]);
    Cast {
        realm,
        observer: ObserverDesk::open(observer).unwrap(),
        commander: CommanderDesk::open(commander).unwrap(),
        cell: CellDesk::open(cell).unwrap(),
    }
}
