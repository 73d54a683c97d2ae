//! A report that went and everything that was said of it, a bulletin, and what is on its way, as lines to read.

use std::time::Duration;

use crate::desks::bulletins::OpenedBulletin;
use crate::desks::commander::sent::OpenedSent;
use crate::desks::signer::Signature;

use crate::desks::spoken::{answers, bulletins, codes, measures, roads, terms};
use crate::domain::catalogue::Catalogue;
use crate::domain::report::Review;
use crate::domain::standing::Standing;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::sent::room::SentRoom;
use crate::screens::desk::bulletin_text;
use crate::screens::desk::front::Front;
use crate::screens::desk::reading::{Tone, broken, group};
use crate::screens::desk::report_text::Writer;
use crate::screens::desk::words;
use crate::vault::sent::PacketUnderWay;

/// A paragraph, or a line of one.
pub type Said = (Tone, String);

/// A report that went: what was said of it first, the newest on top, then the review, then what was filed.
#[must_use]
pub fn report(opened: &OpenedSent, catalogue: &Catalogue, columns: usize, tongue: Tongue) -> Vec<Said> {
    let (filed, head) = (&opened.held.report, opened.held.report.head());
    let standing = terms::standing(Standing::of(&opened.held.facts), opened.held.handed_over);
    let mut text = vec![(Tone::Title, tongue.speak(&title(opened))), (Tone::Good, tongue.speak(&standing))];
    if opened.answers.is_empty() {
        text.push((Tone::Muted, tongue.say(Word("sent-no-answer")).into_owned()));
    }
    for answer in opened.answers.iter().rev() {
        text.push((Tone::Plain, String::new()));
        let who = answers::signer(answer.signer.as_ref());
        if let Some(said) = &answer.said {
            let signed = Word("answer-signed").with("who", who).with("when", terms::instant(said.at()));
            text.push((Tone::Title, tongue.speak(&signed)));
            text.push((Tone::Good, tongue.speak(&terms::outcome(said.outcome()))));
            text.extend(said.text().map(|words| (Tone::Plain, words.as_str().to_owned())));
        }
        text.push(signature(answer.signature, tongue));
    }
    let writer = Writer { tongue, catalogue };
    if let Some(review) = &opened.review {
        text.push((Tone::Plain, String::new()));
        text.extend(reviewed(review, &writer));
    }
    text.push((Tone::Plain, String::new()));
    text.push((Tone::Title, tongue.say(Word("sent-as-filed")).into_owned()));
    text.extend(writer.observation(filed));
    text.push((Tone::Plain, String::new()));
    text.extend(writer.head(head));
    broken(text, columns)
}

/// What became of a signature.
#[must_use]
pub fn signature(signature: Signature, tongue: Tongue) -> Said {
    let (tone, sign, word) = match signature {
        Signature::Holds => (Tone::Good, "=", Word("sent-signature-holds")),
        Signature::RevokedSince => (Tone::Warning, "!", Word("sent-signature-revoked")),
        Signature::SignerGone => (Tone::Warning, "!", Word("sent-signature-gone")),
        Signature::Broken => (Tone::Warning, "!", Word("sent-signature-broken")),
    };
    (tone, format!("{sign} {}", tongue.say(word)))
}

fn reviewed(review: &Review, writer: &Writer<'_>) -> Vec<Said> {
    let title = if review.as_it_stands { Word("sent-as-it-stood") } else { Word("sent-reviewed") };
    let mut text = vec![(Tone::Title, writer.tongue.say(title).into_owned())];
    text.push(writer.part(Word("sent-grade"), review.grade.to_string()));
    if let Some(derived) = review.europol {
        text.push(writer.part(Word("sent-europol"), derived.to_string()));
    }
    text.push(writer.part(Word("sent-precedence"), codes::precedence(review.precedence)));
    text.push(writer.part(Word("report-marking"), review.marking.banner()));
    text.extend(review.comment.iter().map(|comment| (Tone::Plain, comment.as_str().to_owned())));
    text
}

fn title(opened: &OpenedSent) -> Phrase {
    let (head, signer) = (opened.held.report.head(), opened.author.as_ref());
    let who = words::who(signer.map(|signer| &signer.callsign), head.author);
    let number = words::report_number(head.sequence);
    Word("report-part").with("label", who).with("text", number)
}

