//! What this room does to the world.

use std::path::Path;

use crate::desks::commander::contingent::Enrolled;
use crate::desks::enrolment::files::{read_request_file, write_install_file};
use crate::desks::error::DeskError;
use crate::desks::paths::paths_beginning;
use crate::desks::spoken::faults;
use crate::screens::commander::contingent::asked::Placed;
use crate::screens::commander::contingent::message::{Effect, News};
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, work: &mut Work<'_>) -> Option<News> {
    let done = match effect {
        Effect::Load => work.desk.contingent().map(News::Listed),
        Effect::Complete(typed) => {
            let found = paths_beginning(&typed);
            Ok(News::Paths(typed, found))
        }
        Effect::ReadRequest(path) => read_request_file(&path).and_then(|bytes| {
            let applying = work.desk.read_request(&bytes).map_err(as_request)?;
            Ok(News::Asks(Box::new(applying), path, bytes))
        }),
        Effect::Enrol { request, until, replaces, folder } => {
            let enrolled = work.desk.enrol(&request, Some(until), replaces, work.now);
            enrolled.map(|enrolled| place(enrolled, &folder))
        }
        Effect::Place(enrolled, folder) => Ok(place(*enrolled, &folder)),
        Effect::Revoke(revoking) => work.desk.revoke(revoking, work.now).map(News::Revoked),
    };
    Some(done.unwrap_or_else(|error| News::Failed(faults::desk(&error))))
}

/// He is enrolled already; without his file he cannot know it.
fn place(enrolled: Enrolled, folder: &Path) -> News {
    match write_install_file(folder, enrolled.member, &enrolled.install_file) {
        Ok(path) => News::Placed(Placed { callsign: enrolled.callsign, until: enrolled.until, path }),
        Err(why) => News::NotPlaced(Box::new(enrolled), faults::desk(&why)),
    }
}

/// Whatever else a file is, it is no request.
fn as_request(error: DeskError) -> DeskError {
    match error {
        DeskError::Statement(_) => DeskError::NoRequest,
        other => other,
    }
}
