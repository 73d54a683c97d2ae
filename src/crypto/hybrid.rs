//! age's hybrid keys, `mlkem768x25519`: safe while either ML-KEM-768 or X25519 is.
//!
//! ```text
//! file key ─HPKE base mode─▶ stanza ──▶ header of the age file
//!           X-Wing KEM          -> mlkem768x25519 <encapsulation, 1,120 bytes>
//!           HKDF-SHA256         <file key, sealed, 32 bytes>
//!           ChaCha20-Poly1305
//! ```
//!
//! C2SP age specification, "The mlkem768x25519 recipient type"; HPKE is RFC 9180, X-Wing is
//! draft-connolly-cfrg-xwing-kem. Strings are Bech32 (BIP 173) without its length limit.

#[expect(clippy::disallowed_types, reason = "the trait of age asks for it")]
use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use age::{DecryptError, EncryptError};
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use bech32::{FromBase32, ToBase32, Variant, u5};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{X25519HkdfSha256, XWing};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use crate::crypto::dice::DiceError;
use crate::crypto::secret::{Secret32, SecretText};

/// The stanza's tag, and so the name of the recipient type.
const TAG: &str = "mlkem768x25519";
/// What HPKE binds the wrapped key to.
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
/// age seals one file only to recipients that share this label, so never beside a classical one.
const LABEL: &str = "postquantum";

const RECIPIENT_PREFIX: &str = "age1pq";
/// Lower case for the Bech32 library; written in upper case.
const IDENTITY_PREFIX: &str = "age-secret-key-pq-";

/// ML-KEM-768 encapsulation key, then X25519 public key.
const RECIPIENT_LENGTH: usize = 1184 + X25519_LENGTH;
/// ML-KEM-768 ciphertext, then X25519 share.
const ENCAPSULATION_LENGTH: usize = 1088 + X25519_LENGTH;
const X25519_LENGTH: usize = 32;
/// The file key and the tag of the cipher.
const BODY_LENGTH: usize = FILE_KEY_BYTES + 16;
/// Longer than either kind of key is when written; nothing longer is decoded.
const TEXT_LIMIT: usize = 2_048;

/// A written key that cannot be used. The text itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyTextError {
    /// Not Bech32, mistyped, or cut short.
    #[error("the key is mistyped or incomplete; nothing was changed: copy it again, whole")]
    Mistyped,
    /// Well written, but another kind of key.
    #[error("this is another kind of key: expected one that begins with {expected}; nothing was changed")]
    OtherKind {
        /// How the expected kind begins.
        expected: &'static str,
    },
    /// The right kind, but no key: wrong length, out of range, or of low order.
    #[error(
        "this key can protect nothing: its numbers are wrong; nothing was sealed to it: ask for a newly made key"
    )]
    Unusable,
}

/// The public half: files are sealed to it. Written `age1pq1…`, 1,959 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    key: Box<<XWing as Kem>::PublicKey>,
}

impl FromStr for Recipient {
    type Err = KeyTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = decode(text, "age1pq1", RECIPIENT_PREFIX)?;
        if bytes.len() != RECIPIENT_LENGTH || is_low_order(&bytes) {
            return Err(KeyTextError::Unusable);
        }
        let key = <XWing as Kem>::PublicKey::from_bytes(&bytes).map_err(|_| KeyTextError::Unusable)?;
        Ok(Self { key: Box::new(key) })
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = self.key.to_bytes().to_base32();
        bech32::encode_to_fmt(f, RECIPIENT_PREFIX, units, Variant::Bech32).map_err(|_| fmt::Error)?
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.to_string();
        write!(f, "Recipient({}…)", text.get(..24).unwrap_or_default())
    }
}

#[expect(clippy::disallowed_types, reason = "the trait of age asks for it")]
impl age::Recipient for Recipient {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let (encapsulation, body) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &self.key,
            INFO,
            file_key.expose_secret(),
            &[],
        )
        .map_err(|_| EncryptError::Io(std::io::Error::other("the file key could not be wrapped")))?;
        let share = BASE64_STANDARD_NO_PAD.encode(encapsulation.to_bytes());
        let stanza = Stanza { tag: TAG.to_owned(), args: vec![share], body };
        Ok((vec![stanza], HashSet::from([LABEL.to_owned()])))
    }
}

/// The secret half: opens what was sealed to its [`Recipient`]. Written `AGE-SECRET-KEY-PQ-1…`, 77
/// characters.
pub struct Identity {
    key: Box<<XWing as Kem>::PrivateKey>,
}

impl Identity {
    /// A new key from the operating system's generator.
    ///
    /// # Errors
    /// [`DiceError`] when the system's generator does not answer.
    pub fn generate() -> Result<Self, DiceError> {
        let seed = Secret32::random()?;
        // Thirty-two bytes are always a key; the other arm cannot be reached, and fails closed if it ever is.
        Self::from_seed(seed.expose()).map_err(|_| DiceError)
    }

