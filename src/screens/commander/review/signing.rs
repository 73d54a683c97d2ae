//! What leads to a signature: only the key that signs, and the answers to what it asks.

use crate::desks::signer::Signature;
use crate::language::word::Word;
use crate::screens::commander::review::message::Effect;
use crate::screens::commander::review::room::{Over, ReviewRoom, Sheet, Side, Turn};
use crate::screens::desk::front::{Front, Notice};

/// Signs, unless something leaves at once: then he is asked first.
pub fn ask_or_sign(sheet: &mut Sheet, front: &mut Front) -> Turn {
    if sheet.original.is_gone() {
        front.notice = Some(Notice::Failed(Word("review-gone").into()));
    } else if sheet.original.opened.signature == Signature::Broken {
        front.notice = Some(Notice::Failed(Word("review-unverified").into()));
    } else if let Err((entry, why)) = sheet.statement.read() {
        front.notice = Some(Notice::Failed(Word("review-not-signed").with("why", why.clone())));
        sheet.side = Side::Statement;
        sheet.statement.wrong(entry, why);
    } else if sheet.statement.precedence().needs_release() {
        sheet.over = Over::Release;
    } else if sheet.statement.awaits_release() && !sheet.statement.chose_precedence() {
        sheet.over = Over::Suggested;
    } else {
        return sign(sheet);
    }
    Turn::default()
}

/// Signs what stands in the statement.
#[must_use]
pub fn sign(sheet: &Sheet) -> Turn {
    let judged = sheet.statement.read();
    judged.map_or_else(
        |_| Turn::default(),
        |judged| Turn::asks(Effect::Sign(sheet.original.digest(), Box::new(judged))),
    )
}

/// Takes back what was signed last, or what was signed of the open report.
pub fn take_back(room: &mut ReviewRoom, front: &mut Front) -> Turn {
    let open = room
        .sheet
        .as_ref()
        .filter(|sheet| sheet.original.opened.review.is_some())
        .map(|sheet| sheet.original.digest());
    match room.signed.last().copied().or(open) {
        Some(report) => Turn::asks(Effect::TakeBack(report)),
        None => {
            front.notice = Some(Notice::Failed(Word("review-nothing-to-take-back").into()));
            Turn::default()
        }
    }
}
