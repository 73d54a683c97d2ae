//! The realm file: the trust anchor every member carries.
//!
//! A realm's id is the digest of its charter, and every signature is bound to that id. So nobody can swap an authority,
//! lower the threshold or turn an exercise into the live realm and keep a single signature valid.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::crypto::digest::sha256;
use crate::crypto::signing::VerifyingKey;
use crate::domain::ids::RealmId;
use crate::domain::people::Callsign;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::wire::spelling::Plain;

/// Largest realm file that is read, in bytes.
pub const LIMIT: usize = 64 << 10;

/// What a realm is and who may sign its roster. Never changed: another charter is another realm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// What people call the realm.
    pub name: Plain<Line>,
    /// Whether everything in it is an exercise.
    pub exercise: bool,
    /// When it was founded.
    pub founded: Plain<Timestamp>,
    /// How many authorities must sign a roster; at least two.
    pub threshold: u8,
    /// Who may sign a roster.
    pub authorities: Vec<Authority>,
}

/// A key holder who signs the roster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// What others call the authority.
    pub callsign: Plain<Callsign>,
    /// Its public Ed25519 key (RFC 8032), 32 bytes, hexadecimal.
    pub signing_key: Plain<VerifyingKey>,
}

/// The realm file as it is stored and handed out: public, and needed to open a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RealmFile {
    /// Always `vigilia-realm-1`.
    format: String,
    /// What the realm is.
    charter: Charter,
    /// Host and port of the relay; its key stands on the roster, so a wrong address can do no more than fail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relay_address: Option<Plain<Line>>,
}

const FORMAT: &str = "vigilia-realm-1";

/// A realm as read from its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Realm {
    id: RealmId,
    charter: Charter,
    /// Host and port of the relay, if there is one.
    pub relay_address: Option<Line>,
}

/// Why a file is not a usable realm file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RealmError {
    /// Not a realm file of this version.
    #[error("this is not a realm file of this version; ask whoever founded the realm for realm.json")]
    Malformed,
    /// Fewer than two authorities, or a threshold that one of them could meet alone.
    #[error("a realm needs at least two different authorities and a threshold of at least two")]
    TooFewAuthorities,
}

impl Realm {
    /// Founds a realm.
    pub fn found(charter: Charter, relay_address: Option<Line>) -> Result<Self, RealmError> {
        let mut keys: Vec<_> = charter.authorities.iter().map(|authority| authority.signing_key.0).collect();
        keys.sort_unstable();
        keys.dedup();
        let threshold = usize::from(charter.threshold);
        if threshold < 2 || keys.len() < threshold || keys.len() != charter.authorities.len() {
            return Err(RealmError::TooFewAuthorities);
        }
        // The struct fixes the order of the fields, so one charter has one JSON and one digest.
        let json = serde_json::to_vec(&charter).map_err(|_| RealmError::Malformed)?;
        let digest = sha256(&[b"vigilia realm 1\n".as_slice(), &json].concat());
        let id = digest.first_chunk().copied().map(RealmId::from_bytes).ok_or(RealmError::Malformed)?;
        Ok(Self { id, charter, relay_address })
    }

    /// Reads a realm file.
    pub fn read(file: &[u8]) -> Result<Self, RealmError> {
        if file.len() > LIMIT {
            return Err(RealmError::Malformed);
        }
        let file: RealmFile = serde_json::from_slice(file).map_err(|_| RealmError::Malformed)?;
        if file.format != FORMAT {
            return Err(RealmError::Malformed);
        }
        Self::found(file.charter, file.relay_address.map(|address| address.0))
    }

    /// The realm file.
    pub fn write(&self) -> Result<Vec<u8>, RealmError> {
        let file = RealmFile {
            format: FORMAT.to_owned(),
            charter: self.charter.clone(),
            relay_address: self.relay_address.clone().map(Plain),
        };
        let mut json = serde_json::to_vec_pretty(&file).map_err(|_| RealmError::Malformed)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Which realm.
    pub fn id(&self) -> RealmId {
        self.id
    }

    /// What people call it.
    pub fn name(&self) -> &Line {
        &self.charter.name.0
    }

    /// Whether everything in it is an exercise.
    pub fn is_exercise(&self) -> bool {
        self.charter.exercise
    }

    /// How many authorities must sign a roster.
    pub fn threshold(&self) -> usize {
        usize::from(self.charter.threshold)
    }

    /// Who may sign a roster.
    pub fn authorities(&self) -> &[Authority] {
        &self.charter.authorities
    }
}
