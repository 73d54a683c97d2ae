//! What this room does to the world.

use crate::desks::error::DeskError;
use crate::desks::spoken::faults;
use crate::screens::commander::sent::message::{Effect, News};
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, work: &mut Work<'_>) -> Option<News> {
    let said = |outcome: Result<News, DeskError>| {
        Some(outcome.unwrap_or_else(|fault| News::Failed(faults::desk(&fault))))
    };
    match effect {
        Effect::Load => said(work.desk.sent().and_then(|sent| {
            let bulletins = work.desk.passed_down(work.now)?;
            Ok(News::Loaded(Box::new(sent), bulletins))
        })),
        Effect::Open(report) => {
            said(work.desk.open_sent(report, work.now).map(|opened| News::Opened(Box::new(opened))))
        }
        Effect::Read(bulletin) => {
            said(work.desk.read_bulletin(bulletin, work.now).map(|opened| News::Bulletin(Box::new(opened))))
        }
    }
}
