//! How often, and after what pauses, something is tried again.

use std::time::Duration;

use backon::ExponentialBuilder;

use crate::domain::ids::MemberId;

/// How stubborn to be with a road that cannot be reached. Pauses double and are spread by chance, so that a contingent
/// whose line comes back does not call as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Persistence {
    /// Tries in all; at least one is made.
    pub tries: usize,
    /// The pause after the first.
    pub first_pause: Duration,
    /// The longest pause, before chance adds up to as much again.
    pub longest_pause: Duration,
    /// What the spread is drawn from; any number, a different one on each device.
    pub seed: u64,
}

impl Persistence {
    /// One try.
    pub fn once() -> Self {
        Self { tries: 1, first_pause: Duration::ZERO, longest_pause: Duration::ZERO, seed: 0 }
    }

    /// What suits a line that comes and goes: four tries within a minute or so.
    pub fn steady(seed: u64) -> Self {
        Self { tries: 4, first_pause: Duration::from_secs(2), longest_pause: Duration::from_secs(120), seed }
    }

    /// The same, spread by who calls: a number that differs from member to member spreads the calls of a contingent.
    pub fn of(member: MemberId) -> Self {
        let seed = member.as_bytes().iter().fold(0_u64, |seed, byte| seed.rotate_left(8) ^ u64::from(*byte));
        Self::steady(seed)
    }

    /// The pauses between the tries.
    pub(crate) fn pauses(&self) -> ExponentialBuilder {
        ExponentialBuilder::new()
            .with_jitter()
            .with_jitter_seed(self.seed)
            .with_min_delay(self.first_pause)
            .with_max_delay(self.longest_pause)
            .with_max_times(self.tries.saturating_sub(1))
    }

    /// The same pauses without end.
    pub(crate) fn endless(&self) -> ExponentialBuilder {
        self.pauses().without_max_times()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use backon::BackoffBuilder;

    #[test]
    fn pauses_grow_to_a_limit_and_end_with_the_tries() {
        let steady =
            Persistence { tries: 6, longest_pause: Duration::from_secs(10), ..Persistence::steady(7) };
        let pauses: Vec<Duration> = steady.pauses().build().collect();
        assert_eq!(pauses.len(), 5);
        assert!(pauses[0] >= Duration::from_secs(2) && pauses[0] <= Duration::from_secs(4));
        assert!(pauses.iter().all(|pause| *pause <= Duration::from_secs(20)), "{pauses:?}");
        assert_eq!(Persistence::once().pauses().build().count(), 0);
        assert_eq!(steady.endless().build().take(50).count(), 50);
    }

    #[test]
    fn two_devices_do_not_call_in_step() {
        let of = |seed| Persistence::steady(seed).pauses().build().collect::<Vec<_>>();
        assert_ne!(of(1), of(2));
        assert_eq!(of(1), of(1));
    }
}
