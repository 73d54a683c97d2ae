//! The road over the network: the relay's interface, spoken by one connection that is kept open.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use backon::BlockingRetryable;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::{CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, RANGE};
use reqwest::redirect;
use reqwest::{Method, StatusCode};

use crate::courier::persistence::Persistence;
use crate::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent};
use crate::crypto::handshake::{BrokenOff, broken_off, calling};
use crate::crypto::transport::{TransportKey, TransportPublicKey};
use crate::domain::ids::Digest;
use crate::domain::people::Role;
use crate::wire::packet::{MOST, Packet};
use crate::wire::receipt::{CollectionV1, ReceiptV1};
use crate::wire::relay_api::{ProblemCode, ProblemV1, STATEMENT_TYPE, WAITING_HEADER, WaitingV1};
use crate::wire::roster::Roster;
use crate::wire::statement::{Signed, UnverifiedStatement, digest_of};

/// How long reaching the relay may take. At 2.4 kbit/s the handshake alone takes twenty seconds.
const CONNECT: Duration = Duration::from_secs(60);
/// How long an answer, or the next piece of one, may be awaited.
const PATIENCE: Duration = Duration::from_secs(90);
/// Bytes a second below which a line counts as dead: an upload is given the time it takes at this rate.
const SLOWEST: u64 = 50;
/// Most bytes of a small answer: a receipt, a problem.
const MOST_SMALL: u64 = 16 << 10;
/// Most bytes of one page of a listing.
const MOST_PAGE: u64 = 256 << 10;
/// Most bytes of a roster; the roster itself refuses more.
const MOST_ROSTER: u64 = 8 << 20;
/// Most packets in one listing; the rest comes with the next, when these are collected.
const MOST_LISTED: usize = 10_000;

/// The relay, as a member reaches it.
pub struct RelayClient {
    client: Client,
    base: String,
    roster: Arc<Roster>,
    persistence: Persistence,
}

impl RelayClient {
    /// A way to the relay at `address` (host and port) for the holder of `key`. Only an active relay of `roster` is
    /// spoken to, and only its receipts count. Nothing is connected yet.
    ///
    /// # Errors
    /// [`RoadError::Unusable`] when the roster names no relay, or TLS cannot be set up.
    pub fn new(
        address: &str,
        key: &TransportKey,
        roster: Arc<Roster>,
        persistence: Persistence,
    ) -> Result<Self, RoadError> {
        let unusable = |why: String| RoadError::Unusable { why };
        let relays = relays_of(&roster);
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
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .pool_idle_timeout(Duration::from_secs(100))
            .pool_max_idle_per_host(1);
        // Patience with progress: an upload is given up when the other end acknowledges nothing for so long.
        #[cfg(any(target_os = "linux", target_os = "android"))]
        let client = client.tcp_user_timeout(PATIENCE);
        let client = client.build().map_err(|error| unusable(error.without_url().to_string()))?;
        Ok(Self { client, base: format!("https://{address}/v1"), roster, persistence })
    }

    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/{path}", self.base))
    }

    /// Does something until it succeeds, fails for good, or the tries are used up.
    fn persist<T>(&self, mut once: impl FnMut() -> Result<T, RoadError>) -> Result<T, RoadError> {
        let not_reached = |error: &RoadError| matches!(error, RoadError::NotReached { .. });
        (move || once()).retry(self.persistence.pauses()).when(not_reached).call()
    }

    fn send_once(&self, packet: &Packet) -> Result<Sent, RoadError> {
        let size = packet.bytes().len() as u64;
        let answer = self
            .ask(Method::PUT, &format!("packets/{}", packet.digest()))
            .timeout(PATIENCE + Duration::from_secs(size / SLOWEST))
            .body(packet.bytes().to_vec())
            .send()
            .map_err(not_reached)?;
        let already = match answer.status() {
            StatusCode::CREATED => false,
            StatusCode::OK => true,
            _ => return Err(refusal(answer)),
        };
        let waiting =
            answer.headers().get(WAITING_HEADER).and_then(|count| count.to_str().ok()?.parse().ok());
        let receipt = Some(self.receipt(&small(answer, MOST_SMALL)?, packet.digest())?);
        Ok(match already {
            false => Sent::Taken { receipt, waiting },
            true => Sent::AlreadyThere { receipt, waiting },
        })
    }

    /// A receipt counts when an active relay of the roster signed it for this very packet.
    fn receipt(&self, bytes: &[u8], packet: Digest) -> Result<Signed<ReceiptV1>, RoadError> {
        let receipt = UnverifiedStatement::parse(bytes)
            .and_then(|statement| self.roster.verify::<ReceiptV1>(statement))
            .map_err(|error| damaged(format!("the relay's receipt cannot be accepted: {error}")))?;
        match receipt.payload.packet.0 == packet {
            true => Ok(receipt),
            false => Err(damaged("the relay's receipt is for another packet".to_owned())),
        }
    }

    fn page(&self, after: u64) -> Result<WaitingV1, RoadError> {
        let path = if after == 0 { "packets".to_owned() } else { format!("packets?after={after}") };
        let answer = self.ask(Method::GET, &path).send().map_err(not_reached)?;
        if answer.status() != StatusCode::OK {
            return Err(refusal(answer));
        }
        WaitingV1::read(&small(answer, MOST_PAGE)?)
            .ok_or_else(|| damaged("the relay's list of waiting packets cannot be read".to_owned()))
    }

    /// Goes on where a cut line left off: `got` is what came before.
    fn fetch_once(&self, arrival: &Arrival, got: &mut Vec<u8>) -> Result<(), RoadError> {
        let mut asked = self.ask(Method::GET, &format!("packets/{}", arrival.sha256));
        if !got.is_empty() {
            asked = asked.header(RANGE, format!("bytes={}-", got.len()));
        }
        let answer = asked.send().map_err(not_reached)?;
        match answer.status() {
            StatusCode::PARTIAL_CONTENT => {}
            StatusCode::OK => got.clear(),
            _ => return Err(refusal(answer)),
        }
        let room = arrival.size.saturating_sub(got.len() as u64);
        // What was read before an error stays in `got`.
        answer.take(room + 1).read_to_end(got).map_err(broke)?;
        if (got.len() as u64) < arrival.size {
            return Err(broke(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(())
    }

    fn collected_once(&self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        let answer = self
            .ask(Method::POST, &format!("packets/{}/collected", word.payload.packet.0))
            .header(CONTENT_TYPE, HeaderValue::from_static(STATEMENT_TYPE))
            .body(word.statement.bytes().to_vec())
            .send()
            .map_err(not_reached)?;
        if answer.status().is_success() { Ok(()) } else { Err(refusal(answer)) }
    }

    fn roster_once(&self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        let mut asked = self.ask(Method::GET, "roster");
        if let Some(epoch) = held {
            asked = asked.header(IF_NONE_MATCH, format!("\"{epoch}\""));
        }
        let answer = asked.send().map_err(not_reached)?;
        match answer.status() {
            StatusCode::OK if answer.headers().contains_key(ETAG) => Ok(Some(small(answer, MOST_ROSTER)?)),
            StatusCode::NOT_MODIFIED => Ok(None),
            _ => Err(refusal(answer)),
        }
    }
}

impl Road for RelayClient {
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        self.persist(|| self.send_once(packet))
    }

    /// The relay lists what waits for whoever connects; `me` is told by the key.
    fn waiting(&mut self, _: &Myself) -> Result<Listing, RoadError> {
        let mut listing = Listing::default();
        let mut after = 0;
        loop {
            let page = self.persist(|| self.page(after))?;
            listing.arrivals.extend(page.packets.iter().map(|one| Arrival {
                sha256: one.sha256.0,
                size: one.size,
                precedence: one.precedence.0,
            }));
            // A cursor that stands still would go round for ever.
            if !page.more || page.cursor <= after || listing.arrivals.len() >= MOST_LISTED {
                return Ok(listing);
            }
            after = page.cursor;
        }
    }

    fn fetch(&mut self, arrival: &Arrival) -> Result<Vec<u8>, RoadError> {
        if arrival.size > MOST as u64 {
            return Err(damaged("the relay announces a packet larger than any may be".to_owned()));
        }
        let mut got = Vec::new();
        self.persist(|| self.fetch_once(arrival, &mut got))?;
        match digest_of(&got) == arrival.sha256 {
            true => Ok(got),
            false => Err(damaged("the relay handed over other bytes than were asked for".to_owned())),
        }
    }

    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        self.persist(|| self.collected_once(word))
    }

    fn roster(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        self.persist(|| self.roster_once(held))
    }
}

