//! A packet comes in: in one request if the line holds, and otherwise from where it broke.
//!
//! ```text
//!  PUT ─ within a step ─▶ memory ─────────────────┐
//!  PUT ─ larger, or cut ─▶ unfinished ─ HEAD ─ PATCH ┴▶ name? label? realm? marking? ─▶ shelf ─▶ receipt
//! ```

use std::sync::Arc;

use axum::body::{Body, HttpBody as _};
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use tokio::task::spawn_blocking;

use crate::domain::ids::{Digest, MemberId};
use crate::domain::marking::{AboveCeiling, Ceiling};
use crate::relay::intake::{Watch, discard, receive};
use crate::relay::problem::Problem;
use crate::relay::register::{Caller, counts};
use crate::relay::shelf::facts::{Deposit, Shelved};
use crate::relay::station::Station;
use crate::relay::unfinished::{CannotAppend, Held, STEP, Turn};
use crate::wire::packet::{FRONT, MOST, MOST_URGENT, Packet, UnverifiedPacket, claimed_at_the_front};
use crate::wire::relay_api::{COMPLETE_HEADER, LENGTH_HEADER, OFFSET_HEADER, STATEMENT_TYPE, WAITING_HEADER};
use crate::wire::statement::{SignerError, StatementError, digest_of};

/// Reads the name of a packet from an address.
pub fn name(text: &str) -> Result<Digest, Problem> {
    text.parse().map_err(|_| Problem::BadRequest("the name of a packet is 64 lower-case hexadecimal digits"))
}

/// `PUT /v1/packets/{sha256}`: keeps a packet and answers with its receipt. Any active member may bring what another
/// member has labelled: the road is not the sender.
///
/// Of a packet whose size is told, what came is kept when the line breaks, and `PATCH` goes on from there.
pub async fn take(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
    body: Body,
) -> Result<Response, Problem> {
    let sha256 = match may_take(&station, &sha256) {
        Ok(sha256) => sha256,
        Err(problem) => {
            discard(body, station.pace()).await;
            return Err(problem);
        }
    };
    let Some(size) = body.size_hint().exact() else {
        let received = receive(body, MOST, station.pace(), &station.folder).await?;
        let turn = if received.is_large() { station.large.acquire().await.ok() } else { None };
        let answer = keep(&station, &caller, sha256, move || received.into_bytes()).await;
        drop(turn);
        return answer;
    };
    if size > MOST as u64 {
        return Err(Problem::TooLarge);
    }
    // On a task of its own: the line that brings it may break, and what came must be written all the same.
    let task = tokio::spawn(async move { arrive(station, caller, sha256, size, body).await });
    task.await.map_err(|error| Problem::CannotSpool(error.to_string()))?
}

/// Takes a packet of this size in. What is whole within one step never touches the disk on its own; anything else, and
/// whatever breaks off, is kept where it stands.
async fn arrive(
    station: Arc<Station>,
    caller: Caller,
    sha256: Digest,
    size: u64,
    body: Body,
) -> Result<Response, Problem> {
    let (mut body, mut watch, mut first) = (body, Watch::new(station.pace()), Vec::new());
    let ended = loop {
        if first.len() as u64 > STEP {
            break None;
        }
        match watch.next(&mut body).await {
            Ok(Some(piece)) => first.extend_from_slice(&piece),
            Ok(None) => break Some(Ok(())),
            Err(problem) => break Some(Err(problem)),
        }
    };
    if let Some(Ok(())) = ended {
        return keep(&station, &caller, sha256, move || Ok(first)).await;
    }
    if let (None, Some(known)) = (&ended, known(&station, &caller, sha256).await?) {
        discard(body, station.pace()).await;
        return receipt(&station, &caller, known).await;
    }
    // Said before the rest of it crosses the line.
    if let Err(problem) = hurries_rightly(&first, size) {
        discard(body, station.pace()).await;
        return Err(problem);
    }
    let (key, now, to) = ((caller.id, sha256), (station.clock)(), Arc::clone(&station));
    let turn = on_disk(move || {
        let turn = to.unfinished.begin(key, size.max(1), now)?;
        turn.append(&first, now)?;
        turn.rest()?;
        Ok(turn)
    })
    .await?;
    match ended {
        Some(outcome) => Err(outcome.err().unwrap_or(Problem::Stalled)),
        None => go_on(station, caller, sha256, turn, body).await,
    }
}

