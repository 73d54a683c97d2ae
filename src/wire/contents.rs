//! What is inside a sealed packet: a CBOR Sequence (RFC 8742) of `[kind, bytes]` items.
//!
//! ```text
//!  words    statement, statement, …, each without its last 64 bytes
//!  noise    signatures: those 64 bytes of each, in the same order
//!  files    attachment, …, slot, …
//! ```
//!
//! A statement ends with its Ed25519 signature. Between words those bytes spoil the compressor's table of letters; in
//! a piece of their own they cost exactly what they are. That saves 27 bytes a report in a batch of 20 and 60 in a
//! report that travels alone. Put together again, a statement is byte for byte what was signed.

use std::fmt;

use minicbor::{Decoder, Encoder};

use crate::wire::statement::SignedStatement;

/// Most items of one packet.
pub const MOST_ITEMS: usize = 10_000;
/// Exact length of an integrity slot in bytes.
pub const SLOT_LENGTH: usize = 4_096;
/// Bytes at the end of every statement that are an Ed25519 signature (RFC 8032).
const SIGNATURE: usize = 64;

/// What a sender puts into a packet.
#[derive(Clone, Default)]
pub struct Contents {
    /// Signed words.
    pub statements: Vec<SignedStatement>,
    /// The bytes of attachments; each is known by its SHA-256.
    pub attachments: Vec<Vec<u8>>,
    /// Integrity slots, opened by the integrity desk alone.
    pub slots: Vec<Vec<u8>>,
}

/// What came out of a packet: shapes only, nothing verified.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct UnverifiedContents {
    /// Bytes that claim to be statements.
    pub statements: Vec<Vec<u8>>,
    /// The bytes of attachments.
    pub attachments: Vec<Vec<u8>>,
    /// Integrity slots.
    pub slots: Vec<Vec<u8>>,
}

/// Why the inside of a packet cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContentsError {
    /// Not a sequence of items.
    #[error(
        "the packet opened, but its inside is not what a packet holds; nothing of it was used: ask its sender"
    )]
    Malformed,
    /// More items than a packet may hold.
    #[error("more than {MOST_ITEMS} items do not go into one packet; nothing of it was used or sent")]
    TooMany,
    /// A slot of another length than every slot has.
    #[error("an integrity slot of a wrong length; nothing of its packet was used or sent")]
    SlotLength,
}

/// Content never reaches a log by way of a debug print.
impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { statements, attachments, slots } = self;
        write!(f, "Contents({} + {} + {} items)", statements.len(), attachments.len(), slots.len())
    }
}

impl fmt::Debug for UnverifiedContents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { statements, attachments, slots } = self;
        write!(f, "UnverifiedContents({} + {} + {} items)", statements.len(), attachments.len(), slots.len())
    }
}

impl Contents {
    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.attachments.is_empty() && self.slots.is_empty()
    }

    /// The sequence in three pieces that compress differently: words, noise, files.
    ///
    /// # Errors
    /// `TooMany` or `SlotLength` for what no reader would accept; nothing is written then.
    pub fn pieces(&self) -> Result<[Vec<u8>; 3], ContentsError> {
        if self.statements.len() + self.attachments.len() + self.slots.len() > MOST_ITEMS {
            return Err(ContentsError::TooMany);
        }
        if self.slots.iter().any(|slot| slot.len() != SLOT_LENGTH) {
            return Err(ContentsError::SlotLength);
        }
        let (mut words, mut signatures) = (Encoder::new(Vec::new()), Vec::new());
        for statement in &self.statements {
            let (signed, signature) =
                statement.bytes().split_last_chunk::<SIGNATURE>().ok_or(ContentsError::Malformed)?;
            put(&mut words, "statement", signed)?;
            signatures.extend(signature);
        }
        let mut noise = Encoder::new(Vec::new());
        if !signatures.is_empty() {
            put(&mut noise, "signatures", &signatures)?;
        }
        let mut files = Encoder::new(Vec::new());
        for attachment in &self.attachments {
            put(&mut files, "attachment", attachment)?;
        }
        for slot in &self.slots {
            put(&mut files, "slot", slot)?;
        }
        Ok([words.into_writer(), noise.into_writer(), files.into_writer()])
    }

    /// The whole sequence.
    ///
    /// # Errors
    /// As [`Contents::pieces`].
    pub fn write(&self) -> Result<Vec<u8>, ContentsError> {
        Ok(self.pieces()?.concat())
    }
}

