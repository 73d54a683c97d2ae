//! What a stranger may hand in, each by name, and exactly how it is refused.
//!
//! `hostile/KIND.WHAT.json` are payloads that a member really signs: the signature holds, and still nothing of them is
//! used. What is large or binary is made here. Every refusal that a person reads says what became of it, or what to do.

use coset::{CoseSign1Builder, Header, HeaderBuilder, TaggedCborSerializable, iana};
use minicbor::Encoder;
use minicbor::data::Tag;
use vigilia::crypto::hybrid::Recipient;
use vigilia::crypto::seal::seal;
use vigilia::wire::amendment::{AmendmentError, MOST, write_sequence};
use vigilia::wire::amendment_sequence::UnverifiedSequence;
use vigilia::wire::answer::FeedbackV1;
use vigilia::wire::bulletin::BulletinV1;
use vigilia::wire::compression::{CompressionError, compress};
use vigilia::wire::contents::{Contents, ContentsError, SLOT_LENGTH};
use vigilia::wire::earlier_reports::EarlierReportsV1;
use vigilia::wire::keys::RecipientText;
use vigilia::wire::label::LabelV1;
use vigilia::wire::membership::MembershipV1;
use vigilia::wire::packet::{PacketError, UnverifiedPacket};
use vigilia::wire::realm::{Realm, RealmError};
use vigilia::wire::report::ReportV1;
use vigilia::wire::review::ReviewV1;
use vigilia::wire::revocation::RevocationV1;
use vigilia::wire::roster::{Roster, RosterError, SignedRoster};
use vigilia::wire::sealing::{OpeningError, open_packet};
use vigilia::wire::statement::{Payload, Signed, SignerError, StatementError, UnverifiedStatement, sign};
use vigilia::wire::tally::TallyV1;

use crate::fixtures::{
    AUTHORITIES, CELL, COMMANDER, INTEGRITY, OBSERVER, REVOKED, bulletin, collection, earlier_reports,
    files_in, full_report, id, identity, key, label, membership, realm, revocation, roster, roster_payload,
    short_report,
};

fn header(content_type: &str, of: u8) -> Header {
    HeaderBuilder::new()
        .algorithm(iana::Algorithm::EdDSA)
        .key_id(key(of).verifying_key().key_id().to_vec())
        .content_type(content_type.to_owned())
        .build()
}

/// Any payload under any name, signed by a member as a statement is signed.
fn signed(content_type: &str, payload: &[u8], of: u8) -> Vec<u8> {
    let bound_to = [b"vigilia/1".as_slice(), realm().id().as_bytes()].concat();
    CoseSign1Builder::new()
        .protected(header(content_type, of))
        .payload(payload.to_vec())
        .create_signature(&bound_to, |signed| key(of).sign(signed).to_vec())
        .build()
        .to_tagged_vec()
        .unwrap()
}

fn report(json: &[u8]) -> Result<Signed<ReportV1>, StatementError> {
    read::<ReportV1>(&signed(&ReportV1::KIND.content_type(), json, OBSERVER))
}

fn read<P: Payload>(bytes: &[u8]) -> Result<Signed<P>, StatementError> {
    roster().verify::<P>(UnverifiedStatement::parse(bytes)?)
}

/// A packet around anything sealed, under an honest label.
fn packet(sealed: &[u8]) -> Vec<u8> {
    labelled(&sign(label(sealed), &key(OBSERVER), realm().id()).unwrap(), sealed)
}

fn labelled(label: &Signed<LabelV1>, sealed: &[u8]) -> Vec<u8> {
    let mut out = Encoder::new(label.statement.bytes().to_vec());
    out.bytes(sealed).unwrap();
    out.into_writer()
}

fn for_cell(plain: &[u8]) -> Vec<u8> {
    let recipient: Recipient = identity(CELL).recipient();
    packet(&seal(plain, &[recipient]).unwrap())
}

