//! The stage of an exercise: a realm of its own, with real keys, real vaults, and a relay on a real port.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::courier::folder::Folder;
use crate::courier::persistence::Persistence;
use crate::courier::relay_client::RelayClient;
use crate::courier::road::Road;
use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::crypto::signing::SigningKey;
use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::authority::{
    Change, Founding, co_sign, found, propose, read_request, relay_member,
};
use crate::desks::enrolment::{Applicant, install, make_profile, request};
use crate::desks::error::DeskError;
use crate::desks::exercise::failure::ExerciseFailure;
use crate::desks::exercise::scenario::{CONTINGENTS, OBSERVERS};
use crate::desks::observer::ObserverDesk;
use crate::domain::people::{Callsign, Role};
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::relay::config::RelayConfig;
use crate::relay::keys::RelayKeys;
use crate::relay::log::Clock;
use crate::relay::server::RunningRelay;
use crate::vault::packets::RoadName;
use crate::vault::unlock::Vault;
use crate::wire::realm::Realm;
use crate::wire::roster::Roster;

/// The passphrase of every profile of an exercise. It is printed, so it protects nothing, and nothing in an exercise
/// needs protection.
pub const PASSPHRASE: &str = "exercise exercise exercise";
/// A passphrase everybody knows needs no second of work at each opening.
const WORK: u8 = 12;
/// What the exercise is called.
const NAME: &str = "SILVER ARROW";

/// One contingent: its commander, its observers, and the road all of them use.
pub struct ContingentStage {
    /// What it is called.
    pub name: &'static str,
    /// Its commander.
    pub commander: CommanderDesk,
    /// Its observers.
    pub observers: Vec<ObserverDesk>,
    /// Over the line, or by hand.
    pub road: RoadName,
}

/// Everybody, and the roads between them.
pub struct Stage {
    /// The contingents.
    pub contingents: Vec<ContingentStage>,
    /// The trafficking cell.
    pub cell: CellDesk,
    /// The roster both authorities signed.
    pub roster: Arc<Roster>,
    /// Where the profiles are.
    pub profiles: Vec<PathBuf>,
    stick: PathBuf,
    relay: RunningRelay,
}

impl Stage {
    /// Sets the stage in an empty folder: founds the realm, enrols everybody with both authorities' signatures, starts
    /// the relay. `founded` lies before the first sighting.
    pub fn set(dir: &Path, founded: Timestamp, clock: Clock) -> Result<Self, ExerciseFailure> {
        let authorities = [SigningKey::generate()?, SigningKey::generate()?];
        let realm = founding(&authorities, founded)?;
        fs::write(dir.join("realm.json"), realm.write().map_err(DeskError::from)?)?;
        let mut profiles = Vec::new();
        let mut enrol =
            |role, callsign: String, contingent: Option<&str>| -> Result<Vault, ExerciseFailure> {
                let home = dir.join(callsign.to_lowercase());
                let applicant = Applicant {
                    role,
                    callsign: callsign.parse().map_err(|_| ExerciseFailure::Stage("a callsign"))?,
                    contingent: contingent.and_then(|name| name.parse().ok()),
                };
                let passphrase = Passphrase::new(PASSPHRASE.to_owned());
                let work = WorkFactor::new(WORK).unwrap_or(WorkFactor::STANDARD);
                let vault = make_profile(&home, &passphrase, work, realm.clone(), applicant, founded)?;
                profiles.push(home);
                Ok(vault)
            };
        let mut vaults = vec![
            enrol(Role::Cell, "CELL".to_owned(), None)?,
            enrol(Role::Integrity, "INTEGRITY".to_owned(), None)?,
        ];
        for name in CONTINGENTS {
            vaults.push(enrol(Role::Commander, format!("{name}-CMD"), Some(name))?);
            for number in 1..=OBSERVERS {
                vaults.push(enrol(Role::Observer, format!("{name}-OBS{number}"), Some(name))?);
            }
        }
        let keys = RelayKeys::generate()?;
        let roster = Arc::new(signed_roster(&realm, &authorities, &keys, &vaults, founded)?);
        for vault in &mut vaults {
            install(vault, roster.bytes(), founded)?;
        }
        let relay = start_relay(dir, &keys, &roster, clock)?;
        let stick = dir.join("stick");
        fs::create_dir_all(&stick)?;
        let mut vaults = vaults.into_iter();
        let mut next = || vaults.next().ok_or(ExerciseFailure::Stage("a profile"));
        let cell = CellDesk::open(next()?)?;
        // The integrity desk only lends its key to the slots; nobody sits at it in this exercise.
        drop(next()?);
        let mut contingents = Vec::new();
        for (name, road) in CONTINGENTS.into_iter().zip([RoadName::Relay, RoadName::Folder]) {
            let commander = CommanderDesk::open(next()?)?;
            let observers = (0..OBSERVERS).map(|_| Ok(ObserverDesk::open(next()?)?));
            let observers = observers.collect::<Result<_, ExerciseFailure>>()?;
            contingents.push(ContingentStage { name, commander, observers, road });
        }
        Ok(Self { contingents, cell, roster, profiles, stick, relay })
    }

