//! Drafts, saved field by field.
//!
//! A field is one row, written as soon as it is left. What kills the program costs at most the field being typed.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::code::Coded;
use crate::domain::custody::Operation;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Language;
use crate::domain::time::Timestamp;
use crate::vault::attachments::{named_by, release, store};
use crate::vault::custody::{Act, log};
use crate::vault::error::VaultError;
use crate::vault::rows::{Columns, all, first, run};
use crate::vault::unlock::Vault;
use crate::wire::entity::{EntityV1, LinkV1};
use crate::wire::observation::{AggravatorsV1, AttachmentV1, CountsV1, IndicatorV1, LocalAuthorityV1};
use crate::wire::place::{PeriodV1, PlaceV1};
use crate::wire::spelling::{Code, Plain, codes, uncoded};

impl Vault {
    /// Begins a draft.
    pub fn begin_draft(&mut self, draft: &Draft, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, _| {
            run(
                connection,
                "INSERT INTO draft (id, begun, supersedes) VALUES (?, ?, ?)",
                &[
                    &draft.id.to_string(),
                    &draft.begun.to_string(),
                    &draft.supersedes.map(|old| old.to_string()),
                ],
            )?;
            DraftField::ALL.iter().try_for_each(|field| save(connection, draft, *field, now))
        })
    }

    /// Saves one field of a draft, durably. An empty field takes no row. Bytes of attachments that are no longer named go
    /// in the same step.
    pub fn save_draft_field(
        &mut self,
        draft: &Draft,
        field: DraftField,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            if field != DraftField::Attachments {
                return save(connection, draft, field, now);
            }
            let before = named_by(connection, draft.id)?;
            save(connection, draft, field, now)?;
            release(connection, profile.me, &before, now)
        })
    }

    /// Stores the bytes of new attachments and the draft's list that names them, together. Each digest was taken before
    /// anything else touched the bytes.
    pub fn attach_to_draft(
        &mut self,
        draft: &Draft,
        files: &[(Digest, &[u8])],
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            for (digest, bytes) in files {
                store(connection, *digest, bytes, now)?;
                let act = Act::on(Operation::Collection, *digest).because("attachment");
                log(connection, profile.me, &act, now)?;
            }
            save(connection, draft, DraftField::Attachments, now)
        })
    }

    /// A draft with every field saved so far.
    pub fn draft(&self, id: ReportId) -> Result<Draft, VaultError> {
        let sql = "SELECT begun, supersedes FROM draft WHERE id = ?";
        let head = first(&self.connection, sql, &[&id.to_string()], |row| {
            Ok((row.time("begun")?, row.text_or_none("supersedes")?))
        })?;
        let (begun, supersedes) = head.ok_or(VaultError::NotFound("draft"))?;
        let mut draft = Draft { supersedes, ..Draft::begin(id, begun, Language::English) };
        let sql = "SELECT field, value FROM draft_field WHERE draft = ?";
        let fields = all(&self.connection, sql, &[&id.to_string()], |row| {
            Ok((row.code::<DraftField>("field")?, row.get::<_, String>("value")?))
        })?;
        for (field, value) in fields {
            // A field that does not read back stops here: a draft shown without it would be saved without it.
            restore(&mut draft, field, &value)?;
        }
        Ok(draft)
    }

    /// Every draft, the one begun last first, with when it was last saved.
    pub fn drafts(&self) -> Result<Vec<(Draft, Timestamp)>, VaultError> {
        let sql = "SELECT id, coalesce((SELECT max(saved) FROM draft_field WHERE draft = id), begun) AS saved
                     FROM draft ORDER BY begun DESC, id DESC";
        let known =
            all(&self.connection, sql, &[], |row| Ok((row.text::<ReportId>("id")?, row.time("saved")?)))?;
        known.into_iter().map(|(id, saved)| Ok((self.draft(id)?, saved))).collect()
    }

    /// Throws a draft away, and the bytes of what only it had attached. A filed report cannot be thrown away.
    pub fn discard_draft(&mut self, id: ReportId, now: Timestamp) -> Result<(), VaultError> {
        self.together(|connection, profile| {
            let attached = named_by(connection, id)?;
            if run(connection, "DELETE FROM draft WHERE id = ?", &[&id.to_string()])? == 0 {
                return Err(VaultError::NotFound("draft"));
            }
            let act =
                Act { operation: Operation::Erasure, object: None, purpose: Some("draft"), recipient: None };
            log(connection, profile.me, &act, now)?;
            release(connection, profile.me, &attached, now)
        })
    }
}