fn put(out: &mut Encoder<Vec<u8>>, kind: &str, bytes: &[u8]) -> Result<(), ContentsError> {
    let written = out.array(2).and_then(|out| out.str(kind)).and_then(|out| out.bytes(bytes));
    written.map(|_| ()).map_err(|_| ContentsError::Malformed)
}

impl UnverifiedContents {
    /// Reads the sequence. Lengths are checked against what is there before anything is copied.
    pub fn read(bytes: &[u8]) -> Result<Self, ContentsError> {
        let mut input = Decoder::new(bytes);
        let mut contents = Self::default();
        let mut signed = false;
        while input.position() < bytes.len() {
            let (kind, item) = item(&mut input).map_err(|_| ContentsError::Malformed)?;
            match kind {
                "statement" if !signed => contents.statements.push(item.to_vec()),
                "signatures" if !signed && !item.is_empty() => {
                    contents.put_together(item)?;
                    signed = true;
                }
                "attachment" => contents.attachments.push(item.to_vec()),
                "slot" if item.len() == SLOT_LENGTH => contents.slots.push(item.to_vec()),
                "slot" => return Err(ContentsError::SlotLength),
                _ => return Err(ContentsError::Malformed),
            }
            if contents.statements.len() + contents.attachments.len() + contents.slots.len() > MOST_ITEMS {
                return Err(ContentsError::TooMany);
            }
        }
        if signed || contents.statements.is_empty() { Ok(contents) } else { Err(ContentsError::Malformed) }
    }

    /// Gives each statement the end it was sent without.
    fn put_together(&mut self, signatures: &[u8]) -> Result<(), ContentsError> {
        if signatures.len() != self.statements.len() * SIGNATURE {
            return Err(ContentsError::Malformed);
        }
        for (statement, signature) in self.statements.iter_mut().zip(signatures.chunks_exact(SIGNATURE)) {
            statement.extend_from_slice(signature);
        }
        Ok(())
    }
}

