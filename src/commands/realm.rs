//! Founding a realm.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::{Session, new_passphrase, work_factor};
use crate::courier::folder::ROSTER_FILE;
use crate::crypto::hybrid::Identity;
use crate::crypto::signing::SigningKey;
use crate::crypto::transport::TransportKey;
use crate::desks::enrolment::authority::{Founding, found};
use crate::domain::people::{Callsign, Role};
use crate::domain::text::Line;
use crate::relay::config::listening_at;
use crate::relay::keys::RelayKeys;
use crate::vault::profile::NewProfile;
use crate::vault::unlock::Vault;

/// The name of the realm file.
pub const REALM_FILE: &str = "realm.json";

/// Found a realm.
#[derive(Debug, Subcommand)]
pub enum RealmCommand {
    /// Make two authorities, the relay's keys and configuration, and the realm file everybody needs.
    Create(Create),
}

/// What a realm is founded with.
#[derive(Debug, Args)]
pub struct Create {
    /// Folder to make it in; must not exist or be empty.
    #[arg(long)]
    dir: PathBuf,
    /// What people call it.
    #[arg(long)]
    name: String,
    /// Everything in it is an exercise, for ever.
    #[arg(long)]
    exercise: bool,
    /// Host and port at which the relay will be reached. It listens on that port; for a host name, on every address
    /// of its machine.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:7443")]
    relay_address: String,
    /// Passphrase file of the second authority; the first one's is --passphrase-file.
    #[arg(long, value_name = "FILE")]
    second_passphrase_file: Option<PathBuf>,
}

impl RealmCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let Self::Create(create) = self;
        create.run(session)
    }
}

impl Create {
    fn run(self, session: &Session) -> Result<(), Failure> {
        let name =
            Line::cleaned(&self.name).map_err(|wrong| Failure::usage(format!("the name is {wrong}")))?;
        let address = Line::cleaned(&self.relay_address)
            .map_err(|wrong| Failure::usage(format!("the address is {wrong}")))?;
        let configuration = relay_configuration(address.as_str())?;
        fs::create_dir_all(&self.dir)?;
        if fs::read_dir(&self.dir)?.next().is_some() {
            return Err(Failure::failed(
                "this folder is not empty; nothing was made: name a new one with --dir",
            ));
        }
        let passphrases = [
            session.new_passphrase("the Defence authority")?,
            new_passphrase(self.second_passphrase_file.as_deref(), "the police authority")?,
        ];
        let keys = [SigningKey::generate(), SigningKey::generate()];
        let [defence, police] = keys.map(|key| key.map_err(|dice| Failure::failed(dice.to_string())));
        let keys = [defence?, police?];
        let callsigns = ["AUTHORITY-DEFENCE", "AUTHORITY-POLICE"];
        let named: Result<Vec<(Callsign, _)>, _> = (callsigns.iter().zip(&keys))
            .map(|(callsign, key)| callsign.parse().map(|callsign| (callsign, key.verifying_key())))
            .collect();
        let founding = Founding {
            name,
            exercise: self.exercise,
            authorities: named
                .map_err(|wrong: crate::domain::people::InvalidName| Failure::failed(wrong.to_string()))?,
            relay_address: Some(address),
        };
        let realm = found(founding, now())?;
        let file = realm.write().map_err(|wrong| Failure::failed(wrong.to_string()))?;
        fs::write(self.dir.join(REALM_FILE), &file)?;
        let folders = ["authority-defence", "authority-police"];
        for (((folder, callsign), signing), passphrase) in
            folders.iter().zip(callsigns).zip(keys).zip(&passphrases)
        {
            let failed = |dice: crate::crypto::dice::DiceError| Failure::failed(dice.to_string());
            let new = NewProfile {
                role: Role::Authority,
                callsign: callsign.parse().map_err(|_| Failure::failed("the authority has no callsign"))?,
                contingent: None,
                realm: realm.clone(),
                signing,
                identity: Identity::generate().map_err(failed)?,
                transport: TransportKey::generate().map_err(failed)?,
            };
            Vault::create(&self.dir.join(folder), passphrase, work_factor(), new, now())?;
        }
        let relay = self.dir.join("relay");
        fs::create_dir_all(&relay)?;
        let keys = RelayKeys::generate().map_err(|dice| Failure::failed(dice.to_string()))?;
        keys.store(&relay.join("relay.keys")).map_err(|wrong| Failure::failed(wrong.to_string()))?;
        // The folder of the relay is carried to its machine alone, so it holds everything but the roster.
        fs::write(relay.join(REALM_FILE), &file)?;
        fs::write(relay.join("relay.json"), configuration)?;
        let words = format!(
            "Realm \"{}\" founded in {}.\n  \
             {REALM_FILE}         public; every member gets a copy\n  \
             authority-defence  for the key holder at Defence, who takes this folder away\n  \
             authority-police   for the key holder at the police, who takes this folder away\n  \
             relay              for the operations centre; the roster goes into it as {ROSTER_FILE}\n\
             Its id is {}; who gets {REALM_FILE} compares it over another road.\n\
             Next: members ask with \"vigilia member request\", both authorities approve with \"vigilia member approve\".",
            realm.name().as_str(),
            self.dir.display(),
            realm.id()
        );
        let told = json!({
            "realm": realm.id().to_string(),
            "exercise": realm.is_exercise(),
            "dir": self.dir,
            "relay_signing_key": keys.signing.verifying_key().to_bytes().map(|byte| format!("{byte:02x}")).concat(),
        });
        session.output().result(&words, &told);
        Ok(())
    }
}

/// The relay's configuration beside its key; paths are relative to it.
fn relay_configuration(address: &str) -> Result<String, Failure> {
    let listen = listening_at(address).ok_or_else(|| {
        Failure::usage("--relay-address: a host and a port, as in relay.example.org:7443; nothing was made")
    })?;
    let configuration = json!({
        "listen": listen,
        "realm": REALM_FILE,
        "roster": ROSTER_FILE,
        "data": "shelf",
        "keys": "relay.keys",
    });
    Ok(serde_json::to_string_pretty(&configuration)? + "\n")
}
