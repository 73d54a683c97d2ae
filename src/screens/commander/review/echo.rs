//! What stands below the fields of a statement: what is chosen, in words, and what follows from it.

use crate::desks::spoken::{codes, grades};
use crate::domain::code::Coded;
use crate::domain::grading::{EuropolCode, HandlingCode, InformationCredibility, SourceReliability};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::review::entries::{Entry, nth};
use crate::screens::commander::review::statement::Statement;

impl Statement {
    /// Shows below each field what it means; where the keys are on a grade, all of its grades in words. `derived` is the
    /// Europol code that follows from what is chosen.
    pub fn show_back(&mut self, has_keys: bool, derived: Option<EuropolCode>) {
        let focused = has_keys.then(|| self.focused());
        let grade = self.grade();
        let offers =
            |entry, all: Vec<Phrase>, at| if focused == Some(entry) { (all, at) } else { (Vec::new(), None) };
        let lines =
            |letter: &str, word: Word| Word("judge-grade").with("letter", letter).with("meaning", word);
        let sources =
            SourceReliability::ALL.iter().map(|one| lines(one.code(), grades::source(*one))).collect();
        let source = offers(Entry::Source, sources, nth(grade.source));
        let meaning = |open: bool, word: Word| if open { Vec::new() } else { vec![Phrase::from(word)] };
        self.with(Entry::Source, |field| {
            field.echo = meaning(!source.0.is_empty(), grades::source(grade.source));
            field.offers = source;
        });
        let informations = InformationCredibility::ALL
            .iter()
            .map(|one| lines(one.code(), grades::information(*one)))
            .collect();
        let information = offers(Entry::Information, informations, nth(grade.information));
        self.with(Entry::Information, |field| {
            field.echo = meaning(!information.0.is_empty(), grades::information(grade.information));
            field.echo.push(europol(derived));
            field.offers = information;
        });
        let (code, officials) = (self.handling_code(), self.leeway.officials);
        let too_free = officials && code < HandlingCode::H2;
        self.with(Entry::Handling, |field| {
            field.echo = vec![grades::handling(code).into()];
            field.advice = too_free.then(|| Word("judge-officials").into()).into_iter().collect();
        });
        let kept: Vec<Phrase> =
            self.leeway.caveats.iter().map(|caveat| codes::caveat(*caveat).into()).collect();
        self.with(Entry::Caveats, |field| {
            field.echo = if kept.is_empty() {
                Vec::new()
            } else {
                vec![Word("judge-caveats-kept").with("caveats", kept)]
            };
        });
        let (chosen, awaits) = (self.precedence(), self.awaits_release());
        self.with(Entry::Precedence, |field| {
            field.advice = match (chosen.needs_release(), awaits) {
                (true, _) => vec![Word("judge-released").into()],
                (false, true) => vec![Word("judge-awaits-release").into()],
                (false, false) => Vec::new(),
            };
        });
        let repeats = self.repeats.as_ref().map_or_else(
            || Word("judge-repeats-none").into(),
            |(_, called)| Word("judge-repeats-of").with("report", called.clone()),
        );
        self.with(Entry::Repeats, |field| field.show(repeats));
    }
}

/// The Europol code, always called derived.
fn europol(derived: Option<EuropolCode>) -> Phrase {
    match derived {
        None => Word("judge-europol-none").into(),
        Some(code) if code.is_fairly_reliable() => {
            Word("judge-europol-fairly").with("code", code.to_string())
        }
        Some(code) => Word("judge-europol").with("code", code.to_string()),
    }
}
