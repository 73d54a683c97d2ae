//! The one TLS that is spoken here: version 1.3, raw public keys on both sides (RFC 7250), hybrid key exchange.
//!
//! Both ends take their settings from this file, so they cannot drift apart. Nothing is negotiated downwards: a peer
//! that offers only a classical key exchange, an older version or a certificate is refused.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{AlwaysResolvesClientRawPublicKeys, Resumption, Tls12Resumption};
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, aws_lc_rs, verify_tls13_signature_with_raw_key,
};
use rustls::pki_types::{
    CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName, SubjectPublicKeyInfoDer, UnixTime,
};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{AlwaysResolvesServerRawPublicKeys, ServerSessionMemoryCache};
use rustls::sign::CertifiedKey;
use rustls::version::TLS13;
use rustls::{
    AlertDescription, CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error,
    PeerIncompatible, ServerConfig, SignatureScheme,
};

use crate::crypto::transport::{TransportKey, TransportKeyError, TransportPublicKey};

/// Sessions that the end that listens remembers: one for each member who may be connected. Forgetting one costs its
/// holder a few bytes.
const RESUMABLE: usize = 4_096;

/// Largest record, in bytes. A record that is cut on its way is lost whole, so on a line that breaks it must be small;
/// its frame takes 22 bytes.
const RECORD: usize = 2 << 10;

/// Tells whether the holder of a key may be spoken to. Asked once in every handshake.
pub type Known = Arc<dyn Fn(&TransportPublicKey) -> bool + Send + Sync>;

/// Why TLS could not be set up on this device.
#[derive(Debug, Clone, thiserror::Error)]
pub enum HandshakeError {
    /// The device's own key could not be loaded.
    #[error(transparent)]
    Key(#[from] TransportKeyError),
    /// The TLS library refused these settings.
    #[error("TLS could not be set up on this device; no connection was made: {0}")]
    Settings(#[from] Error),
}

/// The algorithms in use: X25519MLKEM768 or nothing, so that what is recorded today stays closed tomorrow.
#[must_use]
pub fn provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![
            aws_lc_rs::cipher_suite::TLS13_CHACHA20_POLY1305_SHA256,
            aws_lc_rs::cipher_suite::TLS13_AES_256_GCM_SHA384,
        ],
        kx_groups: vec![aws_lc_rs::kx_group::X25519MLKEM768],
        ..aws_lc_rs::default_provider()
    }
}

/// Settings of the end that listens: shows `key`, and speaks only with holders of keys that are `known`.
///
/// # Errors
/// [`HandshakeError`] when the key or the library fails; nothing is listened on then.
pub fn listening(key: &TransportKey, known: Known) -> Result<ServerConfig, HandshakeError> {
    let provider = Arc::new(provider());
    let shown = Arc::new(AlwaysResolvesServerRawPublicKeys::new(shown(key, &provider)?));
    let peers = Arc::new(Peers::new(known, &provider));
    let mut settings = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .with_client_cert_verifier(peers)
        .with_cert_resolver(shown);
    // A session is resumed with a name of 32 bytes that counts once; what it stands for never leaves this end. The key
    // exchange is done afresh all the same, so a stolen name opens nothing. Whether the key still counts is not asked
    // again in such a handshake: whoever listens asks it with every request. Early data can be replayed.
    settings.session_storage = ServerSessionMemoryCache::new(RESUMABLE);
    settings.send_tls13_tickets = 1;
    settings.max_early_data_size = 0;
    settings.max_fragment_size = Some(RECORD);
    Ok(settings)
}

/// Settings of the end that calls: shows `key`, and speaks only with holders of keys that are `known`.
///
/// # Errors
/// [`HandshakeError`] when the key or the library fails; no connection is made then.
pub fn calling(key: &TransportKey, known: Known) -> Result<ClientConfig, HandshakeError> {
    let provider = Arc::new(provider());
    let shown = Arc::new(AlwaysResolvesClientRawPublicKeys::new(shown(key, &provider)?));
    let peers = Arc::new(Peers::new(known, &provider));
    let mut settings = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(peers)
        .with_client_cert_resolver(shown);
    settings.resumption = Resumption::in_memory_sessions(1).tls12_resumption(Tls12Resumption::Disabled);
    settings.max_fragment_size = Some(RECORD);
    settings.enable_early_data = false;
    // The name would cross the line in the clear, and the key says all that is needed.
    settings.enable_sni = false;
    Ok(settings)
}

/// What was shown in place of a certificate.
///
/// # Errors
/// [`TransportKeyError`] for anything but one Ed25519 key.
pub fn shown_key(certificate: &CertificateDer<'_>) -> Result<TransportPublicKey, TransportKeyError> {
    TransportPublicKey::from_spki_der(certificate)
}

fn shown(key: &TransportKey, provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, HandshakeError> {
    let secret = key.pkcs8_der()?;
    let secret = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(secret.to_vec()));
    let signer = provider.key_provider.load_private_key(secret)?;
    let public = CertificateDer::from(key.public().spki_der()?);
    Ok(Arc::new(CertifiedKey::new(vec![public], signer)))
}

