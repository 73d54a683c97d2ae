//! A small world in random order, many times over.
//!
//! ```text
//!  seed ─▶ observers, commanders, a stick, a relay's shelf, the cell ─▶ steps in random order ─▶ laws, after every step
//!                        └ real vaults, real seals, real signatures, real shelf and register, no sockets ┘
//! ```
//!
//! A road repeats, reorders, withholds and breaks off before or after it has done its work; a device loses power in the
//! middle of a write and comes back with what its disk had; keys are revoked on the way. `VIGILIA_MODEL_SEED=17` plays
//! one world again and tells it. Which bytes a seal has is left to the operating system's dice, so a packet has another
//! name each time; nothing the story decides hangs on names.

mod laws;
mod patched;
mod roads;
mod stage;
mod steps;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use stage::Stage;
use steps::{Figures, World};

use crate::model_world::patched::Patch;

/// How many worlds.
const RUNS: u64 = 5_000;

/// Plays the world of a seed. An error is its story, with the law that broke at the end, or with what could not be done.
fn play(stage: &Stage, seed: u64, patch: Patch) -> Result<Figures, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut world = World::new(stage, &runtime, seed, patch);
    let played = catch_unwind(AssertUnwindSafe(|| world.play()));
    let fault = match played {
        Ok(Ok(())) => return Ok(world.figures),
        Ok(Err(law)) => law,
        Err(panic) => {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked").to_owned()
        }
    };
    Err(format!(
        "{}\n  ** {fault}\n  again: VIGILIA_MODEL_SEED={seed} cargo test --test journeys model_world",
        world.story.join("\n")
    ))
}

#[test]
fn in_whatever_order_things_happen_the_laws_hold() {
    let stage = Stage::set();
    if let Ok(seed) = std::env::var("VIGILIA_MODEL_SEED") {
        let seed = seed.parse().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut world = World::new(&stage, &runtime, seed, Patch::None);
        let played = world.play();
        println!("{}", world.story.join("\n"));
        played.unwrap();
        return;
    }
    let next = AtomicU64::new(0);
    // One more than there are cores: a relay's shelf writes on a thread of its own.
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get) + 1;
    let total = std::thread::scope(|scope| {
        let work = || {
            let mut mine = Figures::default();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= RUNS {
                    return mine;
                }
                match play(&stage, seed, Patch::None) {
                    Ok(figures) => mine.add(&figures),
                    Err(story) => {
                        next.store(RUNS, Ordering::Relaxed);
                        panic!("{story}");
                    }
                }
            }
        };
        let hands: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut total = Figures::default();
        for hand in hands {
            total.add(&hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        total
    });
    println!("{RUNS} worlds: {total:?}");
    // A world in which nothing happens proves nothing.
    assert!(total.filed > RUNS && total.read > RUNS && total.cuts > RUNS / 5, "{total:?}");
    assert!(total.acknowledged > RUNS / 5 && total.torn > 50 && total.gaps > 50, "{total:?}");
}

/// The model must be able to fail: with a commander whose program drops or edits, it finds the fault, and the same worlds
/// with an honest one hold.
#[test]
fn a_patched_commander_is_found_out() {
    let stage = Stage::set();
    for patch in [Patch::Drops, Patch::Edits] {
        let (mut found, mut seen_by_the_cell) = (0, 0);
        for seed in (0..200).filter(|seed| seed % stage::SETTLED_EVERY == 0) {
            play(&stage, seed, Patch::None).unwrap_or_else(|story| panic!("{story}"));
            if let Err(story) = play(&stage, seed, patch) {
                assert!(story.contains("held back"), "{story}");
                found += 1;
                seen_by_the_cell += usize::from(story.contains("the cell sees gaps"));
            }
        }
        println!("{patch:?}: found in {found} worlds, in {seen_by_the_cell} of them by the cell as well");
        assert!(found >= 10 && seen_by_the_cell >= 10, "{patch:?}: {found}, {seen_by_the_cell}");
    }
}

/// The model notices too when the cell forgets what it has acknowledged.
#[test]
fn a_cell_that_forgets_is_found_out() {
    let stage = Stage::set();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut world = World::new(&stage, &runtime, 0, Patch::None);
    world.play().unwrap();
    assert!(world.figures.acknowledged > 0);
    world.the_cell_forgets();
    let fault = world.look_at_the_cell().unwrap_err();
    assert!(fault.contains("is gone from the cell"), "{fault}");
}
