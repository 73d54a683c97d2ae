//! Sealing to members and opening with a member's identity: age files with hybrid recipients.

use std::cell::Cell;
use std::io::{self, Write};

use age::{DecryptError, Encryptor};
use zeroize::Zeroizing;

use crate::crypto::age_file::{self, Unreadable};
use crate::crypto::dice::{DiceError, os_random};
use crate::crypto::hybrid::{Identity, Recipient};
use crate::crypto::secret::SecretBytes;

/// The most recipients one file is sealed to: each costs about 1,560 bytes of header.
pub const MOST_RECIPIENTS: usize = 64;

/// The most a file of fixed length spends on anything but content, in bytes.
///
/// With one hybrid recipient the header, nonce, tag and length field take 1,661 bytes; age's random stanza
/// takes 13 to 190 more. The rest is reserve.
pub const FIXED_LENGTH_OVERHEAD: usize = 1_896;

/// The longest file of fixed length: its content's length is written in 16 bits.
pub const LONGEST_FIXED_LENGTH: usize = 65_535;

/// Nothing was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// No recipient was named.
    #[error("nobody was named to seal this for, so nothing was sealed; what you wrote is unchanged")]
    NoRecipients,
    /// More than [`MOST_RECIPIENTS`].
    #[error(
        "a file is sealed for at most {MOST_RECIPIENTS} recipients, so nothing was sealed: seal it in parts"
    )]
    TooManyRecipients,
    /// The content does not fit a file of this length.
    #[error(
        "{length} bytes do not fit: the most is {capacity}; nothing was sealed and what you wrote is unchanged"
    )]
    DoesNotFit {
        /// Length of the content in bytes.
        length: usize,
        /// The longest content that fits, in bytes; see [`capacity`].
        capacity: usize,
    },
    /// No randomness.
    #[error(transparent)]
    Dice(#[from] DiceError),
    /// The age library refused.
    #[error("sealing failed; nothing left this device and what you wrote is unchanged: try again")]
    Failed,
}

/// Nothing was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// No recipient of the file is this identity. An alteration of the wrapped key itself looks the same.
    #[error("this file is not sealed for this key; it is unchanged: pass it on to the one it is for")]
    NotForThisKey,
    /// Not an age file, altered, or cut short.
    #[error("the sealed file is damaged, so nothing of it was used; ask for it again")]
    Damaged,
    /// The content is longer than allowed here.
    #[error("the sealed file holds more than is accepted here, so nothing of it was used")]
    TooLarge,
}

impl From<Unreadable> for OpenError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Damaged => Self::Damaged,
            Unreadable::TooLarge => Self::TooLarge,
        }
    }
}

/// Seals `plaintext` for everyone in `to`: any of them can open it, nobody else.
///
/// The length is the plaintext's plus at least 1,659 bytes, and differs from run to run: age adds a random
/// stanza.
///
/// # Errors
/// [`SealError`]; nothing is sealed then.
pub fn seal(plaintext: &[u8], to: &[Recipient]) -> Result<Vec<u8>, SealError> {
    age_file::write(encryptor(to)?, plaintext).map_err(|_| SealError::Failed)
}

/// What an evenly sealed file for `recipients` spends before its content, in bytes: the version line, each recipient's
/// wrapped key, age's random stanza with room for one of [`LONGEST_STANZA`], the authentication code and the nonce.
const fn even_head(recipients: usize) -> usize {
    22 + 1_557 * recipients + LONGEST_STANZA + 48 + 16
}

/// The length in bytes of a file that [`seal_evenly`] makes for `recipients` of a plaintext of `plain` bytes.
#[must_use]
pub fn even_length(plain: usize, recipients: usize) -> usize {
    even_head(recipients).saturating_add(streamed(plain))
}

/// Content as age's stream holds it: each 64 KiB with its tag, and one tag at least.
fn streamed(plain: usize) -> usize {
    plain.saturating_add(plain.div_ceil(CHUNK).max(1) * TAG_LENGTH)
}

