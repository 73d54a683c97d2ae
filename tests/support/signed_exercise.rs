//! An exercise as the statements it becomes: signed by everybody concerned, packed in the order the desks pack them.

#![allow(dead_code, reason = "each test binary plays its own part of the exercise")]

use std::collections::BTreeMap;

use vigilia::crypto::digest::sha256;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::desks::exercise::dice::SeededDice;
use vigilia::desks::exercise::scenario::{CONTINGENTS, OBSERVERS, Scenario, Sighting};
use vigilia::domain::answer::Audience;
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::draft::Filing;
use vigilia::domain::grading::{Basis, EuropolCode, Handling};
use vigilia::domain::ids::{BatchId, Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::report::{FiledReport, Return, Review};
use vigilia::domain::text::{Line, Narrative};
use vigilia::domain::time::{ClockState, Timestamp};
use vigilia::wire::answer::{AcknowledgementV1, FeedbackV1};
use vigilia::wire::batch::BatchV1;
use vigilia::wire::checked::CheckedStatement;
use vigilia::wire::contents::Contents;
use vigilia::wire::keys::RecipientText;
use vigilia::wire::kind::Kind;
use vigilia::wire::packet::Packet;
use vigilia::wire::realm::{Authority, Charter, Realm};
use vigilia::wire::report::ReportV1;
use vigilia::wire::review::{ReturnV1, ReviewV1};
use vigilia::wire::roster::{Limits, Member, Roster, RosterV1, SignedRoster};
use vigilia::wire::sealing::{Dispatch, open_packet, seal_packet};
use vigilia::wire::spelling::{Code, Plain};
use vigilia::wire::statement::{Payload, SignedStatement, digest_of, member_of, sign};
use vigilia::wire::tally::TallyV1;

/// When every exercise of the tests ends.
pub fn now() -> Timestamp {
    Timestamp::parse("2026-11-21T14:30:00Z").unwrap()
}

/// A realm with one cell, two commanders and their observers, all keys drawn from a seed.
pub struct Cast {
    pub roster: Roster,
    observers: Vec<Vec<SigningKey>>,
    commanders: Vec<SigningKey>,
    cell: SigningKey,
    cell_identity: Identity,
}

/// A report with everything that was said of it.
pub struct Played {
    pub contingent: usize,
    pub observer: usize,
    pub filed: FiledReport,
    pub report: SignedStatement,
    pub review: SignedStatement,
    pub returned: Option<SignedStatement>,
    pub acknowledgement: SignedStatement,
    pub feedback: Vec<SignedStatement>,
}

fn key(seed: u64, who: &str) -> SigningKey {
    SigningKey::from_secret(Secret32::taken_from(&mut sha256(format!("{seed} {who}").as_bytes())))
}

fn member(role: Role, callsign: &str, contingent: Option<&str>, key: &SigningKey) -> Member {
    member_with(role, callsign, contingent, key, &Identity::generate().unwrap())
}

pub fn member_with(
    role: Role,
    callsign: &str,
    contingent: Option<&str>,
    key: &SigningKey,
    identity: &Identity,
) -> Member {
    let recipient = identity.recipient().to_string();
    Member {
        role: Code(role),
        callsign: Plain(callsign.parse().unwrap()),
        contingent: contingent.map(|name| Plain(name.parse().unwrap())),
        signing_key: Plain(key.verifying_key()),
        recipient: RecipientText::new(&recipient).map(Plain),
        transport_key: None,
        valid_until: None,
        revoked: None,
    }
}

impl Cast {
    pub fn of(seed: u64) -> Self {
        let authorities = [key(seed, "authority 1"), key(seed, "authority 2")];
        let named = |(place, key): (usize, &SigningKey)| Authority {
            callsign: Plain(format!("AUTHORITY-{place}").parse().unwrap()),
            signing_key: Plain(key.verifying_key()),
        };
        let charter = Charter {
            name: Plain(Line::new("EXERCISE").unwrap()),
            exercise: true,
            founded: Plain(now()),
            threshold: 2,
            authorities: authorities.iter().enumerate().map(named).collect(),
        };
        let realm = Realm::found(charter, None).unwrap();
        let cell = key(seed, "cell");
        let cell_identity = Identity::generate().unwrap();
        let mut members = vec![member_with(Role::Cell, "CELL", None, &cell, &cell_identity)];
        let (mut observers, mut commanders) = (Vec::new(), Vec::new());
        for name in CONTINGENTS {
            let commander = key(seed, &format!("{name} commander"));
            members.push(member(Role::Commander, &format!("{name}-CDR"), Some(name), &commander));
            commanders.push(commander);
            let keys: Vec<SigningKey> =
                (0..OBSERVERS).map(|place| key(seed, &format!("{name} {place}"))).collect();
            for (place, key) in keys.iter().enumerate() {
                members.push(member(Role::Observer, &format!("{name}-OBS{place}"), Some(name), key));
            }
            observers.push(keys);
        }
        let payload = RosterV1 { epoch: 1, issued: Plain(now()), limits: Limits::default(), members };
        let proposal = SignedRoster::propose(payload, &authorities[0], &realm).unwrap();
        let roster = proposal.co_sign(&authorities[1], &realm).unwrap().into_roster(&realm).unwrap();
        Self { roster, observers, commanders, cell, cell_identity }
    }

    fn signed<P: Payload>(&self, payload: P, key: &SigningKey) -> SignedStatement {
        sign(payload, key, self.roster.realm()).unwrap().statement
    }

    /// Files, reviews and answers everything in a scenario.
    pub fn play(&self, scenario: Scenario, catalogue: &Catalogue) -> Vec<Played> {
        let mut chains: BTreeMap<(usize, usize), (u32, Option<Digest>)> = BTreeMap::new();
        let sightings = scenario.sightings.into_iter();
        sightings
            .map(|sighting| {
                let chain = chains.entry((sighting.contingent, sighting.observer)).or_default();
                let played = self.file(sighting, *chain, catalogue);
                *chain = (chain.0 + 1, Some(played.report.digest()));
                played
            })
            .collect()
    }

    fn file(&self, sighting: Sighting, chain: (u32, Option<Digest>), catalogue: &Catalogue) -> Played {
        let author = &self.observers[sighting.contingent][sighting.observer];
        let commander = &self.commanders[sighting.contingent];
        let me = member_of(&author.verifying_key());
        // A clock in the field has mostly heard nothing for days.
        let clock = if chain.0.is_multiple_of(3) { ClockState::Checked } else { ClockState::Unchecked };
        let filing = Filing {
            author: me,
            sequence: chain.0 + 1,
            previous: chain.1,
            now: sighting.filed,
            clock,
            marking: Marking::default(),
        };
        let filed = sighting.draft.file(filing, catalogue).unwrap();
        let report = self.signed(ReportV1::from(&filed), author);
        let (head, seen) = (filed.head(), filed.observation());
        let basis = seen.indicators.iter().map(|seen| seen.basis).min().unwrap_or(Basis::SawMyself);
        let review = Review {
            report: report.digest(),
            grade: sighting.commander.grade,
            europol: EuropolCode::derived_from(sighting.commander.grade, basis, false),
            handling: Handling::default(),
            caveats: head.caveats.clone(),
            precedence: head.precedence.before_release(),
            marking: head.marking,
            comment: sighting.commander.comment,
            local_authority: None,
            duplicate_of: None,
            as_it_stands: false,
            at: sighting.filed.plus_hours(5),
        };
        let at = sighting.filed.plus_hours(3);
        let returned = sighting.commander.returned.map(|(reason, note)| {
            let returned = Return { report: report.digest(), reason, note: Some(note), at };
            self.signed(ReturnV1::from(&returned), commander)
        });
        let taken = AcknowledgementV1 {
            observer: Plain(me),
            accepted: vec![Plain(report.digest())],
            refused: Vec::new(),
            at: Plain(sighting.filed.plus_hours(20)),
        };
        let answer = sighting.cell.unwrap();
        let said = |audience, text: Option<Narrative>| {
            let at = sighting.filed.plus_hours(90);
            self.signed(FeedbackV1::new(report.digest(), me, audience, answer.outcome, text, at), &self.cell)
        };
        let mut feedback = vec![said(Audience::Observer, answer.to_observer.clone())];
        feedback.extend(answer.to_commander.clone().map(|text| said(Audience::Commander, Some(text))));
        Played {
            contingent: sighting.contingent,
            observer: sighting.observer,
            review: self.signed(ReviewV1::from(&review), commander),
            returned,
            acknowledgement: self.signed(taken, &self.cell),
            feedback,
            filed,
            report,
        }
    }

    fn tally(&self, last: &Played) -> SignedStatement {
        let head = last.filed.head();
        let tally = TallyV1 {
            filed: head.sequence,
            head: Some(Plain(last.report.digest())),
            at: Plain(head.recorded),
            clock: Code(head.clock),
        };
        self.signed(tally, &self.observers[last.contingent][last.observer])
    }

    /// What a commander forwards: reports by precedence and age, their reviews, the batch. Tallies stay behind, as at
    /// his desk: the report that each of them counts up to goes along.
    pub fn forwarded(&self, batch: &[&Played]) -> Contents {
        let mut batch = batch.to_vec();
        batch.sort_by_key(|one| {
            let head = one.filed.head();
            (std::cmp::Reverse(head.precedence), head.recorded, head.id)
        });
        let all = |digests: Vec<Digest>| {
            digest_of(&digests.iter().flat_map(|digest| *digest.as_bytes()).collect::<Vec<_>>())
        };
        let at = batch.iter().map(|one| one.filed.head().recorded).max().unwrap().plus_hours(6);
        let statement = BatchV1 {
            id: Plain(BatchId::fresh(at, &mut SeededDice::new(at.unix_millis()))),
            reports: batch.iter().map(|one| Plain(one.report.digest())).collect(),
            reviews: Plain(all(batch.iter().map(|one| one.review.digest()).collect())),
            returns: Vec::new(),
            tallies: Plain(all(Vec::new())),
            slots: Plain(all(Vec::new())),
            slot_count: 0,
            at: Plain(at),
            clock: Code(ClockState::Checked),
        };
        let contingent = batch.first().map_or(0, |one| one.contingent);
        let mut statements: Vec<SignedStatement> = batch.iter().map(|one| one.report.clone()).collect();
        statements.extend(batch.iter().map(|one| one.review.clone()));
        statements.push(self.signed(statement, &self.commanders[contingent]));
        Contents { statements, ..Contents::default() }
    }

    /// What an observer hands to his commander, without the slot.
    pub fn handed_in(&self, one: &Played) -> Contents {
        Contents { statements: vec![one.report.clone(), self.tally(one)], ..Contents::default() }
    }

    /// What comes back.
    pub fn answered(&self, one: &Played) -> Contents {
        let mut statements = vec![one.acknowledgement.clone()];
        statements.extend(one.returned.clone());
        statements.extend(one.feedback.iter().cloned());
        Contents { statements, ..Contents::default() }
    }

    /// The size of the packet in which a commander sends these contents to the cell.
    pub fn packet_size(&self, contents: &Contents, contingent: usize) -> usize {
        self.sealed(contents, contingent).bytes().len()
    }

    /// The packet in which a commander sends these contents to the cell.
    pub fn sealed(&self, contents: &Contents, contingent: usize) -> Packet {
        let dispatch = Dispatch {
            packet: PacketId::fresh(now(), &mut SeededDice::new(1)),
            to: Addressee::Role(Role::Cell),
            precedence: Precedence::Priority,
            marking: Marking::default(),
            created: now(),
        };
        seal_packet(contents, &dispatch, &self.roster, &self.commanders[contingent]).unwrap()
    }

    /// What the cell makes of a packet: opened, every signature in it checked; gives back how many held.
    pub fn opened_by_the_cell(&self, bytes: Vec<u8>) -> usize {
        let me = member_of(&self.cell.verifying_key());
        let opened = open_packet(bytes, &self.roster, me, &self.cell_identity).unwrap();
        let checked = opened.statements.into_iter().map(|statement| self.roster.check(statement));
        checked.filter(|statement| read(statement.clone())).count()
    }

    /// The cell's own key for packets.
    pub fn cell_recipient(&self) -> (vigilia::crypto::hybrid::Recipient, &Identity) {
        (self.cell_identity.recipient(), &self.cell_identity)
    }
}

/// Whether a statement that a commander forwards holds and reads.
fn read(statement: CheckedStatement) -> bool {
    match statement.kind() {
        Kind::Report => statement.read::<ReportV1>().is_ok(),
        Kind::Review => statement.read::<ReviewV1>().is_ok(),
        _ => statement.read::<BatchV1>().is_ok(),
    }
}
