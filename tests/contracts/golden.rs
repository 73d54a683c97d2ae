//! Frozen bytes. What stands in `golden/` was written once and is never written again: others have signed it, stored it
//! under its digest, sealed it.
//!
//! A test that fails here says that the program of today no longer writes, or no longer reads, what the program of
//! then did. The remedy is never to change the file, but to keep the old reader beside a new version.

use std::fs;

use vigilia::crypto::seal::open_padded;
use vigilia::wire::compression::{compress, expand};
use vigilia::wire::contents::{Contents, SLOT_LENGTH, UnverifiedContents};
use vigilia::wire::realm::Realm;
use vigilia::wire::roster::{Roster, SignedRoster};
use vigilia::wire::sealing::{Dispatch, empty_slot, open_packet, seal_packet};
use vigilia::wire::statement::{SignedStatement, UnverifiedStatement, digest_of, sign};

use crate::fixtures::{
    AUTHORITIES, CELL, INTEGRITY, OBSERVER, blessing, files_in, full_report, id, identity, in_repository,
    key, label, photo, realm, roster, roster_payload, short_report, slot, specimens, tally,
};

/// The bytes of a frozen file. A missing one is written with `VIGILIA_BLESS=1`; one that is there, never.
fn frozen(name: &str, today: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let path = in_repository("tests/contracts/golden").join(name);
    if !path.exists() && blessing() {
        fs::write(&path, today()).unwrap();
    }
    fs::read(&path).unwrap_or_else(|why| {
        panic!("golden/{name}: {why}; if it was never there, VIGILIA_BLESS=1 writes it once")
    })
}

/// Words, an attachment and a slot.
fn contents() -> Contents {
    let realm = realm().id();
    Contents {
        statements: vec![
            sign(full_report(), &key(OBSERVER), realm).unwrap().statement,
            sign(short_report(), &key(OBSERVER), realm).unwrap().statement,
            sign(tally(), &key(OBSERVER), realm).unwrap().statement,
        ],
        attachments: vec![photo()],
        slots: vec![slot()],
    }
}

#[test]
fn statements_of_every_kind_are_written_as_they_were() {
    for specimen in specimens() {
        let name = specimen.name;
        let bytes = frozen(&format!("{name}.cose"), || specimen.statement.bytes().to_vec());
        assert!(
            specimen.statement.bytes() == bytes,
            "{name}: the same words are now signed as other bytes. A correction filed again would be another report, \
             and programs of then would not read what is written today."
        );
        let json = frozen(&format!("{name}.json"), || specimen.json.clone());
        assert!(
            specimen.json == json,
            "{name}: the payload is written otherwise; whoever reads by the schema of then may fail."
        );
    }
}

#[test]
fn statements_of_every_kind_are_read_as_they_were() {
    for specimen in specimens() {
        let name = specimen.name;
        let bytes = frozen(&format!("{name}.cose"), || specimen.statement.bytes().to_vec());
        let read = (specimen.read)(&bytes).unwrap_or_else(|why| {
            panic!("{name}: {why}. Every statement of this kind that was ever signed is now unreadable.")
        });
        let json = frozen(&format!("{name}.json"), || specimen.json.clone());
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert!(read == json, "{name}: an old statement now says something else than it said.");
    }
}

#[test]
fn the_realm_keeps_its_name() {
    let file = frozen("realm.v1.json", || realm().write().unwrap());
    let read = Realm::read(&file).expect("the realm file every member carries can no longer be read");
    assert_eq!(read, realm());
    assert_eq!(
        read.id().to_string(),
        "a7df2f10d6fe3d044caa1a76a5f5e801",
        "the id of every realm changed: no signature ever made holds in it any more"
    );
    assert!(read.write().unwrap() == file, "the realm file is written otherwise than it was");
}