/// Who broke off a handshake because of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenOff {
    /// The other end does not know this device's key.
    ByThem,
    /// This device does not know the key that was shown, or whoever showed it does not hold it.
    ByUs,
}

/// Looks through an error of a network library for a handshake that broke off because of a key.
#[must_use]
pub fn broken_off(error: &(dyn std::error::Error + 'static)) -> Option<BrokenOff> {
    match error.downcast_ref::<Error>() {
        Some(Error::AlertReceived(AlertDescription::AccessDenied)) => return Some(BrokenOff::ByThem),
        Some(Error::InvalidCertificate(_)) => return Some(BrokenOff::ByUs),
        _ => {}
    }
    // An I/O error names as its source the source of what it wraps, and not what it wraps.
    let wrapped = error.downcast_ref::<std::io::Error>().and_then(|error| error.get_ref());
    let inner = wrapped.and_then(|inner| broken_off(inner));
    inner.or_else(|| error.source().and_then(broken_off))
}

/// Checks the other end, whichever end that is: its key is known, and the handshake is signed with it.
struct Peers {
    known: Known,
    algorithms: WebPkiSupportedAlgorithms,
}

impl Peers {
    fn new(known: Known, provider: &CryptoProvider) -> Self {
        Self { known, algorithms: provider.signature_verification_algorithms }
    }

    fn meet(&self, shown: &CertificateDer<'_>, more: &[CertificateDer<'_>]) -> Result<(), Error> {
        match shown_key(shown) {
            Ok(key) if more.is_empty() && (self.known)(&key) => Ok(()),
            Ok(_) if more.is_empty() => Err(CertificateError::ApplicationVerificationFailure.into()),
            _ => Err(CertificateError::BadEncoding.into()),
        }
    }

    fn signed(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let key = SubjectPublicKeyInfoDer::from(shown.as_ref());
        verify_tls13_signature_with_raw_key(message, &key, signature, &self.algorithms)
    }
}

impl fmt::Debug for Peers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Peers")
    }
}

