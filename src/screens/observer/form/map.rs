//! The small map beside the form, and the large one in front of it.

use crate::desks::place_names;
use crate::domain::draft::Draft;
use crate::domain::place::{Place, Position};
use crate::geography::borders::Borders;
use crate::geography::chart::{Chart, View};
use crate::geography::gazetteer::Gazetteer;

/// Half the shorter side a map begins with, in metres.
const USUAL_M: f64 = 20_000.0;
/// From the closest look to the widest, in metres.
const RANGE_M: (f64, f64) = (500.0, 1_000_000.0);

/// A map that fills the body of the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// What is drawn.
    pub chart: Chart,
}

/// The map of where a draft says it was, in so many cells; none without a position.
#[must_use]
pub fn chart(draft: &Draft, (columns, rows): (u16, u16), radius_m: Option<f64>) -> Option<Chart> {
    let position: &Position = draft.place.as_ref().and_then(Place::position)?;
    let centre = place_names::point(&position.given)?;
    let error_m = f64::from(position.error_m);
    // A circle of error larger than the window would be seen nowhere.
    let radius_m = radius_m.unwrap_or_else(|| USUAL_M.max(error_m * 2.0)).clamp(RANGE_M.0, RANGE_M.1);
    let view = View { centre, radius_m, error_m };
    Some(Chart::of(view, columns, rows, Gazetteer::of_the_world(), Borders::of_the_world()))
}

impl Map {
    /// The large map of a draft.
    #[must_use]
    pub fn of(draft: &Draft, cells: (u16, u16)) -> Option<Self> {
        chart(draft, cells, None).map(|chart| Self { chart })
    }

    /// Half as wide, or twice.
    pub fn zoom(&mut self, draft: &Draft, closer: bool) {
        let factor = if closer { 0.5 } else { 2.0 };
        let radius_m = self.chart.view.radius_m * factor;
        self.redraw(draft, (self.chart.columns, self.chart.rows), radius_m);
    }

    /// For so many cells.
    pub fn fit(&mut self, draft: &Draft, cells: (u16, u16)) {
        self.redraw(draft, cells, self.chart.view.radius_m);
    }

    fn redraw(&mut self, draft: &Draft, cells: (u16, u16), radius_m: f64) {
        if let Some(chart) = chart(draft, cells, Some(radius_m)) {
            self.chart = chart;
        }
    }
}
