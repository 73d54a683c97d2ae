//! How times and places are shown back to whoever typed them.

use chrono::FixedOffset;

use crate::desks::observer::entry::{self, ABOUT};
use crate::desks::place_names::{Around, Town, around, direction, point};
use crate::desks::spoken::terms;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::place::{Given, Position};
use crate::domain::time::{Period, Timestamp};
use crate::geography::country::Country;
use crate::geography::distance::Leg;
use crate::geography::dtg::{DateTimeGroup, TimeWarning};
use crate::geography::place_text::parse_position;
use crate::geography::position;
use crate::geography::zone::Zone;
use crate::language::phrase::{Arg, Phrase, Translated};
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// Nearer to its landmark than this, a position is at it, in metres.
const AT_IT_M: f64 = 0.5;

/// A period in a notation that reads back as the same moments, whenever that is.
#[must_use]
pub fn time_written(period: &Period) -> String {
    let group = |at: Timestamp| DateTimeGroup::of(at.instant(), Zone::ZULU).to_string();
    let sign = if period.precision() == TimePrecision::About { ABOUT.to_string() } else { String::new() };
    if period.from() == period.to() {
        format!("{sign}{}", group(period.from()))
    } else {
        format!("{sign}{}/{}", group(period.from()), group(period.to()))
    }
}

/// A period as a date-time group and on the clock on the wall, how exactly, and what is odd about it.
#[must_use]
pub fn time(period: &Period, now: Timestamp, local: FixedOffset) -> Vec<Phrase> {
    let written = time_written(period);
    let understood = entry::time(&written, now, local).map_or(written, |understood| understood.shown_back);
    let precision = terms::time_precision(period.precision());
    let mut lines = vec![Word("time-understood").with("time", understood).with("precision", precision)];
    let warned = |end: Timestamp| TimeWarning::of(end.instant(), now.instant());
    lines.extend(
        warned(period.to()).or(warned(period.from())).map(|warning| terms::time_warning(warning).into()),
    );
    lines
}

/// A position in the notation it was given in; it reads back as the same.
#[must_use]
pub fn position_written(given: &Given) -> String {
    match given {
        Given::Grid(grid) => parse_position(grid.as_str())
            .map_or_else(|_| grid.as_str().to_owned(), |entered| entered.in_own_notation()),
        Given::Degrees { latitude, longitude } => position::Position::new(*latitude, *longitude)
            .map_or_else(|wrong| wrong.to_string(), |point| point.to_string()),
    }
}

/// A position as it stands in a report: own notation, how far off, how found.
#[must_use]
pub fn position_line(position: &Position) -> Phrase {
    Word("position-line")
        .with("position", position_written(&position.given))
        .with("error", position.error_m)
        .with("method", terms::method(position.method))
}

/// A position in its second notation, with its error, and where that is.
#[must_use]
pub fn position(position: &Position) -> Vec<Phrase> {
    let mut lines = Vec::new();
    if let Ok(entered) = parse_position(&position_written(&position.given)) {
        let notation = entered.in_second_notation();
        lines.push(Word("second-notation").with("notation", notation).with("error", position.error_m));
        let other = entered.alternative_reference();
        lines.extend(other.map(|other| Word("alternative-grid").with("reference", other.spaced())));
    }
    if let Some(point) = point(&position.given) {
        lines.extend(whereabouts(&around(point)));
    }
    lines
}

/// Where a position lies: by a town, and by a border that is near.
#[must_use]
pub fn whereabouts(around: &Around) -> Vec<Phrase> {
    let landmark = around.landmark.as_ref().map(|(name, of, leg)| match leg.distance_m() < AT_IT_M {
        true => Word("at-town").with("name", name.as_str()).with("country", of.code()),
        false => Word("near-town")
            .with("distance", distance(leg.distance_m()))
            .with("direction", compass(*leg))
            .with("name", name.as_str())
            .with("country", of.code()),
    });
    let border = around.border.map(|(across, metres)| {
        // The line is drawn to about a kilometre.
        let within = (metres / 1_000.0).ceil().max(1.0) * 1_000.0;
        Word("near-border").with("distance", distance(within)).with("country", country(across))
    });
    landmark.into_iter().chain(border).collect()
}

/// A town as one of a list: enough to tell it from its namesakes.
#[must_use]
pub fn town(town: &Town) -> Phrase {
    let name = match &town.known_as {
        Some(other) => {
            Arg::from(Word("town-also").with("name", town.name.as_str()).with("other", other.as_str()))
        }
        None => Arg::from(town.name.as_str()),
    };
    let (word, people) = match town.inhabitants {
        Some(people) => (Word("town-people"), f64::from(people)),
        None => (Word("town-uncounted"), 0.0),
    };
    let said = word.with("name", name).with("country", country(town.country));
    if town.inhabitants.is_some() { said.with("people", people) } else { said }
}

/// The name of a country.
#[must_use]
pub fn country(country: Country) -> Phrase {
    let [nl, fr, de, en] = Tongue::ALL.map(|tongue| country.name(tongue.code()).to_owned());
    Translated { nl, fr, de, en }.into()
}

/// A distance as people read it.
#[must_use]
pub fn distance(metres: f64) -> Phrase {
    let whole = metres.round();
    if whole < 1_000.0 {
        return Word("distance-m").with("metres", whole);
    }
    let tenths = (metres / 100.0).round();
    let km = if tenths < 100.0 { tenths / 10.0 } else { (metres / 1_000.0).round() };
    Word("distance-km").with("km", km)
}

/// One of eight directions.
fn compass(leg: Leg) -> Phrase {
    Word("compass").with("point", direction(leg))
}
