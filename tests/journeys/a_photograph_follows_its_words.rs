//! A photograph is hashed, kept and reduced; its copy travels with the words and the original follows.

use std::fs;

use vigilia::crypto::digest::sha256;
use vigilia::desks::cell::CellDesk;
use vigilia::desks::error::DeskError;
use vigilia::desks::intake::read_packet;
use vigilia::desks::observer::attaching::{
    LARGEST_ATTACHMENT, LARGEST_COPY, MOST_ATTACHMENTS, NoCopy, TakenAt, UNTOLD_ERROR_M,
};
use vigilia::desks::observer::{ObserverDesk, WITH_THE_WORDS};
use vigilia::domain::custody::Operation;
use vigilia::domain::draft::{Draft, DraftField};
use vigilia::domain::grading::Basis;
use vigilia::domain::ids::{Digest, ReportId};
use vigilia::domain::observation::{IndicatorSeen, Language};
use vigilia::domain::place::Given;
use vigilia::media::image::{NoPicture, dimensions};
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;

use crate::support::photographs::{Facts, jpeg, noisy, png};
use crate::support::realm::{Cast, SeededDice, cast, noon};
use crate::support::sightings::grey_van;

/// About 2 MB of a road by night, as a telephone takes it.
fn photograph() -> Vec<u8> {
    let bytes = jpeg(&noisy(1_920, 1_440, 90, 11), 1_920, 1_440, 90, Some(&Facts::mitrovica()));
    assert!((1_500_000..4_000_000).contains(&bytes.len()), "{}", bytes.len());
    bytes
}

/// Small, and yet too large for the words.
fn snapshot(seed: u64) -> Vec<u8> {
    let bytes = png(200, 150, 8, 2, &noisy(200, 150, 200, seed), &[]);
    assert!(bytes.len() > WITH_THE_WORDS);
    bytes
}

fn begun(desk: &mut ObserverDesk, seed: u64) -> Draft {
    let draft = desk.begin(Language::English, noon(0), &mut SeededDice(seed)).unwrap();
    let draft = grey_van(draft, noon(0));
    desk.discard(draft.id, noon(0)).unwrap();
    desk.keep(&draft, noon(0)).unwrap();
    draft
}

fn held(desk: &mut ObserverDesk, digest: Digest) -> bool {
    desk.vault().holds_attachment(digest).unwrap()
}

fn named(desk: &ObserverDesk, id: ReportId) -> Vec<Digest> {
    desk.attachments(id).unwrap().iter().map(|held| held.attachment.digest).collect()
}

/// Hands over the packets that wait, one after the other, and tells how many attachments each brought.
fn carry(from: &mut Vault, to: &mut Vault, minutes: u32) -> Vec<usize> {
    let me = (to.profile().me, to.profile().role);
    let pending = from.pending(RoadName::Relay).unwrap();
    let mine = pending.iter().filter(|packet| packet.addressee.includes(me.0, me.1));
    mine.map(|packet| {
        let read = read_packet(to, from.packet_bytes(packet.digest).unwrap(), noon(minutes)).unwrap();
        assert!(read.set_aside.is_empty(), "{read:?}");
        read.attachments
    })
    .collect()
}

