//! One exercise realm with always the same keys, and one statement of every kind by the people in it.
//!
//! Every key here is known to everybody: it is made of one byte, thirty-two times.

use std::fs;
use std::path::PathBuf;

use bech32::{ToBase32, Variant};
use serde_json::Value;
use vigilia::crypto::digest::sha256;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::domain::answer::{Audience, Outcome, RefusalReason};
use vigilia::domain::bulletin::{Beside, Bulletin, BulletinKind, Edition, Title};
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::draft::{Draft, Filing};
use vigilia::domain::duty::Duty;
use vigilia::domain::entity::{
    Document, EntityKind, EntityRef, Link, LinkType, Person, Vehicle, VehicleType,
};
use vigilia::domain::feedback_status::{FeedbackStatus, NoActionReason};
use vigilia::domain::grading::{Basis, EuropolCode, Handling, HandlingCode};
use vigilia::domain::ids::{BatchId, Dice, Digest, MemberId, PacketId, ReportId};
use vigilia::domain::marking::{Caveat, Marking};
use vigilia::domain::observation::{
    Aggravators, Attachment, Counts, Entity, IndicatorSeen, Language, LocalAuthority,
};
use vigilia::domain::observation_terms::{PositionMethod, SuspectedKind, TimePrecision, TriState};
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::phase::Phase;
use vigilia::domain::place::{Given, NearSchool, Place, Position};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::protocol_form::ProtocolForm;
use vigilia::domain::report::{Return, Review};
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::revocation::RevocationReason;
use vigilia::domain::subject_category::SubjectCategory;
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::{ClockState, Period, Timestamp};
use vigilia::wire::answer::{AcknowledgementV1, FeedbackV1, Refused};
use vigilia::wire::batch::{BatchV1, digest_of_all, digest_of_set};
use vigilia::wire::bulletin::BulletinV1;
use vigilia::wire::contents::SLOT_LENGTH;
use vigilia::wire::earlier_reports::{EarlierReportsV1, FiledEarlier};
use vigilia::wire::keys::RecipientText;
use vigilia::wire::label::LabelV1;
use vigilia::wire::membership::MembershipV1;
use vigilia::wire::realm::{Authority, Charter, Realm};
use vigilia::wire::receipt::{CollectionV1, ReceiptV1};
use vigilia::wire::relay_api::{ProblemCode, ProblemV1, WaitingPacket, WaitingV1};
use vigilia::wire::report::ReportV1;
use vigilia::wire::request::RequestV1;
use vigilia::wire::review::{ReturnV1, ReviewV1};
use vigilia::wire::revocation::RevocationV1;
use vigilia::wire::roster::{Limits, Member, Revoked, Roster, RosterV1, SignedRoster};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{
    Payload, SignedStatement, StatementError, UnverifiedStatement, digest_of, member_of, sign,
};
use vigilia::wire::tally::TallyV1;

pub const AUTHORITIES: [u8; 2] = [1, 2];
pub const OBSERVER: u8 = 3;
pub const COMMANDER: u8 = 4;
pub const CELL: u8 = 5;
pub const INTEGRITY: u8 = 6;
pub const RELAY: u8 = 7;
/// Was an observer; his device was lost.
pub const REVOKED: u8 = 8;
/// Whom his commander enrolled in the field, on the device that takes the place of the lost one.
pub const VOUCHED: u8 = 9;

/// Whether missing files are to be written.
pub fn blessing() -> bool {
    std::env::var_os("VIGILIA_BLESS").is_some_and(|value| value == "1")
}

