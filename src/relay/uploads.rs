//! A packet comes in.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use tokio::task::spawn_blocking;

use crate::domain::ids::Digest;
use crate::domain::marking::{AboveCeiling, Ceiling};
use crate::domain::time::Timestamp;
use crate::relay::intake::{discard, receive};
use crate::relay::problem::Problem;
use crate::relay::register::{Caller, counts};
use crate::relay::shelf::facts::Deposit;
use crate::relay::station::Station;
use crate::wire::packet::{MOST, Packet, UnverifiedPacket};
use crate::wire::relay_api::{STATEMENT_TYPE, WAITING_HEADER};
use crate::wire::roster::Roster;
use crate::wire::statement::{SignerError, StatementError, digest_of};

/// Reads the name of a packet from an address.
pub fn name(text: &str) -> Result<Digest, Problem> {
    text.parse().map_err(|_| Problem::BadRequest("the name of a packet is 64 lower-case hexadecimal digits"))
}

/// `PUT /v1/packets/{sha256}`: keeps a packet and answers with its receipt. Any active member may bring what another
/// member has labelled: the road is not the sender.
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
    let received = receive(body, MOST, station.pace(), &station.folder).await?;
    let turn = if received.is_large() { station.large.acquire().await.ok() } else { None };
    let (roster, now) = (Arc::clone(&caller.roster), (station.clock)());
    let packet = spawn_blocking(move || accept(received.into_bytes()?, sha256, &roster, now))
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
    drop(turn);
    // Power may fail here, or the line: packet and receipt are on the disk, and the carrier does not know. He sends
    // again and gets the same receipt.
    if deposited.new {
        station.bells.ring(&addressee);
    }
    let waiting = station.shelf.count_waiting(caller.id, caller.role).await?;
    let mut answer = Response::new(Body::from(deposited.receipt));
    *answer.status_mut() = if deposited.new { StatusCode::CREATED } else { StatusCode::OK };
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(STATEMENT_TYPE));
    answer.headers_mut().insert(WAITING_HEADER, HeaderValue::from(waiting));
    Ok(answer)
}

/// Everything that must hold before a packet is looked at.
fn may_take(station: &Station, sha256: &str) -> Result<Digest, Problem> {
    let sha256 = name(sha256)?;
    if station.register.is_relay(&station.receipts_by) { Ok(sha256) } else { Err(Problem::RelayVoid) }
}

/// Everything that must hold before a packet is kept.
fn accept(bytes: Vec<u8>, name: Digest, roster: &Roster, now: Timestamp) -> Result<Packet, Problem> {
    if digest_of(&bytes) != name {
        return Err(Problem::WrongName);
    }
    let packet = UnverifiedPacket::parse(bytes)?.verify(roster)?;
    let sender = roster.member(packet.label_statement().signer());
    if !sender.is_some_and(|sender| counts(sender, now)) {
        return Err(Problem::BadSender(StatementError::Signer(SignerError::Revoked)));
    }
    let above = |error: AboveCeiling| Problem::AboveCeiling(error);
    Ceiling(roster.limits().ceiling.0).permits(packet.label().marking.0).map_err(above)?;
    Ok(packet)
}

/// `HEAD /v1/packets/{sha256}`: whether the packet has arrived, for those who sent, brought or await it. The header
/// names are those of the IETF draft on resumable uploads.
pub async fn presence(
    State(station): State<Arc<Station>>,
    Extension(caller): Extension<Caller>,
    Path(sha256): Path<String>,
) -> Result<Response, Problem> {
    let found = station.shelf.find(name(&sha256)?).await?.ok_or(Problem::NoSuchPacket)?;
    if found.carrier != caller.id && !caller.may_read(&found.addressee, found.sender) {
        return Err(Problem::NoSuchPacket);
    }
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    answer.headers_mut().insert("upload-offset", HeaderValue::from(found.size));
    answer.headers_mut().insert("upload-complete", HeaderValue::from_static("?1"));
    Ok(answer)
}
