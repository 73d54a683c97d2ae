//! An observer's reports, listed and in full, in his own language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::overdue;
use crate::commands::report_json::parts;
use crate::commands::session::Session;
use crate::commands::show;
use crate::desks::observer::overdue::OverdueReport;
use crate::desks::observer::{ObserverDesk, OwnReport};
use crate::desks::spoken::{overdue as said_of, shown, terms, told};
use crate::domain::code::Coded;
use crate::domain::draft::Draft;
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::IndicatorSeen;
use crate::domain::place::Place;
use crate::domain::standing::Standing;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::vault::error::VaultError;

/// Every report and draft, with its standing.
pub fn list(desk: &mut ObserverDesk, session: &Session) -> Result<(), Failure> {
    let tongue = session.tongue_of(desk.settings()?.language);
    let edges = Edges::of(desk.vault());
    let (drafts, reports, waited_for) = (desk.drafts()?, desk.reports()?, all_overdue(desk)?);
    let mut words = Vec::new();
    let mut all: Vec<Value> = Vec::new();
    for (draft, saved) in &drafts {
        words.push(head(draft.id, draft, tongue));
        let standing = Word("standing-since").with("standing", Word("standing-draft"));
        words.push(gist(draft, desk, standing.with("since", terms::instant(*saved)), tongue));
        all.push(json!({ "id": draft.id.to_string(), "standing": "draft", "since": saved.to_string() }));
    }
    for own in &reports {
        let draft = seen_again(own);
        words.push(head(own.held.report.head().id, &draft, tongue));
        let standing = terms::standing(Standing::of(&own.held.facts), own.held.handed_over);
        words.push(gist(&draft, desk, standing, tongue));
        for answer in &own.answers {
            let outcome = tongue.speak(&terms::outcome(answer.feedback.outcome()));
            let text = answer.feedback.text().map(|text| format!(": {}", text.as_str())).unwrap_or_default();
            words.push(format!("    {}: {outcome}{text}", tongue.say(Word("words-of-police"))));
        }
        let late = waited_for.get(&own.held.digest);
        words.extend(late.map(|late| format!("    {}", tongue.speak(&said_of::mark(late)))));
        let mut line = show::line(&own.held, desk.catalogue());
        if let Value::Object(fields) = &mut line {
            fields.insert("overdue".to_owned(), overdue::as_json(late));
        }
        all.push(line);
    }
    if !waited_for.is_empty() {
        words.push(tongue.speak(&said_of::told(waited_for.len())));
    }
    if words.is_empty() {
        words.push("No reports yet. Begin one with: vigilia report new".to_owned());
    }
    edges.result(session.output(), &words.join("\n"), Value::Array(all));
    Ok(())
}

/// The reports that should have been answered by now.
fn all_overdue(desk: &ObserverDesk) -> Result<BTreeMap<Digest, OverdueReport>, Failure> {
    Ok(desk.overdue(now())?.into_iter().map(|one| (one.digest, one)).collect())
}

/// One report or draft in full, with what came back.
pub fn show_one(desk: &mut ObserverDesk, id: ReportId, session: &Session) -> Result<(), Failure> {
    let tongue = session.tongue_of(desk.settings()?.language);
    let edges = Edges::of(desk.vault());
    let own = match desk.report(id) {
        Ok(own) => own,
        Err(crate::desks::error::DeskError::Vault(VaultError::NotFound(_))) => {
            return show_draft(desk, id, edges, tongue, session);
        }
        Err(other) => return Err(other.into()),
    };
    let head = own.held.report.head();
    let draft = seen_again(&own);
    let standing = terms::standing(Standing::of(&own.held.facts), own.held.handed_over);
    let mut words = vec![
        format!("{}  {id}", tongue.speak(&Word("report-number").with("number", head.sequence))),
        tongue.speak(&standing),
    ];
    let waited_for = all_overdue(desk)?;
    let late = waited_for.get(&own.held.digest);
    words.extend(late.iter().flat_map(|late| overdue::lines(late, tongue)));
    words.extend(lines(&draft, desk, tongue));
    if let Some(returned) = &own.returned {
        words.push(said(Word("words-of-commander"), terms::returned(returned.reason).into(), tongue));
        words.extend(returned.note.iter().map(|note| note.as_str().to_owned()));
    }
    for answer in &own.answers {
        let who = format!("{}, {}", tongue.say(Word("words-of-police")), show::dtg(answer.feedback.at()));
        words.push(format!("{who}: {}", tongue.speak(&terms::outcome(answer.feedback.outcome()))));
        words.extend(answer.feedback.text().map(|text| text.as_str().to_owned()));
    }
    let mut told = show::line(&own.held, desk.catalogue());
    if let Value::Object(fields) = &mut told {
        fields.insert("answers".to_owned(), answers(&own));
        fields.insert("overdue".to_owned(), overdue::as_json(late));
        fields.insert("report".to_owned(), parts(&draft)?);
        fields.insert("supersedes".to_owned(), json!(head.supersedes.map(|old| old.to_string())));
        fields.insert(
            "caveats".to_owned(),
            json!(head.caveats.iter().map(|one| one.code()).collect::<Vec<_>>()),
        );
    }
    edges.marked(head.marking).result(session.output(), &words.join("\n"), told);
    Ok(())
}

