//! What is seen of the lock: the locked screen, and what the guard puts in front of an open desk.

pub mod locked;
pub mod over_a_desk;
mod question;
