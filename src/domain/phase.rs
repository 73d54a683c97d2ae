//! How far the process had come when somebody happened to see a part of it.

use crate::domain::code::codes;

codes! {
    /// The part of the process that was seen, as the observer understands it.
    Phase, "phase" {
        /// People are being moved, or wait to be moved.
        Transit = "transit",
        /// People are where they live or work.
        StayOrWork = "stay_or_work",
        /// Somebody is winning people over, or taking them.
        Recruitment = "recruitment",
        /// Nobody can say; the default.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for Phase {
    fn default() -> Self {
        Self::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::Phase;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand_and_nothing_is_assumed() {
        let codes: Vec<_> = Phase::ALL.iter().map(|phase| phase.code()).collect();
        assert_eq!(codes, ["transit", "stay_or_work", "recruitment", "unknown"]);
        assert!(Phase::ALL.iter().all(|phase| Phase::from_code(phase.code()) == Some(*phase)));
        assert_eq!(Phase::default(), Phase::Unknown);
    }
}