#[test]
fn a_reduced_copy_reaches_the_cell_with_the_words_and_the_original_follows_whole() {
    let Cast { mut observer, mut commander, mut cell, realm } = cast();
    let bytes = photograph();
    let file = realm.home("photo.bin");
    fs::write(&file, &bytes).unwrap();
    let draft = begun(&mut observer, 1);
    let attached = observer.attach_file(draft.id, &file, noon(120)).unwrap();

    assert_eq!(attached.original.digest, Digest::from_bytes(sha256(&bytes)));
    assert_eq!(attached.original.media_type.as_str(), "image/jpeg");
    assert_eq!(fs::read(&file).unwrap(), bytes, "the file itself is not touched");
    let copy = attached.copy.clone().unwrap();
    assert_eq!(copy.derived_from, Some(attached.original.digest));
    assert!(copy.size <= LARGEST_COPY as u64 && copy.size > 8_000, "{}", copy.size);
    assert_eq!(named(&observer, draft.id), [attached.original.digest, copy.digest]);
    // The camera's word is offered; the report still says what the soldier said.
    assert_eq!(
        attached.suggests.time,
        Some(TakenAt::Instant(
            "2026-11-21T13:12:09Z".parse().map(vigilia::domain::time::Timestamp::new).unwrap()
        ))
    );
    let position = attached.suggests.position.unwrap();
    assert_eq!((position.given, position.error_m), (Given::degrees(42.897_333, 20.86).unwrap(), 5));
    assert_eq!(observer.draft(draft.id).unwrap().place, draft.place);

    let filed = observer.file(draft.id, noon(121)).unwrap();
    let mut dice = SeededDice(2);
    assert_eq!(observer.pack(noon(122), &mut dice).unwrap().len(), 2);
    assert_eq!(
        carry(observer.vault(), commander.vault(), 123),
        [1, 1],
        "the copy with the words, then the original"
    );
    commander.review(commander.queue().unwrap()[0].held.digest, Default::default(), noon(124)).unwrap();
    commander.forward(noon(125), &mut dice).unwrap();

    // A batch keeps its words to themselves; the copy comes right behind them and the original last. Whoever has all but
    // the last packet sees the copy already.
    let pending = commander.vault().pending(RoadName::Relay).unwrap();
    let (last, before) = pending.split_last().unwrap();
    assert!(last.size > attached.original.size / 2 && before.iter().all(|packet| packet.size < 64 << 10));
    let mut brings = |cell: &mut CellDesk, digest| {
        read_packet(cell.vault(), commander.vault().packet_bytes(digest).unwrap(), noon(126)).unwrap()
    };
    for packet in before {
        assert!(brings(&mut cell, packet.digest).set_aside.is_empty());
    }
    let inbox = cell.inbox().unwrap();
    let here: Vec<Digest> =
        inbox[0].attachments.iter().filter(|(_, here)| *here).map(|(digest, _)| *digest).collect();
    assert_eq!(here, [copy.digest]);
    brings(&mut cell, last.digest);
    assert_eq!(cell.vault().attachment(attached.original.digest).unwrap(), bytes);
    assert!(cell.inbox().unwrap()[0].attachments.iter().all(|(_, here)| *here));

    // At home the filed report still has both, can show them, and gives the original out again on request.
    let id = filed.head().id;
    let preview = observer.preview(id, attached.original.digest, 40, 20).unwrap();
    assert_eq!((preview.columns(), preview.rows()), (40, 15));
    let out = realm.home("saved.jpg");
    observer.export_attachment(id, attached.original.digest, &out, noon(128)).unwrap();
    assert_eq!(fs::read(&out).unwrap(), bytes);
    let again = observer.export_attachment(id, copy.digest, &out, noon(129)).unwrap_err();
    assert!(matches!(again, DeskError::FileExists), "{again}");
    assert_eq!(fs::read(&out).unwrap(), bytes, "what is there is never written over");
    let log = observer.vault().custody().unwrap();
    assert_eq!(
        log.iter()
            .filter(|entry| entry.operation == Operation::Disclosure && entry.purpose.is_some())
            .count(),
        1
    );
}

#[test]
fn no_file_goes_before_the_words_however_small_it_is() {
    let Cast { mut observer, .. } = cast();
    let draft = begun(&mut observer, 1);
    // Their copies make the packet with the words larger than each of the files alone.
    for seed in 1..8 {
        observer.attach(draft.id, &snapshot(seed), noon(1)).unwrap();
    }
    observer.file(draft.id, noon(2)).unwrap();
    let words = observer.pack(noon(3), &mut SeededDice(3)).unwrap()[0];
    let pending = observer.vault().pending(RoadName::Relay).unwrap();
    assert_eq!(pending.len(), 8);
    assert_eq!(pending[0].digest, words);
    assert!(pending[1..].iter().all(|alone| alone.size < pending[0].size));
}

#[test]
fn a_correction_names_the_files_again_and_does_not_send_them_again() {
    let Cast { mut observer, .. } = cast();
    let draft = begun(&mut observer, 1);
    observer.attach(draft.id, &snapshot(1), noon(1)).unwrap();
    let filed = observer.file(draft.id, noon(2)).unwrap();
    let mut dice = SeededDice(3);
    assert_eq!(observer.pack(noon(3), &mut dice).unwrap().len(), 2);
    let files = named(&observer, filed.head().id);
    let correction = observer.begin_correction(filed.head().id, noon(4), &mut dice).unwrap();
    assert_eq!(named(&observer, correction.id), files);
    observer.file(correction.id, noon(5)).unwrap();
    assert_eq!(observer.pack(noon(6), &mut dice).unwrap().len(), 1);
}

