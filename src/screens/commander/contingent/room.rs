//! What the room knows.

use crate::desks::commander::contingent::ContingentMember;
use crate::domain::ids::MemberId;
use crate::screens::commander::contingent::asked::{Asked, Leaving, Naming, Placed, Placing, Replaced};
use crate::screens::commander::contingent::keys::Place;
use crate::screens::desk::folder::Ask;
use crate::screens::desk::keys::Context;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::plain_text;
use crate::screens::kit::widgets::list;
use crate::screens::kit::widgets::search_line::SearchLine;
use crate::screens::kit::widgets::text_field::TextField;

/// Who is out there, and when he was last heard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContingentRoom {
    /// Everybody; `None` until they were read.
    members: Option<Vec<ContingentMember>>,
    /// The place of the selected one among those shown.
    at: usize,
    /// The words that narrow the list.
    pub search: SearchLine,
    /// What lies open in front of the list.
    pub open: Option<Open>,
    /// The path of a request that was named last.
    pub last: String,
}

/// What lies open in front of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum Open {
    /// One of them.
    One(MemberId),
    /// A request file is being named.
    Naming(Naming),
    /// Somebody asks to be enrolled.
    Asked(Box<Asked>),
    /// Keys are to become void.
    Leaving(Leaving),
    /// A file for a new device is looking for a folder.
    Placing(Box<Placing>),
    /// A file for a new device lies somewhere.
    Placed(Placed),
}

impl ContingentRoom {
    /// Where its own keys act now, and those every desk has, the nearest first.
    #[must_use]
    pub fn places(&self) -> (&'static [Place], &'static [Context]) {
        const IN_FRONT: &[Context] = &[Context::Anywhere];
        const NAMING: &[Context] = &[Context::Folder, Context::Anywhere];
        const ROOM: &[Context] = &[Context::Rooms, Context::Letterless, Context::Anywhere];
        match &self.open {
            None if self.search.is_writing() => (&[], &[Context::Search, Context::Anywhere]),
            None => (&[Place::List], ROOM),
            Some(Open::One(_) | Open::Placed(_)) => (&[Place::One], ROOM),
            Some(Open::Naming(_) | Open::Placing(_)) => (&[], NAMING),
            Some(Open::Asked(asked)) if asked.is_last => (&[Place::Last], IN_FRONT),
            Some(Open::Leaving(leaving)) if leaving.is_last => (&[Place::Last], IN_FRONT),
            Some(Open::Asked(_)) => (&[Place::Asked], IN_FRONT),
            Some(Open::Leaving(_)) => (&[Place::Leaving], IN_FRONT),
        }
    }

    /// Everybody, once they were read.
    #[must_use]
    pub fn members(&self) -> Option<&[ContingentMember]> {
        self.members.as_deref()
    }

    /// They were read.
    pub fn show(&mut self, members: Vec<ContingentMember>) {
        let selected = self.selected().map(|member| member.id);
        self.members = Some(members);
        let place = self.shown().iter().position(|member| Some(member.id) == selected);
        self.at = place.unwrap_or(self.at);
    }

    /// Those whom the words leave, in order.
    #[must_use]
    pub fn shown(&self) -> Vec<&ContingentMember> {
        let words = self.search.words();
        let holds = |member: &&ContingentMember| {
            let callsign = plain_text::folded(member.callsign.as_str());
            words.iter().all(|word| callsign.contains(word))
        };
        self.members.iter().flatten().filter(holds).collect()
    }

    /// The place of the selected one among those shown.
    #[must_use]
    pub fn selected_place(&self) -> usize {
        self.at.min(self.shown().len().saturating_sub(1))
    }

    /// The selected one.
    #[must_use]
    pub fn selected(&self) -> Option<&ContingentMember> {
        self.shown().get(self.selected_place()).copied()
    }

    /// One of them.
    #[must_use]
    pub fn member(&self, id: MemberId) -> Option<&ContingentMember> {
        self.members.iter().flatten().find(|member| member.id == id)
    }

    /// Selects the one so many further on.
    pub fn step(&mut self, steps: isize) {
        self.at = list::moved(self.selected_place(), self.shown().len(), steps);
    }

    /// The one an act is about, where his keys are good: the one that lies open, or the selected one.
    #[must_use]
    pub fn in_hand(&self) -> Option<Replaced> {
        let member = match &self.open {
            Some(Open::One(id)) => self.member(*id),
            None => self.selected(),
            Some(_) => None,
        };
        let good = member.filter(|member| member.revoked.is_none())?;
        Some(Replaced { member: good.id, callsign: good.callsign.clone() })
    }

    /// The path that is being named.
    pub fn ask(&mut self) -> Option<&mut Ask> {
        match &mut self.open {
            Some(Open::Naming(naming)) => Some(&mut naming.ask),
            Some(Open::Placing(placing)) => Some(&mut placing.ask),
            _ => None,
        }
    }

    /// The number that is being typed.
    pub fn number(&mut self) -> Option<&mut TextField> {
        match &mut self.open {
            Some(Open::Asked(asked)) if !asked.is_last => Some(&mut asked.days),
            Some(Open::Leaving(leaving)) if !leaving.is_last => Some(&mut leaving.from),
            _ => None,
        }
    }

    /// Types into whatever has the keys.
    pub fn edit(&mut self, edit: &Edit) {
        if let Some(ask) = self.ask() {
            ask.edit(edit);
        } else if let Some(number) = self.number() {
            number.edit(edit);
        } else if self.search.is_writing() {
            self.search.edit(edit);
        }
    }
}
