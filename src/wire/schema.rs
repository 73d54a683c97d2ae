//! The contract as JSON Schema (2020-12), made from the very types that read and write.
//!
//! Each schema stands in `schemas/` under its name; a test compares the two. The examples in those files are statements
//! made by these types, so they are added where keys for making them are at hand: in the tests.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::batch::BatchV1;
use crate::wire::bulletin::BulletinV1;
use crate::wire::earlier_reports::EarlierReportsV1;
use crate::wire::label::LabelV1;
use crate::wire::membership::MembershipV1;
use crate::wire::realm::RealmFile;
use crate::wire::receipt::{CollectionV1, ReceiptV1};
use crate::wire::relay_api::{ProblemV1, WaitingV1};
use crate::wire::report::ReportV1;
use crate::wire::request::RequestV1;
use crate::wire::review::{ReturnV1, ReviewV1};
use crate::wire::revocation::RevocationV1;
use crate::wire::roster::RosterV1;
use crate::wire::tally::TallyV1;

/// Every schema that is published, each with the name of its file in `schemas/`, without `.schema.json`.
pub fn published() -> Vec<(&'static str, Schema)> {
    vec![
        ("report.v1", schema::<ReportV1>("report")),
        ("tally.v1", schema::<TallyV1>("tally")),
        ("review.v1", schema::<ReviewV1>("review")),
        ("return.v1", schema::<ReturnV1>("return")),
        ("batch.v1", schema::<BatchV1>("batch")),
        ("receipt.v1", schema::<ReceiptV1>("receipt")),
        ("acknowledgement.v1", schema::<AcknowledgementV1>("acknowledgement")),
        ("feedback.v1", schema::<FeedbackV1>("feedback")),
        ("bulletin.v1", schema::<BulletinV1>("bulletin")),
        ("roster.v1", schema::<RosterV1>("roster")),
        ("membership.v1", schema::<MembershipV1>("membership")),
        ("revocation.v1", schema::<RevocationV1>("revocation")),
        ("earlier_reports.v1", schema::<EarlierReportsV1>("earlier_reports")),
        ("label.v1", schema::<LabelV1>("label")),
        ("request.v1", schema::<RequestV1>("request")),
        ("collection.v1", schema::<CollectionV1>("collection")),
        ("realm.v1", schema::<RealmFile>("realm")),
        ("problem.v1", schema::<ProblemV1>("problem")),
        ("waiting.v1", schema::<WaitingV1>("waiting")),
    ]
}

/// The schema of one type, under the stable name `urn:vigilia:schema:NAME:1`.
fn schema<T: JsonSchema>(name: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(NoNull).with_transform(AsRead);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), json!(format!("urn:vigilia:schema:{name}:1")));
    schema
}

/// What is not known is left out, and `null` is refused on reading: so no schema offers it.
#[derive(Debug, Clone)]
struct NoNull;

impl Transform for NoNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
        choices.retain(|choice| *choice != json!({ "type": "null" }));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (word, value) in only {
                // What a field says of itself stands before what its type says.
                if schema.get(&word).is_none() {
                    schema.insert(word, value);
                }
            }
        }
    }
}

/// What the reader knows and the derived schema does not say: how large a number may be, and what a tag is.
#[derive(Debug, Clone)]
struct AsRead;

impl Transform for AsRead {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let largest = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => Some(u64::from(u8::MAX)),
            Some("uint16") => Some(u64::from(u16::MAX)),
            Some("uint32") => Some(u64::from(u32::MAX)),
            Some("uint64") => Some(u64::MAX),
            _ => None,
        };
        if let (Some(largest), None) = (largest, schema.get("maximum")) {
            schema.insert("maximum".to_owned(), largest.into());
        }
        let tags =
            schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
        for tag in tags.filter_map(Value::as_object_mut).filter(|tag| tag.contains_key("const")) {
            tag.entry("description").or_insert_with(|| "Says which of the shapes this is.".into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every object schema below a value, with the path to it.
    fn objects(at: &str, value: &Value, found: &mut Vec<(String, Map<String, Value>)>) {
        match value {
            Value::Object(map) => {
                if map.contains_key("properties") {
                    found.push((at.to_owned(), map.clone()));
                }
                // A condition says something of an object that is described elsewhere.
                let parts = map.iter().filter(|(word, _)| *word != "if");
                parts.for_each(|(word, inner)| objects(&format!("{at}/{word}"), inner, found));
            }
            Value::Array(items) => items.iter().for_each(|inner| objects(at, inner, found)),
            _ => {}
        }
    }

    fn every_object() -> Vec<(String, Map<String, Value>)> {
        let mut found = Vec::new();
        published().iter().for_each(|(name, schema)| objects(name, schema.as_value(), &mut found));
        found
    }

    #[test]
    fn every_schema_says_what_it_is_under_a_name_of_its_own() {
        let mut ids = BTreeSet::new();
        for (name, schema) in published() {
            let kind = name.strip_suffix(".v1").unwrap();
            assert_eq!(schema.get("$id").unwrap(), &json!(format!("urn:vigilia:schema:{kind}:1")));
            assert_eq!(schema.get("$schema").unwrap(), "https://json-schema.org/draft/2020-12/schema");
            for word in ["title", "description"] {
                assert!(
                    schema.get(word).and_then(Value::as_str).is_some_and(|text| !text.is_empty()),
                    "{name}"
                );
            }
            assert!(ids.insert(name));
        }
    }

    #[test]
    fn every_object_is_closed_and_every_property_described() {
        for (at, object) in every_object() {
            assert_eq!(object.get("additionalProperties"), Some(&json!(false)), "{at} is open");
            for (name, property) in object["properties"].as_object().unwrap() {
                assert!(
                    property["description"].as_str().is_some_and(|text| text.ends_with('.')),
                    "{at}/{name}"
                );
            }
        }
    }

    #[test]
    fn no_schema_offers_null_and_every_number_has_its_bounds() {
        for (name, schema) in published() {
            assert!(!schema.as_value().to_string().contains("\"null\""), "{name}");
        }
        for (at, object) in every_object() {
            for (name, property) in object["properties"].as_object().unwrap() {
                let numeric = matches!(property["type"].as_str(), Some("integer" | "number"));
                let bounded = property.get("minimum").is_some() && property.get("maximum").is_some();
                assert!(!numeric || bounded, "{at}/{name}");
            }
        }
    }

    #[test]
    fn shapes_of_one_name_are_one_shape() {
        let mut shapes = std::collections::BTreeMap::new();
        for (name, schema) in published() {
            for (shape, is) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
                assert_eq!(shapes.entry(shape.clone()).or_insert_with(|| is.clone()), is, "{name}: {shape}");
            }
        }
    }
}