    /// The roads a member can take.
    pub fn roads(&self) -> Roads {
        Roads {
            stick: self.stick.clone(),
            address: self.relay.address().to_string(),
            roster: Arc::clone(&self.roster),
        }
    }

    /// Strikes the stage: the relay finishes what it is doing and stops, every vault is closed.
    pub fn strike(self) {
        let Self { contingents, cell, relay, .. } = self;
        drop((contingents, cell));
        relay.stop();
    }
}

/// How to reach the others.
#[derive(Debug, Clone)]
pub struct Roads {
    stick: PathBuf,
    address: String,
    roster: Arc<Roster>,
}

impl Roads {
    /// A road for the holder of a vault.
    pub fn open(&self, name: RoadName, vault: &Vault) -> Result<Box<dyn Road>, ExerciseFailure> {
        Ok(match name {
            RoadName::Folder => {
                Box::new(Folder::open(&self.stick).map_err(crate::courier::road::RoadError::from)?)
            }
            RoadName::Relay => {
                let (key, roster) = (&vault.profile().transport, Arc::clone(&self.roster));
                Box::new(RelayClient::new(&self.address, key, roster, Persistence::once())?)
            }
        })
    }
}

fn founding(authorities: &[SigningKey; 2], founded: Timestamp) -> Result<Realm, ExerciseFailure> {
    let callsigns: Result<Vec<Callsign>, _> =
        ["AUTHORITY-DEFENCE", "AUTHORITY-POLICE"].into_iter().map(str::parse).collect();
    let callsigns = callsigns.map_err(|_| ExerciseFailure::Stage("a callsign"))?;
    let named = callsigns.into_iter().zip(authorities.iter().map(SigningKey::verifying_key)).collect();
    let founding = Founding {
        name: Line::new(NAME).map_err(|_| ExerciseFailure::Stage("a name"))?,
        exercise: true,
        authorities: named,
        relay_address: None,
    };
    Ok(found(founding, founded)?)
}

fn signed_roster(
    realm: &Realm,
    [defence, police]: &[SigningKey; 2],
    keys: &RelayKeys,
    vaults: &[Vault],
    founded: Timestamp,
) -> Result<Roster, ExerciseFailure> {
    let callsign = "RELAY".parse().map_err(|_| ExerciseFailure::Stage("a callsign"))?;
    let mut changes =
        vec![Change::Admit(relay_member(callsign, keys.signing.verifying_key(), keys.transport.public()))];
    for vault in vaults {
        let asked = request(vault.profile(), founded)?;
        changes.push(Change::Admit(read_request(asked.bytes(), realm)?));
    }
    let proposal = propose(None, changes, realm, defence, founded)?;
    let signed = co_sign(proposal.bytes(), realm, police)?;
    Ok(signed.into_roster(realm).map_err(DeskError::from)?)
}

fn start_relay(
    dir: &Path,
    keys: &RelayKeys,
    roster: &Roster,
    clock: Clock,
) -> Result<RunningRelay, ExerciseFailure> {
    let home = dir.join("relay");
    fs::create_dir_all(&home)?;
    let config = RelayConfig::on_this_machine(&home, dir.join("realm.json"));
    keys.store(&config.keys).map_err(|_| ExerciseFailure::Stage("the relay's keys"))?;
    fs::write(&config.roster, roster.bytes())?;
    Ok(RunningRelay::start(&config, clock, Arc::new(|_| {}))?)
}
