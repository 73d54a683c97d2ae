//! A place by its name, or a position in every notation and among the places around it.

use clap::Args;
use serde_json::{Value, json};

use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::desks::observer::entry;
use crate::desks::place_names::{Around, Town, around, meant};
use crate::desks::spoken::shown;
use crate::geography::gazetteer::Gazetteer;
use crate::geography::place_text::{EnteredPosition, PositionTextError, parse_position};
use crate::language::phrase::Phrase;

/// Towns that are told at most.
const TOLD: usize = 10;

/// A place by its name, or a position: its notations, the nearest towns, a border that is near. Works without a profile.
#[derive(Debug, Args)]
pub struct PlaceQuery {
    /// A name, mistyped or not, a grid reference or degrees.
    #[arg(required = true, allow_hyphen_values = true)]
    place: Vec<String>,
}

impl PlaceQuery {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let typed = self.place.join(" ");
        match parse_position(&typed) {
            Ok(entered) => position(&entered, session),
            Err(PositionTextError::Unrecognised | PositionTextError::Empty) => towns(&typed, session),
            Err(wrong) => Err(Failure::usage(wrong.to_string())),
        }
    }
}

fn position(entered: &EnteredPosition, session: &Session) -> Result<(), Failure> {
    let tongue = session.tongue();
    let point = entered.position();
    let around = around(point);
    let held = entry::position(entered).map_err(|wrong| Failure::usage(wrong.to_string()))?;
    let mut lines = vec![Phrase::verbatim(entered.in_own_notation())];
    lines.extend(shown::position(&held));
    let nearest = Gazetteer::of_the_world().nearest(point, 5);
    let mut towns = Vec::new();
    for near in &nearest {
        // From the position to the town: the other way round than a landmark.
        towns.push(json!({
            "name": near.place.name,
            "country": near.place.country.code(),
            "distance_m": near.leg.distance_m().round(),
        }));
        lines.push(Phrase::verbatim(format!(
            "{} ({})  {}",
            near.place.name,
            near.place.country,
            tongue.speak(&shown::distance(near.leg.distance_m()))
        )));
    }
    let words: Vec<String> = lines.iter().map(|line| tongue.speak(line)).collect();
    let told = json!({
        "latitude": point.latitude(),
        "longitude": point.longitude(),
        "error_m": held.error_m,
        "notations": [entered.in_own_notation(), entered.in_second_notation()],
        "country": around.country.map(|country| country.code().to_owned()),
        "border": border(&around),
        "nearest": towns,
    });
    session.output().result(&words.join("\n"), &told);
    Ok(())
}

fn border(around: &Around) -> Value {
    around.border.map_or(
        Value::Null,
        |(across, metres)| json!({ "across": across.code(), "distance_m": metres.round() }),
    )
}

fn towns(typed: &str, session: &Session) -> Result<(), Failure> {
    let tongue = session.tongue();
    let found = meant(typed, None, TOLD);
    if found.is_empty() {
        return Err(Failure::failed(
            "no place of that name is known, and it is no position; a report can keep it in words",
        ));
    }
    let line = |town: &Town| {
        let (latitude, longitude) = (town.middle.latitude(), town.middle.longitude());
        format!("{}  {latitude:.4}, {longitude:.4}  ±{} m", tongue.speak(&shown::town(town)), town.reach_m)
    };
    let words: Vec<String> = found.iter().map(line).collect();
    let told = found.iter().map(|town| {
        json!({
            "name": town.name,
            "country": town.country.code(),
            "inhabitants": town.inhabitants,
            "latitude": town.middle.latitude(),
            "longitude": town.middle.longitude(),
            "error_m": town.reach_m,
        })
    });
    session.output().result(&words.join("\n"), &Value::Array(told.collect()));
    Ok(())
}