/// The plaintext that takes exactly so many bytes of a stream, if there is one.
fn unstreamed(stream: usize) -> Option<usize> {
    let chunks = stream.div_ceil(CHUNK + TAG_LENGTH).max(1);
    stream.checked_sub(chunks * TAG_LENGTH).filter(|plain| streamed(*plain) == stream)
}

/// Seals for everyone in `to` in a file of exactly [`even_length`] of `plain` bytes, so that its length can be told
/// beforehand. `fill` is given how long the plaintext must be, which is `plain` or a little more, and makes it.
///
/// # Errors
/// [`SealError`]; nothing is sealed then.
pub fn seal_evenly(
    plain: usize,
    to: &[Recipient],
    fill: impl FnOnce(usize) -> Vec<u8>,
) -> Result<Vec<u8>, SealError> {
    let total = even_length(plain, to.len());
    for _ in 0..MOST_HEADS {
        let written = Cell::new(0);
        let output = Counted { bytes: Vec::with_capacity(total), written: &written };
        let mut writer = encryptor(to)?.wrap_output(output).map_err(|_| SealError::Failed)?;
        // A random stanza that is too long, or leaves a length that no content gives: another is drawn.
        let room = total.checked_sub(written.get()).and_then(unstreamed).filter(|room| *room >= plain);
        let Some(room) = room else { continue };
        let plaintext = Zeroizing::new(fill(room));
        writer.write_all(&plaintext).map_err(|_| SealError::Failed)?;
        let sealed = writer.finish().map_err(|_| SealError::Failed)?.bytes;
        return if sealed.len() == total { Ok(sealed) } else { Err(SealError::Failed) };
    }
    Err(SealError::Failed)
}

/// The longest content, in bytes, that [`seal_to_length`] puts into a file of `total` bytes; 2,200 for 4,096.
///
/// The same on every run, though what age adds differs.
#[must_use]
pub fn capacity(total: usize) -> usize {
    if total > LONGEST_FIXED_LENGTH { 0 } else { total.saturating_sub(FIXED_LENGTH_OVERHEAD) }
}

/// Seals `content` for `to` in an age file of exactly `total` bytes, whatever its length.
///
/// The plaintext is the content's length (16 bits, big-endian), the content, and zeros. Without the identity,
/// a file with content and one without cannot be told apart. Open it with [`open_padded`].
///
/// # Errors
/// [`SealError::DoesNotFit`] for content longer than [`capacity`], or any other [`SealError`].
pub fn seal_to_length(content: &[u8], to: &Recipient, total: usize) -> Result<Vec<u8>, SealError> {
    let does_not_fit = SealError::DoesNotFit { length: content.len(), capacity: capacity(total) };
    if !(FIXED_LENGTH_OVERHEAD..=LONGEST_FIXED_LENGTH).contains(&total) || content.len() > capacity(total) {
        return Err(does_not_fit);
    }
    let length = u16::try_from(content.len()).map_err(|_| does_not_fit)?;

    // The header, with the random stanza in it, is written before any content: then what is left is known.
    let written = Cell::new(0);
    let output = Counted { bytes: Vec::with_capacity(total), written: &written };
    let mut writer =
        encryptor(std::slice::from_ref(to))?.wrap_output(output).map_err(|_| SealError::Failed)?;
    let plaintext_length = total.checked_sub(written.get() + TAG_LENGTH).ok_or(does_not_fit)?;

    let mut plaintext = Zeroizing::new(Vec::with_capacity(plaintext_length));
    plaintext.extend_from_slice(&length.to_be_bytes());
    plaintext.extend_from_slice(content);
    let padding = plaintext_length.checked_sub(plaintext.len()).ok_or(does_not_fit)?;
    plaintext.extend(std::iter::repeat_n(0, padding));

    writer.write_all(&plaintext).map_err(|_| SealError::Failed)?;
    let sealed = writer.finish().map_err(|_| SealError::Failed)?.bytes;
    if sealed.len() == total { Ok(sealed) } else { Err(SealError::Failed) }
}

