//! What came of an exercise: everything that must hold, checked from the outside in.

use crate::desks::cell::Received;
use crate::desks::cell::findings::Amiss;
use crate::desks::exercise::failure::ExerciseFailure;
use crate::desks::exercise::play::{Filed, Play, Wire};
use crate::domain::answer::Audience;
use crate::domain::ids::Digest;
use crate::domain::standing::{Stage as Stage_, Standing};
use crate::vault::packets::RoadName;
use crate::wire::answer::{AcknowledgementV1, FeedbackV1};
use crate::wire::report::ReportV1;
use crate::wire::roster::Roster;
use crate::wire::statement::{Payload, UnverifiedStatement};

/// What came of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Reports filed, new versions included.
    pub filed: usize,
    /// Of these, forwarded by their commander.
    pub forwarded: usize,
    /// Of these, held by the cell, byte for byte as their author signed them.
    pub received: usize,
    /// Of these, acknowledged, as their author's own vault knows.
    pub acknowledged: usize,
    /// Answers the cell gave.
    pub answers_given: usize,
    /// Answers that reached the very author.
    pub answers_home: usize,
    /// Attachments filed, and held by the cell byte for byte.
    pub attachments: (usize, usize),
    /// Sightings of the one van that the cell can put together by its plate, from both contingents.
    pub van_linked: usize,
    /// What crossed the wire.
    pub wire: Wire,
    /// Everything that does not hold, in words.
    pub faults: Vec<String>,
}

impl Verdict {
    /// Whether everything holds.
    pub fn verified(&self) -> bool {
        self.faults.is_empty()
    }

    /// Bytes that one report took on the way to Brussels: its words, its review, its share of tallies, batch
    /// statement, seal and label. Photographs and slots follow and are counted apart.
    pub fn bytes_per_report(&self) -> u64 {
        self.wire.words.checked_div(self.wire.reports).unwrap_or(0)
    }
}

/// Checks everything once more, from what each vault holds now.
pub fn verdict(play: &mut Play) -> Result<Verdict, ExerciseFailure> {
    let filed: Vec<Filed> = play.filed().to_vec();
    let roster = std::sync::Arc::clone(&play.stage().roster);
    let mut found = Verdict {
        filed: filed.len(),
        forwarded: 0,
        received: 0,
        acknowledged: 0,
        answers_given: 0,
        answers_home: 0,
        attachments: (0, 0),
        van_linked: 0,
        wire: play.wire(),
        faults: Vec::new(),
    };
    let inbox = play.stage().cell.inbox()?;
    for report in &filed {
        follow(play, report, &inbox, &roster, &mut found)?;
    }
    if inbox.len() != filed.len() {
        found.faults.push(format!("the cell holds {} reports, {} were filed", inbox.len(), filed.len()));
    }
    let now = play.now();
    // Somebody who was given nothing to see is silent, and that is no fault of the exercise.
    let gaps = play.stage().cell.findings(now)?.into_iter();
    for gap in gaps.filter(|gap| matches!(gap.amiss, Amiss::Chain(_))) {
        found.faults.push(format!("the cell sees a gap: {gap:?}"));
    }
    found.van_linked = linked(play, &inbox, &mut found.faults);
    stores_are_whole(play, &mut found.faults)?;
    Ok(found)
}

