//! What this room does to the world.

use crate::screens::commander::sent::message::{Effect, News};
use crate::screens::commander::work::Work;

/// Carries one effect out and tells what came of it.
pub fn perform(effect: Effect, _work: &mut Work<'_>) -> Option<News> {
    match effect {}
}
