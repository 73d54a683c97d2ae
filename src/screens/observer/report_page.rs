//! A filed report that lies open. Nothing in it can be changed: it is signed.

use crate::desks::observer::OwnReport;
use crate::desks::observer::answers::Answer;
use crate::desks::observer::overdue::OverdueReport;
use crate::domain::ids::{Digest, ReportId};
use crate::vault::answers::HeldFeedback;

/// A report with everything that was said of it, from one of its lines on.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportPage {
    /// What was filed, and the answers.
    pub own: OwnReport,
    /// What those are called who signed the answers.
    signers: Vec<(Digest, String)>,
    /// That its answer should have been here by now, and what is known of that.
    pub overdue: Option<OverdueReport>,
    /// The first line shown.
    pub first: usize,
}

impl ReportPage {
    /// It lies open at its beginning; the answers tell who signed.
    #[must_use]
    pub fn new(own: OwnReport, answers: &[Answer], overdue: Option<OverdueReport>) -> Self {
        let named = |held: &HeldFeedback| {
            let answer = answers.iter().find(|answer| answer.heard.statement == held.statement)?;
            let signer = answer.signer.as_ref()?;
            Some((held.statement, signer.callsign.to_string()))
        };
        Self { signers: own.answers.iter().filter_map(named).collect(), overdue, own, first: 0 }
    }

    /// What the desk is called that signed an answer; the beginning of its id, where the roster does not know it.
    #[must_use]
    pub fn signer(&self, held: &HeldFeedback) -> String {
        let known = self.signers.iter().find(|(statement, _)| *statement == held.statement);
        let id = || held.signer.to_string().chars().take(8).collect();
        known.map_or_else(id, |(_, callsign)| callsign.clone())
    }

    /// Which.
    #[must_use]
    pub fn id(&self) -> ReportId {
        self.own.held.report.head().id
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.own.held.report.head().sequence
    }
}
