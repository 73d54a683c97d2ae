//! What every desk draws: a picture of the state, which nothing here can change.

pub mod folder;
pub mod frame;
pub mod guide;
pub mod instead;
pub mod lent;
pub mod me;
pub mod question;
pub mod reading;
pub mod tabs;