impl ClientCertVerifier for Peers {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        shown: &CertificateDer<'_>,
        more: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.meet(shown, more).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig.into())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, shown, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ServerCertVerifier for Peers {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        more: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.meet(shown, more).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig.into())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, shown, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::{ClientConnection, NamedGroup, ProtocolVersion, ServerConnection};

    fn only(key: &TransportKey) -> Known {
        let public = key.public();
        Arc::new(move |shown| *shown == public)
    }

    fn keys() -> (TransportKey, TransportKey) {
        (TransportKey::generate().unwrap(), TransportKey::generate().unwrap())
    }

    /// Hands bytes back and forth until neither end has more to say; tells how many there were.
    fn meet(client: &mut ClientConnection, server: &mut ServerConnection) -> Result<usize, Error> {
        let mut crossed = 0;
        loop {
            let (mut up, mut down) = (Vec::new(), Vec::new());
            client.write_tls(&mut up).unwrap();
            crossed += up.len();
            let mut rest = up.as_slice();
            while !rest.is_empty() {
                server.read_tls(&mut rest).unwrap();
                server.process_new_packets()?;
            }
            server.write_tls(&mut down).unwrap();
            crossed += down.len();
            let mut rest = down.as_slice();
            while !rest.is_empty() {
                client.read_tls(&mut rest).unwrap();
                client.process_new_packets()?;
            }
            if up.is_empty() && down.is_empty() {
                return Ok(crossed);
            }
        }
    }

    fn ends(client: ClientConfig, server: ServerConfig) -> (ClientConnection, ServerConnection) {
        let name = ServerName::try_from("relay.invalid").unwrap();
        (
            ClientConnection::new(Arc::new(client), name).unwrap(),
            ServerConnection::new(Arc::new(server)).unwrap(),
        )
    }

    #[test]
    fn two_who_know_each_other_meet_over_the_hybrid_exchange() {
        let (member, relay) = keys();
        let (mut client, mut server) =
            ends(calling(&member, only(&relay)).unwrap(), listening(&relay, only(&member)).unwrap());
        let crossed = meet(&mut client, &mut server).unwrap();
        assert!(!client.is_handshaking() && !server.is_handshaking());
        assert_eq!(client.protocol_version(), Some(ProtocolVersion::TLSv1_3));
        assert_eq!(client.negotiated_key_exchange_group().unwrap().name(), NamedGroup::X25519MLKEM768);
        let shown = server.peer_certificates().unwrap();
        assert_eq!(shown_key(&shown[0]), Ok(member.public()));
        // The smallest certificates would add some 400 bytes.
        assert!(crossed < 3_150, "{crossed} bytes of handshake");
    }

    #[test]
    fn a_session_is_resumed_once_with_the_same_key_and_with_fewer_bytes() {
        let (member, relay) = keys();
        let known = Arc::new(std::sync::atomic::AtomicBool::new(true));
        let asked = Arc::clone(&known);
        let listens = Arc::new(
            listening(&relay, Arc::new(move |_| asked.load(std::sync::atomic::Ordering::SeqCst))).unwrap(),
        );
        let calls = Arc::new(calling(&member, only(&relay)).unwrap());
        let again = || {
            let name = ServerName::try_from("relay.invalid").unwrap();
            let mut client = ClientConnection::new(Arc::clone(&calls), name).unwrap();
            let mut server = ServerConnection::new(Arc::clone(&listens)).unwrap();
            let crossed = meet(&mut client, &mut server)?;
            let shown = server.peer_certificates().unwrap();
            assert_eq!(shown_key(&shown[0]), Ok(member.public()));
            assert_eq!(client.negotiated_key_exchange_group().unwrap().name(), NamedGroup::X25519MLKEM768);
            Ok::<_, Error>((client.handshake_kind().unwrap(), crossed))
        };
        let (first, full) = again().unwrap();
        let (second, resumed) = again().unwrap();
        assert_eq!((first, second), (rustls::HandshakeKind::Full, rustls::HandshakeKind::Resumed));
        assert!(resumed + 100 < full, "{resumed} of {full} bytes");
        // A key that is void meanwhile still shakes hands: that is why every request asks again.
        known.store(false, std::sync::atomic::Ordering::SeqCst);
        assert_eq!(again().unwrap().0, rustls::HandshakeKind::Resumed);
    }

    #[test]
    fn a_stranger_is_refused_by_either_end() {
        let (member, relay) = keys();
        let stranger = TransportKey::generate().unwrap();
        let (mut client, mut server) =
            ends(calling(&stranger, only(&relay)).unwrap(), listening(&relay, only(&member)).unwrap());
        assert_eq!(
            meet(&mut client, &mut server),
            Err(CertificateError::ApplicationVerificationFailure.into())
        );
        let (mut client, mut server) =
            ends(calling(&member, only(&relay)).unwrap(), listening(&stranger, only(&member)).unwrap());
        assert_eq!(
            meet(&mut client, &mut server),
            Err(CertificateError::ApplicationVerificationFailure.into())
        );
    }

    #[test]
    fn somebody_elses_public_key_is_of_no_use_without_its_secret() {
        let (member, relay) = keys();
        let thief = TransportKey::generate().unwrap();
        let provider = provider();
        let signer = shown(&thief, &provider).unwrap().key.clone();
        let stolen = CertificateDer::from(member.public().spki_der().unwrap());
        let mut client = calling(&thief, only(&relay)).unwrap();
        client.client_auth_cert_resolver = Arc::new(AlwaysResolvesClientRawPublicKeys::new(Arc::new(
            CertifiedKey::new(vec![stolen], signer),
        )));
        let (mut client, mut server) = ends(client, listening(&relay, only(&member)).unwrap());
        assert_eq!(meet(&mut client, &mut server), Err(CertificateError::BadSignature.into()));
    }

    #[test]
    fn a_peer_without_the_hybrid_exchange_is_refused() {
        let (member, relay) = keys();
        let mut classical = provider();
        classical.kx_groups = vec![aws_lc_rs::kx_group::X25519];
        let classical = Arc::new(classical);
        let client = ClientConfig::builder_with_provider(Arc::clone(&classical))
            .with_protocol_versions(&[&TLS13])
            .unwrap()
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Peers::new(only(&relay), &classical)))
            .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(
                shown(&member, &classical).unwrap(),
            )));
        let (mut client, mut server) = ends(client, listening(&relay, only(&member)).unwrap());
        assert_eq!(
            meet(&mut client, &mut server),
            Err(Error::PeerIncompatible(PeerIncompatible::NoKxGroupsInCommon))
        );
    }

    #[test]
    fn who_broke_off_is_found_however_deep_it_is_wrapped() {
        use std::io;
        let ours = Error::from(CertificateError::ApplicationVerificationFailure);
        let theirs = Error::AlertReceived(AlertDescription::AccessDenied);
        let wrapped = |error: Error| io::Error::other(io::Error::new(io::ErrorKind::InvalidData, error));
        assert_eq!(broken_off(&wrapped(ours.clone())), Some(BrokenOff::ByUs));
        assert_eq!(broken_off(&wrapped(theirs)), Some(BrokenOff::ByThem));
        assert_eq!(broken_off(&HandshakeError::Settings(ours)), Some(BrokenOff::ByUs));
        assert_eq!(broken_off(&wrapped(Error::HandshakeNotComplete)), None);
        assert_eq!(broken_off(&io::Error::from(io::ErrorKind::BrokenPipe)), None);
    }

    #[test]
    fn a_peer_without_a_key_is_refused() {
        let (member, relay) = keys();
        let provider = Arc::new(provider());
        let client = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(&[&TLS13])
            .unwrap()
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Peers::new(only(&relay), &provider)))
            .with_no_client_auth();
        let (mut client, mut server) = ends(client, listening(&relay, only(&member)).unwrap());
        assert!(meet(&mut client, &mut server).is_err());
        assert!(server.is_handshaking());
    }
}
