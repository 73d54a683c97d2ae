//! The terminal: what a person sees, and what his keys do.
//!
//! ```text
//!  keys ─┐                                         ┌─▶ view(&state) ─▶ picture
//!  ticks ┼─▶ one queue ─▶ update(state, message, moment) ─▶ effects ─▶ desk
//!  news ─┘        ▲                                                     │
//!                 └───────────────── what came of it ◀─────────────────┘
//! ```
//!
//! [`kit`] is the terminal itself and knows no report; [`desk`] is what every desk has; each desk has one folder of its own: what it holds (`state`),
//! what a message changes (`update`, without clock, disk or dice), what is shown (`view`, which changes nothing), and
//! the one file that touches the desk (`effects`). Only the loop asks the clock and rolls the dice.

pub mod commander;
pub mod desk;
pub mod kit;
pub mod lock;
pub mod observer;
pub mod session;
