//! What the commander's terminal does to the world: this and the `effects.rs` of each room alone touch the desk. They
//! decide nothing.

use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::spoken::faults;
use crate::domain::marking::Marking;
use crate::screens::commander::message::{Effect, Told};
use crate::screens::commander::running::Running;
use crate::screens::commander::work::Work;
use crate::screens::commander::{batch, contingent, queue, review, sent};
use crate::screens::desk::front::Badge;

/// Whose desk it is, as it stands on every screen.
#[must_use]
pub fn badge(desk: &mut CommanderDesk) -> Badge {
    let profile = desk.vault().profile();
    Badge {
        realm: profile.realm.name().as_str().to_owned(),
        callsign: profile.callsign.as_str().to_owned(),
        marking: Marking::default(),
        exercise: profile.realm.is_exercise(),
    }
}

/// Carries one effect out and tells what came of it. [`Effect::Go`], [`Effect::Stop`], [`Effect::Redraw`] and
/// [`Effect::Leave`] are the loop's own.
pub fn perform(effect: Effect, work: &mut Work<'_>, running: &mut Running) -> Option<Told> {
    match effect {
        Effect::Queue(effect) => queue::effects::perform(effect, work).map(Told::Queue),
        Effect::Review(effect) => {
            let releases = effect.releases();
            let told = review::effects::perform(effect, work).map(Told::Review);
            if releases {
                // A contact under way takes it along before everything else; what cannot be packed
                // now is packed with the next.
                let _ = running.line.more(work);
            }
            told
        }
        Effect::Batch(effect) => batch::effects::perform(effect, work, &mut running.line).map(Told::Batch),
        Effect::Sent(effect) => sent::effects::perform(effect, work).map(Told::Sent),
        Effect::Contingent(effect) => contingent::effects::perform(effect, work).map(Told::Contingent),
        Effect::LoadMe => {
            Some(work.desk.identity(work.now).map_or_else(failed, |who| Told::Me(Box::new(who))))
        }
        Effect::Choose(setting) => work.desk.set(setting).err().map(failed),
        Effect::Go(_) | Effect::Stop | Effect::Redraw | Effect::Leave => None,
    }
}

fn failed(error: DeskError) -> Told {
    Told::Failed(faults::desk(&error))
}
