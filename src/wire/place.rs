//! When and where, in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::observation_terms::{PositionMethod, TimePrecision, TriState};
use crate::domain::place::{Given, NearSchool, Place, Position};
use crate::domain::text::{Line, Text};
use crate::domain::time::{Period, Timestamp};
use crate::geography::mgrs::MgrsReference;
use crate::wire::spelling::{Code, Plain, present};
use crate::wire::statement::StatementError;

/// When something was observed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodV1 {
    /// First instant, UTC.
    pub from: Plain<Timestamp>,
    /// Last instant, UTC; left out for a moment. Never before the first.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub to: Option<Plain<Timestamp>>,
    /// How exactly it is known.
    pub precision: Code<TimePrecision>,
    /// What the observer typed, as far as it is kept: at most 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub entered: Option<Plain<Text<40>>>,
}

/// A position in one notation: a grid reference, or degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = [
    { "required": ["mgrs"], "not": { "anyOf": [{ "required": ["lat"] }, { "required": ["lon"] }] } },
    { "required": ["lat", "lon"], "not": { "required": ["mgrs"] } },
]))]
pub struct PositionV1 {
    /// MGRS on WGS84 (NGA.STND.0037), without spaces, the zone in two digits. It names a square of 1 m to 100 km; its
    /// centre is meant.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schemars(regex(
        pattern = "^((0[1-9]|[1-5][0-9]|60)[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V]|[ABYZ][A-HJ-NP-Z]{2})([0-9]{2}){0,5}$"
    ))]
    pub mgrs: Option<String>,
    /// Degrees north on WGS84, -90 to 90; with `lon`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schemars(range(min = -90, max = 90))]
    pub lat: Option<f64>,
    /// Degrees east on WGS84, -180 to 180; with `lat`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[schemars(range(min = -180, max = 180))]
    pub lon: Option<f64>,
    /// How far off it may be, in metres.
    pub error_m: u32,
    /// How it was found.
    pub method: Code<PositionMethod>,
}

/// Where something was observed: a position, words, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["position"] }, { "required": ["words"] }]))]
pub struct PlaceV1 {
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub position: Option<PositionV1>,
    /// The place in words.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub words: Option<Plain<Line>>,
    /// Where the observer himself stood, if elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub observer_at: Option<PositionV1>,
    /// Whether a school or a place used by children lies within 350 m.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub near_school: Option<NearSchoolV1>,
}

/// Whether a school or a place used by children lies within 350 m.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NearSchoolV1 {
    /// As seen or computed.
    pub within_350_m: Code<TriState>,
    /// Distance to the nearest in metres, when computed.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub distance_m: Option<u32>,
}

const BAD: StatementError = StatementError::BadPayload;

impl From<&Period> for PeriodV1 {
    fn from(period: &Period) -> Self {
        Self {
            from: Plain(period.from()),
            to: (period.to() != period.from()).then(|| Plain(period.to())),
            precision: Code(period.precision()),
            entered: period.entered().and_then(|text| Text::cleaned(text).ok()).map(Plain),
        }
    }
}

impl TryFrom<PeriodV1> for Period {
    type Error = StatementError;
    fn try_from(period: PeriodV1) -> Result<Self, StatementError> {
        let from = period.from.0;
        let to = period.to.map_or(from, |to| to.0);
        let entered = period.entered.map(|text| text.0.as_str().to_owned());
        Self::new(from, to, period.precision.0, entered).map_err(|_| BAD)
    }
}

impl From<&Position> for PositionV1 {
    fn from(position: &Position) -> Self {
        let (mgrs, lat, lon) = match &position.given {
            Given::Grid(grid) => (Some(grid.as_str().to_owned()), None, None),
            Given::Degrees { latitude, longitude } => (None, Some(*latitude), Some(*longitude)),
        };
        Self { mgrs, lat, lon, error_m: position.error_m, method: Code(position.method) }
    }
}

impl TryFrom<PositionV1> for Position {
    type Error = StatementError;
    fn try_from(position: PositionV1) -> Result<Self, StatementError> {
        let given = match (position.mgrs, position.lat, position.lon) {
            (Some(mgrs), None, None) => {
                // A reference that does not exist would read back as a point far away, and one written otherwise
                // would be another text for the same square.
                if mgrs.parse::<MgrsReference>().map_err(|_| BAD)?.to_string() != mgrs {
                    return Err(BAD);
                }
                Given::grid(&mgrs)
            }
            (None, Some(latitude), Some(longitude)) => Given::degrees(latitude, longitude),
            _ => return Err(BAD),
        };
        Ok(Self { given: given.map_err(|_| BAD)?, error_m: position.error_m, method: position.method.0 })
    }
}

impl From<&Place> for PlaceV1 {
    fn from(place: &Place) -> Self {
        let NearSchool { within_350_m, distance_m } = place.near_school;
        Self {
            position: place.position().map(PositionV1::from),
            words: place.words().cloned().map(Plain),
            observer_at: place.observer_at.as_ref().map(PositionV1::from),
            near_school: (place.near_school != NearSchool::default())
                .then_some(NearSchoolV1 { within_350_m: Code(within_350_m), distance_m }),
        }
    }
}

impl TryFrom<PlaceV1> for Place {
    type Error = StatementError;
    fn try_from(place: PlaceV1) -> Result<Self, StatementError> {
        let position = place.position.map(Position::try_from).transpose()?;
        let mut told = Self::new(position, place.words.map(|words| words.0)).map_err(|_| BAD)?;
        told.observer_at = place.observer_at.map(Position::try_from).transpose()?;
        if let Some(near) = place.near_school {
            told.near_school = NearSchool { within_350_m: near.within_350_m.0, distance_m: near.distance_m };
        }
        Ok(told)
    }
}
