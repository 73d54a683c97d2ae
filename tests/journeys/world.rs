//! A small realm with real keys: two authorities, a relay, a contingent, two desks of the cell, the integrity desk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::Myself;
use vigilia::crypto::digest::sha256;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::domain::ids::{Dice, Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::Line;
use vigilia::domain::time::Timestamp;
use vigilia::relay::config::{Limits, RelayConfig};
use vigilia::relay::keys::RelayKeys;
use vigilia::relay::log::{Clock, Log, LogLine};
use vigilia::relay::server::{RunningRelay, StartError};
use vigilia::wire::contents::Contents;
use vigilia::wire::keys::RecipientText;
use vigilia::wire::packet::Packet;
use vigilia::wire::realm::{Authority, Charter, Realm};
use vigilia::wire::receipt::CollectionV1;
use vigilia::wire::roster::{self, Member, Revoked, Roster, RosterV1, SignedRoster};
use vigilia::wire::sealing::{Dispatch, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{Signed, sign};

/// Dice that fall the same way in every run.
pub struct SeededDice {
    seed: u64,
    rolled: u64,
}

impl SeededDice {
    pub fn new(seed: u64) -> Self {
        Self { seed, rolled: 0 }
    }

    pub fn secret(&mut self) -> Secret32 {
        let mut bytes = [0; 32];
        self.roll(&mut bytes);
        Secret32::taken_from(&mut bytes)
    }
}

impl Dice for SeededDice {
    fn roll(&mut self, out: &mut [u8]) {
        for piece in out.chunks_mut(32) {
            self.rolled += 1;
            let chance = sha256(&[self.seed.to_le_bytes(), self.rolled.to_le_bytes()].concat());
            piece.copy_from_slice(&chance[..piece.len()]);
        }
    }
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

pub fn now() -> Timestamp {
    at("2026-11-21T14:30:00Z")
}

/// A member with his secrets.
pub struct Person {
    pub callsign: &'static str,
    pub role: Role,
    pub signing: SigningKey,
    pub identity: Identity,
    pub transport: TransportKey,
}

impl Person {
    fn new(callsign: &'static str, role: Role, dice: &mut SeededDice) -> Self {
        Self {
            callsign,
            role,
            signing: SigningKey::from_secret(dice.secret()),
            identity: Identity::generate().unwrap(),
            transport: TransportKey::from_secret(dice.secret()),
        }
    }

    fn member(&self) -> Member {
        let in_contingent = matches!(self.role, Role::Observer | Role::Commander);
        let sealed_to = !matches!(self.role, Role::Relay);
        let recipient = || RecipientText::new(&self.identity.recipient().to_string()).unwrap();
        Member {
            role: Code(self.role),
            callsign: Plain(self.callsign.parse().unwrap()),
            contingent: in_contingent.then(|| Plain("KFOR1".parse().unwrap())),
            signing_key: Plain(self.signing.verifying_key()),
            recipient: sealed_to.then(|| Plain(recipient())),
            transport_key: Some(Plain(self.transport.public())),
            valid_until: None,
            revoked: None,
        }
    }

    pub fn myself(&self) -> Myself {
        Myself { id: self.member().id(), role: self.role }
    }

    pub fn addressee(&self) -> Addressee {
        Addressee::Member(self.member().id())
    }
}

pub struct World {
    pub folder: tempfile::TempDir,
    pub realm: Realm,
    pub authorities: [SigningKey; 2],
    pub people: Vec<Person>,
    pub roster: Arc<Roster>,
    dice: SeededDice,
}

pub const OBSERVER: &str = "KFOR1-OBS1";
pub const OTHER_OBSERVER: &str = "KFOR1-OBS2";
pub const COMMANDER: &str = "KFOR1-CDR";
pub const CELL: &str = "CELL-1";
pub const OTHER_CELL: &str = "CELL-2";
const RELAY: &str = "RELAY-1";

impl World {
    pub fn new(seed: u64) -> Self {
        let mut dice = SeededDice::new(seed);
        let authorities = [0, 1].map(|_| SigningKey::from_secret(dice.secret()));
        let realm = found(true, &authorities);
        let people: Vec<Person> = [
            (RELAY, Role::Relay),
            (OBSERVER, Role::Observer),
            (OTHER_OBSERVER, Role::Observer),
            (COMMANDER, Role::Commander),
            (CELL, Role::Cell),
            (OTHER_CELL, Role::Cell),
            ("INTEGRITY", Role::Integrity),
        ]
        .into_iter()
        .map(|(callsign, role)| Person::new(callsign, role, &mut dice))
        .collect();
        let payload = RosterV1 {
            epoch: 1,
            issued: Plain(now()),
            limits: roster::Limits::default(),
            members: people.iter().map(Person::member).collect(),
        };
        let roster = Arc::new(in_force(payload, &authorities, &realm));
        Self { folder: tempfile::tempdir().unwrap(), realm, authorities, people, roster, dice }
    }

    /// The same people and keys in the live realm.
    pub fn as_another_realm(&self) -> (Realm, Arc<Roster>) {
        let live = found(false, &self.authorities);
        let roster = in_force(self.roster.payload().clone(), &self.authorities, &live);
        (live, Arc::new(roster))
    }

    pub fn person(&self, callsign: &str) -> &Person {
        self.people.iter().find(|person| person.callsign == callsign).unwrap()
    }

    /// A roster that differs from the one in force, one epoch on, with both signatures.
    pub fn next_roster(&self, change: impl FnOnce(&mut RosterV1)) -> Roster {
        let mut payload = self.roster.payload().clone();
        payload.epoch += 1;
        change(&mut payload);
        in_force(payload, &self.authorities, &self.realm)
    }

    /// The authorities agree on a change, and the relay gets the new roster.
    pub fn decree(&mut self, change: impl FnOnce(&mut RosterV1)) {
        self.roster = Arc::new(self.next_roster(change));
        self.lay(self.roster.bytes());
    }

    pub fn revoke(&mut self, callsign: &str) {
        self.decree(|payload| {
            let reason = Plain(Line::new("laptop lost").unwrap());
            member_of(payload, callsign).revoked =
                Some(Revoked { at: Plain(now()), reason, through_sequence: 0 });
        });
    }

    /// Puts a file where the relay looks for its roster.
    pub fn lay(&self, roster: &[u8]) {
        let beside = self.folder.path().join("beside");
        fs::write(&beside, roster).unwrap();
        fs::rename(beside, self.folder.path().join("roster.vigilia-roster")).unwrap();
    }

    pub fn packet(&mut self, from: &str, to: Addressee, words: &[u8], precedence: Precedence) -> Packet {
        self.marked_packet(from, to, words, precedence, Marking::LimitedDistribution)
    }

    pub fn marked_packet(
        &mut self,
        from: &str,
        to: Addressee,
        words: &[u8],
        precedence: Precedence,
        marking: Marking,
    ) -> Packet {
        let packet = PacketId::fresh(now(), &mut self.dice);
        let contents = Contents { attachments: vec![words.to_vec()], ..Contents::default() };
        let dispatch = Dispatch { packet, to, precedence, marking, created: now() };
        seal_packet(&contents, &dispatch, &self.roster, &self.person(from).signing).unwrap()
    }

    /// From the observer to the cell, routine.
    pub fn report(&mut self, words: &str) -> Packet {
        self.packet(OBSERVER, Addressee::Role(Role::Cell), words.as_bytes(), Precedence::Routine)
    }

    pub fn collection(&self, who: &str, packet: Digest) -> Signed<CollectionV1> {
        let word = CollectionV1 { packet: Plain(packet), at: Plain(now()) };
        sign(word, &self.person(who).signing, self.realm.id()).unwrap()
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("shelf")
    }

    /// The relay's files as they lie in the operations centre.
    pub fn config(&self, data: &Path) -> RelayConfig {
        let folder = self.folder.path();
        fs::write(folder.join("realm.json"), self.realm.write().unwrap()).unwrap();
        let roster = folder.join("roster.vigilia-roster");
        if !roster.exists() {
            self.lay(self.roster.bytes());
        }
        let keys = folder.join("relay.keys");
        if !keys.exists() {
            let relay = self.person(RELAY);
            let again = |secret: &[u8; 32]| Secret32::taken_from(&mut secret.clone());
            let copy = RelayKeys {
                signing: SigningKey::from_secret(again(relay.signing.expose_secret())),
                transport: TransportKey::from_secret(again(relay.transport.expose_secret())),
            };
            copy.store(&keys).unwrap();
        }
        RelayConfig {
            listen: "127.0.0.1:0".parse().unwrap(),
            realm: folder.join("realm.json"),
            roster,
            data: data.to_owned(),
            keys,
            limits: Limits::default(),
        }
    }

    pub fn relay(&self) -> Relay {
        Relay::start(&self.config(&self.data())).unwrap()
    }

    pub fn client(&self, who: &str, address: &str) -> RelayClient {
        self.client_with(who, address, Persistence::once())
    }

    pub fn client_with(&self, who: &str, address: &str, persistence: Persistence) -> RelayClient {
        RelayClient::new(address, &self.person(who).transport, Arc::clone(&self.roster), persistence).unwrap()
    }
}

fn found(exercise: bool, authorities: &[SigningKey; 2]) -> Realm {
    let authority = |callsign: &str, key: &SigningKey| Authority {
        callsign: Plain(callsign.parse().unwrap()),
        signing_key: Plain(key.verifying_key()),
    };
    let charter = Charter {
        name: Plain(Line::new("Realm").unwrap()),
        exercise,
        founded: Plain(at("2026-01-01T00:00:00Z")),
        threshold: 2,
        authorities: vec![authority("DEFENCE", &authorities[0]), authority("POLICE", &authorities[1])],
    };
    Realm::found(charter, None).unwrap()
}

fn in_force(payload: RosterV1, authorities: &[SigningKey; 2], realm: &Realm) -> Roster {
    let proposal = SignedRoster::propose(payload, &authorities[0], realm).unwrap();
    proposal.co_sign(&authorities[1], realm).unwrap().into_roster(realm).unwrap()
}

pub fn member_of<'a>(payload: &'a mut RosterV1, callsign: &str) -> &'a mut Member {
    payload.members.iter_mut().find(|member| member.callsign.0.as_str() == callsign).unwrap()
}

/// The relay's log, to read and to wait on.
#[derive(Clone, Default)]
pub struct Lines(Arc<(Mutex<Vec<LogLine>>, Condvar)>);

impl Lines {
    fn sink(&self) -> Log {
        let lines = self.clone();
        Arc::new(move |line| {
            lines.0.0.lock().unwrap().push(line.clone());
            lines.0.1.notify_all();
        })
    }

    pub fn all(&self) -> Vec<String> {
        self.0.0.lock().unwrap().iter().map(ToString::to_string).collect()
    }

    /// Waits until some line holds these words.
    pub fn wait_for(&self, words: &str) {
        let told = |lines: &[LogLine]| lines.iter().any(|line| line.to_string().contains(words));
        let lines = self.0.0.lock().unwrap();
        let (lines, waited) =
            self.0.1.wait_timeout_while(lines, Duration::from_secs(30), |lines| !told(lines)).unwrap();
        assert!(!waited.timed_out(), "{words:?} in {lines:?}");
    }

    pub fn has(&self, words: &str) -> bool {
        self.all().iter().any(|line| line.contains(words))
    }
}

/// A relay at work with its log.
pub struct Relay {
    pub running: RunningRelay,
    pub lines: Lines,
}

impl Relay {
    pub fn start(config: &RelayConfig) -> Result<Self, StartError> {
        Self::start_by(config, Arc::new(now))
    }

    pub fn start_by(config: &RelayConfig, clock: Clock) -> Result<Self, StartError> {
        let lines = Lines::default();
        RunningRelay::start(config, clock, lines.sink()).map(|running| Self { running, lines })
    }

    pub fn address(&self) -> String {
        self.running.address().to_string()
    }
}