/// The keys of every active relay.
fn relays_of(roster: &Roster) -> Vec<TransportPublicKey> {
    let relays = roster.active().filter(|member| member.role.0 == Role::Relay);
    relays.filter_map(|member| member.transport_key.as_ref().map(|key| key.0)).collect()
}

fn damaged(what: String) -> RoadError {
    RoadError::Damaged { what }
}

/// A line that broke while an answer was being read.
fn broke(error: io::Error) -> RoadError {
    RoadError::NotReached { why: format!("the line broke ({})", error.kind()) }
}

fn not_reached(error: reqwest::Error) -> RoadError {
    match broken_off(&error) {
        Some(BrokenOff::ByThem) => RoadError::refused(ProblemCode::NotAMember),
        Some(BrokenOff::ByUs) => RoadError::WrongRelay,
        None => {
            let why = if error.is_timeout() {
                "no answer came in time"
            } else if error.is_connect() {
                "no connection could be made"
            } else {
                "the line broke"
            };
            RoadError::NotReached { why: why.to_owned() }
        }
    }
}

/// Reads an answer of at most `most` bytes.
fn small(answer: Response, most: u64) -> Result<Vec<u8>, RoadError> {
    let mut bytes = Vec::new();
    answer.take(most + 1).read_to_end(&mut bytes).map_err(broke)?;
    if bytes.len() as u64 > most {
        return Err(damaged("the relay's answer is larger than any may be".to_owned()));
    }
    Ok(bytes)
}

/// What a relay says no with.
fn refusal(answer: Response) -> RoadError {
    let status = answer.status();
    let problem = small(answer, MOST_SMALL).ok().and_then(|bytes| ProblemV1::read(&bytes));
    match problem {
        Some(problem) => RoadError::refused(problem.code.0),
        None if status.is_server_error() => RoadError::refused(ProblemCode::CannotStore),
        None => damaged(format!("the relay answered {status} and no more")),
    }
}
