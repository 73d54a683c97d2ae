//! Reports in words and in JSON.

use chrono::FixedOffset;
use serde_json::{Value, json};

use crate::desks::intake::Intake;
use crate::desks::signer::Signature;
use crate::domain::answer::Feedback;
use crate::domain::catalogue::Catalogue;
use crate::domain::code::Coded;
use crate::domain::entity::EntityKind;
use crate::domain::observation::Observation;
use crate::domain::place::{Given, Place};
use crate::domain::report::{FiledReport, Review};
use crate::domain::standing::{Stage, Standing};
use crate::domain::time::{Period, Timestamp};
use crate::geography::dtg::format;
use crate::geography::zone::Zone;
use crate::vault::reports::HeldReport;

/// An instant as a date-time group in UTC.
pub fn dtg(at: Timestamp) -> String {
    format(at.instant(), Zone::ZULU)
}

/// A period as date-time groups.
pub fn period(period: &Period) -> String {
    let from = dtg(period.from());
    if period.to() == period.from() { from } else { format!("{from} to {}", dtg(period.to())) }
}

/// An instant in local time.
pub fn local(at: Timestamp, offset: FixedOffset) -> String {
    at.instant().with_timezone(&offset).format("%d %b %H:%M").to_string()
}

/// A place in one line.
pub fn place(place: &Place) -> String {
    let position = place.position().map(|position| match &position.given {
        Given::Grid(grid) => format!("{} (± {} m)", grid.as_str(), position.error_m),
        Given::Degrees { latitude, longitude } => {
            format!("{latitude:.5}, {longitude:.5} (± {} m)", position.error_m)
        }
    });
    let words = place.words().map(|words| words.as_str().to_owned());
    [position, words].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What it was, in one line: the first indicator's label, or the beginning of the facts.
pub fn what(seen: &Observation, catalogue: &Catalogue) -> String {
    let label = seen.indicators.first().map(|first| {
        catalogue.get(&first.id).map_or_else(|| first.id.to_string(), |indicator| indicator.labels.en.clone())
    });
    let facts = || seen.facts.as_ref().map(|facts| facts.as_str().chars().take(60).collect::<String>());
    label.or_else(facts).unwrap_or_else(|| "odd, nothing from the list".to_owned())
}

/// How far a report has come, in words.
pub fn standing(held: &HeldReport) -> String {
    let standing = Standing::of(&held.facts);
    let since = standing.since.map(dtg).unwrap_or_default();
    match (standing.stage, held.handed_over) {
        (Stage::Draft, _) => "draft".to_owned(),
        (Stage::Filed, None) => "filed; not handed over yet".to_owned(),
        (Stage::Filed, Some(at)) => format!("handed over {}", dtg(at)),
        (Stage::Returned, _) => format!("given back for completion {since}"),
        (Stage::Superseded, _) => "replaced by a newer version".to_owned(),
        (Stage::Reviewed, _) => format!("reviewed {since}"),
        (Stage::Forwarded, _) => format!("forwarded {since}"),
        (Stage::Received, _) => format!("in Brussels {since}"),
        (Stage::Acknowledged, _) => format!("acknowledged by the police {since}"),
        (Stage::Answered, _) => format!("answered by the police {since}"),
    }
}

/// What the police said, in one paragraph.
pub fn feedback(said: &Feedback) -> String {
    let outcome = said.outcome();
    let why = outcome.reason().map(|reason| format!(" ({})", reason.code())).unwrap_or_default();
    let text = said.text().map(|text| format!(": {}", text.as_str())).unwrap_or_default();
    format!("police, {}: {}{why}{text}", dtg(said.at()), outcome.status().code())
}

/// A report as filed, in full.
pub fn report(filed: &FiledReport, catalogue: &Catalogue) -> String {
    let (head, seen) = (filed.head(), filed.observation());
    let mut lines = vec![
        format!("Report {} (number {} of {})", head.id, head.sequence, head.author),
        format!("  marking     {}", head.marking.banner()),
        format!("  precedence  {} (as suggested by the observer)", head.precedence),
        format!("  when        {} ({})", period(&seen.observed), seen.observed.precision()),
        format!("  where       {}", place(&seen.place)),
        format!("  duty        {}; phase {}; suspected {}", seen.duty, seen.phase, seen.suspected),
        format!(
            "  people      {} men, {} women, {} boys, {} girls, {} not seen well",
            seen.counts.men, seen.counts.women, seen.counts.boys, seen.counts.girls, seen.counts.unknown
        ),
    ];
    for indicator in &seen.indicators {
        let label = catalogue.get(&indicator.id).map_or("", |known| known.labels.en.as_str());
        lines.push(format!("  indicator   {} {label} [{}]", indicator.id, indicator.basis));
    }
    for entity in &seen.entities {
        let mark = entity.kind.mark().map(super::super::domain::text::Text::as_str).unwrap_or_default();
        lines.push(format!(
            "  {:<11} {} {mark} {}",
            entity.kind.code(),
            entity.reference,
            looks(&entity.kind)
        ));
    }
    if let Some(facts) = &seen.facts {
        lines.push(format!("  facts       {}", facts.as_str()));
    }
    if let Some(assessment) = &seen.assessment {
        lines.push(format!("  assessment  {}", assessment.as_str()));
    }
    for attachment in &seen.attachments {
        lines.push(format!(
            "  attachment  {} {} bytes {}",
            attachment.digest,
            attachment.size,
            attachment.media_type.as_str()
        ));
    }
    lines.join("\n")
}

/// A commander's review, a line for each thing it says.
pub fn review(review: &Review) -> String {
    let europol = review.europol.map(|code| format!(", Europol {code} (derived)")).unwrap_or_default();
    let as_it_stands = if review.as_it_stands { ", as it stands" } else { "" };
    let comment =
        review.comment.as_ref().map(|comment| format!(": {}", comment.as_str())).unwrap_or_default();
    let mut lines = vec![format!(
        "  review      {}{europol}, {}, {}{as_it_stands}{comment}",
        review.grade,
        review.handling.code(),
        review.precedence
    )];
    if !review.caveats.is_empty() {
        let caveats: Vec<&str> = review.caveats.iter().map(|caveat| caveat.code()).collect();
        lines.push(format!("  caveats     {}", caveats.join(", ")));
    }
    if let Some(authority) = &review.local_authority {
        let who = authority.who.as_ref().map(|who| format!(" ({})", who.as_str())).unwrap_or_default();
        lines.push(format!("  authority   told: {}{who}; acted: {}", authority.told, authority.acted));
    }
    if let Some(other) = review.duplicate_of {
        lines.push(format!("  duplicate   of the report whose digest begins {}", other.short()));
    }
    lines.join("\n")
}

fn looks(kind: &EntityKind) -> String {
    match kind {
        EntityKind::Vehicle(vehicle) | EntityKind::Boat(vehicle) => {
            [&vehicle.colour, &vehicle.make, &vehicle.country, &vehicle.direction, &vehicle.description]
                .into_iter()
                .flatten()
                .map(super::super::domain::text::Text::as_str)
                .collect::<Vec<_>>()
                .join(", ")
        }
        EntityKind::Person(person) => {
            person.description.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default()
        }
        EntityKind::Phone { description, .. } | EntityKind::Organisation { description, .. } => {
            description.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default()
        }
        EntityKind::Document(document) => document.kind.as_str().to_owned(),
        EntityKind::Place { description } => description.as_str().to_owned(),
    }
}

/// So many of a thing.
pub fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

/// What reading a packet came to, in a sentence.
pub fn intake(intake: &Intake) -> String {
    if intake.again {
        return "read before; nothing to do".to_owned();
    }
    let mut parts = vec![format!("{} taken", count(intake.taken.len(), "statement"))];
    if intake.attachments > 0 {
        parts.push(count(intake.attachments, "attachment"));
    }
    if intake.slots > 0 {
        parts.push(format!("{}, sealed", count(intake.slots, "integrity slot")));
    }
    if intake.slot_missing {
        parts.push("it came without its integrity slot, which every observer's packet carries".to_owned());
    }
    for (digest, reason) in &intake.set_aside {
        parts.push(format!("{} set aside: {reason}", digest.short()));
    }
    parts.join(", ")
}

/// What became of a signature, as a code.
pub fn signature(signature: Signature) -> &'static str {
    match signature {
        Signature::Holds => "holds",
        Signature::RevokedSince => "revoked_since",
        Signature::SignerGone => "signer_gone",
        Signature::Broken => "broken",
    }
}

/// A report in one line of JSON: what lists show.
pub fn line(held: &HeldReport, catalogue: &Catalogue) -> Value {
    let (head, seen) = (held.report.head(), held.report.observation());
    let standing = Standing::of(&held.facts);
    json!({
        "id": head.id.to_string(),
        "digest": held.digest.to_string(),
        "author": head.author.to_string(),
        "sequence": head.sequence,
        "observed_from": seen.observed.from().to_string(),
        "place": place(&seen.place),
        "what": what(seen, catalogue),
        "precedence": head.precedence.code(),
        "standing": standing.stage.code(),
        "since": standing.since.map(|since| since.to_string()),
    })
}
