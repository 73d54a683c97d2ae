//! Writing and reading an age file, whoever it is for: what sealing to keys and sealing by passphrase share.

use std::io::{Read, Write};

use age::stream::StreamReader;
use age::{Decryptor, Encryptor};

use crate::crypto::secret::SecretBytes;

/// The longest header read, in bytes. 64 hybrid recipients and age's random stanza take less.
const HEADER_LIMIT: usize = 128 * 1024;
/// The most lines of a header. age reads a header again with each line that arrives, so lines cost their
/// square.
const HEADER_LINES: usize = 256;

/// An age file that cannot be read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Not an age file, altered, or cut short.
    Damaged,
    /// Holds more than the caller has room for.
    TooLarge,
}

/// The age file of `plaintext`.
///
/// # Errors
/// None that a growing vector can cause.
pub(super) fn write(encryptor: Encryptor, plaintext: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = encryptor.wrap_output(Vec::with_capacity(plaintext.len()))?;
    writer.write_all(plaintext)?;
    writer.finish()
}

/// Reads the header.
///
/// # Errors
/// [`Unreadable::Damaged`] when there is none, when it is malformed, or when it is longer than any honest
/// one.
pub(super) fn read_header(sealed: &[u8]) -> Result<Decryptor<&[u8]>, Unreadable> {
    let head = sealed.get(..HEADER_LIMIT).unwrap_or(sealed);
    if !head.split(|byte| *byte == b'\n').take(HEADER_LINES).any(|line| line.starts_with(b"---")) {
        return Err(Unreadable::Damaged);
    }
    Decryptor::new_buffered(sealed).map_err(|_| Unreadable::Damaged)
}

/// Reads the content, at most `limit` bytes of it. `sealed` is the length of the whole file.
///
/// # Errors
/// [`Unreadable::TooLarge`] for content longer than `limit`, [`Unreadable::Damaged`] for an altered or cut
/// file.
pub(super) fn read_content(
    reader: StreamReader<&[u8]>,
    sealed: usize,
    limit: usize,
) -> Result<SecretBytes, Unreadable> {
    // Content is shorter than its file, so this room is enough and the bytes never move and leave a part
    // behind.
    let room = limit.saturating_add(1).min(sealed);
    let mut content = Vec::with_capacity(room);
    let outcome = reader.take(room as u64).read_to_end(&mut content);
    let content = SecretBytes::new(content);
    match outcome {
        Ok(read) if read > limit => Err(Unreadable::TooLarge),
        Ok(_) => Ok(content),
        Err(_) => Err(Unreadable::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::{HEADER_LIMIT, Unreadable, read_header};

    #[test]
    fn what_is_no_age_file_is_refused() {
        for bytes in [&b""[..], b"age-encryption.org/v1\n", b"---", b"---\n---\n", &[0xff; 1_000]] {
            assert_eq!(read_header(bytes).err(), Some(Unreadable::Damaged));
        }
    }

    #[test]
    fn an_endless_header_is_refused_before_it_is_read() {
        let stanzas = "-> a\n\n".repeat(10_000_000 / 6);
        let many_lines = format!("age-encryption.org/v1\n{stanzas}--- {}\n", "A".repeat(43));
        assert_eq!(read_header(many_lines.as_bytes()).err(), Some(Unreadable::Damaged));
        let long_line =
            format!("age-encryption.org/v1\n-> {}\n\n--- {}\n", "a".repeat(HEADER_LIMIT), "A".repeat(43));
        assert_eq!(read_header(long_line.as_bytes()).err(), Some(Unreadable::Damaged));
    }
}
