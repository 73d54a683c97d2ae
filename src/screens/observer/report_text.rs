//! A filed report and everything that was said of it, as lines to read.

use crate::desks::spoken::{shown, terms};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::kit::plain_text;
use crate::screens::observer::lines::{AnswerLine, ReportLine, Said};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Title,
    /// Text.
    Plain,
    /// Good news: it arrived, it was answered.
    Good,
    /// Something to do.
    Warning,
    /// By the way.
    Muted,
}

/// Columns a report has on a terminal of this width.
#[must_use]
pub fn columns(width: u16) -> usize {
    usize::from(width.saturating_sub(4).min(100)).max(1)
}

/// The lines as they are shown in a language: answers first, the newest on top, then what was filed.
#[must_use]
pub fn lines(report: &ReportLine, columns: usize, tongue: Tongue) -> Vec<(Tone, String)> {
    let mut text = vec![
        (
            Tone::Plain,
            report
                .observed
                .as_ref()
                .map_or_else(|| tongue.say(Word("no-time")).into_owned(), shown::time_written),
        ),
        (Tone::Plain, tongue.speak(&report.place)),
        (Tone::Plain, tongue.speak(&report.what)),
        (Tone::Good, tongue.speak(&terms::standing(report.standing, report.handed_over))),
        (Tone::Plain, String::new()),
    ];
    for answer in &report.answers {
        text.extend(said(answer, tongue));
        text.push((Tone::Plain, String::new()));
    }
    if report.answers.is_empty() {
        text.push((Tone::Muted, tongue.say(Word("no-answer-yet")).into_owned()));
        text.push((Tone::Plain, String::new()));
    }
    if let Some(facts) = &report.facts {
        text.push((Tone::Title, tongue.say(Word("what-you-filed")).into_owned()));
        text.push((Tone::Plain, facts.as_str().to_owned()));
    }
    let broken = |(tone, paragraph): (Tone, String)| {
        let lines = plain_text::wrapped(&plain_text::many_lines(&paragraph), columns);
        lines.into_iter().map(move |line| (tone, line))
    };
    text.into_iter().flat_map(broken).collect()
}

fn said(answer: &AnswerLine, tongue: Tongue) -> Vec<(Tone, String)> {
    let by = |phrase: Phrase| tongue.speak(&phrase.with("when", terms::instant(answer.at)));
    match &answer.said {
        Said::ByCell { signer, outcome, text } => {
            let desk: String = signer.to_string().chars().take(8).collect();
            let mut lines = vec![
                (Tone::Title, by(Word("by-cell").with("desk", desk))),
                (Tone::Good, tongue.speak(&terms::outcome(*outcome))),
            ];
            lines.extend(text.iter().map(|text| (Tone::Plain, text.as_str().to_owned())));
            lines
        }
        Said::ByCommander { reason, note } => {
            let mut lines = vec![
                (Tone::Title, by(Word("by-commander").into())),
                (Tone::Warning, format!("! {}", tongue.say(terms::returned(*reason)))),
            ];
            lines.extend(note.iter().map(|note| (Tone::Plain, note.as_str().to_owned())));
            lines.push((Tone::Plain, tongue.say(Word("returned-advice")).into_owned()));
            lines
        }
    }
}
