//! Where a report stands: computed from the facts held, stored nowhere.

use crate::domain::code::codes;
use crate::domain::time::Timestamp;

codes! {
    /// How far a report has come.
    Stage, "standing" {
        /// Being written.
        Draft = "draft",
        /// Signed by its author; waits to be handed over.
        Filed = "filed",
        /// Given back for completion, and still owed.
        Returned = "returned",
        /// A newer version by the same author takes its place; this one goes on too.
        Superseded = "superseded",
        /// Graded by the commander.
        Reviewed = "reviewed",
        /// In a batch on its way to Brussels.
        Forwarded = "forwarded",
        /// On the relay's shelf, with its receipt.
        Received = "received",
        /// The cell has every byte and has signed for it.
        Acknowledged = "acknowledged",
        /// The cell has told what came of it.
        Answered = "answered",
    }
}

/// The facts about one report that somebody holds: when each came to be, if it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Filed by its author.
    pub filed: Option<Timestamp>,
    /// Given back by the commander.
    pub returned: Option<Timestamp>,
    /// A newer version exists.
    pub superseded: bool,
    /// Reviewed by the commander.
    pub reviewed: Option<Timestamp>,
    /// Put into a batch.
    pub forwarded: Option<Timestamp>,
    /// Taken by the relay.
    pub received: Option<Timestamp>,
    /// Acknowledged by the cell.
    pub acknowledged: Option<Timestamp>,
    /// Last answered by the cell.
    pub answered: Option<Timestamp>,
}

/// How far a report has come, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How far.
    pub stage: Stage,
    /// Since when; a draft has no such instant.
    pub since: Option<Timestamp>,
}

impl Standing {
    /// The standing that follows from the facts. The furthest fact counts: an answer proves an acknowledgement even
    /// where the acknowledgement itself has not arrived yet.
    pub fn of(facts: &Facts) -> Self {
        let furthest = [
            (Stage::Answered, facts.answered),
            (Stage::Acknowledged, facts.acknowledged),
            (Stage::Received, facts.received),
            (Stage::Forwarded, facts.forwarded),
            (Stage::Reviewed, facts.reviewed),
        ];
        let told = furthest.into_iter().find(|(_, since)| since.is_some());
        match (told, facts.superseded, facts.returned, facts.filed) {
            (Some((stage, since)), ..) => Self { stage, since },
            (None, true, _, filed) => Self { stage: Stage::Superseded, since: filed },
            (None, false, Some(since), _) => Self { stage: Stage::Returned, since: Some(since) },
            (None, false, None, Some(since)) => Self { stage: Stage::Filed, since: Some(since) },
            (None, false, None, None) => Self { stage: Stage::Draft, since: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_fact_never_takes_a_report_back() {
        let at = |hour: u32| Timestamp::parse("2026-11-21T00:00:00Z").ok().map(|day| day.plus_hours(hour));
        let mut facts = Facts::default();
        let mut stages = vec![Standing::of(&facts).stage];
        facts.filed = at(1);
        stages.push(Standing::of(&facts).stage);
        facts.returned = at(2);
        stages.push(Standing::of(&facts).stage);
        facts.superseded = true;
        stages.push(Standing::of(&facts).stage);
        facts.reviewed = at(3);
        stages.push(Standing::of(&facts).stage);
        facts.forwarded = at(4);
        stages.push(Standing::of(&facts).stage);
        facts.received = at(5);
        stages.push(Standing::of(&facts).stage);
        facts.acknowledged = at(6);
        stages.push(Standing::of(&facts).stage);
        facts.answered = at(7);
        stages.push(Standing::of(&facts).stage);
        assert!(stages.is_sorted(), "{stages:?}");
        assert_eq!(stages.len(), 9);
    }

    #[test]
    fn an_answer_that_overtakes_the_acknowledgement_counts() {
        let answered = Timestamp::parse("2026-11-21T14:30:00Z").ok();
        assert_eq!(Standing::of(&Facts { answered, ..Facts::default() }).stage, Stage::Answered);
    }
}