fn opened(bytes: Vec<u8>) -> OpeningError {
    open_packet(bytes, &roster(), id(CELL), &identity(CELL)).expect_err("it is refused")
}

fn arrived(bytes: Vec<u8>) -> PacketError {
    UnverifiedPacket::parse(bytes).and_then(|packet| packet.verify(&roster())).expect_err("it is refused")
}

/// That a refusal tells a person what became of it, or what to do.
fn tells(error: impl std::fmt::Display, words: &str) {
    let sentence = error.to_string();
    assert!(sentence.contains(words), "{sentence:?} does not say {words:?}");
}

#[test]
fn payloads_outside_the_schema_are_refused_though_a_member_signed_them() {
    let files = files_in("tests/contracts/hostile");
    assert!(files.len() >= 40, "{} cases", files.len());
    for (name, json) in files {
        let (kind, _) = name.split_once('.').unwrap();
        let refused = match kind {
            "report" => report(&json).err(),
            "tally" => read::<TallyV1>(&signed(&TallyV1::KIND.content_type(), &json, OBSERVER)).err(),
            "review" => read::<ReviewV1>(&signed(&ReviewV1::KIND.content_type(), &json, COMMANDER)).err(),
            "feedback" => read::<FeedbackV1>(&signed(&FeedbackV1::KIND.content_type(), &json, CELL)).err(),
            "bulletin" => read::<BulletinV1>(&signed(&BulletinV1::KIND.content_type(), &json, CELL)).err(),
            "membership" => {
                read::<MembershipV1>(&signed(&MembershipV1::KIND.content_type(), &json, COMMANDER)).err()
            }
            "revocation" => {
                read::<RevocationV1>(&signed(&RevocationV1::KIND.content_type(), &json, COMMANDER)).err()
            }
            "earlier_reports" => {
                read::<EarlierReportsV1>(&signed(&EarlierReportsV1::KIND.content_type(), &json, COMMANDER))
                    .err()
            }
            "realm" => {
                assert_eq!(Realm::read(&json).err(), Some(RealmError::Malformed), "{name}");
                continue;
            }
            other => panic!("{name}: nobody reads {other}"),
        };
        assert_eq!(refused, Some(StatementError::BadPayload), "{name}");
    }
    tells(StatementError::BadPayload, "nothing of it was used");
    tells(RealmError::Malformed, "ask whoever founded the realm");
}

#[test]
fn the_same_payloads_without_the_fault_are_read() {
    assert!(report(&serde_json::to_vec(&full_report()).unwrap()).is_ok());
    assert!(report(&serde_json::to_vec(&short_report()).unwrap()).is_ok());
    let told = serde_json::to_vec(&bulletin()).unwrap();
    assert!(read::<BulletinV1>(&signed(&BulletinV1::KIND.content_type(), &told, CELL)).is_ok());
    let member = serde_json::to_vec(&membership()).unwrap();
    assert!(read::<MembershipV1>(&signed(&MembershipV1::KIND.content_type(), &member, COMMANDER)).is_ok());
    let handed = serde_json::to_vec(&earlier_reports()).unwrap();
    assert!(
        read::<EarlierReportsV1>(&signed(&EarlierReportsV1::KIND.content_type(), &handed, COMMANDER)).is_ok()
    );
    let void = serde_json::to_vec(&revocation()).unwrap();
    assert!(read::<RevocationV1>(&signed(&RevocationV1::KIND.content_type(), &void, COMMANDER)).is_ok());
}

