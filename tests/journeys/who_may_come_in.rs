//! Who speaks with the relay, and with whom members speak.

use std::io::Read;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustls::{NamedGroup, ProtocolVersion, crypto::aws_lc_rs};
use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::courier::road::{Road, RoadError, Sent};
use vigilia::crypto::handshake::{calling, provider};
use vigilia::crypto::transport::TransportKey;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::relay::server::StartError;
use vigilia::wire::relay_api::ProblemCode;
use vigilia::wire::roster::SignedRoster;
use vigilia::wire::spelling::Plain;

use crate::flaky_line::FlakyLine;
use crate::raw_line::RawLine;
use crate::world::{CELL, COMMANDER, OBSERVER, Relay, World, at, member_of};

fn not_a_member<T: std::fmt::Debug>(outcome: &Result<T, RoadError>) -> bool {
    matches!(outcome, Err(RoadError::Refused { code: ProblemCode::NotAMember, .. }))
}

#[test]
fn a_strangers_key_cannot_connect() {
    let mut world = World::new(201);
    let relay = world.relay();
    let packet = world.report("words");
    let stranger = TransportKey::generate().unwrap();
    let roster = Arc::clone(&world.roster);
    let mut client = RelayClient::new(&relay.address(), &stranger, roster, Persistence::once()).unwrap();
    let told = client.send(&packet);
    assert!(not_a_member(&told), "{told:?}");
    relay.lines.wait_for("refused in the handshake");
    assert!(!relay.lines.has("PUT"));
    assert!(matches!(world.client(OBSERVER, &relay.address()).send(&packet), Ok(Sent::Taken { .. })));
}

#[test]
fn a_revoked_member_is_refused_at_the_handshake() {
    let mut world = World::new(202);
    let relay = world.relay();
    let packet = world.report("words");
    let mut observer = world.client(OBSERVER, &relay.address());
    world.revoke(OBSERVER);
    let told = observer.send(&packet);
    assert!(not_a_member(&told), "{told:?}");
    relay.lines.wait_for("refused in the handshake");
    assert!(!relay.lines.has("PUT"), "{:?}", relay.lines.all());
}

#[test]
fn a_revoked_member_is_refused_on_a_kept_connection() {
    let mut world = World::new(203);
    let relay = world.relay();
    let packet = world.report("words");
    let mut observer = world.client(OBSERVER, &relay.address());
    observer.roster(None).unwrap();
    world.revoke(OBSERVER);
    let told = observer.send(&packet);
    assert!(not_a_member(&told), "{told:?}");
    assert!(relay.lines.has("PUT /v1/packets/{sha256} 403 not_a_member"), "{:?}", relay.lines.all());
    assert!(!relay.lines.has("refused in the handshake"), "it was the connection opened before");
}

#[test]
fn what_a_revoked_member_has_labelled_is_refused_whoever_carries_it() {
    let mut world = World::new(204);
    let relay = world.relay();
    let packet = world.report("words");
    world.revoke(OBSERVER);
    let told = world.client(COMMANDER, &relay.address()).send(&packet);
    assert!(matches!(told, Err(RoadError::Refused { code: ProblemCode::BadSender, .. })), "{told:?}");
}

#[test]
fn a_key_that_ran_out_is_refused_by_the_relays_clock() {
    let mut world = World::new(205);
    let relay = world.relay();
    let yesterday = Plain(at("2026-11-20T14:30:00Z"));
    world.decree(|payload| member_of(payload, OBSERVER).valid_until = Some(yesterday));
    let told = world.client(OBSERVER, &relay.address()).roster(None);
    assert!(not_a_member(&told), "{told:?}");
}

