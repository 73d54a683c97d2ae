//! What the review hears: a report to lay open, what was signed, what was refused.

use crate::domain::begun_review::BegunReview;
use crate::domain::ids::Digest;
use crate::domain::report::Review;
use crate::language::word::Word;
use crate::screens::commander::review::message::{Effect, News, Onward};
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::room::{Over, ReviewRoom, Sheet, Side, Turn};
use crate::screens::commander::review::statement::{Leeway, Statement};
use crate::screens::commander::review::{shape, words};
use crate::screens::desk::front::{Front, Notice};

/// Hears what came of an effect.
pub fn take_in(room: &mut ReviewRoom, front: &mut Front, news: News) -> Turn {
    let turn = match news {
        News::Opened(opened, begun) => {
            let keep = room.lay_aside();
            lay_open(room, front, *opened, begun.as_deref());
            Turn::default().after(keep)
        }
        News::Other(other) => {
            if let Some(sheet) = room.sheet.as_deref_mut() {
                let at = if let Over::Repeats(at) = sheet.over { at } else { 0 };
                sheet.over = Over::Other(other, 0, at);
            }
            Turn::default()
        }
        News::Signed(review, way) => signed(room, front, &review, way),
        News::TakenBack(report) => {
            room.owed_again(report);
            let keep = room.lay_aside();
            front.notice = Some(Notice::Done(Word("review-taken-back").into()));
            Turn::asks(Effect::Open(report)).after(keep)
        }
        News::GivenBack(report) => {
            front.notice = Some(Notice::Done(Word("review-given-back").into()));
            // It stays owed, and so does what he began to say of it.
            let keep = room.keep();
            onward(room, report).after(keep)
        }
        News::NotKept(report, why) => {
            let sheet = room.sheet.as_deref_mut().filter(|sheet| sheet.original.digest() == report);
            if let Some(sheet) = sheet {
                sheet.statement.not_kept();
            }
            front.notice = Some(Notice::Failed(Word("review-not-kept").with("why", why)));
            Turn::default()
        }
        News::NoteAsks(note, words) => {
            if let Some(Over::GiveBack(back)) = room.sheet.as_deref_mut().map(|sheet| &mut sheet.over) {
                back.asks(note.as_str(), words);
            }
            Turn::default()
        }
        News::Preview(of, preview) => {
            if let Some(Over::Files(files)) = room.sheet.as_deref_mut().map(|sheet| &mut sheet.over) {
                files.preview = Some((of, preview));
            }
            Turn::default()
        }
        News::Failed(why) => {
            front.notice = Some(Notice::Failed(why));
            // Where nothing lies open there is nothing to stay for.
            Turn { leaves: room.sheet.is_none(), ..Turn::default() }
        }
    };
    room.show_back();
    turn
}

/// Lays a report before him; what he began to say of it is there again, else what he signed, else nothing judged.
fn lay_open(room: &mut ReviewRoom, front: &mut Front, original: Original, begun: Option<&BegunReview>) {
    let columns = shape::long_field(front.size);
    let leeway = Leeway {
        caveats: original.head().caveats.clone(),
        markings: Leeway::markings(original.head().marking, original.beside.ceiling),
        suggested: original.head().precedence,
        officials: original.beside.officials,
    };
    let called = |other: Digest| (other, words::other(&original, other));
    let mut statement = Statement::new(leeway, columns);
    if let Some(review) = &original.opened.review {
        statement = statement.signed_before(review, review.duplicate_of.map(called));
    }
    // Whoever goes on with half a sentence has it before him: there Enter signs nothing.
    let mut side = Side::Original;
    if let Some(begun) = begun.filter(|_| !original.is_gone()) {
        side = Side::Statement;
        statement = statement.begun_before(begun, begun.repeats.map(called));
        front.notice.get_or_insert(Notice::Done(Word("review-begun-again").into()));
    }
    room.sheet = Some(Box::new(Sheet { original, statement, side, first: 0, over: Over::Nothing }));
}

/// It is signed: says what, and on to the next one.
fn signed(room: &mut ReviewRoom, front: &mut Front, review: &Review, way: Onward) -> Turn {
    let called = room.sheet.as_ref().map(|sheet| words::called(&sheet.original));
    room.signed.retain(|signed| *signed != review.report);
    if way != Onward::Sealed {
        room.signed.push(review.report);
    }
    front.notice = Some(match way {
        Onward::Waits => Notice::Done(words::signed(Word("review-signed"), called, review)),
        Onward::Sealed => Notice::Done(words::signed(Word("review-sealed"), called, review)),
        Onward::NotSealed(why) => Notice::Failed(Word("review-not-sealed").with("why", why)),
    });
    onward(room, review.report)
}

/// This one is done with: the next one, or back to the queue after the last.
fn onward(room: &mut ReviewRoom, report: Digest) -> Turn {
    let next = room.neighbour(true);
    room.done_with(report);
    if let Some(sheet) = room.sheet.as_deref_mut() {
        sheet.statement.is_signed();
    }
    match next {
        Some(next) => Turn::asks(Effect::Open(next)),
        None => {
            room.sheet = None;
            Turn { leaves: true, ..Turn::default() }
        }
    }
}
