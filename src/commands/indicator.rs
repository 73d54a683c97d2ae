//! The catalogue of what may be noticed.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::desks::spoken::{codes, guide, terms};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::Indicator;
use crate::domain::catalogue::search::Search;
use crate::domain::code::Coded;
use crate::domain::duty::Duty;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;

/// What may be noticed, by side of the matter or by words in four languages.
#[derive(Debug, Subcommand)]
pub enum IndicatorCommand {
    /// Every indicator; with a duty those that fit it first.
    List(On),
    /// Indicators that fit some everyday words, mistyped or not, in any of the four languages.
    Search {
        /// The words.
        #[arg(required = true)]
        words: Vec<String>,
        #[command(flatten)]
        on: On,
    },
}

/// During which duty.
#[derive(Debug, Args)]
pub struct On {
    /// checkpoint, patrol, guard, convoy or other.
    #[arg(long, value_parser = duty)]
    duty: Option<Duty>,
}

fn duty(code: &str) -> Result<Duty, String> {
    Duty::from_code(code).ok_or_else(|| {
        format!("one of {}", Duty::ALL.iter().map(|duty| duty.code()).collect::<Vec<_>>().join(", "))
    })
}

impl IndicatorCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let tongue = session.tongue();
        let catalogue = Catalogue::embedded().map_err(|wrong| Failure::failed(wrong.to_string()))?;
        let (rows, grouped): (Vec<&Indicator>, bool) = match &self {
            Self::List(On { duty: Some(duty) }) => (catalogue.suited(*duty, None).all(), false),
            Self::List(On { duty: None }) => {
                let sides = catalogue.by_dimension().into_iter();
                (sides.flat_map(|(_, rows)| rows).collect(), true)
            }
            Self::Search { words, on } => {
                let among = catalogue.suited(on.duty.unwrap_or(Duty::Other), None).all();
                let search = Search::of(&catalogue);
                (search.find(&words.join(" "), terms::written_in(tongue), &among), false)
            }
        };
        let mut words = Vec::new();
        let mut side = None;
        for row in &rows {
            if grouped && side != Some(row.dimension) {
                side = Some(row.dimension);
                words.push(tongue.say(codes::dimension(row.dimension)).into_owned());
            }
            words.push(format!("  {}", line(row, tongue)));
        }
        if rows.is_empty() {
            words.push(tongue.say(crate::language::word::Word("line-signs-none")).into_owned());
        }
        let told: Vec<Value> = rows.iter().map(|row| as_json(row, tongue)).collect();
        Edges::of_the_program().result(session.output(), &words.join("\n"), Value::Array(told));
        Ok(())
    }
}

/// An indicator in one line: its name for other commands, its label, and what must be read beside it.
pub fn line(row: &Indicator, tongue: Tongue) -> String {
    let label = tongue.speak(&terms::label(&row.labels));
    let warnings: Vec<Phrase> = guide::warnings(row).into_iter().map(Phrase::from).collect();
    if warnings.is_empty() {
        return format!("{}  {label}", row.id);
    }
    let warnings: Vec<String> = warnings.iter().map(|warning| tongue.speak(warning)).collect();
    format!("{}  {label} ({})", row.id, warnings.join(", "))
}

fn as_json(row: &Indicator, tongue: Tongue) -> Value {
    json!({
        "id": row.id.to_string(),
        "label": tongue.speak(&terms::label(&row.labels)),
        "dimension": row.dimension.code(),
        "duties": row.duties.iter().map(|duty| duty.code()).collect::<Vec<_>>(),
        "flags": row.flags.iter().map(|flag| flag.code()).collect::<Vec<_>>(),
    })
}
