//! The words of the work.

use chrono::Datelike;

use crate::domain::answer::Outcome;
use crate::domain::catalogue::indicator::Labels;
use crate::domain::draft::{DraftField, Obstacle};
use crate::domain::duty::Duty;
use crate::domain::feedback_status::{FeedbackStatus, NoActionReason};
use crate::domain::grading::Basis;
use crate::domain::observation::Language;
use crate::domain::observation_terms::{PositionMethod, TimePrecision};
use crate::domain::return_reason::ReturnReason;
use crate::domain::standing::{Stage, Standing};
use crate::domain::time::Timestamp;
use crate::geography::dtg::TimeWarning;
use crate::language::phrase::{Phrase, Translated};
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// The language a new report is written in by somebody who is spoken to in `tongue`.
#[must_use]
pub const fn written_in(tongue: Tongue) -> Language {
    match tongue {
        Tongue::Dutch => Language::Dutch,
        Tongue::French => Language::French,
        Tongue::German => Language::German,
        Tongue::English => Language::English,
    }
}

/// The label of an indicator.
#[must_use]
pub fn label(labels: &Labels) -> Phrase {
    let Labels { en, nl, fr, de } = labels.clone();
    Translated { nl, fr, de, en }.into()
}

/// A duty.
#[must_use]
pub const fn duty(duty: Duty) -> Word {
    match duty {
        Duty::Checkpoint => Word("duty-checkpoint"),
        Duty::Patrol => Word("duty-patrol"),
        Duty::Guard => Word("duty-guard"),
        Duty::Convoy => Word("duty-convoy"),
        Duty::Other => Word("duty-other"),
    }
}

/// How it came to be known.
#[must_use]
pub const fn basis(basis: Basis) -> Word {
    match basis {
        Basis::SawMyself => Word("basis-saw-myself"),
        Basis::DeviceRecorded => Word("basis-device-recorded"),
        Basis::ToldByEyewitness => Word("basis-told-by-eyewitness"),
        Basis::Hearsay => Word("basis-hearsay"),
        Basis::MyConclusion => Word("basis-my-conclusion"),
    }
}

/// How a position was found.
#[must_use]
pub const fn method(method: PositionMethod) -> Word {
    match method {
        PositionMethod::Gps => Word("method-gps"),
        PositionMethod::Map => Word("method-map"),
        PositionMethod::Estimate => Word("method-estimate"),
    }
}

/// How exactly a time is known.
#[must_use]
pub const fn time_precision(precision: TimePrecision) -> Word {
    match precision {
        TimePrecision::Exact => Word("precision-exact"),
        TimePrecision::About => Word("precision-about"),
        TimePrecision::Period => Word("precision-period"),
    }
}

/// What is odd about a time.
#[must_use]
pub const fn time_warning(warning: TimeWarning) -> Word {
    match warning {
        TimeWarning::InFuture => Word("time-in-future"),
        TimeWarning::LongAgo => Word("time-long-ago"),
    }
}

/// What stands in the way of filing.
#[must_use]
pub const fn obstacle(obstacle: Obstacle) -> Word {
    match obstacle {
        Obstacle::Time => Word("obstacle-time"),
        Obstacle::Place => Word("obstacle-place"),
        Obstacle::Substance => Word("obstacle-substance"),
        Obstacle::OwnForces => Word("obstacle-own-forces"),
        Obstacle::NoMedia => Word("obstacle-no-media"),
    }
}

/// A field of a draft, as it is named in a sentence.
#[must_use]
pub const fn draft_field(field: DraftField) -> Word {
    match field {
        DraftField::Observed => Word("field-observed"),
        DraftField::Place => Word("field-place"),
        DraftField::Duty => Word("field-duty"),
        DraftField::Phase => Word("field-phase"),
        DraftField::Suspected => Word("field-suspected"),
        DraftField::Forms => Word("field-forms"),
        DraftField::Counts => Word("field-counts"),
        DraftField::Indicators => Word("field-indicators"),
        DraftField::JustOdd => Word("just-odd"),
        DraftField::Entities => Word("field-entities"),
        DraftField::Links => Word("field-links"),
        DraftField::Facts => Word("field-facts"),
        DraftField::Assessment => Word("field-assessment"),
        DraftField::Aggravators => Word("field-aggravators"),
        DraftField::LocalAuthority => Word("field-local-authority"),
        DraftField::SceneAndObjects => Word("field-scene"),
        DraftField::Attachments => Word("field-attachments"),
        DraftField::Precedence => Word("field-precedence"),
        DraftField::Language => Word("field-language"),
    }
}

/// An instant as it is read at a glance: `21 Nov 14:32Z`. Times in Z need no name of a zone beside them.
#[must_use]
pub fn instant(at: Timestamp) -> Phrase {
    let time = at.instant().format("%H:%MZ").to_string();
    Word("instant").with("day", day(at)).with("time", time)
}

