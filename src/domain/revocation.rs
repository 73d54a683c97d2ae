//! Why a member's keys are void.

use crate::domain::code::codes;

codes! {
    /// Why the keys of a member are void. Once void they stay so: whoever comes back comes with new keys.
    RevocationReason, "revocation_reason" {
        /// His device is lost.
        Lost = "lost",
        /// His device was stolen.
        Stolen = "stolen",
        /// Somebody else may have used his keys.
        Compromised = "compromised",
        /// He has left the contingent.
        Left = "left",
        /// He was enrolled by mistake.
        Mistaken = "mistaken",
        /// Something else.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::RevocationReason;
    use crate::domain::code::Coded;
    use crate::domain::text::Line;

    #[test]
    fn every_reason_can_stand_on_a_roster_by_its_code() {
        for reason in RevocationReason::ALL {
            assert!(Line::new(reason.code()).is_ok());
            assert_eq!(RevocationReason::from_code(reason.code()), Some(*reason));
        }
    }
}
