//! Amendments one behind the other, read within limits.
//!
//! ```text
//!  what somebody installs or tells ─▶ a sequence: all of it or nothing
//!  what the relay tells ───────────▶ a page: item by item, and whether it came to the end
//! ```

use std::collections::BTreeSet;

use minicbor::Decoder;

use crate::domain::ids::Digest;
use crate::wire::amendment::{MOST, MOST_BYTES};
use crate::wire::kind::Kind;
use crate::wire::statement::{StatementError, UnverifiedStatement};

/// What a sequence holds, nothing of it judged.
#[derive(Debug, Clone, Default)]
pub struct UnverifiedSequence {
    /// The bytes of a roster at its beginning.
    pub roster: Option<Vec<u8>>,
    /// The amendments, in their order.
    pub amendments: Vec<UnverifiedStatement>,
}

impl UnverifiedSequence {
    /// Reads a sequence. Never panics, whatever the bytes.
    ///
    /// # Errors
    /// `TooLarge`, `Malformed`, or `WrongKind` for a statement of another kind; nothing of it counts then.
    pub fn read(bytes: &[u8]) -> Result<Self, StatementError> {
        let (mut sequence, mut seen) = (Self::default(), BTreeSet::<Digest>::new());
        let mut input = Decoder::new(bytes);
        while input.position() < bytes.len() {
            let from = input.position();
            input.skip().map_err(|_| StatementError::Malformed)?;
            let item = bytes.get(from..input.position()).unwrap_or_default();
            if from == 0 && item.starts_with(&ROSTER_TAG) {
                sequence.roster = Some(item.to_vec());
                continue;
            }
            if sequence.amendments.len() >= MOST {
                return Err(StatementError::TooLarge);
            }
            let statement = UnverifiedStatement::parse(item)?;
            if !matches!(statement.kind(), Kind::Membership | Kind::Revocation) {
                return Err(StatementError::WrongKind);
            }
            if seen.insert(statement.digest()) {
                sequence.amendments.push(statement);
            }
        }
        Ok(sequence)
    }
}

/// What a relay told of amendments, nothing of it judged. One that cannot be read hides none of the others.
#[derive(Debug, Clone, Default)]
pub struct AmendmentPage {
    /// The amendments, in their order.
    pub amendments: Vec<UnverifiedStatement>,
    /// Items that this program cannot read, and why.
    pub unreadable: Vec<(Vec<u8>, StatementError)>,
    /// Whether everything that came was looked at; what lies behind the rest must be asked for again.
    pub whole: bool,
}

impl AmendmentPage {
    /// Reads a page. Never panics, whatever the bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let mut page = Self::default();
        let mut input = Decoder::new(bytes.get(..MOST_BYTES.min(bytes.len())).unwrap_or_default());
        for _ in 0..MOST {
            let from = input.position();
            if from >= bytes.len() || input.skip().is_err() {
                break;
            }
            let item = bytes.get(from..input.position()).unwrap_or_default();
            match UnverifiedStatement::parse(item) {
                Ok(statement) if matches!(statement.kind(), Kind::Membership | Kind::Revocation) => {
                    page.amendments.push(statement);
                }
                Ok(_) => page.unreadable.push((item.to_vec(), StatementError::WrongKind)),
                Err(why) => page.unreadable.push((item.to_vec(), why)),
            }
            page.whole = input.position() == bytes.len();
        }
        page.whole |= bytes.is_empty();
        page
    }
}

