//! A commander's judgement, as it is typed.

use clap::Args;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::commander::{CommanderDesk, Judgement};
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::domain::code::Coded;
use crate::domain::grading::{Handling, HandlingCode, InformationCredibility, NatoGrade, SourceReliability};
use crate::domain::ids::ReportId;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::LocalAuthority;
use crate::domain::observation_terms::TriState;
use crate::domain::precedence::Precedence;
use crate::domain::text::{Line, Narrative};

/// A commander's judgement. Whatever is left out follows from the report.
#[derive(Debug, Args)]
pub struct Grade {
    /// The report's id.
    id: ReportId,
    /// Reliability A to F and credibility 1 to 6 together.
    #[arg(conflicts_with_all = ["reliability", "credibility"])]
    grade: Option<String>,
    /// How reliable the source is, A to F.
    #[arg(long)]
    reliability: Option<String>,
    /// How credible the information is, 1 to 6, judged apart from its source.
    #[arg(long)]
    credibility: Option<String>,
    /// H0, H1, H2 or H3.
    #[arg(long)]
    handling: Option<String>,
    /// The restriction that H3 must carry.
    #[arg(long)]
    restriction: Option<String>,
    /// A caveat to add; may be given more than once. The author's caveats stay.
    #[arg(long = "caveat")]
    caveats: Vec<String>,
    /// routine, priority or immediate. Without it an immediate that the author suggests stays priority.
    #[arg(long)]
    precedence: Option<String>,
    /// A higher marking than the author's.
    #[arg(long)]
    marking: Option<String>,
    /// Your words.
    #[arg(long)]
    comment: Option<String>,
    /// Whether you told a local authority: yes, no or unknown.
    #[arg(long)]
    authority_told: Option<String>,
    /// Which one, and when.
    #[arg(long, requires = "authority_told")]
    authority: Option<String>,
    /// Whether it acted: yes, no or unknown.
    #[arg(long, requires = "authority_told")]
    authority_acted: Option<String>,
    /// The id of another report that tells the same sighting. Both go on.
    #[arg(long)]
    duplicate_of: Option<ReportId>,
}

impl Grade {
    /// Reviews the report.
    pub fn run(self, desk: &mut CommanderDesk, session: &Session) -> Result<(), Failure> {
        let report = desk.vault().report_digest(self.id)?;
        let duplicate_of = self.duplicate_of.map(|other| desk.vault().report_digest(other)).transpose()?;
        let judgement = Judgement { duplicate_of, ..self.judgement()? };
        let review = desk.review(report, judgement, now())?;
        let mut dice = IdDice::from_os().map_err(DeskError::from)?;
        let goes = match desk.release(now(), &mut dice)?.is_empty() {
            true => "Reviewed, and ready for the next batch.",
            false => "Reviewed, and packed alone to go before everything else. Send it with: vigilia sync",
        };
        let words = format!("{goes}\n{}", show::review(&review));
        let told = json!({
            "id": self.id.to_string(),
            "grade": review.grade.to_string(),
            "europol_derived": review.europol.map(|code| code.to_string()),
            "handling": review.handling.code().code(),
            "caveats": review.caveats.iter().map(|caveat| caveat.code()).collect::<Vec<_>>(),
            "precedence": review.precedence.code(),
            "marking": review.marking.code(),
            "duplicate_of": self.duplicate_of.map(|other| other.to_string()),
        });
        session.output().result(&words, &told);
        Ok(())
    }

    fn judgement(&self) -> Result<Judgement, Failure> {
        let grade = self.grade.as_deref().map(str::parse::<NatoGrade>).transpose();
        let grade = grade.map_err(|wrong| Failure::usage(wrong.to_string()))?;
        let caveats: Vec<Caveat> =
            self.caveats.iter().map(|code| member("--caveat", code)).collect::<Result<_, _>>()?;
        Ok(Judgement {
            reliability: one_of::<SourceReliability>("--reliability", self.reliability.as_ref())?
                .or(grade.map(|grade| grade.source)),
            credibility: one_of::<InformationCredibility>("--credibility", self.credibility.as_ref())?
                .or(grade.map(|grade| grade.information)),
            handling: self.handling()?,
            caveats: (!caveats.is_empty()).then_some(caveats),
            precedence: self.precedence()?,
            marking: one_of::<Marking>("--marking", self.marking.as_ref())?,
            comment: (self.comment.as_deref().map(Narrative::cleaned).transpose())
                .map_err(|wrong| Failure::usage(format!("--comment is {wrong}")))?,
            local_authority: self.local_authority()?,
            duplicate_of: None,
        })
    }

    fn handling(&self) -> Result<Option<Handling>, Failure> {
        let code = one_of::<HandlingCode>("--handling", self.handling.as_ref())?;
        // A restriction alone can only be that of H3.
        let code = code.or(self.restriction.as_ref().map(|_| HandlingCode::H3));
        code.map(|code| Handling::new(code, self.restriction.as_deref()))
            .transpose()
            .map_err(|wrong| Failure::usage(wrong.to_string()))
    }

    fn precedence(&self) -> Result<Option<Precedence>, Failure> {
        match one_of::<Precedence>("--precedence", self.precedence.as_ref())? {
            Some(precedence) if !precedence.is_suggestible() => {
                Err(Failure::usage("--precedence: routine, priority or immediate"))
            }
            other => Ok(other),
        }
    }

    fn local_authority(&self) -> Result<Option<LocalAuthority>, Failure> {
        let Some(told) = one_of::<TriState>("--authority-told", self.authority_told.as_ref())? else {
            return Ok(None);
        };
        let who = self.authority.as_deref().map(Line::cleaned).transpose();
        Ok(Some(LocalAuthority {
            told,
            who: who.map_err(|wrong| Failure::usage(format!("--authority is {wrong}")))?,
            acted: one_of("--authority-acted", self.authority_acted.as_ref())?.unwrap_or_default(),
        }))
    }
}

/// A member of a closed list by its code, if one was typed.
fn one_of<T: Coded>(option: &str, code: Option<&String>) -> Result<Option<T>, Failure> {
    code.map(|code| member(option, code)).transpose()
}

fn member<T: Coded>(option: &str, code: &str) -> Result<T, Failure> {
    T::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = T::ALL.iter().map(|one| one.code()).collect();
        Failure::usage(format!("{option}: one of {}", known.join(", ")))
    })
}