/// A bulletin that lies open.
#[must_use]
pub fn bulletin(room: &SentRoom, opened: &OpenedBulletin, front: &Front, columns: usize) -> Vec<Said> {
    let (now, tongue) = (Timestamp::new(front.moment.now), front.tongue);
    let (line, heading) = (&opened.line, &opened.line.heading);
    let signed = Word("answer-signed")
        .with("who", answers::signer(line.signed_by.as_ref()))
        .with("when", group(line.issued));
    let came = Word("answer-arrived").with("when", group(line.arrived));
    // Of words whose signature does not hold, not even the title is shown.
    let title = match &opened.bulletin {
        Some(_) => bulletins::headline(heading, tongue),
        None => Word("bulletin-everybody").into(),
    };
    let mut text = vec![
        (Tone::Title, tongue.speak(&title)),
        (Tone::Plain, tongue.speak(&signed)),
        (Tone::Muted, tongue.speak(&came)),
        signature(opened.signature, tongue),
    ];
    if let Some(row) = room.bulletin(line.statement) {
        let tone = if row.told.not_yet > 0 { Tone::Warning } else { Tone::Good };
        text.push((tone, tongue.speak(&row.passed_down())));
    }
    if let Some(told) = &opened.bulletin {
        text.push((Tone::Plain, String::new()));
        text.extend(bulletin_text::lines(told, heading, missing(opened, now), now, tongue));
    }
    broken(text, columns)
}

/// Which others should be here and are not. He is the one whom observers tell; he tells his authority.
fn missing(opened: &OpenedBulletin, now: Timestamp) -> Option<Phrase> {
    let numbers: Vec<String> = opened.line.heading.missing(now).iter().map(u32::to_string).collect();
    let told =
        || Word("bulletin-missing-here").with("count", numbers.len()).with("numbers", numbers.join(", "));
    (!numbers.is_empty()).then(told)
}

/// What is on its way.
#[must_use]
pub fn packets(room: &SentRoom, front: &Front, columns: usize) -> Vec<Said> {
    let tongue = front.tongue;
    let bytes: u64 = room.packets.iter().map(|packet| packet.size).sum();
    if room.packets.is_empty() {
        return broken(vec![(Tone::Good, tongue.say(Word("packets-none")).into_owned())], columns);
    }
    let all = Word("packets-all").with("count", room.packets.len()).with("size", measures::size(bytes));
    let mut text = vec![(Tone::Title, tongue.speak(&all))];
    for packet in &room.packets {
        text.push((Tone::Plain, String::new()));
        text.extend(one(packet, Timestamp::new(front.moment.now), tongue));
    }
    broken(text, columns)
}

fn one(packet: &PacketUnderWay, now: Timestamp, tongue: Tongue) -> Vec<Said> {
    let what = match (packet.reports, packet.follows) {
        (reports @ 1.., _) => Word("packet-words").with("count", reports),
        (0, true) => Word("packet-follows").into(),
        (0, false) => Word("packet-answers").into(),
    };
    let line = Word("packet-line")
        .with("what", what)
        .with("size", measures::size(packet.size))
        .with("when", terms::instant(packet.made))
        .with("name", packet.digest.short());
    let mut text = vec![(Tone::Plain, tongue.speak(&line))];
    let Some(so_far) = &packet.under_way else {
        text.push((Tone::Muted, format!("  {}", tongue.say(Word("packet-untried")))));
        return text;
    };
    let tried = Word("packet-tried")
        .with("count", so_far.tries)
        .with("last", terms::instant(so_far.tried))
        .with("done", measures::size(so_far.held));
    text.push((Tone::Plain, format!("  {}", tongue.speak(&tried))));
    if let Some(trouble) = &so_far.trouble {
        let stopped = Word("line-stopped").with("why", roads::trouble(*trouble));
        text.push((Tone::Warning, format!("  {}", tongue.speak(&stopped))));
    }
    if let Some(next) = so_far.next_try {
        let left = u64::try_from(next.seconds_since(now)).unwrap_or(0);
        let told = match left {
            0 => Word("packet-goes-on").into(),
            left => Word("line-next-try").with("left", measures::span(Duration::from_secs(left))),
        };
        text.push((Tone::Plain, format!("  {}", tongue.speak(&told))));
    }
    text
}