fn item<'b>(input: &mut Decoder<'b>) -> Result<(&'b str, &'b [u8]), minicbor::decode::Error> {
    match input.array()? {
        Some(2) => Ok((input.str()?, input.bytes()?)),
        _ => Err(minicbor::decode::Error::message("not a pair")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::cast::{OBSERVER, key, noon, realm};
    use crate::wire::receipt::CollectionV1;
    use crate::wire::spelling::Plain;
    use crate::wire::statement::{digest_of, sign};
    use proptest::prelude::*;

    fn pair(kind: &str, bytes: &[u8]) -> Vec<u8> {
        let mut out = Encoder::new(Vec::new());
        out.array(2).unwrap().str(kind).unwrap().bytes(bytes).unwrap();
        out.into_writer()
    }

    #[test]
    fn items_read_back_and_foreign_ones_are_refused() {
        let whole = [pair("attachment", b"photo"), pair("slot", &[9; SLOT_LENGTH])].concat();
        let read = UnverifiedContents::read(&whole).unwrap();
        assert_eq!((read.attachments.len(), read.slots.len()), (1, 1));
        assert_eq!(UnverifiedContents::read(&pair("slot", b"short")), Err(ContentsError::SlotLength));
        assert_eq!(UnverifiedContents::read(&pair("script", b"")), Err(ContentsError::Malformed));
        assert_eq!(UnverifiedContents::read(&whole[..whole.len() - 1]), Err(ContentsError::Malformed));
        let many = pair("attachment", b"").repeat(MOST_ITEMS + 1);
        assert_eq!(UnverifiedContents::read(&many), Err(ContentsError::TooMany));
    }

    #[test]
    fn everything_written_reads_back_in_its_order() {
        let statement = |n| {
            let packet = Plain(digest_of(&[n]));
            sign(CollectionV1 { packet, at: Plain(noon()) }, &key(OBSERVER), realm().id()).unwrap().statement
        };
        let ours = Contents {
            statements: vec![statement(1), statement(2)],
            attachments: vec![b"photo".to_vec(), Vec::new()],
            slots: vec![vec![3; SLOT_LENGTH]],
        };
        let read = UnverifiedContents::read(&ours.write().unwrap()).unwrap();
        let statements: Vec<_> = ours.statements.iter().map(|statement| statement.bytes().to_vec()).collect();
        assert_eq!(read, UnverifiedContents { statements, attachments: ours.attachments, slots: ours.slots });
        let nothing = Contents::default();
        assert!(nothing.is_empty());
        assert_eq!(
            UnverifiedContents::read(&nothing.write().unwrap()).unwrap(),
            UnverifiedContents::default()
        );
    }

    #[test]
    fn each_statement_has_its_signature_and_no_signature_is_left_over() {
        let (one, both) = (pair("signatures", &[7; SIGNATURE]), pair("signatures", &[7; 2 * SIGNATURE]));
        let words = [pair("statement", b"one"), pair("statement", b"two")].concat();
        let read = |parts: &[&[u8]]| UnverifiedContents::read(&parts.concat());
        let whole = read(&[&words, &both]).unwrap();
        assert!(whole.statements.iter().all(|statement| statement.ends_with(&[7; SIGNATURE])));
        for bad in [
            &[&words[..]][..],
            &[&words, &one],
            &[&words, &both, &both],
            &[&both, &words],
            &[&words, &both, &words],
            &[&one],
            &[&pair("signatures", b"")],
        ] {
            assert_eq!(read(bad), Err(ContentsError::Malformed));
        }
    }

    #[test]
    fn nothing_is_written_that_no_reader_accepts() {
        let most = Contents { attachments: vec![Vec::new(); MOST_ITEMS], ..Contents::default() };
        assert_eq!(UnverifiedContents::read(&most.write().unwrap()).unwrap().attachments.len(), MOST_ITEMS);
        let many = Contents { slots: vec![vec![0; SLOT_LENGTH]], ..most };
        assert_eq!(many.write(), Err(ContentsError::TooMany));
        for length in [0, SLOT_LENGTH - 1, SLOT_LENGTH + 1] {
            let short = Contents { slots: vec![vec![0; length]], ..Contents::default() };
            assert_eq!(short.write(), Err(ContentsError::SlotLength));
        }
    }

    #[test]
    fn what_is_not_a_pair_of_a_word_and_bytes_is_refused() {
        for bad in [
            &[0x80][..],
            &[0x9f, 0xff],
            &[0x83, 0x60, 0x40, 0x40],
            &[0x82, 0x40, 0x40],
            &[0xa0],
            &[0xff],
            &[0xc6],
        ] {
            assert_eq!(UnverifiedContents::read(bad), Err(ContentsError::Malformed), "{bad:?}");
        }
    }

    #[test]
    fn a_length_that_is_not_there_allocates_nothing() {
        // An array of two, the text "slot", then a byte string that claims 2^62 bytes.
        let bomb = [&[0x82, 0x64][..], b"slot", &[0x5b, 0x40, 0, 0, 0, 0, 0, 0, 0]].concat();
        assert_eq!(UnverifiedContents::read(&bomb), Err(ContentsError::Malformed));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = UnverifiedContents::read(&bytes);
        }
    }
}
