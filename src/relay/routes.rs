//! The relay on one page: what may be asked, and what happens around every question.
//!
//! ```text
//!  request ─ roster file changed? ─ is the key an active member's? ─ route ─▶ answer ─ one line in the log
//!                                          │ no
//!                                          └─▶ not_a_member, and the connection is closed
//! ```

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Extension, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::crypto::transport::TransportPublicKey;
use crate::relay::amendments::{hear, tell};
use crate::relay::downloads::{hand_over, list, tick_off};
use crate::relay::intake::discard;
use crate::relay::log::{Answered, LogLine};
use crate::relay::problem::{Noted, Problem};
use crate::relay::register::Caller;
use crate::relay::station::Station;
use crate::relay::uploads::{carry_on, presence, take};
use crate::wire::relay_api::{AMENDMENTS_HEADER, ROSTER_HEADER};

/// The key that was proven in the handshake of the connection a request came by.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub TransportPublicKey);

/// Everything the relay answers to.
pub fn router(station: Arc<Station>) -> Router {
    Router::new()
        .route("/v1/packets", get(list))
        .route("/v1/packets/{sha256}", get(hand_over).head(presence).put(take).patch(carry_on))
        .route("/v1/packets/{sha256}/collected", post(tick_off))
        .route("/v1/roster", get(roster))
        .route("/v1/amendments", get(hear).post(tell))
        .fallback(|| async { Problem::NoSuchPath })
        .method_not_allowed_fallback(|| async { Problem::NoSuchMethod })
        .layer(from_fn_with_state(Arc::clone(&station), attend))
        .with_state(station)
}

/// What happens around every request.
async fn attend(State(station): State<Arc<Station>>, request: Request, next: Next) -> Response {
    let at = (station.clock)();
    let method = request.method().to_string();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let received = request.body().size_hint().lower();
    let caller = match request.extensions().get::<Peer>() {
        Some(Peer(key)) => Station::admit(&station, *key).await,
        None => None,
    };
    let member = caller.as_ref().map(|caller| caller.callsign.clone());
    let epoch = caller.as_ref().map(|caller| caller.roster.epoch());
    let amendments = caller.as_ref().and_then(|caller| station.register.newest_amendment_for(caller));
    let mut answer = match caller {
        Some(caller) => {
            let mut request = request;
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        None => {
            discard(request.into_body(), station.pace()).await;
            Problem::NotAMember.into_response()
        }
    };
    // With every answer, so that nobody has to ask for a roster he holds already: on a poor road a question costs seconds.
    if let Some(epoch) = epoch {
        answer.headers_mut().insert(ROSTER_HEADER, HeaderValue::from(epoch));
    }
    // Only where there are any: forty bytes an answer for the few who are concerned.
    if let Some(number) = amendments.filter(|_| !answer.headers().contains_key(AMENDMENTS_HEADER)) {
        answer.headers_mut().insert(AMENDMENTS_HEADER, HeaderValue::from(number));
    }
    let noted = answer.extensions().get::<Noted>();
    (station.log)(&LogLine::Request(Answered {
        at,
        method,
        route,
        status: answer.status().as_u16(),
        code: noted.map(|noted| noted.code),
        detail: noted.map(|noted| noted.detail.clone()),
        received,
        sent: answer.body().size_hint().lower(),
        member,
    }));
    answer
}

/// `GET /v1/roster`: the roster in force. Its epoch is its tag, so that a device which holds it already is told so in a
/// few bytes.
async fn roster(Extension(caller): Extension<Caller>, headers: HeaderMap) -> Response {
    let tag = format!("\"{}\"", caller.roster.epoch());
    let held = headers.get(header::IF_NONE_MATCH).is_some_and(|held| held.as_bytes() == tag.as_bytes());
    let mut answer = match held {
        true => {
            let mut answer = Response::new(Body::empty());
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            answer
        }
        false => Response::new(Body::from(caller.roster.bytes().to_vec())),
    };
    if !held {
        answer.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/cose; cose-type=\"cose-sign\""),
        );
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            answer.headers_mut().insert(header::ETAG, tag);
        }
    }
    answer
}
