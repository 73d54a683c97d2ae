//! The names of codes. Each list has at most twenty columns, in every language.

use crate::domain::catalogue::terms::Dimension;
use crate::domain::entity::{EntityType, LinkType, VehicleType};
use crate::domain::marking::Caveat;
use crate::domain::observation::Language;
use crate::domain::observation_terms::{SuspectedKind, TriState};
use crate::domain::people::Role;
use crate::domain::phase::Phase;
use crate::domain::precedence::Precedence;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::subject_category::SubjectCategory;
use crate::domain::time::ClockState;
use crate::language::word::Word;

/// How far the process had come.
#[must_use]
pub const fn phase(code: Phase) -> Word {
    match code {
        Phase::Transit => Word("phase-transit"),
        Phase::StayOrWork => Word("phase-stay-or-work"),
        Phase::Recruitment => Word("phase-recruitment"),
        Phase::Unknown => Word("phase-unknown"),
    }
}

/// What it may be.
#[must_use]
pub const fn suspected(code: SuspectedKind) -> Word {
    match code {
        SuspectedKind::Trafficking => Word("kind-thb"),
        SuspectedKind::Smuggling => Word("kind-som"),
        SuspectedKind::Both => Word("kind-both"),
        SuspectedKind::Unknown => Word("kind-unknown"),
    }
}

/// A form named in the protocol.
#[must_use]
pub const fn form(code: ProtocolForm) -> Word {
    match code {
        ProtocolForm::Labour => Word("protocol-form-labour"),
        ProtocolForm::Sexual => Word("protocol-form-sexual"),
        ProtocolForm::ChildSex => Word("protocol-form-childsex"),
        ProtocolForm::Child => Word("protocol-form-child"),
        ProtocolForm::Immigration => Word("protocol-form-immigration"),
        ProtocolForm::Organ => Word("protocol-form-organ"),
    }
}

/// What a person may be in the matter.
#[must_use]
pub const fn category(code: SubjectCategory) -> Word {
    match code {
        SubjectCategory::SuspectPresumed => Word("subject-category-suspect-presumed"),
        SubjectCategory::PossibleVictim => Word("subject-category-possible-victim"),
        SubjectCategory::Witness => Word("subject-category-witness"),
        SubjectCategory::CompanionContact => Word("subject-category-companion-contact"),
        SubjectCategory::OwnPersonnel => Word("subject-category-own-personnel"),
        SubjectCategory::Unknown => Word("subject-category-unknown"),
    }
}

/// A kind of vehicle.
#[must_use]
pub const fn vehicle(code: VehicleType) -> Word {
    match code {
        VehicleType::Car => Word("vehicle-type-car"),
        VehicleType::Van => Word("vehicle-type-van"),
        VehicleType::Minibus => Word("vehicle-type-minibus"),
        VehicleType::Bus => Word("vehicle-type-bus"),
        VehicleType::Lorry => Word("vehicle-type-lorry"),
        VehicleType::Trailer => Word("vehicle-type-trailer"),
        VehicleType::Motorcycle => Word("vehicle-type-motorcycle"),
        VehicleType::Boat => Word("vehicle-type-boat"),
        VehicleType::Other => Word("vehicle-type-other"),
    }
}

/// What one is to another.
#[must_use]
pub const fn tie(code: LinkType) -> Word {
    match code {
        LinkType::Drives => Word("link-type-drives"),
        LinkType::Inside => Word("link-type-inside"),
        LinkType::TravelsWith => Word("link-type-travels-with"),
        LinkType::Uses => Word("link-type-uses"),
        LinkType::Directs => Word("link-type-directs"),
        LinkType::BelongsTo => Word("link-type-belongs-to"),
        LinkType::SeenAt => Word("link-type-seen-at"),
        LinkType::Other => Word("link-type-other"),
    }
}

/// An answer that may honestly be missing.
#[must_use]
pub const fn tri_state(code: TriState) -> Word {
    match code {
        TriState::Yes => Word("tri-state-yes"),
        TriState::No => Word("tri-state-no"),
        TriState::Unknown => Word("tri-state-unknown"),
    }
}

/// How fast something is handled.
#[must_use]
pub const fn precedence(code: Precedence) -> Word {
    match code {
        Precedence::Routine => Word("precedence-routine"),
        Precedence::Priority => Word("precedence-priority"),
        Precedence::Immediate => Word("precedence-immediate"),
        Precedence::Flash => Word("precedence-flash"),
    }
}

/// A condition that travels along.
#[must_use]
pub const fn caveat(code: Caveat) -> Word {
    match code {
        Caveat::NoHostNation => Word("caveat-no-host-nation"),
        Caveat::SourceProtection => Word("caveat-source-protection"),
        Caveat::Medical => Word("caveat-medical"),
        Caveat::Minor => Word("caveat-minor"),
        Caveat::VictimIdentity => Word("caveat-victim-identity"),
    }
}

/// A language somebody wrote in.
#[must_use]
pub const fn language(code: Language) -> Word {
    match code {
        Language::Dutch => Word("language-nl"),
        Language::French => Word("language-fr"),
        Language::German => Word("language-de"),
        Language::English => Word("language-en"),
    }
}

/// A side of the catalogue.
#[must_use]
pub const fn dimension(code: Dimension) -> Word {
    match code {
        Dimension::Control => Word("dimension-control"),
        Dimension::Behaviour => Word("dimension-behaviour"),
        Dimension::Body => Word("dimension-body"),
        Dimension::Documents => Word("dimension-documents"),
        Dimension::Transit => Word("dimension-transit"),
        Dimension::Site => Word("dimension-site"),
        Dimension::Labour => Word("dimension-labour"),
        Dimension::Sexual => Word("dimension-sexual"),
        Dimension::Child => Word("dimension-child"),
        Dimension::Begging => Word("dimension-begging"),
        Dimension::Domestic => Word("dimension-domestic"),
        Dimension::Organ => Word("dimension-organ"),
        Dimension::Network => Word("dimension-network"),
        Dimension::OwnForces => Word("dimension-own-forces"),
    }
}

/// What an entity is.
#[must_use]
pub const fn entity(kind: EntityType) -> Word {
    match kind {
        EntityType::Person => Word("entity-kind-person"),
        EntityType::Vehicle => Word("entity-kind-vehicle"),
        EntityType::Boat => Word("entity-kind-boat"),
        EntityType::Phone => Word("entity-kind-phone"),
        EntityType::Document => Word("entity-kind-document"),
        EntityType::Place => Word("entity-kind-place"),
        EntityType::Organisation => Word("entity-kind-organisation"),
    }
}

/// What somebody does.
#[must_use]
pub const fn role(role: Role) -> Word {
    match role {
        Role::Observer => Word("role-observer"),
        Role::Commander => Word("role-commander"),
        Role::Relay => Word("role-relay"),
        Role::Cell => Word("role-cell"),
        Role::Integrity => Word("role-integrity"),
        Role::Authority => Word("role-authority"),
    }
}

/// What a device knew of its own clock.
#[must_use]
pub const fn clock(state: ClockState) -> Word {
    match state {
        ClockState::Unchecked => Word("clock-unchecked"),
        ClockState::Checked => Word("clock-checked"),
        ClockState::Doubtful => Word("clock-doubtful"),
    }
}
