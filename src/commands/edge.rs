//! The edge: where the clock is asked.

use chrono::{FixedOffset, Local, Offset, Utc};

use crate::domain::time::Timestamp;

/// Now, by this device's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is the edge; everything below is given the time"
)]
pub fn now() -> Timestamp {
    Timestamp::new(Utc::now())
}

/// How far local time is from UTC, now.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is the edge; everything below is given the offset"
)]
pub fn local_offset() -> FixedOffset {
    Local::now().offset().fix()
}
