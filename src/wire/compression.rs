//! Fewer bytes over the poor road: zstd (RFC 8878) with a dictionary trained on reports.
//!
//! The frame header names its dictionary by id. Dictionaries are numbered, embedded and never removed, so what was
//! sealed once can always be opened.

use std::io::{self, Read, Write};
use std::sync::OnceLock;

use zstd::dict::{DecoderDictionary, EncoderDictionary};
use zstd::zstd_safe::{self, DParameter};

use crate::wire::padding::{pad, padded};

/// Best level before the dear ones: a batch of 20 takes about 10 ms.
const LEVEL: i32 = 19;
/// The level for what does not shrink.
const FAST: i32 = 1;
/// Bytes above which it is looked whether something shrinks at all, and how many are looked at.
const LARGE: usize = 64 << 10;
const SAMPLE: usize = 64 << 10;
/// Expansion that is accepted on opening, and never exceeded on sealing.
const EXPANSION: usize = 64;
/// Most bytes a packet may expand to.
pub const MOST: usize = 256 << 20;
/// Largest window a reader must hold, 2^23 bytes: what RFC 8878, section 3.1.1.1.2 recommends, and what level 19 uses.
const WINDOW_LOG: u32 = 23;

/// The dictionary new packets are written with, and every one ever published.
const NEWEST: &[u8] = include_bytes!("dictionaries/1.zdict");

/// Why compressed bytes cannot be expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CompressionError {
    /// Not zstd, or damaged.
    #[error("the packet opened, but its inside is damaged; nothing of it was used: ask its sender")]
    Damaged,
    /// Expands beyond what any honest packet does.
    #[error("the packet would expand beyond every limit and was not unpacked")]
    Bomb,
    /// Needs a dictionary that this program does not have.
    #[error(
        "the packet was made by a newer version of the program; it is kept as it came: update, then read it again"
    )]
    UnknownDictionary,
    /// More than a reader would unpack.
    #[error("this is more than one packet may hold (256 MiB); nothing was sent: send it in parts")]
    TooLarge,
    /// The library failed to compress.
    #[error("the packet could not be compressed; nothing was sent and what you wrote is unchanged")]
    Failed,
}

fn encoder() -> &'static EncoderDictionary<'static> {
    static PREPARED: OnceLock<EncoderDictionary<'static>> = OnceLock::new();
    PREPARED.get_or_init(|| EncoderDictionary::copy(NEWEST, LEVEL))
}

fn decoder() -> &'static DecoderDictionary<'static> {
    static PREPARED: OnceLock<DecoderDictionary<'static>> = OnceLock::new();
    PREPARED.get_or_init(|| DecoderDictionary::copy(NEWEST))
}

/// Compresses and pads bytes of one nature.
///
/// # Errors
/// As [`compress_pieces`].
pub fn compress(plain: &[u8]) -> Result<Vec<u8>, CompressionError> {
    compress_pieces(&[plain])
}

/// Compresses one after the other, in one frame, and pads. Each piece begins a block of its own, so that bytes of
/// different natures do not share one table of letters.
///
/// # Errors
/// `TooLarge` beyond [`MOST`] bytes, `Failed` when the library fails.
pub fn compress_pieces<P: AsRef<[u8]>>(pieces: &[P]) -> Result<Vec<u8>, CompressionError> {
    let frame = Compressed::of(pieces)?;
    let total = frame.padded(0);
    Ok(frame.filled(total))
}

/// Compressed, and not yet padded.
pub struct Compressed {
    frame: Vec<u8>,
    least: usize,
}

impl Compressed {
    /// Compresses.
    ///
    /// # Errors
    /// As [`compress_pieces`].
    pub fn of<P: AsRef<[u8]>>(pieces: &[P]) -> Result<Self, CompressionError> {
        let length: usize = pieces.iter().map(|piece| piece.as_ref().len()).sum();
        if length > MOST {
            return Err(CompressionError::TooLarge);
        }
        let frame = framed(pieces, length).map_err(|_| CompressionError::Failed)?;
        Ok(Self { frame, least: length.div_ceil(EXPANSION - 1) })
    }

