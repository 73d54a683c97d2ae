//! The marking that stands on the first and the last line of everything that shows content to a person.
//!
//! It stands on the same stream as the content, so that a copy of it in a file carries its marking too. Programs read it
//! as fields.

use serde_json::{Value, json};

use crate::commands::output::Output;
use crate::domain::code::Coded;
use crate::domain::marking::Marking;
use crate::vault::unlock::Vault;

/// What stands on both edges of an exercise.
const EXERCISE: &str = "EXERCISE EXERCISE EXERCISE";

/// The first and the last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edges {
    marking: Marking,
    exercise: bool,
}

impl Edges {
    /// Those of what a vault holds in general.
    pub fn of(vault: &Vault) -> Self {
        Self { marking: Marking::default(), exercise: vault.profile().realm.is_exercise() }
    }

    /// Those of what belongs to no realm: the guide, the catalogue.
    pub fn of_the_program() -> Self {
        Self { marking: Marking::default(), exercise: false }
    }

    /// The same with the marking of one thing.
    pub fn marked(self, marking: Marking) -> Self {
        Self { marking, ..self }
    }

    /// The line.
    pub fn line(self) -> String {
        let banner = self.marking.banner();
        if self.exercise { format!("{banner}  {EXERCISE}") } else { banner.to_owned() }
    }

    /// The result of a command that shows content. In JSON the marking stands as fields of each object.
    pub fn result(self, output: Output, words: &str, told: Value) {
        let line = self.line();
        output.result(&format!("{line}\n{words}\n{line}"), &self.with_fields(told));
    }

    fn with_fields(self, told: Value) -> Value {
        match told {
            Value::Object(mut fields) => {
                fields.insert("marking".to_owned(), json!(self.marking.code()));
                fields.insert("exercise".to_owned(), json!(self.exercise));
                Value::Object(fields)
            }
            Value::Array(all) => Value::Array(all.into_iter().map(|one| self.with_fields(one)).collect()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Edges;
    use crate::domain::marking::Marking;

    #[test]
    fn an_exercise_says_so_in_words_and_in_fields() {
        let edges = Edges { marking: Marking::default(), exercise: true };
        assert!(edges.line().starts_with("NIET GECLASSIFICEERD") && edges.line().ends_with("EXERCISE"));
        let told = edges.marked(Marking::Unclassified).with_fields(json!([{ "id": 1 }, 2]));
        assert_eq!(told, json!([{ "id": 1, "marking": "unclassified", "exercise": true }, 2]));
        assert!(!Edges::of_the_program().line().contains("EXERCISE"));
    }
}
