//! Pictures: how large they are, and what they show.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;
use zune_png::PngDecoder;

use crate::media::exif;
use crate::media::kind::Kind;
use crate::media::png;
use crate::media::scaling::{Rgb, Size, averaged, upright};

/// Most pixels of a picture that is decoded: 50 million, as phones with 48 take them.
pub const MOST_PIXELS: u64 = 50_000_000;
/// Most bytes a decoder may fill with one picture: three for each of those pixels.
pub const MOST_DECODED: u64 = 3 * MOST_PIXELS;
/// Most scans of one JPEG: encoders use about ten, and each goes over the whole picture again.
const MOST_SCANS: usize = 32;
/// Longest side of a picture in pixels: what a JPEG can tell (ISO/IEC 10918-1, B.2.2).
pub const LONGEST_SIDE: u32 = 65_535;

/// Why a file gives no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPicture {
    /// Neither JPEG nor PNG.
    #[error("the file is no photograph this program can read")]
    OtherKind,
    /// Larger than is decoded, or without a single pixel. Told before memory is reserved.
    #[error("the picture has no pixels, or more than 50 million")]
    Size,
    /// Cut off, damaged, or of a rare kind.
    #[error("the picture is damaged or of a rare kind")]
    Damaged,
}

/// A picture as it is looked at, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    size: Size,
    pixels: Vec<Rgb>,
}

/// Width and height in pixels as the file tells them, before it is turned upright. Nothing is decoded.
///
/// # Errors
/// A file that is no picture, whose size is refused, or whose header does not read.
pub fn dimensions(bytes: &[u8]) -> Result<(u32, u32), NoPicture> {
    let size = match Kind::of(bytes) {
        Kind::Jpeg => jpeg(bytes)?.1,
        Kind::Png => png_size(bytes)?,
        Kind::Other(_) => return Err(NoPicture::OtherKind),
    };
    let side = |pixels: usize| u32::try_from(pixels).map_err(|_| NoPicture::Size);
    Ok((side(size.width)?, side(size.height)?))
}

impl Picture {
    /// Decodes a picture, makes it small enough for a box, and turns it upright.
    ///
    /// # Errors
    /// A file that is no picture, whose size is refused, or that does not decode.
    pub fn within(bytes: &[u8], width: u32, height: u32) -> Result<Self, NoPicture> {
        let orientation = exif::told_by(bytes).orientation;
        let side = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX).max(1);
        let upright_box = Size { width: side(width), height: side(height) };
        let most = if orientation >= 5 { upright_box.turned() } else { upright_box };
        let (pixels, size) = match Kind::of(bytes) {
            Kind::Jpeg => decoded_jpeg(bytes, most)?,
            Kind::Png => decoded_png(bytes, most)?,
            Kind::Other(_) => return Err(NoPicture::OtherKind),
        };
        let (pixels, size) = upright(pixels, size, orientation);
        Ok(Self { size, pixels })
    }

    /// The same picture, smaller.
    #[must_use]
    pub fn smaller(&self, width: u32, height: u32) -> Self {
        let side = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX).max(1);
        let size = self.size.within(Size { width: side(width), height: side(height) });
        self.exactly(size)
    }

    /// The same picture in a size that is no larger.
    pub(crate) fn exactly(&self, size: Size) -> Self {
        Self { size, pixels: averaged(self.pixels.iter().copied(), self.size, size) }
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// Columns of pixels; at least 1.
    #[must_use]
    pub fn width(&self) -> usize {
        self.size.width
    }

    /// Rows of pixels; at least 1.
    #[must_use]
    pub fn height(&self) -> usize {
        self.size.height
    }

    /// Red, green and blue of each pixel, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[Rgb] {
        &self.pixels
    }
}

/// Checks a size before anything is reserved for it.
fn allowed(width: u64, height: u64, bytes_per_pixel: u64) -> Result<Size, NoPicture> {
    let longest = u64::from(LONGEST_SIDE);
    let pixels = width.saturating_mul(height);
    let too_large = width > longest || height > longest || pixels > MOST_PIXELS;
    if pixels == 0 || too_large || pixels.saturating_mul(bytes_per_pixel) > MOST_DECODED {
        return Err(NoPicture::Size);
    }
    let side = |pixels: u64| usize::try_from(pixels).map_err(|_| NoPicture::Size);
    Ok(Size { width: side(width)?, height: side(height)? })
}

/// What both decoders are told: portable code alone, eight bits a channel, one frame.
fn options() -> DecoderOptions {
    let longest = usize::try_from(LONGEST_SIDE).unwrap_or(usize::MAX);
    DecoderOptions::new_safe()
        .set_use_unsafe(false)
        .set_max_width(longest)
        .set_max_height(longest)
        .jpeg_set_max_scans(MOST_SCANS)
        .png_set_strip_to_8bit(true)
        .png_set_decode_animated(false)
        .jpeg_set_out_colorspace(ColorSpace::RGB)
}

type Jpeg<'a> = JpegDecoder<ZCursor<&'a [u8]>>;

