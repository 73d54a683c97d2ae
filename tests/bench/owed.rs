//! A commander's vault in which ten thousand reports are owed, and how long his queue takes.

use std::path::Path;

use vigilia::crypto::digest::sha256;
use vigilia::desks::commander::{CommanderDesk, Judgement};
use vigilia::domain::ids::{Digest, MemberId, ReportId};
use vigilia::domain::mark::{Mark, MarkKind};
use vigilia::domain::repeats::marks::{Marks, Spot};
use vigilia::domain::repeats::repeats;
use vigilia::vault::unlock::Vault;
use vigilia::wire::report::ReportV1;

use crate::filling::REPORTS;
use crate::support::realm::{Cast, noon, passphrase};
use crate::table::{ms, row, timed};

/// Everything the observer filed, handed to his commander: one van in one place, so that every report repeats every other.
pub fn hand_over(cast: &mut Cast) {
    let reports: Vec<Digest> =
        cast.observer.report_list().unwrap().into_iter().rev().map(|listed| listed.digest).collect();
    for report in reports {
        let signed = cast.observer.vault().signed::<ReportV1>(report).unwrap();
        cast.commander.vault().take_report(&signed, noon(0)).unwrap();
    }
}

pub fn measure(home: &Path) {
    let desk = CommanderDesk::open(Vault::unlock(home, &passphrase(), noon(0)).unwrap());
    let mut desk = desk.unwrap();
    let (rows, first) = timed(|| desk.queue_rows(noon(1)).unwrap());
    assert_eq!(rows.len(), REPORTS);
    let (whole, decoding) = timed(|| desk.queue().unwrap());
    let reference = format!("every report decoded: {}", ms(decoding));
    drop(whole);
    row("queue, the first time, all repeats worked out", &ms(first), "", &reference);
    let (_, again) = timed(|| desk.queue_rows(noon(2)).unwrap());
    row("queue, again", &ms(again), "", "");
    let report = rows[REPORTS / 2].digest;
    let (_, act) = timed(|| desk.review(report, Judgement::default(), noon(3)).unwrap());
    row("one review, signed and durable", &ms(act), "", "");
    let (one, time) = timed(|| desk.queue_rows_of(&[report]).unwrap());
    assert_eq!(one.len(), 1);
    row("its row, read again", &ms(time), "", "");
    let (_, time) = timed(|| desk.open_for_review(report, noon(5)).unwrap());
    row("one report opened for review", &ms(time), "", "");

    let (one_van, time) = timed(|| desk.vault().marks().unwrap());
    row("what all can be compared by, read", &ms(time), "", "");
    let (_, time) = timed(|| repeats(&one_van));
    row("repeats, one van in one place", &ms(time), "under 1 s", "");
    let scattered: Vec<Marks> = (0..REPORTS).map(|number| sighting(number, number % 10 == 0)).collect();
    let (_, time) = timed(|| repeats(&scattered));
    row("repeats, a month of a contingent", &ms(time), "under 1 s", "");
    let in_part: Vec<Marks> = (0..REPORTS).map(|number| sighting(number, true)).collect();
    let (_, time) = timed(|| repeats(&in_part));
    row("repeats, not one plate read whole", &ms(time), "", "");
}

/// A sighting somewhere in a district within a month, its plate read whole or but for one character.
fn sighting(number: usize, in_part: bool) -> Marks {
    let chance = sha256(&number.to_le_bytes());
    let part = |from: usize| u32::from_be_bytes(chance[from..from + 4].try_into().unwrap());
    let author = MemberId::from_bytes([chance[31]; 16]);
    let unread = if in_part { "?" } else { "K" };
    let plate = format!("{:02}{unread}{:05}", part(0) % 100, part(4) % 100_000);
    let seen = noon(0).plus_hours(part(8) % 720);
    Marks {
        report: Digest::from_bytes(chance),
        id: ReportId::of(author, u32::try_from(number).unwrap() + 1),
        author,
        supersedes: None,
        from: seen,
        to: seen,
        spot: Some(Spot {
            latitude: 42.5 + f64::from(part(12) % 10_000) / 20_000.0,
            longitude: 20.5 + f64::from(part(16) % 10_000) / 15_000.0,
            error_m: [10, 50, 100, 1_000, 3_000][chance[20] as usize % 5],
        }),
        indicators: vec![
            ["trn.scout_car", "mob.confined", "trn.covered_windows"][chance[24] as usize % 3]
                .parse()
                .unwrap(),
        ],
        marks: Mark::read(MarkKind::Plate, &plate).into_iter().collect(),
        facts: None,
    }
}
