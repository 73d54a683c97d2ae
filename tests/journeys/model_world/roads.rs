//! The roads of a world: a stick, and the relay's own shelf and register without the sockets, both as bad as chance has
//! it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::runtime::Runtime;
use vigilia::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent, Unreached};
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::domain::ids::{Dice, Digest};
use vigilia::domain::time::Timestamp;
use vigilia::relay::register::{Caller, Register, counts};
use vigilia::relay::shelf::facts::{Collection, Deposit};
use vigilia::relay::shelf::store::Shelf;
use vigilia::wire::packet::{Packet, UnverifiedPacket};
use vigilia::wire::receipt::{CollectionV1, ReceiptV1};
use vigilia::wire::relay_api::ProblemCode;
use vigilia::wire::roster::Roster;
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::{Signed, UnverifiedStatement, sign};

use crate::model_world::stage::{Player, Stage};
use crate::support::realm::{SeededDice, noon};

/// The relay's shelf and its register, as the server holds them.
pub struct Centre {
    shelf: Arc<Shelf>,
    register: Register,
    roster_file: PathBuf,
}

impl Centre {
    pub fn open(stage: &Stage, folder: &Path) -> Self {
        let (data, roster_file) = (folder.join("shelf"), folder.join("roster.vigilia-roster"));
        fs::create_dir_all(&data).unwrap();
        if !roster_file.exists() {
            fs::write(&roster_file, stage.roster.bytes()).unwrap();
        }
        let realm = &stage.realm.realm;
        let mut secret = *stage.realm.relay_signing.expose_secret();
        let key = SigningKey::from_secret(Secret32::taken_from(&mut secret));
        let id = realm.id();
        let receipt = move |packet: Digest, log_index: u64| {
            let receipt = ReceiptV1 { packet: Plain(packet), log_index, received: Plain(noon(0)) };
            sign(receipt, &key, id).map(|signed| signed.statement.bytes().to_vec())
        };
        let shelf = Arc::new(Shelf::open(&data, id, Arc::new(receipt)).unwrap());
        let register = Register::open(
            realm.clone(),
            roster_file.clone(),
            Arc::clone(&shelf),
            Arc::new(|| noon(0)),
            Arc::new(|_| {}),
        );
        Self { shelf, register: register.unwrap(), roster_file }
    }

    /// The authorities hand the relay a newer roster.
    pub fn lay(&self, roster: &Roster) {
        let beside = self.roster_file.with_extension("beside");
        fs::write(&beside, roster.bytes()).unwrap();
        fs::rename(beside, &self.roster_file).unwrap();
        self.register.refresh();
    }
}

/// One caller at the shelf: what the server does with his calls, in the same order, by the same parts.
pub struct AtTheShelf<'a> {
    pub centre: &'a Centre,
    pub runtime: &'a Runtime,
    pub player: &'a Player,
}

impl AtTheShelf<'_> {
    fn caller(&self) -> Result<Caller, RoadError> {
        let known = self.centre.register.admit(&self.player.transport.public());
        known.ok_or_else(|| RoadError::refused(ProblemCode::NotAMember))
    }
}

impl Road for AtTheShelf<'_> {
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        let caller = self.caller()?;
        let bad = |_| RoadError::refused(ProblemCode::BadSender);
        let packet = UnverifiedPacket::parse(packet.bytes().to_vec()).map_err(bad)?;
        let packet = packet.verify(&caller.roster).map_err(bad)?;
        let sender = packet.label_statement().signer();
        if !caller.roster.member(sender).is_some_and(|sender| counts(sender, noon(0))) {
            return Err(RoadError::refused(ProblemCode::BadSender));
        }
        let deposit = Deposit {
            sha256: packet.digest(),
            addressee: packet.label().to.0.clone(),
            sender,
            carrier: caller.id,
            precedence: packet.label().precedence.0,
            bytes: packet.into_bytes(),
        };
        let kept = self.runtime.block_on(self.centre.shelf.deposit(deposit)).unwrap();
        let receipt = UnverifiedStatement::parse(&kept.receipt).unwrap();
        let receipt = Some(caller.roster.verify::<ReceiptV1>(receipt).unwrap());
        let waiting = None;
        Ok(if kept.new { Sent::Taken { receipt, waiting } } else { Sent::AlreadyThere { receipt, waiting } })
    }

    fn waiting(&mut self, _: &Myself) -> Result<Listing, RoadError> {
        let caller = self.caller()?;
        let found = self.centre.shelf.waiting(caller.id, caller.role, 0, 1_000);
        let found = self.runtime.block_on(found).unwrap();
        let arrival = |one: &vigilia::relay::shelf::facts::Waiting| Arrival {
            sha256: one.sha256,
            size: one.size,
            precedence: one.precedence,
        };
        Ok(Listing { arrivals: found.iter().map(arrival).collect(), ..Listing::default() })
    }

    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError> {
        let caller = self.caller()?;
        let gone = RoadError::refused(ProblemCode::NoSuchPacket);
        let found = self.runtime.block_on(self.centre.shelf.find(arrival.sha256)).unwrap();
        let found = found.filter(|found| caller.may_read(&found.addressee, found.sender)).ok_or(gone)?;
        let size = usize::try_from(found.size).unwrap();
        Ok(self.runtime.block_on(self.centre.shelf.piece(found.log_index, 0, size)).unwrap())
    }

    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        let caller = self.caller()?;
        let found = self.runtime.block_on(self.centre.shelf.find(word.payload.packet.0)).unwrap();
        let found = found.ok_or_else(|| RoadError::refused(ProblemCode::NoSuchPacket))?;
        let said = UnverifiedStatement::parse(word.statement.bytes()).unwrap();
        caller.roster.verify::<CollectionV1>(said).map_err(|_| RoadError::refused(ProblemCode::BadPacket))?;
        let holders = caller.roster.addressed(&found.addressee).iter().map(|member| member.id()).collect();
        let collection = Collection {
            log_index: found.log_index,
            member: caller.id,
            statement: word.statement.bytes().to_vec(),
            holders,
        };
        self.runtime.block_on(self.centre.shelf.collect(collection)).unwrap();
        Ok(())
    }

    fn roster(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        let roster = self.caller()?.roster;
        Ok((Some(roster.epoch()) != held).then(|| roster.bytes().to_vec()))
    }
}

