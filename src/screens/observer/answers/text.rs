//! An answer that lies open, in words.

use crate::desks::observer::answers::Said;
use crate::desks::signer::Signature;
use crate::desks::spoken::{answers, bulletins, terms};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::bulletin_text;
use crate::screens::desk::reading::{Tone, broken, group};
use crate::screens::observer::answers::page::AnswerPage;

/// Everything an open answer says, in so many columns.
#[must_use]
pub fn lines(page: &AnswerPage, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let answer = &page.opened.answer;
    let say = |word: Word| tongue.say(word).into_owned();
    let speak = |phrase: Phrase| tongue.speak(&phrase);
    let mut text = vec![
        // Of words whose signature does not hold, nothing is shown.
        (Tone::Title, speak(answers::named(answer, page.opened.said.is_some(), tongue))),
        (
            Tone::Plain,
            speak(
                Word("answer-signed")
                    .with("who", answers::signer(answer.signer.as_ref()))
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
            text.extend(
                refused.iter().map(|why| (Tone::Warning, format!("! {}", say(answers::refusal(*why))))),
            );
        }
        Some(Said::Feedback { text: words, .. }) => {
            text.extend(words.iter().map(|words| (Tone::Plain, words.as_str().to_owned())));
        }
        Some(Said::Returned { reason, note }) => {
            text.push((Tone::Warning, format!("! {}", say(terms::returned(*reason)))));
            text.extend(note.iter().map(|note| (Tone::Plain, note.as_str().to_owned())));
            text.push((Tone::Plain, say(answers::returned_advice(answer))));
        }
        Some(Said::Bulletin(told)) => {
            if let Some(heading) = &answer.bulletin {
                let missing = bulletins::missing(heading, page.at);
                text.extend(bulletin_text::lines(told, heading, missing, page.at, tongue));
            }
            return broken(text, columns);
        }
        None => {}
    }
    text.push((Tone::Plain, String::new()));
    match answer.heard.of_earlier {
        Some(_) => text.extend(answers::earlier(answer).into_iter().map(|line| (Tone::Plain, speak(line)))),
        None => text.push((Tone::Plain, numbers(page, tongue))),
    }
    broken(text, columns)
}

/// The numbers of the reports, the chosen one in brackets.
fn numbers(page: &AnswerPage, tongue: Tongue) -> String {
    let numbers = &page.opened.answer.heard.about;
    if numbers.len() < 2 {
        return tongue.speak(&answers::about(numbers));
    }
    let shown = numbers.iter().enumerate().map(|(place, number)| {
        if place == page.chosen { format!("[{number}]") } else { format!(" {number} ") }
    });
    let shown: String = shown.collect();
    tongue.speak(&Word("report-part").with("label", Word("reports")).with("text", shown.trim()))
}

fn signature(signature: Signature, tongue: Tongue) -> (Tone, String) {
    let (tone, sign) = if signature == Signature::Holds { (Tone::Good, "=") } else { (Tone::Warning, "!") };
    (tone, format!("{sign} {}", tongue.say(answers::signature(signature))))
}