    fn from_seed(seed: &[u8]) -> Result<Self, KeyTextError> {
        let key = <XWing as Kem>::PrivateKey::from_bytes(seed).map_err(|_| KeyTextError::Unusable)?;
        Ok(Self { key: Box::new(key) })
    }

    /// The public half.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        Recipient { key: Box::new(XWing::sk_to_pk(&self.key)) }
    }

    /// The key as the age program reads it, for the encrypted store and for recovery. Whoever has it opens
    /// everything ever sealed to this member.
    #[must_use]
    pub fn export(&self) -> SecretText {
        let mut seed = Zeroizing::new([0; 32]);
        self.key.write_exact(seed.as_mut_slice());
        let mut units = seed.to_base32();
        // Room for the whole text at once, so that it never moves and leaves a part behind.
        let mut text = String::with_capacity(128);
        let written = bech32::encode_to_fmt(&mut text, IDENTITY_PREFIX, &units, Variant::Bech32);
        debug_assert!(matches!(written, Ok(Ok(()))), "a fixed prefix and a growing string cannot fail");
        clear(&mut units);
        text.make_ascii_uppercase();
        SecretText::new(text)
    }
}

impl FromStr for Identity {
    type Err = KeyTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let seed = decode(text, "AGE-SECRET-KEY-PQ-1", IDENTITY_PREFIX)?;
        Self::from_seed(&seed)
    }
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        match WrappedKey::read(stanza)? {
            Ok(wrapped) => wrapped.open(self).map(Ok),
            Err(refused) => Some(Err(refused)),
        }
    }

    /// Reads every stanza of this type before opening one: a header with a malformed stanza is refused whole,
    /// wherever in it that stanza stands.
    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        match stanzas.iter().filter_map(WrappedKey::read).collect::<Result<Vec<_>, _>>() {
            Ok(wrapped) => wrapped.iter().find_map(|wrapped| wrapped.open(self)).map(Ok),
            Err(refused) => Some(Err(refused)),
        }
    }
}

/// A stanza of our type that is well formed.
struct WrappedKey<'a> {
    encapsulation: Box<<XWing as Kem>::EncappedKey>,
    body: &'a [u8; BODY_LENGTH],
}

impl<'a> WrappedKey<'a> {
    /// Reads a stanza; `None` if it is of another type.
    ///
    /// The length of the body is checked before it is opened: a longer file key could be made to open under
    /// two keys.
    fn read(stanza: &'a Stanza) -> Option<Result<Self, DecryptError>> {
        (stanza.tag == TAG).then(|| Self::read_ours(stanza).ok_or(DecryptError::InvalidHeader))
    }

    fn read_ours(stanza: &'a Stanza) -> Option<Self> {
        let [share] = stanza.args.as_slice() else { return None };
        if share.len() > ENCAPSULATION_LENGTH.div_ceil(3) * 4 {
            return None;
        }
        // The engine refuses padding and stray bits, so each encapsulation has one form only.
        let share = BASE64_STANDARD_NO_PAD.decode(share).ok()?;
        if share.len() != ENCAPSULATION_LENGTH || is_low_order(&share) {
            return None;
        }
        Some(Self {
            encapsulation: Box::new(<XWing as Kem>::EncappedKey::from_bytes(&share).ok()?),
            body: stanza.body.as_slice().try_into().ok()?,
        })
    }

    /// The file key, or `None` if it was wrapped for somebody else: the two cannot be told from an altered
    /// stanza.
    fn open(&self, identity: &Identity) -> Option<FileKey> {
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &identity.key,
            &self.encapsulation,
            INFO,
            self.body,
            &[],
        );
        let opened = Zeroizing::new(opened.ok()?);
        let bytes: &[u8; FILE_KEY_BYTES] = opened.as_slice().try_into().ok()?;
        Some(FileKey::init_with_mut(|key| key.copy_from_slice(bytes)))
    }
}

/// Whether the X25519 share that ends `bytes` makes every shared secret zero, which leaves ML-KEM standing
/// alone.
///
/// Refusing it is demanded by RFC 9180 section 7.1.4; X-Wing by itself accepts it. HPKE's own X25519 performs
/// the check: with any key, since a clamped scalar takes exactly the low-order points to zero.
fn is_low_order(bytes: &[u8]) -> bool {
    let Some(share) = bytes.last_chunk::<X25519_LENGTH>() else { return true };
    let attempt = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(share).and_then(|share| {
        let any_key = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&[1; 32])?;
        hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &any_key,
            &share,
            &[],
        )
    });
    attempt.is_err()
}

