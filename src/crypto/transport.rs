//! The key a device shows in TLS: Ed25519 as a raw public key (RFC 7250), without certificate, name or date.
//!
//! It is not a [`SigningKey`](crate::crypto::signing::SigningKey): a handshake can never be mistaken for a
//! statement, and the holder of a transport key alone can say nothing in a member's name.

use std::fmt;

use ed25519_dalek::pkcs8::{DecodePublicKey, EncodePrivateKey, EncodePublicKey};
use zeroize::Zeroizing;

use crate::crypto::dice::DiceError;
use crate::crypto::secret::Secret32;

/// A transport key that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TransportKeyError {
    /// Not an Ed25519 public key in the form of RFC 8410 section 4.
    #[error("this is not an Ed25519 transport key (RFC 8410); no connection was made with it")]
    Malformed,
    /// A point of low order: anybody could answer in its name.
    #[error("this transport key is weak: anybody could answer in its name; no connection was made with it")]
    Weak,
    /// The key could not be put into the form that TLS reads.
    #[error(
        "the transport key could not be written for TLS; no connection was made, and the key is unchanged"
    )]
    Unwritable,
}

/// The secret half: proves in a TLS handshake that this device is at the other end.
pub struct TransportKey(Box<ed25519_dalek::SigningKey>);

impl TransportKey {
    /// A new key from the operating system's generator.
    ///
    /// # Errors
    /// [`DiceError`] when the system's generator does not answer.
    pub fn generate() -> Result<Self, DiceError> {
        Ok(Self::from_secret(Secret32::random()?))
    }

    /// The key with this seed. Any 32 bytes are one.
    #[must_use]
    pub fn from_secret(secret: Secret32) -> Self {
        Self(Box::new(ed25519_dalek::SigningKey::from_bytes(secret.expose())))
    }

    /// The seed, for the encrypted store or the relay's own configuration. Every caller must clear each copy
    /// it makes.
    #[must_use]
    pub fn expose_secret(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> TransportPublicKey {
        TransportPublicKey { bytes: self.0.verifying_key().to_bytes() }
    }

    /// The secret as the PKCS#8 document TLS libraries load (RFC 8410 section 7, with the public key).
    ///
    /// # Errors
    /// [`TransportKeyError::Unwritable`] if the encoder fails, which it has no reason to.
    pub fn pkcs8_der(&self) -> Result<Zeroizing<Vec<u8>>, TransportKeyError> {
        let document = self.0.to_pkcs8_der().map_err(|_| TransportKeyError::Unwritable)?;
        Ok(Zeroizing::new(document.as_bytes().to_vec()))
    }
}

/// The public half, as it stands in rosters and in the realm file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransportPublicKey {
    bytes: [u8; 32],
}

impl TransportPublicKey {
    /// Reads the 32 bytes of the key.
    ///
    /// # Errors
    /// [`TransportKeyError::Malformed`] when they are no point of the curve, [`TransportKeyError::Weak`] for
    /// a point of low order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, TransportKeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| TransportKeyError::Malformed)?;
        if key.is_weak() {
            return Err(TransportKeyError::Weak);
        }
        Ok(Self { bytes: *bytes })
    }

    /// The 32 bytes of the key.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.bytes
    }

    /// The key as the `SubjectPublicKeyInfo` that TLS carries in place of a certificate (RFC 7250 section 3,
    /// RFC 8410 section 4): 44 bytes of DER.
    ///
    /// # Errors
    /// [`TransportKeyError::Unwritable`] if the encoder fails, which it has no reason to.
    pub fn spki_der(&self) -> Result<Vec<u8>, TransportKeyError> {
        let document = ed25519_dalek::pkcs8::PublicKeyBytes(self.bytes)
            .to_public_key_der()
            .map_err(|_| TransportKeyError::Unwritable)?;
        Ok(document.into_vec())
    }

    /// Reads what a peer showed in the handshake.
    ///
    /// # Errors
    /// [`TransportKeyError::Malformed`] for anything but exactly one Ed25519 key in DER,
    /// [`TransportKeyError::Weak`] for a point of low order.
    pub fn from_spki_der(der: &[u8]) -> Result<Self, TransportKeyError> {
        let key = ed25519_dalek::pkcs8::PublicKeyBytes::from_public_key_der(der)
            .map_err(|_| TransportKeyError::Malformed)?;
        Self::from_bytes(&key.0)
    }
}

