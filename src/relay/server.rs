//! The door: who knocks is let in by his key, served, and shown out in order when the relay stops.

use std::convert::Infallible;
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tower::ServiceExt;

use crate::crypto::handshake::{HandshakeError, listening, shown_key};
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::Digest;
use crate::relay::bells::Bells;
use crate::relay::config::RelayConfig;
use crate::relay::keys::{KeyFileError, RelayKeys};
use crate::relay::log::{Clock, Log, LogLine};
use crate::relay::patient::Patient;
use crate::relay::register::{Register, RegisterError};
use crate::relay::routes::{Peer, router};
use crate::relay::shelf::database::ShelfError;
use crate::relay::shelf::store::Shelf;
use crate::relay::station::Station;
use crate::relay::unfinished::Unfinished;
use crate::wire::realm::{Realm, RealmError};
use crate::wire::receipt::ReceiptV1;
use crate::wire::spelling::Plain;
use crate::wire::statement::sign;

/// Largest head of a request, in bytes; an honest one takes 300.
const MOST_HEAD: usize = 8 << 10;
/// A refused caller is heard out for so long, so that the reason reaches him.
const LINGER: Duration = Duration::from_secs(2);

/// Why the relay was not started.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The realm file cannot be read.
    #[error("the realm file cannot be read: {0}; the relay was not started")]
    RealmFile(std::io::Error),
    /// The realm file is not one.
    #[error(transparent)]
    Realm(#[from] RealmError),
    /// The keys cannot be used.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The shelf cannot be used.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// No roster counts.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The roster names another relay, or none.
    #[error(
        "these keys are not those of an active relay on the roster in force; the relay was not started: have the \
         authorities put it on the roster"
    )]
    NotOnRoster,
    /// What has come in part cannot be looked through.
    #[error("the data folder {} cannot be used: {why}; the relay was not started", folder.display())]
    Unfinished {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
    /// TLS cannot be set up.
    #[error(transparent)]
    Handshake(#[from] HandshakeError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {why}; the relay was not started")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// What the system said.
        why: std::io::Error,
    },
    /// The system gave no threads.
    #[error("the system gave no threads: {0}; the relay was not started")]
    Threads(std::io::Error),
}

/// A relay at work. Dropping it stops it in order.
pub struct RunningRelay {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    ended: mpsc::Receiver<()>,
    runtime: Option<Runtime>,
}

