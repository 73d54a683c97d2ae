//! How public keys are spelled.

use std::borrow::Cow;
use std::fmt;

use crate::crypto::signing::VerifyingKey;
use crate::crypto::transport::TransportPublicKey;
use crate::domain::ids::Digest;
use crate::wire::spelling::Spelling;

/// A hybrid age recipient as text, `age1pq1…`. Kept as text so that a relay, which has no code to seal or open, can
/// still read a roster; whoever seals parses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientText(String);

impl RecipientText {
    /// A recipient of the right shape: the prefix and the characters of Bech32 (BIP 173).
    pub fn new(text: &str) -> Option<Self> {
        let data = text.strip_prefix("age1pq1")?;
        // Digits and small letters without 1, b, i and o. A roster has two thousand of them for each member.
        let drawn =
            |byte| matches!(byte, b'0' | b'2'..=b'9' | b'a' | b'c'..=b'h' | b'j'..=b'n' | b'p'..=b'z');
        let shaped = (1_900..=2_000).contains(&text.len()) && data.bytes().all(drawn);
        shaped.then(|| Self(text.to_owned()))
    }

    /// The recipient as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecipientText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Spelling for RecipientText {
    const NAME: &'static str = "recipient";
    const PATTERN: &'static str = "^age1pq1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{1893,1993}$";
    const MEANING: &'static str = "A hybrid age recipient, mlkem768x25519 (C2SP age specification).";
    const LONGEST: usize = 2_000;
    fn spell(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
    fn read(text: &str) -> Option<Self> {
        Self::new(text)
    }
}

/// Thirty-two bytes as hexadecimal digits; a digest has the same spelling.
fn hex32(bytes: [u8; 32]) -> Cow<'static, str> {
    Digest::from_bytes(bytes).to_string().into()
}

fn unhex32(text: &str) -> Option<[u8; 32]> {
    text.parse::<Digest>().ok().map(|digest| *digest.as_bytes())
}

impl Spelling for VerifyingKey {
    const NAME: &'static str = "signing_key";
    const PATTERN: &'static str = "^[0-9a-f]{64}$";
    const MEANING: &'static str = "A public Ed25519 key (RFC 8032) for statements, hexadecimal.";
    const LONGEST: usize = 64;
    fn spell(&self) -> Cow<'_, str> {
        hex32(self.to_bytes())
    }
    fn read(text: &str) -> Option<Self> {
        Self::from_bytes(&unhex32(text)?).ok()
    }
}

impl Spelling for TransportPublicKey {
    const NAME: &'static str = "transport_key";
    const PATTERN: &'static str = "^[0-9a-f]{64}$";
    const MEANING: &'static str =
        "A public Ed25519 key for TLS with raw public keys (RFC 7250), hexadecimal.";
    const LONGEST: usize = 64;
    fn spell(&self) -> Cow<'_, str> {
        hex32(self.to_bytes())
    }
    fn read(text: &str) -> Option<Self> {
        Self::from_bytes(&unhex32(text)?).ok()
    }
}
