//! The two envelopes of COSE (RFC 9052) that are in use, and nothing else of it.
//!
//! ```text
//!  one person's word          18([ protected, {}, payload, signature ])
//!  several persons' word      98([ protected, {}, payload, [[ protected, {}, signature ], …] ])
//! ```
//!
//! They are taken apart by hand, without recursion, and a header is given to the library only when it is short: a
//! header may hold countersignatures whose headers hold countersignatures, and a few kilobytes of those would exhaust
//! the stack. An envelope has exactly one form, the shortest (RFC 8949, section 4.2.1), with nothing unprotected, so
//! that one signature cannot stand under two identities.

use coset::{
    CborSerializable, CoseSign, CoseSign1, CoseSignature, Header, HeaderBuilder, ProtectedHeader,
    TaggedCborSerializable, iana,
};
use minicbor::Decoder;

use crate::domain::ids::RealmId;
use crate::wire::kind::Kind;

/// More signatures than any charter has authorities.
pub(crate) const MOST_SIGNATURES: usize = 32;
/// Longest protected header that is read, in bytes; ours take at most 90.
const MOST_HEADER: usize = 256;

/// What every signature is bound to besides its payload: this format, and one realm.
pub(crate) fn external_data(realm: RealmId) -> Vec<u8> {
    [b"vigilia/1".as_slice(), realm.as_bytes()].concat()
}

/// The protected header of a payload of this kind.
pub(crate) fn kind_header(kind: Kind) -> Header {
    HeaderBuilder::new().content_type(kind.content_type()).build()
}

/// The protected header of a signature by the key of this name.
pub(crate) fn signer_header(key_id: &[u8]) -> Header {
    HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).key_id(key_id.to_vec()).build()
}

/// The protected header of a statement: kind and signer in one.
pub(crate) fn statement_header(kind: Kind, key_id: &[u8]) -> Header {
    Header { content_type: kind_header(kind).content_type, ..signer_header(key_id) }
}

/// Whether a header that was read is, byte for byte, the one that we would write. A parameter that nobody here
/// understands could change what the rest means (RFC 9052, section 3.1, `crit`).
pub(crate) fn is_exactly(read: &ProtectedHeader, ours: Header) -> bool {
    read.original_data.is_some() && read.original_data == ours.to_vec().ok()
}

/// Reads the envelope of one person's word; nothing, if it is not exactly that.
pub(crate) fn read_sign1(bytes: &[u8]) -> Option<CoseSign1> {
    let mut input = Decoder::new(bytes);
    open(&mut input, CoseSign1::TAG, 4)?;
    let cose = CoseSign1 {
        protected: headers(&mut input)?,
        unprotected: Header::default(),
        payload: Some(input.bytes().ok()?.to_vec()),
        signature: input.bytes().ok()?.to_vec(),
    };
    // Lengths written longer than needed and bytes after the end do not survive being written again.
    (cose.clone().to_tagged_vec().ok()? == bytes).then_some(cose)
}

/// Reads the envelope of several persons' word; nothing, if it is not exactly that.
pub(crate) fn read_sign(bytes: &[u8]) -> Option<CoseSign> {
    let mut input = Decoder::new(bytes);
    open(&mut input, CoseSign::TAG, 4)?;
    let protected = headers(&mut input)?;
    let payload = input.bytes().ok()?.to_vec();
    let count = usize::try_from(input.array().ok()??).ok()?;
    if !(1..=MOST_SIGNATURES).contains(&count) {
        return None;
    }
    let signatures = std::iter::repeat_with(|| {
        three(&mut input)?;
        let protected = headers(&mut input)?;
        let signature = input.bytes().ok()?.to_vec();
        Some(CoseSignature { protected, unprotected: Header::default(), signature })
    });
    let signatures = signatures.take(count).collect::<Option<Vec<_>>>()?;
    let cose = CoseSign { protected, unprotected: Header::default(), payload: Some(payload), signatures };
    (cose.clone().to_tagged_vec().ok()? == bytes).then_some(cose)
}