    /// How many bytes it is with its padding, and with so many to spare: a Padmé length.
    pub fn padded(&self, spare: usize) -> usize {
        padded(self.frame.len() + spare, self.least)
    }

    /// Padded to so many bytes.
    pub fn filled(self, total: usize) -> Vec<u8> {
        let mut frame = self.frame;
        pad(&mut frame, total);
        frame
    }
}

/// Whether bytes are known to shrink by nothing worth waiting for: a photograph, as a rule. The dear level takes a
/// second for two megabytes of it and gains nothing.
fn is_dense<P: AsRef<[u8]>>(pieces: &[P], length: usize) -> bool {
    let whole = pieces.iter().map(AsRef::as_ref).max_by_key(|piece| piece.len()).unwrap_or_default();
    let middle = whole.len() / 2;
    let sample = whole.get(middle..whole.len().min(middle + SAMPLE)).unwrap_or_default();
    length > LARGE
        && zstd::bulk::compress(sample, FAST)
            .is_ok_and(|small| small.len() + sample.len() / 32 > sample.len())
}

fn framed<P: AsRef<[u8]>>(pieces: &[P], length: usize) -> io::Result<Vec<u8>> {
    let mut stream = if is_dense(pieces, length) {
        zstd::stream::write::Encoder::new(Vec::new(), FAST)?
    } else {
        zstd::stream::write::Encoder::with_prepared_dictionary(Vec::new(), encoder())?
    };
    // The seal already authenticates every byte; a second checksum would only cost four.
    stream.include_checksum(false)?;
    stream.set_pledged_src_size(u64::try_from(length).ok())?;
    let mut begun = false;
    for piece in pieces.iter().map(AsRef::as_ref).filter(|piece| !piece.is_empty()) {
        if begun {
            stream.flush()?;
        }
        stream.write_all(piece)?;
        begun = true;
    }
    stream.finish()
}

