//! What the poor road costs by the clock: the real client and the real relay over lines that are slow and far, and over
//! one that breaks. It takes some minutes, because the lines are slow.
//!
//! `cargo bench --bench poor_road`

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a table on stdout, measured by the clock, is the point"
)]
#![allow(dead_code, reason = "the world of the stories has more people than this needs")]

#[path = "../support/flaky_line.rs"]
mod flaky_line;
#[path = "../journeys/world.rs"]
mod world;

use std::time::{Duration, Instant};

use vigilia::courier::line::Line;
use vigilia::courier::persistence::Persistence;
use vigilia::courier::road::Road;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;

use crate::flaky_line::{FlakyLine, Shape};
use crate::world::{COMMANDER, World};

fn main() {
    let mut world = World::new(900);
    let relay = world.relay();
    let half = Duration::from_millis(400);
    let cut = Some((20 << 10, 40 << 10, 3));
    println!(
        "{:<44} {:>9} {:>9} {:>8} {:>8} {:>9} {:>9} {:>7}",
        "", "packet", "crossed", "contacts", "seconds", "by bytes", "told", "off by"
    );
    for (what, bytes, bits, cut) in [
        ("a batch of 20 at 64 kbit/s", 5_300, 64_000, None),
        ("a batch of 20 at 9.6 kbit/s", 5_300, 9_600, None),
        ("a batch of 20 at 2.4 kbit/s", 5_300, 2_400, None),
        ("256 KiB at 64 kbit/s", 256 << 10, 64_000, None),
        ("256 KiB at 64 kbit/s, cut every 20 to 40 KiB", 256 << 10, 64_000, cut),
    ] {
        let mut noise = vec![0; bytes];
        vigilia::crypto::dice::fill_from_os(&mut noise).unwrap();
        let packet = world.packet(COMMANDER, Addressee::Role(Role::Cell), &noise, Precedence::Routine);
        let line = FlakyLine::shaped(&relay.address(), Shape { bits, delay: half, cut, ..Shape::default() });
        let pause = Duration::from_millis(100);
        let stubborn =
            Persistence { tries: 9, first_pause: pause, longest_pause: pause, ..Persistence::steady(1) };
        let mut client = world.client_with(COMMANDER, line.address(), stubborn);
        let begun = Instant::now();
        client.send(&packet).unwrap();
        // This line is reached at once; a real one takes a round trip to open TCP.
        let took = begun.elapsed().as_secs_f64() + half.as_secs_f64() * 2.0 * line.contacts() as f64;
        // What a commander is told before it goes. A line that breaks is told as one that does not.
        let told = Line { bits, round_trip: half * 2 }.sending(&[packet.bytes().len() as u64], &[]).0;
        let off = (told.as_secs_f64() / took - 1.0) * 100.0;
        println!(
            "{what:<44} {:>9} {:>9} {:>8} {took:>8.1} {:>9.1} {:>9.1} {off:>6.0}%",
            packet.bytes().len(),
            line.total(),
            line.contacts(),
            line.link_time(bits, half * 2).as_secs_f64(),
            told.as_secs_f64(),
        );
        assert!(cut.is_some() || off.abs() <= 15.0, "what is told is off by {off:.0} %");
    }
}