fn open(input: &mut Decoder<'_>, tag: u64, items: u64) -> Option<()> {
    (input.tag().ok()?.as_u64() == tag && input.array().ok()? == Some(items)).then_some(())
}

fn three(input: &mut Decoder<'_>) -> Option<()> {
    (input.array().ok()? == Some(3)).then_some(())
}

/// A short protected header, and an unprotected one with nothing in it.
fn headers(input: &mut Decoder<'_>) -> Option<ProtectedHeader> {
    let data = input.bytes().ok().filter(|data| data.len() <= MOST_HEADER)?;
    let header = Header::from_slice(data).ok()?;
    (input.map().ok()? == Some(0)).then(|| ProtectedHeader { original_data: Some(data.to_vec()), header })
}

#[cfg(test)]
mod tests {
    use super::*;
    use minicbor::Encoder;
    use minicbor::data::Tag;
    use proptest::prelude::*;

    fn whole() -> CoseSign1 {
        CoseSign1 {
            protected: ProtectedHeader {
                original_data: None,
                header: statement_header(Kind::Tally, &[7; 16]),
            },
            payload: Some(b"{}".to_vec()),
            signature: vec![9; 64],
            ..CoseSign1::default()
        }
    }

    fn several() -> CoseSign {
        let signature = |of| CoseSignature {
            protected: ProtectedHeader { original_data: None, header: signer_header(&[of; 16]) },
            signature: vec![of; 64],
            ..CoseSignature::default()
        };
        CoseSign {
            protected: ProtectedHeader { original_data: None, header: kind_header(Kind::Roster) },
            payload: Some(b"{}".to_vec()),
            signatures: vec![signature(1), signature(2)],
            ..CoseSign::default()
        }
    }

    /// An envelope of one whose protected header is these bytes.
    fn around(header: &[u8]) -> Vec<u8> {
        let mut out = Encoder::new(Vec::new());
        out.tag(Tag::new(18)).unwrap().array(4).unwrap();
        out.bytes(header).unwrap().map(0).unwrap().bytes(b"{}").unwrap().bytes(&[9; 64]).unwrap();
        out.into_writer()
    }

    #[test]
    fn both_envelopes_read_back_and_neither_is_taken_for_the_other() {
        let (one, many) = (whole().to_tagged_vec().unwrap(), several().to_tagged_vec().unwrap());
        assert_eq!(read_sign1(&one).unwrap().to_tagged_vec().unwrap(), one);
        assert_eq!(read_sign(&many).unwrap().to_tagged_vec().unwrap(), many);
        assert!(read_sign(&one).is_none() && read_sign1(&many).is_none());
    }

    #[test]
    fn an_envelope_cut_off_or_followed_by_something_is_refused() {
        for bytes in [whole().to_tagged_vec().unwrap(), several().to_tagged_vec().unwrap()] {
            for end in 0..bytes.len() {
                assert!(read_sign1(&bytes[..end]).is_none() && read_sign(&bytes[..end]).is_none(), "{end}");
            }
            let longer = [bytes.as_slice(), &[0]].concat();
            assert!(read_sign1(&longer).is_none() && read_sign(&longer).is_none());
        }
    }

    #[test]
    fn a_length_written_longer_than_needed_is_refused() {
        let bytes = whole().to_tagged_vec().unwrap();
        let at = bytes.windows(3).position(|three| three == b"\x42{}").unwrap();
        let long = [&bytes[..at], b"\x58\x02{}", &bytes[at + 3..]].concat();
        assert!(read_sign1(&long).is_none());
        let endless = [&bytes[..at], b"\x5f\x42{}\xff", &bytes[at + 3..]].concat();
        assert!(read_sign1(&endless).is_none());
    }

