//! Sealing by what a person remembers: age files with an scrypt passphrase (RFC 7914).

use age::secrecy::SecretString;
use age::{DecryptError, Encryptor};
use age_core::format::{FileKey, Stanza};

use crate::crypto::age_file::{self, Unreadable};
use crate::crypto::dice::{DiceError, os_random};
use crate::crypto::secret::{Passphrase, SecretBytes};

/// How dear one guess of a passphrase is: the base-two logarithm of scrypt's N.
///
/// Memory is 1,024 bytes times N (r = 8, p = 1); each step up doubles memory and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// The cheapest that may be chosen, 1 MiB: for tests and exercises, not for the field.
    pub const LEAST: Self = Self(10);
    /// What stores are sealed with, 256 MiB: about a second on a field laptop.
    pub const STANDARD: Self = Self(18);
    /// The dearest that is opened, 1 GiB: a file asking for more is refused before any work is done.
    pub const MOST: Self = Self(20);

    /// The factor N = 2^`log2`, or `None` outside [`WorkFactor::LEAST`] to [`WorkFactor::MOST`].
    #[must_use]
    pub fn new(log2: u8) -> Option<Self> {
        (Self::LEAST.0..=Self::MOST.0).contains(&log2).then_some(Self(log2))
    }

    /// The base-two logarithm of N.
    #[must_use]
    pub fn log2(self) -> u8 {
        self.0
    }
}

/// Nothing was sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// The passphrase does not open the file. An alteration of the wrapped key itself looks the same.
    #[error("the passphrase does not fit; nothing was changed: type it again and mind the keyboard layout")]
    WrongPassphrase,
    /// Not an age file, altered, or cut short.
    #[error("the file is damaged, so nothing of it was used and it was left as it is; use a backup of it")]
    Damaged,
    /// An age file, but sealed to keys.
    #[error("this file is not protected by a passphrase but by a key; nothing was changed")]
    NotByPassphrase,
    /// Opening would cost more than [`WorkFactor::MOST`].
    #[error("the file asks for 2^{found} steps of work, more than this program does; it was left as it is")]
    TooCostly {
        /// The base-two logarithm of N that the file asks for.
        found: u8,
    },
    /// The content is longer than allowed here.
    #[error("the file holds more than is accepted here, so nothing of it was used")]
    TooLarge,
    /// No randomness.
    #[error(transparent)]
    Dice(#[from] DiceError),
    /// The age library refused to seal.
    #[error("sealing failed; nothing was written: try again")]
    Failed,
}

impl From<Unreadable> for PassphraseError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Damaged => Self::Damaged,
            Unreadable::TooLarge => Self::TooLarge,
        }
    }
}

/// Seals `plaintext` so that the passphrase alone opens it.
///
/// Takes as long and as much memory as `work` says. Any passphrase is accepted; whoever sets a new one asks
/// [`Passphrase::is_strong_enough`] first.
///
/// # Errors
/// [`PassphraseError::Dice`] or [`PassphraseError::Failed`]; nothing is sealed then.
pub fn seal_with_passphrase(
    plaintext: &[u8],
    passphrase: &Passphrase,
    work: WorkFactor,
) -> Result<Vec<u8>, PassphraseError> {
    // The libraries below stop the program when the generator fails, so it is asked here, where that is an
    // error.
    os_random::<1>()?;
    let mut recipient = age::scrypt::Recipient::new(for_age(passphrase));
    recipient.set_work_factor(work.log2());
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| PassphraseError::Failed)?;
    age_file::write(encryptor, plaintext).map_err(|_| PassphraseError::Failed)
}

/// Opens what a passphrase sealed, accepting at most `limit` bytes of content.
///
/// # Errors
/// [`PassphraseError`]; no byte of the content is given out unless all of it was sealed as it stands.
pub fn open_with_passphrase(
    sealed: &[u8],
    passphrase: &Passphrase,
    limit: usize,
) -> Result<SecretBytes, PassphraseError> {
    let header = age_file::read_header(sealed)?;
    if !header.is_scrypt() {
        return Err(PassphraseError::NotByPassphrase);
    }
    let mut key = age::scrypt::Identity::new(for_age(passphrase));
    key.set_max_work_factor(WorkFactor::MOST.log2());
    let identity = ByPassphrase(key);
    let reader =
        header.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
            DecryptError::DecryptionFailed => PassphraseError::WrongPassphrase,
            DecryptError::ExcessiveWork { required, .. } => PassphraseError::TooCostly { found: required },
            _ => PassphraseError::Damaged,
        })?;
    Ok(age_file::read_content(reader, sealed.len(), limit)?)
}

/// age's passphrase identity, less one leniency: age 0.11 reads the digits of a work factor and passes over
/// what follows.
struct ByPassphrase(age::scrypt::Identity);

impl age::Identity for ByPassphrase {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let [_, factor] = stanza.args.as_slice() else { return Some(Err(DecryptError::InvalidHeader)) };
        if !factor.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Err(DecryptError::InvalidHeader));
        }
        self.0.unwrap_stanza(stanza)
    }
}