/// Follows one report from its author's vault to the cell and back.
fn follow(
    play: &mut Play,
    filed: &Filed,
    inbox: &[Received],
    roster: &Roster,
    found: &mut Verdict,
) -> Result<(), ExerciseFailure> {
    let name = filed.digest.short();
    let mut fault = |what: &str| found.faults.push(format!("report {name}: {what}"));
    let stage = play.stage();
    let contingent =
        stage.contingents.get_mut(filed.contingent).ok_or(ExerciseFailure::Stage("a contingent"))?;
    let facts = contingent.commander.vault().report(filed.digest)?.facts;
    match facts.forwarded {
        Some(_) => found.forwarded += 1,
        None => fault("its commander has not forwarded it"),
    }
    let author = contingent.observers.get_mut(filed.observer).ok_or(ExerciseFailure::Stage("an observer"))?;
    let signed = author.vault().statement(filed.digest)?;
    match inbox.iter().find(|received| received.held.digest == filed.digest) {
        Some(received) => {
            let held = stage.cell.vault().statement(filed.digest)?;
            if held.bytes() == signed.bytes() && holds::<ReportV1>(held.bytes(), roster) {
                found.received += 1;
            } else {
                fault("what the cell holds is not what its author signed");
            }
            if received.review.is_none() {
                fault("it arrived without a review");
            }
            for (digest, here) in &received.attachments {
                found.attachments.0 += 1;
                let same =
                    *here && stage.cell.vault().attachment(*digest)? == author.vault().attachment(*digest)?;
                found.attachments.1 += usize::from(same);
                if !same {
                    fault("an attachment has not arrived whole");
                }
            }
        }
        None => fault("it has not reached the cell"),
    }
    let own = author.vault().report(filed.digest)?;
    if author.vault().wholly_acknowledged(filed.digest)? && acknowledged(author, filed.digest, roster)? {
        found.acknowledged += 1;
    } else {
        fault("its author holds no acknowledgement of every byte");
    }
    let given = stage.cell.vault().feedback_on(filed.digest, Audience::Observer)?.len();
    let home = author.vault().feedback_on(filed.digest, Audience::Observer)?;
    found.answers_given += given;
    for answer in &home {
        let bytes = author.vault().statement(answer.statement)?;
        found.answers_home += usize::from(holds::<FeedbackV1>(bytes.bytes(), roster));
    }
    if home.len() != given || (given > 0 && Standing::of(&own.facts).stage != Stage_::Answered) {
        fault("an answer has not come home");
    }
    Ok(())
}

/// Whether a statement still verifies, from its bytes alone.
fn holds<P: Payload>(bytes: &[u8], roster: &Roster) -> bool {
    UnverifiedStatement::parse(bytes).and_then(|statement| roster.verify::<P>(statement)).is_ok()
}

/// Whether every acknowledgement that covers a report verifies offline in its author's vault.
fn acknowledged(
    author: &mut crate::desks::observer::ObserverDesk,
    report: Digest,
    roster: &Roster,
) -> Result<bool, ExerciseFailure> {
    let mut any = false;
    for digest in author.vault().acknowledgements_of(report)? {
        any |= holds::<AcknowledgementV1>(author.vault().statement(digest)?.bytes(), roster);
    }
    Ok(any)
}

/// How many sightings of the one van the cell finds by its plate. Both contingents must be among them.
fn linked(play: &Play, inbox: &[Received], faults: &mut Vec<String>) -> usize {
    let truth = &play.scenario().truth;
    let seen = |received: &&Received| {
        let mut marks =
            received.held.report.observation().entities.iter().filter_map(|entity| entity.kind.mark());
        marks.any(|mark| mark.as_str() == truth.plate)
    };
    let linked = inbox.iter().filter(seen).count();
    if linked < truth.plate_read.len() {
        faults.push(format!("the van was read {} times and is found {linked} times", truth.plate_read.len()));
    }
    linked
}

/// Every vault is whole: each page, each reference, each custody entry.
fn stores_are_whole(play: &mut Play, faults: &mut Vec<String>) -> Result<(), ExerciseFailure> {
    let stage = play.stage();
    stage.cell.vault().check()?;
    stage.cell.vault().custody()?;
    for contingent in &mut stage.contingents {
        contingent.commander.vault().check()?;
        contingent.commander.vault().custody()?;
        if !contingent.commander.queue()?.is_empty() {
            faults.push(format!("{} still owes reports", contingent.name));
        }
        for observer in &mut contingent.observers {
            observer.vault().check()?;
            observer.vault().custody()?;
            if !observer.vault().pending(RoadName::Relay)?.is_empty() {
                faults.push("an observer still waits to hand something over".to_owned());
            }
        }
    }
    Ok(())
}
