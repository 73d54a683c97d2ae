//! The one connection to the relay: TLS 1.3 with raw keys, kept open, and no way round it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::blocking::Client;
use reqwest::redirect;

use crate::courier::pace::Patience;
use crate::courier::road::RoadError;
use crate::crypto::handshake::calling;
use crate::crypto::transport::TransportKey;
use crate::domain::people::Role;
use crate::wire::roster::Roster;

/// What asks the active relays of a roster, and nobody else. Nothing is connected yet.
pub(crate) fn connection(
    key: &TransportKey,
    roster: &Roster,
    patience: Patience,
) -> Result<Client, RoadError> {
    let unusable = |why: String| RoadError::Unusable { why };
    let relays: Vec<_> = roster
        .active()
        .filter(|member| member.role.0 == Role::Relay)
        .filter_map(|member| member.transport_key.as_ref().map(|key| key.0))
        .collect();
    if relays.is_empty() {
        return Err(unusable("the roster names no relay".to_owned()));
    }
    let tls = calling(key, Arc::new(move |shown| relays.contains(shown)))
        .map_err(|error| unusable(error.to_string()))?;
    let client = Client::builder()
        .tls_backend_preconfigured(tls)
        .http1_only()
        .https_only(true)
        .no_proxy()
        .redirect(redirect::Policy::none())
        .referer(false)
        .tcp_nodelay(true)
        .connect_timeout(patience.connect)
        .timeout(patience.answer)
        .pool_idle_timeout(Duration::from_secs(100))
        .pool_max_idle_per_host(1);
    // Patience with progress: an upload is given up when the other end acknowledges nothing for so long.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let client = client.tcp_user_timeout(patience.answer);
    client.build().map_err(|error| unusable(error.without_url().to_string()))
}
