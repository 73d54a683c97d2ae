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
//! ```
//!
//! Positions are WGS84, errors metres, times UTC to the second. Clock and local offset come in as parameters.

pub mod angle;
pub mod degrees;
pub mod degrees_tokens;
pub mod distance;
pub mod dtg;
mod grid_zone;
pub mod iso_time;
pub mod mgrs;
pub mod period;
pub mod place_text;
pub mod position;
pub mod time_text;
pub mod zone;