#[test]
fn bytes_go_with_the_last_draft_that_names_them_and_never_from_a_filed_report() {
    let Cast { mut observer, realm, .. } = cast();
    let (kept, dropped) = (snapshot(1), snapshot(2));
    let (one, two) = (begun(&mut observer, 1), begun(&mut observer, 2));
    let first = observer.attach(one.id, &kept, noon(1)).unwrap();
    let copy = first.copy.clone().unwrap().digest;
    let kept = first.original.digest;
    observer.attach(two.id, &snapshot(1), noon(1)).unwrap();
    let dropped = observer.attach(two.id, &dropped, noon(1)).unwrap();

    // Named by its copy, a file goes with it; the other draft still names the bytes.
    assert_eq!(observer.detach(two.id, copy, noon(2)).unwrap().len(), 2);
    assert!(held(&mut observer, kept) && held(&mut observer, copy));
    // Nothing else names these.
    observer.detach(two.id, dropped.original.digest, noon(3)).unwrap();
    assert!(
        !held(&mut observer, dropped.original.digest) && !held(&mut observer, dropped.copy.unwrap().digest)
    );
    assert!(matches!(observer.detach(two.id, kept, noon(3)), Err(DeskError::NotAttached)));

    let alone = observer.attach(two.id, b"%PDF-1.7 a paper", noon(4)).unwrap();
    assert_eq!(alone.copy, Err(NoCopy::SmallEnough));
    observer.discard(two.id, noon(5)).unwrap();
    assert!(!held(&mut observer, alone.original.digest));

    let filed = observer.file(one.id, noon(6)).unwrap();
    let id = filed.head().id;
    assert!(observer.detach(id, kept, noon(7)).is_err());
    // A correction may drop a file; the report it corrects keeps it.
    let mut correction = observer.begin_correction(id, noon(8), &mut SeededDice(4)).unwrap();
    observer.detach(correction.id, kept, noon(9)).unwrap();
    correction.attachments.clear();
    observer.save(&correction, DraftField::Attachments, noon(9)).unwrap();
    observer.discard(correction.id, noon(10)).unwrap();
    assert_eq!(named(&observer, id), [kept, copy]);
    assert!(held(&mut observer, kept) && held(&mut observer, copy));

    // The same after a fresh start: nothing was left half done.
    drop(observer);
    let vault = Vault::unlock(&realm.home("KFOR1-OBS1"), &crate::support::realm::passphrase(), noon(11));
    let mut observer = ObserverDesk::open(vault.unwrap()).unwrap();
    observer.vault().check().unwrap();
    assert_eq!(named(&observer, id), [kept, copy]);
    assert!(!held(&mut observer, alone.original.digest));
    assert!(observer.vault().custody().unwrap().iter().any(|entry| entry.operation == Operation::Erasure));
}

