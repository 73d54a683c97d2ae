//! Ed25519 signatures (RFC 8032), for statements and nothing else.
//!
//! A key that signs statements never signs a TLS handshake: that is
//! [`TransportKey`](crate::crypto::transport), a type of its own. What a signature is *for* is bound into the
//! message by the rooms above.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::crypto::dice::DiceError;
use crate::crypto::digest::sha256;
use crate::crypto::secret::Secret32;

/// Thirty-two bytes that are not a usable Ed25519 public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefused {
    /// The bytes are no point of the curve, or not in the one form RFC 8032 section 5.1.2 allows.
    #[error("this is not an Ed25519 public key; nothing was accepted from its holder: ask for the key again")]
    Malformed,
    /// A point of low order: signatures under it can be made without any secret.
    #[error(
        "this public key is weak: anybody could sign in its name; nothing was accepted from its holder: ask for a \
         newly made key"
    )]
    Weak,
}

/// The signature does not belong to this message and key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit the message and the key; nothing of it was accepted")]
pub struct BadSignature;

/// The secret half: signs.
pub struct SigningKey(Box<ed25519_dalek::SigningKey>);

impl SigningKey {
    /// A new key from the operating system's generator.
    ///
    /// # Errors
    /// [`DiceError`] when the system's generator does not answer.
    pub fn generate() -> Result<Self, DiceError> {
        Ok(Self::from_secret(Secret32::random()?))
    }

    /// The key with this seed (RFC 8032 section 5.1.5). Any 32 bytes are one.
    #[must_use]
    pub fn from_secret(secret: Secret32) -> Self {
        Self(Box::new(ed25519_dalek::SigningKey::from_bytes(secret.expose())))
    }

    /// The seed, for the encrypted store alone. Every caller must clear each copy it makes.
    #[must_use]
    pub fn expose_secret(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The signature of `message`: the same every time (RFC 8032 section 5.1.6).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer;
        self.0.sign(message).to_bytes()
    }

    /// The public half.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }
}

/// The public half: verifies. Two are equal when their 32 bytes are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

impl VerifyingKey {
    /// Reads the 32 bytes of RFC 8032 section 5.1.2.
    ///
    /// # Errors
    /// [`KeyRefused::Malformed`] for bytes that are no point or not its one canonical form, so that a key
    /// cannot appear under two names; [`KeyRefused::Weak`] for a point of low order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyRefused> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| KeyRefused::Malformed)?;
        if key.to_edwards().compress().as_bytes() != bytes {
            return Err(KeyRefused::Malformed);
        }
        if key.is_weak() {
            return Err(KeyRefused::Weak);
        }
        Ok(Self(key))
    }

    /// The 32 bytes that stand in rosters.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The name of this key in statement headers: the first 16 bytes of the SHA-256 of its 32 bytes.
    ///
    /// It finds a key, it does not prove one: only [`VerifyingKey::verify`] does.
    #[must_use]
    pub fn key_id(&self) -> [u8; 16] {
        let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = sha256(self.0.as_bytes());
        id
    }

    /// Checks that the holder of this key signed exactly `message`.
    ///
    /// Strict: refuses what RFC 8032 leaves open (low-order points, non-canonical scalars), so that every
    /// verifier agrees.
    ///
    /// # Errors
    /// [`BadSignature`], whatever the reason.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), BadSignature> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).map_err(|_| BadSignature)
    }
}

impl Hash for VerifyingKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_bytes().hash(state);
    }
}