/// A decoder that has read the head of a JPEG, and the size told there.
fn jpeg(bytes: &[u8]) -> Result<(Jpeg<'_>, Size), NoPicture> {
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options());
    decoder.decode_headers().map_err(|_| NoPicture::Damaged)?;
    let told = decoder.info().ok_or(NoPicture::Damaged)?;
    // A picture that comes in finer and finer scans is kept whole in coefficients of two bytes until the last of them.
    let bytes_per_pixel = if told.sof.is_progressive() { 3 + 3 * 2 } else { 3 };
    let size = allowed(u64::from(told.width), u64::from(told.height), bytes_per_pixel)?;
    Ok((decoder, size))
}

fn decoded_jpeg(bytes: &[u8], most: Size) -> Result<(Vec<Rgb>, Size), NoPicture> {
    let (mut decoder, size) = jpeg(bytes)?;
    let rgb = decoder.decode().map_err(|_| NoPicture::Damaged)?;
    let to = size.within(most);
    match decoder.output_colorspace() {
        Some(ColorSpace::RGB) => Ok((averaged(rgb.as_chunks().0.iter().copied(), size, to), to)),
        Some(ColorSpace::Luma) => Ok((averaged(rgb.iter().map(|light| [*light; 3]), size, to), to)),
        _ => Err(NoPicture::Damaged),
    }
}

fn png_size(bytes: &[u8]) -> Result<Size, NoPicture> {
    let told = png::header(bytes).ok_or(NoPicture::Damaged)?;
    allowed(u64::from(told.width), u64::from(told.height), told.bytes_per_pixel)
}

fn decoded_png(bytes: &[u8], most: Size) -> Result<(Vec<Rgb>, Size), NoPicture> {
    let size = png_size(bytes)?;
    let bare = png::bare(bytes);
    let mut decoder = PngDecoder::new_with_options(ZCursor::new(&bare), options());
    let raw = decoder.decode_raw().map_err(|_| NoPicture::Damaged)?;
    if decoder.dimensions() != Some((size.width, size.height)) {
        return Err(NoPicture::Damaged);
    }
    let to = size.within(most);
    let pixels = match decoder.colorspace().map(|colours| colours.num_components()) {
        Some(1) => averaged(raw.iter().map(|light| [*light; 3]), size, to),
        Some(2) => {
            averaged(raw.as_chunks().0.iter().map(|[light, alpha]| on_white([*light; 3], *alpha)), size, to)
        }
        Some(3) => averaged(raw.as_chunks().0.iter().copied(), size, to),
        Some(4) => averaged(
            raw.as_chunks().0.iter().map(|[r, g, b, alpha]| on_white([*r, *g, *b], *alpha)),
            size,
            to,
        ),
        _ => return Err(NoPicture::Damaged),
    };
    Ok((pixels, to))
}

