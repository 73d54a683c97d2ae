//! What keys and news change in the review: `(room, key, moment)` in, effects out. No clock, no dice, no disk. Only
//! [`Act::Sign`] and the answers to its questions lead to a signature, and nothing leads to another original.

use crossterm::event::KeyEvent;

use crate::desks::signer::Signature;
use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::domain::report::Review;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::review::give_back::GiveBack;
use crate::screens::commander::review::keys::{self, Act, steps};
use crate::screens::commander::review::message::{Effect, News};
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::room::{Files, Over, ReviewRoom, Sheet, Side, Turn};
use crate::screens::commander::review::statement::{Leeway, Statement};
use crate::screens::commander::review::{shape, text, words};
use crate::screens::desk::front::{Front, Notice};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::form::{Input, Reaction};
use crate::screens::kit::widgets::list;

/// Sits down to review these reports, in this order, from one of them on.
pub fn begin(room: &mut ReviewRoom, order: Vec<Digest>, at: Digest) -> Turn {
    room.lay_aside();
    room.go_through(order);
    Turn::asks(Effect::Open(at))
}

/// What a key does in the review, if it does anything there but write.
#[must_use]
pub fn act(room: &ReviewRoom, key: KeyEvent) -> Option<Act> {
    keys::act(room.spots(), key)
}

/// Does what a key means.
pub fn obey(room: &mut ReviewRoom, front: &mut Front, act: Act) -> Turn {
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    let turn = match &mut sheet.over {
        Over::Nothing => match sheet.side {
            Side::Original => on_original(room, front, act),
            Side::Statement => on_statement(room, front, act),
        },
        Over::Repeats(_) => in_repeats(sheet, front, act),
        Over::Other(other, first, back) => {
            match (act, steps(act, page(front))) {
                (_, Some(steps)) => {
                    let lines = text::lines(other, &front.catalogue, shape::body(front.size).width, front.tongue);
                    *first = scrolled(*first, lines.len(), shape::body(front.size).height, steps);
                }
                (Act::SameAs, _) => {
                    let (digest, called) = (other.digest(), words::called(other));
                    same_as(sheet, front, digest, called);
                }
                (Act::Leave, _) => sheet.over = Over::Repeats(*back),
                _ => {}
            }
            Turn::default()
        }
        Over::Files(_) => in_files(sheet, front, act),
        Over::GiveBack(back) => match act {
            Act::NextField => {
                back.form.next();
                Turn::default()
            }
            Act::PreviousField => {
                back.form.previous();
                Turn::default()
            }
            Act::GiveBack => {
                let report = sheet.original.digest();
                back.read().map_or_else(Turn::default, |(reason, note)| Turn::asks(Effect::GiveBack(report, reason, note)))
            }
            _ => {
                sheet.over = Over::Nothing;
                Turn::default()
            }
        },
        Over::Release | Over::Suggested => {
            sheet.over = Over::Nothing;
            match act {
                Act::Release => {
                    sheet.statement.release(Precedence::Immediate);
                    sign(sheet)
                }
                Act::WithoutRelease => sign(sheet),
                _ => Turn::default(),
            }
        }
    };
    show_back(room);
    turn
}

/// Types or pastes where the keys act.
pub fn write(room: &mut ReviewRoom, front: &Front, edit: &Edit) -> Turn {
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    match (&mut sheet.over, sheet.side) {
        (Over::GiveBack(back), _) => back.edit(edit, front.tongue),
        (Over::Nothing, Side::Statement) => match sheet.statement.edit(edit, front.tongue) {
            Reaction::Before => sheet.statement.form.previous(),
            Reaction::Behind => sheet.statement.form.next(),
            Reaction::Changed | Reaction::Stayed => {}
        },
        _ => {}
    }
    show_back(room);
    Turn::default()
}

/// The terminal has another size.
pub fn resized(room: &mut ReviewRoom, front: &Front) {
    let Some(sheet) = room.sheet.as_deref_mut() else { return };
    sheet.statement.fit(shape::long_field(front.size));
    if let Over::GiveBack(back) = &mut sheet.over {
        back.form.fit(shape::note(front.size));
    }
}

