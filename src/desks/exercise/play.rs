//! The exercise as it is played: the whole protocol, by separate vaults that exchange only packets.
//!
//! ```text
//!  file ─▶ hand over ─▶ review, give back, correct ─▶ forward ─▶ receive, acknowledge, answer ─▶ answers home ─▶ verify
//! ```

use std::collections::BTreeMap;

use crate::desks::carrying::exchange::{Correspondent, Exchange, exchange};
use crate::desks::commander::Judgement;
use crate::desks::error::DeskError;
use crate::desks::exercise::dice::SeededDice;
use crate::desks::exercise::failure::ExerciseFailure;
use crate::desks::exercise::scenario::{Scenario, Sighting};
use crate::desks::exercise::stage::{Roads, Stage};
use crate::desks::observer::ObserverDesk;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::time::Timestamp;
use crate::vault::packets::RoadName;

/// One report of the exercise, as it was filed.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Index of the contingent.
    pub contingent: usize,
    /// Index of the observer.
    pub observer: usize,
    /// Its digest, as its author's vault holds it.
    pub digest: Digest,
    /// Which sighting of the scenario it tells of.
    pub sighting: usize,
}

/// What crossed the wire.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wire {
    /// Bytes of the packets with words from commanders to Brussels: reports, reviews, tallies, batch statements.
    pub words: u64,
    /// Reports in them.
    pub reports: u64,
    /// Reports in the largest of those batches.
    pub largest_batch: u64,
    /// Bytes that followed: photographs and integrity slots.
    pub followers: u64,
    /// Packets that observers handed over, in bytes.
    pub handed_over: u64,
    /// Packets with answers from the cell, in bytes.
    pub answers: u64,
}

/// An exercise being played.
pub struct Play {
    stage: Stage,
    roads: Roads,
    scenario: Scenario,
    filed: Vec<Filed>,
    returned: Vec<(usize, ReportId)>,
    wire: Wire,
    dice: SeededDice,
    now: Timestamp,
}

/// What a step tells while it goes on: how many of how many are done.
pub type Told<'a> = &'a mut dyn FnMut(usize, usize);

impl Play {
    /// An exercise on its stage.
    pub fn new(stage: Stage, scenario: Scenario, seed: u64, now: Timestamp) -> Self {
        let roads = stage.roads();
        let dice = SeededDice::new(!seed);
        Self {
            stage,
            roads,
            scenario,
            filed: Vec::new(),
            returned: Vec::new(),
            wire: Wire::default(),
            dice,
            now,
        }
    }

    /// The stage.
    pub fn stage(&mut self) -> &mut Stage {
        &mut self.stage
    }

    /// What was planned.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What was filed.
    pub fn filed(&self) -> &[Filed] {
        &self.filed
    }

    /// What time it is in the exercise.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// What crossed the wire.
    pub fn wire(&self) -> Wire {
        self.wire
    }

    /// The end: the stage is struck.
    pub fn end(self) {
        self.stage.strike();
    }

    /// Observers write and file, each in his own vault, offline.
    pub fn file(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        let of = self.scenario.sightings.len();
        for number in 0..of {
            let Some(sighting) = self.scenario.sightings.get(number).cloned() else { continue };
            let desk = self.observer(sighting.contingent, sighting.observer)?;
            let digest = write_and_file(desk, &sighting)?;
            let Sighting { contingent, observer, .. } = sighting;
            self.filed.push(Filed { contingent, observer, digest, sighting: number });
            told(number + 1, of);
        }
        Ok(())
    }

    /// Observers hand over, and commanders read.
    pub fn hand_over(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        self.observers_exchange(told)?;
        self.commanders_exchange(&mut |_, _| {})?;
        Ok(())
    }

    /// Commanders review; what they give back goes home, is completed, and comes again as a new version.
    pub fn review(&mut self, told: Told<'_>) -> Result<usize, ExerciseFailure> {
        let plans: BTreeMap<Digest, usize> =
            self.filed.iter().map(|filed| (filed.digest, filed.sighting)).collect();
        let of = plans.len();
        let mut done = 0;
        for (contingent, stage) in self.stage.contingents.iter_mut().enumerate() {
            for owed in stage.commander.queue()? {
                let plan =
                    plans.get(&owed.held.digest).and_then(|sighting| self.scenario.sightings.get(*sighting));
                let Some(voice) = plan.map(|sighting| &sighting.commander) else { continue };
                match &voice.returned {
                    Some((reason, note)) => {
                        stage.commander.give_back(owed.held.digest, *reason, Some(note.clone()), self.now)?;
                        self.returned.push((contingent, owed.held.report.head().id));
                    }
                    None => {
                        let judgement = Judgement {
                            comment: voice.comment.clone(),
                            precedence: Some(owed.held.report.head().precedence),
                            ..Judgement::graded(voice.grade)
                        };
                        stage.commander.review(owed.held.digest, judgement, self.now)?;
                    }
                }
                done += 1;
                told(done, of);
            }
        }
        let returned = self.returned.len();
        if returned > 0 {
            self.complete_what_came_back()?;
        }
        Ok(returned)
    }

    /// Commanders forward to Brussels.
    pub fn forward(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        let of = self.stage.contingents.len();
        for (number, stage) in self.stage.contingents.iter_mut().enumerate() {
            for forwarded in stage.commander.forward(self.now, &mut self.dice)? {
                let reports = forwarded.reports.len() as u64;
                self.wire.words += forwarded.words.1 as u64;
                self.wire.reports += reports;
                self.wire.largest_batch = self.wire.largest_batch.max(reports);
                self.wire.followers += forwarded.followers.iter().map(|(_, size)| *size as u64).sum::<u64>();
            }
            told(number + 1, of);
        }
        self.commanders_exchange(&mut |_, _| {})?;
        Ok(())
    }