#[test]
fn who_may_vouch_and_revoke_is_decided_by_the_roster_and_said_plainly() {
    let judged = |bytes: Vec<u8>| roster().judge(UnverifiedStatement::parse(&bytes).unwrap(), &realm());
    let word = sign(membership(), &key(COMMANDER), realm().id()).unwrap().statement;
    assert!(judged(word.bytes().to_vec()).is_ok());
    let by_revoked = sign(revocation(), &key(REVOKED), realm().id()).unwrap().statement;
    assert!(judged(by_revoked.bytes().to_vec()).is_err());
    let mut of_the_cell = revocation();
    of_the_cell.member.0 = id(CELL);
    let of_the_cell = sign(of_the_cell, &key(COMMANDER), realm().id()).unwrap().statement;
    assert_eq!(judged(of_the_cell.bytes().to_vec()).err(), Some(AmendmentError::NotHis));
    for error in
        [AmendmentError::NotHis, AmendmentError::NotAlone, AmendmentError::Taken, AmendmentError::Void]
    {
        tells(error, "nothing was changed");
    }
    tells(AmendmentError::Unknown, "it will be read again");
}

#[test]
fn a_sequence_of_words_that_is_too_long_or_nested_without_end_is_refused() {
    let word = sign(revocation(), &key(COMMANDER), realm().id()).unwrap().statement;
    for byte in [0x81, 0x9f, 0xa1, 0xbf, 0xd2] {
        assert!(UnverifiedSequence::read(&vec![byte; 200_000]).is_err());
    }
    // Each of them another, so that none is the same said twice.
    let many = (1..=u32::try_from(MOST).unwrap() + 1).map(|from| {
        let word = RevocationV1 { from_report: Some(from), ..revocation() };
        sign(word, &key(COMMANDER), realm().id()).unwrap().statement
    });
    let many: Vec<_> = many.collect();
    let read = UnverifiedSequence::read(&write_sequence(None, &many));
    assert_eq!(read.err(), Some(StatementError::TooLarge));
    assert!(UnverifiedSequence::read(&write_sequence(None, &many[..MOST])).is_ok());
    assert!(UnverifiedSequence::read(&word.bytes()[1..]).is_err());
}

#[test]
fn a_report_of_300_kib_is_neither_signed_nor_read() {
    let spaces = " ".repeat(300 << 10);
    let json = serde_json::to_string(&short_report()).unwrap();
    let large = signed(&ReportV1::KIND.content_type(), format!("{json}{spaces}").as_bytes(), OBSERVER);
    assert_eq!(read::<ReportV1>(&large).err(), Some(StatementError::TooLarge));

    let mut endless = full_report();
    endless.attachments = vec![endless.attachments[0].clone(); 2_000];
    assert_eq!(sign(endless, &key(OBSERVER), realm().id()).err(), Some(StatementError::TooLarge));
    tells(StatementError::TooLarge, "nothing of it was used");
}

#[test]
fn json_nested_a_hundred_thousand_deep_is_refused() {
    let json = serde_json::to_string(&full_report()).unwrap();
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(40_000), close.repeat(40_000));
        assert_eq!(report(deep.as_bytes()).err(), Some(StatementError::BadPayload));
        // Inside an entity, which is read into a buffer before its type is known.
        let inside = json.replace("\"type\":\"phone\"", &format!("\"deep\":{deep},\"type\":\"phone\""));
        assert_eq!(report(inside.as_bytes()).err(), Some(StatementError::BadPayload));
    }
}

#[test]
fn cbor_bombs_of_depth_are_refused_as_statements_and_as_packets() {
    for (what, byte) in
        [("arrays", 0x81), ("endless arrays", 0x9f), ("maps", 0xa1), ("endless maps", 0xbf), ("tags", 0xd2)]
    {
        let bomb = vec![byte; 200_000];
        assert_eq!(UnverifiedStatement::parse(&bomb).err(), Some(StatementError::Malformed), "{what}");
        let refused = arrived(bomb);
        assert!(matches!(refused, PacketError::Malformed), "{what}: {refused}");
    }
    tells(StatementError::Malformed, "ask for it again");
    tells(PacketError::Malformed, "ask for it again");
}

