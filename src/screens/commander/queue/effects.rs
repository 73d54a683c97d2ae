//! What the queue does to the world.

use crate::desks::error::DeskError;
use crate::desks::spoken::faults;
use crate::screens::commander::queue::message::{Effect, Listed, News};
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, work: &mut Work<'_>) -> Option<News> {
    let done = match effect {
        Effect::Load => listed(work).map(|listed| News::Listed(Box::new(listed))),
        Effect::Reload(reports) => work.desk.queue_rows_of(&reports).map(|rows| News::Changed(reports, rows)),
        Effect::TakeBack(report) => {
            work.desk.take_back_review(report, work.now).map(|()| News::TakenBack(report))
        }
    };
    Some(done.unwrap_or_else(|error| News::Failed(faults::desk(&error))))
}

fn listed(work: &mut Work<'_>) -> Result<Listed, DeskError> {
    let rows = work.desk.queue_rows(work.now)?;
    let marks = work.desk.vault().marks()?;
    let marks = marks.into_iter().filter(|held| !held.marks.is_empty());
    Ok(Listed {
        rows,
        marks: marks.map(|held| (held.report, held.marks)).collect(),
        set_back: work.desk.clock_set_back()?,
    })
}
