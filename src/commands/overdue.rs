//! Answers that should have been here by now, as the command line tells of them.

use serde_json::{Value, json};

use crate::desks::observer::overdue::OverdueReport;
use crate::desks::spoken::overdue::{HowTo, explained};
use crate::domain::code::Coded;
use crate::domain::overdue::OtherRoad;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;

/// What is typed to take a road.
struct Typed;

impl HowTo for Typed {
    fn take(&self, road: OtherRoad) -> Phrase {
        Phrase::verbatim(match road {
            OtherRoad::Relay => "vigilia sync",
            OtherRoad::Folder | OtherRoad::Carrier => "vigilia packet write --to-folder DIR",
        })
    }
}

/// Everything that is known of one, line by line.
pub fn lines(report: &OverdueReport, tongue: Tongue) -> Vec<String> {
    explained(report, &Typed).iter().map(|phrase| tongue.speak(phrase)).collect()
}

/// The same for programs; null where the answer is here or may still come in time.
pub fn as_json(report: Option<&OverdueReport>) -> Value {
    let told = |OverdueReport { overdue, handed, .. }: &OverdueReport| {
        json!({
            "expected": overdue.expected.to_string(),
            "days": overdue.days,
            "last_seen": overdue.last_seen.code(),
            "roads": overdue.roads.iter().map(|road| json!({
                "road": road.code(),
                "taken": handed.took(*road).map(|at| at.to_string()),
            })).collect::<Vec<_>>(),
        })
    };
    report.map_or(Value::Null, told)
}
