//! The laws, each looked at from outside: what a desk shows is held against what truly happened.

use std::collections::{BTreeMap, BTreeSet};

use vigilia::desks::cell::findings::Amiss;
use vigilia::domain::chain::ChainFinding;
use vigilia::domain::ids::Digest;
use vigilia::domain::people::Role;
use vigilia::domain::standing::{Facts, Stage as Standing, Standing as Stands};

use crate::model_world::steps::{Desk, World};

/// A law that broke.
type Broken = Result<(), String>;

impl World<'_> {
    pub fn look_at(&mut self, player: usize) -> Broken {
        match self.stage.players[player].role {
            Role::Observer => self.look_at_an_observer(player),
            Role::Commander => self.look_at_a_commander(player),
            _ => self.look_at_the_cell(),
        }
    }

    /// Every report once, none that its author did not file, and none that has gone back since it was last seen here.
    fn look_at_reports(&mut self, player: usize, reports: &[(Digest, u32, Facts)]) -> Broken {
        let who = self.stage.players[player].name;
        let (mut digests, mut numbers) = (BTreeSet::new(), BTreeSet::new());
        for (digest, sequence, facts) in reports {
            let name = digest.short();
            let Some((author, number)) = self.truth.get(digest).copied() else {
                return Err(format!("{who} shows {name}, which nobody filed: an alteration was accepted"));
            };
            if number != *sequence {
                return Err(format!("{who} shows {name} as number {sequence}, it is {number}"));
            }
            if !digests.insert(*digest) || !numbers.insert((author, *sequence)) {
                return Err(format!("{who} shows number {sequence} twice"));
            }
            let stage = Stands::of(facts).stage;
            let before = self.shown.insert((player, *digest), stage);
            if before.is_some_and(|before| before > stage) {
                return Err(format!("{who}: {name} went back from {before:?} to {stage:?}"));
            }
        }
        let lost = self.shown.keys().find(|(of, digest)| *of == player && !digests.contains(digest));
        match lost {
            Some((_, digest)) if player == 5 && self.acknowledged.contains(digest) => {
                Err(format!("{} was acknowledged and is gone from the cell", digest.short()))
            }
            Some((_, digest)) => Err(format!("{who} no longer shows {}", digest.short())),
            None => Ok(()),
        }
    }

    fn look_at_an_observer(&mut self, player: usize) -> Broken {
        let Desk::Observer(desk) = self.desk(player) else { panic!("somebody else sits there") };
        let reports: Vec<_> =
            desk.report_list().unwrap().iter().map(|one| (one.digest, one.sequence, one.facts)).collect();
        self.look_at_reports(player, &reports)?;
        for (digest, _, facts) in reports {
            if facts.acknowledged.is_some() && !self.at_the_cell.contains(&digest) {
                return Err(format!("{} is acknowledged to its author and not at the cell", digest.short()));
            }
        }
        Ok(())
    }

    fn look_at_a_commander(&mut self, player: usize) -> Broken {
        let Desk::Commander(desk) = self.desk(player) else { panic!("somebody else sits there") };
        let mut reports = Vec::new();
        let mut as_they_stand = 0;
        for held in desk.reports().unwrap() {
            let review = desk.vault().review_of(held.digest).unwrap();
            as_they_stand += u64::from(review.is_some_and(|(_, review)| review.as_it_stands));
            reports.push((held.digest, held.report.head().sequence, held.facts));
        }
        self.figures.as_they_stand += as_they_stand;
        self.look_at_reports(player, &reports)
    }

    pub fn look_at_the_cell(&mut self) -> Broken {
        let now = self.now;
        let tallies = self.tallies.clone();
        let Desk::Cell(desk) = self.desk(5) else { panic!("somebody else sits there") };
        let mut reports = Vec::new();
        for received in desk.inbox().unwrap() {
            let head = received.held.report.head();
            reports.push((received.held.digest, head.sequence, received.held.facts));
        }
        let findings = desk.findings(now).unwrap();
        let rivals = desk.vault().rivals().unwrap();
        let told: Vec<_> = tallies
            .iter()
            .filter(|(digest, _)| desk.vault().holds(**digest).unwrap())
            .map(|(_, told)| *told)
            .collect();
        self.look_at_reports(5, &reports)?;
        for (digest, _, facts) in &reports {
            self.at_the_cell.insert(*digest);
            if facts.acknowledged.is_some() && self.acknowledged.insert(*digest) {
                self.figures.acknowledged += 1;
            }
        }
        if let Some(rival) = rivals.first() {
            return Err(format!("the cell holds {} as a rival, and nobody has two histories", rival.short()));
        }
        // What is missing, counted on the fingers: every number that somebody spoke of, less those that are here.
        let mut missing: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        let here = reports.iter().map(|(digest, ..)| self.truth[digest]);
        for (observer, highest) in told.into_iter().chain(here.clone()) {
            missing.entry(observer).or_default().extend(1..=highest);
        }
        for (observer, number) in here {
            missing.entry(observer).or_default().remove(&number);
        }
        missing.retain(|_, numbers| !numbers.is_empty());
        let mut found: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for finding in findings {
            let whose = self.stage.players.iter().position(|player| player.id == finding.observer).unwrap();
            match finding.amiss {
                Amiss::Chain(ChainFinding::Missing { from, to }) => {
                    found.entry(whose).or_default().extend(from..=to);
                }
                Amiss::Silent(_) => {}
                Amiss::Chain(other) => return Err(format!("the cell accuses an honest observer: {other:?}")),
            }
        }
        self.gaps_seen = !found.is_empty();
        self.figures.gaps += u64::from(self.gaps_seen);
        if found != missing {
            return Err(format!("the cell finds {found:?} missing, and {missing:?} is"));
        }
        Ok(())
    }

    /// In good weather nothing is left over: everything that an observer in good standing filed is at the cell, and he
    /// knows it.
    pub fn everything_arrived(&mut self) -> Broken {
        let revoked = self.revoked.map(|(observer, _)| observer);
        let owed: Vec<_> = self.truth.iter().map(|(digest, told)| (*digest, *told)).collect();
        let cell = if self.gaps_seen { "the cell sees gaps" } else { "the cell sees none" };
        for (digest, (observer, number)) in owed {
            if Some(observer) == revoked {
                continue;
            }
            let name = self.stage.players[observer].name;
            if !self.at_the_cell.contains(&digest) {
                return Err(format!("number {number} of {name} is held back for good; {cell}"));
            }
            let shown = self.shown.get(&(observer, digest)).copied();
            if shown < Some(Standing::Acknowledged) {
                return Err(format!("number {number} of {name} is at the cell, and to him it is {shown:?}"));
            }
        }
        Ok(())
    }
}
