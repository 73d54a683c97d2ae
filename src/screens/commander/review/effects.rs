//! What the review does to the world: the only file here that touches the desk. It decides nothing.

use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::domain::ids::Digest;
use crate::domain::time::Timestamp;
use crate::screens::commander::review::message::{Effect, News, Onward};
use crate::screens::commander::review::original::Original;
use crate::screens::commander::review::words;
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, work: &mut Work<'_>) -> Option<News> {
    let (desk, now) = (&mut *work.desk, work.now);
    Some(match effect {
        Effect::Open(report) => {
            let opened = open(desk, report, now).and_then(|original| Ok((original, desk.begun(report)?)));
            told(opened, |(original, begun)| News::Opened(original, begun.map(Box::new)))
        }
        Effect::Keep(report, begun) => {
            let kept = desk.keep_begun(report, begun.as_deref(), now);
            return kept.err().map(|error| News::NotKept(report, words::fault(&error)));
        }
        Effect::Look(report) => told(open(desk, report, now), News::Other),
        // What is safe now: nothing was said. Behind this line the signed review is in the vault, and the queue tells so.
        Effect::Sign(report, judgement) => {
            // What he released as IMMEDIATE is sealed alone at once. Power fails in between: the next contact seals it.
            told(desk.review(report, *judgement, now), |review| {
                let onward = match desk.release(now, work.dice) {
                    Ok(sealed) if sealed.iter().any(|batch| batch.reports.contains(&report)) => {
                        Onward::Sealed
                    }
                    Ok(_) => Onward::Waits,
                    Err(error) => Onward::NotSealed(words::fault(&error)),
                };
                News::Signed(Box::new(review), onward)
            })
        }
        Effect::TakeBack(report) => told(desk.take_back_review(report, now), |()| News::TakenBack(report)),
        Effect::GiveBack(report, reason, note) => {
            let words = note.clone();
            match (desk.give_back(report, reason, note, now), words) {
                (Ok(()), _) => News::GivenBack(report),
                (Err(DeskError::AsksToInvestigate { at }), Some(words)) => News::NoteAsks(words, at),
                (Err(error), _) => News::Failed(words::fault(&error)),
            }
        }
        Effect::Preview { report, attachment, columns, rows } => {
            // What gives no picture is shown as none; that is no fault.
            News::Preview(attachment, desk.look_at(report, attachment, columns, rows).ok())
        }
    })
}

fn told<T>(done: Result<T, DeskError>, news: impl FnOnce(T) -> News) -> News {
    done.map_or_else(|error| News::Failed(words::fault(&error)), news)
}

fn open(desk: &mut CommanderDesk, report: Digest, now: Timestamp) -> Result<Box<Original>, DeskError> {
    let opened = desk.open_for_review(report, now)?;
    let beside = desk.beside(&opened)?;
    Ok(Box::new(Original { opened, beside }))
}