    #[test]
    fn nothing_stands_unprotected_and_no_payload_elsewhere() {
        let mut open = whole();
        open.unprotected.key_id = vec![1];
        assert!(read_sign1(&open.to_tagged_vec().unwrap()).is_none());
        let mut detached = whole();
        detached.payload = None;
        assert!(read_sign1(&detached.to_tagged_vec().unwrap()).is_none());
        let mut open = several();
        open.unprotected.key_id = vec![1];
        assert!(read_sign(&open.to_tagged_vec().unwrap()).is_none());
        let mut open = several();
        open.signatures[1].unprotected.key_id = vec![1];
        assert!(read_sign(&open.to_tagged_vec().unwrap()).is_none());
    }

    #[test]
    fn a_roster_has_at_least_one_signature_and_never_more_than_any_charter_has_authorities() {
        let signed = |times| {
            let one = several();
            let signatures = vec![one.signatures[0].clone(); times];
            read_sign(&CoseSign { signatures, ..one }.to_tagged_vec().unwrap())
        };
        assert!(signed(1).is_some() && signed(MOST_SIGNATURES).is_some());
        assert!(signed(0).is_none() && signed(MOST_SIGNATURES + 1).is_none());
    }

    #[test]
    fn only_our_own_header_is_exactly_ours() {
        let ours = || statement_header(Kind::Tally, &[7; 16]);
        let read = |header: &[u8]| read_sign1(&around(header)).map(|cose| cose.protected);
        let written = ours().to_vec().unwrap();
        assert!(written.len() <= MOST_HEADER);
        assert!(is_exactly(&read(&written).unwrap(), ours()));

        let mut more = ours();
        more.rest.push((coset::Label::Int(99), coset::cbor::value::Value::Null));
        assert!(!is_exactly(&read(&more.to_vec().unwrap()).unwrap(), ours()));
        let mut critical = ours();
        critical.crit.push(iana::HeaderParameter::Kid.into());
        assert!(!is_exactly(&read(&critical.to_vec().unwrap()).unwrap(), ours()));
        // The same map, its length written in two bytes.
        let long = [&[0xb8, written[0] & 0x1f], &written[1..]].concat();
        assert!(!is_exactly(&read(&long).unwrap(), ours()));
    }

    /// Bytes that go down `levels` levels, and up again where their kind asks for it.
    fn deep(kind: &str, levels: usize) -> Vec<u8> {
        match kind {
            "arrays" => [0x81].repeat(levels),
            "endless arrays" => [0x9f].repeat(levels),
            "tags" => [0xc6].repeat(levels),
            "maps" => [0xa1, 0x00].repeat(levels),
            "endless maps" => [0xbf, 0x00].repeat(levels),
            _ => {
                // A countersignature whose header holds a countersignature whose header …
                let mut header = vec![0xa0];
                for _ in 0..levels {
                    let mut out = Encoder::new(vec![0xa1, 0x07, 0x83]);
                    out.bytes(&header).unwrap().map(0).unwrap().bytes(&[]).unwrap();
                    header = out.into_writer();
                }
                header
            }
        }
    }

    #[test]
    fn no_depth_of_nesting_troubles_the_stack() {
        // A tenth of what a thread usually has: what recursed once for each level would end the program.
        let thread = std::thread::Builder::new().stack_size(200 << 10);
        let refused = thread.spawn(|| {
            for kind in ["arrays", "endless arrays", "tags", "maps", "endless maps"] {
                let bomb = deep(kind, 100_000);
                assert!(read_sign1(&bomb).is_none() && read_sign(&bomb).is_none(), "{kind}");
                assert!(read_sign1(&[&[0xd2, 0x84], bomb.as_slice()].concat()).is_none(), "{kind}");
                assert!(read_sign1(&around(&bomb)).is_none(), "{kind}");
            }
            for levels in [1, 20, 1_000] {
                let bomb = deep("countersignatures", levels);
                // Read or refused, it must not be taken for ours.
                let read = read_sign1(&around(&bomb));
                assert!(read.is_none_or(|cose| !is_exactly(&cose.protected, kind_header(Kind::Tally))));
            }
        });
        refused.unwrap().join().unwrap();
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = (read_sign1(&bytes), read_sign(&bytes), read_sign1(&around(&bytes)));
        }
    }
}