impl RunningRelay {
    /// Opens the shelf, reads the roster, and listens.
    ///
    /// # Errors
    /// [`StartError`]; nothing is listened on then.
    pub fn start(config: &RelayConfig, clock: Clock, log: Log) -> Result<Self, StartError> {
        let realm = Realm::read(&fs::read(&config.realm).map_err(StartError::RealmFile)?)?;
        let RelayKeys { signing, transport } = RelayKeys::read(&config.keys)?;
        let (receipts_by, realm_id, now) = (signing.verifying_key(), realm.id(), Arc::clone(&clock));
        let receipt = move |packet: Digest, log_index: u64| {
            let receipt = ReceiptV1 { packet: Plain(packet), log_index, received: Plain(now()) };
            sign(receipt, &signing, realm_id).map(|signed| signed.statement.bytes().to_vec())
        };
        let shelf = Arc::new(Shelf::open(&config.data, realm_id, Arc::new(receipt))?);
        let register = Register::open(
            realm,
            config.roster.clone(),
            Arc::clone(&shelf),
            Arc::clone(&clock),
            Arc::clone(&log),
        )?;
        if !register.is_relay(&receipts_by) {
            return Err(StartError::NotOnRoster);
        }
        let (stop, stopping) = watch::channel(false);
        let station = Arc::new(Station {
            register,
            shelf,
            unfinished: Unfinished::open(&config.data, config.limits.unfinished())
                .map_err(|why| StartError::Unfinished { folder: config.data.clone(), why })?,
            bells: Bells::default(),
            clock,
            log,
            limits: config.limits,
            folder: config.data.clone(),
            receipts_by,
            large: Station::turns(),
            stopping,
        });
        let known = Arc::clone(&station);
        let tls = listening(&transport, Arc::new(move |key| known.register.admit(key).is_some()))?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .thread_name("relay")
            .build()
            .map_err(StartError::Threads)?;
        let listen = config.listen;
        let failed = |why| StartError::Listen { address: listen, why };
        let listener = runtime.block_on(TcpListener::bind(listen)).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let (alive, ended) = mpsc::channel(1);
        let door =
            Door { router: router(Arc::clone(&station)), tls: TlsAcceptor::from(Arc::new(tls)), station };
        door.tell(format!("listening on {address}"));
        runtime.spawn(door.keep(listener, alive));
        Ok(Self { address, stop, ended, runtime: Some(runtime) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes nobody in any more, lets running requests finish, and closes the shelf.
    pub fn stop(self) {
        drop(self);
    }

    /// Serves until the system asks the program to stop.
    ///
    /// # Errors
    /// When the system's signals cannot be listened to; the relay is stopped then.
    pub fn serve_until_signal(self) -> std::io::Result<()> {
        match &self.runtime {
            Some(runtime) => runtime.block_on(signal()),
            None => Ok(()),
        }
    }
}

impl Drop for RunningRelay {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(runtime) = self.runtime.take() {
            // Every connection holds a sender; when the last one is gone, so are all requests.
            while runtime.block_on(self.ended.recv()).is_some() {}
            runtime.shutdown_timeout(LINGER);
        }
    }
}

#[cfg(unix)]
async fn signal() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn signal() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// What every connection needs.
#[derive(Clone)]
struct Door {
    station: Arc<Station>,
    router: Router,
    tls: TlsAcceptor,
}

impl Door {
    async fn keep(self, listener: TcpListener, alive: mpsc::Sender<()>) {
        let limits = self.station.limits;
        let strangers = Arc::new(Semaphore::new(limits.handshakes));
        let members = Arc::new(Semaphore::new(limits.connections));
        let mut stopping = self.station.stopping.clone();
        loop {
            // A place is taken before somebody is let in: whoever finds none waits outside, where he costs nothing.
            let place = Arc::clone(&strangers).acquire_owned();
            let arrived = tokio::select! {
                () = told(&mut stopping) => return,
                arrived = async { (place.await, listener.accept().await) } => arrived,
            };
            match arrived {
                (Ok(place), Ok((line, _))) => {
                    let (door, members, alive) = (self.clone(), Arc::clone(&members), alive.clone());
                    tokio::spawn(async move {
                        door.attend(line, place, members).await;
                        drop(alive);
                    });
                }
                (_, Err(error)) => {
                    // Too many open files, most likely. Trying again at once would only fill the log.
                    self.tell(format!("a connection could not be accepted: {error}"));
                    sleep(Duration::from_millis(200)).await;
                }
                (Err(_), _) => return,
            }
        }
    }

    async fn attend(self, line: TcpStream, place: OwnedSemaphorePermit, members: Arc<Semaphore>) {
        let mut stopping = self.station.stopping.clone();
        let met = tokio::select! {
            met = self.greet(line) => met,
            () = told(&mut stopping) => return,
        };
        let Some((line, key)) = met else { return };
        drop(place);
        let Ok(_place) = members.try_acquire() else {
            self.tell("a member was turned away: every place is taken".to_owned());
            return;
        };
        self.serve(line, key).await;
    }

    /// The handshake, and whose it was.
    async fn greet(&self, line: TcpStream) -> Option<(TlsStream<Patient<TcpStream>>, TransportPublicKey)> {
        let limits = self.station.limits;
        // Answers are single small writes; waiting to fill a segment would only delay them.
        line.set_nodelay(true).ok()?;
        let line = Patient::new(line, limits.patience());
        let station = Arc::clone(&self.station);
        // So that a revocation counts from the moment its roster lies there.
        spawn_blocking(move || station.register.refresh()).await.ok()?;
        let met = timeout(limits.handshake(), self.tls.accept(line).into_fallible()).await;
        let line = match met {
            Ok(Ok(line)) => line,
            Ok(Err((error, line))) => {
                self.tell(format!("a connection was refused in the handshake: {error}"));
                linger(line).await;
                return None;
            }
            Err(_) => {
                self.tell("a connection was given up: its handshake took too long".to_owned());
                return None;
            }
        };
        let shown = line.get_ref().1.peer_certificates().and_then(|shown| shown.first());
        let key = shown.and_then(|shown| shown_key(shown).ok())?;
        Some((line, key))
    }

    async fn serve(&self, line: TlsStream<Patient<TcpStream>>, key: TransportPublicKey) {
        let router = self.router.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(Peer(key));
            let router = router.clone();
            async move { router.oneshot(request).await.map_err(|error: Infallible| error) }
        });
        let mut stopping = self.station.stopping.clone();
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.station.limits.idle())
            .max_header_size(MOST_HEAD)
            .max_buf_size(64 << 10)
            // Forty bytes an answer that tell a field device nothing.
            .auto_date_header(false)
            .serve_connection(TokioIo::new(line), service);
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            // How a line ends is the line's affair: what was answered before is on the disk.
            _ = connection.as_mut() => {}
            () = told(&mut stopping) => {
                connection.as_mut().graceful_shutdown();
                let _ = timeout(self.station.limits.grace(), connection).await;
            }
        }
    }

    fn tell(&self, what: String) {
        (self.station.log)(&LogLine::Event { at: (self.station.clock)(), what });
    }
}

/// Waits until the relay is told to stop, or is gone.
async fn told(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// Closes a line so that the last word sent by it arrives: a line closed with bytes unread is cut off hard.
async fn linger(mut line: Patient<TcpStream>) {
    let heard_out = async {
        line.shutdown().await?;
        let mut bytes = [0; 4_096];
        while line.read(&mut bytes).await? > 0 {}
        std::io::Result::Ok(())
    };
    let _ = timeout(LINGER, heard_out).await;
}
