//! What keys do where something stands in front of both sides: repeats, another report, attachments, giving back, a
//! question.

use crate::domain::ids::Digest;
use crate::domain::precedence::Precedence;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::screens::commander::review::keys::{Command, steps};
use crate::screens::commander::review::message::Effect;
use crate::screens::commander::review::room::{Files, Over, Sheet, Turn};
use crate::screens::commander::review::{shape, signing, text, words};
use crate::screens::desk::front::{Front, Notice};
use crate::screens::kit::widgets::list;

/// Does what a key means there.
pub fn act(sheet: &mut Sheet, front: &mut Front, command: Command) -> Turn {
    match &sheet.over {
        Over::Nothing => Turn::default(),
        Over::Repeats(_) => in_repeats(sheet, front, command),
        Over::Other(..) => in_other(sheet, front, command),
        Over::Files(_) => in_files(sheet, front, command),
        Over::GiveBack(_) => in_give_back(sheet, command),
        Over::Release | Over::Suggested => {
            sheet.over = Over::Nothing;
            match command {
                Command::Release => {
                    sheet.statement.release(Precedence::Immediate);
                    signing::sign(sheet)
                }
                Command::WithoutRelease => signing::sign(sheet),
                _ => Turn::default(),
            }
        }
    }
}

fn in_other(sheet: &mut Sheet, front: &mut Front, command: Command) -> Turn {
    let Over::Other(other, first, back) = &mut sheet.over else { return Turn::default() };
    if let Some(steps) = steps(command, shape::page(front.size)) {
        let part = shape::below_heading(shape::body(front.size));
        let lines = text::lines(other, &front.catalogue, part.width, front.tongue);
        *first = shape::scrolled(*first, lines.len(), part.height, steps);
    } else if command == Command::SameAs {
        let (digest, called) = (other.digest(), words::called(other));
        same_as(sheet, front, digest, called);
    } else {
        sheet.over = Over::Repeats(*back);
    }
    Turn::default()
}

fn in_give_back(sheet: &mut Sheet, command: Command) -> Turn {
    let report = sheet.original.digest();
    let Over::GiveBack(back) = &mut sheet.over else { return Turn::default() };
    match command {
        Command::NextField => back.form.next(),
        Command::PreviousField => back.form.previous(),
        Command::GiveBack => {
            let said = back.read();
            return said.map_or_else(Turn::default, |(reason, note)| {
                Turn::asks(Effect::GiveBack(report, reason, note))
            });
        }
        _ => sheet.over = Over::Nothing,
    }
    Turn::default()
}

/// Opens the list of the reports this one repeats.
pub fn open_repeats(sheet: &mut Sheet, front: &mut Front) {
    if sheet.original.repeated().is_empty() {
        front.notice = Some(Notice::Done(Word("review-no-repeats").into()));
    } else {
        sheet.over = Over::Repeats(0);
    }
}

fn in_repeats(sheet: &mut Sheet, front: &mut Front, command: Command) -> Turn {
    let others = sheet.original.repeated();
    let Over::Repeats(at) = &mut sheet.over else { return Turn::default() };
    if let Some(steps) = steps(command, shape::page(front.size)) {
        *at = list::moved(*at, others.len(), steps);
        return Turn::default();
    }
    let selected = others.get(*at).copied();
    match (command, selected) {
        (Command::Look, Some(other)) => return Turn::asks(Effect::Look(other)),
        (Command::SameAs, Some(other)) => {
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
    let said = if same {
        Word("review-not-same").into()
    } else {
        Word("review-same").with("report", called.clone())
    };
    sheet.statement.repeat((!same).then_some((other, called)));
    front.notice = Some(Notice::Done(said));
}

/// Opens the attachments.
pub fn open_files(sheet: &mut Sheet, front: &mut Front) -> Turn {
    if sheet.original.files().next().is_none() {
        front.notice = Some(Notice::Done(Word("report-no-attachments").into()));
        return Turn::default();
    }
    sheet.over = Over::Files(Files::default());
    look_at_file(sheet, front)
}

fn in_files(sheet: &mut Sheet, front: &Front, command: Command) -> Turn {
    let count = sheet.original.files().count();
    let Over::Files(files) = &mut sheet.over else { return Turn::default() };
    match steps(command, shape::page(front.size)) {
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
