//! The road over the network: the relay's interface, spoken by one connection that is kept open.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use backon::BlockingRetryable;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::{CONTENT_TYPE, HeaderValue, IF_RANGE, RANGE};
use reqwest::{Method, StatusCode};

use crate::courier::answers::{
    MOST_SMALL, broke, damaged, given_up, not_reached, odd_offset, offset, receipt, refusal, small, told,
};
use crate::courier::connection::connection;
use crate::courier::heard::Heard;
use crate::courier::line::{Crossing, Gauge, Line};
use crate::courier::pace::{Pace, Patience, tick};
use crate::courier::persistence::Persistence;
use crate::courier::road::{Arrival, Listing, Myself, Road, RoadError, Sent};
use crate::crypto::transport::TransportKey;
use crate::domain::ids::Digest;
use crate::wire::packet::{MOST, Packet};
use crate::wire::receipt::CollectionV1;
use crate::wire::relay_api::{LENGTH_HEADER, OFFSET_HEADER, ProblemCode, STATEMENT_TYPE, WaitingV1};
use crate::wire::roster::Roster;
use crate::wire::statement::{Signed, SignedStatement, digest_of};

/// Most bytes of one page of a listing.
const MOST_PAGE: u64 = 256 << 10;
/// Most packets in one listing; the rest comes with the next, when these are collected.
const MOST_LISTED: usize = 10_000;
/// Packets up to this many bytes are sent again rather than asked for.
const SMALL: usize = 2 << 10;
/// Bytes of a download that are kept at a time.
const STEP: u64 = 16 << 10;
/// How often in one try the relay may say that it stands elsewhere.
const MOST_CONFLICTS: usize = 3;

/// The relay, as a member reaches it.
pub struct RelayClient {
    client: Client,
    base: String,
    roster: Arc<Roster>,
    persistence: Persistence,
    pace: Pace,
    gauge: Gauge,
    /// Whether the next question opens the line first, as far as can be told.
    closed: bool,
    heard: Heard,
}

