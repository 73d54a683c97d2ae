//! A vault as full as a soldier's may ever get: ten thousand reports, written, filed and answered the way it is done.

use vigilia::desks::commander::Judgement;
use vigilia::desks::intake::read_packet;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::{Audience, Outcome};
use vigilia::domain::draft::DraftField;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::Digest;
use vigilia::domain::observation::Language;
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::wire::answer::{AcknowledgementV1, FeedbackV1};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::sign;

use crate::support::realm::{Cast, SeededDice, noon};
use crate::support::sightings::grey_van;

pub const REPORTS: usize = 10_000;
/// Reports one acknowledgement covers, and how many of them get an answer in words.
const ACKNOWLEDGED_TOGETHER: usize = 100;
const ANSWERED_OF_THEM: usize = 10;
/// Reports one packet brings a commander, and how many of them he has reviewed.
const PACKED_TOGETHER: usize = 100;
const REVIEWED_ONE_IN: usize = 10;

/// Fills the observer's vault with so many reports, and their answers.
pub fn fill(cast: &mut Cast, many: usize) {
    let mut reports = Vec::new();
    for number in 0..many {
        reports.push(file_one(&mut cast.observer, number));
    }
    let me = cast.observer.vault().profile().me;
    let cell = cast.cell.vault().profile();
    for together in reports.chunks(ACKNOWLEDGED_TOGETHER) {
        let accepted = together.iter().copied().map(Plain).collect();
        let said = AcknowledgementV1 { observer: Plain(me), accepted, refused: vec![], at: Plain(noon(1)) };
        let signed = sign(said, &cell.signing, cell.realm.id()).unwrap();
        cast.observer.vault().take_acknowledgement(&signed, noon(2)).unwrap();
        let outcome = Outcome::new(FeedbackStatus::UnderInvestigation, None).unwrap();
        let words = Narrative::new("Thank you. It fits other reports from your road.").ok();
        for report in together.iter().take(ANSWERED_OF_THEM) {
            let said = FeedbackV1::new(*report, me, Audience::Observer, outcome, words.clone(), noon(1));
            let signed = sign(said, &cell.signing, cell.realm.id()).unwrap();
            cast.observer.vault().take_feedback(&signed, noon(2)).unwrap();
        }
    }
}

/// Fills the commander's queue with so many reports, filed, packed and read the way it is done; one in ten is reviewed.
pub fn fill_queue(cast: &mut Cast, many: usize, now: Timestamp) {
    let mut filed = 0;
    while filed < many {
        let some = PACKED_TOGETHER.min(many - filed);
        let reports: Vec<Digest> =
            (filed..filed + some).map(|number| file_one(&mut cast.observer, number)).collect();
        for packet in cast.observer.pack(now, &mut SeededDice(filed as u64)).unwrap() {
            let packet = cast.observer.vault().packet_bytes(packet).unwrap();
            read_packet(cast.commander.vault(), packet, now).unwrap();
        }
        for report in reports.iter().step_by(REVIEWED_ONE_IN) {
            cast.commander.review(*report, Judgement::default(), now).unwrap();
        }
        filed += some;
    }
}

/// Writes one report, field by field, and files it.
pub fn file_one(desk: &mut ObserverDesk, number: usize) -> Digest {
    let now = noon(u32::try_from(number % 10_000).unwrap());
    let mut draft = desk.begin(Language::English, now, &mut SeededDice(number as u64)).unwrap();
    draft = grey_van(draft, now);
    for field in [DraftField::Observed, DraftField::Place, DraftField::Indicators, DraftField::Entities] {
        desk.save(&draft, field, now).unwrap();
    }
    desk.save(&draft, DraftField::Facts, now).unwrap();
    let filed = desk.file(draft.id, now).unwrap();
    desk.vault().report_digest(filed.head().id).unwrap()
}