fn on_original(room: &mut ReviewRoom, front: &mut Front, act: Act) -> Turn {
    if act == Act::Leave {
        return leave(room, front);
    }
    if let Act::NextReport | Act::PreviousReport = act {
        let Some(next) = room.neighbour(act == Act::NextReport) else {
            front.notice = Some(Notice::Done(Word("review-no-other").into()));
            return Turn::default();
        };
        room.lay_aside();
        return Turn::asks(Effect::Open(next));
    }
    if act == Act::TakeBack {
        return take_back(room, front);
    }
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    if let Some(steps) = steps(act, page(front)) {
        let area = shape::original(front.size);
        let lines = text::lines(&sheet.original, &front.catalogue, area.width, front.tongue);
        sheet.first = scrolled(sheet.first, lines.len(), area.height, steps);
        return Turn::default();
    }
    match act {
        Act::Sign => return ask_or_sign(sheet, front),
        Act::Side => sheet.side = Side::Statement,
        Act::GiveBack if sheet.original.is_gone() => {
            front.notice = Some(Notice::Failed(Word("review-gone").into()));
        }
        Act::GiveBack => sheet.over = Over::GiveBack(Box::new(GiveBack::new(shape::note(front.size)))),
        Act::Repeats => open_repeats(sheet, front),
        Act::Files => return open_files(sheet, front),
        _ => {}
    }
    Turn::default()
}

fn on_statement(room: &mut ReviewRoom, front: &mut Front, act: Act) -> Turn {
    let Some(sheet) = room.sheet.as_deref_mut() else { return Turn::default() };
    match act {
        Act::Sign => return ask_or_sign(sheet, front),
        Act::Side | Act::Leave => sheet.side = Side::Original,
        Act::Repeats => open_repeats(sheet, front),
        Act::Enter => {
            let long = matches!(sheet.statement.form.focused().map(|field| &field.input), Some(Input::Area(_)));
            if long {
                sheet.statement.edit(&Edit::Type('\n'), front.tongue);
            } else {
                sheet.statement.form.next();
            }
        }
        _ => {}
    }
    Turn::default()
}

