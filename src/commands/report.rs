//! An observer's reports.

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::commands::edge::{local_offset, now};
use crate::commands::failure::Failure;
use crate::commands::member::read_file;
use crate::commands::report_attachments::{Attach, Detach, SaveAttachment, attachments};
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::dice::IdDice;
use crate::desks::observer::ObserverDesk;
use crate::desks::{entry, error::DeskError};
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::duty::Duty;
use crate::domain::grading::Basis;
use crate::domain::ids::ReportId;
use crate::domain::observation::{Counts, IndicatorSeen, Language};
use crate::domain::phase::Phase;
use crate::domain::text::Narrative;
use crate::wire::entity::EntityV1;

/// Largest entry read from a script.
const MOST: u64 = 256 << 10;

/// Write, file and follow reports.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Begin a report; with --file it is filed at once.
    New(Box<New>),
    /// Every report and draft, with its standing.
    List,
    /// One report or draft in full, with what came back.
    Show {
        /// Its id.
        id: ReportId,
    },
    /// File a draft: from then on it is signed and never changed.
    File {
        /// Its id.
        id: ReportId,
    },
    /// Attach a file to a draft; a large photograph gets a smaller copy that travels with the words.
    Attach(Attach),
    /// Take a file off a draft, with its smaller copy.
    Detach(Detach),
    /// What a draft or report has attached.
    Attachments {
        /// Its id.
        id: ReportId,
    },
    /// Save an attachment outside the vault, where nothing protects it any more. That is logged.
    SaveAttachment(SaveAttachment),
    /// Throw a draft away. Filed reports cannot be thrown away.
    Discard {
        /// Its id.
        id: ReportId,
    },
}

/// What was observed, as options or as JSON with the same names.
#[derive(Debug, Args)]
pub struct New {
    /// Read the report from a JSON file, or from stdin with "-"; options given as well go over it.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    #[command(flatten)]
    entry: Entry,
    /// A new version of this filed report, to complete or correct it.
    #[arg(long, value_name = "ID")]
    corrects: Option<ReportId>,
    /// Describe a person or thing, as JSON: {"ref":"e1","type":"vehicle","kind":"van","plate":"01-4?2-KD"}.
    #[arg(long = "entity", value_name = "JSON", value_parser = entity)]
    entities: Vec<EntityV1>,
    /// File it at once.
    #[arg(long)]
    file: bool,
}

/// The parts of a report a person may enter.
#[derive(Debug, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// When: now, -20m, 1430, 211430ZNOV26, or two of them with a dash between.
    #[arg(long, allow_hyphen_values = true)]
    when: Option<String>,
    /// Where: a grid reference, degrees, or words.
    #[arg(long = "where", allow_hyphen_values = true)]
    #[serde(rename = "where")]
    place: Option<String>,
    /// checkpoint, patrol, guard, convoy or other.
    #[arg(long)]
    duty: Option<String>,
    /// transit, stay_or_work, recruitment or unknown.
    #[arg(long)]
    phase: Option<String>,
    /// An indicator of the catalogue; append :basis when you did not see it yourself. May be given several times.
    #[arg(long = "indicator", value_name = "ID[:BASIS]")]
    indicators: Vec<String>,
    /// Nothing from the list, just odd.
    #[arg(long)]
    just_odd: bool,
    /// Men.
    #[arg(long)]
    men: Option<u16>,
    /// Women.
    #[arg(long)]
    women: Option<u16>,
    /// Boys who look under 18.
    #[arg(long)]
    boys: Option<u16>,
    /// Girls who look under 18.
    #[arg(long)]
    girls: Option<u16>,
    /// People not seen well enough to say.
    #[arg(long)]
    unknown: Option<u16>,
    /// What you saw or heard.
    #[arg(long)]
    facts: Option<String>,
    /// What you think of it.
    #[arg(long)]
    assessment: Option<String>,
    /// The language you write in: nl, fr, de or en.
    #[arg(long)]
    language: Option<String>,
    /// Persons and things, in the shape of the report's schema.
    #[arg(skip)]
    entities: Vec<EntityV1>,
}

fn entity(text: &str) -> Result<EntityV1, String> {
    serde_json::from_str(text)
        .map_err(|_| "not a person or thing in the shape of the report's schema".to_owned())
}

impl ReportCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let mut desk = ObserverDesk::open(session.unlock()?)?;
        match self {
            Self::New(new) => new.run(&mut desk, session),
            Self::List => list(&desk, session),
            Self::Show { id } => show_one(&desk, id, session),
            Self::File { id } => file(&mut desk, id, session),
            Self::Attach(attach) => attach.run(&mut desk, session),
            Self::Detach(detach) => detach.run(&mut desk, session),
            Self::Attachments { id } => attachments(&desk, id, session),
            Self::SaveAttachment(save) => save.run(&mut desk, session),
            Self::Discard { id } => {
                desk.discard(id, now())?;
                session.output().result("The draft is gone.", &json!({ "id": id.to_string() }));
                Ok(())
            }
        }
    }
}

