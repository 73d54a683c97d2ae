//! The indicators as a list to pick from: those that fit the duty first, found by everyday words in any language.

use crate::desks::spoken::{terms, told};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::{Indicator, IndicatorId};
use crate::domain::catalogue::search::Search;
use crate::domain::catalogue::terms::Flag;
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::duty::Duty;
use crate::domain::grading::Basis;
use crate::domain::observation::{IndicatorSeen, Language};
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::picker::{Picker, Row};
use crate::screens::observer::form::picked::Picked;

/// The list, and which indicator each of its rows is.
#[derive(Debug, Clone, PartialEq)]
pub struct Picking {
    /// The list as it is shown.
    pub picker: Picker,
    /// What more is being said of a picked one.
    pub details: Option<Picked>,
    ids: Vec<IndicatorId>,
    search: Search,
}

impl Picking {
    /// The list for a draft, with what it holds already picked.
    #[must_use]
    pub fn open(draft: &Draft, catalogue: &Catalogue) -> Self {
        let offered = catalogue.suited(draft.duty.unwrap_or(Duty::Other), None).all();
        let mut ids: Vec<IndicatorId> = offered.iter().map(|row| row.id.clone()).collect();
        // What this device's catalogue does not offer stays in the report until it is taken out by hand.
        let others = draft.indicators.iter().map(|seen| &seen.id);
        let unknown: Vec<IndicatorId> = others.filter(|id| !ids.contains(id)).cloned().collect();
        ids.extend(unknown);
        let rows = ids.iter().map(|id| row(id, catalogue.get(id), draft)).collect();
        let manners = Basis::ALL.iter().map(|basis| terms::basis(*basis)).collect();
        let picker = Picker::new(rows, manners, Word("pick-hint"));
        Self { picker, details: None, ids, search: Search::of(catalogue) }
    }

    /// The row where the keys act.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.picker.selected()
    }

    /// Types, and shows what fits best first.
    pub fn edit(&mut self, edit: &Edit, catalogue: &Catalogue, language: Language) {
        if !self.picker.edit(edit) {
            return;
        }
        let typed = self.picker.typed();
        if typed.trim().is_empty() {
            self.picker.show((0..self.ids.len()).collect());
            return;
        }
        let among: Vec<&Indicator> = self.ids.iter().filter_map(|id| catalogue.get(id)).collect();
        let found = self.search.find(typed, language, &among);
        let mut places: Vec<usize> =
            found.iter().filter_map(|row| self.ids.iter().position(|id| *id == row.id)).collect();
        // A row of another catalogue has no words but its name.
        let by_name = |(_, id): &(usize, &IndicatorId)| {
            catalogue.get(id).is_none() && id.as_str().contains(typed.trim())
        };
        places.extend(self.ids.iter().enumerate().filter(by_name).map(|(place, _)| place));
        self.picker.show(places);
    }

    /// Whether picking this row would take the report off the road to the commander.
    #[must_use]
    pub fn leaves_the_normal_road(&self, place: usize, catalogue: &Catalogue) -> bool {
        let picked = self.picker.rows().get(place).is_some_and(|row| row.manner.is_some());
        let known = self.ids.get(place).and_then(|id| catalogue.get(id));
        !picked && known.is_some_and(|row| row.has(Flag::RestrictedChannel))
    }

    /// The place among a draft's indicators of the one where the keys act, if it is picked.
    #[must_use]
    pub fn picked_place(&self, draft: &Draft) -> Option<usize> {
        let id = self.ids.get(self.selected()?)?;
        draft.indicators.iter().position(|seen| seen.id == *id)
    }

    /// Shows again what a draft says of the row where the keys act.
    pub fn show_again(&mut self, draft: &Draft) {
        let Some(place) = self.selected() else { return };
        let Some(id) = self.ids.get(place).cloned() else { return };
        self.picker.say(place, manner(draft, &id), said(draft, &id));
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

fn row(id: &IndicatorId, known: Option<&Indicator>, draft: &Draft) -> Row {
    let label = known.map_or_else(|| Phrase::verbatim(id.to_string()), |known| terms::label(&known.labels));
    Row { label, manner: manner(draft, id), said: said(draft, id) }
}

fn manner(draft: &Draft, id: &IndicatorId) -> Option<usize> {
    let seen = draft.indicators.iter().find(|seen| seen.id == *id)?;
    Basis::ALL.iter().position(|basis| *basis == seen.basis)
}

/// Who or what showed it, and what was noted.
fn said(draft: &Draft, id: &IndicatorId) -> Vec<Phrase> {
    let Some(seen) = draft.indicators.iter().find(|seen| seen.id == *id) else { return Vec::new() };
    let shown_by = seen.subject.and_then(|reference| draft.entity(reference)).map(told::entity);
    shown_by.into_iter().chain(seen.note.as_ref().map(|note| Phrase::verbatim(note.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::Picking;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::indicator::IndicatorId;
    use crate::domain::draft::Draft;
    use crate::domain::duty::Duty;
    use crate::domain::grading::Basis;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::{IndicatorSeen, Language};
    use crate::domain::text::Line;
    use crate::domain::time::Timestamp;
    use crate::screens::kit::edit::{Edit, Step};

    struct Same;
    impl Dice for Same {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(7);
        }
    }

    fn draft() -> Draft {
        let begun = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        Draft::begin(ReportId::fresh(begun, &mut Same), begun, Language::English)
    }

    fn seen(id: &str, note: Option<&str>) -> IndicatorSeen {
        IndicatorSeen {
            id: IndicatorId::parse(id).unwrap(),
            basis: Basis::Hearsay,
            subject: None,
            note: note.map(|note| Line::new(note).unwrap()),
        }
    }

    #[test]
    fn notes_survive_and_what_this_catalogue_does_not_know_stays() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = draft();
        draft.indicators =
            vec![seen("trn.hidden_people", Some("under the seats")), seen("xyz.new_one", None)];
        let mut picking = Picking::open(&draft, &catalogue);
        assert_eq!(picking.seen(&draft), draft.indicators);
        picking.edit(&Edit::Paste("xyz".to_owned()), &catalogue, Language::English);
        let place = picking.selected().unwrap();
        picking.picker.toggle(place);
        assert_eq!(picking.seen(&draft), draft.indicators[..1]);
    }

    #[test]
    fn mistyped_everyday_words_of_another_language_find_it() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = draft();
        draft.duty = Some(Duty::Checkpoint);
        let mut picking = Picking::open(&draft, &catalogue);
        let offered = picking.selected();
        picking.edit(&Edit::Paste("Lieferwgaen".to_owned()), &catalogue, Language::English);
        assert!(picking.selected().is_some());
        picking.edit(&Edit::Step(Step::DeleteWord), &catalogue, Language::English);
        assert_eq!(picking.selected(), offered, "nothing typed shows what fits the duty again");
    }

    #[test]
    fn only_our_own_side_leaves_the_normal_road() {
        let catalogue = Catalogue::embedded().unwrap();
        let mut draft = draft();
        draft.indicators = vec![seen("own.profits", None)];
        let picking = Picking::open(&draft, &catalogue);
        let leaving = (0..picking.ids.len()).filter(|at| picking.leaves_the_normal_road(*at, &catalogue));
        let names: Vec<_> = leaving.map(|place| picking.ids[place].as_str()).collect();
        assert_eq!(
            names,
            ["own.buys_services", "own.assets_used"],
            "the third is picked, so taking it out asks nothing"
        );
    }
}
