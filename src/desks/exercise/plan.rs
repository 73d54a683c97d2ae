//! A kind of sighting: who and what is in it, and which indicators its sentences tell.

use crate::domain::duty::Duty;
use crate::domain::entity::VehicleType;
use crate::domain::grading::Basis;
use crate::domain::observation_terms::{SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::protocol_form::ProtocolForm;

/// What one sentence tells: indicators, each with how it came to be known.
pub type Tells = &'static [(&'static str, Basis)];

/// Who is described as a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cast {
    /// Somebody who drives, leads or keeps others.
    Suspect,
    /// Somebody who is moved, kept or used.
    Victim,
    /// A child among them.
    Child,
}

/// A kind of sighting.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The section of the words.
    pub key: &'static str,
    /// How often among the sightings that are not the ring's.
    pub weight: u32,
    /// On which duties.
    pub duties: &'static [Duty],
    /// At which stage.
    pub phase: Phase,
    /// What it seems to be.
    pub suspected: SuspectedKind,
    /// Which forms.
    pub forms: &'static [ProtocolForm],
    /// What each opening sentence tells.
    pub tells: &'static [Tells],
    /// What each sentence of `key.more` tells.
    pub adds: &'static [Tells],
    /// Men, at least and at most.
    pub men: (u16, u16),
    /// Women.
    pub women: (u16, u16),
    /// Children.
    pub children: (u16, u16),
    /// People not seen well.
    pub others: (u16, u16),
    /// The vehicle, if there may be one, and the second.
    pub rides: (Option<VehicleType>, Option<VehicleType>),
    /// Persons described.
    pub cast: &'static [Cast],
    /// A house or yard is described.
    pub house: bool,
    /// An apparent minor; three or more acting together; an official; danger to life.
    pub graver: [TriState; 4],
}

/// Nothing particular; every other plan says only what differs.
pub const PLAIN: Plan = Plan {
    key: "plain",
    weight: 18,
    duties: &[Duty::Patrol, Duty::Checkpoint, Duty::Convoy],
    phase: Phase::Unknown,
    suspected: SuspectedKind::Unknown,
    forms: &[],
    tells: &[&[], &[], &[], &[], &[], &[], &[]],
    adds: &[],
    men: (0, 0),
    women: (0, 0),
    children: (0, 0),
    others: (0, 0),
    rides: (None, None),
    cast: &[],
    house: false,
    graver: [TriState::Unknown; 4],
};

/// People on the move.
pub const TRANSIT: Plan = Plan {
    phase: Phase::Transit,
    suspected: SuspectedKind::Smuggling,
    forms: &[ProtocolForm::Immigration],
    duties: &[Duty::Checkpoint, Duty::Patrol],
    weight: 4,
    ..PLAIN
};

/// People where they live or work.
pub const STAY: Plan = Plan {
    phase: Phase::StayOrWork,
    suspected: SuspectedKind::Trafficking,
    forms: &[ProtocolForm::Labour],
    duties: &[Duty::Patrol, Duty::Guard],
    weight: 4,
    ..PLAIN
};
