//! Every file that ever troubled a parser, or might: fed to it again with each run of the tests.
//!
//! `corpus/PARSER/` holds what fuzzing found and what a person thought of. The law is the same for all: whatever the
//! bytes, a value comes back. Beside that, frozen bytes are damaged at random.

use std::fs;

use proptest::prelude::*;
use vigilia::wire::compression::{compress, expand};
use vigilia::wire::contents::UnverifiedContents;
use vigilia::wire::packet::UnverifiedPacket;
use vigilia::wire::realm::Realm;
use vigilia::wire::report::ReportV1;
use vigilia::wire::request::RequestV1;
use vigilia::wire::roster::{Roster, SignedRoster};
use vigilia::wire::sealing::open_packet;
use vigilia::wire::statement::UnverifiedStatement;

use crate::fixtures::{CELL, files_in, id, identity, in_repository, realm, roster};

/// A parser that eats foreign bytes, and whether it accepted them.
type Parser = fn(&[u8]) -> bool;

const PARSERS: [(&str, Parser); 7] = [
    ("statement", |bytes| {
        UnverifiedStatement::parse(bytes).and_then(|read| roster().verify::<ReportV1>(read)).is_ok()
    }),
    ("packet", |bytes| {
        let parsed = UnverifiedPacket::parse(bytes.to_vec());
        parsed.is_ok_and(|packet| packet.verify(&roster()).is_ok())
            && open_packet(bytes.to_vec(), &roster(), id(CELL), &identity(CELL)).is_ok()
    }),
    ("contents", |bytes| UnverifiedContents::read(bytes).is_ok()),
    ("roster", |bytes| SignedRoster::read(bytes, &realm()).is_ok() && Roster::read(bytes, &realm()).is_ok()),
    ("request", |bytes| RequestV1::read(bytes, realm().id()).is_ok()),
    ("realm", |bytes| Realm::read(bytes).is_ok()),
    ("compression", |bytes| expand(bytes).is_ok()),
];

fn parser(name: &str) -> Parser {
    PARSERS.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn no_file_of_the_corpus_stops_its_parser() {
    for (name, parse) in PARSERS {
        let files = files_in(&format!("tests/contracts/corpus/{name}"));
        assert!(files.len() >= 5, "{name} has {} files", files.len());
        for (file, bytes) in files {
            // A panic names this file by what was printed last.
            println!("{name}/{file}");
            parse(&bytes);
        }
    }
}

#[test]
fn every_folder_of_the_corpus_has_its_parser() {
    for folder in fs::read_dir(in_repository("tests/contracts/corpus")).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(PARSERS.iter().any(|(known, _)| *known == name), "corpus/{name} is fed to nobody");
    }
}

/// What each parser accepts as it stands.
fn whole(name: &str) -> Vec<u8> {
    let golden = |file: &str| fs::read(in_repository("tests/contracts/golden").join(file)).unwrap();
    match name {
        "statement" => golden("report.v1.full.cose"),
        "packet" => golden("packet.v1.vigilia"),
        "contents" => golden("contents.v1.cborseq"),
        "roster" => golden("roster.v1.cose"),
        "request" => golden("request.v1.cose"),
        "realm" => golden("realm.v1.json"),
        _ => compress(&golden("contents.v1.cborseq")).unwrap(),
    }
}

#[test]
fn what_is_whole_is_accepted() {
    for (name, parse) in PARSERS {
        assert!(parse(&whole(name)), "{name}");
    }
}

/// One thing that a bad line, a bad disk or a bad person does to bytes.
#[derive(Debug, Clone)]
enum Damage {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        4 => (place(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        1 => place().prop_map(Damage::Cut),
        2 => (place(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        2 => (place(), 1_usize..40).prop_map(|(at, length)| Damage::Remove(at, length)),
        1 => (place(), 1_usize..40).prop_map(|(at, length)| Damage::Repeat(at, length)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        let end = |at: usize, length: usize, bytes: &[u8]| (at + length).min(bytes.len());
        match damage {
            Damage::Set(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Damage::Insert(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Damage::Remove(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..end(at, *length, &bytes));
            }
            Damage::Repeat(at, length) => {
                let at = at.index(bytes.len());
                let again = bytes[at..end(at, *length, &bytes)].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_to_what_is_signed_is_never_accepted(
        which in prop::sample::select(vec!["statement", "roster", "request"]),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let whole = whole(which);
        let bytes = damaged(whole.clone(), &damages);
        prop_assert_eq!(parser(which)(&bytes), bytes == whole);
    }

    #[test]
    fn damage_to_a_packet_is_never_accepted(damages in prop::collection::vec(damage(), 1..3)) {
        let whole = whole("packet");
        let bytes = damaged(whole.clone(), &damages);
        prop_assert_eq!(parser("packet")(&bytes), bytes == whole);
    }

    #[test]
    fn damage_to_what_no_signature_covers_stops_nobody(
        which in prop::sample::select(vec!["contents", "realm", "compression"]),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        parser(which)(&damaged(whole(which), &damages));
    }
}