    /// The cell opens, verifies and acknowledges; its officers answer.
    pub fn answer(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        self.cell_exchanges()?;
        let of = self.filed.len();
        for (number, filed) in self.filed.iter().enumerate() {
            let voice =
                self.scenario.sightings.get(filed.sighting).and_then(|sighting| sighting.cell.as_ref());
            if let Some(voice) = voice {
                let (observer, commander) = (voice.to_observer.clone(), voice.to_commander.clone());
                self.stage.cell.answer(filed.digest, voice.outcome, observer, commander, self.now)?;
            }
            told(number + 1, of);
        }
        self.wire.answers += self.cell_exchanges()?;
        Ok(())
    }

    /// The answers go home.
    pub fn bring_home(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        self.commanders_exchange(&mut |_, _| {})?;
        self.observers_exchange(told)?;
        Ok(())
    }

    fn observer(&mut self, contingent: usize, observer: usize) -> Result<&mut ObserverDesk, ExerciseFailure> {
        let stage =
            self.stage.contingents.get_mut(contingent).ok_or(ExerciseFailure::Stage("a contingent"))?;
        stage.observers.get_mut(observer).ok_or(ExerciseFailure::Stage("an observer"))
    }

    /// What came back goes home to its author, who completes it; the new version goes the same way as the first.
    fn complete_what_came_back(&mut self) -> Result<(), ExerciseFailure> {
        self.commanders_exchange(&mut |_, _| {})?;
        self.observers_exchange(&mut |_, _| {})?;
        for (contingent, id) in std::mem::take(&mut self.returned) {
            let Some(stage) = self.stage.contingents.get_mut(contingent) else { continue };
            for (observer, desk) in stage.observers.iter_mut().enumerate() {
                let Ok(old) = desk.vault().report_digest(id) else { continue };
                let Some(sighting) =
                    self.filed.iter().find(|filed| filed.digest == old).map(|filed| filed.sighting)
                else {
                    continue;
                };
                let mut draft = desk.begin_correction(id, self.now, &mut self.dice)?;
                draft.counts.unknown += 1;
                desk.save(&draft, DraftField::Counts, self.now)?;
                let filed = desk.file(draft.id, self.now)?;
                let digest = desk.vault().report_digest(filed.head().id)?;
                self.filed.push(Filed { contingent, observer, digest, sighting });
            }
        }
        self.observers_exchange(&mut |_, _| {})?;
        self.commanders_exchange(&mut |_, _| {})?;
        for stage in &mut self.stage.contingents {
            for owed in stage.commander.queue()? {
                if owed.review.is_none() && owed.held.report.head().supersedes.is_some() {
                    stage.commander.review(owed.held.digest, Judgement::default(), self.now)?;
                }
            }
        }
        Ok(())
    }

    fn observers_exchange(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        let (now, roads) = (self.now, &self.roads);
        let of = self.stage.contingents.iter().map(|stage| stage.observers.len()).sum();
        let mut done = 0;
        for stage in &mut self.stage.contingents {
            for desk in &mut stage.observers {
                let moved = over(desk, stage.road, roads, now, &mut self.dice)?;
                self.wire.handed_over += bytes(&moved);
                done += 1;
                told(done, of);
            }
        }
        Ok(())
    }

    fn commanders_exchange(&mut self, told: Told<'_>) -> Result<(), ExerciseFailure> {
        let of = self.stage.contingents.len();
        for (number, stage) in self.stage.contingents.iter_mut().enumerate() {
            over(&mut stage.commander, stage.road, &self.roads, self.now, &mut self.dice)?;
            told(number + 1, of);
        }
        Ok(())
    }

    /// The cell takes both roads, because each contingent took another.
    fn cell_exchanges(&mut self) -> Result<u64, ExerciseFailure> {
        let mut sent = 0;
        for name in [RoadName::Relay, RoadName::Folder] {
            sent += bytes(&over(&mut self.stage.cell, name, &self.roads, self.now, &mut self.dice)?);
        }
        Ok(sent)
    }
}

fn write_and_file(desk: &mut ObserverDesk, sighting: &Sighting) -> Result<Digest, ExerciseFailure> {
    let (id, filed) = (sighting.draft.id, sighting.filed);
    // A photograph comes to the draft the way a soldier's does.
    let draft = Draft { attachments: Vec::new(), ..sighting.draft.clone() };
    desk.keep(&draft, draft.begun)?;
    for photo in &sighting.attachments {
        desk.attach(id, &photo.bytes, filed)?;
    }
    let report = desk.file(id, filed)?;
    Ok(desk.vault().report_digest(report.head().id)?)
}

fn over(
    desk: &mut dyn Correspondent,
    name: RoadName,
    roads: &Roads,
    now: Timestamp,
    dice: &mut SeededDice,
) -> Result<Exchange, ExerciseFailure> {
    let mut road = roads.open(name, desk.vault())?;
    let done = exchange(desk, road.as_mut(), name, now, dice, &mut |_| {})?;
    match done.refused.first() {
        // In an exercise nothing may be refused: everything that lies there was made by it.
        Some(_) => Err(DeskError::NotOnRoster.into()),
        None => Ok(done),
    }
}

fn bytes(done: &Exchange) -> u64 {
    done.sent.iter().map(|(_, size)| size).sum()
}
