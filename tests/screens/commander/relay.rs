//! A real relay on loopback for a realm of the stories, which everybody in it knows by its address.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;

use vigilia::courier::persistence::Persistence;
use vigilia::courier::relay_client::RelayClient;
use vigilia::crypto::secret::Secret32;
use vigilia::crypto::signing::SigningKey;
use vigilia::crypto::transport::TransportKey;
use vigilia::desks::carrying::exchange::exchange;
use vigilia::desks::cell::CellDesk;
use vigilia::domain::text::Line;
use vigilia::domain::time::Timestamp;
use vigilia::relay::config::{Limits, RelayConfig};
use vigilia::relay::keys::RelayKeys;
use vigilia::relay::server::RunningRelay;
use vigilia::vault::packets::RoadName;

use crate::stories::at;
use crate::support::realm::{SeededDice, TestRealm};

/// A realm that names a relay; nobody answers there yet.
pub fn realm() -> TestRealm {
    let mut realm = TestRealm::exercise("SILVER ARROW");
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    realm.realm.relay_address = Line::new(&free.to_string()).ok();
    realm
}

pub fn address(realm: &TestRealm) -> String {
    realm.realm.relay_address.as_ref().unwrap().as_str().to_owned()
}

/// From now on somebody answers there.
pub fn answers(realm: &TestRealm) -> RunningRelay {
    let file = |name: &str| -> PathBuf { realm.home(name) };
    std::fs::write(file("realm.json"), realm.realm.write().unwrap()).unwrap();
    std::fs::write(file("roster.vigilia-roster"), realm.roster.as_ref().unwrap().bytes()).unwrap();
    let again = |secret: &[u8; 32]| Secret32::taken_from(&mut secret.clone());
    let keys = RelayKeys {
        signing: SigningKey::from_secret(again(realm.relay_signing.expose_secret())),
        transport: TransportKey::from_secret(again(realm.relay_transport.expose_secret())),
    };
    keys.store(&file("relay.keys")).unwrap();
    let config = RelayConfig {
        listen: address(realm).parse().unwrap(),
        realm: file("realm.json"),
        roster: file("roster.vigilia-roster"),
        data: file("shelf"),
        keys: file("relay.keys"),
        limits: Limits::default(),
    };
    RunningRelay::start(&config, Arc::new(|| at("2026-11-24T15:00:00Z")), Arc::new(|_| ())).unwrap()
}

/// The cell sends and receives.
pub fn reaches_the_cell(cell: &mut CellDesk, realm: &TestRealm, now: Timestamp) {
    let roster = Arc::new(cell.vault().roster().unwrap().unwrap());
    let key = &cell.vault().profile().transport;
    let mut road = RelayClient::new(&address(realm), key, roster, Persistence::once()).unwrap();
    exchange(cell, &mut road, RoadName::Relay, now, &mut SeededDice(77), &mut |_| {}).unwrap();
}
