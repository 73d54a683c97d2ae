//! What the flags of the picked indicators, and what else stands in a draft, call for.
//!
//! One reading for every face: `Precedence::suggested_by` and `Caveat::brought_by` say what a flag means, here stands
//! what follows from it for this draft. Nothing is decided for the soldier; only filing can be held up, and the
//! obstacle says by what.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::ilo::AgeGroup;
use crate::domain::catalogue::terms::Flag;
use crate::domain::draft::{Draft, Obstacle};
use crate::domain::marking::Caveat;
use crate::domain::observation_terms::TriState;
use crate::domain::precedence::Precedence;

/// Something that must be read before going on; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// It speaks of our own side, stays on this device and takes another road.
    OwnForces,
    /// Somebody's life may be in danger: local help comes before any report.
    DangerToLife,
    /// Somebody may need help now: local help comes before any report.
    LocalHelp,
    /// Somebody may be hurt or ill: first aid, and tell the medic. Never a question about health.
    FirstAid,
    /// Never photographed and never copied.
    NoMedia,
    /// What was picked suggests haste, and nobody has chosen yet.
    SuggestsImmediate,
    /// Somebody seems to be under 18: nothing more is needed for it to be grave, and "looked under 18" fits.
    Minor,
    /// Not to be shared with the host nation; the report carries that caveat.
    NoHostNation,
    /// It was near one of our own bases.
    OwnForcesArea,
}

/// What a draft calls for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// What must be read before going on, the gravest first.
    pub alerts: Vec<Alert>,
    /// What the flags suggest; the soldier chooses, the commander releases.
    pub precedence: Precedence,
    /// Caveats the report will carry.
    pub caveats: Vec<Caveat>,
    /// Whose weights the indicators are read with later, by officers only.
    pub weights: AgeGroup,
    /// Graver circumstances that what stands in the draft already speaks for and nobody has answered.
    pub suggested: Vec<Aggravator>,
    /// Whether files may be put to the report.
    pub attachments_allowed: bool,
    /// What stands in the way of filing.
    pub obstacles: Vec<Obstacle>,
}

/// One of the graver circumstances an observer answers with yes, no or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aggravator {
    /// Somebody looked under 18.
    ApparentMinor,
    /// An official took part or looked away.
    OfficialInvolved,
    /// Somebody's life was in danger.
    LifeDanger,
}

impl Aggravator {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::ApparentMinor, Self::OfficialInvolved, Self::LifeDanger];

    fn answered(self, draft: &Draft) -> TriState {
        match self {
            Self::ApparentMinor => draft.aggravators.apparent_minor,
            Self::OfficialInvolved => draft.aggravators.official_involved,
            Self::LifeDanger => draft.aggravators.life_danger,
        }
    }

    fn called_for(self, draft: &Draft, flags: &[Flag]) -> bool {
        match self {
            Self::ApparentMinor => flags.contains(&Flag::Minor) || draft.counts.minors(),
            Self::OfficialInvolved => flags.contains(&Flag::Official),
            Self::LifeDanger => flags.contains(&Flag::DangerToLife),
        }
    }

    /// Answers it with yes in a draft; called when the soldier takes the suggestion, never by itself.
    pub fn affirm(self, draft: &mut Draft) {
        let answer = match self {
            Self::ApparentMinor => &mut draft.aggravators.apparent_minor,
            Self::OfficialInvolved => &mut draft.aggravators.official_involved,
            Self::LifeDanger => &mut draft.aggravators.life_danger,
        };
        *answer = TriState::Yes;
    }
}

/// What a draft calls for, by this catalogue.
#[must_use]
pub fn calls(draft: &Draft, catalogue: &Catalogue) -> Calls {
    let flags = draft.flags(catalogue);
    let has = |flag| flags.contains(&flag);
    let precedence = Precedence::suggested_by(&flags);
    let caveats = Caveat::brought_by(&flags);
    let looked_so = draft.aggravators.apparent_minor == TriState::Yes;
    let minor = has(Flag::Minor) || draft.counts.minors() || looked_so;
    let all = [
        (has(Flag::RestrictedChannel), Alert::OwnForces),
        (has(Flag::DangerToLife), Alert::DangerToLife),
        (precedence == Precedence::Immediate, Alert::LocalHelp),
        (has(Flag::Medical), Alert::FirstAid),
        (has(Flag::NoMedia), Alert::NoMedia),
        (precedence == Precedence::Immediate && draft.precedence.is_none(), Alert::SuggestsImmediate),
        (minor, Alert::Minor),
        (caveats.contains(&Caveat::NoHostNation), Alert::NoHostNation),
        (has(Flag::OwnForcesArea), Alert::OwnForcesArea),
    ];
    let open = |one: &Aggravator| one.called_for(draft, &flags) && one.answered(draft) == TriState::Unknown;
    Calls {
        alerts: all.into_iter().filter(|(called, _)| *called).map(|(_, alert)| alert).collect(),
        precedence,
        caveats,
        weights: if minor { AgeGroup::Child } else { AgeGroup::Adult },
        suggested: Aggravator::ALL.into_iter().filter(open).collect(),
        attachments_allowed: !has(Flag::NoMedia),
        obstacles: draft.obstacles(catalogue),
    }
}