/// The bytes of a written key. `head` is how it must begin, in the one case allowed.
fn decode(text: &str, head: &'static str, prefix: &str) -> Result<Zeroizing<Vec<u8>>, KeyTextError> {
    if text.len() > TEXT_LIMIT {
        return Err(KeyTextError::Mistyped);
    }
    let (found, mut units, variant) = bech32::decode(text).map_err(|_| KeyTextError::Mistyped)?;
    let bytes = Vec::from_base32(&units).map(Zeroizing::new);
    clear(&mut units);
    if variant != Variant::Bech32 {
        return Err(KeyTextError::Mistyped);
    }
    if found != prefix || !text.starts_with(head) {
        return Err(KeyTextError::OtherKind { expected: head });
    }
    bytes.map_err(|_| KeyTextError::Mistyped)
}

/// Clears the five-bit units of a secret, which the Bech32 library leaves to its callers.
fn clear(units: &mut [u5]) {
    units.fill(u5::default());
    zeroize::optimization_barrier(units);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The identity of the published vectors, known to everybody.
    const KNOWN: &str = "AGE-SECRET-KEY-PQ-1HZLGZUPT4ETPKDEV8HSGFDCYZ4E522W0A7PU2LHT8EH9W6YLNC3SW78XKG";

    fn wrapped_for(recipient: &Recipient) -> Stanza {
        let key = FileKey::new(Box::new([42; FILE_KEY_BYTES]));
        let (mut stanzas, _) = age::Recipient::wrap_file_key(recipient, &key).unwrap();
        stanzas.remove(0)
    }

    fn unwrap(identity: &Identity, stanzas: &[Stanza]) -> Option<Result<[u8; FILE_KEY_BYTES], DecryptError>> {
        let opened = age::Identity::unwrap_stanzas(identity, stanzas)?;
        Some(opened.map(|key| *key.expose_secret()))
    }

    fn copy(stanza: &Stanza) -> Stanza {
        Stanza { tag: stanza.tag.clone(), args: stanza.args.clone(), body: stanza.body.clone() }
    }

    #[test]
    fn a_wrapped_key_opens_for_its_identity_alone() {
        let (ours, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let stanza = wrapped_for(&ours.recipient());
        assert!(matches!(unwrap(&ours, &[copy(&stanza)]), Some(Ok([42, ..]))));
        assert!(matches!(age::Identity::unwrap_stanza(&ours, &stanza), Some(Ok(_))));
        assert!(unwrap(&other, &[stanza]).is_none());
    }

    #[test]
    fn one_of_several_recipients_finds_its_stanza() {
        let (ours, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let stanzas = [wrapped_for(&other.recipient()), wrapped_for(&ours.recipient())];
        assert!(matches!(unwrap(&ours, &stanzas), Some(Ok(_))));
    }

    #[test]
    fn a_malformed_stanza_spoils_the_header_wherever_it_stands() {
        let ours = Identity::generate().unwrap();
        let good = wrapped_for(&ours.recipient());
        let mut extra = copy(&good);
        extra.args.push("more".to_owned());
        let mut bare = copy(&good);
        bare.args.clear();
        let mut short_body = copy(&good);
        short_body.body.pop();
        let mut padded = copy(&good);
        padded.args[0].push_str("==");
        let mut stray_bits = copy(&good);
        let last = stray_bits.args[0].pop().unwrap();
        stray_bits.args[0].push(char::from(u8::try_from(last).unwrap() + 1));
        let mut short = copy(&good);
        short.args[0].truncate(1_492);
        let mut endless = copy(&good);
        endless.args[0] = "A".repeat(1_000_000);
        for bad in [extra, bare, short_body, padded, stray_bits, short, endless] {
            let invalid = |result| matches!(result, Some(Err(DecryptError::InvalidHeader)));
            assert!(invalid(unwrap(&ours, &[copy(&good), copy(&bad)])));
            assert!(invalid(unwrap(&ours, &[bad, copy(&good)])));
        }
    }

    #[test]
    fn stanzas_of_other_types_are_passed_over() {
        let ours = Identity::generate().unwrap();
        let mut upper = wrapped_for(&ours.recipient());
        upper.tag = TAG.to_ascii_uppercase();
        assert!(unwrap(&ours, &[upper]).is_none());
    }

    #[test]
    fn every_low_order_share_is_refused() {
        // RFC 7748's curve: the u-coordinates of order 1, 2, 4 and 8, with their forms beyond the prime.
        let order_eight = [
            [
                0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
                0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
                0xb8, 0x00,
            ],
            [
                0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
                0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
                0x11, 0x57,
            ],
        ];
        let small = [0, 1].map(|u| {
            let mut share = [0; 32];
            share[0] = u;
            share
        });
        let near_prime = [0xec, 0xed, 0xee].map(|first| {
            let mut share = [0xff; 32];
            share[0] = first;
            share[31] = 0x7f;
            share
        });
        for mut share in order_eight.into_iter().chain(small).chain(near_prime) {
            assert!(is_low_order(&share));
            share[31] |= 0x80;
            assert!(is_low_order(&share), "the highest bit is not part of the number");
        }
        assert!(is_low_order(&[]));
        let mut base = [0; 32];
        base[0] = 9;
        assert!(!is_low_order(&base));
    }

    #[test]
    fn a_low_order_share_spoils_the_header() {
        let ours = Identity::generate().unwrap();
        let mut stanza = wrapped_for(&ours.recipient());
        let mut share = BASE64_STANDARD_NO_PAD.decode(&stanza.args[0]).unwrap();
        share[1088..].fill(0);
        stanza.args = vec![BASE64_STANDARD_NO_PAD.encode(share)];
        assert!(matches!(unwrap(&ours, &[stanza]), Some(Err(DecryptError::InvalidHeader))));
    }

    #[test]
    fn keys_are_written_and_read_back() {
        let identity = Identity::generate().unwrap();
        let text = identity.export();
        assert!(text.expose().starts_with("AGE-SECRET-KEY-PQ-1"));
        assert_eq!(text.expose().len(), 77);
        assert_eq!(Identity::from_str(text.expose()).ok().unwrap().recipient(), identity.recipient());

        let recipient = identity.recipient().to_string();
        assert!(recipient.starts_with("age1pq1"));
        assert_eq!(recipient.len(), 1_959);
        assert_eq!(Recipient::from_str(&recipient), Ok(identity.recipient()));
    }

    #[test]
    fn the_known_identity_is_written_as_it_was_read() {
        assert_eq!(Identity::from_str(KNOWN).ok().unwrap().export().expose(), KNOWN);
    }

    #[test]
    fn a_key_in_the_wrong_case_or_of_another_kind_is_refused() {
        let other_kind = |text: &str| {
            matches!(Identity::from_str(text), Err(KeyTextError::OtherKind { .. }))
                && matches!(Recipient::from_str(text), Err(KeyTextError::OtherKind { .. }))
        };
        assert!(other_kind(&KNOWN.to_ascii_lowercase()));
        let recipient = Identity::from_str(KNOWN).ok().unwrap().recipient().to_string();
        assert!(other_kind(&recipient.to_ascii_uppercase()));
        // A classical key pair, as the age program makes them.
        assert!(other_kind("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"));
    }

    #[test]
    fn a_mistyped_or_endless_key_is_refused() {
        let recipient = Identity::from_str(KNOWN).ok().unwrap().recipient().to_string();
        let mistyped = recipient.replacen('q', "p", 2);
        for text in
            ["", "age1pq1", "1", "🦀", recipient.get(..1_958).unwrap(), &mistyped, &recipient.repeat(2)]
        {
            assert_eq!(Recipient::from_str(text), Err(KeyTextError::Mistyped));
            assert!(matches!(Identity::from_str(text), Err(KeyTextError::Mistyped)));
        }
    }

    #[test]
    fn a_key_of_wrong_numbers_is_refused() {
        let written =
            |bytes: &[u8]| bech32::encode(RECIPIENT_PREFIX, bytes.to_base32(), Variant::Bech32).unwrap();
        let good = Identity::from_str(KNOWN).ok().unwrap().recipient().key.to_bytes();
        assert!(Recipient::from_str(&written(&good)).is_ok());

        let mut low_order = good;
        low_order[1184..].fill(0);
        let mut beyond_the_modulus = good;
        beyond_the_modulus[..1152].fill(0xff);
        for bytes in [&low_order[..], &beyond_the_modulus[..], &good[1..], &[]] {
            assert_eq!(Recipient::from_str(&written(bytes)), Err(KeyTextError::Unusable));
        }
        let short = bech32::encode(IDENTITY_PREFIX, [1; 31].to_base32(), Variant::Bech32).unwrap();
        assert!(matches!(Identity::from_str(&short.to_ascii_uppercase()), Err(KeyTextError::Unusable)));
        let newer = bech32::encode(IDENTITY_PREFIX, [1; 32].to_base32(), Variant::Bech32m).unwrap();
        assert!(matches!(Identity::from_str(&newer.to_ascii_uppercase()), Err(KeyTextError::Mistyped)));
    }

    #[test]
    fn a_hybrid_file_is_never_shared_with_a_classical_recipient() {
        let hybrid = Identity::generate().unwrap().recipient();
        let classical = age::x25519::Identity::generate().to_public();
        let mixed: [&dyn age::Recipient; 2] = [&hybrid, &classical];
        assert!(matches!(
            age::Encryptor::with_recipients(mixed.into_iter()),
            Err(EncryptError::IncompatibleRecipients { .. })
        ));
    }
}
