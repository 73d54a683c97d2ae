//! The edge: where the clock is asked.

use chrono::{FixedOffset, Local, Offset, Utc};

use crate::domain::time::Timestamp;
#[cfg(feature = "field")]
use crate::language::tongue::Tongue;

/// Now, by this device's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is the edge; everything below is given the time"
)]
pub fn now() -> Timestamp {
    Timestamp::new(Utc::now())
}

/// Whether the person asked for a terminal without colours (no-color.org).
#[cfg(feature = "field")]
pub fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The language this machine speaks, if it is one of ours: the first of the POSIX variables that is set decides.
#[cfg(feature = "field")]
pub fn tongue() -> Option<Tongue> {
    let set = |name: &&str| std::env::var(name).ok().filter(|locale| !locale.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).and_then(|locale| Tongue::from_locale(&locale))
}

/// Measures how long something takes. What it says is shown to people and decides nothing.
#[cfg(feature = "field")]
pub struct Stopwatch(std::time::Instant);

#[cfg(feature = "field")]
impl Stopwatch {
    /// Starts measuring.
    #[expect(clippy::disallowed_methods, reason = "the command line is the edge; the figure is only shown")]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// How long it has taken so far.
    #[expect(clippy::disallowed_methods, reason = "the command line is the edge; the figure is only shown")]
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

/// How far local time is from UTC, now.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is the edge; everything below is given the offset"
)]
pub fn local_offset() -> FixedOffset {
    Local::now().offset().fix()
}