#[test]
fn countersignatures_inside_countersignatures_are_refused() {
    let mut header = vec![0xa0];
    for _ in 0..10_000 {
        let mut out = Encoder::new(vec![0xa1, 0x07, 0x83]);
        out.bytes(&header).unwrap().map(0).unwrap().bytes(&[]).unwrap();
        header = out.into_writer();
    }
    let mut out = Encoder::new(Vec::new());
    out.tag(Tag::new(18)).unwrap().array(4).unwrap().bytes(&header).unwrap().map(0).unwrap();
    out.bytes(b"{}").unwrap().bytes(&[0; 64]).unwrap();
    let refused = UnverifiedStatement::parse(&out.into_writer());
    assert_eq!(refused.err(), Some(StatementError::Malformed));
}

#[test]
fn lengths_that_are_not_there_allocate_nothing() {
    let claim = [0x5b, 0x40, 0, 0, 0, 0, 0, 0, 0];
    let statement = [&[0xd2, 0x84][..], &claim].concat();
    assert_eq!(UnverifiedStatement::parse(&statement).err(), Some(StatementError::Malformed));

    let honest = sign(label(b""), &key(OBSERVER), realm().id()).unwrap();
    let sealed = [honest.statement.bytes(), &claim].concat();
    assert_eq!(arrived(sealed), PacketError::Malformed);

    let item = [&[0x82, 0x64][..], b"slot", &claim].concat();
    assert_eq!(opened(for_cell(&compress(&item).unwrap())), ContentsError::Malformed.into());
    tells(ContentsError::Malformed, "nothing of it was used");
}

#[test]
fn a_packet_of_65_mib_is_refused_unread() {
    assert_eq!(arrived(vec![0; 65 << 20]), PacketError::TooLarge);
    tells(PacketError::TooLarge, "nothing of it was used");
}

#[test]
fn a_packet_cut_off_is_refused_wherever_the_line_went_down() {
    let whole = for_cell(&compress(b"").unwrap());
    for end in (0..whole.len()).step_by(7).chain([whole.len() - 1]) {
        let refused = arrived(whole[..end].to_vec());
        let malformed = [PacketError::Malformed, StatementError::Malformed.into()];
        assert!(malformed.contains(&refused), "{end}: {refused}");
        tells(refused, "ask for it again");
    }
}

#[test]
fn a_sealed_part_under_another_packets_label_is_refused() {
    let (one, other) = (for_cell(&compress(b"").unwrap()), for_cell(&compress(b"").unwrap()));
    let sealed = |packet: &[u8]| {
        let parsed = UnverifiedPacket::parse(packet.to_vec()).unwrap().verify(&roster()).unwrap();
        parsed.sealed().to_vec()
    };
    let first = sign(label(&sealed(&one)), &key(OBSERVER), realm().id()).unwrap();
    assert_eq!(arrived(labelled(&first, &sealed(&other))), PacketError::Exchanged);
    tells(PacketError::Exchanged, "nothing of it was opened");
}

#[test]
fn a_label_by_a_revoked_member_or_by_another_kind_is_refused() {
    let sealed = b"sealed";
    let revoked = sign(label(sealed), &key(REVOKED), realm().id()).unwrap();
    let refused = arrived(labelled(&revoked, sealed));
    assert_eq!(refused, PacketError::Label(SignerError::Revoked.into()));
    tells(refused, "nothing of it was used");

    let collection = sign(collection(), &key(OBSERVER), realm().id()).unwrap();
    let mut out = Encoder::new(collection.statement.bytes().to_vec());
    out.bytes(sealed).unwrap();
    assert_eq!(arrived(out.into_writer()), PacketError::Label(StatementError::WrongKind));
}

