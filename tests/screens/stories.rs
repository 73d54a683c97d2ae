//! What may have happened before somebody sits down: reports filed, carried and answered by real desks.

use vigilia::desks::bulletins::Announcement;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::commander::contingent::{Revoking, VoidFrom};
use vigilia::desks::enrolment::{install, request};
use vigilia::desks::intake::read_packet;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::bulletin::{BulletinKind, Edition, Title};
use vigilia::domain::code::Coded;
use vigilia::domain::draft::Draft;
use vigilia::domain::feedback_status::{FeedbackStatus, NoActionReason};
use vigilia::domain::ids::{Digest, ReportId};
use vigilia::domain::observation::Language;
use vigilia::domain::observation_terms::{TimePrecision, TriState};
use vigilia::domain::people::Addressee;
use vigilia::domain::people::Role;
use vigilia::domain::place::{Given, Place};
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::revocation::RevocationReason;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::{Period, Timestamp};
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::observer_typist::Typist;
use crate::support::realm::{Cast, SeededDice, cast};
use crate::support::sightings::grey_van;

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

/// What was written by hand goes from one to the other.
pub fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) {
    let me = (to.profile().me, to.profile().role);
    for packet in from.pending(RoadName::Relay).unwrap() {
        if packet.addressee.includes(me.0, me.1) {
            read_packet(to, from.packet_bytes(packet.digest).unwrap(), now).unwrap();
        }
    }
}

/// Files what `seen` makes of the grey van.
fn files(cast: &mut Cast, now: Timestamp, seed: u64, seen: impl FnOnce(&mut Draft)) -> (ReportId, Digest) {
    let mut draft = cast.observer.begin(Language::English, now, &mut SeededDice(seed)).unwrap();
    let id = draft.id;
    cast.observer.discard(id, now).unwrap();
    draft = grey_van(draft, now);
    seen(&mut draft);
    cast.observer.keep(&draft, now).unwrap();
    cast.observer.attach(id, &[7; 2048], now).unwrap();
    let filed = cast.observer.file(id, now).unwrap();
    let id = filed.head().id;
    (id, cast.observer.vault().report_digest(id).unwrap())
}

fn words(place: &str) -> Option<Place> {
    Place::new(None, Line::new(place).ok()).ok()
}

fn edition((language, title, text): (&str, &str, &str)) -> Edition {
    Edition {
        language: Language::from_code(language).unwrap(),
        title: Title::new(title).unwrap(),
        text: Narrative::new(text).unwrap(),
    }
}

/// The cell publishes on a day, until another, and what it has to say goes to the commander, unless it is lost.
pub fn publishes(
    cell: &mut CellDesk,
    commander: &mut CommanderDesk,
    kind: BulletinKind,
    days: (&str, &str),
    words: &[(&str, &str, &str)],
    lost: bool,
) {
    let [issued, until] = [days.0, days.1].map(|day| at(&format!("{day}T09:00:00Z")));
    let editions = words.iter().copied().map(edition).collect();
    let told = Announcement { kind, editions, contingents: Vec::new(), until: Some(until), supersedes: None };
    cell.publish(told, issued).unwrap();
    let to = Addressee::Member(commander.vault().profile().me);
    let packed = cell.pack(issued, &mut SeededDice(3)).unwrap();
    for packet in packed.into_iter().filter(|_| !lost) {
        if cell.vault().packet(packet).unwrap().label().to.0 == to {
            let bytes = cell.vault().packet_bytes(packet).unwrap();
            read_packet(commander.vault(), bytes, issued).unwrap();
        }
    }
}