impl New {
    fn run(self, desk: &mut ObserverDesk, session: &Session) -> Result<(), Failure> {
        let mut dice = IdDice::from_os().map_err(DeskError::from)?;
        let written: Entry = match &self.from {
            Some(path) if path.as_os_str() == "-" => {
                let mut text = Vec::new();
                std::io::stdin().take(MOST).read_to_end(&mut text)?;
                serde_json::from_slice(&text)?
            }
            Some(path) => serde_json::from_slice(&read_file(path, MOST)?)?,
            None => Entry::default(),
        };
        // Everything is understood before a draft is begun: a wrong option leaves nothing behind.
        let mut notes = Vec::new();
        let mut blank = Draft::begin(ReportId::fresh(now(), &mut dice), now(), Language::English);
        written.apply(&mut blank, desk, &mut notes)?;
        let options = Entry { entities: self.entities, ..self.entry };
        options.apply(&mut blank, desk, &mut notes)?;
        let id = match self.corrects {
            Some(old) => {
                let draft = desk.begin_correction(old, now(), &mut dice)?;
                let mut draft = Draft { begun: draft.begun, ..draft };
                written_over(&mut draft, blank);
                desk.discard(draft.id, now())?;
                desk.keep(&draft, now())?;
                draft.id
            }
            None => {
                desk.keep(&blank, now())?;
                blank.id
            }
        };
        for note in notes {
            session.output().note(&note);
        }
        if self.file {
            return file(desk, id, session);
        }
        let obstacles: Vec<String> =
            desk.draft(id)?.obstacles(desk.catalogue()).iter().map(ToString::to_string).collect();
        let words = match obstacles.as_slice() {
            [] => format!("Draft {id} is saved and complete. File it with: vigilia report file {id}"),
            missing => format!("Draft {id} is saved. Before it can be filed: {}.", missing.join("; ")),
        };
        session.output().result(&words, &json!({ "id": id.to_string(), "missing": obstacles }));
        Ok(())
    }
}

/// Puts what was entered now over what the corrected report said.
fn written_over(draft: &mut Draft, entered: Draft) {
    let Draft {
        observed, place, duty, phase, counts, indicators, just_odd, entities, facts, assessment, ..
    } = entered;
    draft.observed = observed.or(draft.observed.take());
    draft.place = place.or(draft.place.take());
    draft.duty = duty.or(draft.duty);
    draft.phase = phase.or(draft.phase);
    draft.facts = facts.or(draft.facts.take());
    draft.assessment = assessment.or(draft.assessment.take());
    draft.just_odd |= just_odd;
    if counts.total() > 0 {
        draft.counts = counts;
    }
    if !indicators.is_empty() {
        draft.indicators = indicators;
    }
    if !entities.is_empty() {
        draft.entities = entities;
    }
}

impl Entry {
    /// Writes what was entered into a draft; `notes` collects how times and places were understood.
    fn apply(self, draft: &mut Draft, desk: &ObserverDesk, notes: &mut Vec<String>) -> Result<(), Failure> {
        let usage = |what: &str, wrong: &dyn std::fmt::Display| Failure::usage(format!("--{what}: {wrong}"));
        if let Some(text) = &self.when {
            let understood =
                entry::time(text, now(), local_offset()).map_err(|wrong| usage("when", &wrong))?;
            notes.push(format!("when: {}", understood.shown_back));
            draft.observed = Some(understood.period);
        }
        if let Some(text) = &self.place {
            let understood = entry::place(text).map_err(|wrong| usage("where", &wrong))?;
            notes.push(format!("where: {}", understood.shown_back));
            draft.place = Some(understood.place);
        }
        if let Some(code) = &self.duty {
            draft.duty = Some(coded::<Duty>("duty", code)?);
        }
        if let Some(code) = &self.phase {
            draft.phase = Some(coded::<Phase>("phase", code)?);
        }
        if let Some(code) = &self.language {
            draft.language = coded::<Language>("language", code)?;
        }
        for text in &self.indicators {
            let (id, basis) = text.split_once(':').unwrap_or((text, Basis::SawMyself.code()));
            let id = id.parse().map_err(|wrong| usage("indicator", &wrong))?;
            if desk.catalogue().get(&id).is_none() {
                return Err(Failure::usage(format!("--indicator: {id} is not in the catalogue")));
            }
            let basis = coded::<Basis>("indicator", basis)?;
            draft.indicators.push(IndicatorSeen { id, basis, subject: None, note: None });
        }
        draft.just_odd |= self.just_odd;
        let Counts { men, women, boys, girls, unknown } = draft.counts;
        draft.counts = Counts {
            men: self.men.unwrap_or(men),
            women: self.women.unwrap_or(women),
            boys: self.boys.unwrap_or(boys),
            girls: self.girls.unwrap_or(girls),
            unknown: self.unknown.unwrap_or(unknown),
        };
        if let Some(text) = &self.facts {
            draft.facts = Some(Narrative::cleaned(text).map_err(|wrong| usage("facts", &wrong))?);
        }
        if let Some(text) = &self.assessment {
            draft.assessment = Some(Narrative::cleaned(text).map_err(|wrong| usage("assessment", &wrong))?);
        }
        draft.entities.extend(self.entities.into_iter().map(Into::into));
        Ok(())
    }
}

