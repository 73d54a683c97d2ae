//! A filed report and everything that was said of it, as lines to read: answers first, the newest on top, then that one
//! is overdue, then what was filed, all of it.

use crate::desks::spoken::terms;
use crate::domain::answer::Feedback;
use crate::domain::catalogue::Catalogue;
use crate::domain::report::Return;
use crate::domain::standing::Standing;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, broken};
use crate::screens::desk::report_text::Writer;
use crate::screens::desk::words;
use crate::screens::observer::overdue;
use crate::screens::observer::report_page::ReportPage;

/// A paragraph.
type Said = (Tone, String);

/// The lines of a report as they are shown in a language.
#[must_use]
pub fn report(page: &ReportPage, catalogue: &Catalogue, columns: usize, tongue: Tongue) -> Vec<Said> {
    let own = &page.own;
    let (filed, head) = (&own.held.report, own.held.report.head());
    let standing = terms::standing(Standing::of(&own.held.facts), own.held.handed_over);
    let mut text = vec![
        (Tone::Title, tongue.speak(&words::report_number(head.sequence))),
        (Tone::Good, tongue.speak(&standing)),
    ];
    text.extend(answers(page, tongue));
    text.extend(page.overdue.iter().flat_map(|report| overdue::on_its_page(report, tongue)));
    text.push((Tone::Plain, String::new()));
    text.push((Tone::Title, tongue.say(Word("report-as-filed")).into_owned()));
    let writer = Writer { tongue, catalogue };
    text.extend(writer.observation(filed));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.attachments(&filed.observation().attachments));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.head(head));
    broken(text, columns)
}

fn answers(page: &ReportPage, tongue: Tongue) -> Vec<Said> {
    let own = &page.own;
    let by_cell = own
        .answers
        .iter()
        .map(|held| (held.feedback.at(), by_cell(page.signer(held), &held.feedback, tongue)));
    let by_commander = own.returned.iter().map(|returned| (returned.at, by_commander(returned, tongue)));
    let mut all: Vec<_> = by_cell.chain(by_commander).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    if all.is_empty() {
        return vec![(Tone::Muted, tongue.say(Word("no-answer-yet")).into_owned())];
    }
    all.into_iter().flat_map(|(_, said)| [vec![(Tone::Plain, String::new())], said].concat()).collect()
}

fn by_cell(desk: String, feedback: &Feedback, tongue: Tongue) -> Vec<Said> {
    let who = Word("by-cell").with("desk", desk).with("when", terms::instant(feedback.at()));
    let mut said = vec![
        (Tone::Title, tongue.speak(&who)),
        (Tone::Good, tongue.speak(&terms::outcome(feedback.outcome()))),
    ];
    said.extend(feedback.text().map(|text| (Tone::Plain, text.as_str().to_owned())));
    said
}

fn by_commander(returned: &Return, tongue: Tongue) -> Vec<Said> {
    let who = Word("by-commander").with("when", terms::instant(returned.at));
    let mut said = vec![
        (Tone::Title, tongue.speak(&who)),
        (Tone::Warning, format!("! {}", tongue.say(terms::returned(returned.reason)))),
    ];
    said.extend(returned.note.iter().map(|note| (Tone::Plain, note.as_str().to_owned())));
    said.push((Tone::Plain, tongue.say(Word("returned-advice")).into_owned()));
    said
}
