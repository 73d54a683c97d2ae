//! A photograph nobody took: a road, hills, a vehicle and much noise, as an image intensifier shows them.

use crate::crypto::digest::sha256;
use crate::desks::exercise::dice::SeededDice;
use crate::domain::ids::Digest;
use crate::domain::observation::Attachment;
use crate::domain::text::Line;

const WIDTH: u32 = 200;
const HEIGHT: u32 = 150;
/// The media type of every photograph of an exercise.
pub const MEDIA_TYPE: &str = "image/png";

/// A file that goes with a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// What the draft says of it.
    pub attachment: Attachment,
    /// Its bytes, about 30 KB.
    pub bytes: Vec<u8>,
}

/// A new photograph; nothing if it cannot be described.
pub fn taken(dice: &mut SeededDice) -> Option<Photo> {
    let bytes = png(&rendered(dice));
    let attachment = Attachment {
        digest: Digest::from_bytes(sha256(&bytes)),
        size: u64::try_from(bytes.len()).ok()?,
        media_type: Line::new(MEDIA_TYPE).ok()?,
        derived_from: None,
    };
    Some(Photo { attachment, bytes })
}

/// One byte of brightness for each pixel, row by row, each row after the zero that says it is unfiltered.
fn rendered(dice: &mut SeededDice) -> Vec<u8> {
    let (hill, left, wide) = (dice.between(40, 70), dice.between(40, 110), dice.between(36, 60));
    let mut rows = Vec::new();
    for y in 0..HEIGHT {
        rows.push(0);
        for x in 0..WIDTH {
            let skyline = hill + (x * 7 % 43) / 6 + x / 16;
            let on_vehicle = (left..left + wide).contains(&x) && (88..118).contains(&y);
            let window = on_vehicle && (92..101).contains(&y) && x % 18 > 3;
            let wheel =
                (114..122).contains(&y) && (x.abs_diff(left + 9) < 5 || x.abs_diff(left + wide - 9) < 5);
            let light = match () {
                () if wheel => 20,
                () if window => 34,
                () if on_vehicle => 150,
                () if y < skyline => 120 - y / 2,
                () if y > 112 => 92 + (x + y) % 5,
                () => 58 + y / 6,
            };
            rows.push(u8::try_from(light + dice.below(38)).unwrap_or(u8::MAX));
        }
    }
    rows
}

/// A greyscale PNG (ISO/IEC 15948) whose pixels are stored, not deflated: noise does not deflate.
fn png(rows: &[u8]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    // Eight bits of grey; deflate, no filter, no interlace.
    chunk(&mut out, b"IHDR", &[&WIDTH.to_be_bytes()[..], &HEIGHT.to_be_bytes(), &[8, 0, 0, 0, 0]].concat());
    let mut stream = vec![0x78, 0x01];
    // A stored block of deflate (RFC 1951) holds at most 65,535 bytes; one is enough here.
    let length = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    stream.push(1);
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(rows);
    stream.extend(adler32(rows).to_be_bytes());
    chunk(&mut out, b"IDAT", &stream);
    chunk(&mut out, b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let named = [kind.as_slice(), data].concat();
    out.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend(&named);
    out.extend(crc32(&named).to_be_bytes());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}

fn adler32(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1, 0), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_sums_are_those_of_the_standards() {
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn photographs_are_small_whole_and_different() {
        let mut dice = SeededDice::new(8);
        let (one, two) = (taken(&mut dice).unwrap(), taken(&mut dice).unwrap());
        assert_ne!(one.attachment.digest, two.attachment.digest);
        assert!((20_000..40_000).contains(&one.bytes.len()), "{}", one.bytes.len());
        let pixels = rendered(&mut dice);
        assert_eq!(pixels.len(), usize::try_from((WIDTH + 1) * HEIGHT).unwrap());
        // The stored stream begins after signature, header chunk, chunk head, and the heads of zlib and block.
        let stream = one.bytes[8 + 25 + 8..].to_vec();
        let inflated = zune_inflate::DeflateDecoder::new(&stream).decode_zlib().unwrap();
        assert_eq!(inflated.len(), pixels.len());
    }
}
