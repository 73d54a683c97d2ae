//! Why somebody's keys are void, and why a membership or a revocation does not count.

use crate::domain::revocation::RevocationReason;
use crate::language::word::Word;
use crate::wire::amendment::AmendmentError;

/// Why somebody's keys are void, in at most twenty columns.
#[must_use]
pub const fn reason(code: RevocationReason) -> Word {
    match code {
        RevocationReason::Lost => Word("revocation-reason-lost"),
        RevocationReason::Stolen => Word("revocation-reason-stolen"),
        RevocationReason::Compromised => Word("revocation-reason-compromised"),
        RevocationReason::Left => Word("revocation-reason-left"),
        RevocationReason::Mistaken => Word("revocation-reason-mistaken"),
        RevocationReason::Other => Word("revocation-reason-other"),
    }
}

/// Why a membership or a revocation cannot be made.
#[must_use]
pub const fn refusal(why: AmendmentError) -> Word {
    match why {
        AmendmentError::Statement(_) => Word("fault-statement"),
        AmendmentError::Taken => Word("fault-name-taken"),
        AmendmentError::Void => Word("fault-void-keys"),
        AmendmentError::NotHis | AmendmentError::NotAlone | AmendmentError::Unknown => Word("fault-not-his"),
    }
}
