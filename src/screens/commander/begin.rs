//! Beginning what takes long and needs the desk.

use crate::screens::commander::errand::Errand;
use crate::screens::commander::message::Effect;
use crate::screens::commander::state::State;
use crate::screens::desk::errand::Underway;

/// Begins an errand: from now until it comes back, the desk is lent.
pub fn go(state: &mut State, errand: Errand) -> Vec<Effect> {
    state.errand = Some(Underway::new(errand.clone()));
    vec![Effect::Go(errand)]
}
