//! Answers in words: what one is, who signed it, whether the signature holds.

use crate::desks::observer::answers::Answer;
use crate::desks::signer::{Signature, Signer};
use crate::desks::spoken::{bulletins, codes, terms};
use crate::domain::answer::{Outcome, RefusalReason};
use crate::domain::time::Timestamp;
use crate::geography::dtg;
use crate::geography::zone::Zone;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::vault::earlier_reports::EarlierReport;
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
        None => match &answer.heard.of_earlier {
            Some(reports) => about_earlier(reports),
            None => about(&answer.heard.about),
        },
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

fn about_earlier(reports: &[EarlierReport]) -> Phrase {
    match reports {
        [] => Word("answer-earlier-unnamed").into(),
        [one] => Word("answer-earlier-one").with("number", one.number),
        [first, .., last] => {
            Word("answer-earlier-some").with("first", first.number).with("last", last.number)
        }
    }
}

/// What is known of the reports of an earlier device that an answer is about, a line each, and where they are; nothing
/// for an answer to reports of this device.
#[must_use]
pub fn earlier(answer: &Answer) -> Vec<Phrase> {
    let Some(reports) = &answer.heard.of_earlier else { return Vec::new() };
    let filed = |at: Timestamp| dtg::format(at.instant(), Zone::ZULU);
    let mut lines: Vec<Phrase> = reports
        .iter()
        .map(|report| Word("earlier-report").with("number", report.number).with("filed", filed(report.filed)))
        .collect();
    if lines.is_empty() {
        lines.push(Word("earlier-report-unnamed").into());
    }
    lines.push(Word("earlier-not-here").into());
    lines
}

/// What he can do who was given a report back: complete it, or tell in a new one what he remembers of one that is not
/// here.
#[must_use]
pub const fn returned_advice(answer: &Answer) -> Word {
    if answer.heard.of_earlier.is_some() { Word("earlier-returned") } else { Word("returned-advice") }
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
