//! Who came and who went since the roster was signed: told here by whoever learns it first, and asked here by all others.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use tokio::task::spawn_blocking;

use crate::relay::intake::receive;
use crate::relay::problem::Problem;
use crate::relay::register::Caller;
use crate::relay::station::Station;
use crate::wire::amendment::MOST_BYTES;
use crate::wire::relay_api::{AMENDMENTS_HEADER, SEQUENCE_TYPE};

/// `POST /v1/amendments`: takes memberships and revocations and puts in force what counts, from the next handshake and
/// the next request on. Any member may bring another's word: each is judged by who signed it.
pub async fn tell(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    body: Body,
) -> Result<Response, Problem> {
    let received = receive(body, MOST_BYTES, station.pace(), &station.folder).await?;
    let judged = spawn_blocking(move || station.register.take_amendments(caller.id, &received.into_bytes()?));
    judged.await.map_err(|error| Problem::CannotSpool(error.to_string()))??;
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    Ok(answer)
}

/// `GET /v1/amendments?after=N`: those beyond number N that concern the caller and that he did not bring himself.
pub async fn hear(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    uri: Uri,
) -> Result<Response, Problem> {
    let after = match uri.query() {
        None => 0,
        Some(query) => query
            .strip_prefix("after=")
            .and_then(|number| number.parse().ok())
            .ok_or(Problem::BadRequest("amendments are asked for with after=NUMBER"))?,
    };
    let (bytes, up_to) = station.register.amendments_for(&caller, after);
    let mut answer = Response::new(Body::from(bytes));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(SEQUENCE_TYPE));
    answer.headers_mut().insert(AMENDMENTS_HEADER, HeaderValue::from(up_to));
    Ok(answer)
}
