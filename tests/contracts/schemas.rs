//! The checked-in schemas are those of the program, and what they say together is whole.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use vigilia::domain::code::Coded;
use vigilia::wire::packet::MEDIA_TYPE;
use vigilia::wire::relay_api::{
    AMENDMENTS_HEADER, COMPLETE_HEADER, LENGTH_HEADER, OFFSET_HEADER, PROBLEM_TYPE, ProblemCode,
    ROSTER_HEADER, SEQUENCE_TYPE, STATEMENT_TYPE, WAITING_HEADER,
};
use vigilia::wire::schema::published;

use crate::fixtures::{blessing, documents, files_in, in_repository, specimens};

const RELAY: &str = "schemas/relay.openapi.json";

/// The statements and documents that follow a schema.
fn examples(schema: &str) -> Vec<Value> {
    let follows = |name: &str| name == schema || name.starts_with(&format!("{schema}."));
    let statements = specimens();
    let statements = statements.iter().filter(|specimen| follows(specimen.name));
    let statements = statements.map(|specimen| serde_json::from_slice(&specimen.json).unwrap());
    let documents = documents().into_iter().filter(|(name, _)| follows(name)).map(|(_, document)| document);
    statements.chain(documents).collect()
}

/// The files as they should be.
fn schemas() -> Vec<(String, String)> {
    let written = |(name, mut schema): (&str, schemars::Schema)| {
        let examples = examples(name);
        assert!(!examples.is_empty(), "{name} has no example");
        schema.insert("examples".to_owned(), examples.into());
        (format!("{name}.schema.json"), serde_json::to_string_pretty(&schema).unwrap() + "\n")
    };
    published().into_iter().map(written).collect()
}

#[test]
fn the_schemas_that_others_read_are_those_of_the_program() {
    let schemas = schemas();
    if blessing() {
        for (name, schema) in &schemas {
            fs::write(in_repository("schemas").join(name), schema).unwrap();
        }
    }
    for (name, schema) in &schemas {
        let there = fs::read_to_string(in_repository("schemas").join(name)).unwrap_or_default();
        assert!(
            there == *schema,
            "schemas/{name} is not what the program reads and writes. If the change is meant and version 1 was never \
             given out, write it with VIGILIA_BLESS=1; otherwise it is a new version beside the old one."
        );
    }
    let known: BTreeSet<_> = schemas.into_iter().map(|(name, _)| name).collect();
    for (name, _) in files_in("schemas") {
        assert!(known.contains(&name) || RELAY.ends_with(&name), "schemas/{name} belongs to nothing");
    }
}

#[test]
fn every_statement_and_document_has_a_schema() {
    let names: BTreeSet<_> = published().into_iter().map(|(name, _)| name).collect();
    let statements = specimens().iter().map(|specimen| specimen.name).collect::<Vec<_>>();
    for name in statements.into_iter().chain(documents().iter().map(|(name, _)| *name)) {
        assert!(names.iter().any(|schema| name.starts_with(schema)), "{name}");
    }
}

fn relay() -> Value {
    serde_json::from_slice(&fs::read(in_repository(RELAY)).unwrap()).unwrap()
}

fn every_string<'a>(value: &'a Value, word: Option<&'a str>, found: &mut Vec<(Option<&'a str>, &'a str)>) {
    match value {
        Value::String(text) => found.push((word, text)),
        Value::Array(items) => items.iter().for_each(|item| every_string(item, word, found)),
        Value::Object(map) => map.iter().for_each(|(word, inner)| {
            found.push((None, word));
            every_string(inner, Some(word), found);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn what_the_relays_description_refers_to_is_there() {
    let relay = relay();
    let mut strings = Vec::new();
    every_string(&relay, None, &mut strings);
    let references: Vec<&str> =
        strings.iter().filter(|(word, _)| *word == Some("$ref")).map(|(_, to)| *to).collect();
    assert!(references.len() > 10, "{references:?}");
    for to in references {
        match to.strip_prefix('#') {
            Some(inside) => assert!(relay.pointer(inside).is_some(), "{to}"),
            None => assert!(in_repository("schemas").join(to).is_file(), "{to}"),
        }
    }
    // Schemas that are only spoken of, because a payload is inside an envelope.
    for word in strings.iter().flat_map(|(_, text)| text.split(['`', ' '])) {
        assert!(!word.ends_with(".schema.json") || in_repository("schemas").join(word).is_file(), "{word}");
    }
}

#[test]
fn the_relays_description_names_every_address_every_problem_and_every_type() {
    let relay = relay();
    let methods = |path: &str| -> Vec<String> {
        let path = relay["paths"][path].as_object().unwrap_or_else(|| panic!("{path} is missing"));
        path.keys().filter(|key| *key != "parameters").cloned().collect()
    };
    assert_eq!(relay["paths"].as_object().unwrap().len(), 5);
    assert_eq!(methods("/v1/packets"), ["get"]);
    assert_eq!(methods("/v1/packets/{sha256}"), ["get", "head", "patch", "put"]);
    assert_eq!(methods("/v1/packets/{sha256}/collected"), ["post"]);
    assert_eq!(methods("/v1/roster"), ["get"]);
    assert_eq!(methods("/v1/amendments"), ["get", "post"]);

    let text = relay.to_string();
    for code in ProblemCode::ALL {
        assert!(text.contains(&format!("`{code}`")), "{code}");
    }
    let mut strings = Vec::new();
    every_string(&relay, None, &mut strings);
    for name in [MEDIA_TYPE, STATEMENT_TYPE, SEQUENCE_TYPE, PROBLEM_TYPE] {
        assert!(strings.contains(&(None, name)), "{name}");
    }
    let headers =
        [WAITING_HEADER, ROSTER_HEADER, AMENDMENTS_HEADER, OFFSET_HEADER, LENGTH_HEADER, COMPLETE_HEADER];
    for header in headers {
        assert!(text.to_lowercase().contains(&format!("\"{header}\"")), "{header}");
    }
    assert!(text.contains("\"openapi\":\"3.1.0\""));
}
