//! Where and when: what a person types is understood once, and shown back in a second notation, so that he
//! sees his own slip before anybody acts on it.
//!
//! ```text
//!       typed                      understood                          shown back
//!
//!  34ten1356323394     ──▶ ┐                                   ┌ ──▶ 42.66290° N 21.16550° E
//!  42 53.484 N 20 …    ──▶ ┼── EnteredPosition                 ┼ ──▶ 34T DN 8905 4876
//!  42.8914, 20.8660    ──▶ ┘   position · error · notation     └ ──▶ 4 km NE of Mitrovica
//!
//!  -20m   1400-1430    ──▶ ┐                                   ┌ ──▶ 211430ZNOV26
//!  211430Z             ──▶ ┼── EnteredPeriod                   ┤
//!  2026-11-21 14:30    ──▶ ┘   from–to · assumed · warning     └ ──▶ 2026-11-21 15:30 UTC+01:00
//!
//!  42,20   31VCH00     ──▶ ✗   refused, with the reason in one sentence; nothing doubtful is changed
//!
//!  data/*.zst ─ first use ─▶ Gazetteer ┬ suggest      mitrov, mitorvica ──▶ Mitrovica, Kosovo · Sremska …
//!                        │             └ nearest      42.91 N 20.89 E   ──▶ 4 km NE of Mitrovica
//!                        └─▶ Borders   ┬ country_at   42.91 N 20.89 E   ──▶ Kosovo
//!                                      ├ nearest      ──▶ 9 km from Serbia
//!                                      └ Chart        a window of dots, drawn by a screen
//! ```
//!
//! The embedded places are populated ones. There are no schools in them, nor in the package they come from: how far
//! the next school is can be asked of a person and of nobody else.
//!
//! Positions are WGS84, errors metres, times UTC to the second. Clock and local offset come in as parameters.

pub mod angle;
mod border_lines;
pub mod borders;
pub mod chart;
pub mod country;
pub mod degrees;
pub mod degrees_tokens;
pub mod distance;
pub mod dtg;
mod folding;
pub mod gazetteer;
mod grid_zone;
pub mod iso_time;
pub mod mgrs;
mod name_index;
pub mod packed;
pub mod period;
mod place_table;
pub mod place_text;
pub mod position;
pub mod sources;
pub mod time_text;
pub mod zone;
