//! What the police cell answers about a report.

use crate::domain::code::codes;

codes! {
    /// What became of a report at the police cell.
    FeedbackStatus, "feedback_status" {
        /// It arrived and is being read.
        Received = "received",
        /// More would help, if it is seen again on normal duty.
        NeedsMore = "needs_more",
        /// It belongs to a case that is already known.
        LinkedToKnown = "linked_to_known",
        /// It is being investigated.
        UnderInvestigation = "under_investigation",
        /// It went to another country's police.
        PassedAbroad = "passed_abroad",
        /// Nothing follows, for a stated reason.
        NoAction = "no_action",
        /// The matter is closed, with a result.
        ClosedResult = "closed_result",
    }
}

codes! {
    /// Why nothing follows; silence would read as indifference or corruption, so no action always has its reason.
    NoActionReason, "no_action_reason" {
        /// What was seen is no offence under the law that applies.
        NoOffence = "no_offence",
        /// Too little to act upon.
        TooVague = "too_vague",
        /// The police knew all of it.
        AlreadyKnown = "already_known",
        /// Another authority is competent, and cannot be reached by this road.
        OutOfCompetence = "out_of_competence",
        /// The local police have it.
        PassedToLocal = "passed_to_local",
        /// There is nobody free to act on it now.
        Resources = "resources",
    }
}

#[cfg(test)]
mod tests {
    use super::{FeedbackStatus, NoActionReason};
    use crate::domain::code::Coded;

    fn stands<C: Coded + std::fmt::Debug>(codes: &[&str]) {
        assert_eq!(C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>(), codes);
        assert!(C::ALL.iter().all(|member| C::from_code(member.code()) == Some(*member)));
    }

    #[test]
    fn the_published_codes_stand() {
        stands::<FeedbackStatus>(&[
            "received",
            "needs_more",
            "linked_to_known",
            "under_investigation",
            "passed_abroad",
            "no_action",
            "closed_result",
        ]);
        stands::<NoActionReason>(&[
            "no_offence",
            "too_vague",
            "already_known",
            "out_of_competence",
            "passed_to_local",
            "resources",
        ]);
    }
}
