//! A whole report in JSON, filed or still being written, in the shape of the report's schema.

use serde_json::{Map, Value};

use crate::commands::failure::Failure;
use crate::domain::draft::Draft;
use crate::domain::observation::LocalAuthority;
use crate::wire::entity::{EntityV1, LinkV1};
use crate::wire::observation::{AggravatorsV1, AttachmentV1, CountsV1, IndicatorV1, LocalAuthorityV1};
use crate::wire::place::{PeriodV1, PlaceV1};
use crate::wire::spelling::{Code, Plain, codes};

/// Everything a draft holds; what it does not hold is left out. A filed report is told by the draft that would correct it.
pub fn parts(draft: &Draft) -> Result<Value, Failure> {
    let mut said = Parts(Map::new());
    said.put("observed", draft.observed.as_ref().map(PeriodV1::from))?;
    said.put("place", draft.place.as_ref().map(PlaceV1::from))?;
    said.put("duty", draft.duty.map(Code))?;
    said.put("phase", draft.phase.map(Code))?;
    said.put("suspected", draft.suspected.map(Code))?;
    said.put("forms", filled(codes(&draft.forms)))?;
    said.put("counts", (draft.counts.total() > 0).then(|| CountsV1::from(&draft.counts)))?;
    said.put("indicators", filled(draft.indicators.iter().map(IndicatorV1::from).collect()))?;
    said.put("just_odd", draft.just_odd.then_some(true))?;
    said.put("entities", filled(draft.entities.iter().map(EntityV1::from).collect()))?;
    said.put("links", filled(draft.links.iter().map(LinkV1::from).collect()))?;
    said.put("facts", draft.facts.clone().map(Plain))?;
    said.put("assessment", draft.assessment.clone().map(Plain))?;
    let graver = AggravatorsV1::from(&draft.aggravators);
    said.put("aggravators", (graver != AggravatorsV1::default()).then_some(graver))?;
    let local = &draft.local_authority;
    said.put(
        "local_authority",
        (*local != LocalAuthority::default()).then(|| LocalAuthorityV1::from(local)),
    )?;
    said.put("scene_and_objects", draft.scene_and_objects.clone().map(Plain))?;
    said.put("attachments", filled(draft.attachments.iter().map(AttachmentV1::from).collect()))?;
    said.put("precedence", draft.precedence.map(Code))?;
    said.put("language", Some(Code(draft.language)))?;
    Ok(Value::Object(said.0))
}

struct Parts(Map<String, Value>);

impl Parts {
    fn put<T: serde::Serialize>(&mut self, name: &str, value: Option<T>) -> Result<(), Failure> {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), serde_json::to_value(value)?);
        }
        Ok(())
    }
}

fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
