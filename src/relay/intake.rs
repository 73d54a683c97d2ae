//! Takes in the body of a request: never more than is allowed, never for longer than there is progress, and never all
//! of a large one in memory while it trickles in.

use std::future::poll_fn;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::Body as _;
use tempfile::SpooledTempFile;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout_at};

use crate::relay::problem::Problem;

/// Bodies up to this many bytes stay in memory; larger ones go to a nameless file on the relay's disk, sealed as they
/// are, and are gone when the request is.
const SMALL: usize = 256 << 10;

/// Of a body nobody wants, so much is read all the same.
const MOST_DISCARDED: usize = 1 << 20;

/// How slow a body may be.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// In each such span …
    pub patience: Duration,
    /// … at least so many bytes must come.
    pub least: u64,
    /// How long one request may last in all, however much comes: who brings it is asked for with the next one.
    pub longest: Duration,
}

/// A body that came whole.
pub struct Received {
    spool: SpooledTempFile,
    length: usize,
}

impl Received {
    /// Whether it is worth waiting one's turn before it is taken into memory.
    pub fn is_large(&self) -> bool {
        self.length > SMALL
    }

    /// All of it. Reads the disk.
    pub fn into_bytes(mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::with_capacity(self.length);
        self.spool
            .seek(SeekFrom::Start(0))
            .and_then(|_| self.spool.read_to_end(&mut bytes))
            .map_err(|error| Problem::CannotSpool(error.to_string()))?;
        Ok(bytes)
    }
}

/// Receives a body of at most `most` bytes.
///
/// # Errors
/// `TooLarge` as soon as that is known, `Stalled` when it comes too slowly or breaks off, `CannotSpool` when the disk
/// fails. Nothing is kept then.
pub async fn receive(body: Body, most: usize, pace: Pace, folder: &Path) -> Result<Received, Problem> {
    if body.size_hint().lower() > most as u64 {
        return Err(Problem::TooLarge);
    }
    let mut body = body;
    let mut spool = tempfile::spooled_tempfile_in(SMALL, folder);
    let mut length = 0;
    let mut watch = Watch::new(pace);
    while let Some(piece) = watch.next(&mut body).await? {
        length += piece.len();
        if length > most {
            return Err(Problem::TooLarge);
        }
        spool = append(spool, piece, length > SMALL).await?;
    }
    Ok(Received { spool, length })
}

/// Reads and forgets a body up to a limit, so that a caller who is still sending hears why he is refused.
pub async fn discard(body: Body, pace: Pace) {
    let mut body = body;
    let mut left = MOST_DISCARDED;
    let mut watch = Watch::new(pace);
    while let Ok(Some(piece)) = watch.next(&mut body).await {
        left = left.saturating_sub(piece.len());
        if left == 0 {
            return;
        }
    }
}

async fn append(mut spool: SpooledTempFile, piece: Bytes, on_disk: bool) -> Result<SpooledTempFile, Problem> {
    let failed = |error: std::io::Error| Problem::CannotSpool(error.to_string());
    if !on_disk {
        spool.write_all(&piece).map_err(failed)?;
        return Ok(spool);
    }
    let written = spawn_blocking(move || spool.write_all(&piece).map(|()| spool)).await;
    written.map_err(|error| Problem::CannotSpool(error.to_string()))?.map_err(failed)
}

/// Watches that a body makes progress.
pub struct Watch {
    pace: Pace,
    until: Instant,
    end: Instant,
    since: u64,
}

impl Watch {
    /// Begins to watch.
    pub fn new(pace: Pace) -> Self {
        let now = Instant::now();
        Self { pace, until: now + pace.patience, end: now + pace.longest, since: 0 }
    }

    /// The next piece; nothing when the body is over.
    ///
    /// # Errors
    /// `Stalled` when it comes too slowly or breaks off.
    pub async fn next(&mut self, body: &mut Body) -> Result<Option<Bytes>, Problem> {
        loop {
            let frame = poll_fn(|context| Pin::new(&mut *body).poll_frame(context));
            let frame = timeout_at(self.until.min(self.end), frame).await.map_err(|_| Problem::Stalled)?;
            let Some(frame) = frame else { return Ok(None) };
            // Trailers are of no use to anybody here.
            let Ok(piece) = frame.map_err(|_| Problem::Stalled)?.into_data() else { continue };
            self.since += piece.len() as u64;
            if self.since >= self.pace.least {
                (self.until, self.since) = (Instant::now() + self.pace.patience, 0);
            }
            return Ok(Some(piece));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::{Context, Poll};

    use hyper::body::Frame;
    use tokio::sync::mpsc;

    /// A body that a test feeds.
    struct Fed(mpsc::UnboundedReceiver<Bytes>);

    impl hyper::body::Body for Fed {
        type Data = Bytes;
        type Error = std::io::Error;
        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
            self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(Frame::data(piece))))
        }
    }

    fn wait<T>(task: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(task)
    }

    fn fed(pieces: &[&[u8]]) -> (Body, mpsc::UnboundedSender<Bytes>) {
        let (feed, body) = mpsc::unbounded_channel();
        for piece in pieces {
            feed.send(Bytes::copy_from_slice(piece)).unwrap();
        }
        (Body::new(Fed(body)), feed)
    }

    const HOUR: Duration = Duration::from_secs(3_600);
    const PATIENT: Pace = Pace { patience: HOUR, least: 1, longest: HOUR };

    #[test]
    fn a_body_comes_out_as_it_went_in_whether_it_stays_in_memory_or_not() {
        let folder = tempfile::tempdir().unwrap();
        for length in [0, 10, SMALL, SMALL + 1, 3 * SMALL] {
            let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(length).collect();
            let pieces: Vec<&[u8]> = bytes.chunks(70_001).collect();
            let (body, feed) = fed(&pieces);
            drop(feed);
            let received = wait(receive(body, 4 * SMALL, PATIENT, folder.path())).ok().unwrap();
            assert_eq!(received.is_large(), length > SMALL);
            assert_eq!(received.into_bytes(), Ok(bytes));
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn more_than_is_allowed_is_refused_before_it_is_all_there() {
        let folder = tempfile::tempdir().unwrap();
        let (body, _feed) = fed(&[&[0; 60], &[0; 60]]);
        assert_eq!(wait(receive(body, 100, PATIENT, folder.path())).err(), Some(Problem::TooLarge));
        let announced = Body::from(vec![0; 101]);
        assert_eq!(wait(receive(announced, 100, PATIENT, folder.path())).err(), Some(Problem::TooLarge));
    }

    #[test]
    fn a_body_that_trickles_is_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let pace = Pace { patience: Duration::from_millis(1), least: 100, longest: HOUR };
        let (body, _feed) = fed(&[&[0; 99]]);
        assert_eq!(wait(receive(body, 1_000, pace, folder.path())).err(), Some(Problem::Stalled));
    }

    #[test]
    fn a_body_that_comes_for_ever_is_cut_off_however_steadily_it_comes() {
        let folder = tempfile::tempdir().unwrap();
        let pace = Pace { longest: Duration::from_millis(1), ..PATIENT };
        let (body, _feed) = fed(&[&[0; 100], &[0; 100]]);
        assert_eq!(wait(receive(body, 1_000, pace, folder.path())).err(), Some(Problem::Stalled));
    }
}
