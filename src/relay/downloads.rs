//! What waits is told, handed over and ticked off.

use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use tokio::sync::mpsc;
use tokio::time::sleep;

use crate::domain::people::Addressee;
use crate::relay::intake::receive;
use crate::relay::problem::Problem;
use crate::relay::register::Caller;
use crate::relay::shelf::facts::{Collection, Waiting};
use crate::relay::station::Station;
use crate::relay::uploads::name;
use crate::wire::kind::Kind;
use crate::wire::packet::MEDIA_TYPE;
use crate::wire::receipt::CollectionV1;
use crate::wire::relay_api::{PAGE, WaitingPacket, WaitingV1};
use crate::wire::spelling::{Code, Plain};
use crate::wire::statement::{StatementError, UnverifiedStatement};

/// Longest a listing is held back for something to arrive, in seconds.
const LONGEST_WAIT: u64 = 60;
/// Bytes read from the shelf at a time.
const PIECE: usize = 256 << 10;
/// Largest statement of collection, in bytes.
const MOST_COLLECTION: usize = 4 << 10;

/// `GET /v1/packets?after=CURSOR&wait=S`: what waits for the caller, most urgent first. A newcomer that is more urgent
/// than the cursor stands before it: whoever wants to see that starts again at 0.
pub async fn list(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (after, wait) = asked(uri.query().unwrap_or_default())?;
    let (mine, my_role) = (Addressee::Member(caller.id), Addressee::Role(caller.role));
    let (bell, role_bell) = (station.bells.of(&mine), station.bells.of(&my_role));
    let mut stopping = station.stopping.clone();
    let mut patience = pin!(sleep(Duration::from_secs(wait)));
    loop {
        // Listening before looking: what arrives between the two still wakes.
        let (mut rung, mut role_rung) = (pin!(bell.notified()), pin!(role_bell.notified()));
        rung.as_mut().enable();
        role_rung.as_mut().enable();
        let found = station.shelf.waiting(caller.id, caller.role, after, PAGE + 1).await?;
        if !found.is_empty() || wait == 0 || patience.is_elapsed() || *stopping.borrow() {
            // His keys may have been made void while he waited.
            if wait > 0 && !Station::still_admits(&station, &caller).await {
                return Err(Problem::NotAMember);
            }
            return page(found, after);
        }
        tokio::select! {
            () = rung => {}
            () = role_rung => {}
            () = &mut patience => {}
            _ = stopping.changed() => {}
        }
    }
}

fn asked(query: &str) -> Result<(u64, u64), Problem> {
    let (mut after, mut wait) = (0, 0);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let number = |text: &str| text.parse().map_err(|_| Problem::BadRequest("not a whole number"));
        match pair.split_once('=') {
            Some(("after", text)) => after = number(text)?,
            Some(("wait", text)) => wait = number(text)?.min(LONGEST_WAIT),
            _ => return Err(Problem::BadRequest("a listing takes after and wait")),
        }
    }
    Ok((after, wait))
}

fn page(found: Vec<Waiting>, after: u64) -> Result<Response, Problem> {
    let more = found.len() > PAGE;
    let shown = found.get(..PAGE).unwrap_or(&found);
    let told = WaitingV1 {
        cursor: shown.last().map_or(after, |last| last.next),
        more,
        packets: shown
            .iter()
            .map(|one| WaitingPacket {
                sha256: Plain(one.sha256),
                size: one.size,
                precedence: Code(one.precedence),
            })
            .collect(),
    };
    let json = serde_json::to_vec(&told).map_err(|_| Problem::BadRequest("the listing cannot be written"))?;
    let mut answer = Response::new(Body::from(json));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(answer)
}