#[test]
fn what_may_not_be_attached_is_refused_before_it_is_read_and_leaves_nothing() {
    let Cast { mut observer, realm, .. } = cast();
    let mut draft = begun(&mut observer, 1);
    let attach =
        |observer: &mut ObserverDesk, name: &str, id| observer.attach_file(id, &realm.home(name), noon(1));
    // Forty gigabytes that take no room on the disk: whoever read them would not come back.
    fs::File::create(realm.home("huge")).unwrap().set_len(40 << 30).unwrap();
    fs::File::create(realm.home("above")).unwrap().set_len(LARGEST_ATTACHMENT + 1).unwrap();
    fs::write(realm.home("empty"), b"").unwrap();
    fs::create_dir(realm.home("folder")).unwrap();
    assert!(matches!(attach(&mut observer, "huge", draft.id), Err(DeskError::AttachmentTooLarge)));
    assert!(matches!(attach(&mut observer, "above", draft.id), Err(DeskError::AttachmentTooLarge)));
    assert!(matches!(attach(&mut observer, "empty", draft.id), Err(DeskError::AttachmentEmpty)));
    assert!(matches!(attach(&mut observer, "folder", draft.id), Err(DeskError::NotAFile)));
    assert!(matches!(attach(&mut observer, "absent", draft.id), Err(DeskError::File(_))));

    fs::write(realm.home("photo"), snapshot(5)).unwrap();
    draft.indicators.push(IndicatorSeen {
        id: "sex.child_images".parse().unwrap(),
        basis: Basis::SawMyself,
        subject: None,
        note: None,
    });
    observer.save(&draft, DraftField::Indicators, noon(1)).unwrap();
    let refused = attach(&mut observer, "photo", draft.id).unwrap_err();
    assert!(matches!(refused, DeskError::NoMedia), "{refused}");
    assert!(matches!(observer.attach(draft.id, b"x", noon(1)), Err(DeskError::NoMedia)));
    assert!(named(&observer, draft.id).is_empty());
    assert!(!held(&mut observer, Digest::from_bytes(sha256(&snapshot(5)))));

    let many = begun(&mut observer, 2);
    for number in 0..MOST_ATTACHMENTS {
        observer.attach(many.id, format!("note {number}").as_bytes(), noon(1)).unwrap();
    }
    assert!(matches!(observer.attach(many.id, b"one more", noon(1)), Err(DeskError::TooManyAttachments)));
    assert_eq!(named(&observer, many.id).len(), MOST_ATTACHMENTS);
}

#[test]
fn a_file_that_gives_no_picture_is_kept_as_it_is_and_says_why_it_has_no_copy() {
    let Cast { mut observer, .. } = cast();
    let draft = begun(&mut observer, 1);
    let long = |start: &[u8]| [start, &vec![b'x'; WITH_THE_WORDS]].concat();
    let bomb = [&png(50_000, 50_000, 8, 2, &[0; 9], &[])[..], &vec![0; WITH_THE_WORDS]].concat();
    assert_eq!(dimensions(&bomb), Err(NoPicture::Size));
    let mut cut = snapshot(6);
    cut.truncate(WITH_THE_WORDS + 100);
    for (bytes, media_type, why) in [
        (long(b"%PDF-1.7"), "application/pdf", NoPicture::OtherKind),
        (long(b"\0\0\0\x18ftypisom"), "video/mp4", NoPicture::OtherKind),
        (bomb, "image/png", NoPicture::Size),
        (cut, "image/png", NoPicture::Damaged),
    ] {
        let attached = observer.attach(draft.id, &bytes, noon(1)).unwrap();
        assert_eq!(attached.original.media_type.as_str(), media_type);
        assert_eq!(attached.copy, Err(NoCopy::NoPicture(why)));
        assert_eq!(observer.vault().attachment(attached.original.digest).unwrap(), bytes);
        assert!(matches!(
            observer.preview(draft.id, attached.original.digest, 9, 9),
            Err(DeskError::Picture(_))
        ));
    }
}

#[test]
fn a_camera_is_believed_no_further_than_it_can_be_right() {
    let Cast { mut observer, .. } = cast();
    let draft = begun(&mut observer, 1);
    let mut shoot = |facts: Facts, minutes| {
        let bytes = jpeg(&noisy(32, 32, 50, u64::from(minutes)), 32, 32, 80, Some(&facts));
        observer.attach(draft.id, &bytes, noon(minutes)).unwrap().suggests
    };
    // 14:12 at plus one hour is 13:12 UTC: an hour after noon and twelve minutes.
    assert!(shoot(Facts::mitrovica(), 71).time.is_none(), "nobody photographs tomorrow");
    assert!(shoot(Facts::mitrovica(), 73).time.is_some());
    let by_its_clock = shoot(Facts { offset: None, error_m: None, ..Facts::mitrovica() }, 74);
    assert!(matches!(by_its_clock.time, Some(TakenAt::ByItsClock(_))));
    assert_eq!(by_its_clock.position.unwrap().error_m, UNTOLD_ERROR_M);
    let zone = chrono::FixedOffset::east_opt(3_600).unwrap();
    assert_eq!(by_its_clock.time.unwrap().in_zone(zone).unwrap().to_string(), "2026-11-21T13:12:09Z");
    let nothing =
        shoot(Facts { taken: Some("1980:01:01 00:00:00"), latitude: None, ..Facts::mitrovica() }, 75);
    assert_eq!((nothing.time, nothing.position), (None, None));
}