#[test]
fn a_statement_or_roster_of_a_newer_program_says_so_and_is_kept() {
    for newer in ["application/vnd.vigilia.report.v2+json", "application/vnd.vigilia.hologram.v1+json"] {
        let refused = UnverifiedStatement::parse(&signed(newer, b"\xff\xffwhatever", OBSERVER)).err();
        assert_eq!(refused, Some(StatementError::FutureVersion), "{newer}");
    }
    tells(StatementError::FutureVersion, "it is kept as it came: update, then read it again");

    // Inside a packet it does not keep the rest from being read.
    let good = sign(short_report(), &key(OBSERVER), realm().id()).unwrap().statement;
    let newer = signed("application/vnd.vigilia.report.v2+json", b"{}", OBSERVER);
    let mut inside = Encoder::new(Vec::new());
    let mut signatures = Vec::new();
    for bytes in [&newer, &good.bytes().to_vec()] {
        let (words, signature) = bytes.split_last_chunk::<64>().unwrap();
        inside.array(2).unwrap().str("statement").unwrap().bytes(words).unwrap();
        signatures.extend(signature);
    }
    inside.array(2).unwrap().str("signatures").unwrap().bytes(&signatures).unwrap();
    let bytes = for_cell(&compress(&inside.into_writer()).unwrap());
    let opened = open_packet(bytes, &roster(), id(CELL), &identity(CELL)).unwrap();
    assert_eq!(opened.unreadable, [(newer, StatementError::FutureVersion)]);
    assert_eq!(opened.statements.len(), 1);
}

#[test]
fn a_frame_that_expands_beyond_every_limit_is_not_unpacked() {
    let bomb = zstd::bulk::compress(&vec![0; 300 << 20], 19).unwrap();
    assert!(bomb.len() < 64 << 10);
    assert_eq!(opened(for_cell(&bomb)), CompressionError::Bomb.into());
    // Many small ones, one after the other.
    let chain = zstd::bulk::compress(&vec![0; 1 << 20], 3).unwrap().repeat(400);
    assert_eq!(opened(for_cell(&chain)), CompressionError::Bomb.into());
    tells(CompressionError::Bomb, "was not unpacked");
}

#[test]
fn a_frame_with_an_unknown_dictionary_says_that_it_is_newer() {
    let samples: Vec<String> =
        (0..400_u32).map(|n| format!("a later sample {n} of {}", n.wrapping_mul(7919))).collect();
    let dictionary = zstd::dict::from_samples(&samples, 1_024).unwrap();
    let mut compressor = zstd::bulk::Compressor::with_dictionary(3, &dictionary).unwrap();
    let frame = compressor.compress(b"a later sample 17").unwrap();
    assert_eq!(opened(for_cell(&frame)), CompressionError::UnknownDictionary.into());
    tells(CompressionError::UnknownDictionary, "it is kept as it came: update, then read it again");
}

#[test]
fn an_inside_that_is_damaged_or_foreign_is_refused() {
    assert_eq!(opened(for_cell(b"")), CompressionError::Damaged.into());
    assert_eq!(opened(for_cell(b"plain words")), CompressionError::Damaged.into());
    tells(CompressionError::Damaged, "nothing of it was used");

    let items = |kind: &str, bytes: &[u8], times| {
        let mut out = Encoder::new(Vec::new());
        for _ in 0..times {
            out.array(2).unwrap().str(kind).unwrap().bytes(bytes).unwrap();
        }
        for_cell(&compress(&out.into_writer()).unwrap())
    };
    assert_eq!(opened(items("script", b"rm -rf /", 1)), ContentsError::Malformed.into());
    assert_eq!(opened(items("slot", &[0; SLOT_LENGTH + 1], 1)), ContentsError::SlotLength.into());
    assert_eq!(opened(items("attachment", b"", 10_001)), ContentsError::TooMany.into());
    for error in [ContentsError::SlotLength, ContentsError::TooMany] {
        tells(error, "was used");
    }
}