/// A day at a glance: `21 Nov`.
#[must_use]
pub fn day(at: Timestamp) -> Phrase {
    let at = at.instant();
    Word("calendar-day").with("day", at.day()).with("month", at.month())
}

/// How far a report has come, without since when; a filed one may have been given to a road already.
#[must_use]
pub const fn stage(stage: Stage, handed_over: bool) -> Word {
    match stage {
        Stage::Draft => Word("standing-draft"),
        Stage::Filed if handed_over => Word("standing-handed-over"),
        Stage::Filed => Word("standing-filed"),
        Stage::Returned => Word("standing-returned"),
        Stage::Superseded => Word("standing-superseded"),
        Stage::Reviewed => Word("standing-reviewed"),
        Stage::Forwarded => Word("standing-forwarded"),
        Stage::Received => Word("standing-received"),
        Stage::Acknowledged => Word("standing-acknowledged"),
        Stage::Answered => Word("standing-answered"),
    }
}

/// How far a report has come.
#[must_use]
pub fn standing(standing: Standing, handed_over: Option<Timestamp>) -> Phrase {
    let told = stage(standing.stage, handed_over.is_some());
    let since = if standing.stage == Stage::Filed { handed_over } else { standing.since };
    match since {
        Some(at) => Word("standing-since").with("standing", told).with("since", instant(at)),
        None => told.into(),
    }
}

/// What came of a report.
#[must_use]
pub fn outcome(outcome: Outcome) -> Phrase {
    let status = match outcome.status() {
        FeedbackStatus::Received => Word("status-received"),
        FeedbackStatus::NeedsMore => Word("status-needs-more"),
        FeedbackStatus::LinkedToKnown => Word("status-linked-to-known"),
        FeedbackStatus::UnderInvestigation => Word("status-under-investigation"),
        FeedbackStatus::PassedAbroad => Word("status-passed-abroad"),
        FeedbackStatus::NoAction => Word("status-no-action"),
        FeedbackStatus::ClosedResult => Word("status-closed-result"),
    };
    match outcome.reason() {
        Some(why) => Word("status-because").with("status", status).with("why", no_action(why)),
        None => status.into(),
    }
}

const fn no_action(reason: NoActionReason) -> Word {
    match reason {
        NoActionReason::NoOffence => Word("no-action-no-offence"),
        NoActionReason::TooVague => Word("no-action-too-vague"),
        NoActionReason::AlreadyKnown => Word("no-action-already-known"),
        NoActionReason::OutOfCompetence => Word("no-action-out-of-competence"),
        NoActionReason::PassedToLocal => Word("no-action-passed-to-local"),
        NoActionReason::Resources => Word("no-action-resources"),
    }
}

/// Why a report came back.
#[must_use]
pub const fn returned(reason: ReturnReason) -> Word {
    match reason {
        ReturnReason::TimeUnclear => Word("returned-time-unclear"),
        ReturnReason::PlaceUnclear => Word("returned-place-unclear"),
        ReturnReason::CountsMissing => Word("returned-counts-missing"),
        ReturnReason::IndicatorBasisMissing => Word("returned-basis-missing"),
        ReturnReason::FactsAndAssessmentMixed => Word("returned-facts-mixed"),
        ReturnReason::AttachmentUnreadable => Word("returned-attachment-unreadable"),
        ReturnReason::Other => Word("returned-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::{instant, standing};
    use crate::domain::standing::{Facts, Standing};
    use crate::domain::time::Timestamp;
    use crate::language::tongue::Tongue;

    #[test]
    fn an_instant_bears_the_month_of_its_language_in_at_most_fourteen_columns() {
        for month in 1..=12 {
            let at = Timestamp::parse(&format!("2026-{month:02}-28T14:32:00Z")).unwrap();
            let said = Tongue::ALL.map(|tongue| tongue.speak(&instant(at)));
            assert!(said.iter().all(|said| said.chars().count() <= 14), "{said:?}");
        }
        let at = Timestamp::parse("2026-08-01T04:32:00Z").unwrap();
        assert_eq!(
            Tongue::ALL.map(|tongue| tongue.speak(&instant(at))),
            ["1 aug 04:32Z", "1 août 04:32Z", "1 Aug 04:32Z", "1 Aug 04:32Z"]
        );
    }

    #[test]
    fn a_standing_says_since_when() {
        let received = Facts { received: Timestamp::parse("2026-11-21T14:32:00Z").ok(), ..Facts::default() };
        let said = standing(Standing::of(&received), None);
        assert_eq!(Tongue::English.speak(&said), "in Brussels 21 Nov 14:32Z");
        assert_eq!(Tongue::Dutch.speak(&said), "in Brussel 21 nov 14:32Z");
    }
}