/// What shows through is paper.
fn on_white(colour: Rgb, alpha: u8) -> Rgb {
    let alpha = u16::from(alpha);
    colour.map(|part| {
        u8::try_from((u16::from(part) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::media::specimen::{Facts, jpeg, noisy, png};

    /// Red left, blue right.
    fn halves(width: usize, height: usize) -> Vec<u8> {
        (0..width * height)
            .flat_map(|at| if at % width < width / 2 { [220, 10, 10] } else { [10, 10, 220] })
            .collect()
    }

    fn whole(bytes: &[u8]) -> Result<Picture, NoPicture> {
        Picture::within(bytes, u32::MAX, u32::MAX)
    }

    #[test]
    fn sizes_are_read_without_decoding() {
        assert_eq!(dimensions(&jpeg(&halves(40, 30), 40, 30, 90, None)), Ok((40, 30)));
        assert_eq!(dimensions(&png(3, 2, 8, 0, &[0; 6], &[])), Ok((3, 2)));
        assert_eq!(dimensions(b"%PDF-1.7"), Err(NoPicture::OtherKind));
    }

    #[test]
    fn a_small_file_that_claims_a_huge_picture_is_refused_by_its_head_alone() {
        for (width, height) in [(50_000, 50_000), (0, 5), (5, 0), (u32::MAX, u32::MAX), (70_000, 1)] {
            let bomb = png(width, height.max(1), 8, 2, &[0; 9], &[]);
            let mut bomb = bomb;
            bomb.splice(20..24, height.to_be_bytes());
            assert_eq!(dimensions(&bomb), Err(NoPicture::Size), "{width} {height}");
            assert_eq!(whole(&bomb), Err(NoPicture::Size));
        }
        // Within the pixels allowed, but sixteen bits of four channels for each.
        assert_eq!(dimensions(&png(7_000, 7_000, 16, 6, &[0; 9], &[])), Err(NoPicture::Size));
        let mut jpeg = jpeg(&halves(16, 16), 16, 16, 90, None);
        let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
        jpeg.splice(frame + 5..frame + 9, [0xff; 4]);
        assert_eq!(whole(&jpeg), Err(NoPicture::Size));
    }

    #[test]
    fn what_takes_more_memory_for_each_pixel_may_have_fewer_of_them() {
        // Six thousand squared: allowed for a plain photograph, not for one in scans.
        for (progressive, expected) in [(false, Ok((6_000, 6_000))), (true, Err(NoPicture::Size))] {
            let mut bytes = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
            encoder.set_progressive(progressive);
            encoder.encode(&halves(16, 16), 16, 16, jpeg_encoder::ColorType::Rgb).unwrap();
            let frame = bytes.windows(2).position(|two| two == [0xff, if progressive { 0xc2 } else { 0xc0 }]);
            let side = 6_000_u16.to_be_bytes();
            let size = frame.unwrap() + 5;
            bytes.splice(size..size + 4, [side, side].concat());
            assert_eq!(dimensions(&bytes), expected);
        }
    }

    #[test]
    fn texts_and_profiles_that_would_inflate_never_reach_the_decoder() {
        let text = [b"Comment\0\0".as_slice(), &[0x78, 0x9c, 0xff, 0xff]].concat();
        let bytes = png(1, 1, 8, 2, &[9, 8, 7], &[(b"zTXt", &text), (b"iCCP", &text), (b"acTL", &[0; 8])]);
        let bare = png::bare(&bytes);
        assert!([b"zTXt", b"iCCP", b"acTL"].iter().all(|kind| !bare.windows(4).any(|four| four == *kind)));
        assert_eq!(whole(&bytes).unwrap().pixels(), [[9, 8, 7]]);
    }

    #[test]
    fn every_kind_of_png_gives_colours() {
        let shown = |bytes: &[u8]| whole(bytes).unwrap().pixels().to_vec();
        assert_eq!(shown(&png(2, 1, 8, 0, &[0, 200], &[])), [[0; 3], [200; 3]]);
        assert_eq!(shown(&png(2, 1, 8, 4, &[0, 255, 0, 0], &[])), [[0; 3], [255; 3]]);
        assert_eq!(shown(&png(1, 1, 8, 6, &[100, 0, 0, 255], &[])), [[100, 0, 0]]);
        assert_eq!(shown(&png(1, 1, 16, 2, &[100, 1, 50, 1, 7, 1], &[])), [[100, 50, 7]]);
        assert_eq!(
            shown(&png(2, 1, 8, 3, &[1, 0], &[(b"PLTE", &[1, 2, 3, 4, 5, 6])])),
            [[4, 5, 6], [1, 2, 3]]
        );
        assert_eq!(shown(&png(8, 1, 1, 0, &[0b1000_0001], &[]))[..2], [[255; 3], [0; 3]]);
    }

    #[test]
    fn a_photograph_held_sideways_stands_upright() {
        // Orientation 6: the left side of what is stored is the top of what was seen.
        let facts = Facts { orientation: Some(6), ..Facts::default() };
        let stored = jpeg(&halves(64, 32), 64, 32, 95, Some(&facts));
        assert_eq!(dimensions(&stored), Ok((64, 32)));
        let picture = whole(&stored).unwrap();
        assert_eq!((picture.width(), picture.height()), (32, 64));
        let (top, bottom) = (picture.pixels()[16], picture.pixels()[32 * 60 + 16]);
        assert!(top[0] > 150 && top[2] < 90, "{top:?}");
        assert!(bottom[2] > 150 && bottom[0] < 90, "{bottom:?}");
        let small = Picture::within(&stored, 8, 100).unwrap();
        assert_eq!((small.width(), small.height()), (8, 16));
    }

    #[test]
    fn grey_photographs_have_colours_too() {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
        encoder.encode(&[120; 64], 8, 8, jpeg_encoder::ColorType::Luma).unwrap();
        let picture = whole(&bytes).unwrap();
        assert!(picture.pixels().iter().all(|[r, g, b]| r == g && g == b && r.abs_diff(120) < 4));
    }

    #[test]
    fn what_is_cut_off_anywhere_is_a_picture_or_a_refusal() {
        let photo = jpeg(&noisy(48, 40, 120, 1), 48, 40, 70, Some(&Facts::mitrovica()));
        let scan = png(20, 20, 8, 2, &noisy(20, 20, 90, 2), &[(b"eXIf", &Facts::mitrovica().tiff())]);
        for bytes in [photo, scan] {
            for end in 0..bytes.len() {
                let _ = whole(&bytes[..end]);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn changed_bytes_never_stop_the_program(
            which in 0_usize..3, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        ) {
            let facts = Facts { orientation: Some(7), ..Facts::mitrovica() };
            let rgb = noisy(33, 21, 90, 3);
            let mut bytes = match which {
                0 => jpeg(&rgb, 33, 21, 80, Some(&facts)),
                1 => png(33, 21, 8, 2, &rgb, &[(b"eXIf", &facts.tiff())]),
                _ => {
                    let mut out = Vec::new();
                    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 80);
                    encoder.set_progressive(true);
                    encoder.encode(&rgb, 33, 21, jpeg_encoder::ColorType::Rgb).unwrap();
                    out
                }
            };
            for (place, byte) in changes {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            if let Ok(picture) = Picture::within(&bytes, 40, 40) {
                prop_assert_eq!(picture.pixels().len(), picture.width() * picture.height());
            }
        }
    }
}