#[test]
fn a_roster_with_one_signature_or_of_an_older_epoch_is_not_taken() {
    let mut world = World::new(206);
    let relay = world.relay();
    world.decree(|_| ());
    let mut observer = world.client(OBSERVER, &relay.address());
    assert_eq!(observer.roster(None).unwrap().unwrap(), world.roster.bytes());
    let older = World::new(206).roster.bytes().to_vec();
    let revoking = world.next_roster(|payload| {
        payload.members.retain(|member| member.callsign.0.as_str() != OBSERVER);
    });
    let alone =
        SignedRoster::propose(revoking.payload().clone(), &world.authorities[0], &world.realm).unwrap();
    for (bad, why) in
        [(alone.bytes(), "1 of 2 authority signatures"), (&older, "epoch 1 is not higher than 2")]
    {
        world.lay(bad);
        assert_eq!(observer.roster(None).unwrap().unwrap(), world.roster.bytes());
        assert!(relay.lines.has(why), "{:?}", relay.lines.all());
    }
    relay.running.stop();
    world.lay(&older);
    let relay = world.relay();
    let mut observer = world.client(OBSERVER, &relay.address());
    assert_eq!(observer.roster(None).unwrap().unwrap(), world.roster.bytes(), "not even after a restart");
    assert_eq!(observer.roster(Some(2)), Ok(None), "who has it already is told so in a few bytes");
}

#[test]
fn a_relay_that_is_not_on_the_roster_does_not_start_and_takes_nothing() {
    let mut world = World::new(207);
    let relay = world.relay();
    let packet = world.report("words");
    let mut observer = world.client(OBSERVER, &relay.address());
    world.revoke("RELAY-1");
    let told = observer.send(&packet);
    assert!(matches!(told, Err(RoadError::Refused { code: ProblemCode::CannotStore, .. })), "{told:?}");
    assert_eq!(observer.roster(None).unwrap().unwrap(), world.roster.bytes(), "but tells why");
    relay.running.stop();
    let told = Relay::start(&world.config(&world.data())).err().unwrap();
    assert!(matches!(told, StartError::NotOnRoster), "{told}");
}

#[test]
fn a_member_speaks_only_with_the_relay_of_his_roster() {
    let mut world = World::new(208);
    let relay = world.relay();
    let packet = world.report("words");
    let other = TransportKey::generate().unwrap().public();
    let roster = world.next_roster(|payload| {
        member_of(payload, "RELAY-1").transport_key = Some(Plain(other));
    });
    let key = &world.person(OBSERVER).transport;
    let mut client = RelayClient::new(&relay.address(), key, Arc::new(roster), Persistence::once()).unwrap();
    assert_eq!(client.send(&packet), Err(RoadError::WrongRelay));
    assert!(!relay.lines.has("PUT"));
}

#[test]
fn a_receipt_of_somebody_else_does_not_count() {
    let mut world = World::new(209);
    let relay = world.relay();
    let packet = world.report("words");
    let roster = world.next_roster(|payload| {
        let other = vigilia::crypto::signing::SigningKey::generate().unwrap().verifying_key();
        member_of(payload, "RELAY-1").signing_key = Plain(other);
    });
    let key = &world.person(OBSERVER).transport;
    let mut client = RelayClient::new(&relay.address(), key, Arc::new(roster), Persistence::once()).unwrap();
    assert!(matches!(client.send(&packet), Err(RoadError::Damaged { .. })));
}

