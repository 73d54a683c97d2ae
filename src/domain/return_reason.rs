//! Why a commander hands a report back for completion.

use crate::domain::code::codes;

codes! {
    /// Why a report goes back to its observer, who completes it from memory and never goes out to find more.
    ReturnReason, "return_reason" {
        /// The time, or how exactly it is known, cannot be made out.
        TimeUnclear = "time_unclear",
        /// The place, or how exactly it is known, cannot be made out.
        PlaceUnclear = "place_unclear",
        /// How many people were seen is missing.
        CountsMissing = "counts_missing",
        /// An indicator does not say how it came to be known.
        IndicatorBasisMissing = "indicator_basis_missing",
        /// What was seen and what is thought stand in one text.
        FactsAndAssessmentMixed = "facts_and_assessment_mixed",
        /// An attachment cannot be opened.
        AttachmentUnreadable = "attachment_unreadable",
        /// Something else, said in the accompanying text.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::ReturnReason;
    use crate::domain::code::Coded;

    #[test]
    fn every_reason_is_about_the_report_and_none_asks_to_investigate() {
        let codes: Vec<_> = ReturnReason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(
            codes,
            [
                "time_unclear",
                "place_unclear",
                "counts_missing",
                "indicator_basis_missing",
                "facts_and_assessment_mixed",
                "attachment_unreadable",
                "other",
            ]
        );
        assert!(
            ReturnReason::ALL.iter().all(|reason| ReturnReason::from_code(reason.code()) == Some(*reason))
        );
    }
}
