//! Nothing that one signer can sign, and no backlog, makes what a commander forwards fail or stand still for the others.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use vigilia::crypto::hybrid::Recipient;
use vigilia::crypto::seal::seal;
use vigilia::crypto::signing::SigningKey;
use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::carrying::transfer::read_folder;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::cell::findings::Amiss;
use vigilia::desks::commander::preview::Preview;
use vigilia::desks::intake::read_packet;
use vigilia::domain::chain::ChainFinding;
use vigilia::domain::ids::{Dice, Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::vault::rivals::MOST_RIVALS;
use vigilia::vault::unlock::Vault;
use vigilia::wire::compression::Compressed;
use vigilia::wire::contents::Contents;
use vigilia::wire::label::LabelV1;
use vigilia::wire::observation::AttachmentV1;
use vigilia::wire::packet::{MOST, Packet};
use vigilia::wire::report::ReportV1;
use vigilia::wire::roster::Roster;
use vigilia::wire::sealing::{Dispatch, empty_slot, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{SignedStatement, digest_of, member_of, sign};
use vigilia::wire::tally::TallyV1;

use crate::support::realm::{Cast, SeededDice, cast, noon};
use crate::support::sightings::files_a_report;
use crate::what_goes_and_when::{graded, noise};

/// Somebody who signs whatever he likes: an observer's keys without an observer's program.
struct Pen {
    key: SigningKey,
    pattern: ReportV1,
    roster: Roster,
    to: Addressee,
    packets: u64,
}

impl Pen {
    /// Observer 2 of the contingent, and a report to write others by.
    fn new(cast: &mut Cast) -> Self {
        let mut vault = cast.realm.apply(Role::Observer, "KFOR1-OBS2", Some("KFOR1"));
        cast.realm.admit(&mut [&mut vault]);
        for desk in [cast.observer.vault(), cast.commander.vault(), cast.cell.vault()] {
            cast.realm.install(desk);
        }
        let report = files_a_report(&mut cast.observer, noon(0), 1);
        let key = copy_of(&vault.profile().signing);
        Self {
            key,
            pattern: cast.observer.vault().signed::<ReportV1>(report).unwrap().payload,
            roster: cast.realm.roster.clone().unwrap(),
            to: Addressee::Member(cast.commander.vault().profile().me),
            packets: 0,
        }
    }

    fn sign(&self, report: ReportV1) -> SignedStatement {
        sign(report, &self.key, self.roster.realm()).unwrap().statement
    }

    /// Reports 1 to `number`, each after the one before.
    fn chain(&self, number: u32) -> Vec<SignedStatement> {
        let mut previous = None;
        let next = |sequence| {
            let mut report = self.pattern.clone();
            report.sequence = sequence;
            report.previous = previous.map(Plain);
            report.precedence.0 = if sequence % 7 == 0 { Precedence::Priority } else { Precedence::Routine };
            let signed = self.sign(report);
            previous = Some(signed.digest());
            signed
        };
        (1..=number).map(next).collect()
    }

    fn tally(&self, filed: u32, head: Option<Digest>, at: Timestamp) -> SignedStatement {
        let clock = self.pattern.clock;
        let tally = TallyV1 { filed, head: head.map(Plain), at: Plain(at), clock };
        sign(tally, &self.key, self.roster.realm()).unwrap().statement
    }

    fn packet(&mut self, statements: Vec<SignedStatement>, attachments: Vec<Vec<u8>>) -> Packet {
        self.packets += 1;
        let dispatch = Dispatch {
            packet: PacketId::fresh(noon(0), &mut SeededDice(self.packets)),
            to: self.to.clone(),
            precedence: Precedence::Routine,
            marking: Marking::default(),
            created: noon(0),
        };
        let slots = vec![empty_slot(&self.roster).unwrap()];
        seal_packet(&Contents { statements, attachments, slots }, &dispatch, &self.roster, &self.key).unwrap()
    }

    /// All of it, in as many packets as it takes, read by the commander.
    fn hand_in(&mut self, cast: &mut Cast, statements: &[SignedStatement], now: Timestamp) {
        for some in statements.chunks(2_500) {
            let packet = self.packet(some.to_vec(), Vec::new());
            read_packet(cast.commander.vault(), packet.into_bytes(), now).unwrap();
        }
    }
}

fn copy_of(key: &SigningKey) -> SigningKey {
    let secret = *key.expose_secret();
    SigningKey::from_secret(vigilia::crypto::secret::Secret32::taken_from(&mut { secret }))
}

/// What the honest observer has filed comes to the commander.
fn honest_hands_in(cast: &mut Cast, now: Timestamp) {
    cast.observer.pack(now, &mut SeededDice(11)).unwrap();
    for packet in cast.observer.vault().pending(RoadName::Folder).unwrap() {
        let bytes = cast.observer.vault().packet_bytes(packet.digest).unwrap();
        read_packet(cast.commander.vault(), bytes, now).unwrap();
    }
}

fn carry(from: &mut Vault, to: &mut Vault, now: Timestamp) {
    for packet in from.pending(RoadName::Folder).unwrap() {
        let bytes = from.packet_bytes(packet.digest).unwrap();
        let read = read_packet(to, bytes, now).unwrap();
        assert!(read.again || read.set_aside.is_empty(), "{:?}", read.set_aside.first());
    }
}

fn sizes_told(preview: &Preview) -> Vec<(usize, usize)> {
    preview.batches.iter().map(|batch| (batch.reports.len(), batch.words)).collect()
}

fn forks_seen(cell: &CellDesk, now: Timestamp) -> Vec<(u32, u32)> {
    let found = cell.findings(now).unwrap().into_iter();
    found
        .filter_map(|found| match found.amiss {
            Amiss::Chain(ChainFinding::Forked { sequence }) => Some((sequence, found.histories)),
            _ => None,
        })
        .collect()
}

#[test]
fn thousands_of_reports_that_are_due_at_once_go_in_portions_and_the_cell_takes_all() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    let many = 4_500;
    let chain = pen.chain(many);
    pen.hand_in(&mut cast, &chain, noon(5));
    // One is reviewed and urgent, and does not wait for the others.
    let urgent = chain[2_000].digest();
    cast.commander.review(urgent, graded(Precedence::Immediate), noon(6)).unwrap();
    let later = noon(5).plus_hours(72);
    let told = cast.commander.preview(later).unwrap();
    assert_eq!((told.batches[0].alone, told.batches[0].reports[0].digest), (true, urgent));
    assert_eq!(told.waiting, 0);
    let forwarded = cast.commander.forward(later, &mut SeededDice(3)).unwrap();
    let made: Vec<(usize, usize)> = forwarded.iter().map(|one| (one.reports.len(), one.words.1)).collect();
    assert_eq!(sizes_told(&told), made, "each as large as was told");
    assert_eq!(
        made.iter().map(|(reports, _)| *reports).collect::<Vec<_>>(),
        [1, 1_000, 1_000, 1_000, 1_000, 499]
    );
    let all: BTreeSet<Digest> = forwarded.iter().flat_map(|one| one.reports.clone()).collect();
    assert_eq!(all.len(), many as usize);
    // What is urgent is in the first of them.
    let first: BTreeSet<Digest> = forwarded[1].reports.iter().copied().collect();
    let priority = chain.iter().skip(6).step_by(7).map(SignedStatement::digest).filter(|one| *one != urgent);
    assert!(priority.clone().count() < 1_000 && priority.clone().all(|one| first.contains(&one)));
    assert!(cast.commander.pack(later, &mut SeededDice(4)).unwrap().is_empty(), "once");

    carry(cast.commander.vault(), cast.cell.vault(), later);
    for report in &chain {
        assert!(cast.cell.vault().holds_report(report.digest()).unwrap());
    }
    assert!(cast.cell.findings(later).unwrap().iter().all(|found| matches!(found.amiss, Amiss::Silent(_))));
}

#[test]
fn whoever_signs_thousands_under_one_number_stops_nobody_and_is_seen() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    let forks: Vec<SignedStatement> = (0..2_600)
        .map(|number| {
            let mut report = pen.pattern.clone();
            (report.sequence, report.previous) = (1, None);
            report.facts = Narrative::new(&format!("A van, told in {number} ways.")).ok().map(Plain);
            pen.sign(report)
        })
        .collect();
    pen.hand_in(&mut cast, &forks, noon(5));
    pen.hand_in(&mut cast, &forks[..100], noon(6));
    let honest = files_a_report(&mut cast.observer, noon(6), 2);
    honest_hands_in(&mut cast, noon(7));
    cast.commander.review(honest, graded(Precedence::Routine), noon(8)).unwrap();
    assert_eq!(cast.commander.vault().rivals().unwrap().len(), MOST_RIVALS as usize);
    let opened = cast.commander.open_for_review(forks[0].digest(), noon(8)).unwrap();
    assert_eq!(cast.commander.beside(&opened).unwrap().rivals, 2_599, "all of them were counted, each once");
    // Two histories are news: they go with the next exchange, and so does whatever is ready.
    let told = cast.commander.preview(noon(9)).unwrap();
    assert_eq!(told.batches.len(), 1);
    let packed = cast.commander.prepare(noon(9), &mut SeededDice(1)).unwrap();
    assert!(!packed.is_empty());
    carry_forks(&mut cast, noon(10));
    assert!(cast.cell.vault().holds_report(honest).unwrap());
    // The commander kept the first of them back, whose time is not up; the cell sees two histories all the same.
    assert_eq!(forks_seen(&cast.cell, noon(11)), [(1, 2)]);
    cast.commander.forward(noon(5).plus_hours(72), &mut SeededDice(2)).unwrap();
    carry_forks(&mut cast, noon(12));
    assert_eq!(forks_seen(&cast.cell, noon(13)), [(1, 3)]);
    cast.cell.acknowledge(noon(14)).unwrap();
    let vault = cast.cell.vault();
    assert!(vault.acknowledgements_of(forks[0].digest()).unwrap().is_empty(), "none of them is the one");
    assert!(!vault.acknowledgements_of(honest).unwrap().is_empty());
    // The cell is told of the others too: it counts them.
    for some in forks.chunks(1_300) {
        let packet = pen.packet_to_the_cell(some.to_vec());
        read_packet(vault, packet.into_bytes(), noon(15)).unwrap();
    }
    assert_eq!(forks_seen(&cast.cell, noon(16)), [(1, 2_600)]);
}