/// Signs, unless something leaves at once: then he is asked first.
fn ask_or_sign(sheet: &mut Sheet, front: &mut Front) -> Turn {
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

fn sign(sheet: &Sheet) -> Turn {
    let judged = sheet.statement.read();
    judged.map_or_else(|_| Turn::default(), |judged| Turn::asks(Effect::Sign(sheet.original.digest(), Box::new(judged))))
}

fn take_back(room: &mut ReviewRoom, front: &mut Front) -> Turn {
    let open = room.sheet.as_ref().filter(|sheet| sheet.original.opened.review.is_some()).map(|sheet| sheet.original.digest());
    match room.signed.last().copied().or(open) {
        Some(report) => Turn::asks(Effect::TakeBack(report)),
        None => {
            front.notice = Some(Notice::Failed(Word("review-nothing-to-take-back").into()));
            Turn::default()
        }
    }
}

/// Back to the queue; what was begun is kept, and he is told.
fn leave(room: &mut ReviewRoom, front: &mut Front) -> Turn {
    room.lay_aside();
    let unsigned = room.unsigned();
    if unsigned > 0 {
        front.notice = Some(Notice::Done(Word("review-kept").with("count", unsigned)));
    }
    Turn { leaves: true, ..Turn::default() }
}

fn open_repeats(sheet: &mut Sheet, front: &mut Front) {
    if sheet.original.repeated().is_empty() {
        front.notice = Some(Notice::Done(Word("review-no-repeats").into()));
    } else {
        sheet.over = Over::Repeats(0);
    }
}

fn in_repeats(sheet: &mut Sheet, front: &mut Front, act: Act) -> Turn {
    let others = sheet.original.repeated();
    let Over::Repeats(at) = &mut sheet.over else { return Turn::default() };
    if let Some(steps) = steps(act, page(front)) {
        *at = list::moved(*at, others.len(), steps);
        return Turn::default();
    }
    let selected = others.get(*at).copied();
    match (act, selected) {
        (Act::Look, Some(other)) => return Turn::asks(Effect::Look(other)),
        (Act::SameAs, Some(other)) => {
            let called = words::other(&sheet.original, other);
            same_as(sheet, front, other, called);
        }
        _ => sheet.over = Over::Nothing,
    }
    Turn::default()
}

/// Marks the report as a repeat of another one, or takes that away; both go on.
fn same_as(sheet: &mut Sheet, front: &mut Front, other: Digest, called: Phrase) {
    let same = sheet.statement.repeats.as_ref().is_some_and(|(digest, _)| *digest == other);
    let said = if same { Word("review-not-same").into() } else { Word("review-same").with("report", called.clone()) };
    sheet.statement.repeat((!same).then_some((other, called)));
    front.notice = Some(Notice::Done(said));
}

fn open_files(sheet: &mut Sheet, front: &mut Front) -> Turn {
    if sheet.original.files().next().is_none() {
        front.notice = Some(Notice::Done(Word("report-no-attachments").into()));
        return Turn::default();
    }
    sheet.over = Over::Files(Files::default());
    look_at_file(sheet, front)
}

fn in_files(sheet: &mut Sheet, front: &Front, act: Act) -> Turn {
    let count = sheet.original.files().count();
    let Over::Files(files) = &mut sheet.over else { return Turn::default() };
    match steps(act, page(front)) {
        Some(steps) => {
            files.at = list::moved(files.at, count, steps);
            return look_at_file(sheet, front);
        }
        None => sheet.over = Over::Nothing,
    }
    Turn::default()
}

/// Asks what the selected attachment looks like.
fn look_at_file(sheet: &Sheet, front: &Front) -> Turn {
    let Over::Files(files) = &sheet.over else { return Turn::default() };
    let known = files.preview.as_ref().map(|(of, _)| *of);
    let Some(attachment) = files.selected(sheet).filter(|selected| Some(*selected) != known) else {
        return Turn::default();
    };
    let (columns, rows) = shape::preview(front.size);
    Turn::asks(Effect::Preview { report: sheet.original.digest(), attachment, columns, rows })
}

/// Lines a page key goes.
fn page(front: &Front) -> isize {
    isize::try_from(shape::original(front.size).height.saturating_sub(2).max(1)).unwrap_or(1)
}

/// The first line after so many steps: never so far that less than the room is filled.
fn scrolled(first: usize, lines: usize, room: u16, steps: isize) -> usize {
    let last = lines.saturating_sub(usize::from(room));
    list::moved(first.min(last), last + 1, steps)
}

fn show_back(room: &mut ReviewRoom) {
    if let Some(sheet) = room.sheet.as_deref_mut() {
        let derived = sheet.original.opened.europol_for(sheet.statement.grade());
        sheet.statement.show_back(sheet.side == Side::Statement, derived);
    }
}

/// Hears what came of something.
pub fn hear(room: &mut ReviewRoom, front: &mut Front, news: News) -> Turn {
    let turn = match news {
        News::Opened(opened) => {
            lay_open(room, front, *opened);
            Turn::default()
        }
        News::Other(other) => {
            if let Some(sheet) = room.sheet.as_deref_mut() {
                let at = if let Over::Repeats(at) = sheet.over { at } else { 0 };
                sheet.over = Over::Other(other, 0, at);
            }
            Turn::default()
        }
        News::Signed(review) => signed(room, front, &review),
        News::TakenBack(report) => {
            room.owed_again(report);
            room.lay_aside();
            front.notice = Some(Notice::Done(Word("review-taken-back").into()));
            Turn { changed: vec![report], ..Turn::asks(Effect::Open(report)) }
        }
        News::GivenBack(report) => {
            front.notice = Some(Notice::Done(Word("review-given-back").into()));
            onward(room, report)
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
            Turn::default()
        }
    };
    show_back(room);
    turn
}

/// Lays a report before him; what he began to say of it is there again, else what he signed, else nothing judged.
fn lay_open(room: &mut ReviewRoom, front: &Front, original: Original) {
    room.lay_aside();
    let columns = shape::long_field(front.size);
    let leeway = Leeway {
        caveats: original.head().caveats.clone(),
        markings: Leeway::markings(original.head().marking, original.beside.ceiling),
        suggested: original.head().precedence,
        officials: original.beside.officials,
    };
    let statement = match (room.take_up(original.digest()), &original.opened.review) {
        (Some(mut begun), _) => {
            begun.fit(columns);
            begun
        }
        (None, Some(review)) => {
            let called = |other| (other, words::other(&original, other));
            Statement::new(leeway, columns).signed_before(review, review.duplicate_of.map(called))
        }
        (None, None) => Statement::new(leeway, columns),
    };
    room.sheet = Some(Box::new(Sheet { original, statement, side: Side::Original, first: 0, over: Over::Nothing }));
}

/// It is signed: says what, and on to the next one.
fn signed(room: &mut ReviewRoom, front: &mut Front, review: &Review) -> Turn {
    let called = room.sheet.as_ref().map(|sheet| words::called(&sheet.original));
    room.signed.retain(|signed| *signed != review.report);
    room.signed.push(review.report);
    front.notice = Some(Notice::Done(words::signed(called, review)));
    onward(room, review.report)
}

/// This one is done with: the next one, or back to the queue after the last.
fn onward(room: &mut ReviewRoom, report: Digest) -> Turn {
    let next = room.neighbour(true);
    room.done_with(report);
    if let Some(sheet) = room.sheet.as_deref_mut() {
        sheet.statement.begun = false;
    }
    match next {
        Some(next) => Turn { changed: vec![report], ..Turn::asks(Effect::Open(next)) },
        None => {
            room.sheet = None;
            Turn { changed: vec![report], leaves: true, ..Turn::default() }
        }
    }
}
