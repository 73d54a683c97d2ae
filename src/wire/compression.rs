//! Fewer bytes over the poor road: zstd (RFC 8878) with a dictionary trained on reports.
//!
//! The frame header names its dictionary by id. Dictionaries are numbered, embedded and never removed, so what was
//! sealed once can always be opened.

use std::io::Read;
use std::sync::OnceLock;

use zstd::dict::{DecoderDictionary, EncoderDictionary};
use zstd::zstd_safe::{self, CParameter, DParameter};

use crate::wire::padding::pad;

/// Best level before the dear ones: a batch of 20 takes about 10 ms.
const LEVEL: i32 = 19;
/// Expansion that is accepted on opening, and never exceeded on sealing.
const EXPANSION: usize = 64;
/// Most bytes a packet may expand to.
pub const MOST: usize = 256 << 20;
/// Largest window a decoder must hold: 2^27 bytes.
const WINDOW_LOG: u32 = 27;

/// The dictionary new packets are written with, and every one ever published.
const NEWEST: &[u8] = include_bytes!("dictionaries/1.zdict");

/// Why compressed bytes cannot be expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CompressionError {
    /// Not zstd, or damaged.
    #[error("the packet opened, but its inside is damaged")]
    Damaged,
    /// Expands beyond what any honest packet does.
    #[error("the packet would expand beyond every limit and was not unpacked")]
    Bomb,
    /// Needs a dictionary that this program does not have.
    #[error(
        "the packet was made by a newer version of the program; it is kept as it came: update, then read it again"
    )]
    UnknownDictionary,
    /// The library failed to compress.
    #[error("the packet could not be compressed")]
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

/// Compresses and pads.
pub fn compress(plain: &[u8]) -> Result<Vec<u8>, CompressionError> {
    let failed = |_| CompressionError::Failed;
    let mut compressor = zstd::bulk::Compressor::with_prepared_dictionary(encoder()).map_err(failed)?;
    // The seal already authenticates every byte; a second checksum would only cost four.
    compressor.set_parameter(CParameter::ChecksumFlag(false)).map_err(failed)?;
    let mut frame = compressor.compress(plain).map_err(failed)?;
    pad(&mut frame, plain.len().div_ceil(EXPANSION - 1));
    Ok(frame)
}

/// Expands, within every limit.
pub fn expand(frame: &[u8]) -> Result<Vec<u8>, CompressionError> {
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

    #[test]
    fn a_frame_with_a_dictionary_of_the_future_says_so() {
        let mut dictionary = NEWEST.to_vec();
        dictionary[4] ^= 1; // the id follows the magic number
        let frame =
            zstd::bulk::Compressor::with_dictionary(3, &dictionary).unwrap().compress(b"later").unwrap();
        assert_eq!(expand(&frame), Err(CompressionError::UnknownDictionary));
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
