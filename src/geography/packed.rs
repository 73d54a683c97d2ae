//! Embedded files: expanded once, then read number by number without a step beyond their end.
//!
//! A number is unsigned and takes seven bits a byte, lowest first, the eighth bit meaning that more follow. A signed
//! number is folded onto it: 0, -1, 1, -2, … A text is the number of its bytes and these bytes, UTF-8.

use thiserror::Error;

/// What the embedded files may expand to together, in bytes: three times what they do.
pub(super) const MOST: usize = 32 << 20;

/// Why an embedded file cannot be used. The tests of this room read every one, so a program that was built whole never
/// says this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PackedError {
    /// Not a zstd frame, or larger than any of ours.
    #[error(
        "the built-in geography is damaged; places must be given as coordinates: install the program anew"
    )]
    Frame,
    /// The inside ends early or points outside itself.
    #[error(
        "the built-in geography does not read; places must be given as coordinates: install the program anew"
    )]
    Inside,
}

/// The inside of a zstd frame (RFC 8878) of at most [`MOST`] bytes.
pub(super) fn expanded(frame: &[u8]) -> Result<Vec<u8>, PackedError> {
    let length = zstd::zstd_safe::get_frame_content_size(frame).ok().flatten().ok_or(PackedError::Frame)?;
    let length = usize::try_from(length).ok().filter(|length| *length <= MOST).ok_or(PackedError::Frame)?;
    zstd::bulk::decompress(frame, length).map_err(|_| PackedError::Frame)
}

/// Reads from the front.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    /// The next bytes.
    pub(super) fn bytes(&mut self, count: usize) -> Result<&'a [u8], PackedError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(PackedError::Inside)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next number.
    pub(super) fn number(&mut self) -> Result<u64, PackedError> {
        let mut value = 0_u64;
        for shift in (0..63).step_by(7) {
            let (byte, rest) = self.0.split_first().ok_or(PackedError::Inside)?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Ok(value);
            }
        }
        Err(PackedError::Inside)
    }

    /// The next number, as an index or a length.
    pub(super) fn count(&mut self) -> Result<usize, PackedError> {
        usize::try_from(self.number()?).map_err(|_| PackedError::Inside)
    }

    /// The next number, which fits 32 bits.
    pub(super) fn small(&mut self) -> Result<i32, PackedError> {
        i32::try_from(self.number()?).map_err(|_| PackedError::Inside)
    }

    /// The next signed number.
    pub(super) fn signed(&mut self) -> Result<i64, PackedError> {
        let folded = self.number()?;
        let half = i64::try_from(folded >> 1).map_err(|_| PackedError::Inside)?;
        Ok(if folded & 1 == 0 { half } else { -half - 1 })
    }

    /// The next text.
    pub(super) fn text(&mut self) -> Result<&'a str, PackedError> {
        let length = self.count()?;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| PackedError::Inside)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{PackedError, Reader, expanded};

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let mut reader = Reader(&[0x05, 0xac, 0x02, 0x03, 0x04, 0x02, b'G', b'a', 0xff]);
        assert_eq!(reader.number(), Ok(5));
        assert_eq!(reader.number(), Ok(300));
        assert_eq!(reader.signed(), Ok(-2));
        assert_eq!(reader.signed(), Ok(2));
        assert_eq!(reader.text(), Ok("Ga"));
        assert_eq!(reader.number(), Err(PackedError::Inside));
    }

    proptest! {
        #[test]
        fn foreign_bytes_are_refused_without_a_panic(bytes in any::<Vec<u8>>()) {
            let mut reader = Reader(&bytes);
            while reader.text().is_ok() && reader.signed().is_ok() {}
            assert!(expanded(&bytes).is_err() || !bytes.is_empty());
        }
    }
}
