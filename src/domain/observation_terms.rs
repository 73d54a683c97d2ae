//! The closed lists an observer answers from: what it was about, how sure, how placed, how timed.

use crate::domain::code::codes;

codes! {
    /// What the observer thinks the report is about; both, or not knowing, is an answer.
    SuspectedKind, "kind" {
        /// Trafficking in human beings: people handled for the sake of exploitation.
        Trafficking = "thb",
        /// Smuggling of migrants: a border crossed illegally for somebody's gain.
        Smuggling = "som",
        /// Both at once; the one can turn into the other on the way.
        Both = "both",
        /// Nobody can say; the default.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for SuspectedKind {
    fn default() -> Self {
        Self::Unknown
    }
}

codes! {
    /// An answer that may honestly be missing.
    TriState, "tri_state" {
        /// It was so.
        Yes = "yes",
        /// It was not so.
        No = "no",
        /// Not seen, not asked, not known; the default.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for TriState {
    fn default() -> Self {
        Self::Unknown
    }
}

codes! {
    /// How a position was found.
    PositionMethod, "position_method" {
        /// Read from a satellite receiver.
        Gps = "gps",
        /// Read from a map.
        Map = "map",
        /// Judged by eye or from memory.
        Estimate = "estimate",
    }
}

codes! {
    /// How exactly the time of an observation is known.
    TimePrecision, "time_precision" {
        /// To the minute.
        Exact = "exact",
        /// Around the stated time.
        About = "about",
        /// Somewhere between the two stated times.
        Period = "period",
    }
}

#[cfg(test)]
mod tests {
    use super::{PositionMethod, SuspectedKind, TimePrecision, TriState};
    use crate::domain::code::Coded;

    fn stands<C: Coded + std::fmt::Debug>(codes: &[&str]) {
        assert_eq!(C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>(), codes);
        assert!(C::ALL.iter().all(|member| C::from_code(member.code()) == Some(*member)));
    }

    #[test]
    fn the_published_codes_stand() {
        stands::<SuspectedKind>(&["thb", "som", "both", "unknown"]);
        stands::<TriState>(&["yes", "no", "unknown"]);
        stands::<PositionMethod>(&["gps", "map", "estimate"]);
        stands::<TimePrecision>(&["exact", "about", "period"]);
    }

    #[test]
    fn what_nobody_answered_is_unknown_and_not_no() {
        assert_eq!(TriState::default(), TriState::Unknown);
        assert_eq!(SuspectedKind::default(), SuspectedKind::Unknown);
    }
}
