//! Answers that should have been here by now, as this desk tells of them: on the page of one report, and of all together
//! where packets are handed over.

use std::cmp::Reverse;

use crate::desks::observer::overdue::OverdueReport;
use crate::desks::spoken::overdue::{HowTo, by, explained};
use crate::domain::code::Coded;
use crate::domain::overdue::OtherRoad;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::desk::reading::{Tone, group};
use crate::screens::observer::lines::ReportLine;

/// All of them together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllOverdue {
    /// How many.
    pub count: usize,
    /// Since when the first of them is.
    pub since: Timestamp,
    /// The roads, those that most have not taken first, with how many have not.
    roads: Vec<(OtherRoad, usize)>,
}

impl AllOverdue {
    /// Those in the list; nothing where there is none.
    #[must_use]
    pub fn of(lines: &[ReportLine]) -> Option<Self> {
        let all = || lines.iter().filter_map(|line| line.overdue.as_deref());
        let since = all().map(|one| one.overdue.expected).min()?;
        let untaken = |road: OtherRoad| all().filter(|one| one.handed.took(road).is_none()).count();
        let mut roads: Vec<_> = OtherRoad::ALL.iter().map(|road| (*road, untaken(*road))).collect();
        roads.sort_by_key(|(_, untaken)| Reverse(*untaken));
        Some(Self { count: all().count(), since, roads })
    }

    /// What is known of them and how else they may go, where packets are handed over.
    pub fn say(&self, say: &mut dyn FnMut(Tone, Phrase)) {
        let waiting = Word("overdue-waiting").with("count", self.count);
        say(Tone::Title, waiting.with("when", group(self.since)));
        say(Tone::Plain, Word("overdue-harmless").into());
        say(Tone::Plain, Word("overdue-roads").into());
        for (road, untaken) in &self.roads {
            // Who carries a stick, this device cannot know.
            let told = *untaken > 0 && *road != OtherRoad::Carrier;
            say(
                Tone::Plain,
                match told {
                    true => {
                        by(Word("overdue-by-untaken"), *road, &Keys::AtTheTransfer).with("count", *untaken)
                    }
                    false => by(Word("overdue-by"), *road, &Keys::AtTheTransfer),
                },
            );
        }
    }
}

/// Where the keys are pressed that take a road.
enum Keys {
    /// Where one report lies open.
    OnItsPage,
    /// Where packets are handed over.
    AtTheTransfer,
}

impl HowTo for Keys {
    fn take(&self, road: OtherRoad) -> Phrase {
        match (self, road) {
            (_, OtherRoad::Relay) => Word("overdue-how-sync").into(),
            (Self::OnItsPage, _) => Word("overdue-how-write").into(),
            (Self::AtTheTransfer, _) => Phrase::verbatim("w"),
        }
    }
}

/// What the page of a report tells of it.
#[must_use]
pub fn on_its_page(report: &OverdueReport, tongue: Tongue) -> Vec<(Tone, String)> {
    let mut text = vec![(Tone::Plain, String::new())];
    let explained = explained(report, &Keys::OnItsPage).into_iter().enumerate();
    text.extend(explained.map(|(place, phrase)| {
        let tone = if place == 0 { Tone::Title } else { Tone::Plain };
        (tone, tongue.speak(&phrase))
    }));
    text
}

#[cfg(test)]
mod tests {
    use crate::language::tongue::Tongue;
    use crate::language::word::Word;
    use crate::screens::kit::plain_text::width;
    use crate::screens::kit::widgets::too_small::COLUMNS;

    #[test]
    fn the_line_above_the_list_fits_the_smallest_terminal_in_every_language() {
        for tongue in Tongue::ALL {
            for count in [1, 2, 10_000_usize] {
                let said = tongue.speak(&Word("overdue-line").with("count", count));
                assert!(width(&said) <= usize::from(COLUMNS) - 2, "{}: {said}", width(&said));
            }
        }
    }
}
