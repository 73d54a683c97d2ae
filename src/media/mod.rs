//! What a photograph tells, and how to make it smaller: bytes in, values out.
//!
//! ```text
//!  a file's bytes ──▶ kind        what it is, by its bytes and never by its name
//!        │
//!        ├─▶ exif                 when and where a camera says it was: offered, never taken over
//!        │
//!        └─▶ image ─▶ scaling ─┬─▶ reduced     the copy that travels with the words
//!             (png)            └─▶ preview     the colours of a few character cells
//! ```
//!
//! The room exists because decoders are the largest thing in the program that eats foreign bytes, and because two
//! floors need what it knows: the desks attach and reduce, the screens draw. It knows neither of them, no disk, no clock,
//! and it alone names the crates that read and write pictures. Sizes are refused before a decoder reserves memory for
//! them; what a decoder does not need to make a picture (texts, profiles, animations) it is not given.
//!
//! Nothing here is random or depends on the machine: the same bytes give the same copy, so a copy's digest can be worked
//! out again from the original.

pub mod exif;
pub mod image;
pub mod kind;
mod png;
pub mod preview;
pub mod reduced;
mod scaling;
#[cfg(test)]
pub(crate) mod specimen;
