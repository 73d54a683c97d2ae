//! Persons and things of a draft while they are written: put in, changed, taken out, tied together.
//!
//! An entity keeps its name (`e1`…) as long as it is in the draft, so that ties and indicators that point at it stay
//! right whatever else is taken out. Whatever is done, nothing points at what is not there.

use crate::domain::draft::{Draft, DraftField};
use crate::domain::entity::{EntityKind, EntityRef, Link};
use crate::domain::observation::Entity;

/// The most entities, and the most ties between them, that a report carries.
pub const MOST: usize = 99;

/// Why something was not done to the entities of a draft; the draft is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntityRefused {
    /// No room.
    #[error(
        "a report holds at most {MOST} persons and things; what is written is kept, use a second report for more"
    )]
    TooMany,
    /// No room for a tie.
    #[error("a report holds at most {MOST} ties; what is written is kept")]
    TooManyLinks,
    /// It is not in the draft, or not any more.
    #[error("that person or thing is no longer in this report; nothing was changed")]
    NotThere,
    /// A tie of something to itself.
    #[error("nothing can be tied to itself; choose two different ones")]
    ToItself,
    /// The very same tie is there.
    #[error("these two are tied in this way already")]
    TiedAlready,
}

impl Draft {
    /// The entity of this name.
    #[must_use]
    pub fn entity(&self, reference: EntityRef) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.reference == reference)
    }

    /// Puts an entity in, under the first name that is free, and gives that name. What changed: [`DraftField::Entities`].
    ///
    /// # Errors
    /// [`EntityRefused::TooMany`] beside 99 others.
    pub fn add_entity(&mut self, kind: EntityKind) -> Result<EntityRef, EntityRefused> {
        let free = (1..=MOST).filter_map(|number| EntityRef::nth(number).ok());
        let reference =
            free.into_iter().find(|name| self.entity(*name).is_none()).ok_or(EntityRefused::TooMany)?;
        self.entities.push(Entity { reference, kind });
        Ok(reference)
    }

    /// Puts other words, or another kind of thing, under a name. What changed: [`DraftField::Entities`].
    ///
    /// # Errors
    /// [`EntityRefused::NotThere`] for a name nobody bears.
    pub fn change_entity(&mut self, reference: EntityRef, kind: EntityKind) -> Result<(), EntityRefused> {
        let found = self.entities.iter_mut().find(|entity| entity.reference == reference);
        found.map(|entity| entity.kind = kind).ok_or(EntityRefused::NotThere)
    }

    /// Takes an entity out, with its ties, and frees the indicators that pointed at it: they stay, about nobody.
    ///
    /// Gives the fields that changed in the order in which they are to be saved: what points first, what is pointed
    /// at last, so that a draft whose saving is cut short never points at nothing.
    ///
    /// # Errors
    /// [`EntityRefused::NotThere`] for a name nobody bears.
    pub fn remove_entity(&mut self, reference: EntityRef) -> Result<Vec<DraftField>, EntityRefused> {
        let place = self.entities.iter().position(|entity| entity.reference == reference);
        self.entities.remove(place.ok_or(EntityRefused::NotThere)?);
        let mut changed = self.mend();
        changed.push(DraftField::Entities);
        Ok(changed)
    }

    /// Ties two entities. What changed: [`DraftField::Links`].
    ///
    /// # Errors
    /// [`EntityRefused`] if one of the two is not there, both are one, the tie exists, or there are 99.
    pub fn link(&mut self, link: Link) -> Result<(), EntityRefused> {
        if self.entity(link.from).is_none() || self.entity(link.to).is_none() {
            return Err(EntityRefused::NotThere);
        }
        if link.from == link.to {
            return Err(EntityRefused::ToItself);
        }
        if self.links.contains(&link) {
            return Err(EntityRefused::TiedAlready);
        }
        if self.links.len() >= MOST {
            return Err(EntityRefused::TooManyLinks);
        }
        self.links.push(link);
        Ok(())
    }

    /// Unties two entities; says whether they were tied in this way. What changed: [`DraftField::Links`].
    pub fn unlink(&mut self, link: Link) -> bool {
        let before = self.links.len();
        self.links.retain(|kept| *kept != link);
        self.links.len() != before
    }

    /// Says which entity shows the indicator at this place of the draft's list, or that none does.
    /// What changed: [`DraftField::Indicators`].
    ///
    /// # Errors
    /// [`EntityRefused::NotThere`] if the entity, or an indicator at that place, is not there.
    pub fn point_indicator(&mut self, place: usize, subject: Option<EntityRef>) -> Result<(), EntityRefused> {
        if subject.is_some_and(|reference| self.entity(reference).is_none()) {
            return Err(EntityRefused::NotThere);
        }
        let seen = self.indicators.get_mut(place).ok_or(EntityRefused::NotThere)?;
        seen.subject = subject;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityRefused, MOST};
    use crate::domain::code::Coded;
    use crate::domain::draft::{Draft, DraftField};
    use crate::domain::entity::{EntityKind, EntityRef, Link, LinkType, Person};
    use crate::domain::grading::Basis;
    use crate::domain::ids::{ReportId, tests::Counting};
    use crate::domain::observation::{IndicatorSeen, Language};
    use crate::domain::subject_category::SubjectCategory;
    use crate::domain::text::Line;
    use crate::domain::time::Timestamp;
    use proptest::prelude::*;

    fn draft() -> Draft {
        let begun = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let mut draft = Draft::begin(ReportId::fresh(begun, &mut Counting(1)), begun, Language::Dutch);
        draft.indicators = ["trn.scout_car", "mob.confined"]
            .iter()
            .map(|name| IndicatorSeen {
                id: name.parse().unwrap(),
                basis: Basis::SawMyself,
                subject: None,
                note: None,
            })
            .collect();
        draft
    }

    fn person() -> EntityKind {
        EntityKind::Person(Person::default())
    }

    fn drives(from: EntityRef, to: EntityRef) -> Link {
        Link { from, to, link: LinkType::Drives }
    }

    #[test]
    fn who_leaves_takes_his_ties_along_and_the_others_keep_their_names() {
        let mut draft = draft();
        let [driver, car, house] = [0; 3].map(|_| draft.add_entity(person()).unwrap());
        draft.link(drives(driver, car)).unwrap();
        draft.link(drives(car, house)).unwrap();
        draft.point_indicator(0, Some(driver)).unwrap();
        draft.point_indicator(1, Some(car)).unwrap();
        let saved_in_order = [DraftField::Indicators, DraftField::Links, DraftField::Entities];
        assert_eq!(draft.remove_entity(driver).unwrap(), saved_in_order);
        assert_eq!(draft.links, [drives(car, house)]);
        assert_eq!(draft.indicators.iter().map(|seen| seen.subject).collect::<Vec<_>>(), [None, Some(car)]);
        assert_eq!(draft.add_entity(person()), Ok(driver), "a free name is used again");
        assert_eq!(draft.remove_entity(driver).unwrap(), [DraftField::Entities]);
        assert_eq!(draft.remove_entity(driver), Err(EntityRefused::NotThere));
    }

    #[test]
    fn ties_hold_between_two_that_are_there_and_only_once() {
        let mut draft = draft();
        let [one, other] = [0; 2].map(|_| draft.add_entity(person()).unwrap());
        let nobody = EntityRef::nth(9).unwrap();
        assert_eq!(draft.link(drives(one, nobody)), Err(EntityRefused::NotThere));
        assert_eq!(draft.link(drives(one, one)), Err(EntityRefused::ToItself));
        assert_eq!(draft.link(drives(one, other)), Ok(()));
        assert_eq!(draft.link(drives(one, other)), Err(EntityRefused::TiedAlready));
        assert!(draft.unlink(drives(one, other)) && !draft.unlink(drives(one, other)));
        assert_eq!(draft.point_indicator(0, Some(nobody)), Err(EntityRefused::NotThere));
        assert_eq!(draft.point_indicator(7, Some(one)), Err(EntityRefused::NotThere));
    }

    #[test]
    fn ninety_nine_are_enough_and_nobody_is_labelled_by_default() {
        let mut draft = draft();
        for _ in 0..MOST {
            draft.add_entity(person()).unwrap();
        }
        assert_eq!(draft.add_entity(person()), Err(EntityRefused::TooMany));
        assert_eq!(Person::default().category.unwrap_or_default(), SubjectCategory::Unknown);
        let named = EntityKind::Place { description: Line::new("yard").unwrap() };
        draft.change_entity(EntityRef::nth(99).unwrap(), named.clone()).unwrap();
        assert_eq!(draft.entity(EntityRef::nth(99).unwrap()).map(|entity| &entity.kind), Some(&named));
    }

    #[test]
    fn a_draft_whose_saving_was_cut_short_is_mended() {
        let mut draft = draft();
        let [one, other] = [0; 2].map(|_| draft.add_entity(person()).unwrap());
        draft.link(drives(one, other)).unwrap();
        draft.point_indicator(1, Some(other)).unwrap();
        assert!(draft.mend().is_empty());
        draft.entities.pop();
        assert_eq!(draft.mend(), [DraftField::Indicators, DraftField::Links]);
        assert!(draft.mend().is_empty());
    }

    #[derive(Debug, Clone)]
    enum Act {
        Add,
        Change(usize),
        Remove(usize),
        Tie(usize, usize, LinkType),
        Untie(usize, usize, LinkType),
        Point(usize, Option<usize>),
    }

    fn act() -> impl Strategy<Value = Act> {
        let name = || 1..8_usize;
        let tie = || proptest::sample::select(LinkType::ALL);
        prop_oneof![
            3 => Just(Act::Add),
            1 => name().prop_map(Act::Change),
            2 => name().prop_map(Act::Remove),
            3 => (name(), name(), tie()).prop_map(|(from, to, link)| Act::Tie(from, to, link)),
            1 => (name(), name(), tie()).prop_map(|(from, to, link)| Act::Untie(from, to, link)),
            2 => (0..3_usize, proptest::option::of(name())).prop_map(|(place, subject)| Act::Point(place, subject)),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_done_nothing_points_at_what_is_not_there(acts in proptest::collection::vec(act(), 0..60)) {
            let mut draft = draft();
            let name = |number| EntityRef::nth(number).unwrap();
            for act in acts {
                let before = draft.clone();
                let refused = match act {
                    Act::Add => draft.add_entity(person()).is_err(),
                    Act::Change(one) => draft.change_entity(name(one), person()).is_err(),
                    Act::Remove(one) => draft.remove_entity(name(one)).is_err(),
                    Act::Tie(from, to, link) => draft.link(Link { from: name(from), to: name(to), link }).is_err(),
                    Act::Untie(from, to, link) => !draft.unlink(Link { from: name(from), to: name(to), link }),
                    Act::Point(place, subject) => draft.point_indicator(place, subject.map(name)).is_err(),
                };
                prop_assert!(!refused || draft == before, "what is refused changes nothing");
                let mut names: Vec<_> = draft.entities.iter().map(|entity| entity.reference).collect();
                names.sort_unstable();
                names.dedup();
                prop_assert_eq!(names.len(), draft.entities.len(), "no two share a name");
                prop_assert!(draft.clone().mend().is_empty());
            }
        }
    }
}