/// A copy in the box that age wants, which clears itself too.
fn for_age(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hybrid::Identity;
    use crate::crypto::seal::seal;
    use proptest::prelude::*;

    const ROOM: usize = 1 << 20;

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    fn opened(sealed: &[u8], text: &str) -> Result<Vec<u8>, PassphraseError> {
        open_with_passphrase(sealed, &phrase(text), ROOM).map(|content| content.expose().to_vec())
    }

    /// The same file asking for another work factor.
    fn asking_for(sealed: &[u8], factor: &str) -> Vec<u8> {
        let at = sealed.windows(4).position(|bytes| bytes == b" 10\n").unwrap();
        [&sealed[..=at], factor.as_bytes(), &sealed[at + 3..]].concat()
    }

    #[test]
    fn the_passphrase_opens_and_another_does_not() {
        let sealed = seal_with_passphrase(b"key", &phrase("mostar bridge"), WorkFactor::LEAST).unwrap();
        assert_eq!(opened(&sealed, "mostar bridge"), Ok(b"key".to_vec()));
        for wrong in ["", "Mostar bridge", "mostar bridge "] {
            assert_eq!(opened(&sealed, wrong), Err(PassphraseError::WrongPassphrase));
        }
    }

    #[test]
    fn a_dearer_file_than_allowed_is_refused_before_any_work() {
        let sealed = seal_with_passphrase(b"key", &phrase("words"), WorkFactor::LEAST).unwrap();
        for factor in [21, 30, 63, 64, 255] {
            let dear = asking_for(&sealed, &factor.to_string());
            assert_eq!(opened(&dear, "words"), Err(PassphraseError::TooCostly { found: factor }));
        }
    }

    #[test]
    fn a_nonsense_work_factor_is_damage() {
        let sealed = seal_with_passphrase(b"key", &phrase("words"), WorkFactor::LEAST).unwrap();
        for factor in ["0", "-1", "010", "256", "1e1", "99999999999999999999", "ten"] {
            assert_eq!(
                opened(&asking_for(&sealed, factor), "words"),
                Err(PassphraseError::Damaged),
                "{factor}"
            );
        }
    }

    #[test]
    fn a_changed_work_factor_does_not_fit_the_passphrase() {
        let sealed = seal_with_passphrase(b"key", &phrase("words"), WorkFactor::LEAST).unwrap();
        assert_eq!(opened(&asking_for(&sealed, "11"), "words"), Err(PassphraseError::WrongPassphrase));
    }

    #[test]
    fn content_beyond_the_limit_is_refused() {
        let sealed = seal_with_passphrase(&[7; 33], &phrase("words"), WorkFactor::LEAST).unwrap();
        assert!(open_with_passphrase(&sealed, &phrase("words"), 33).is_ok());
        let refused = open_with_passphrase(&sealed, &phrase("words"), 32).err();
        assert_eq!(refused, Some(PassphraseError::TooLarge));
    }

    #[test]
    fn a_file_sealed_to_a_key_asks_for_no_passphrase() {
        let sealed = seal(b"words", &[Identity::generate().unwrap().recipient()]).unwrap();
        assert_eq!(opened(&sealed, "words"), Err(PassphraseError::NotByPassphrase));
    }

    #[test]
    fn a_cut_file_is_damaged_never_a_wrong_passphrase() {
        let sealed = seal_with_passphrase(&[7; 50], &phrase("words"), WorkFactor::LEAST).unwrap();
        for cut in 0..sealed.len() {
            assert_eq!(opened(&sealed[..cut], "words"), Err(PassphraseError::Damaged), "cut at {cut}");
        }
    }

    #[test]
    fn work_factors_stay_in_their_range() {
        assert_eq!(WorkFactor::new(9), None);
        assert_eq!(WorkFactor::new(10), Some(WorkFactor::LEAST));
        assert_eq!(WorkFactor::new(18), Some(WorkFactor::STANDARD));
        assert_eq!(WorkFactor::new(20), Some(WorkFactor::MOST));
        assert_eq!(WorkFactor::new(21), None);
        assert_eq!(WorkFactor::STANDARD.log2(), 18);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn what_was_sealed_comes_back_for_any_words(
            content in prop::collection::vec(any::<u8>(), 0..300), words in ".{0,40}",
        ) {
            let sealed = seal_with_passphrase(&content, &phrase(&words), WorkFactor::LEAST).unwrap();
            prop_assert_eq!(opened(&sealed, &words), Ok(content));
        }

        #[test]
        fn one_changed_bit_is_enough_to_refuse(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let mut sealed = seal_with_passphrase(&[7; 50], &phrase("words"), WorkFactor::LEAST).unwrap();
            let at = at.index(sealed.len());
            sealed[at] ^= 1 << bit;
            prop_assert!(opened(&sealed, "words").is_err());
        }
    }
}