/// The same as [`carry`], where forks are told of.
fn carry_forks(cast: &mut Cast, now: Timestamp) {
    for packet in cast.commander.vault().pending(RoadName::Relay).unwrap() {
        let bytes = cast.commander.vault().packet_bytes(packet.digest).unwrap();
        read_packet(cast.cell.vault(), bytes, now).unwrap();
    }
}

impl Pen {
    /// A packet as large as a packet may be: nobody makes a device keep to a padded length.
    fn packet_without_padding(
        &mut self,
        statements: Vec<SignedStatement>,
        attachments: Vec<Vec<u8>>,
        recipient: Recipient,
    ) -> Vec<u8> {
        let contents = Contents { statements, attachments, slots: vec![empty_slot(&self.roster).unwrap()] };
        let plain = Compressed::of(&contents.pieces().unwrap()).unwrap().filled(0);
        let sealed = seal(&plain, &[recipient]).unwrap();
        let label = LabelV1 {
            packet: Plain(PacketId::fresh(noon(0), &mut SeededDice(77))),
            to: Plain(self.to.clone()),
            precedence: Code(Precedence::Routine),
            marking: Code(Marking::default()),
            created: Plain(noon(0)),
            size: sealed.len() as u64,
            sealed: Plain(digest_of(&sealed)),
            roster: self.roster.epoch(),
        };
        let label = sign(label, &self.key, self.roster.realm()).unwrap().statement;
        let mut out = minicbor::Encoder::new(label.bytes().to_vec());
        out.bytes(&sealed).unwrap();
        let packet = out.into_writer();
        assert!(packet.len() <= MOST);
        packet
    }

