//! What a described person seems to be in the matter.

use crate::domain::code::codes;

codes! {
    /// What a person seems to be in the matter, kept as an assessment and never as a fact (Directive 2016/680, art. 6).
    SubjectCategory, "subject_category" {
        /// Presumed to have a part in the offence.
        SuspectPresumed = "suspect_presumed",
        /// May be a victim; only the police ever say that somebody is one.
        PossibleVictim = "possible_victim",
        /// Saw or heard something.
        Witness = "witness",
        /// Was with the others, or is known to them.
        CompanionContact = "companion_contact",
        /// Belongs to the force or works for it.
        OwnPersonnel = "own_personnel",
        /// Nobody can say; the default.
        Unknown = "unknown",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for SubjectCategory {
    fn default() -> Self {
        Self::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::SubjectCategory;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand_and_nobody_is_labelled_by_default() {
        let codes: Vec<_> = SubjectCategory::ALL.iter().map(|category| category.code()).collect();
        assert_eq!(
            codes,
            [
                "suspect_presumed",
                "possible_victim",
                "witness",
                "companion_contact",
                "own_personnel",
                "unknown"
            ]
        );
        for category in SubjectCategory::ALL {
            assert_eq!(SubjectCategory::from_code(category.code()), Some(*category));
        }
        assert_eq!(SubjectCategory::default(), SubjectCategory::Unknown);
    }
}
