//! Answers in words: one line in the list, all of it once it lies open.

use crate::desks::answers::{Said, Signature, Signer};
use crate::desks::spoken::{codes, terms};
use crate::domain::answer::{Outcome, RefusalReason};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::observer::answers::page::AnswerPage;
use crate::screens::observer::reading::{Tone, broken, group};
use crate::screens::observer::words;
use crate::vault::heard::AnswerKind;

/// What an answer is, in one line.
#[must_use]
pub fn gist(kind: AnswerKind, outcome: Option<Outcome>) -> Phrase {
    match (kind, outcome) {
        (AnswerKind::Feedback, Some(outcome)) => terms::outcome(outcome),
        (AnswerKind::Feedback, None) => Word("answer-feedback").into(),
        (AnswerKind::Acknowledgement, _) => Word("answer-acknowledgement").into(),
        (AnswerKind::Return, _) => Word("answer-return").into(),
    }
}

/// Who answers so.
#[must_use]
pub const fn who(kind: AnswerKind) -> Word {
    match kind {
        AnswerKind::Feedback | AnswerKind::Acknowledgement => Word("words-of-police"),
        AnswerKind::Return => Word("words-of-commander"),
    }
}

/// Which reports it is about, in one line.
#[must_use]
pub fn about(numbers: &[u32]) -> Phrase {
    match numbers {
        [] => Word("answer-about-none").into(),
        [one] => words::report_number(*one),
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

/// Everything an open answer says, in so many columns.
#[must_use]
pub fn lines(page: &AnswerPage, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let answer = &page.opened.answer;
    let say = |word: Word| tongue.say(word).into_owned();
    let speak = |phrase: Phrase| tongue.speak(&phrase);
    let mut text = vec![
        // Of words whose signature does not hold, nothing is shown.
        (Tone::Title, speak(gist(answer.heard.kind, answer.outcome.filter(|_| page.opened.said.is_some())))),
        (
            Tone::Plain,
            speak(
                Word("answer-signed")
                    .with("who", signer(answer.signer.as_ref()))
                    .with("when", group(answer.heard.at)),
            ),
        ),
        (Tone::Muted, speak(Word("answer-arrived").with("when", group(answer.heard.arrived)))),
        signature(page.opened.signature, tongue),
        (Tone::Plain, String::new()),
    ];
    match &page.opened.said {
        Some(Said::Acknowledged { items, refused }) => {
            text.push((Tone::Plain, speak(Word("answer-has-it").with("count", *items))));
            text.extend(refused.iter().map(|why| (Tone::Warning, format!("! {}", say(refusal(*why))))));
        }
        Some(Said::Feedback { text: words, .. }) => {
            text.extend(words.iter().map(|words| (Tone::Plain, words.as_str().to_owned())));
        }
        Some(Said::Returned { reason, note }) => {
            text.push((Tone::Warning, format!("! {}", say(terms::returned(*reason)))));
            text.extend(note.iter().map(|note| (Tone::Plain, note.as_str().to_owned())));
            text.push((Tone::Plain, say(Word("returned-advice"))));
        }
        None => {}
    }
    text.push((Tone::Plain, String::new()));
    text.push((Tone::Plain, numbers(page, tongue)));
    broken(text, columns)
}

/// The numbers of the reports, the chosen one in brackets.
fn numbers(page: &AnswerPage, tongue: Tongue) -> String {
    let numbers = &page.opened.answer.heard.about;
    if numbers.len() < 2 {
        return tongue.speak(&about(numbers));
    }
    let shown = numbers.iter().enumerate().map(|(place, number)| {
        if place == page.chosen { format!("[{number}]") } else { format!(" {number} ") }
    });
    let shown: String = shown.collect();
    tongue.speak(&Word("report-part").with("label", Word("reports")).with("text", shown.trim()))
}

fn signature(signature: Signature, tongue: Tongue) -> (Tone, String) {
    let (tone, word) = match signature {
        Signature::Holds => (Tone::Good, Word("signature-holds")),
        Signature::RevokedSince => (Tone::Warning, Word("signature-revoked-since")),
        Signature::SignerGone => (Tone::Warning, Word("signature-signer-gone")),
        Signature::Broken => (Tone::Warning, Word("signature-broken")),
    };
    let sign = if tone == Tone::Good { "=" } else { "!" };
    (tone, format!("{sign} {}", tongue.say(word)))
}

const fn refusal(reason: RefusalReason) -> Word {
    match reason {
        RefusalReason::NotAuthentic => Word("refusal-not-authentic"),
        RefusalReason::Revoked => Word("refusal-revoked"),
        RefusalReason::Forked => Word("refusal-forked"),
        RefusalReason::Unreadable => Word("refusal-unreadable"),
        RefusalReason::AboveCeiling => Word("refusal-above-ceiling"),
    }
}
