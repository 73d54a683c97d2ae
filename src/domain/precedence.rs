//! Precedence: how fast a thing must be handled; not how important it is, and not how secret (ACP 121).

use crate::domain::catalogue::terms::Flag;
use crate::domain::code::codes;

codes! {
    /// How fast something must be handled, in rising order (ACP 121).
    Precedence, "precedence" {
        /// Everything else; the default.
        Routine = "routine",
        /// A lead that perishes: a vehicle under way, a venue active tonight.
        Priority = "priority",
        /// People in danger now, a child at risk now, a departure about to happen.
        Immediate = "immediate",
        /// Interrupts everything; kept in reserve, and offered to nobody.
        Flash = "flash",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for Precedence {
    fn default() -> Self {
        Self::Routine
    }
}

impl Precedence {
    /// What an observer may suggest.
    pub const SUGGESTIBLE: [Self; 3] = [Self::Routine, Self::Priority, Self::Immediate];

    /// The letter used on the air.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Routine => 'R',
            Self::Priority => 'P',
            Self::Immediate => 'O',
            Self::Flash => 'Z',
        }
    }

    /// The time within which it should be handled, in minutes. An aim, not a promise.
    #[must_use]
    pub const fn handling_aim_minutes(self) -> u32 {
        match self {
            Self::Routine => 360,
            Self::Priority => 180,
            Self::Immediate => 30,
            Self::Flash => 10,
        }
    }

    /// Whether an observer may suggest it.
    #[must_use]
    pub fn is_suggestible(self) -> bool {
        Self::SUGGESTIBLE.contains(&self)
    }

    /// Whether it counts only once a commander has released it.
    #[must_use]
    pub fn needs_release(self) -> bool {
        self > Self::Priority
    }

    /// The precedence at which a suggestion travels until a commander releases it: never above priority.
    #[must_use]
    pub fn before_release(self) -> Self {
        self.min(Self::Priority)
    }

    /// What the flags of the picked indicators suggest: immediate for haste, danger to life or a child. It decides
    /// nothing; the observer may choose another, and the commander releases.
    #[must_use]
    pub fn suggested_by(flags: &[Flag]) -> Self {
        let hastens = |flag: &Flag| matches!(flag, Flag::Urgent | Flag::DangerToLife | Flag::Minor);
        if flags.iter().any(hastens) { Self::Immediate } else { Self::Routine }
    }
}

#[cfg(test)]
mod tests {
    use super::Precedence;
    use crate::domain::catalogue::terms::Flag;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand() {
        let codes: Vec<_> = Precedence::ALL.iter().map(|one| (one.code(), one.letter())).collect();
        assert_eq!(codes, [("routine", 'R'), ("priority", 'P'), ("immediate", 'O'), ("flash", 'Z')]);
        assert!(Precedence::ALL.iter().all(|one| Precedence::from_code(one.code()) == Some(*one)));
    }

    #[test]
    fn a_higher_precedence_aims_at_less_time() {
        let aims: Vec<_> = Precedence::ALL.iter().map(|one| one.handling_aim_minutes()).collect();
        assert_eq!(aims, [360, 180, 30, 10]);
        assert!(Precedence::ALL.is_sorted());
    }

    #[test]
    fn an_observer_may_suggest_all_but_flash_and_a_commander_releases_immediate() {
        let may: Vec<_> =
            Precedence::ALL.iter().map(|one| (one.is_suggestible(), one.needs_release())).collect();
        assert_eq!(may, [(true, false), (true, false), (true, true), (false, true)]);
        let before: Vec<_> = Precedence::ALL.iter().map(|one| one.before_release()).collect();
        assert_eq!(
            before,
            [Precedence::Routine, Precedence::Priority, Precedence::Priority, Precedence::Priority]
        );
    }

    #[test]
    fn haste_danger_to_life_or_a_child_suggest_immediate_and_nothing_else_does() {
        for flag in Flag::ALL {
            let expected = match flag {
                Flag::Urgent | Flag::DangerToLife | Flag::Minor => Precedence::Immediate,
                _ => Precedence::Routine,
            };
            assert_eq!(Precedence::suggested_by(&[Flag::OwnForcesArea, *flag]), expected, "{flag}");
        }
        assert_eq!(Precedence::suggested_by(&[]), Precedence::Routine);
    }
}