/// Opens a sealed file, accepting at most `limit` bytes of content.
///
/// # Errors
/// [`OpenError`]; no byte of the content is given out unless all of it was sealed as it stands.
pub fn open(sealed: &[u8], identity: &Identity, limit: usize) -> Result<SecretBytes, OpenError> {
    let header = age_file::read_header(sealed)?;
    let reader =
        header.decrypt(std::iter::once(identity as &dyn age::Identity)).map_err(|error| match error {
            DecryptError::NoMatchingKeys => OpenError::NotForThisKey,
            _ => OpenError::Damaged,
        })?;
    Ok(age_file::read_content(reader, sealed.len(), limit)?)
}

/// Opens what [`seal_to_length`] made and gives back the content without its padding.
///
/// # Errors
/// [`OpenError`]; [`OpenError::Damaged`] also when the inside is not a length, that much content, and zeros.
pub fn open_padded(sealed: &[u8], identity: &Identity) -> Result<SecretBytes, OpenError> {
    let plaintext = open(sealed, identity, LONGEST_FIXED_LENGTH)?;
    let (length, rest) = plaintext.expose().split_first_chunk().ok_or(OpenError::Damaged)?;
    let (content, padding) =
        rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(OpenError::Damaged)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Damaged);
    }
    Ok(SecretBytes::new(content.to_vec()))
}

/// The authentication tag at the end of each 64 KiB of content.
const TAG_LENGTH: usize = 16;

/// Content between two tags.
const CHUNK: usize = 64 << 10;

/// The longest random stanza an evenly sealed file has room for. Every third or so that age draws is as short.
const LONGEST_STANZA: usize = 64;

/// How often a shorter one is asked for. That none of so many is short enough does not happen.
const MOST_HEADS: usize = 400;

fn encryptor(to: &[Recipient]) -> Result<Encryptor, SealError> {
    if to.is_empty() {
        return Err(SealError::NoRecipients);
    }
    if to.len() > MOST_RECIPIENTS {
        return Err(SealError::TooManyRecipients);
    }
    // The libraries below stop the program when the generator fails, so it is asked here, where that is an
    // error.
    os_random::<1>()?;
    Encryptor::with_recipients(to.iter().map(|recipient| recipient as &dyn age::Recipient))
        .map_err(|_| SealError::Failed)
}

/// Bytes written so far, and how many, while the writer above still holds them.
struct Counted<'a> {
    bytes: Vec<u8>,
    written: &'a Cell<usize>,
}