/// How bad a road is this time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    /// It breaks off at this call, counted from 1.
    pub cut_at: Option<u32>,
    /// The call at which it breaks off has done its work, and nobody hears of it.
    pub after_the_work: bool,
    /// It shows one in so many of what lies there no packet of; none: it shows everything.
    pub hides_one_in: Option<u64>,
    /// It shows all but the packet that was sent first.
    pub hides_the_oldest: bool,
    /// It shows what lies there in any order.
    pub shuffles: bool,
}

/// A road in its weather.
pub struct Rough<'a> {
    pub road: Box<dyn Road + 'a>,
    pub weather: Weather,
    pub dice: u64,
    /// In which order packets were first sent: their names are another in every run.
    pub born: &'a mut BTreeMap<Digest, usize>,
    /// The write-ahead log of whoever travels, and how much of it was there when others last learnt of something.
    pub log: PathBuf,
    pub told: u64,
    calls: u32,
    pub was_cut: bool,
}

impl<'a> Rough<'a> {
    pub fn new(
        road: Box<dyn Road + 'a>,
        weather: Weather,
        dice: u64,
        born: &'a mut BTreeMap<Digest, usize>,
        log: PathBuf,
    ) -> Self {
        let told = length(&log);
        Self { road, weather, dice, born, log, told, calls: 0, was_cut: false }
    }

    fn call<T>(&mut self, work: impl FnOnce(&mut dyn Road) -> Result<T, RoadError>) -> Result<T, RoadError> {
        self.calls += 1;
        let cut = self.weather.cut_at.is_some_and(|at| self.calls >= at);
        let first = self.weather.cut_at == Some(self.calls);
        let done =
            if !cut || (first && self.weather.after_the_work) { Some(work(&mut *self.road)) } else { None };
        if cut {
            self.was_cut = true;
            return Err(RoadError::NotReached { why: Unreached::CutOff });
        }
        done.unwrap()
    }

    fn roll(&mut self, below: u64) -> u64 {
        let mut bytes = [0; 8];
        let mut dice = SeededDice(self.dice);
        dice.roll(&mut bytes);
        self.dice = dice.0;
        u64::from_be_bytes(bytes) % below
    }
}

/// How long a file is; nothing where there is none.
pub fn length(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |about| about.len())
}

impl Road for Rough<'_> {
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        let next = self.born.len();
        self.born.entry(packet.digest()).or_insert(next);
        self.told = length(&self.log);
        self.call(|road| road.send(packet))
    }

    fn waiting(&mut self, me: &Myself) -> Result<Listing, RoadError> {
        let mut listing = self.call(|road| road.waiting(me))?;
        listing.arrivals.sort_by_key(|arrival| self.born.get(&arrival.sha256).copied());
        if self.weather.hides_the_oldest && !listing.arrivals.is_empty() {
            listing.arrivals.remove(0);
        }
        if let Some(one_in) = self.weather.hides_one_in {
            let shown: Vec<_> = listing.arrivals.drain(..).filter(|_| self.roll(one_in) > 0).collect();
            listing.arrivals = shown;
        }
        if self.weather.shuffles {
            for last in (1..listing.arrivals.len()).rev() {
                let other = usize::try_from(self.roll(last as u64 + 1)).unwrap();
                listing.arrivals.swap(last, other);
            }
        }
        Ok(listing)
    }

    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError> {
        self.call(|road| road.fetch(arrival))
    }

    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        self.told = length(&self.log);
        self.call(|road| road.collected(word))
    }

    fn roster(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        self.call(|road| road.roster(held))
    }
}

/// A clock that goes on.
pub fn later(now: Timestamp, minutes: i64) -> Timestamp {
    Timestamp::new(now.instant() + chrono::TimeDelta::minutes(minutes))
}