impl fmt::Debug for TransportPublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TransportPublicKey(")?;
        self.bytes.iter().take(8).try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str("…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{TransportKey, TransportKeyError, TransportPublicKey};
    use crate::crypto::secret::Secret32;
    use rustls::SignatureScheme;
    use rustls::pki_types::PrivatePkcs8KeyDer;

    /// The head of every Ed25519 `SubjectPublicKeyInfo`, RFC 8410 section 4.
    const HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

    #[test]
    fn the_tls_library_loads_the_key_and_shows_the_same_public_half() {
        let key = TransportKey::generate().unwrap();
        let der = key.pkcs8_der().unwrap();
        let loaded =
            rustls::crypto::aws_lc_rs::sign::any_eddsa_type(&PrivatePkcs8KeyDer::from(der.as_slice()))
                .unwrap();
        assert!(loaded.choose_scheme(&[SignatureScheme::ED25519]).is_some());
        let shown = loaded.public_key().unwrap();
        assert_eq!(shown.as_ref(), key.public().spki_der().unwrap());
        assert_eq!(TransportPublicKey::from_spki_der(shown.as_ref()), Ok(key.public()));
    }

    #[test]
    fn a_public_key_is_forty_four_bytes_of_der() {
        let key = TransportKey::generate().unwrap().public();
        assert_eq!(key.spki_der().unwrap(), [HEAD.as_slice(), &key.to_bytes()].concat());
    }

    #[test]
    fn the_example_of_rfc_8410_is_read() {
        let point = [
            0x19, 0xbf, 0x44, 0x09, 0x69, 0x84, 0xcd, 0xfe, 0x85, 0x41, 0xba, 0xc1, 0x67, 0xdc, 0x3b, 0x96,
            0xc8, 0x50, 0x86, 0xaa, 0x30, 0xb6, 0xb6, 0xcb, 0x0c, 0x5c, 0x38, 0xad, 0x70, 0x31, 0x66, 0xe1,
        ];
        let key = TransportPublicKey::from_spki_der(&[HEAD.as_slice(), &point].concat()).unwrap();
        assert_eq!(key.to_bytes(), point);
    }

    #[test]
    fn a_stored_secret_makes_the_same_key_again() {
        let first = TransportKey::generate().unwrap();
        let second = TransportKey::from_secret(Secret32::taken_from(&mut first.expose_secret().clone()));
        assert_eq!(first.public(), second.public());
    }

    #[test]
    fn any_other_der_is_refused() {
        let good = TransportKey::generate().unwrap().public().spki_der().unwrap();
        for length in 0..good.len() {
            assert_eq!(TransportPublicKey::from_spki_der(&good[..length]), Err(TransportKeyError::Malformed));
        }
        let longer = [good.as_slice(), &[0]].concat();
        assert_eq!(TransportPublicKey::from_spki_der(&longer), Err(TransportKeyError::Malformed));
        for at in 0..HEAD.len() {
            for bit in 0..8 {
                let mut other = good.clone();
                other[at] ^= 1 << bit;
                assert_eq!(TransportPublicKey::from_spki_der(&other), Err(TransportKeyError::Malformed));
            }
        }
    }

    #[test]
    fn a_weak_key_is_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        let der = [HEAD.as_slice(), &identity].concat();
        assert_eq!(TransportPublicKey::from_spki_der(&der), Err(TransportKeyError::Weak));
    }
}
