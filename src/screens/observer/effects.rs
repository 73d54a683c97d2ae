//! What the observer's terminal does to the world: the only file here that touches the desk. It decides nothing.

use std::collections::BTreeMap;
use std::path::Path;

use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::desks::observer::overdue::OverdueReport;
use crate::desks::paths::{folders_beginning, paths_beginning};
use crate::desks::spoken::faults;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::ids::{Dice, Digest, ReportId};
use crate::domain::marking::Marking;
use crate::domain::time::Timestamp;
use crate::screens::desk::front::Badge;
use crate::screens::observer::form::files::FilesNews;
use crate::screens::observer::lines::{self, ReportLine};
use crate::screens::observer::message::{Changed, Effect, Lists, Told};

/// Whose desk it is, as it stands on every screen.
#[must_use]
pub fn badge(desk: &mut ObserverDesk) -> Badge {
    let profile = desk.vault().profile();
    Badge {
        realm: profile.realm.name().as_str().to_owned(),
        callsign: profile.callsign.as_str().to_owned(),
        // What is filed here bears the default marking.
        marking: Marking::default(),
        exercise: profile.realm.is_exercise(),
    }
}

/// Carries one effect out and tells what came of it; new ids are drawn with `dice`. [`Effect::Go`], [`Effect::Stop`],
/// [`Effect::Redraw`] and [`Effect::Leave`] are the loop's own.
pub fn perform(effect: Effect, desk: &mut ObserverDesk, dice: &mut dyn Dice, now: Timestamp) -> Option<Told> {
    match effect {
        Effect::LoadReports => Some(told(lists(desk, now), |lists| Told::Lists(Box::new(lists)))),
        Effect::LoadChanged(reports) => {
            Some(told(changed(desk, &reports, now), |changed| Told::Changed(Box::new(changed))))
        }
        Effect::OpenReport(id) => Some(told(desk.report(id), |own| Told::Report(Box::new(own)))),
        Effect::OpenAnswer(statement) => {
            Some(told(desk.answer(statement), |opened| Told::Answer(Box::new(opened))))
        }
        Effect::MarkSeen(answers) => Some(told(desk.mark_seen(&answers, now), |()| Told::Seen(answers))),
        Effect::LoadMe => Some(told(desk.identity(now), |who| Told::Me(Box::new(who)))),
        Effect::Choose(setting) => desk.set(setting).err().map(failed),
        Effect::Complete(typed) => {
            let folders = folders_beginning(&typed);
            Some(Told::Folders(typed, folders))
        }
        Effect::Begin(language) => Some(opened(desk.begin(language, now, dice))),
        Effect::Correct(id) => Some(opened(desk.begin_correction(id, now, dice))),
        Effect::Open(id) => Some(opened(desk.draft(id))),
        Effect::Save(draft, field) => Some(save(desk, draft, field, now)),
        Effect::Attach(id, path) => {
            let attached = desk.attach_file(id, Path::new(&path), now);
            Some(of_files(id, attached.map(|attached| FilesNews::Attached(Box::new(attached)))))
        }
        Effect::Detach(id, digest) => {
            Some(of_files(id, desk.detach(id, digest, now).map(FilesNews::Detached)))
        }
        Effect::Preview { id, digest, columns, rows } => {
            // What gives no picture is shown as none; that is no fault.
            let preview = desk.preview(id, digest, columns, rows).ok();
            Some(Told::OfFiles(id, FilesNews::Preview(digest, preview)))
        }
        Effect::Paths(id, typed) => Some(Told::OfFiles(id, FilesNews::Paths(paths_beginning(&typed)))),
        Effect::Discard(id) => Some(desk.discard(id, now).map_or_else(failed, |()| Told::Discarded)),
        Effect::File(id) => Some(match desk.file(id, now) {
            Ok(filed) => {
                let head = filed.head();
                Told::Filed(head.sequence, [head.id].into_iter().chain(head.supersedes).collect())
            }
            Err(DeskError::Unfinished(unfinished)) => Told::NotFiled(unfinished.obstacles),
            Err(error) => failed(error),
        }),
        Effect::Go(_) | Effect::Stop | Effect::Redraw | Effect::Leave => None,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands where an error is handed over")]
fn failed(error: DeskError) -> Told {
    Told::Failed(faults::desk(&error))
}

fn told<T>(done: Result<T, DeskError>, told: impl FnOnce(T) -> Told) -> Told {
    done.map_or_else(failed, told)
}

fn opened(draft: Result<Draft, DeskError>) -> Told {
    draft.map_or_else(failed, |draft| Told::Draft(Box::new(draft)))
}

fn of_files(id: ReportId, news: Result<FilesNews, DeskError>) -> Told {
    Told::OfFiles(id, news.unwrap_or_else(|error| FilesNews::Failed(faults::desk(&error))))
}

fn save(desk: &mut ObserverDesk, draft: Box<Draft>, field: DraftField, now: Timestamp) -> Told {
    // What is safe now: everything saved before. Power failing here costs this one field; the draft opens without it.
    match desk.save(&draft, field, now) {
        Ok(at) => Told::Saved(draft.id, at),
        Err(error) => Told::NotSaved(draft, field, faults::desk(&error)),
    }
}

fn lists(desk: &mut ObserverDesk, now: Timestamp) -> Result<Lists, DeskError> {
    let answers = desk.answers()?;
    let news = lines::news(&answers);
    let mut reports = drafts(desk, now)?;
    let overdue = desk.overdue(now)?.into_iter();
    let mut overdue: BTreeMap<Digest, OverdueReport> = overdue.map(|one| (one.digest, one)).collect();
    reports.extend(desk.report_list()?.into_iter().map(|summary| {
        let overdue = overdue.remove(&summary.digest).map(Box::new);
        ReportLine { overdue, ..lines::of_summary(summary, &news) }
    }));
    lines::sort(&mut reports);
    Ok(Lists { reports, answers, waiting: desk.waiting()? })
}

fn drafts(desk: &ObserverDesk, now: Timestamp) -> Result<Vec<ReportLine>, DeskError> {
    Ok(desk.drafts_in_hand(now)?.iter().map(lines::of_draft).collect())
}

fn changed(desk: &mut ObserverDesk, reports: &[ReportId], now: Timestamp) -> Result<Changed, DeskError> {
    let mut changed = Changed { drafts: drafts(desk, now)?, ..Changed::default() };
    for id in reports {
        changed.reports.push(lines::of_summary(desk.report_line(*id)?, &BTreeMap::new()));
    }
    if !reports.is_empty() {
        changed.waiting = Some(desk.waiting()?);
    }
    Ok(changed)
}
