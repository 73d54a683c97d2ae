//! The roster in force, and who comes in by it.
//!
//! ```text
//!  roster file changed? ─ read ─ enough authorities? ─ higher epoch than any before? ─ kept on the shelf ─▶ in force
//!                                    │ no                  │ no
//!                                    └────────▶ a line in the log, and the old one stays
//!
//!  membership, revocation ─ signed by whom it is for to say? ─ kept on the shelf ─▶ in force over every roster that comes
//! ```

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::SystemTime;

use crate::crypto::signing::VerifyingKey;
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Addressee, Callsign, Contingent, Role};
use crate::domain::time::Timestamp;
use crate::relay::log::{Clock, Log, LogLine};
use crate::relay::problem::Problem;
use crate::relay::shelf::database::ShelfError;
use crate::relay::shelf::store::Shelf;
use crate::wire::amendment::{Amendment, AmendmentError, MOST, MOST_BYTES, SoundedAmendment, write_sequence};
use crate::wire::amendment_sequence::UnverifiedSequence;
use crate::wire::realm::Realm;
use crate::wire::roster::{self, Member, Roster, RosterError};
use crate::wire::statement::{SignerError, StatementError, UnverifiedStatement};

/// Why the relay has no roster to start with.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Neither the file nor the shelf holds one that counts.
    #[error("there is no roster in force: {0}; the relay was not started")]
    NoRoster(String),
    /// The one that was kept before does not hold any more.
    #[error("the roster kept on the shelf cannot be used: {0}; the relay was not started")]
    Kept(RosterError),
    /// The shelf failed.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
}

/// What tells one state of the roster file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    changed: Option<SystemTime>,
    length: u64,
    number: u64,
}

impl Stamp {
    fn of(file: &Path) -> Option<Self> {
        let about = fs::metadata(file).ok()?;
        Some(Self { changed: about.modified().ok(), length: about.len(), number: number(&about) })
    }
}

/// What the roster file looked like when it was last read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// It has not been read yet.
    Never,
    /// It was not there.
    Gone,
    /// It looked like this.
    Like(Stamp),
}

impl Seen {
    fn of(file: &Path) -> Self {
        Stamp::of(file).map_or(Self::Gone, Self::Like)
    }
}

/// A file that was written beside and renamed has another number, even within one tick of the disk's clock.
#[cfg(unix)]
fn number(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}

/// A member who was let in, for one request.
#[derive(Debug, Clone)]
pub struct Caller {
    /// His id.
    pub id: MemberId,
    /// What he does.
    pub role: Role,
    /// What others call him.
    pub callsign: Callsign,
    /// The key he proved to hold.
    pub key: TransportPublicKey,
    /// The roster he was found on: one request sees one roster.
    pub roster: Arc<Roster>,
}

impl Caller {
    /// Who may read a packet: its addressee and its sender. To everybody else it does not exist.
    pub fn may_read(&self, addressee: &Addressee, sender: MemberId) -> bool {
        sender == self.id || addressee.includes(self.id, self.role)
    }
}

/// The roster in force.
pub struct Register {
    realm: Realm,
    file: PathBuf,
    shelf: Arc<Shelf>,
    clock: Clock,
    log: Log,
    /// What the file looked like when it was last read.
    seen: Mutex<Seen>,
    in_force: RwLock<Arc<Roster>>,
    /// What amends every roster, in the order in which it was judged.
    amendments: RwLock<Vec<Kept>>,
    /// One at a time changes who is in force.
    turn: Mutex<()>,
}

/// An amendment in force.
struct Kept {
    number: u64,
    carrier: MemberId,
    contingent: Option<Contingent>,
    amendment: Amendment,
}

/// Those that somebody is to know of: the cell of all, a commander of those of his contingent, and everybody of whoever
/// belongs to none: whose keys of the cell are void decides whom others seal to and whom they believe. Who brought one
/// knows it.
fn concerning<'a>(
    amendments: &'a [Kept],
    caller: &'a Caller,
) -> impl DoubleEndedIterator<Item = &'a Kept> + 'a {
    let member = caller.roster.member(caller.id);
    let contingent = member.and_then(|member| member.contingent.as_ref()).map(|contingent| &contingent.0);
    let mine = move |kept: &Kept| match caller.role {
        Role::Cell => true,
        Role::Commander => kept.contingent.is_none() || kept.contingent.as_ref() == contingent,
        _ => kept.contingent.is_none(),
    };
    amendments.iter().filter(move |kept| kept.carrier != caller.id && mine(kept))
}