impl Write for Counted<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(buffer);
        self.written.set(self.bytes.len());
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    const SLOT: usize = 4_096;
    const ROOM: usize = 1 << 20;

    static OURS: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());
    static OTHER: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());

    fn opened(sealed: &[u8], limit: usize) -> Result<Vec<u8>, OpenError> {
        open(sealed, &OURS, limit).map(|content| content.expose().to_vec())
    }

    /// Where the header ends and the nonce begins.
    fn header_length(sealed: &[u8]) -> usize {
        let mac = sealed.windows(5).position(|bytes| bytes == b"\n--- ").unwrap();
        mac + 5 + 43 + 1
    }

    #[test]
    fn an_even_file_has_the_length_that_was_told_and_opens() {
        let both = [OURS.recipient(), OTHER.recipient()];
        for (plain, to) in
            [(0, &both[..1]), (1, &both), (5_120, &both), (65_536, &both), (65_530, &both[..1])]
        {
            for _ in 0..5 {
                let sealed = seal_evenly(plain, to, |room| vec![7; room]).unwrap();
                assert_eq!(sealed.len(), even_length(plain, to.len()), "{plain}");
                let content = opened(&sealed, ROOM).unwrap();
                assert!((plain..plain + 64).contains(&content.len()), "{} for {plain}", content.len());
            }
        }
        assert_eq!(seal_evenly(9, &[], |room| vec![0; room]).err(), Some(SealError::NoRecipients));
    }

    #[test]
    fn every_recipient_can_open_and_nobody_else() {
        let sealed = seal(b"seen at the bridge", &[OTHER.recipient(), OURS.recipient()]).unwrap();
        assert_eq!(opened(&sealed, ROOM).unwrap(), b"seen at the bridge");
        let stranger = Identity::generate().unwrap();
        assert_eq!(open(&sealed, &stranger, ROOM).err(), Some(OpenError::NotForThisKey));
        assert_eq!(open(&sealed, &OTHER, ROOM).unwrap().expose(), b"seen at the bridge");
    }

    #[test]
    fn sealing_for_nobody_or_for_a_crowd_is_refused() {
        assert_eq!(seal(b"", &[]), Err(SealError::NoRecipients));
        let crowd = vec![OURS.recipient(); MOST_RECIPIENTS + 1];
        assert_eq!(seal(b"", &crowd), Err(SealError::TooManyRecipients));
        let sealed = seal(b"words", &crowd[1..]).unwrap();
        assert_eq!(opened(&sealed, ROOM).unwrap(), b"words");
    }

    #[test]
    fn content_up_to_the_limit_opens_and_one_byte_more_does_not() {
        for length in [0, 1, 65_535, 65_536, 65_537, 131_072] {
            let sealed = seal(&vec![7; length], &[OURS.recipient()]).unwrap();
            assert_eq!(opened(&sealed, length).unwrap().len(), length);
            assert_eq!(opened(&sealed, usize::MAX).unwrap().len(), length);
            if length > 0 {
                assert_eq!(opened(&sealed, length - 1), Err(OpenError::TooLarge));
                assert_eq!(opened(&sealed, 0), Err(OpenError::TooLarge));
            }
        }
    }

    #[test]
    fn a_file_cut_anywhere_never_opens() {
        let sealed = seal(&vec![7; 2 * 65_536 + 100], &[OURS.recipient()]).unwrap();
        let header = header_length(&sealed);
        let chunk = 65_536 + TAG_LENGTH;
        let edges =
            [0, 21, 22, header, header + 16, header + 16 + chunk, header + 16 + 2 * chunk, sealed.len()];
        let cuts =
            edges.into_iter().flat_map(|edge| [edge.saturating_sub(1), edge, edge + 1, edge + TAG_LENGTH]);
        for cut in cuts.filter(|cut| *cut < sealed.len()) {
            assert_eq!(opened(&sealed[..cut], ROOM), Err(OpenError::Damaged), "cut at {cut}");
        }
    }

    #[test]
    fn bytes_after_the_end_spoil_the_file() {
        for length in [0, 100, 65_536] {
            let mut sealed = seal(&vec![7; length], &[OURS.recipient()]).unwrap();
            sealed.push(0);
            assert_eq!(opened(&sealed, ROOM), Err(OpenError::Damaged));
        }
    }

    #[test]
    fn a_passphrase_file_is_not_for_a_key() {
        let mut recipient = age::scrypt::Recipient::new("twelve chars".to_owned().into());
        recipient.set_work_factor(4);
        let sealed = age::encrypt(&recipient, b"words").unwrap();
        assert_eq!(opened(&sealed, ROOM), Err(OpenError::NotForThisKey));
    }

    #[test]
    fn a_file_of_fixed_length_has_it_whatever_age_adds() {
        let recipient = OURS.recipient();
        let mut headers = std::collections::BTreeSet::new();
        for run in 0..300 {
            let content = vec![7; [0, 1, 500, capacity(SLOT)][run % 4]];
            let sealed = seal_to_length(&content, &recipient, SLOT).unwrap();
            assert_eq!(sealed.len(), SLOT);
            assert_eq!(open_padded(&sealed, &OURS).unwrap().expose(), content);
            headers.insert(header_length(&sealed));
        }
        assert!(headers.len() > 50, "age's random stanza is expected to vary");
        assert!(headers.iter().all(|header| header + 16 + TAG_LENGTH + 2 <= FIXED_LENGTH_OVERHEAD - 40));
    }

    #[test]
    fn capacity_is_a_promise() {
        assert_eq!(capacity(SLOT), 2_200);
        assert_eq!(capacity(0), 0);
        assert_eq!(capacity(usize::MAX), 0);
        let recipient = OURS.recipient();
        for total in [FIXED_LENGTH_OVERHEAD, SLOT, LONGEST_FIXED_LENGTH] {
            let full = vec![7; capacity(total)];
            let sealed = seal_to_length(&full, &recipient, total).unwrap();
            assert_eq!(sealed.len(), total);
            assert_eq!(open_padded(&sealed, &OURS).unwrap().expose(), full);
            let length = full.len() + 1;
            let refused = SealError::DoesNotFit { length, capacity: full.len() };
            assert_eq!(seal_to_length(&vec![7; length], &recipient, total), Err(refused));
        }
        for total in [0, FIXED_LENGTH_OVERHEAD - 1, LONGEST_FIXED_LENGTH + 1, usize::MAX] {
            let refused = SealError::DoesNotFit { length: 0, capacity: 0 };
            assert_eq!(seal_to_length(b"", &recipient, total), Err(refused));
        }
    }

    #[test]
    fn padding_must_be_whole_and_of_zeros() {
        let inside = |plaintext: &[u8]| {
            let sealed = seal(plaintext, &[OURS.recipient()]).unwrap();
            open_padded(&sealed, &OURS).map(|content| content.expose().to_vec())
        };
        assert_eq!(inside(&[0, 2, 7, 7, 0, 0]), Ok(vec![7, 7]));
        assert_eq!(inside(&[0, 0]), Ok(vec![]));
        for bad in [&[][..], &[0], &[0, 3, 7, 7], &[0, 1, 7, 0, 1], &[0xff, 0xff, 7]] {
            assert_eq!(inside(bad), Err(OpenError::Damaged));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_was_sealed_comes_back(content in prop::collection::vec(any::<u8>(), 0..5_000)) {
            let sealed = seal(&content, &[OURS.recipient()]).unwrap();
            prop_assert_eq!(opened(&sealed, content.len()), Ok(content));
        }

        #[test]
        fn content_of_any_size_comes_back(length in 0..400_000_usize) {
            let content: Vec<u8> = (0..=250_u8).cycle().take(length).collect();
            let sealed = seal(&content, &[OURS.recipient()]).unwrap();
            prop_assert_eq!(opened(&sealed, ROOM), Ok(content));
        }

        #[test]
        fn one_changed_bit_is_enough_to_refuse(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let mut sealed = seal(&[7; 500], &[OURS.recipient()]).unwrap();
            let (at, header) = (at.index(sealed.len()), header_length(&sealed));
            sealed[at] ^= 1 << bit;
            let refused = opened(&sealed, ROOM).unwrap_err();
            if at >= header {
                prop_assert_eq!(refused, OpenError::Damaged);
            }
        }

        #[test]
        fn a_file_cut_at_random_never_opens(at in any::<prop::sample::Index>()) {
            let sealed = seal(&vec![7; 70_000], &[OURS.recipient()]).unwrap();
            prop_assert_eq!(opened(&sealed[..at.index(sealed.len())], ROOM), Err(OpenError::Damaged));
        }

        #[test]
        fn noise_never_opens(noise in prop::collection::vec(any::<u8>(), 0..3_000), with_head in any::<bool>()) {
            let mut bytes = if with_head { b"age-encryption.org/v1\n-> mlkem768x25519 ".to_vec() } else { vec![] };
            bytes.extend(noise);
            prop_assert_eq!(opened(&bytes, ROOM), Err(OpenError::Damaged));
        }

        #[test]
        fn slots_are_exact_for_any_content(content in prop::collection::vec(any::<u8>(), 0..=2_200)) {
            let sealed = seal_to_length(&content, &OURS.recipient(), SLOT).unwrap();
            prop_assert_eq!(sealed.len(), SLOT);
            let opened = open_padded(&sealed, &OURS).unwrap();
            prop_assert_eq!(opened.expose(), content);
        }
    }
}
