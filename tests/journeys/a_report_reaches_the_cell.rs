//! A report goes from the soldier to the cell and the answer comes home, by packets alone.

use vigilia::desks::intake::{Intake, read_packet};
use vigilia::domain::answer::Outcome;
use vigilia::domain::code::Coded;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::standing::{Stage, Standing};
use vigilia::domain::text::Narrative;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::support::realm::{SeededDice, cast, noon};
use crate::support::sightings::files_a_report;

fn carry(from: &mut Vault, to: &mut Vault, now: vigilia::domain::time::Timestamp) -> Vec<Intake> {
    let pending = from.pending(RoadName::Relay).unwrap();
    let me = (to.profile().me, to.profile().role);
    let mut read = Vec::new();
    for packet in pending.iter().filter(|packet| packet.addressee.includes(me.0, me.1)) {
        read.push(read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap());
    }
    read
}

#[test]
fn a_report_reaches_the_cell_and_the_answer_comes_home() {
    let mut cast = cast();
    let mut dice = SeededDice(1);
    let report = files_a_report(&mut cast.observer, noon(0), 7);
    cast.observer.pack(noon(1), &mut dice).unwrap();

    let read = carry(cast.observer.vault(), cast.commander.vault(), noon(2));
    assert_eq!((read.len(), read[0].taken.len(), read[0].slots), (1, 2, 1), "{read:?}");
    let queue = cast.commander.queue().unwrap();
    assert_eq!(queue.len(), 1);
    let review = cast.commander.review(queue[0].held.digest, Default::default(), noon(3)).unwrap();
    assert_eq!(review.grade.to_string(), "F6");
    let forwarded = cast.commander.forward(noon(4), &mut dice).unwrap();
    assert_eq!(forwarded[0].reports, vec![report]);
    assert!(cast.commander.queue().unwrap().is_empty());

    let read = carry(cast.commander.vault(), cast.cell.vault(), noon(5));
    assert!(read.iter().all(|intake| intake.set_aside.is_empty()), "{read:?}");
    assert_eq!(cast.cell.acknowledge(noon(6)).unwrap(), 1);
    let inbox = cast.cell.inbox().unwrap();
    assert_eq!(inbox[0].held.digest, report);
    assert!(inbox[0].review.is_some());
    let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let words = |text| Narrative::new(text).ok();
    cast.cell
        .answer(report, outcome, words("Your report fits others. Thank you."), words("Plate known."), noon(7))
        .unwrap();
    assert_eq!(cast.cell.findings(noon(60)).unwrap(), vec![]);
    cast.cell.pack(noon(8), &mut dice).unwrap();

    carry(cast.cell.vault(), cast.commander.vault(), noon(9));
    assert_eq!(cast.commander.answers(report).unwrap().len(), 1);
    cast.commander.pass_down(noon(10), &mut dice).unwrap();
    let read = carry(cast.commander.vault(), cast.observer.vault(), noon(11));
    assert!(read.iter().all(|intake| intake.set_aside.is_empty()), "{read:?}");

    let reports = cast.observer.reports().unwrap();
    assert_eq!(Standing::of(&reports[0].held.facts).stage, Stage::Answered);
    assert!(reports[0].held.facts.acknowledged.is_some());
    let answer = &reports[0].answers[0].feedback;
    assert_eq!(answer.outcome().status().code(), "linked_to_known");
    assert_eq!(
        answer.text().map(vigilia::domain::text::Text::as_str),
        Some("Your report fits others. Thank you.")
    );
    assert!(cast.observer.vault().custody().unwrap().len() > 2);

    // Once everything is acknowledged, nothing is offered to any road again.
    assert!(cast.observer.vault().pending(RoadName::Relay).unwrap().is_empty());
    assert!(cast.commander.pass_down(noon(12), &mut dice).unwrap().is_empty());
    assert!(cast.cell.pack(noon(12), &mut dice).unwrap().is_empty());
}
