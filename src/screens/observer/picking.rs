//! The indicators as a list to pick from: those that fit the duty first, found by words in any language.

use crate::desks::spoken::terms;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::{Indicator, IndicatorId};
use crate::domain::catalogue::terms::Flag;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::duty::Duty;
use crate::domain::grading::Basis;
use crate::domain::observation::IndicatorSeen;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::widgets::picker::{Picker, Row};

/// The list, and which indicator each of its rows is.
#[derive(Debug, Clone, PartialEq)]
pub struct Picking {
    /// The list as it is shown.
    pub picker: Picker,
    ids: Vec<IndicatorId>,
}

impl Picking {
    /// The list for a draft, with what it holds already picked.
    #[must_use]
    pub fn open(draft: &Draft, catalogue: &Catalogue) -> Self {
        let offered = catalogue.to_pick(draft.duty.unwrap_or(Duty::Other), None);
        let mut ids: Vec<IndicatorId> = offered.iter().map(|row| row.id.clone()).collect();
        // What this device's catalogue does not offer stays in the report until it is taken out by hand.
        let others = draft.indicators.iter().map(|seen| &seen.id);
        let unknown: Vec<IndicatorId> = others.filter(|id| !ids.contains(id)).cloned().collect();
        ids.extend(unknown);
        let rows = ids.iter().map(|id| row(id, catalogue.get(id), manner(draft, id))).collect();
        let manners = Basis::ALL.iter().map(|basis| terms::basis(*basis)).collect();
        Self { picker: Picker::new(rows, manners, Word("pick-hint")), ids }
    }

    /// The row where the keys act.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.picker.selected()
    }

    /// Whether picking this row would take the report off the road to the commander.
    #[must_use]
    pub fn leaves_the_normal_road(&self, place: usize, catalogue: &Catalogue) -> bool {
        let picked = self.picker.rows().get(place).is_some_and(|row| row.manner.is_some());
        let known = self.ids.get(place).and_then(|id| catalogue.get(id));
        !picked && known.is_some_and(|row| row.has(Flag::RestrictedChannel))
    }

    /// What is picked: what the draft held already keeps its order and its notes, the rest follows.
    #[must_use]
    pub fn seen(&self, draft: &Draft) -> Vec<IndicatorSeen> {
        let picked = |id: &IndicatorId| {
            let place = self.ids.iter().position(|known| known == id)?;
            let manner = self.picker.rows().get(place)?.manner?;
            Basis::ALL.get(manner).copied()
        };
        let kept = draft
            .indicators
            .iter()
            .filter_map(|seen| picked(&seen.id).map(|basis| IndicatorSeen { basis, ..seen.clone() }));
        let mut all: Vec<IndicatorSeen> = kept.collect();
        for id in &self.ids {
            let held = all.iter().any(|seen| seen.id == *id);
            if let Some(basis) = picked(id).filter(|_| !held) {
                all.push(IndicatorSeen { id: id.clone(), basis, subject: None, note: None });
            }
        }
        all
    }
}

fn row(id: &IndicatorId, known: Option<&Indicator>, manner: Option<usize>) -> Row {
    match known {
        Some(Indicator { labels, .. }) => Row {
            label: terms::label(labels),
            found_by: format!("{} {} {} {}", labels.en, labels.nl, labels.fr, labels.de),
            manner,
        },
        None => Row { label: Phrase::verbatim(id.to_string()), found_by: id.to_string(), manner },
    }
}

fn manner(draft: &Draft, id: &IndicatorId) -> Option<usize> {
    let seen = draft.indicators.iter().find(|seen| seen.id == *id)?;
    Basis::ALL.iter().position(|basis| *basis == seen.basis)
}

#[cfg(test)]
mod tests {
    use super::Picking;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::draft::Draft;
    use crate::domain::grading::Basis;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::{IndicatorSeen, Language};
    use crate::domain::text::Line;
    use crate::domain::time::Timestamp;
    use crate::screens::kit::edit::Edit;

    struct Same;
    impl Dice for Same {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(7);
        }
    }

    fn draft(names: &[&str]) -> Draft {
        let begun = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let mut draft = Draft::begin(ReportId::fresh(begun, &mut Same), begun, Language::English);
        draft.indicators = names
            .iter()
            .map(|name| IndicatorSeen {
                id: IndicatorId::parse(name).unwrap(),
                basis: Basis::Hearsay,
                subject: None,
                note: Line::new("twice").ok(),
            })
            .collect();
        draft
    }

    #[test]
    fn nothing_picked_is_lost_not_even_what_this_catalogue_does_not_know() {
        let catalogue = Catalogue::embedded().unwrap();
        let draft = draft(&["new.unheard_of", "mob.confined"]);
        let mut picking = Picking::open(&draft, &catalogue);
        assert_eq!(picking.seen(&draft), draft.indicators);
        picking.picker.edit(&Edit::Paste("papiers gardes quelqu'un".to_owned()));
        picking.picker.toggle(picking.selected().unwrap());
        let seen = picking.seen(&draft);
        assert_eq!(
            seen.iter().map(|seen| seen.id.as_str()).collect::<Vec<_>>(),
            ["new.unheard_of", "mob.confined", "mob.documents_held"]
        );
        assert_eq!(seen.last().map(|seen| seen.basis), Some(Basis::SawMyself));
    }

    #[test]
    fn only_our_own_side_leaves_the_normal_road() {
        let catalogue = Catalogue::embedded().unwrap();
        let draft = draft(&["own.profits"]);
        let picking = Picking::open(&draft, &catalogue);
        let leaving =
            (0..picking.ids.len()).filter(|place| picking.leaves_the_normal_road(*place, &catalogue));
        let names: Vec<_> = leaving.map(|place| picking.ids[place].as_str()).collect();
        assert_eq!(
            names,
            ["own.buys_services", "own.assets_used"],
            "the third is picked, so taking it out asks nothing"
        );
    }
}
