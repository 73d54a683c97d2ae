//! The smaller copy of a photograph, for a poor road.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::media::image::{NoPicture, Picture};

/// Longest side of a copy in pixels: a number plate across a twentieth of the picture still reads.
pub const LONGEST_SIDE: u32 = 1_024;
/// The longest sides that are tried, one after the other.
const SIDES: [u32; 7] = [LONGEST_SIDE, 800, 640, 480, 320, 200, 100];
/// The qualities that are tried at each of them, of 100: below the last one, fewer pixels show more.
const QUALITIES: [u8; 5] = [90, 80, 65, 50, 36];

/// A smaller copy: a JPEG that holds the picture, upright, and not a word of what the original told beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct Reduced {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Columns of pixels.
    pub width: usize,
    /// Rows of pixels.
    pub height: usize,
}

/// The best copy of a photograph that takes at most `budget` bytes. The same bytes give the same copy.
///
/// # Errors
/// A file that gives no picture, or a budget below any picture (some 2 KiB).
pub fn reduced(bytes: &[u8], budget: usize) -> Result<Reduced, NoPicture> {
    let largest = Picture::within(bytes, LONGEST_SIDE, LONGEST_SIDE)?;
    let mut tried = None;
    for side in SIDES {
        let picture = largest.smaller(side, side);
        if tried == Some((picture.width(), picture.height())) {
            continue;
        }
        tried = Some((picture.width(), picture.height()));
        for quality in QUALITIES {
            let bytes = encoded(&picture, quality)?;
            if bytes.len() <= budget {
                return Ok(Reduced { bytes, width: picture.width(), height: picture.height() });
            }
        }
    }
    Err(NoPicture::Size)
}

fn encoded(picture: &Picture, quality: u8) -> Result<Vec<u8>, NoPicture> {
    let side = |pixels: usize| u16::try_from(pixels).map_err(|_| NoPicture::Size);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    let rgb = picture.pixels().as_flattened();
    encoder
        .encode(rgb, side(picture.width())?, side(picture.height())?, ColorType::Rgb)
        .map_err(|_| NoPicture::Damaged)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::exif::{Told, told_by};
    use crate::media::specimen::{Facts, jpeg, noisy, png};

    const BUDGET: usize = 48 << 10;

    #[test]
    fn a_copy_fits_shows_the_picture_and_tells_nothing_else() {
        let facts = Facts { orientation: Some(6), ..Facts::mitrovica() };
        let original = jpeg(&noisy(1_600, 1_200, 40, 5), 1_600, 1_200, 92, Some(&facts));
        let copy = reduced(&original, BUDGET).unwrap();
        assert!(copy.bytes.len() <= BUDGET && copy.bytes.len() > BUDGET / 4, "{}", copy.bytes.len());
        assert!(copy.height > copy.width && copy.height <= 1_024, "{} x {}", copy.width, copy.height);
        assert_eq!(told_by(&copy.bytes), Told::default());
        assert!(!copy.bytes.windows(4).any(|four| four == b"Exif" || four == b"2026"));
        assert_eq!(
            reduced(&original, BUDGET).unwrap().bytes,
            copy.bytes,
            "the same bytes in, the same bytes out"
        );
        let again = Picture::within(&copy.bytes, 1_024, 1_024).unwrap();
        assert_eq!((again.width(), again.height()), (copy.width, copy.height));
    }

    #[test]
    fn nothing_but_noise_still_fits_and_only_ever_gets_smaller() {
        let original = png(1_100, 900, 8, 2, &noisy(1_100, 900, 255, 6), &[]);
        let copy = reduced(&original, BUDGET).unwrap();
        assert!(copy.bytes.len() <= BUDGET);
        let poor = reduced(&original, 4 << 10).unwrap();
        assert!(poor.bytes.len() <= 4 << 10 && poor.width < copy.width);
        assert!(reduced(&original, 100).is_err());
    }

    #[test]
    fn a_picture_smaller_than_a_copy_is_not_blown_up() {
        let copy = reduced(&png(60, 3, 8, 2, &noisy(60, 3, 10, 7), &[]), BUDGET).unwrap();
        assert_eq!((copy.width, copy.height), (60, 3));
    }
}
