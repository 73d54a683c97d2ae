//! What the story tests share.

pub mod realm;
pub mod sightings;
