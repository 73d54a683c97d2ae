//! The chunks of a PNG (ISO/IEC 15948, clause 5), taken apart before a decoder sees them.
//!
//! A decoder inflates texts and colour profiles as it meets them, each to any size. Only the chunks that make the picture
//! are handed on, and only after the header has told how large it is.

/// What every PNG begins with.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunks without which there is no picture.
const OF_THE_PICTURE: [&[u8; 4]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// What the header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Columns of pixels.
    pub width: u32,
    /// Rows of pixels.
    pub height: u32,
    /// Bytes a decoded pixel takes at most.
    pub bytes_per_pixel: u64,
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    /// Length, kind, data and check sum.
    whole: &'a [u8],
}

/// The chunks up to the end, or to where the file was cut.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = bytes.strip_prefix(SIGNATURE).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, body) = rest.split_first_chunk::<4>()?;
        let (kind, body) = body.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = body.get(..length)?;
        let (whole, after) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = after;
        Some(Chunk { kind: *kind, data, whole })
    })
}

/// The header, if the file has one.
pub fn header(bytes: &[u8]) -> Option<Header> {
    let first = chunks(bytes).next().filter(|chunk| chunk.kind == *b"IHDR")?;
    let (width, rest) = first.data.split_first_chunk::<4>()?;
    let (height, rest) = rest.split_first_chunk::<4>()?;
    let (depth, colour) = (u64::from(*rest.first()?), *rest.get(1)?);
    // A palette or grey with one clear colour comes out with alpha: count what it may become.
    let channels = match colour {
        0 | 4 => 2,
        2 | 3 | 6 => 4,
        _ => return None,
    };
    let bytes_per_pixel = channels * depth.div_ceil(8);
    Some(Header { width: u32::from_be_bytes(*width), height: u32::from_be_bytes(*height), bytes_per_pixel })
}

/// The same picture without anything a decoder does not need for it.
pub fn bare(bytes: &[u8]) -> Vec<u8> {
    let mut out = SIGNATURE.to_vec();
    for chunk in chunks(bytes).filter(|chunk| OF_THE_PICTURE.contains(&&chunk.kind)) {
        out.extend_from_slice(chunk.whole);
    }
    out
}

/// What a camera wrote, if it is there.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    chunks(bytes).find(|chunk| chunk.kind == *b"eXIf").map(|chunk| chunk.data)
}