fn coded<T: Coded>(option: &str, code: &str) -> Result<T, Failure> {
    let known: Vec<&str> = T::ALL.iter().map(|member| member.code()).collect();
    T::from_code(code).ok_or_else(|| Failure::usage(format!("--{option}: one of {}", known.join(", "))))
}

fn file(desk: &mut ObserverDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let filed = desk.file(id, now())?;
    let (number, id) = (filed.head().sequence, filed.head().id);
    let words = format!(
        "Filed as your report number {number}, id {id}. It is signed and waits to be handed over: vigilia packet write or vigilia sync."
    );
    session.output().result(&words, &json!({ "id": id.to_string(), "sequence": number }));
    Ok(())
}

fn list(desk: &ObserverDesk, session: &Session) -> Result<(), Failure> {
    let (drafts, reports) = (desk.drafts()?, desk.reports()?);
    let mut words = Vec::new();
    let mut told: Vec<Value> = Vec::new();
    for (draft, saved) in &drafts {
        words.push(format!("{}  draft, saved {}", draft.id, show::dtg(*saved)));
        told.push(json!({ "id": draft.id.to_string(), "standing": "draft", "since": saved.to_string() }));
    }
    for own in &reports {
        let (head, seen) = (own.held.report.head(), own.held.report.observation());
        let first = format!("{}  {}  {}", head.id, show::period(&seen.observed), show::place(&seen.place));
        words.push(format!(
            "{first}\n    {} — {}",
            show::what(seen, desk.catalogue()),
            show::standing(&own.held)
        ));
        words.extend(own.answers.iter().map(|answer| format!("    {}", show::feedback(&answer.feedback))));
        told.push(show::line(&own.held, desk.catalogue()));
    }
    if words.is_empty() {
        words.push("No reports yet. Begin one with: vigilia report new".to_owned());
    }
    session.output().result(&words.join("\n"), &Value::Array(told));
    Ok(())
}

fn show_one(desk: &ObserverDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let own = desk.reports()?.into_iter().find(|own| own.held.report.head().id == id);
    let Some(own) = own else {
        let draft = desk.draft(id)?;
        let missing: Vec<String> =
            draft.obstacles(desk.catalogue()).iter().map(ToString::to_string).collect();
        let words = format!("Draft {id}, begun {}. {}", show::dtg(draft.begun), missing.join("; "));
        session
            .output()
            .result(&words, &json!({ "id": id.to_string(), "standing": "draft", "missing": missing }));
        return Ok(());
    };
    let mut words = show::report(&own.held.report, desk.catalogue());
    words.push_str(&format!("\n  standing    {}", show::standing(&own.held)));
    if let Some(returned) = &own.returned {
        let note = returned.note.as_ref().map(|note| format!(": {}", note.as_str())).unwrap_or_default();
        words.push_str(&format!("\n  given back  {}{note}", returned.reason.code()));
    }
    for answer in &own.answers {
        words.push_str(&format!("\n  {}\n  signed by   {}", show::feedback(&answer.feedback), answer.signer));
    }
    let mut told = show::line(&own.held, desk.catalogue());
    let answers: Vec<Value> = (own.answers.iter())
        .map(|answer| {
            json!({
                "status": answer.feedback.outcome().status().code(),
                "text": answer.feedback.text().map(super::super::domain::text::Text::as_str),
                "at": answer.feedback.at().to_string(),
                "signed_by": answer.signer.to_string(),
            })
        })
        .collect();
    if let Value::Object(fields) = &mut told {
        fields.insert("answers".to_owned(), Value::Array(answers));
    }
    session.output().result(&words, &told);
    Ok(())
}