/// How a COSE_Sign begins (RFC 9052, tag 98).
const ROSTER_TAG: [u8; 2] = [0xd8, 0x62];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::amendment::write_sequence;
    use crate::wire::cast::{COMMANDER, OBSERVER, key, membership, realm, revocation, roster};
    use crate::wire::receipt::CollectionV1;
    use crate::wire::spelling::Plain;
    use crate::wire::statement::{Payload, SignedStatement, digest_of, sign};
    use proptest::prelude::*;

    /// Somebody no roster names; his commander vouches for him.
    const NEW: u8 = 90;

    fn said<P: Payload>(word: P, by: u8) -> UnverifiedStatement {
        let signed = sign(word, &key(by), realm().id()).unwrap();
        UnverifiedStatement::parse(signed.statement.bytes()).unwrap()
    }

    #[test]
    fn one_item_that_cannot_be_read_hides_none_of_the_others() {
        let words = [said(membership(NEW), COMMANDER), said(revocation(OBSERVER, None), COMMANDER)];
        let newer = cut_to_a_newer_version(words[0].bytes());
        let bytes = [words[0].bytes(), &newer, &[0x60], words[1].bytes()].concat();
        let page = AmendmentPage::read(&bytes);
        assert_eq!((page.amendments.len(), page.unreadable.len(), page.whole), (2, 2, true));
        assert_eq!(page.unreadable[0].1, StatementError::FutureVersion);
        assert!(UnverifiedSequence::read(&bytes).is_err(), "what somebody installs is all of it or nothing");

        // Behind what has no end nothing is known, so it is asked for again.
        for cut in [&[0x5a, 0xff, 0xff, 0xff, 0xff][..], &words[1].bytes()[..20]] {
            let page = AmendmentPage::read(&[words[0].bytes(), cut].concat());
            assert_eq!((page.amendments.len(), page.whole), (1, false));
        }
        assert!(AmendmentPage::read(b"").whole);
    }

    #[test]
    fn a_page_is_bounded_by_count_and_by_bytes() {
        let page = AmendmentPage::read(&vec![0x60; MOST]);
        assert_eq!((page.unreadable.len(), page.whole), (MOST, true));
        let page = AmendmentPage::read(&vec![0x60; MOST + 1]);
        assert_eq!((page.unreadable.len(), page.whole), (MOST, false));
        let mut large = vec![0x5a, 0x00, 0x20, 0x00, 0x00];
        large.resize(5 + MOST_BYTES, 0);
        assert!(!AmendmentPage::read(&large).whole);
    }

    /// The same statement with the number of its version one higher.
    fn cut_to_a_newer_version(bytes: &[u8]) -> Vec<u8> {
        let mut newer = bytes.to_vec();
        let kind = b"membership";
        let at = newer.windows(kind.len()).position(|some| some == kind).unwrap();
        let version = newer[at..].iter().position(|byte| *byte == b'1').unwrap() + at;
        newer[version] = b'2';
        newer
    }

    #[test]
    fn a_sequence_reads_back_and_holds_nothing_else() {
        let words = [said(membership(NEW), COMMANDER), said(revocation(OBSERVER, None), COMMANDER)];
        let signed: Vec<SignedStatement> =
            words.iter().map(|word| SignedStatement::restored(word.bytes().to_vec()).unwrap()).collect();
        let file = write_sequence(Some(&roster()), &signed);
        let read = UnverifiedSequence::read(&file).unwrap();
        assert_eq!(read.roster.as_deref(), Some(roster().bytes()));
        assert!(
            read.amendments
                .iter()
                .map(UnverifiedStatement::digest)
                .eq(words.iter().map(UnverifiedStatement::digest))
        );
        let twice = [file.as_slice(), words[0].bytes()].concat();
        assert_eq!(UnverifiedSequence::read(&twice).unwrap().amendments.len(), 2, "said twice is said once");
        assert!(UnverifiedSequence::read(b"").unwrap().amendments.is_empty());

        let collection =
            CollectionV1 { packet: Plain(digest_of(b"packet")), at: Plain(crate::wire::cast::noon()) };
        let collection = sign(collection, &key(OBSERVER), realm().id()).unwrap().statement;
        let kind = UnverifiedSequence::read(collection.bytes()).err();
        assert_eq!(kind, Some(StatementError::WrongKind));
        for bad in [
            &file[..file.len() - 1],
            &[file.as_slice(), &[0x60]].concat(),
            &[words[0].bytes(), roster().bytes()].concat(),
        ] {
            assert!(UnverifiedSequence::read(bad).is_err());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_a_sequence_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = UnverifiedSequence::read(&bytes);
            let _ = AmendmentPage::read(&bytes);
        }
    }
}
