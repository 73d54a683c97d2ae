//! What the cell tells everybody of some contingents.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::bulletin::{Beside, Bulletin, BulletinKind, Edition, Title};
use crate::domain::ids::Digest;
use crate::domain::observation::Language;
use crate::domain::people::Contingent;
use crate::domain::text::Narrative;
use crate::domain::time::Timestamp;
use crate::wire::kind::Kind;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::{Payload, StatementError};

/// A bulletin. It is known by the digest of its statement, and to people by its number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Bulletin")]
pub struct BulletinV1 {
    /// Its number among those of the desk that signs it, from 1.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// What it is.
    pub kind: Code<BulletinKind>,
    /// The same words in several languages, each once.
    #[schemars(length(min = 1, max = 4))]
    pub editions: Vec<EditionV1>,
    /// Whom it concerns, each once; none means every contingent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 64))]
    pub contingents: Vec<Plain<Contingent>>,
    /// When it was issued, UTC, by the cell's clock.
    pub issued: Plain<Timestamp>,
    /// Until when it is in force, UTC; after `issued`, and at most 400 days after.
    pub until: Plain<Timestamp>,
    /// SHA-256 of the statement of the bulletin it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub supersedes: Option<Plain<Digest>>,
    /// The same desk's other bulletins that are in force for everybody this one concerns, by rising number, all below
    /// its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 64))]
    pub in_force: Vec<BesideV1>,
}

/// Another bulletin of the same desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BesideV1 {
    /// Its number.
    #[schemars(range(min = 1))]
    pub number: u32,
    /// Until when it is in force, UTC.
    pub until: Plain<Timestamp>,
}

/// A bulletin in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EditionV1 {
    /// In which.
    pub language: Code<Language>,
    /// What it is called: one line.
    pub title: Plain<Title>,
    /// Its words, an empty line between paragraphs.
    pub text: Plain<Narrative>,
}

impl Payload for BulletinV1 {
    const KIND: Kind = Kind::Bulletin;
    fn at(&self) -> Timestamp {
        self.issued.0
    }
    fn check(&self) -> Result<(), StatementError> {
        Bulletin::try_from(self).map(|_| ())
    }
}

impl From<&Bulletin> for BulletinV1 {
    fn from(told: &Bulletin) -> Self {
        let edition = |edition: &Edition| EditionV1 {
            language: Code(edition.language),
            title: Plain(edition.title.clone()),
            text: Plain(edition.text.clone()),
        };
        let beside = |other: &Beside| BesideV1 { number: other.number, until: Plain(other.until) };
        Self {
            number: told.number,
            kind: Code(told.kind),
            editions: told.editions.iter().map(edition).collect(),
            contingents: told.contingents.iter().cloned().map(Plain).collect(),
            issued: Plain(told.issued),
            until: Plain(told.until),
            supersedes: told.supersedes.map(Plain),
            in_force: told.in_force.iter().map(beside).collect(),
        }
    }
}

impl TryFrom<&BulletinV1> for Bulletin {
    type Error = StatementError;
    fn try_from(said: &BulletinV1) -> Result<Self, StatementError> {
        let edition = |edition: &EditionV1| Edition {
            language: edition.language.0,
            title: edition.title.0.clone(),
            text: edition.text.0.clone(),
        };
        let beside = |other: &BesideV1| Beside { number: other.number, until: other.until.0 };
        let told = Self {
            number: said.number,
            kind: said.kind.0,
            editions: said.editions.iter().map(edition).collect(),
            contingents: said.contingents.iter().map(|contingent| contingent.0.clone()).collect(),
            issued: said.issued.0,
            until: said.until.0,
            supersedes: said.supersedes.as_ref().map(|digest| digest.0),
            in_force: said.in_force.iter().map(beside).collect(),
        };
        told.checked().map_err(|_| StatementError::BadPayload)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bulletin::MOST_NAMED;
    use crate::domain::code::Coded;
    use crate::wire::cast::{CELL, COMMANDER, at, key, noon, realm, roster};
    use crate::wire::statement::{SignerError, UnverifiedStatement, digest_of, sign};

    /// As much as fits.
    fn longest() -> Bulletin {
        let edition = |language: &Language| Edition {
            language: *language,
            title: Title::new(&"é".repeat(80)).unwrap(),
            text: Narrative::new(&"\u{1f40e}".repeat(8_000)).unwrap(),
        };
        Bulletin {
            number: 65,
            kind: BulletinKind::Briefing,
            editions: Language::ALL.iter().map(edition).collect(),
            contingents: (0..MOST_NAMED).map(|one| format!("KFOR{one}").parse().unwrap()).collect(),
            issued: noon(),
            until: at("2027-12-01T00:00:00Z"),
            supersedes: Some(digest_of(b"an older one")),
            in_force: (1..=64).map(|number| Beside { number, until: noon() }).collect(),
        }
    }

    #[test]
    fn the_longest_bulletin_is_signed_and_arrives_as_it_left() {
        let told = longest();
        let signed = sign(BulletinV1::from(&told), &key(CELL), realm().id()).unwrap();
        let arrived = UnverifiedStatement::parse(signed.statement.bytes()).unwrap();
        let verified = roster().verify::<BulletinV1>(arrived).unwrap();
        assert_eq!(Bulletin::try_from(&verified.payload), Ok(told));
    }

    #[test]
    fn only_the_cell_tells_and_nothing_that_does_not_agree_is_signed() {
        let by_a_commander = sign(BulletinV1::from(&longest()), &key(COMMANDER), realm().id()).unwrap();
        let arrived = UnverifiedStatement::parse(by_a_commander.statement.bytes()).unwrap();
        assert_eq!(roster().verify::<BulletinV1>(arrived).err(), Some(SignerError::WrongRole.into()));
        let mut endless = longest();
        endless.until = at("2030-01-01T00:00:00Z");
        let refused = sign(BulletinV1::from(&endless), &key(CELL), realm().id());
        assert_eq!(refused.err(), Some(StatementError::BadPayload));
    }
}