    fn packet_to_the_cell(&mut self, statements: Vec<SignedStatement>) -> Packet {
        let commander = std::mem::replace(&mut self.to, Addressee::Role(Role::Cell));
        let packet = self.packet(statements, Vec::new());
        self.to = commander;
        packet
    }
}

#[test]
fn an_attachment_too_large_for_the_cells_seal_stays_behind_and_its_report_goes() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    // 63 MiB and a byte fit a packet to one commander, and no packet to the cell: it is padded to 64 MiB and a label.
    let huge = noise((63 << 20) + 1);
    let mut report = pen.pattern.clone();
    (report.sequence, report.previous) = (1, None);
    report.attachments = vec![AttachmentV1 {
        sha256: Plain(digest_of(&huge)),
        size: huge.len() as u64,
        media_type: Plain(Line::new("image/jpeg").unwrap()),
        derived_from: None,
    }];
    let report = pen.sign(report);
    let recipient = cast.commander.vault().profile().identity.recipient();
    let packet = pen.packet_without_padding(vec![report.clone()], vec![huge], recipient);
    read_packet(cast.commander.vault(), packet, noon(5)).unwrap();
    let honest = files_a_report(&mut cast.observer, noon(6), 2);
    honest_hands_in(&mut cast, noon(7));
    for report in [report.digest(), honest] {
        cast.commander.review(report, graded(Precedence::Routine), noon(8)).unwrap();
    }
    let told = cast.commander.preview(noon(9)).unwrap();
    let row = told.reports().find(|goes| goes.digest == report.digest()).unwrap();
    assert_eq!((row.too_large, row.attachments.0, row.missing), (1, 0, 0), "it is told of");
    let forwarded = cast.commander.forward(noon(9), &mut SeededDice(1)).unwrap();
    assert_eq!(forwarded[0].reports.len(), 2);
    assert!(cast.commander.prepare(noon(10), &mut SeededDice(2)).unwrap().is_empty());
    carry(cast.commander.vault(), cast.cell.vault(), noon(11));
    for report in [report.digest(), honest] {
        assert!(cast.cell.vault().holds_report(report).unwrap());
    }
}