#[test]
fn lines_are_tls_1_3_with_the_hybrid_exchange_and_nothing_else_will_do() {
    let world = World::new(210);
    let relay = world.relay();
    let key = &world.person(CELL).transport;
    let mut line = RawLine::open(&relay.address(), key);
    assert_eq!(line.ask("GET /v1/packets", &[]).status, 200);
    assert_eq!(line.tls().protocol_version(), Some(ProtocolVersion::TLSv1_3));
    let group = line.tls().negotiated_key_exchange_group().unwrap();
    assert_eq!(group.name(), NamedGroup::X25519MLKEM768);
    assert_eq!(line.tls().tls13_tickets_received(), 1);

    let mut classical = provider();
    classical.kx_groups = vec![aws_lc_rs::kx_group::X25519];
    let hybrid = calling(key, Arc::new(|_| true)).unwrap();
    let verifier = Arc::new(AnyRelay);
    let mut settings = rustls::ClientConfig::builder_with_provider(Arc::new(classical))
        .with_protocol_versions(&[&rustls::version::TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    settings.client_auth_cert_resolver = Arc::clone(&hybrid.client_auth_cert_resolver);
    let mut line = RawLine::open_with(&relay.address(), settings);
    let told = line.say("GET /v1/packets", 0, &[]).and_then(|()| line.hear(true)).unwrap_err();
    assert!(told.to_string().contains("HandshakeFailure"), "{told}");
}

/// Believes every relay: what is refused then, the relay refuses.
#[derive(Debug)]
struct AnyRelay;

impl rustls::client::danger::ServerCertVerifier for AnyRelay {
    fn verify_server_cert(
        &self,
        _: &rustls::pki_types::CertificateDer<'_>,
        _: &[rustls::pki_types::CertificateDer<'_>],
        _: &rustls::pki_types::ServerName<'_>,
        _: &[u8],
        _: rustls::pki_types::UnixTime,
    ) -> Result<rustls::client::danger::ServerCertVerified, rustls::Error> {
        Ok(rustls::client::danger::ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &rustls::pki_types::CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &rustls::pki_types::CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
        vec![rustls::SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

#[test]
fn a_stranger_who_says_nothing_is_shown_out() {
    let world = World::new(213);
    let mut config = world.config(&world.data());
    config.limits.handshake_seconds = 1;
    let relay = Relay::start(&config).unwrap();
    let mut silent = TcpStream::connect(relay.running.address()).unwrap();
    assert_eq!(silent.read(&mut [0; 16]).unwrap(), 0);
    relay.lines.wait_for("handshake took too long");
}

#[test]
fn a_member_who_says_only_half_of_what_he_wants_is_shown_out() {
    let world = World::new(214);
    let mut config = world.config(&world.data());
    config.limits.idle_seconds = 1;
    let relay = Relay::start(&config).unwrap();
    let mut line = RawLine::open(&relay.address(), &world.person(CELL).transport);
    line.whisper("GET /v1/packets HTTP/1.1\r\nhost: re").unwrap();
    assert!(line.hear(true).is_err());
}

#[test]
fn a_member_asks_with_whom_he_speaks_it_speaks_with() {
    let world = World::new(211);
    let relay = world.relay();
    let asked = Arc::new(AtomicBool::new(false));
    let (own, seen) = (world.person("RELAY-1").transport.public(), Arc::clone(&asked));
    let known = Arc::new(move |key: &_| {
        seen.store(true, Ordering::SeqCst);
        *key == own
    });
    let mut line =
        RawLine::open_with(&relay.address(), calling(&world.person(CELL).transport, known).unwrap());
    assert_eq!(line.ask("GET /v1/packets", &[]).status, 200);
    assert!(asked.load(Ordering::SeqCst));
}

#[test]
fn the_road_costs_few_bytes_beyond_the_packet() {
    let mut world = World::new(212);
    let relay = world.relay();
    let line = FlakyLine::to(&relay.address());
    let to = Addressee::Role(Role::Cell);
    let first = world.packet(OBSERVER, to.clone(), &[7; 3_000], Precedence::Routine);
    let second = world.packet(OBSERVER, to, &[8; 3_000], Precedence::Routine);
    let mut observer = world.client(OBSERVER, line.address());
    observer.send(&first).unwrap();
    let cold = line.crossed();
    observer.send(&second).unwrap();
    let warm = line.crossed();
    let (up, down) = (warm.0 - cold.0 - second.bytes().len(), warm.1 - cold.1);
    assert!(up <= 260, "{up} bytes up for a request on a kept connection");
    assert!(down <= 520, "{down} bytes down for a receipt");
    let (up, down) = (cold.0 - first.bytes().len(), cold.1);
    assert!(up + down <= 3_780, "{up} up and {down} down for a first request with its handshake");
}