#[test]
fn what_is_sealed_for_somebody_else_is_passed_on_unopened() {
    let bytes = for_cell(&compress(&Contents::default().write().unwrap()).unwrap());
    let at_the_desk = open_packet(bytes.clone(), &roster(), id(INTEGRITY), &identity(INTEGRITY));
    assert_eq!(at_the_desk.err(), Some(OpeningError::NotForMe));
    tells(OpeningError::NotForMe, "it can be carried on");
    // The label says the cell; the seal says otherwise.
    let elsewhere = packet(&seal(b"", &[identity(COMMANDER).recipient()]).unwrap());
    tells(opened(elsewhere), "not sealed for this key");
    tells(opened(packet(b"no age file")), "nothing of it was used");
}

#[test]
fn words_of_another_realm_are_refused() {
    let live = {
        let file = String::from_utf8(realm().write().unwrap()).unwrap();
        Realm::read(file.replace("\"exercise\": true", "\"exercise\": false").as_bytes()).unwrap()
    };
    assert!(!live.is_exercise() && live.id() != realm().id());
    let foreign = sign(short_report(), &key(OBSERVER), live.id()).unwrap();
    assert_eq!(read::<ReportV1>(foreign.statement.bytes()).err(), Some(StatementError::BadSignature));
    tells(StatementError::BadSignature, "belongs to another realm; nothing of it was used");

    let sealed = b"sealed";
    let label = sign(label(sealed), &key(OBSERVER), live.id()).unwrap();
    assert_eq!(arrived(labelled(&label, sealed)), PacketError::Label(StatementError::BadSignature));

    let roster = SignedRoster::propose(roster_payload(), &key(AUTHORITIES[0]), &live).unwrap();
    let refused = Roster::read(roster.bytes(), &realm()).err();
    assert_eq!(refused, Some(RosterError::ForeignSignature));
    tells(RosterError::ForeignSignature, "the one in force stays");
}

#[test]
fn a_roster_by_one_authority_is_no_roster() {
    let alone = SignedRoster::propose(roster_payload(), &key(AUTHORITIES[0]), &realm()).unwrap();
    let refused = Roster::read(alone.bytes(), &realm()).err().unwrap();
    assert_eq!(refused, RosterError::TooFewSignatures { found: 1, needed: 2 });
    tells(refused, "it is a proposal until the others sign");
    let garbage = Roster::read(b"\xd8\x62\x84", &realm()).err().unwrap();
    assert_eq!(garbage, StatementError::Malformed.into());
    tells(garbage, "the one in force stays");
}

#[test]
fn a_member_who_impersonates_another_is_refused() {
    let sequence_of_another = sign(short_report(), &key(COMMANDER), realm().id()).unwrap();
    let refused = read::<ReportV1>(sequence_of_another.statement.bytes()).err();
    assert_eq!(refused, Some(SignerError::WrongRole.into()));
    tells(SignerError::WrongRole, "nothing of it was used");

    // A revoked observer's reports count up to the one that was known.
    let mut late = short_report();
    for (sequence, expected) in [(4, None), (5, Some(SignerError::Revoked.into()))] {
        late.sequence = sequence;
        let signed = sign(late.clone(), &key(REVOKED), realm().id()).unwrap();
        assert_eq!(read::<ReportV1>(signed.statement.bytes()).err(), expected, "{sequence}");
    }
    let nobody = sign(short_report(), &key(77), realm().id()).unwrap();
    let refused = read::<ReportV1>(nobody.statement.bytes()).err();
    assert_eq!(refused, Some(SignerError::NotOnRoster.into()));
    tells(SignerError::NotOnRoster, "a newer roster may know him");
}

#[test]
fn a_recipient_that_only_looks_like_one_is_never_sealed_to() {
    for text in ["", "age1pq1", "age1qqqq", &format!("age1pq1{}", "b".repeat(1_952)), &"q".repeat(1_959)] {
        assert!(RecipientText::new(text).is_none(), "{text:.20}");
    }
    let genuine = identity(CELL).recipient().to_string();
    assert!(RecipientText::new(&genuine).is_some());
    assert!(RecipientText::new(&format!("{genuine} ")).is_none());
}
