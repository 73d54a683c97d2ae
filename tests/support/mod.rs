//! What the story tests share.

#[path = "../../src/media/specimen.rs"]
pub mod photographs;
pub mod realm;
pub mod sightings;