/// Whether a member's keys count at this hour of the relay's clock. Field clocks are never asked.
pub fn counts(member: &Member, now: Timestamp) -> bool {
    member.revoked.is_none() && member.valid_until.as_ref().is_none_or(|last| now <= last.0)
}

impl Register {
    /// Takes the highest roster there is: the one kept on the shelf, or a newer one in the file.
    pub fn open(
        realm: Realm,
        file: PathBuf,
        shelf: Arc<Shelf>,
        clock: Clock,
        log: Log,
    ) -> Result<Self, RegisterError> {
        let kept = match shelf.newest_roster()? {
            Some(bytes) => Some(Roster::read(&bytes, &realm).map_err(RegisterError::Kept)?),
            None => None,
        };
        let first = match kept {
            Some(kept) => kept,
            None => {
                let roster = read(&file)
                    .and_then(|bytes| Roster::read(&bytes, &realm).map_err(|error| error.to_string()))
                    .map_err(|why| RegisterError::NoRoster(format!("{}: {why}", file.display())))?;
                shelf.keep_roster(roster.epoch(), roster.bytes().to_vec())?;
                roster
            }
        };
        let mut people = first;
        let mut kept = Vec::new();
        for one in shelf.amendments()? {
            let unreadable = |error| RegisterError::Kept(RosterError::Statement(error));
            let amendment = Amendment::restored(one.bytes).map_err(unreadable)?;
            people.amend(&amendment).map_err(unreadable)?;
            let contingent = contingent_in(&people, &amendment);
            kept.push(Kept { number: one.number, carrier: one.carrier, contingent, amendment });
        }
        let register = Self {
            realm,
            file,
            shelf,
            clock,
            log,
            seen: Mutex::new(Seen::Never),
            in_force: RwLock::new(Arc::new(people)),
            amendments: RwLock::new(kept),
            turn: Mutex::default(),
        };
        register.refresh();
        Ok(register)
    }

