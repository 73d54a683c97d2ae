//! Boxes for what must leave no copy behind.
//!
//! Each type keeps its bytes on the heap and clears them when dropped. None can be printed, cloned, compared
//! or serialised; the only way in is `expose`, and whoever calls it answers for the copy.

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::crypto::dice::{DiceError, fill_from_os};

/// Thirty-two secret bytes: a private key or a store's key.
///
/// It cannot be printed:
/// ```compile_fail,E0277
/// let secret = vigilia::crypto::secret::Secret32::random().unwrap();
/// println!("{secret:?}");
/// ```
/// nor doubled:
/// ```compile_fail,E0599
/// let secret = vigilia::crypto::secret::Secret32::random().unwrap();
/// let second = secret.clone();
/// ```
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret32(Box<[u8; 32]>);

impl Secret32 {
    /// Fresh bytes, drawn by the operating system straight into the box.
    ///
    /// # Errors
    /// [`DiceError`] when the system's generator does not answer.
    pub fn random() -> Result<Self, DiceError> {
        let mut secret = Self(Box::new([0; 32]));
        fill_from_os(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// Moves the bytes into a box and clears where they stood.
    #[must_use]
    pub fn taken_from(source: &mut [u8; 32]) -> Self {
        let mut secret = Self(Box::new([0; 32]));
        secret.0.copy_from_slice(source);
        source.zeroize();
        secret
    }

    /// The secret itself. Every caller must clear each copy it makes.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Secret bytes of any length: what came out of a sealed file.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretBytes(Vec<u8>);

impl SecretBytes {
    /// Takes over the bytes where they stand, without copying them.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The secret itself. Every caller must clear each copy it makes.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

/// A secret that is written down: an exported key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretText(String);

impl SecretText {
    /// Takes over the text where it stands, without copying it.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The secret itself. Every caller must clear each copy it makes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// What a person typed to open a store or a backup.
///
/// It is used byte for byte: no trimming, no change of case, no normal form. Any text is accepted, because an
/// old weak passphrase must still open what it sealed; whoever *sets* one asks
/// [`Passphrase::is_strong_enough`] first.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    /// The fewest characters a new passphrase may have.
    ///
    /// Length is the only rule (NIST SP 800-63B section 5.1.1: no composition rules); twelve is chosen
    /// because an attacker holds the disk and guesses offline.
    pub const LEAST_CHARACTERS: usize = 12;

    /// Takes over the text where it stands, without copying it.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Whether it has at least [`Passphrase::LEAST_CHARACTERS`] characters (Unicode scalar values, not
    /// bytes).
    #[must_use]
    pub fn is_strong_enough(&self) -> bool {
        self.0.chars().nth(Self::LEAST_CHARACTERS - 1).is_some()
    }

    /// The secret itself. Every caller must clear each copy it makes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Passphrase, Secret32, SecretBytes, SecretText};
    use zeroize::{Zeroize, ZeroizeOnDrop};

    #[test]
    fn taking_a_secret_clears_where_it_stood() {
        let mut source = [7; 32];
        let secret = Secret32::taken_from(&mut source);
        assert_eq!(source, [0; 32]);
        assert_eq!(secret.expose(), &[7; 32]);
    }

    #[test]
    fn fresh_secrets_differ() {
        assert_ne!(Secret32::random().unwrap().expose(), Secret32::random().unwrap().expose());
    }

    #[test]
    fn every_secret_clears_itself() {
        fn clears<S: ZeroizeOnDrop>(_: &S) {}

        let mut key = Secret32::taken_from(&mut [7; 32]);
        clears(&key);
        key.zeroize();
        assert_eq!(key.expose(), &[0; 32]);

        let mut bytes = SecretBytes::new(vec![7; 100]);
        clears(&bytes);
        bytes.zeroize();
        assert_eq!(bytes.expose(), b"");

        let mut text = SecretText::new("words".to_owned());
        clears(&text);
        text.zeroize();
        assert_eq!(text.expose(), "");

        let mut phrase = Passphrase::new("words".to_owned());
        clears(&phrase);
        phrase.zeroize();
        assert_eq!(phrase.expose(), "");
    }

    #[test]
    fn a_new_passphrase_needs_twelve_characters_in_any_script() {
        let strong = |text: &str| Passphrase::new(text.to_owned()).is_strong_enough();
        assert!(!strong(""));
        assert!(!strong("elevenchars"));
        assert!(strong("twelve chars"));
        assert!(!strong("ћирилица ни"));
        assert!(strong("ћирилица да!"));
    }

    #[test]
    fn a_passphrase_is_kept_byte_for_byte() {
        assert_eq!(Passphrase::new(" Two  Spaces\n".to_owned()).expose(), " Two  Spaces\n");
    }
}