#[cfg(test)]
mod tests {
    use super::{Aggravator, Alert, calls};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::catalogue::ilo::AgeGroup;
    use crate::domain::draft::{Draft, Obstacle};
    use crate::domain::grading::Basis;
    use crate::domain::ids::{Digest, ReportId, tests::Counting};
    use crate::domain::marking::Caveat;
    use crate::domain::observation::{Attachment, IndicatorSeen, Language};
    use crate::domain::observation_terms::TriState;
    use crate::domain::precedence::Precedence;
    use crate::domain::text::Line;
    use crate::domain::time::Timestamp;

    fn draft(indicators: &[&str]) -> Draft {
        let begun = Timestamp::parse("2026-11-21T14:30:00Z").unwrap();
        let mut draft = Draft::begin(ReportId::fresh(begun, &mut Counting(1)), begun, Language::English);
        let seen = |name: &&str| IndicatorSeen {
            id: name.parse().unwrap(),
            basis: Basis::SawMyself,
            subject: None,
            note: None,
        };
        draft.indicators = indicators.iter().map(seen).collect();
        draft
    }

    fn photo() -> Attachment {
        Attachment {
            digest: Digest::from_bytes([7; 32]),
            size: 9,
            media_type: Line::new("image/jpeg").unwrap(),
            derived_from: None,
        }
    }

    fn called(draft: &Draft) -> super::Calls {
        calls(draft, &Catalogue::embedded().unwrap())
    }

    #[test]
    fn haste_is_suggested_until_the_soldier_chooses_and_local_help_comes_first() {
        let mut draft = draft(&["trn.hidden_people"]);
        let first = called(&draft);
        assert_eq!(first.alerts, [Alert::DangerToLife, Alert::LocalHelp, Alert::SuggestsImmediate]);
        assert_eq!((first.precedence, draft.precedence), (Precedence::Immediate, None), "it never decides");
        draft.precedence = Some(Precedence::Routine);
        assert_eq!(called(&draft).alerts, [Alert::DangerToLife, Alert::LocalHelp]);
    }

    #[test]
    fn a_child_brings_the_weights_for_children_and_a_suggestion_nobody_is_bound_by() {
        let mut draft = draft(&["chd.no_school"]);
        let calls = called(&draft);
        assert_eq!((calls.weights, calls.suggested), (AgeGroup::Child, vec![Aggravator::ApparentMinor]));
        assert!(calls.alerts.contains(&Alert::Minor) && calls.caveats == [Caveat::Minor]);
        draft.aggravators.apparent_minor = TriState::No;
        assert_eq!(called(&draft).suggested, [], "an answer is an answer");
        let mut counted = self::draft(&[]);
        counted.counts.girls = 1;
        assert_eq!(called(&counted).suggested, [Aggravator::ApparentMinor]);
        Aggravator::ApparentMinor.affirm(&mut counted);
        assert_eq!(counted.aggravators.apparent_minor, TriState::Yes);
        assert_eq!(called(&self::draft(&["mob.confined"])).weights, AgeGroup::Adult);
    }

    #[test]
    fn a_wound_calls_for_first_aid_and_an_official_for_silence_towards_the_host_nation() {
        assert_eq!(called(&draft(&["org.fresh_scar"])).alerts, [Alert::FirstAid]);
        let official = called(&draft(&["trn.official_lets_pass"]));
        assert_eq!(official.alerts, [Alert::NoHostNation]);
        assert_eq!(
            (official.caveats, official.suggested),
            (vec![Caveat::NoHostNation], vec![Aggravator::OfficialInvolved])
        );
        assert_eq!(called(&draft(&["lab.base_contractor"])).alerts, [Alert::OwnForcesArea]);
        assert_eq!(called(&draft(&[])).alerts, []);
    }

    #[test]
    fn what_must_not_be_copied_keeps_files_out_whichever_came_first() {
        let mut before = draft(&["sex.child_images"]);
        assert!(!called(&before).attachments_allowed);
        assert!(!called(&before).obstacles.contains(&Obstacle::NoMedia), "nothing is attached yet");
        before.attachments.push(photo());
        assert!(called(&before).obstacles.contains(&Obstacle::NoMedia));
        let mut after = draft(&["trn.scout_car"]);
        after.attachments.push(photo());
        assert!(called(&after).attachments_allowed && !called(&after).obstacles.contains(&Obstacle::NoMedia));
    }

    #[test]
    fn our_own_side_comes_first_and_stays_here() {
        let calls = called(&draft(&["own.profits", "trn.hidden_people"]));
        assert_eq!(calls.alerts.first(), Some(&Alert::OwnForces));
        assert!(calls.obstacles.contains(&Obstacle::OwnForces));
    }
}