/// Expands, within every limit.
///
/// # Errors
/// `UnknownDictionary`, `Bomb` or `Damaged`; never panics, whatever the bytes.
pub fn expand(frame: &[u8]) -> Result<Vec<u8>, CompressionError> {
    if frame.is_empty() {
        return Err(CompressionError::Damaged);
    }
    let limit = frame.len().saturating_mul(EXPANSION).min(MOST);
    let known = zstd_safe::get_dict_id_from_dict(NEWEST);
    if zstd_safe::get_dict_id_from_frame(frame).is_some_and(|id| Some(id) != known) {
        return Err(CompressionError::UnknownDictionary);
    }
    let damaged = |_| CompressionError::Damaged;
    let mut stream =
        zstd::stream::read::Decoder::with_prepared_dictionary(frame, decoder()).map_err(damaged)?;
    stream.set_parameter(DParameter::WindowLogMax(WINDOW_LOG)).map_err(damaged)?;
    let mut plain = Vec::new();
    let read = stream.take(limit as u64 + 1).read_to_end(&mut plain).map_err(damaged)?;
    if read > limit { Err(CompressionError::Bomb) } else { Ok(plain) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_compresses_too_well_is_padded_until_it_can_be_accepted() {
        let white = vec![0; 3 << 20];
        assert_eq!(expand(&compress(&white).unwrap()).unwrap(), white);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = zstd::bulk::compress(&vec![0; 64 << 20], 3).unwrap();
        assert_eq!(expand(&bomb), Err(CompressionError::Bomb));
    }

    /// A dictionary that this program was never given.
    fn foreign_dictionary() -> Vec<u8> {
        let samples: Vec<String> =
            (0..400).map(|n| format!("sample {n} of something later {}", n * 7919)).collect();
        let dictionary = zstd::dict::from_samples(&samples, 1_024).unwrap();
        let named = zstd_safe::get_dict_id_from_dict(&dictionary);
        assert!(named.is_some() && named != zstd_safe::get_dict_id_from_dict(NEWEST));
        dictionary
    }

    #[test]
    fn a_frame_with_a_dictionary_of_the_future_says_so() {
        let dictionary = foreign_dictionary();
        let mut compressor = zstd::bulk::Compressor::with_dictionary(3, &dictionary).unwrap();
        let frame = compressor.compress(b"sample 7 of something later").unwrap();
        assert!(zstd_safe::get_dict_id_from_frame(&frame).is_some());
        assert_eq!(expand(&frame), Err(CompressionError::UnknownDictionary));
    }

    #[test]
    fn a_frame_names_the_dictionary_it_was_written_with() {
        let frame = compress(b"a white van").unwrap();
        assert_eq!(zstd_safe::get_dict_id_from_frame(&frame), zstd_safe::get_dict_id_from_dict(NEWEST));
    }

    #[test]
    fn a_frame_without_a_dictionary_opens_whatever_dictionaries_there_are() {
        let frame = zstd::bulk::compress(b"a white van, a white van", 3).unwrap();
        assert_eq!(expand(&frame).unwrap(), b"a white van, a white van");
    }

    #[test]
    fn a_frame_cut_off_or_followed_by_something_is_refused() {
        let frame = compress("a white van ".repeat(50).as_bytes()).unwrap();
        for end in 0..frame.len() {
            // Cut between the frame and its padding it is still whole.
            let whole = frame.get(end..end + 4) == Some(&[0x50, 0x2a, 0x4d, 0x18]);
            assert_eq!(expand(&frame[..end]).is_ok(), whole, "{end}");
        }
        assert_eq!(expand(&[frame.as_slice(), b"x"].concat()), Err(CompressionError::Damaged));
        assert_eq!(expand(b""), Err(CompressionError::Damaged));
        assert_eq!(expand(b"not a frame"), Err(CompressionError::Damaged));
    }

    #[test]
    fn a_window_larger_than_a_reader_holds_is_refused() {
        // Frame header (RFC 8878, section 3.1.1.1): a window of 2^31 bytes, then one empty last block.
        let greedy = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, 0x01, 0x00, 0x00];
        assert_eq!(expand(&greedy), Err(CompressionError::Damaged));
        let modest = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 13 << 3, 0x01, 0x00, 0x00];
        assert_eq!(expand(&modest).unwrap(), b"");
    }

    #[test]
    fn the_largest_window_we_write_is_one_we_read() {
        let large: Vec<u8> = (0..3_000_000_u32).flat_map(|n| (n / 64).to_le_bytes()).collect();
        assert!(large.len() > 1 << WINDOW_LOG);
        assert_eq!(expand(&compress(&large).unwrap()).unwrap(), large);
    }

    #[test]
    fn more_than_a_reader_unpacks_is_not_packed() {
        assert_eq!(compress(&vec![0; MOST + 1]), Err(CompressionError::TooLarge));
    }

    #[test]
    fn what_is_compressed_has_a_padded_length() {
        for length in [0, 1, 100, 1_000, 30_000] {
            let frame = compress(&vec![b'x'; length]).unwrap();
            assert_eq!(crate::wire::padding::padme(frame.len()), frame.len());
        }
    }

    #[test]
    fn pieces_expand_to_one_whole() {
        let pieces: [&[u8]; 4] = [b"words, words, words", b"", &[0xa5; 64], b"words again"];
        assert_eq!(expand(&compress_pieces(&pieces).unwrap()).unwrap(), pieces.concat());
        assert_eq!(expand(&compress_pieces::<&[u8]>(&[]).unwrap()).unwrap(), b"");
    }

    proptest! {
        #[test]
        fn anything_comes_back_as_it_was(plain in prop::collection::vec(any::<u8>(), 0..5_000)) {
            prop_assert_eq!(expand(&compress(&plain).unwrap()).unwrap(), plain);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = expand(&bytes);
        }
    }
}