/// Saves one field, in the transaction of what goes with it.
pub(crate) fn save(
    connection: &rusqlite::Connection,
    draft: &Draft,
    field: DraftField,
    now: Timestamp,
) -> Result<(), VaultError> {
    let (id, code) = (draft.id.to_string(), field.code());
    match written(draft, field)? {
        Some(value) => run(
            connection,
            "INSERT INTO draft_field (draft, field, value, saved) VALUES (?, ?, ?, ?)
             ON CONFLICT (draft, field) DO UPDATE SET value = excluded.value, saved = excluded.saved",
            &[&id, &code, &value, &now.to_string()],
        )?,
        None => run(connection, "DELETE FROM draft_field WHERE draft = ? AND field = ?", &[&id, &code])?,
    };
    Ok(())
}

/// The JSON of a field, or nothing for an empty one. Fields are written in the shapes of the report they will become.
fn written(draft: &Draft, field: DraftField) -> Result<Option<String>, VaultError> {
    match field {
        DraftField::Observed => json(draft.observed.as_ref().map(PeriodV1::from)),
        DraftField::Place => json(draft.place.as_ref().map(PlaceV1::from)),
        DraftField::Duty => json(draft.duty.map(Code)),
        DraftField::Phase => json(draft.phase.map(Code)),
        DraftField::Suspected => json(draft.suspected.map(Code)),
        DraftField::Forms => json(filled(codes(&draft.forms))),
        DraftField::Counts => json((draft.counts.total() > 0).then(|| CountsV1::from(&draft.counts))),
        DraftField::Indicators => json(filled(draft.indicators.iter().map(IndicatorV1::from).collect())),
        DraftField::JustOdd => json(draft.just_odd.then_some(true)),
        DraftField::Entities => json(filled(draft.entities.iter().map(EntityV1::from).collect())),
        DraftField::Links => json(filled(draft.links.iter().map(LinkV1::from).collect())),
        DraftField::Facts => json(draft.facts.clone().map(Plain)),
        DraftField::Assessment => json(draft.assessment.clone().map(Plain)),
        DraftField::Aggravators => json(Some(AggravatorsV1::from(&draft.aggravators))),
        DraftField::LocalAuthority => json(Some(LocalAuthorityV1::from(&draft.local_authority))),
        DraftField::SceneAndObjects => json(draft.scene_and_objects.clone().map(Plain)),
        DraftField::Attachments => json(filled(draft.attachments.iter().map(AttachmentV1::from).collect())),
        DraftField::Precedence => json(draft.precedence.map(Code)),
        DraftField::Language => json(Some(Code(draft.language))),
    }
}

fn restore(draft: &mut Draft, field: DraftField, value: &str) -> Result<(), VaultError> {
    match field {
        DraftField::Observed => draft.observed = Some(read::<PeriodV1>(value)?.try_into()?),
        DraftField::Place => draft.place = Some(read::<PlaceV1>(value)?.try_into()?),
        DraftField::Duty => draft.duty = Some(read::<Code<_>>(value)?.0),
        DraftField::Phase => draft.phase = Some(read::<Code<_>>(value)?.0),
        DraftField::Suspected => draft.suspected = Some(read::<Code<_>>(value)?.0),
        DraftField::Forms => draft.forms = uncoded(&read::<Vec<Code<_>>>(value)?),
        DraftField::Counts => draft.counts = read::<CountsV1>(value)?.into(),
        DraftField::Indicators => draft.indicators = list::<IndicatorV1, _>(value)?,
        DraftField::JustOdd => draft.just_odd = read(value)?,
        DraftField::Entities => draft.entities = list::<EntityV1, _>(value)?,
        DraftField::Links => draft.links = list::<LinkV1, _>(value)?,
        DraftField::Facts => draft.facts = Some(read::<Plain<_>>(value)?.0),
        DraftField::Assessment => draft.assessment = Some(read::<Plain<_>>(value)?.0),
        DraftField::Aggravators => draft.aggravators = read::<AggravatorsV1>(value)?.into(),
        DraftField::LocalAuthority => draft.local_authority = read::<LocalAuthorityV1>(value)?.into(),
        DraftField::SceneAndObjects => draft.scene_and_objects = Some(read::<Plain<_>>(value)?.0),
        DraftField::Attachments => draft.attachments = list::<AttachmentV1, _>(value)?,
        DraftField::Precedence => draft.precedence = Some(read::<Code<_>>(value)?.0),
        DraftField::Language => draft.language = read::<Code<_>>(value)?.0,
    }
    Ok(())
}

fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn json<T: Serialize>(value: Option<T>) -> Result<Option<String>, VaultError> {
    value.map(|value| serde_json::to_string(&value).map_err(|_| VaultError::Unreadable)).transpose()
}

fn read<T: DeserializeOwned>(value: &str) -> Result<T, VaultError> {
    serde_json::from_str(value).map_err(|_| VaultError::Unreadable)
}

fn list<W: DeserializeOwned, T: From<W>>(value: &str) -> Result<Vec<T>, VaultError> {
    Ok(read::<Vec<W>>(value)?.into_iter().map(T::from).collect())
}