/// A file or folder of the repository.
pub fn in_repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder, by name, in order.
pub fn files_in(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = in_repository(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

pub fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn words(words: &str) -> Option<Line> {
    Some(line(words))
}

fn told(words: &str) -> Option<Narrative> {
    Some(Narrative::new(words).unwrap())
}

pub fn key(of: u8) -> SigningKey {
    SigningKey::from_secret(Secret32::taken_from(&mut [of; 32]))
}

pub fn id(of: u8) -> MemberId {
    member_of(&key(of).verifying_key())
}

/// What a member opens packets with.
pub fn identity(of: u8) -> Identity {
    let text = bech32::encode("age-secret-key-pq-", [of; 32].to_base32(), Variant::Bech32).unwrap();
    text.to_uppercase().parse().unwrap_or_else(|why| panic!("{why}"))
}

/// Dice that always show one number.
pub struct Always(pub u8);

impl Dice for Always {
    fn roll(&mut self, out: &mut [u8]) {
        out.fill(self.0);
    }
}

fn report_id(number: u8) -> ReportId {
    ReportId::fresh(at("2026-11-21T12:00:00Z"), &mut Always(number))
}

pub fn realm() -> Realm {
    let authority = |of, callsign: &str| Authority {
        callsign: Plain(callsign.parse().unwrap()),
        signing_key: Plain(key(of).verifying_key()),
    };
    let charter = Charter {
        name: Plain(line("Exercise Grey Heron")),
        exercise: true,
        founded: Plain(at("2026-11-01T08:00:00Z")),
        threshold: 2,
        authorities: vec![authority(AUTHORITIES[0], "DEFENCE"), authority(AUTHORITIES[1], "POLICE")],
    };
    Realm::found(charter, Some(line("relay.vigilia.example:4433"))).unwrap()
}

fn member(of: u8, role: Role, callsign: &str) -> Member {
    let transport = TransportKey::from_secret(Secret32::taken_from(&mut [of + 100; 32]));
    let deployed = matches!(role, Role::Observer | Role::Commander);
    let recipient = identity(of).recipient().to_string();
    Member {
        role: Code(role),
        callsign: Plain(callsign.parse().unwrap()),
        contingent: deployed.then(|| Plain("KFOR1".parse().unwrap())),
        signing_key: Plain(key(of).verifying_key()),
        recipient: (role != Role::Relay).then(|| Plain(RecipientText::new(&recipient).unwrap())),
        transport_key: Some(Plain(transport.public())),
        valid_until: None,
        revoked: None,
    }
}

pub fn roster_payload() -> RosterV1 {
    let lost = Member {
        valid_until: Some(Plain(at("2027-06-30T00:00:00Z"))),
        revoked: Some(Revoked {
            at: Plain(at("2026-11-15T09:00:00Z")),
            reason: Plain(line("device lost")),
            through_sequence: 4,
        }),
        ..member(REVOKED, Role::Observer, "KFOR1-OBS2")
    };
    RosterV1 {
        epoch: 3,
        issued: Plain(at("2026-11-16T08:00:00Z")),
        limits: Limits { forwarding_hours: 72, ceiling: Code(Marking::LimitedDistribution) },
        members: vec![
            member(OBSERVER, Role::Observer, "KFOR1-OBS3"),
            member(COMMANDER, Role::Commander, "KFOR1-CO"),
            member(CELL, Role::Cell, "CELL-1"),
            member(INTEGRITY, Role::Integrity, "INTEGRITY"),
            member(RELAY, Role::Relay, "RELAY"),
            lost,
        ],
    }
}

pub fn roster() -> Roster {
    let [first, second] = AUTHORITIES.map(key);
    let proposal = SignedRoster::propose(roster_payload(), &first, &realm()).unwrap();
    proposal.co_sign(&second, &realm()).unwrap().into_roster(&realm()).unwrap()
}

fn filed(draft: Draft, sequence: u32, previous: Option<Digest>) -> ReportV1 {
    let filing = Filing {
        author: id(OBSERVER),
        sequence,
        previous,
        now: at("2026-11-21T12:05:00Z"),
        clock: ClockState::Checked,
        marking: Marking::LimitedDistribution,
    };
    let report = draft.file(filing, &Catalogue::embedded().unwrap()).unwrap();
    // A newer catalogue must not change what is frozen.
    ReportV1 { catalogue: 1, caveats: vec![], ..ReportV1::from(&report) }
}

/// The least that can be filed.
pub fn short_report() -> ReportV1 {
    let moment = at("2026-11-21T11:40:00Z");
    let mut draft = Draft::begin(report_id(1), moment, Language::Dutch);
    draft.observed = Some(Period::new(moment, moment, TimePrecision::About, None).unwrap());
    draft.place = Some(Place::new(None, words("aan de brug over de Ibar")).unwrap());
    draft.duty = Some(Duty::Patrol);
    draft.just_odd = true;
    draft.precedence = Some(Precedence::Routine);
    filed(draft, 1, None)
}

fn vehicle(kind: VehicleType, plate: &str) -> Vehicle {
    Vehicle {
        kind,
        plate: words(plate),
        country: words("RKS"),
        make: words("VW Crafter"),
        colour: words("white"),
        direction: words("north, towards the border"),
        description: words("curtains, dent in the left door"),
    }
}

fn entities() -> Vec<Entity> {
    let kinds = [
        EntityKind::Person(Person {
            category: Some(SubjectCategory::PossibleVictim),
            description: words("thin, grey coat"),
            age: words("about 16"),
            language: words("Romanian"),
            nationality_shown: words("MDA"),
            name_shown: words("Ana P."),
        }),
        EntityKind::Vehicle(vehicle(VehicleType::Van, "01-2?3-AB")),
        EntityKind::Boat(vehicle(VehicleType::Boat, "KS-77")),
        EntityKind::Phone { number: line("+383 4? 123 456"), description: words("on a slip of paper") },
        EntityKind::Document(Document {
            kind: line("passport"),
            number: words("X12?45"),
            country: words("MDA"),
            description: words("photo glued on"),
        }),
        EntityKind::Place { description: line("bar behind the petrol station") },
        EntityKind::Organisation { name: line("Lux Travel"), description: words("sticker on the van") },
    ];
    let named = |(place, kind)| Entity { reference: EntityRef::nth(place + 1).unwrap(), kind };
    kinds.into_iter().enumerate().map(named).collect()
}

/// A report with every field set.
pub fn full_report() -> ReportV1 {
    let (from, to) = (at("2026-11-21T11:10:00Z"), at("2026-11-21T11:40:00Z"));
    let grid =
        Position { given: Given::grid("34TDN8905848763").unwrap(), error_m: 10, method: PositionMethod::Gps };
    let degrees = Position {
        given: Given::degrees(42.891_4, 20.866).unwrap(),
        error_m: 50,
        method: PositionMethod::Map,
    };
    let mut place = Place::new(Some(grid), words("petrol station north of Mitrovica")).unwrap();
    place.observer_at = Some(degrees);
    place.near_school = NearSchool { within_350_m: TriState::Yes, distance_m: Some(210) };
    let [person, van] = [1, 2].map(|number| EntityRef::nth(number).unwrap());

    let mut draft = Draft::begin(report_id(2), from, Language::English);
    draft.supersedes = Some(report_id(1));
    draft.observed = Some(Period::new(from, to, TimePrecision::Period, Some("-50m".to_owned())).unwrap());
    draft.place = Some(place);
    draft.duty = Some(Duty::Checkpoint);
    draft.phase = Some(Phase::Transit);
    draft.suspected = Some(SuspectedKind::Trafficking);
    draft.forms = vec![ProtocolForm::Sexual, ProtocolForm::Labour];
    draft.counts = Counts { men: 2, women: 3, boys: 1, girls: 1, unknown: 4 };
    draft.indicators = vec![IndicatorSeen {
        id: "mob.documents_held".parse().unwrap(),
        basis: Basis::SawMyself,
        subject: Some(person),
        note: words("driver kept all passports"),
    }];
    draft.just_odd = true;
    draft.entities = entities();
    draft.links = vec![Link { from: person, to: van, link: LinkType::Inside }];
    draft.facts = told("The driver answered for everybody.\nNobody had luggage: “nothing to carry”.");
    draft.assessment = told("They seemed afraid of the driver.");
    draft.aggravators = Aggravators {
        apparent_minor: TriState::Yes,
        organised_group: TriState::No,
        official_involved: TriState::No,
        life_danger: TriState::No,
    };
    draft.local_authority =
        LocalAuthority { told: TriState::Yes, who: words("border police, 1145Z"), acted: TriState::No };
    draft.scene_and_objects = words("slip of paper handed to the border police");
    draft.attachments = vec![Attachment {
        digest: digest_of(&photo()),
        size: photo().len() as u64,
        media_type: line("image/jpeg"),
        derived_from: Some(digest_of(b"the photo as it was taken")),
    }];
    draft.precedence = Some(Precedence::Immediate);
    let first = sign(short_report(), &key(OBSERVER), realm().id()).unwrap();
    let report = filed(draft, 2, Some(first.statement.digest()));
    ReportV1 { caveats: vec![Code(Caveat::NoHostNation), Code(Caveat::Minor)], ..report }
}

pub fn photo() -> Vec<u8> {
    b"not really a photo".to_vec()
}

/// A slot to everybody but the integrity desk, which could not open it: only its length counts here.
pub fn slot() -> Vec<u8> {
    (0..SLOT_LENGTH).map(|at| sha256(&at.to_be_bytes())[0]).collect()
}

fn digest(of: impl Payload, by: u8) -> Digest {
    sign(of, &key(by), realm().id()).unwrap().statement.digest()
}

pub fn tally() -> TallyV1 {
    TallyV1 {
        filed: 2,
        head: Some(Plain(digest(full_report(), OBSERVER))),
        at: Plain(at("2026-11-21T12:06:00Z")),
        clock: Code(ClockState::Checked),
    }
}

fn review() -> ReviewV1 {
    let grade = "B2".parse().unwrap();
    (&Review {
        report: digest(full_report(), OBSERVER),
        grade,
        europol: EuropolCode::derived_from(grade, Basis::SawMyself, false),
        handling: Handling::new(HandlingCode::H3, Some("not to leave the cell")).unwrap(),
        caveats: vec![Caveat::NoHostNation, Caveat::Minor, Caveat::VictimIdentity],
        precedence: Precedence::Immediate,
        marking: Marking::LimitedDistribution,
        comment: told("Second time this week on this road."),
        local_authority: None,
        duplicate_of: None,
        as_it_stands: false,
        at: at("2026-11-21T13:00:00Z"),
    })
        .into()
}

/// A review that says everything one can say.
fn whole_review() -> ReviewV1 {
    let told =
        LocalAuthority { told: TriState::Yes, who: words("border police, 1310Z"), acted: TriState::No };
    ReviewV1 {
        local_authority: Some((&told).into()),
        duplicate_of: Some(Plain(digest(short_report(), OBSERVER))),
        ..review()
    }
}

fn returned() -> ReturnV1 {
    (&Return {
        report: digest(short_report(), OBSERVER),
        reason: ReturnReason::PlaceUnclear,
        note: words("which of the two bridges?"),
        at: at("2026-11-21T13:01:00Z"),
    })
        .into()
}

fn batch() -> BatchV1 {
    let slots = vec![digest_of(&slot())];
    BatchV1 {
        id: Plain(BatchId::fresh(at("2026-11-21T13:05:00Z"), &mut Always(9))),
        reports: vec![Plain(digest(full_report(), OBSERVER))],
        reviews: Plain(digest_of_all(&[digest(review(), COMMANDER)])),
        returns: vec![Plain(digest(returned(), COMMANDER))],
        tallies: Plain(digest_of_set(vec![digest(tally(), OBSERVER)])),
        slot_count: 1,
        slots: Plain(digest_of_set(slots)),
        at: Plain(at("2026-11-21T13:05:00Z")),
        clock: Code(ClockState::Unchecked),
    }
}

fn receipt() -> ReceiptV1 {
    let packet = Plain(digest_of(b"a packet"));
    ReceiptV1 { packet, log_index: 41, received: Plain(at("2026-11-21T13:06:00Z")) }
}

fn acknowledgement() -> AcknowledgementV1 {
    AcknowledgementV1 {
        observer: Plain(id(OBSERVER)),
        accepted: vec![Plain(digest(full_report(), OBSERVER)), Plain(digest_of(&photo()))],
        refused: vec![Refused {
            statement: Plain(digest(short_report(), OBSERVER)),
            reason: Code(RefusalReason::AboveCeiling),
        }],
        at: Plain(at("2026-11-21T13:10:00Z")),
    }
}

fn feedback() -> FeedbackV1 {
    let outcome = Outcome::new(FeedbackStatus::NoAction, Some(NoActionReason::PassedToLocal)).unwrap();
    let text = told("Thank you. The local police have it now.");
    let report = digest(full_report(), OBSERVER);
    FeedbackV1::new(report, id(OBSERVER), Audience::Observer, outcome, text, at("2026-11-22T09:00:00Z"))
}

/// A bulletin with every field set.
pub fn bulletin() -> BulletinV1 {
    let edition = |language, title: &str, text: &str| Edition {
        language,
        title: Title::new(title).unwrap(),
        text: Narrative::new(text).unwrap(),
    };
    let told = Bulletin {
        number: 7,
        kind: BulletinKind::Newsletter,
        editions: vec![
            edition(Language::Dutch, "November", "Dank u.\n\nDrie meldingen hielpen een dossier vooruit."),
            edition(
                Language::French,
                "Novembre",
                "Merci.\n\nTrois signalements ont fait avancer un dossier.",
            ),
        ],
        contingents: vec!["KFOR1".parse().unwrap()],
        issued: at("2026-11-23T08:00:00Z"),
        until: at("2027-01-31T23:59:59Z"),
        supersedes: Some(digest_of(b"the bulletin of October")),
        in_force: [2, 5].map(|number| Beside { number, until: at("2026-12-24T12:00:00Z") }).into(),
    };
    BulletinV1::from(&told.checked().unwrap())
}

pub fn label(sealed: &[u8]) -> LabelV1 {
    LabelV1 {
        packet: Plain(PacketId::fresh(at("2026-11-21T12:07:00Z"), &mut Always(5))),
        to: Plain(Addressee::Role(Role::Cell)),
        precedence: Code(Precedence::Priority),
        marking: Code(Marking::LimitedDistribution),
        created: Plain(at("2026-11-21T12:07:00Z")),
        size: sealed.len() as u64,
        sealed: Plain(digest_of(sealed)),
        roster: 3,
    }
}

fn request() -> RequestV1 {
    let asker = member(OBSERVER, Role::Observer, "KFOR1-OBS3");
    RequestV1 {
        role: asker.role,
        callsign: asker.callsign,
        contingent: asker.contingent,
        signing_key: asker.signing_key,
        recipient: asker.recipient,
        transport_key: asker.transport_key.unwrap(),
        at: Plain(at("2026-11-10T08:00:00Z")),
    }
}

/// The commander vouches for whoever has the device in place of the one that was lost.
pub fn membership() -> MembershipV1 {
    let until = Some(Plain(at("2027-05-31T00:00:00Z")));
    MembershipV1 {
        member: Member { valid_until: until, ..member(VOUCHED, Role::Observer, "KFOR1-OBS2") },
        request: Plain(digest(request(), OBSERVER)),
        replaces: Some(Plain(id(REVOKED))),
        at: Plain(at("2026-11-20T08:00:00Z")),
    }
}

pub fn revocation() -> RevocationV1 {
    RevocationV1 {
        member: Plain(id(OBSERVER)),
        reason: Code(RevocationReason::Stolen),
        since: Some(Plain(at("2026-11-19T22:00:00Z"))),
        from_report: Some(3),
        at: Plain(at("2026-11-20T08:01:00Z")),
    }
}

/// The commander tells whoever has the new device which report of the lost one an answer is about.
pub fn earlier_reports() -> EarlierReportsV1 {
    let handed = FiledEarlier {
        report: Plain(digest_of(b"a report of the lost device")),
        number: 4,
        filed: Plain(at("2026-11-14T18:20:00Z")),
    };
    EarlierReportsV1 {
        earlier: Plain(id(REVOKED)),
        reports: vec![handed],
        at: Plain(at("2026-11-22T10:00:00Z")),
    }
}

pub fn collection() -> CollectionV1 {
    CollectionV1 { packet: Plain(digest_of(b"a packet")), at: Plain(at("2026-11-21T13:09:00Z")) }
}

/// A statement as it is written today, and how it is read.
pub struct Specimen {
    /// The name of its files; it begins with the name of its schema.
    pub name: &'static str,
    pub statement: SignedStatement,
    /// The payload as it is signed.
    pub json: Vec<u8>,
    /// Reads bytes the way the program does, and gives back what they say.
    pub read: fn(&[u8]) -> Result<Value, StatementError>,
}

/// One statement of every kind; of reports the fullest and the shortest.
pub fn specimens() -> Vec<Specimen> {
    vec![
        specimen("report.v1.full", full_report(), OBSERVER),
        specimen("report.v1.short", short_report(), OBSERVER),
        specimen("tally.v1", tally(), OBSERVER),
        specimen("review.v1", review(), COMMANDER),
        specimen("review.v1.whole", whole_review(), COMMANDER),
        specimen("return.v1", returned(), COMMANDER),
        specimen("batch.v1", batch(), COMMANDER),
        specimen("receipt.v1", receipt(), RELAY),
        specimen("acknowledgement.v1", acknowledgement(), CELL),
        specimen("feedback.v1", feedback(), CELL),
        specimen("bulletin.v1", bulletin(), CELL),
        specimen("label.v1", label(b"sealed"), OBSERVER),
        specimen("collection.v1", collection(), CELL),
        specimen("membership.v1", membership(), COMMANDER),
        specimen("revocation.v1", revocation(), COMMANDER),
        specimen("earlier_reports.v1", earlier_reports(), COMMANDER),
        Specimen { read: read_request, ..specimen("request.v1", request(), OBSERVER) },
    ]
}

fn specimen<P: Payload>(name: &'static str, payload: P, by: u8) -> Specimen {
    let json = serde_json::to_vec(&payload).unwrap();
    let statement = sign(payload, &key(by), realm().id()).unwrap().statement;
    Specimen { name, statement, json, read: read::<P> }
}

fn read<P: Payload>(bytes: &[u8]) -> Result<Value, StatementError> {
    let signed = roster().verify::<P>(UnverifiedStatement::parse(bytes)?)?;
    Ok(serde_json::to_value(signed.payload).unwrap())
}

fn read_request(bytes: &[u8]) -> Result<Value, StatementError> {
    Ok(serde_json::to_value(RequestV1::read(bytes, realm().id())?.payload).unwrap())
}

/// Documents that are not signed by one person, each under the name of its schema.
pub fn documents() -> Vec<(&'static str, Value)> {
    let problem = |code, status, title: &str| ProblemV1 {
        r#type: "about:blank".to_owned(),
        title: title.to_owned(),
        status,
        code: Code(code),
    };
    let full = problem(ProblemCode::CannotStore, 507, "The relay's disk is full; nothing was taken.");
    let absent = problem(ProblemCode::NoSuchPacket, 404, "There is no such packet for you.");
    let waiting = |packets: Vec<WaitingPacket>| WaitingV1 { packets, cursor: 41, more: false };
    let packet = WaitingPacket {
        sha256: Plain(digest_of(b"a packet")),
        size: 4_711,
        precedence: Code(Precedence::Immediate),
    };
    vec![
        ("roster.v1", value(roster_payload())),
        ("realm.v1", serde_json::from_slice(&realm().write().unwrap()).unwrap()),
        ("waiting.v1", value(waiting(vec![packet]))),
        ("waiting.v1", value(waiting(vec![]))),
        ("problem.v1", value(full)),
        ("problem.v1", value(absent)),
    ]
}

fn value(document: impl serde::Serialize) -> Value {
    serde_json::to_value(document).unwrap()
}