#[test]
fn three_thousand_tallies_of_one_count_say_what_one_says() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    let first = pen.chain(1).remove(0);
    let mut said = vec![first.clone()];
    said.extend((0..3_000).map(|minute| pen.tally(1, Some(first.digest()), noon(minute))));
    pen.hand_in(&mut cast, &said, noon(5));
    let me = member_of(&pen.key.verifying_key());
    let (_, claims) = cast.commander.vault().chain(me).unwrap();
    assert_eq!(claims.len(), 1);
    let kept = said[1..].iter().filter(|tally| cast.commander.vault().holds(tally.digest()).unwrap());
    assert_eq!(kept.count(), 1, "the others say nothing new");
    // Whoever counts differently each time is told of by the highest count.
    let counts: Vec<SignedStatement> = (2..3_000)
        .map(|filed| pen.tally(filed, Some(digest_of(&filed.to_be_bytes())), noon(filed)))
        .collect();
    pen.hand_in(&mut cast, &counts, noon(6));
    let latest = cast.commander.vault().latest_tallies().unwrap();
    assert!(latest.contains(&(me, counts.last().unwrap().digest())), "{latest:?}");
    let packed = cast.commander.prepare(noon(7), &mut SeededDice(1)).unwrap();
    assert_eq!(packed.len(), 2, "one batch of news, and the slots that came");
}

/// Dice that are taken away after so many throws: whatever was at work stops there, as when power fails.
struct TakenAway {
    left: u32,
    dice: SeededDice,
}

impl Dice for TakenAway {
    fn roll(&mut self, out: &mut [u8]) {
        self.left = self.left.checked_sub(1).expect("power fails");
        self.dice.roll(out);
    }
}

#[test]
fn whatever_follows_is_packed_later_and_once_when_power_fails_between() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    let files: Vec<Vec<u8>> = (1..=4).map(|kib| noise(kib * 20_000)).collect();
    let mut report = pen.pattern.clone();
    (report.sequence, report.previous) = (1, None);
    report.attachments = (files.iter())
        .map(|file| AttachmentV1 {
            sha256: Plain(digest_of(file)),
            size: file.len() as u64,
            media_type: Plain(Line::new("image/jpeg").unwrap()),
            derived_from: None,
        })
        .collect();
    let report = pen.sign(report);
    let packet = pen.packet(vec![report.clone()], files.clone());
    read_packet(cast.commander.vault(), packet.into_bytes(), noon(5)).unwrap();
    cast.commander.review(report.digest(), graded(Precedence::Routine), noon(6)).unwrap();
    // The batch, its packet, and two of four photographs; then nothing.
    let mut dice = TakenAway { left: 4, dice: SeededDice(1) };
    let cut = catch_unwind(AssertUnwindSafe(|| cast.commander.forward(noon(7), &mut dice)));
    assert!(cut.is_err());
    let here = |cast: &mut Cast| cast.commander.vault().outgoing().unwrap().len();
    assert_eq!(here(&mut cast), 3, "the words and two photographs");
    let rest = cast.commander.prepare(noon(8), &mut SeededDice(2)).unwrap();
    assert_eq!((rest.len(), here(&mut cast)), (3, 6), "two photographs and the slots");
    assert!(cast.commander.prepare(noon(9), &mut SeededDice(3)).unwrap().is_empty());
    carry(cast.commander.vault(), cast.cell.vault(), noon(10));
    for file in files {
        assert_eq!(cast.cell.vault().attachment(digest_of(&file)).unwrap(), file);
    }
    assert_eq!(cast.cell.vault().slots_missing().unwrap(), 0);
}

#[test]
fn packets_that_open_to_much_are_taken_in_by_pieces_and_all_of_them() {
    let mut cast = cast();
    let mut pen = Pen::new(&mut cast);
    let stick = tempfile::tempdir().unwrap();
    // Each opens to fifteen megabytes of the same letter, and is a few hundred kilobytes sealed.
    let many = 7;
    for number in 0..many {
        let packet = pen.packet(Vec::new(), vec![vec![number; 15 << 20]]);
        let name = vigilia::courier::folder::file_name(packet.digest());
        std::fs::write(stick.path().join(name), packet.bytes()).unwrap();
    }
    let (mut groups, mut before) = (Vec::new(), 0);
    let read = read_folder(&mut cast.commander, stick.path(), noon(5), &mut |read| {
        if read.done > before {
            groups.push(read.done - before);
            before = read.done;
        }
    });
    assert_eq!(read.unwrap().read.len(), usize::from(many));
    assert!(groups.len() > 1 && groups.iter().all(|packets| *packets <= 3), "{groups:?}");
}