/// `GET /v1/packets/{sha256}`: the packet, for its addressee and its sender; from where a cut line left off if the
/// caller says so with `Range: bytes=N-`.
pub async fn hand_over(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let found = station.shelf.find(name(&sha256)?).await?.ok_or(Problem::NoSuchPacket)?;
    if !caller.may_read(&found.addressee, found.sender) {
        return Err(Problem::NoSuchPacket);
    }
    let tag = format!("\"{sha256}\"");
    // A range of another packet than this would be no continuation.
    let same = headers.get(header::IF_RANGE).is_none_or(|range| range.as_bytes() == tag.as_bytes());
    let from = if same { from_where(&headers, found.size) } else { 0 };
    let (pieces, body) = mpsc::channel(1);
    let left = found.size - from;
    tokio::spawn(read_out(Arc::clone(&station), found.log_index, from, found.size, pieces));
    let mut answer = Response::new(Body::new(Pieces { pieces: body, left }));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answer.headers_mut().insert(header::ETAG, tag);
    }
    if from > 0 {
        *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
        let range = format!("bytes {from}-{}/{}", found.size - 1, found.size);
        if let Ok(range) = HeaderValue::from_str(&range) {
            answer.headers_mut().insert(header::CONTENT_RANGE, range);
        }
    }
    Ok(answer)
}

/// Any other range is answered with the whole (RFC 9110, section 14.2, lets a server do so).
fn from_where(headers: &HeaderMap, size: u64) -> u64 {
    headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok()?.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok())
        .filter(|from| *from < size)
        .unwrap_or(0)
}

/// Reads a packet off the shelf piece by piece, as fast as the caller takes it.
async fn read_out(
    station: Arc<Station>,
    log_index: u64,
    from: u64,
    size: u64,
    pieces: mpsc::Sender<io::Result<Bytes>>,
) {
    let mut at = from;
    while at < size {
        let piece = match station.shelf.piece(log_index, at, PIECE).await {
            Ok(piece) if !piece.is_empty() => Ok(Bytes::from(piece)),
            Ok(_) => Err(io::ErrorKind::UnexpectedEof.into()),
            Err(error) => Err(io::Error::other(error)),
        };
        at += piece.as_ref().map_or(size, |piece| piece.len() as u64);
        if pieces.send(piece).await.is_err() {
            // The caller is gone.
            return;
        }
    }
}

/// A body whose length is known and whose pieces come one by one.
struct Pieces {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    left: u64,
}

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = self.pieces.poll_recv(context);
        if let Poll::Ready(Some(Ok(piece))) = &piece {
            self.left = self.left.saturating_sub(piece.len() as u64);
        }
        piece.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

/// `POST /v1/packets/{sha256}/collected`: an addressee says, signed, that it has the packet durably. Said twice is said
/// once.
pub async fn tick_off(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
    body: Body,
) -> Result<Response, Problem> {
    let sha256 = name(&sha256)?;
    let bytes = receive(body, MOST_COLLECTION, station.pace(), &station.folder).await?.into_bytes()?;
    let found = station.shelf.find(sha256).await?.ok_or(Problem::NoSuchPacket)?;
    if !found.addressee.includes(caller.id, caller.role) {
        return Err(Problem::NoSuchPacket);
    }
    let statement = UnverifiedStatement::parse(&bytes).map_err(Problem::BadCollection)?;
    if statement.kind() != Kind::Collection {
        return Err(Problem::BadCollection(StatementError::WrongKind));
    }
    let signed = caller.roster.verify::<CollectionV1>(statement).map_err(Problem::BadCollection)?;
    if signed.payload.packet.0 != sha256 {
        return Err(Problem::BadRequest("the statement of collection names another packet"));
    }
    if signed.statement.signer() != caller.id {
        return Err(Problem::BadRequest("a member collects in his own name"));
    }
    let collection = Collection {
        log_index: found.log_index,
        member: caller.id,
        statement: bytes,
        holders: caller.roster.addressed(&found.addressee).iter().map(|member| member.id()).collect(),
    };
    station.shelf.collect(collection).await?;
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_takes_two_numbers_and_nothing_else() {
        assert_eq!(asked(""), Ok((0, 0)));
        assert_eq!(asked("after=17&wait=9"), Ok((17, 9)));
        assert_eq!(asked("wait=100000"), Ok((0, 60)));
        for bad in ["after=", "after=-1", "after", "afer=1", "wait=1.5"] {
            assert!(asked(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_download_goes_on_where_it_left_off_or_starts_over() {
        let of = |range: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(range));
            from_where(&headers, 100)
        };
        assert_eq!((of("bytes=40-"), of("bytes=99-")), (40, 99));
        for whole in ["bytes=100-", "bytes=-5", "bytes=1-2", "lines=4-", "bytes=x-"] {
            assert_eq!(of(whole), 0, "{whole}");
        }
        assert_eq!(from_where(&HeaderMap::new(), 100), 0);
    }
}