    /// The roster in force, with everything that amends it.
    pub fn in_force(&self) -> Arc<Roster> {
        Arc::clone(&self.in_force.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The active member who holds this transport key, by the roster in force and the relay's clock.
    pub fn admit(&self, key: &TransportPublicKey) -> Option<Caller> {
        let roster = self.in_force();
        let now = (self.clock)();
        let (id, role, callsign) = roster
            .holder_of(key)
            .filter(|member| counts(member, now))
            .map(|member| (member.id(), member.role.0, member.callsign.0.clone()))?;
        Some(Caller { id, role, callsign, key: *key, roster })
    }

    /// Whether whoever signs with this key is an active relay of the roster in force.
    pub fn is_relay(&self, key: &VerifyingKey) -> bool {
        let now = (self.clock)();
        self.in_force()
            .active()
            .any(|member| member.role.0 == Role::Relay && member.signing_key.0 == *key && counts(member, now))
    }

    /// Looks whether the file has changed, and if so puts its roster in force if it counts. Reads the disk.
    pub fn refresh(&self) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = Seen::of(&self.file);
        if *seen == stamp {
            return;
        }
        // Noted first: a bad file is told of once, not with every request.
        *seen = stamp;
        if let Err(why) = self.take_file() {
            let epoch = self.in_force().epoch();
            self.tell(format!(
                "the roster file was not taken: {why}; the roster of epoch {epoch} stays in force"
            ));
        }
    }

    /// Takes a sequence of memberships and revocations that a member brought, and puts in force what counts.
    ///
    /// # Errors
    /// `BadAmendment` when one of them does not count; the others are in force all the same. `CannotStore`, and then
    /// none is. Writes the disk.
    pub fn take_amendments(&self, carrier: MemberId, bytes: &[u8]) -> Result<(), Problem> {
        let sequence =
            UnverifiedSequence::read(bytes).map_err(|error| Problem::BadAmendment(error.into()))?;
        // Before anybody waits for it: checking a signature takes longer than everything that follows.
        let mut sounded = self.sound(sequence.amendments);
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let known: BTreeSet<Digest> = (self.amendments.read().unwrap_or_else(PoisonError::into_inner).iter())
            .map(|kept| kept.amendment.statement().digest())
            .collect();
        sounded.retain(|amendment| !known.contains(&amendment.digest()));
        let mut people = Roster::clone(&self.in_force());
        let now = (self.clock)();
        // Whoever may not come in any more may not have others let in either, whoever carries his word.
        let (over, sounded): (Vec<_>, Vec<_>) = sounded.into_iter().partition(|amendment| {
            people.member(amendment.signer()).is_some_and(|signer| !counts(signer, now))
        });
        let mut judged = people
            .judge_sounded(sounded, &self.realm)
            .map_err(|error| Problem::BadAmendment(error.into()))?;
        let revoked = AmendmentError::from(StatementError::Signer(SignerError::Revoked));
        judged.refused.extend(over.into_iter().map(|amendment| (amendment.into_statement(), revoked)));
        let named =
            |amendment: &Amendment| (amendment.statement().digest(), amendment.statement().bytes().to_vec());
        // Kept before it counts. Power may fail between the two: the next start finds it on the shelf.
        let numbers = self.shelf.keep_amendments(carrier, judged.good.iter().map(named).collect())?;
        let mut amendments = self.amendments.write().unwrap_or_else(PoisonError::into_inner);
        for (number, amendment) in numbers.into_iter().zip(judged.good) {
            let (kind, callsign) = (amendment.statement().kind(), callsign_in(&people, &amendment));
            self.tell(format!("a {kind} is in force: {callsign}"));
            let contingent = contingent_in(&people, &amendment);
            amendments.push(Kept { number, carrier, contingent, amendment });
        }
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(people);
        match judged.refused.first() {
            None => Ok(()),
            Some((_, why)) => Err(Problem::BadAmendment(*why)),
        }
    }

    /// The number of the last amendment that somebody is to know of.
    pub fn newest_amendment_for(&self, caller: &Caller) -> Option<u64> {
        let amendments = self.amendments.read().unwrap_or_else(PoisonError::into_inner);
        concerning(&amendments, caller).next_back().map(|kept| kept.number)
    }

    /// The amendments beyond a number that somebody is to know of, and how far they reach.
    pub fn amendments_for(&self, caller: &Caller, after: u64) -> (Vec<u8>, u64) {
        let amendments = self.amendments.read().unwrap_or_else(PoisonError::into_inner);
        let (mut told, mut bytes, mut up_to) = (Vec::new(), 0, after);
        for kept in concerning(&amendments, caller).filter(|kept| kept.number > after) {
            let statement = kept.amendment.statement();
            bytes += statement.bytes().len();
            if told.len() == MOST || bytes > MOST_BYTES {
                break;
            }
            told.push(statement);
            up_to = kept.number;
        }
        (write_sequence(None, told), up_to)
    }

    /// Checks who signed what is not known yet.
    fn sound(&self, statements: Vec<UnverifiedStatement>) -> Vec<SoundedAmendment> {
        let people = self.in_force();
        statements.into_iter().map(|statement| people.sound(statement, &self.realm)).collect()
    }

    fn take_file(&self) -> Result<(), String> {
        let bytes = read(&self.file)?;
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let held = self.in_force();
        if bytes == held.bytes() {
            return Ok(());
        }
        let mut roster = Roster::read(&bytes, &self.realm).map_err(|error| error.to_string())?;
        for kept in self.amendments.read().unwrap_or_else(PoisonError::into_inner).iter() {
            roster.amend(&kept.amendment).map_err(|error| error.to_string())?;
        }
        let epoch = roster.epoch();
        if epoch <= held.epoch() {
            return Err(format!("its epoch {epoch} is not higher than {}", held.epoch()));
        }
        // Kept before it counts. Power may fail between the two: the next start finds it on the shelf.
        match self.shelf.keep_roster(epoch, bytes) {
            Ok(true) => {}
            Ok(false) => return Err(format!("a roster of epoch {epoch} or higher was in force before")),
            Err(error) => return Err(error.to_string()),
        }
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(roster);
        self.tell(format!("the roster of epoch {epoch} is in force"));
        Ok(())
    }

    fn tell(&self, what: String) {
        (self.log)(&LogLine::Event { at: (self.clock)(), what });
    }
}

/// The contingent of whoever an amendment is about.
fn contingent_in(people: &Roster, amendment: &Amendment) -> Option<Contingent> {
    people.member(amendment.member())?.contingent.as_ref().map(|contingent| contingent.0.clone())
}

/// What whoever an amendment is about is called.
fn callsign_in(people: &Roster, amendment: &Amendment) -> String {
    people.member(amendment.member()).map_or_else(String::new, |member| member.callsign.0.to_string())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|file| file.take(roster::MOST_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::signing::SigningKey;
    use crate::crypto::transport::TransportKey;
    use crate::domain::text::Line;
    use crate::wire::realm::{Authority, Charter};
    use crate::wire::roster::{Limits, Revoked, RosterV1, SignedRoster};
    use crate::wire::spelling::{Code, Plain};

    struct Realmed {
        folder: tempfile::TempDir,
        realm: Realm,
        authorities: [SigningKey; 2],
        soldier: Member,
        lines: Arc<Mutex<Vec<String>>>,
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn member(callsign: &str, role: Role) -> Member {
        Member {
            role: Code(role),
            callsign: Plain(callsign.parse().unwrap()),
            contingent: None,
            signing_key: Plain(SigningKey::generate().unwrap().verifying_key()),
            recipient: None,
            transport_key: Some(Plain(TransportKey::generate().unwrap().public())),
            valid_until: None,
            revoked: None,
        }
    }

    impl Realmed {
        fn new() -> Self {
            let authorities = [SigningKey::generate().unwrap(), SigningKey::generate().unwrap()];
            let authority = |callsign: &str, key: &SigningKey| Authority {
                callsign: Plain(callsign.parse().unwrap()),
                signing_key: Plain(key.verifying_key()),
            };
            let charter = Charter {
                name: Plain(Line::new("Test").unwrap()),
                exercise: true,
                founded: Plain(at("2026-01-01T00:00:00Z")),
                threshold: 2,
                authorities: vec![
                    authority("DEFENCE", &authorities[0]),
                    authority("POLICE", &authorities[1]),
                ],
            };
            Self {
                folder: tempfile::tempdir().unwrap(),
                realm: Realm::found(charter, None).unwrap(),
                authorities,
                soldier: member("KFOR1-OBS1", Role::Observer),
                lines: Arc::default(),
            }
        }

        fn proposal(&self, epoch: u32, change: impl FnOnce(&mut Member)) -> SignedRoster {
            let mut soldier = self.soldier.clone();
            change(&mut soldier);
            let payload = RosterV1 {
                epoch,
                issued: Plain(at("2026-11-01T00:00:00Z")),
                limits: Limits::default(),
                members: vec![soldier],
            };
            SignedRoster::propose(payload, &self.authorities[0], &self.realm).unwrap()
        }

        fn roster(&self, epoch: u32, change: impl FnOnce(&mut Member)) -> Vec<u8> {
            let proposal = self.proposal(epoch, change);
            proposal.co_sign(&self.authorities[1], &self.realm).unwrap().bytes().to_vec()
        }

        fn file(&self) -> PathBuf {
            self.folder.path().join("roster.vigilia-roster")
        }

        /// Writes beside and renames, as a careful duty officer does.
        fn lay(&self, bytes: &[u8]) {
            let beside = self.folder.path().join("beside");
            fs::write(&beside, bytes).unwrap();
            fs::rename(beside, self.file()).unwrap();
        }

        fn open(&self) -> Result<Register, RegisterError> {
            let shelf =
                Shelf::open(&self.folder.path().join("data"), self.realm.id(), Arc::new(|_, _| Ok(vec![])));
            let lines = Arc::clone(&self.lines);
            Register::open(
                self.realm.clone(),
                self.file(),
                Arc::new(shelf.unwrap()),
                Arc::new(|| at("2026-11-21T14:30:00Z")),
                Arc::new(move |line| lines.lock().unwrap().push(line.to_string())),
            )
        }

        fn key(&self) -> TransportPublicKey {
            self.soldier.transport_key.as_ref().unwrap().0
        }

        fn last_line(&self) -> String {
            self.lines.lock().unwrap().last().cloned().unwrap_or_default()
        }
    }

    fn revoke(member: &mut Member) {
        let reason = Plain(Line::new("laptop lost").unwrap());
        member.revoked = Some(Revoked { at: Plain(at("2026-11-20T00:00:00Z")), reason, through_sequence: 0 });
    }

    #[test]
    fn a_newer_roster_is_in_force_as_soon_as_its_file_lies_there() {
        let realm = Realmed::new();
        realm.lay(&realm.roster(1, |_| ()));
        let register = realm.open().unwrap();
        assert_eq!(register.admit(&realm.key()).unwrap().callsign.as_str(), "KFOR1-OBS1");
        realm.lay(&realm.roster(2, revoke));
        register.refresh();
        assert!(register.admit(&realm.key()).is_none());
        assert!(realm.last_line().contains("epoch 2 is in force"));
    }

    #[test]
    fn a_roster_of_one_authority_or_of_an_older_epoch_is_not_taken() {
        let realm = Realmed::new();
        realm.lay(&realm.roster(5, |_| ()));
        let register = realm.open().unwrap();
        for (bad, why) in [
            (realm.proposal(6, revoke).bytes().to_vec(), "1 of 2 authority signatures"),
            (realm.roster(4, revoke), "epoch 4 is not higher than 5"),
            (realm.roster(5, revoke), "epoch 5 is not higher than 5"),
            (Realmed::new().roster(6, revoke), "not a good one of this realm"),
            (b"rubbish".to_vec(), "not a statement"),
        ] {
            realm.lay(&bad);
            register.refresh();
            assert!(register.admit(&realm.key()).is_some(), "{why}");
            let told = realm.last_line();
            assert!(told.contains(why) && told.contains("epoch 5 stays in force"), "{told}");
        }
        let told = realm.lines.lock().unwrap().len();
        register.refresh();
        assert_eq!(realm.lines.lock().unwrap().len(), told, "a bad file is told of once");
    }

    #[test]
    fn an_epoch_once_in_force_is_never_gone_back_on_not_even_by_a_restart() {
        let realm = Realmed::new();
        realm.lay(&realm.roster(5, |_| ()));
        let register = realm.open().unwrap();
        realm.lay(&realm.roster(6, revoke));
        register.refresh();
        drop(register);
        realm.lay(&realm.roster(5, |_| ()));
        let register = realm.open().unwrap();
        assert_eq!(register.in_force().epoch(), 6);
        assert!(register.admit(&realm.key()).is_none());
        drop(register);
        fs::remove_file(realm.file()).unwrap();
        assert_eq!(realm.open().unwrap().in_force().epoch(), 6);
        assert!(realm.last_line().contains("epoch 6 stays in force"));
    }

    #[test]
    fn without_a_roster_that_counts_the_relay_does_not_start() {
        let realm = Realmed::new();
        assert!(matches!(realm.open(), Err(RegisterError::NoRoster(_))));
        realm.lay(realm.proposal(1, |_| ()).bytes());
        assert!(matches!(realm.open(), Err(RegisterError::NoRoster(_))));
    }

    #[test]
    fn a_key_runs_out_by_the_relays_clock() {
        let realm = Realmed::new();
        realm.lay(&realm.roster(1, |soldier| soldier.valid_until = Some(Plain(at("2026-11-21T14:30:00Z")))));
        let register = realm.open().unwrap();
        assert!(register.admit(&realm.key()).is_some());
        realm.lay(&realm.roster(2, |soldier| soldier.valid_until = Some(Plain(at("2026-11-21T14:29:59Z")))));
        register.refresh();
        assert!(register.admit(&realm.key()).is_none());
    }
}
