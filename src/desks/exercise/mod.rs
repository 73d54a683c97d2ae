//! An exercise: what two contingents happen to see of a network that moves people from Turkey through Kosovo to the EU.
//!
//! ```text
//!   seed ─▶ dice ──▶ ring: one van, one scout car, one number ──┐
//!            │                                                  ├─▶ scene ─▶ draft + photo ─▶ sighting
//!            └─────▶ plan, locality, words in four languages ───┘              │
//!                                                                   truth: what the cell should find
//! ```
//!
//! Modelled on the joint exercise of 2014, in which soldiers and police followed people from the Turkish border to the
//! European Union. Most of what is reported has nothing to do with the ring: ordinary, vague and innocent sightings are
//! the larger part of any such service, and a cell that is trained without them learns nothing.
//!
//! Nobody here exists. Plates carry what no office issues, numbers come from ranges set aside for fiction, and no name
//! of a person is ever written. The same seed and the same `now` give the same exercise, byte for byte. Pure: no vault,
//! no clock, no disk.

pub mod dice;
pub mod failure;
mod kosovo;
mod photo;
mod plan;
mod plans;
pub mod play;
mod ride;
pub mod scenario;
mod scene;
pub mod stage;
pub mod verdict;
mod voices;
mod words;