#[test]
fn the_roster_is_written_and_read_as_it_was() {
    let today = roster();
    let bytes = frozen("roster.v1.cose", || today.bytes().to_vec());
    assert!(today.bytes() == bytes, "two authorities who sign the same list now make another roster");
    let read = Roster::read(&bytes, &realm())
        .expect("the roster in force can no longer be read: nobody is a member");
    assert_eq!(read.payload(), &roster_payload());
    let json = frozen("roster.v1.json", || serde_json::to_vec(&roster_payload()).unwrap());
    assert!(serde_json::to_vec(read.payload()).unwrap() == json, "the list is written otherwise");

    let proposal = SignedRoster::propose(roster_payload(), &key(AUTHORITIES[0]), &realm()).unwrap();
    let frozen = frozen("roster.v1.proposal.cose", || proposal.bytes().to_vec());
    let read =
        SignedRoster::read(&frozen, &realm()).expect("a proposal on its way can no longer be co-signed");
    assert!(read.co_sign(&key(AUTHORITIES[1]), &realm()).unwrap().bytes() == bytes);
}

#[test]
fn contents_are_written_and_read_as_they_were() {
    let bytes = frozen("contents.v1.cborseq", || contents().write().unwrap());
    assert!(contents().write().unwrap() == bytes, "the inside of a packet is written otherwise");
    let read = UnverifiedContents::read(&bytes).expect("packets that wait on a shelf open to nothing");
    let statements: Vec<_> = contents().statements.iter().map(|one| one.bytes().to_vec()).collect();
    assert_eq!(read, UnverifiedContents { statements, attachments: vec![photo()], slots: vec![slot()] });
}

/// A frame is frozen from the day the first dictionary is trained. It is only read: another release of the library
/// may compress better.
#[test]
fn a_compressed_frame_expands_to_what_it_was_made_of() {
    let dictionary = fs::metadata(in_repository("src/wire/dictionaries/1.zdict")).unwrap().len();
    let path = in_repository("tests/contracts/golden/frame.v1.zst");
    if dictionary == 0 {
        assert!(!path.exists(), "a frame was frozen before there was a dictionary: remove it");
        return;
    }
    let frame = frozen("frame.v1.zst", || compress(&contents().write().unwrap()).unwrap());
    let expanded =
        expand(&frame).expect("what was compressed with dictionary 1 no longer opens: it was changed");
    assert!(expanded == contents().write().unwrap(), "dictionary 1 was changed; it must stay as it was");
}

#[test]
fn a_packet_sealed_then_opens_today() {
    let bytes = frozen("packet.v1.vigilia", || {
        let sample = label(b"");
        let dispatch = Dispatch {
            packet: sample.packet.0,
            to: sample.to.0,
            precedence: sample.precedence.0,
            marking: sample.marking.0,
            created: sample.created.0,
        };
        seal_packet(&contents(), &dispatch, &roster(), &key(OBSERVER)).unwrap().bytes().to_vec()
    });
    let opened = open_packet(bytes.clone(), &roster(), id(CELL), &identity(CELL))
        .expect("packets that wait on shelves and sticks can no longer be opened");
    assert_eq!(opened.packet.digest(), digest_of(&bytes));
    let ours = contents();
    let statements = opened.statements.iter().map(UnverifiedStatement::bytes);
    assert!(statements.eq(ours.statements.iter().map(SignedStatement::bytes)));
    assert_eq!((opened.attachments, opened.slots), (ours.attachments, ours.slots));
    assert!(opened.unreadable.is_empty());
}

#[test]
fn a_slot_sealed_then_opens_today_at_the_integrity_desk() {
    let bytes = frozen("slot.v1.age", || empty_slot(&roster()).unwrap());
    assert_eq!(bytes.len(), SLOT_LENGTH);
    let opened =
        open_padded(&bytes, &identity(INTEGRITY)).expect("slots that are under way can no longer be opened");
    assert_eq!(opened.expose(), b"");
}

#[test]
fn every_frozen_file_is_read_by_a_test() {
    let mut known: Vec<String> = specimens()
        .iter()
        .flat_map(|specimen| [format!("{}.cose", specimen.name), format!("{}.json", specimen.name)])
        .collect();
    known.extend(
        [
            "realm.v1.json",
            "roster.v1.cose",
            "roster.v1.json",
            "roster.v1.proposal.cose",
            "contents.v1.cborseq",
            "frame.v1.zst",
            "packet.v1.vigilia",
            "slot.v1.age",
        ]
        .map(str::to_owned),
    );
    for (name, _) in files_in("tests/contracts/golden") {
        assert!(known.contains(&name), "golden/{name} is read by no test");
    }
}