/// What is known of a packet at the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It may hold some of it.
    Unknown,
    /// It holds so many bytes.
    Holds(u64),
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
        Self::with_patience(address, key, roster, persistence, Patience::default())
    }

    /// The same with another patience.
    ///
    /// # Errors
    /// As [`RelayClient::new`].
    pub fn with_patience(
        address: &str,
        key: &TransportKey,
        roster: Arc<Roster>,
        persistence: Persistence,
        patience: Patience,
    ) -> Result<Self, RoadError> {
        let client = connection(key, &roster, patience)?;
        let (base, pace) = (format!("https://{address}/v1"), Pace::new(patience));
        let (gauge, heard) = (Gauge::default(), Heard::default());
        Ok(Self { client, base, roster, persistence, pace, gauge, closed: true, heard })
    }

    pub(super) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/{path}", self.base))
    }

    /// Asks something short, and listens to what the answer says beside.
    pub(super) fn reach(&mut self, request: RequestBuilder) -> Result<Response, RoadError> {
        self.carry(request, Crossing::piece(0, false)).map(|(answer, _)| answer)
    }

    /// Asks, and tells how long the answer took to what puts so much on the line.
    fn carry(
        &mut self,
        request: RequestBuilder,
        crossing: Crossing,
    ) -> Result<(Response, Duration), RoadError> {
        let begun = tick();
        let answer = request.send().map_err(|error| {
            self.closed = true;
            if error.is_timeout() {
                self.pace.stalled();
            }
            not_reached(error)
        })?;
        let took = tick().saturating_duration_since(begun);
        let opened = std::mem::replace(&mut self.closed, false);
        self.gauge.saw(if opened { Crossing::opening().and(crossing) } else { crossing }, took);
        self.heard = told(&answer).or(self.heard);
        Ok((answer, took))
    }

    /// Does something until it succeeds, fails for good, or the tries are used up. `came` tells how far it is: a try
    /// that came further is not counted, so that a line that breaks every minute is never given up for that.
    fn persist<T>(
        &mut self,
        once: &mut dyn FnMut(&mut Self, &mut u64) -> Result<T, RoadError>,
    ) -> Result<T, RoadError> {
        let not_reached = |error: &RoadError| matches!(error, RoadError::NotReached { .. });
        let (mut came, pauses) = (0, self.persistence.pauses());
        loop {
            let before = came;
            let outcome = (|| once(self, &mut came)).retry(pauses).when(not_reached).call();
            match outcome {
                Err(RoadError::NotReached { .. }) if came > before && self.persistence.tries > 1 => {}
                outcome => return outcome,
            }
        }
    }

    /// Sends until the relay has all of it or somebody says no, from wherever it stands.
    fn send_from(
        &mut self,
        packet: &Packet,
        standing: &mut Standing,
        on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Option<Sent>, RoadError> {
        let mut conflicts = 0;
        loop {
            let from = match *standing {
                Standing::Holds(from) => from,
                Standing::Unknown => {
                    let from = self.ask_standing(packet.digest())?;
                    *standing = Standing::Holds(from);
                    if from > 0 && !on(from) {
                        return Ok(None);
                    }
                    from
                }
            };
            // Whatever happens from here to the answer, only the relay knows how much of this it holds.
            *standing = Standing::Unknown;
            let answer = self.send_piece(packet, from)?;
            match answer.status() {
                StatusCode::CREATED | StatusCode::OK => return self.sent(packet, answer).map(Some),
                StatusCode::NO_CONTENT => {
                    let holds = offset(&answer).filter(|holds| *holds > from).ok_or_else(odd_offset)?;
                    *standing = Standing::Holds(holds);
                    if !on(holds) {
                        return Ok(None);
                    }
                }
                StatusCode::CONFLICT if conflicts < MOST_CONFLICTS => {
                    conflicts += 1;
                    *standing = offset(&answer).map_or(Standing::Unknown, Standing::Holds);
                }
                _ => return Err(refusal(answer)),
            }
        }
    }

    /// How many bytes of a packet the relay holds, on its disk.
    fn ask_standing(&mut self, packet: Digest) -> Result<u64, RoadError> {
        let answer = self.reach(self.ask(Method::HEAD, &format!("packets/{packet}")))?;
        match answer.status() {
            StatusCode::NO_CONTENT => offset(&answer).ok_or_else(odd_offset),
            StatusCode::NOT_FOUND => Ok(0),
            // An answer to this question has no body that could say why.
            StatusCode::FORBIDDEN => Err(RoadError::refused(ProblemCode::NotAMember)),
            _ => Err(refusal(answer)),
        }
    }

    /// One request: the whole packet if it fits in a piece, otherwise the next piece.
    fn send_piece(&mut self, packet: &Packet, from: u64) -> Result<Response, RoadError> {
        let (size, path) = (packet.bytes().len() as u64, format!("packets/{}", packet.digest()));
        let rest =
            usize::try_from(from).ok().and_then(|from| packet.bytes().get(from..)).ok_or_else(odd_offset)?;
        let most = usize::try_from(self.pace.piece(rest.len() as u64)).unwrap_or(usize::MAX);
        let piece = rest.get(..most).unwrap_or(rest);
        let asked = if piece.len() == packet.bytes().len() {
            self.ask(Method::PUT, &path)
        } else {
            self.ask(Method::PATCH, &path).header(OFFSET_HEADER, from).header(LENGTH_HEADER, size)
        };
        let bytes = piece.len() as u64;
        let asked = asked.timeout(self.pace.time_for(bytes)).body(piece.to_vec());
        let (answer, took) = self.carry(asked, Crossing::piece(bytes, most >= rest.len()))?;
        if answer.status().is_success() && bytes > 0 {
            self.pace.went(bytes, took);
        }
        Ok(answer)
    }

    fn sent(&self, packet: &Packet, answer: Response) -> Result<Sent, RoadError> {
        let (new, waiting) = (answer.status() == StatusCode::CREATED, self.heard.waiting);
        let receipt = Some(receipt(&self.roster, &small(answer, MOST_SMALL)?, packet.digest())?);
        Ok(match new {
            true => Sent::Taken { receipt, waiting },
            false => Sent::AlreadyThere { receipt, waiting },
        })
    }

    fn page(&mut self, after: u64) -> Result<WaitingV1, RoadError> {
        let path = if after == 0 { "packets".to_owned() } else { format!("packets?after={after}") };
        let answer = self.reach(self.ask(Method::GET, &path))?;
        if answer.status() != StatusCode::OK {
            return Err(refusal(answer));
        }
        WaitingV1::read(&small(answer, MOST_PAGE)?)
            .ok_or_else(|| damaged("the relay's list of waiting packets cannot be read".to_owned()))
    }

    /// Goes on where a cut line left off: `got` is what came before. Tells whether it came to the end.
    fn fetch_once(
        &mut self,
        arrival: &Arrival,
        got: &mut Vec<u8>,
        keep: &mut dyn FnMut(u64, &[u8]) -> bool,
    ) -> Result<bool, RoadError> {
        let mut asked = self.ask(Method::GET, &format!("packets/{}", arrival.sha256));
        if !got.is_empty() {
            let tag = format!("\"{}\"", arrival.sha256);
            asked = asked.header(RANGE, format!("bytes={}-", got.len())).header(IF_RANGE, tag);
        }
        let answer = self.reach(asked)?;
        match answer.status() {
            StatusCode::PARTIAL_CONTENT => {}
            StatusCode::OK => got.clear(),
            _ => return Err(refusal(answer)),
        }
        let mut body = answer.take(arrival.size.saturating_sub(got.len() as u64) + 1);
        loop {
            let at = got.len();
            // What was read before an error stays in `got`.
            let outcome = body.by_ref().take(STEP).read_to_end(got);
            let piece = got.get(at..).unwrap_or_default();
            let go_on = piece.is_empty() || keep(at as u64, piece);
            match outcome {
                Err(error) => return Err(broke(error)),
                Ok(0) if (got.len() as u64) < arrival.size => {
                    return Err(broke(io::ErrorKind::UnexpectedEof.into()));
                }
                Ok(0) => return Ok(true),
                Ok(_) if !go_on => return Ok(false),
                Ok(_) => {}
            }
        }
    }

    fn collected_once(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        let asked = self
            .ask(Method::POST, &format!("packets/{}/collected", word.payload.packet.0))
            .header(CONTENT_TYPE, HeaderValue::from_static(STATEMENT_TYPE))
            .body(word.statement.bytes().to_vec());
        let answer = self.reach(asked)?;
        if answer.status().is_success() { Ok(()) } else { Err(refusal(answer)) }
    }
}

