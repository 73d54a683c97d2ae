//! What lies open in front of the list, in words.

use crate::desks::commander::contingent::ContingentMember;
use crate::desks::spoken::membership;
use crate::domain::code::Coded;
use crate::domain::revocation::RevocationReason;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::contingent::asked::{Asked, Leaving, Placed};
use crate::screens::commander::contingent::lines;
use crate::screens::desk::reading::{self, Tone};
use crate::screens::kit::plain_text;

/// Lines to read.
type Lines = Vec<(Tone, String)>;

/// One of them in full.
#[must_use]
pub fn one(member: &ContingentMember, now: Timestamp, columns: usize, tongue: Tongue) -> Lines {
    let mut said: Vec<(Tone, Phrase)> = vec![
        (Tone::Plain, lines::standing(member).into()),
        (Tone::Plain, Word("people-one-contact").with("when", lines::last_contact(member, now))),
        (Tone::Plain, Word("people-one-reports").with("filed", member.filed).with("here", member.held)),
        (Tone::Plain, Word("people-one-police").with("count", member.unacknowledged)),
        (Tone::Plain, Word("people-one-down").with("waiting", member.waiting).with("packed", member.packed)),
    ];
    if let Some(until) = member.valid_until {
        said.push((Tone::Plain, Word("people-one-until").with("until", reading::group(until))));
    }
    if member.missing > 0 {
        said.push((Tone::Warning, Word("people-one-missing").with("count", member.missing)));
    }
    if let Some(revoked) = &member.revoked {
        let why: Phrase = match revoked.reason {
            Some(reason) => membership::reason(reason).into(),
            None => Phrase::verbatim(revoked.words.as_str()),
        };
        said.push((
            Tone::Warning,
            Word("people-one-void")
                .with("why", why)
                .with("since", reading::group(revoked.since))
                .with("number", revoked.good_through),
        ));
    }
    page(member.callsign.as_str(), said, columns, tongue)
}

/// Who asks to be enrolled.
#[must_use]
pub fn asked(asked: &Asked, now: Timestamp, columns: usize, tongue: Tongue) -> Lines {
    let who = &asked.applying;
    let mut said: Vec<(Tone, Phrase)> = vec![
        (Tone::Plain, Word("people-asks-contingent").with("contingent", who.contingent.as_str())),
        (Tone::Plain, Word("people-asks-when").with("when", reading::group(who.asked))),
        (Tone::Title, Phrase::verbatim(&who.fingerprint)),
        (Tone::Warning, Word("people-asks-compare").into()),
    ];
    if who.already {
        said.push((Tone::Plain, Word("people-asks-already").into()));
    }
    if let Some(replaced) = &asked.replaces {
        said.push((Tone::Warning, Word("people-asks-replaces").with("who", replaced.callsign.as_str())));
    } else if who.callsign_of.is_some() {
        said.push((Tone::Warning, Word("fault-name-taken").into()));
    }
    let until = asked.until(now).map_or_else(
        || Phrase::from(Word("people-no-days")),
        |until| Word("people-asks-until").with("until", reading::group(until)),
    );
    said.push((Tone::Plain, until));
    let title = Word("people-asks").with("who", who.callsign.as_str());
    page(&tongue.speak(&title), said, columns, tongue)
}

/// Why and from when somebody's keys are to become void. The reason chosen has a sign before it.
#[must_use]
pub fn leaving(leaving: &Leaving, columns: usize, tongue: Tongue) -> Lines {
    let title = Word("people-revoke").with("who", leaving.callsign.as_str());
    let said = vec![(Tone::Plain, Word("people-revoke-what").into())];
    let mut lines = page(&tongue.speak(&title), said, columns, tongue);
    lines.push((Tone::Plain, String::new()));
    for (place, reason) in RevocationReason::ALL.iter().enumerate() {
        let chosen = place == leaving.reason;
        let sign = if chosen { "›" } else { " " };
        let tone = if chosen { Tone::Title } else { Tone::Plain };
        lines.push((tone, format!("{sign} {}", tongue.say(membership::reason(*reason)))));
    }
    lines
}

/// Where the file for his device lies, and what is to be done with it.
#[must_use]
pub fn placed(placed: &Placed, columns: usize, tongue: Tongue) -> Lines {
    let path = plain_text::one_line(&placed.path.display().to_string());
    let said = vec![
        (Tone::Good, Word("people-placed-until").with("until", reading::group(placed.until))),
        (Tone::Plain, Word("people-placed-file").into()),
        (Tone::Title, Phrase::verbatim(&path)),
        (Tone::Plain, Word("people-placed-next").into()),
    ];
    let title = Word("people-placed").with("who", placed.callsign.as_str());
    page(&tongue.speak(&title), said, columns, tongue)
}

/// The last question before somebody is enrolled.
#[must_use]
pub fn enrol_question(asked: &Asked, tongue: Tongue) -> String {
    let word = match asked.replaces {
        Some(_) => Word("people-sure-replace"),
        None => Word("people-sure-enrol"),
    };
    tongue.speak(&word.with("who", asked.applying.callsign.as_str()))
}

/// The last question before somebody's keys become void.
#[must_use]
pub fn revoke_question(leaving: &Leaving, tongue: Tongue) -> String {
    let why = membership::reason(leaving.revoking().reason);
    tongue.speak(&Word("people-sure-revoke").with("who", leaving.callsign.as_str()).with("why", why))
}

fn page(title: &str, said: Vec<(Tone, Phrase)>, columns: usize, tongue: Tongue) -> Lines {
    let mut text = vec![(Tone::Title, title.to_owned()), (Tone::Plain, String::new())];
    text.extend(said.into_iter().map(|(tone, phrase)| (tone, tongue.speak(&phrase))));
    reading::broken(text, columns)
}