impl PartialOrd for VerifyingKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for VerifyingKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_bytes().cmp(other.0.as_bytes())
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyingKey(")?;
        self.key_id().iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::{BadSignature, KeyRefused, SigningKey, VerifyingKey};
    use crate::crypto::digest::sha256;
    use crate::crypto::secret::Secret32;
    use proptest::prelude::*;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        let octets: Vec<u8> = hex
            .as_bytes()
            .chunks(2)
            .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
            .collect();
        octets.try_into().unwrap()
    }

    fn key(seed: &str) -> SigningKey {
        SigningKey::from_secret(Secret32::taken_from(&mut bytes(seed)))
    }

    /// RFC 8032 section 7.1: secret, public, message, signature of tests 1, 2, 3 and SHA(abc).
    fn published() -> [(&'static str, &'static str, Vec<u8>, &'static str); 4] {
        [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                vec![],
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                vec![0x72],
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                vec![0xaf, 0x82],
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
            ),
            (
                "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                bytes::<64>(
                    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                )
                .to_vec(),
                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
            ),
        ]
    }

    #[test]
    fn the_published_vectors_of_rfc_8032_hold() {
        for (secret, public, message, signature) in published() {
            let key = key(secret);
            assert_eq!(key.verifying_key().to_bytes(), bytes(public));
            assert_eq!(key.sign(&message), bytes(signature));
            let public = VerifyingKey::from_bytes(&bytes(public)).unwrap();
            assert_eq!(public.verify(&message, &bytes(signature)), Ok(()));
        }
    }

    #[test]
    fn a_stored_secret_makes_the_same_key_again() {
        let first = SigningKey::generate().unwrap();
        let second = SigningKey::from_secret(Secret32::taken_from(&mut first.expose_secret().clone()));
        assert_eq!(first.verifying_key(), second.verifying_key());
        assert_ne!(first.verifying_key(), SigningKey::generate().unwrap().verifying_key());
    }

    #[test]
    fn weak_and_malformed_public_keys_are_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(VerifyingKey::from_bytes(&identity), Err(KeyRefused::Weak));
        assert_eq!(VerifyingKey::from_bytes(&[0; 32]), Err(KeyRefused::Weak));
        let order_eight = bytes("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
        assert_eq!(VerifyingKey::from_bytes(&order_eight), Err(KeyRefused::Weak));
        let mut no_point = [0; 32];
        no_point[0] = 2;
        assert_eq!(VerifyingKey::from_bytes(&no_point), Err(KeyRefused::Malformed));
    }

    #[test]
    fn a_key_has_one_form_only() {
        // y = p + 3, which would otherwise be read as the point with y = 3.
        let mut doubled = [0xff; 32];
        doubled[0] = 0xf0;
        doubled[31] = 0x7f;
        let mut plain = [0; 32];
        plain[0] = 3;
        assert!(VerifyingKey::from_bytes(&plain).is_ok());
        assert_eq!(VerifyingKey::from_bytes(&doubled), Err(KeyRefused::Malformed));
    }

    #[test]
    fn a_key_id_is_the_first_half_of_the_digest() {
        let key = SigningKey::generate().unwrap().verifying_key();
        assert_eq!(key.key_id(), sha256(&key.to_bytes())[..16]);
        assert!(!format!("{key:?}").is_empty());
    }

    #[test]
    fn keys_are_ordered_by_their_bytes() {
        let mut keys: Vec<_> = (0..5).map(|_| SigningKey::generate().unwrap().verifying_key()).collect();
        keys.sort();
        assert!(keys.is_sorted_by_key(super::VerifyingKey::to_bytes));
    }

    #[test]
    fn a_scalar_beyond_the_group_order_is_refused() {
        let key = SigningKey::generate().unwrap();
        let mut signature = key.sign(b"words");
        // Adding the group order to S gives a second form of the same signature.
        let order: [u8; 32] = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        let mut carry = 0;
        for (byte, more) in signature[32..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + u16::from(more) + carry;
            *byte = sum.to_le_bytes()[0];
            carry = sum >> 8;
        }
        assert_eq!(key.verifying_key().verify(b"words", &signature), Err(BadSignature));
    }

    proptest! {
        #[test]
        fn only_the_message_that_was_signed_verifies(
            seed in any::<[u8; 32]>(),
            message in prop::collection::vec(any::<u8>(), 0..200),
            at in any::<prop::sample::Index>(),
            bit in 0..8_u8,
        ) {
            let key = SigningKey::from_secret(Secret32::taken_from(&mut seed.clone()));
            let signature = key.sign(&message);
            prop_assert_eq!(key.verifying_key().verify(&message, &signature), Ok(()));

            let mut other = signature;
            other[at.index(64)] ^= 1 << bit;
            prop_assert_eq!(key.verifying_key().verify(&message, &other), Err(BadSignature));

            let mut longer = message;
            longer.push(0);
            prop_assert_eq!(key.verifying_key().verify(&longer, &signature), Err(BadSignature));
        }
    }
}