/// Five reports: the police answered two, the commander gave one back, one is on its way, one waits. A draft of today and
/// one that is forty days old. Nothing was looked at yet.
pub fn answered() -> Typist {
    let mut cast = cast();
    let mut dice = SeededDice(1);
    let (_, known) = files(&mut cast, at("2026-11-21T12:05:00Z"), 11, |draft| {
        draft.aggravators.apparent_minor = TriState::Yes;
        draft.assessment = Narrative::new("I think the girls did not know where they were going.").ok();
    });
    let (_, wedding) = files(&mut cast, at("2026-11-21T12:15:00Z"), 12, |draft| {
        let seen = at("2026-11-21T12:15:00Z");
        draft.observed = Period::new(seen, seen, TimePrecision::About, None).ok();
        let mut position = draft.place.as_ref().unwrap().position().unwrap().clone();
        position.given = Given::degrees(42.89, 20.87).unwrap();
        draft.place = Place::new(Some(position), None).ok();
        (draft.indicators, draft.just_odd) = (Vec::new(), true);
    });
    let (_, back) = files(&mut cast, at("2026-11-21T12:30:00Z"), 13, |draft| {
        let (from, to) = (at("2026-11-21T12:20:00Z"), at("2026-11-21T12:30:00Z"));
        draft.observed = Period::new(from, to, TimePrecision::Period, None).ok();
        draft.place = words("Checkpoint 12");
    });
    cast.observer.pack(at("2026-11-21T12:32:00Z"), &mut dice).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), at("2026-11-21T12:35:00Z"));
    hand_over(&mut cast, at("2026-11-21T12:35:00Z"));
    for report in [known, wedding] {
        cast.commander.review(report, Default::default(), at("2026-11-21T12:40:00Z")).unwrap();
    }
    let note = Line::new("How many were in the back?").ok();
    cast.commander.give_back(back, ReturnReason::CountsMissing, note, at("2026-11-21T12:45:00Z")).unwrap();
    cast.commander.forward(at("2026-11-21T12:50:00Z"), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), at("2026-11-21T12:55:00Z"));
    cast.cell.acknowledge(at("2026-11-21T13:00:00Z")).unwrap();
    let wedding_party = Outcome::new(FeedbackStatus::NoAction, Some(NoActionReason::NoOffence)).unwrap();
    let linked = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let said = |text| Narrative::new(text).ok();
    cast.cell
        .answer(wedding, wedding_party, said("A wedding party."), None, at("2026-11-21T13:05:00Z"))
        .unwrap();
    let thanks = "Thank you. The van you described was already wanted. Your note on the girls is new to us and matters.";
    cast.cell.answer(known, linked, said(thanks), None, at("2026-11-21T13:10:00Z")).unwrap();
    cast.cell.pack(at("2026-11-21T13:15:00Z"), &mut dice).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), at("2026-11-21T13:20:00Z"));
    cast.commander.pass_down(at("2026-11-21T13:25:00Z"), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.observer.vault(), at("2026-11-21T13:28:00Z"));
    files(&mut cast, at("2026-11-21T13:32:00Z"), 14, |draft| draft.place = words("Gate 1"));
    cast.observer.pack(at("2026-11-21T13:35:00Z"), &mut dice).unwrap();
    hand_over(&mut cast, at("2026-11-21T13:40:00Z"));
    files(&mut cast, at("2026-11-21T14:00:00Z"), 15, |draft| draft.place = words("Camp Novo Selo"));
    cast.observer.begin(Language::English, at("2026-11-21T15:00:00Z"), &mut dice).unwrap();
    cast.observer.begin(Language::English, at("2026-10-12T09:00:00Z"), &mut dice).unwrap();
    Typist::at(cast.observer, cast.realm)
}

/// The soldier lost his device after one report was forwarded and one given back; his commander replaced it, and the answers
/// came to the new one. Nothing was looked at yet.
pub fn on_a_new_device() -> Typist {
    let mut cast = cast();
    let mut dice = SeededDice(1);
    let (_, known) = files(&mut cast, at("2026-11-19T12:05:00Z"), 11, |_| {});
    let (_, back) = files(&mut cast, at("2026-11-19T18:30:00Z"), 12, |_| {});
    cast.observer.pack(at("2026-11-19T18:32:00Z"), &mut dice).unwrap();
    carry(cast.observer.vault(), cast.commander.vault(), at("2026-11-19T18:35:00Z"));
    cast.commander.review(known, Default::default(), at("2026-11-19T18:40:00Z")).unwrap();
    let note = Line::new("The white one or the grey one?").ok();
    cast.commander
        .give_back(back, ReturnReason::FactsAndAssessmentMixed, note, at("2026-11-19T18:45:00Z"))
        .unwrap();
    cast.commander.forward(at("2026-11-19T18:50:00Z"), &mut dice).unwrap();
    carry(cast.commander.vault(), cast.cell.vault(), at("2026-11-19T18:55:00Z"));
    let mut vault = cast.realm.apply_as(Role::Observer, "KFOR1-OBS1", Some("KFOR1"), "new-device");
    let asked = request(vault.profile(), at("2026-11-21T12:05:00Z")).unwrap();
    let replaces = Revoking {
        member: cast.observer.vault().profile().me,
        reason: RevocationReason::Lost,
        from: VoidFrom::AfterWhatIsHere,
        since: None,
    };
    let now = at("2026-11-21T12:10:00Z");
    let enrolled = cast.commander.enrol(asked.bytes(), None, Some(replaces), now).unwrap();
    install(&mut vault, &enrolled.install_file, at("2026-11-21T12:15:00Z")).unwrap();
    cast.cell.acknowledge(at("2026-11-21T13:00:00Z")).unwrap();
    let linked = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
    let thanks = Narrative::new("Thank you. The van you described was already wanted.").ok();
    cast.cell.answer(known, linked, thanks, None, at("2026-11-21T13:10:00Z")).unwrap();
    cast.cell.pack(at("2026-11-21T13:15:00Z"), &mut dice).unwrap();
    carry(cast.cell.vault(), cast.commander.vault(), at("2026-11-21T13:20:00Z"));
    cast.commander.pass_down(at("2026-11-21T13:25:00Z"), &mut dice).unwrap();
    carry(cast.commander.vault(), &mut vault, at("2026-11-21T13:28:00Z"));
    Typist::at(ObserverDesk::open(vault).unwrap(), cast.realm)
}

/// Whatever is packed goes to a folder.
fn hand_over(cast: &mut Cast, now: Timestamp) {
    let vault = cast.observer.vault();
    for packet in vault.pending(RoadName::Folder).unwrap() {
        vault.carried(packet.digest, RoadName::Folder, now).unwrap();
    }
}
