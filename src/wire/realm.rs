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
use crate::wire::envelope::MOST_SIGNATURES;
use crate::wire::spelling::{Plain, present};

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
    #[schemars(range(min = 2, max = 32))]
    pub threshold: u8,
    /// Who may sign a roster; 2 to 32 different keys.
    #[schemars(length(min = 2, max = 32))]
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
#[schemars(title = "Realm file")]
pub(crate) struct RealmFile {
    /// Always `vigilia-realm-1`.
    #[schemars(extend("const" = FORMAT))]
    format: String,
    /// What the realm is.
    charter: Charter,
    /// Host and port of the relay; its key stands on the roster, so a wrong address can do no more than fail.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
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
    /// More authorities than a roster has room for signatures.
    #[error("a realm has at most {MOST_SIGNATURES} authorities")]
    TooManyAuthorities,
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
        if keys.len() > MOST_SIGNATURES {
            return Err(RealmError::TooManyAuthorities);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{at, charter, key, line};

    fn authority(of: u8) -> Authority {
        Authority {
            callsign: Plain(format!("AUTH-{of}").parse().unwrap()),
            signing_key: Plain(key(of).verifying_key()),
        }
    }

    fn found(threshold: u8, authorities: &[u8]) -> Result<Realm, RealmError> {
        let authorities = authorities.iter().map(|of| authority(*of)).collect();
        Realm::found(Charter { threshold, authorities, ..charter() }, None)
    }

    #[test]
    fn a_realm_file_reads_back() {
        let realm = Realm::found(charter(), Some(line("relay.vigilia.example:4433"))).unwrap();
        assert_eq!(Realm::read(&realm.write().unwrap()).unwrap(), realm);
        let silent = Realm::found(charter(), None).unwrap();
        assert_eq!(Realm::read(&silent.write().unwrap()).unwrap(), silent);
    }

    #[test]
    fn another_charter_is_another_realm() {
        type Change = fn(&mut Charter);
        let changes: [(&str, Change); 7] = [
            ("name", |charter| charter.name = Plain(line("Exercise Grey Herons"))),
            ("exercise", |charter| charter.exercise = !charter.exercise),
            ("founded", |charter| charter.founded = Plain(at("2026-11-01T08:00:01Z"))),
            ("threshold", |charter| {
                charter.authorities.push(authority(8));
                charter.threshold = 3;
            }),
            ("one more authority", |charter| charter.authorities.push(authority(8))),
            ("another authority", |charter| charter.authorities[1] = authority(8)),
            ("a callsign", |charter| charter.authorities[0].callsign = Plain("OTHER".parse().unwrap())),
        ];
        let mut ids = vec![Realm::found(charter(), None).unwrap().id()];
        for (what, change) in changes {
            let mut charter = charter();
            change(&mut charter);
            let id = Realm::found(charter, None).unwrap().id();
            assert!(!ids.contains(&id), "{what}");
            ids.push(id);
        }
    }

    #[test]
    fn where_the_relay_is_does_not_make_another_realm() {
        let moved = Realm::found(charter(), Some(line("elsewhere.example:1"))).unwrap();
        assert_eq!(moved.id(), Realm::found(charter(), None).unwrap().id());
    }

    #[test]
    fn nobody_can_sign_a_roster_alone() {
        let too_few = Err(RealmError::TooFewAuthorities);
        assert_eq!(found(0, &[1, 2]), too_few);
        assert_eq!(found(1, &[1, 2]), too_few);
        assert_eq!(found(2, &[1]), too_few);
        assert_eq!(found(2, &[1, 1]), too_few);
        assert_eq!(found(2, &[1, 2, 2]), too_few);
        assert_eq!(found(3, &[1, 2]), too_few);
        assert!(found(2, &[1, 2, 8]).is_ok() && found(3, &[1, 2, 8]).is_ok());
    }

    #[test]
    fn a_realm_has_no_more_authorities_than_a_roster_has_room_for() {
        let many: Vec<u8> = (1..=33).collect();
        assert!(found(2, &many[..32]).is_ok());
        assert_eq!(found(2, &many), Err(RealmError::TooManyAuthorities));
    }

    #[test]
    fn what_is_not_a_realm_file_of_this_version_is_refused() {
        let good = String::from_utf8(Realm::found(charter(), None).unwrap().write().unwrap()).unwrap();
        for bad in [
            String::new(),
            "null".to_owned(),
            good.replace("vigilia-realm-1", "vigilia-realm-2"),
            good.replacen('{', "{ \"more\": 1,", 1),
            good.replacen('{', "{ \"format\": \"vigilia-realm-1\",", 1),
            good.replacen('{', "{ \"relay_address\": null,", 1),
            good.replace("Exercise Grey Heron", "Exercise \\u001b[2JGrey Heron"),
            good.replace("\"threshold\": 2", "\"threshold\": 2.0"),
            format!("{good}{}", " ".repeat(LIMIT)),
        ] {
            assert_eq!(Realm::read(bad.as_bytes()), Err(RealmError::Malformed), "{:.60}", bad);
        }
        let alone = good.replace("\"threshold\": 2", "\"threshold\": 1");
        assert_eq!(Realm::read(alone.as_bytes()), Err(RealmError::TooFewAuthorities));
    }
}