/// `PATCH /v1/packets/{sha256}`: goes on from `Upload-Offset` with a packet of `Upload-Length` bytes. When that makes it
/// whole, the answer is that of `PUT`; otherwise it tells how far it is, on the disk.
pub async fn carry_on(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let turn = begin_again(&station, &caller, &sha256, &headers, body.size_hint().lower()).await;
    match turn {
        Ok(Ok((sha256, turn))) => {
            // On a task of its own, as above.
            let task = tokio::spawn(async move { go_on(station, caller, sha256, turn, body).await });
            task.await.map_err(|error| Problem::CannotSpool(error.to_string()))?
        }
        Ok(Err(known)) => {
            discard(body, station.pace()).await;
            receipt(&station, &caller, known).await
        }
        Err(problem) => {
            discard(body, station.pace()).await;
            Err(problem)
        }
    }
}

/// Everything that must hold before a byte of the rest is taken; or the packet, if it is on the shelf by now.
async fn begin_again(
    station: &Arc<Station>,
    caller: &Caller,
    sha256: &str,
    headers: &HeaderMap,
    announced: u64,
) -> Result<Result<(Digest, Turn), Shelved>, Problem> {
    let sha256 = may_take(station, sha256)?;
    let number = |name: &str| headers.get(name).and_then(|number| number.to_str().ok()?.parse::<u64>().ok());
    let (Some(from), Some(total)) = (number(OFFSET_HEADER), number(LENGTH_HEADER)) else {
        return Err(Problem::BadRequest("an upload goes on with Upload-Offset and Upload-Length"));
    };
    if total > MOST as u64 || from.checked_add(announced).is_none_or(|end| end > total) {
        return Err(Problem::TooLarge);
    }
    if let Some(known) = known(station, caller, sha256).await? {
        return Ok(Err(known));
    }
    let (key, now, to) = ((caller.id, sha256), (station.clock)(), Arc::clone(station));
    let turn = on_disk(move || to.unfinished.go_on(key, from, total, now)).await?;
    Ok(Ok((sha256, turn)))
}

/// Takes what comes, and keeps the packet when it is whole.
async fn go_on(
    station: Arc<Station>,
    caller: Caller,
    sha256: Digest,
    turn: Turn,
    body: Body,
) -> Result<Response, Problem> {
    let (held, turn) = append_all(&station, turn, body).await?;
    if held.so_far < held.of {
        return Ok(standing(held, false));
    }
    let large = station.large.acquire().await.ok();
    let read = move || turn.read().map_err(|error| Problem::CannotSpool(error.to_string()));
    let answer = keep(&station, &caller, sha256, read).await;
    drop(large);
    // Power may fail here: the packet is on the shelf and its parts lie there still. They are never asked for again and
    // go when their time is over.
    if !matches!(answer, Err(Problem::CannotStore(_) | Problem::CannotSpool(_))) {
        let to = Arc::clone(&station);
        on_disk(move || Ok(to.unfinished.forget((caller.id, sha256))?)).await?;
    }
    answer
}

/// Writes a body piece by piece as it comes. However it ends, what came is on the disk then.
async fn append_all(station: &Station, turn: Turn, body: Body) -> Result<(Held, Turn), Problem> {
    let (mut body, mut turn, mut watch) = (body, turn, Watch::new(station.pace()));
    let ended = loop {
        let piece = match watch.next(&mut body).await {
            Ok(Some(piece)) => piece,
            Ok(None) => break Ok(()),
            Err(problem) => break Err(problem),
        };
        if piece.len() as u64 > turn.room() {
            break Err(Problem::TooLarge);
        }
        let now = (station.clock)();
        turn = on_disk(move || turn.append(&piece, now).map(|()| turn)).await?;
    };
    let (held, turn) = on_disk(move || turn.rest().map(|held| (held, turn))).await?;
    ended.map(|()| (held, turn))
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CannotAppend> + Send + 'static,
) -> Result<T, Problem> {
    let done = spawn_blocking(work).await.map_err(|error| Problem::CannotSpool(error.to_string()))?;
    Ok(done?)
}

/// Checks a whole packet, keeps it, and answers with its receipt.
async fn keep(
    station: &Arc<Station>,
    caller: &Caller,
    sha256: Digest,
    bytes: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let (to, carrier) = (Arc::clone(station), caller.id);
    let packet = spawn_blocking(move || accept(bytes()?, sha256, carrier, &to))
        .await
        .map_err(|error| Problem::CannotSpool(error.to_string()))??;
    let addressee = packet.label().to.0.clone();
    let deposit = Deposit {
        sha256,
        addressee: addressee.clone(),
        sender: packet.label_statement().signer(),
        carrier: caller.id,
        precedence: packet.label().precedence.0,
        bytes: packet.into_bytes(),
    };
    let deposited = station.shelf.deposit(deposit).await?;
    // Power may fail here, or the line: packet and receipt are on the disk, and the carrier does not know. He sends
    // again and gets the same receipt.
    if deposited.new {
        station.bells.ring(&addressee);
    }
    let status = if deposited.new { StatusCode::CREATED } else { StatusCode::OK };
    receipted(station, caller, status, deposited.receipt).await
}

