//! What the duty officer's file says: where to listen, what to keep where, how patient to be.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use crate::relay::unfinished::Quota;

/// Largest configuration file that is read, in bytes.
const LIMIT: u64 = 64 << 10;

/// The relay's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelayConfig {
    /// Where to listen; port 0 takes any free port.
    pub listen: SocketAddr,
    /// The realm file.
    pub realm: PathBuf,
    /// The roster in force. Replacing this file is how a new roster arrives.
    pub roster: PathBuf,
    /// The folder for what the relay keeps; made if it is not there.
    pub data: PathBuf,
    /// The relay's secret keys, readable by nobody else.
    pub keys: PathBuf,
    /// How much, how many, how long.
    #[serde(default)]
    pub limits: Limits,
}

/// How much, how many, how long. Patience is with progress, never with total time: the poor road is slow by nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Members connected at a time.
    pub connections: usize,
    /// Strangers in the middle of a handshake at a time.
    pub handshakes: usize,
    /// Seconds a handshake may take. At 2.4 kbit/s it takes twenty.
    pub handshake_seconds: u64,
    /// Seconds a connection may say nothing between requests, or take to say what it wants.
    pub idle_seconds: u64,
    /// Seconds in which an upload must bring `least_bytes`, and a download must take something.
    pub patience_seconds: u64,
    /// See `patience_seconds`.
    pub least_bytes: u64,
    /// Hours one upload may take in all in one request; it goes on with the next, when it is asked again who brings it.
    pub request_hours: u64,
    /// Uploads that a member may have begun and not finished; the one he left longest makes room for another.
    pub unfinished_each: usize,
    /// Days after its last byte at which an unfinished upload is forgotten.
    pub unfinished_days: u32,
    /// Seconds that running requests are given when the relay is told to stop.
    pub grace_seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            handshakes: 256,
            handshake_seconds: 60,
            idle_seconds: 120,
            patience_seconds: 60,
            least_bytes: 512,
            request_hours: 24,
            unfinished_each: 8,
            unfinished_days: 7,
            grace_seconds: 30,
        }
    }
}

impl Limits {
    /// How long a handshake may take.
    pub fn handshake(&self) -> Duration {
        Duration::from_secs(self.handshake_seconds)
    }

    /// How long a connection may be silent between requests.
    pub fn idle(&self) -> Duration {
        Duration::from_secs(self.idle_seconds)
    }

    /// How long a request may go without progress.
    pub fn patience(&self) -> Duration {
        Duration::from_secs(self.patience_seconds)
    }

    /// How long one request may last.
    pub fn longest_request(&self) -> Duration {
        Duration::from_secs(self.request_hours.min(24 * 366) * 3_600)
    }

    /// How many uploads may lie unfinished, and how long.
    pub fn unfinished(&self) -> Quota {
        Quota { each: self.unfinished_each, seconds: i64::from(self.unfinished_days) * 86_400 }
    }

    /// How long running requests have when the relay stops.
    pub fn grace(&self) -> Duration {
        Duration::from_secs(self.grace_seconds)
    }
}

/// Why the configuration cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the configuration {} cannot be used: {why}; the relay was not started", file.display())]
pub struct ConfigError {
    file: PathBuf,
    why: String,
}

impl RelayConfig {
    /// A relay for this machine alone, on any free port, that keeps everything in `home`.
    pub fn on_this_machine(home: &Path, realm: PathBuf) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            realm,
            roster: home.join("roster.vigilia-roster"),
            data: home.join("shelf"),
            keys: home.join("relay.keys"),
            limits: Limits::default(),
        }
    }

    /// Reads the file. Paths in it that are not absolute start from the folder it lies in.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        let failed = |why: String| ConfigError { file: file.to_owned(), why };
        let size = fs::metadata(file).map_err(|error| failed(error.to_string()))?.len();
        if size > LIMIT {
            return Err(failed("it is too large to be a configuration".to_owned()));
        }
        let bytes = fs::read(file).map_err(|error| failed(error.to_string()))?;
        let mut config: Self = serde_json::from_slice(&bytes).map_err(|error| failed(error.to_string()))?;
        let Limits {
            connections,
            handshakes,
            handshake_seconds,
            idle_seconds,
            patience_seconds,
            request_hours,
            unfinished_each,
            ..
        } = config.limits;
        let needed = [handshake_seconds, idle_seconds, patience_seconds, request_hours];
        if [connections, handshakes, unfinished_each].contains(&0) || needed.contains(&0) {
            return Err(failed("with a limit of 0 nobody could ever connect".to_owned()));
        }
        let folder = file.parent().unwrap_or(Path::new(""));
        for path in [&mut config.realm, &mut config.roster, &mut config.data, &mut config.keys] {
            *path = folder.join(&path);
        }
        Ok(config)
    }
}

/// Where a relay that is reached at this host and port listens; `None` if the text is not a host and a port. What a
/// host name stands for is known on the relay's own network alone, so for a name it listens on every address.
pub fn listening_at(address: &str) -> Option<SocketAddr> {
    if let Ok(known) = address.parse() {
        return Some(known);
    }
    let (host, port) = address.rsplit_once(':')?;
    let is_name = !host.is_empty() && !host.contains([':', '/', ' ']);
    is_name.then(|| port.parse().ok()).flatten().map(|port| SocketAddr::from((Ipv4Addr::UNSPECIFIED, port)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<(PathBuf, RelayConfig), ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("relay.json");
        fs::write(&file, json).unwrap();
        RelayConfig::read(&file).map(|config| (folder.path().to_owned(), config))
    }

    const GOOD: &str = r#"{ "listen": "127.0.0.1:7443", "realm": "realm.json", "roster": "in/roster.vigilia-roster",
        "data": "/var/lib/vigilia", "keys": "relay.keys", "limits": { "connections": 7 } }"#;

    #[test]
    fn paths_start_from_the_folder_of_the_file_unless_they_are_absolute() {
        let (folder, config) = read(GOOD).unwrap();
        assert_eq!(config.realm, folder.join("realm.json"));
        assert_eq!(config.roster, folder.join("in/roster.vigilia-roster"));
        assert_eq!(config.data, Path::new("/var/lib/vigilia"));
        assert_eq!(config.limits, Limits { connections: 7, ..Limits::default() });
    }

    #[test]
    fn a_relay_listens_at_its_address_and_for_a_name_at_every_one() {
        let listens = |address| listening_at(address).map(|at| at.to_string());
        assert_eq!(listens("127.0.0.1:7443").as_deref(), Some("127.0.0.1:7443"));
        assert_eq!(listens("[::1]:7443").as_deref(), Some("[::1]:7443"));
        assert_eq!(listens("relay.example.org:443").as_deref(), Some("0.0.0.0:443"));
        for wrong in ["relay.example.org", ":7443", "relay:x", "https://relay:7443", "fe80::1:70000", ""] {
            assert_eq!(listens(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_word_the_program_does_not_know_stops_it() {
        let told = read(&GOOD.replace("connections", "conections")).unwrap_err().to_string();
        assert!(told.contains("conections") && told.contains("not started"), "{told}");
        assert!(read(&GOOD.replace("\"keys\": \"relay.keys\",", "")).is_err());
        assert!(read("").is_err());
        assert!(read(&GOOD.replace("\"connections\": 7", "\"idle_seconds\": 0")).is_err());
    }
}