fn show_draft(
    desk: &ObserverDesk,
    id: ReportId,
    edges: Edges,
    tongue: Tongue,
    session: &Session,
) -> Result<(), Failure> {
    let draft = desk.draft(id)?;
    let obstacles = draft.obstacles(desk.catalogue());
    let mut words = vec![format!("{}  {id}", tongue.say(Word("standing-draft")))];
    words.extend(lines(&draft, desk, tongue));
    if !obstacles.is_empty() {
        let missing: Vec<Phrase> = obstacles.iter().map(|one| terms::obstacle(*one).into()).collect();
        words.push(tongue.speak(&Word("line-missing").with("missing", missing)));
    }
    let missing: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
    let told = json!({
        "id": id.to_string(),
        "standing": "draft",
        "begun": draft.begun.to_string(),
        "supersedes": draft.supersedes.map(|old| old.to_string()),
        "missing": missing,
        "report": parts(&draft)?,
    });
    edges.result(session.output(), &words.join("\n"), told);
    Ok(())
}

fn answers(own: &OwnReport) -> Value {
    let told = own.answers.iter().map(|answer| {
        json!({
            "status": answer.feedback.outcome().status().code(),
            "text": answer.feedback.text().map(crate::domain::text::Text::as_str),
            "at": answer.feedback.at().to_string(),
            "signed_by": answer.signer.to_string(),
        })
    });
    Value::Array(told.collect())
}

/// A filed report as the draft that would correct it: one way to tell both.
fn seen_again(own: &OwnReport) -> Draft {
    let head = own.held.report.head();
    Draft::correcting(&own.held.report, head.id, head.recorded)
}

fn lines(draft: &Draft, desk: &ObserverDesk, tongue: Tongue) -> Vec<String> {
    let all = told::draft(draft, desk.catalogue()).into_iter();
    all.map(|line| said(line.label, line.text, tongue)).collect()
}

fn said(label: Word, text: Phrase, tongue: Tongue) -> String {
    tongue.speak(&Word("line-told").with("label", label).with("text", text))
}

/// Which, when and where.
fn head(id: ReportId, draft: &Draft, tongue: Tongue) -> String {
    let when =
        draft.observed.as_ref().map_or_else(|| tongue.say(Word("no-time")).into_owned(), shown::time_written);
    let place =
        draft.place.as_ref().and_then(written).unwrap_or_else(|| tongue.say(Word("no-place")).into_owned());
    format!("{id}  {when}  {place}")
}

/// What, and how far it has come.
fn gist(draft: &Draft, desk: &ObserverDesk, standing: Phrase, tongue: Tongue) -> String {
    format!("    {} — {}", tongue.speak(&what(draft, desk)), tongue.speak(&standing))
}

fn written(place: &Place) -> Option<String> {
    let words = place.words().map(|words| words.as_str().to_owned());
    words.or_else(|| place.position().map(|position| shown::position_written(&position.given)))
}

fn what(draft: &Draft, desk: &ObserverDesk) -> Phrase {
    let label = |seen: &IndicatorSeen| {
        let known = desk.catalogue().get(&seen.id);
        known.map_or_else(|| Phrase::verbatim(seen.id.to_string()), |known| terms::label(&known.labels))
    };
    match (draft.indicators.split_first(), &draft.facts) {
        (Some((first, [])), _) => label(first),
        (Some((first, more)), _) => Word("and-more").with("label", label(first)).with("more", more.len()),
        (None, _) if draft.just_odd => Word("just-odd").into(),
        (None, Some(facts)) => {
            let one_line = facts.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            Phrase::verbatim(one_line.chars().take(60).collect::<String>())
        }
        (None, None) => Word("nothing-yet").into(),
    }
}
