//! What this room does to the world.

use crate::desks::error::DeskError;
use crate::desks::paths::folders_beginning;
use crate::desks::spoken::faults;
use crate::domain::ids::Digest;
use crate::screens::commander::batch::line::Line;
use crate::screens::commander::batch::message::{Effect, News};
use crate::screens::commander::batch::room::{AsOf, Loaded};
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, work: &mut Work<'_>, line: &mut Line) -> Option<News> {
    match effect {
        Effect::Load(known) if known.is_some_and(|known| known.holds(work.desk.changes(), work.now)) => None,
        Effect::Load(_) => Some(said(loaded(work).map(|loaded| News::Loaded(Box::new(loaded))))),
        Effect::Forward => Some(said(forwarded(work))),
        Effect::Reckon(choice) => match work.desk.reckon_on(choice) {
            Ok(()) => None,
            Err(fault) => Some(News::Failed(faults::desk(&fault))),
        },
        Effect::Complete(typed) => Some(News::Folders { folders: folders_beginning(&typed), typed }),
        Effect::FindFolder => Some(said(work.desk.folder_at_hand().map(News::Folder))),
        Effect::Call => line.call(work),
        Effect::More => line.more(work),
        Effect::HangUp => line.hang_up().map(|why| News::Ended { done: Box::default(), why: Some(why) }),
    }
}

fn said(outcome: Result<News, DeskError>) -> News {
    outcome.unwrap_or_else(|fault| News::Failed(faults::desk(&fault)))
}

fn loaded(work: &mut Work<'_>) -> Result<Loaded, DeskError> {
    let preview = work.desk.preview(work.now)?;
    let going: Vec<Digest> = preview.reports().map(|goes| goes.digest).collect();
    let rows = work.desk.queue_rows_of(&going)?;
    let (choice, measured) = work.desk.reckoned_on()?;
    let sealed = work.desk.sealed()?;
    let as_of = AsOf { changes: work.desk.changes(), at: work.now, soonest: preview.soonest };
    Ok(Loaded { preview, rows, choice, measured, sealed, as_of })
}

fn forwarded(work: &mut Work<'_>) -> Result<News, DeskError> {
    let forwarded = work.desk.forward(work.now, work.dice)?;
    let reports = forwarded.iter().map(|one| one.reports.len()).sum();
    Ok(News::Forwarded { reports, packets: forwarded.len() })
}
