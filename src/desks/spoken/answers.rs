//! Answers in words: what one is, who signed it, whether the signature holds.

use crate::desks::answers::Answer;
use crate::desks::signer::{Signature, Signer};
use crate::desks::spoken::{bulletins, codes, terms};
use crate::domain::answer::{Outcome, RefusalReason};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::vault::heard::AnswerKind;

/// What an answer is, in one line.
#[must_use]
pub fn gist(kind: AnswerKind, outcome: Option<Outcome>) -> Phrase {
    match (kind, outcome) {
        (AnswerKind::Feedback, Some(outcome)) => terms::outcome(outcome),
        (AnswerKind::Feedback, None) => Word("answer-feedback").into(),
        (AnswerKind::Acknowledgement, _) => Word("answer-acknowledgement").into(),
        (AnswerKind::Return, _) => Word("answer-return").into(),
        (AnswerKind::Bulletin, _) => Word("bulletin-everybody").into(),
    }
}

/// What an answer is, in one line; of words whose signature does not hold, nothing is told.
#[must_use]
pub fn named(answer: &Answer, signature_holds: bool, tongue: Tongue) -> Phrase {
    match answer.bulletin.as_ref().filter(|_| signature_holds) {
        Some(heading) => bulletins::headline(heading, tongue),
        None => gist(answer.heard.kind, answer.outcome.filter(|_| signature_holds)),
    }
}

/// Which reports it is about, or how long it is in force.
#[must_use]
pub fn at_a_glance(answer: &Answer, now: Timestamp) -> Phrase {
    match &answer.bulletin {
        Some(heading) => bulletins::standing(heading, now),
        None => about(&answer.heard.about),
    }
}

/// Who answers so.
#[must_use]
pub const fn who(kind: AnswerKind) -> Word {
    match kind {
        AnswerKind::Feedback | AnswerKind::Acknowledgement | AnswerKind::Bulletin => Word("words-of-police"),
        AnswerKind::Return => Word("words-of-commander"),
    }
}

/// Which reports it is about, in one line.
#[must_use]
pub fn about(numbers: &[u32]) -> Phrase {
    match numbers {
        [] => Word("answer-about-none").into(),
        [one] => Word("report-number").with("number", *one),
        [first, .., last] => {
            Word("answer-about").with("count", numbers.len()).with("first", *first).with("last", *last)
        }
    }
}

/// Who signed.
#[must_use]
pub fn signer(signer: Option<&Signer>) -> Phrase {
    signer.map_or_else(
        || Word("answer-signer-unknown").into(),
        |signer| {
            let role = codes::role(signer.role);
            Word("answer-signer").with("callsign", signer.callsign.as_str()).with("role", role)
        },
    )
}

/// What became of a signature.
#[must_use]
pub const fn signature(signature: Signature) -> Word {
    match signature {
        Signature::Holds => Word("signature-holds"),
        Signature::RevokedSince => Word("signature-revoked-since"),
        Signature::SignerGone => Word("signature-signer-gone"),
        Signature::Broken => Word("signature-broken"),
    }
}

/// Why the police could not take something.
#[must_use]
pub const fn refusal(reason: RefusalReason) -> Word {
    match reason {
        RefusalReason::NotAuthentic => Word("refusal-not-authentic"),
        RefusalReason::Revoked => Word("refusal-revoked"),
        RefusalReason::Forked => Word("refusal-forked"),
        RefusalReason::Unreadable => Word("refusal-unreadable"),
        RefusalReason::AboveCeiling => Word("refusal-above-ceiling"),
    }
}