impl Road for RelayClient {
    fn send(&mut self, packet: &Packet) -> Result<Sent, RoadError> {
        self.send_on(packet, false, &mut |_| true)?.ok_or_else(given_up)
    }

    fn send_on(
        &mut self,
        packet: &Packet,
        tried: bool,
        on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Option<Sent>, RoadError> {
        // Asking what a small packet came to costs about as much as sending it.
        let worth_asking = packet.bytes().len() > SMALL;
        let mut standing = if tried && worth_asking { Standing::Unknown } else { Standing::Holds(0) };
        self.persist(&mut |client, came| {
            if standing == Standing::Unknown && !worth_asking {
                standing = Standing::Holds(0);
            }
            client.send_from(packet, &mut standing, &mut |holds| {
                *came = holds.max(*came);
                on(holds)
            })
        })
    }

    fn heard(&mut self) -> Heard {
        std::mem::take(&mut self.heard)
    }

    fn line(&self) -> Option<Line> {
        self.gauge.line()
    }

    /// The relay lists what waits for whoever connects; `me` is told by the key.
    fn waiting(&mut self, _: &Myself) -> Result<Listing, RoadError> {
        let mut listing = Listing::default();
        let mut after = 0;
        loop {
            let page = self.persist(&mut |client, _| client.page(after))?;
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
        self.fetch_on(arrival, Vec::new(), &mut |_, _| true)?.ok_or_else(given_up)
    }

    fn fetch_on(
        &mut self,
        arrival: &Arrival,
        held: Vec<u8>,
        keep: &mut dyn FnMut(u64, &[u8]) -> bool,
    ) -> Result<Option<Vec<u8>>, RoadError> {
        if arrival.size > MOST as u64 {
            return Err(damaged("the relay announces a packet larger than any may be".to_owned()));
        }
        // More than there can be is no beginning of it. All of it is: then nothing is left to ask for but the end.
        let mut got = if (held.len() as u64) < arrival.size { held } else { Vec::new() };
        let whole = self.persist(&mut |client, came| {
            let outcome = client.fetch_once(arrival, &mut got, keep);
            *came = (got.len() as u64).max(*came);
            outcome
        })?;
        match whole {
            false => Ok(None),
            true if digest_of(&got) == arrival.sha256 => Ok(Some(got)),
            true => Err(damaged("the relay handed over other bytes than were asked for".to_owned())),
        }
    }

    fn collected(&mut self, word: &Signed<CollectionV1>) -> Result<(), RoadError> {
        self.persist(&mut |client, _| client.collected_once(word))
    }

    fn roster(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        self.persist(&mut |client, _| client.roster_once(held))
    }

    fn tell(&mut self, amendments: &[SignedStatement]) -> Result<Option<Vec<Digest>>, RoadError> {
        self.persist(&mut |client, _| client.tell_all(amendments)).map(Some)
    }

    fn amendments(&mut self, after: u64) -> Result<Option<(Vec<u8>, u64)>, RoadError> {
        self.persist(&mut |client, _| client.amendments_once(after))
    }
}