/// A packet that is on the shelf, if this caller may know it.
async fn known(station: &Station, caller: &Caller, sha256: Digest) -> Result<Option<Shelved>, Problem> {
    let found = station.shelf.find(sha256).await?;
    Ok(found.filter(|found| found.carrier == caller.id || caller.may_read(&found.addressee, found.sender)))
}

async fn receipt(station: &Station, caller: &Caller, known: Shelved) -> Result<Response, Problem> {
    let receipt = station.shelf.receipt(known.log_index).await?;
    receipted(station, caller, StatusCode::OK, receipt).await
}

async fn receipted(
    station: &Station,
    caller: &Caller,
    status: StatusCode,
    receipt: Vec<u8>,
) -> Result<Response, Problem> {
    let waiting = station.shelf.count_waiting(caller.id, caller.role).await?;
    let mut answer = Response::new(Body::from(receipt));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(STATEMENT_TYPE));
    answer.headers_mut().insert(WAITING_HEADER, HeaderValue::from(waiting));
    Ok(answer)
}

/// Everything that must hold before a packet is looked at.
fn may_take(station: &Station, sha256: &str) -> Result<Digest, Problem> {
    let sha256 = name(sha256)?;
    if station.register.is_relay(&station.receipts_by) { Ok(sha256) } else { Err(Problem::RelayVoid) }
}

/// Everything that must hold before a packet is kept, by the people in force when its last byte is here: it may have taken
/// days, and whoever began it may have lost his keys meanwhile.
fn accept(bytes: Vec<u8>, name: Digest, carrier: MemberId, station: &Station) -> Result<Packet, Problem> {
    if digest_of(&bytes) != name {
        return Err(Problem::WrongName);
    }
    station.register.refresh();
    let (roster, now) = (&*station.register.in_force(), (station.clock)());
    if !roster.member(carrier).is_some_and(|carrier| counts(carrier, now)) {
        return Err(Problem::NotAMember);
    }
    hurries_rightly(&bytes, bytes.len() as u64)?;
    let packet = UnverifiedPacket::parse(bytes)?.verify(roster)?;
    let sender = roster.member(packet.label_statement().signer());
    if !sender.is_some_and(|sender| counts(sender, now)) {
        return Err(Problem::BadSender(StatementError::Signer(SignerError::Revoked)));
    }
    let above = |error: AboveCeiling| Problem::AboveCeiling(error);
    Ceiling(roster.limits().ceiling.0).permits(packet.label().marking.0).map_err(above)?;
    Ok(packet)
}

/// Whether a packet of this size may claim what its front claims: a label that says IMMEDIATE must not bring what holds a
/// poor line for days. What cannot be read is found out when it is whole.
fn hurries_rightly(front: &[u8], size: u64) -> Result<(), Problem> {
    let front = front.get(..FRONT.min(front.len())).unwrap_or_default();
    let hurries = claimed_at_the_front(front, size).is_ok_and(|label| label.precedence.0.needs_release());
    if hurries && size > MOST_URGENT as u64 { Err(Problem::TooLargeToHurry) } else { Ok(()) }
}

/// `HEAD /v1/packets/{sha256}`: how much of the packet has arrived, for those who sent, brought or await it; of one that
/// is unfinished, for whoever brings it. The header names are those of the IETF draft on resumable uploads.
pub async fn presence(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
) -> Result<Response, Problem> {
    let sha256 = name(&sha256)?;
    if let Some(found) = known(&station, &caller, sha256).await? {
        return Ok(standing(Held { so_far: found.size, of: found.size }, true));
    }
    let (to, now) = (Arc::clone(&station), (station.clock)());
    let held = on_disk(move || Ok(to.unfinished.held((caller.id, sha256), now)?)).await?;
    held.map(|held| standing(held, false)).ok_or(Problem::NoSuchPacket)
}

fn standing(held: Held, on_the_shelf: bool) -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    let whole = if on_the_shelf { "?1" } else { "?0" };
    answer.headers_mut().insert(OFFSET_HEADER, HeaderValue::from(held.so_far));
    answer.headers_mut().insert(COMPLETE_HEADER, HeaderValue::from_static(whole));
    answer
}
