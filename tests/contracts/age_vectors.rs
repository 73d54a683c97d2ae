//! The published vectors of the age format (C2SP/CCTV), one file per way in which a sealed file can be right
//! or wrong.
//!
//! Each runs twice: through age's own traits with every key the vector names, and, where the program has a
//! door for such a file, through that door.
//!
//! `node vectors.mjs FOLDER`, in a copy of `interop/` after `npm ci`, writes all of them; `VIGILIA_AGE_VECTORS`
//! names that folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use age::{DecryptError, Decryptor};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use vigilia::crypto::digest::sha256;
use vigilia::crypto::hybrid::Identity;
use vigilia::crypto::passphrase::{PassphraseError, open_with_passphrase};
use vigilia::crypto::seal::{OpenError, open};
use vigilia::crypto::secret::Passphrase;

/// Vectors in which the age crate accepts what the specification refuses, and why that harms nobody here.
const ACCEPTED_BY_THE_CRATE: [(&str, &str); 2] = [
    (
        "stanza_missing_body",
        "a stanza without the short line that ends it: beta versions wrote such, the header is still authenticated",
    ),
    ("stanza_missing_final_line", "a stanza whose last line is full: the same legacy form"),
];

/// More than the longest content of any vector.
const LIMIT: usize = 64 << 20;

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Outcome {
    Opened([u8; 32]),
    NoMatch,
    HeaderFailure,
    HmacFailure,
    PayloadFailure,
    ArmorFailure,
}

struct Vector {
    expected: Outcome,
    identities: Vec<String>,
    passphrases: Vec<String>,
    armored: bool,
    file: Vec<u8>,
}

#[test]
fn the_published_vectors_hold() {
    let folder = std::env::var_os("VIGILIA_AGE_VECTORS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/age-hybrid"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        let missing = format!(
            "age vectors not found in {}: none ran; VIGILIA_AGE_VECTORS names their folder",
            folder.display()
        );
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        println!("{missing}");
        return;
    }

    let (mut ran, mut lenient, mut failures) = (0, 0, vec![]);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let vector = Vector::parse(&fs::read(&path).unwrap());
        ran += 1;
        let through_age = through_age(&vector);
        if let Some((_, reason)) = ACCEPTED_BY_THE_CRATE.iter().find(|(known, _)| *known == name) {
            lenient += 1;
            if !matches!(through_age, Outcome::Opened(_)) {
                failures.push(format!(
                    "{name}: listed as accepted ({reason}), but now {through_age:?}: strike it off"
                ));
            }
            continue;
        }
        if through_age != vector.expected {
            failures.push(format!("{name}: expected {:?}, age gave {through_age:?}", vector.expected));
        }
        if let Some(through_us) = through_our_doors(&vector)
            && !agrees(through_us, vector.expected)
        {
            failures.push(format!("{name}: expected {:?}, our door gave {through_us:?}", vector.expected));
        }
    }
    println!(
        "age vectors: {ran} ran from {}, {lenient} of them listed as accepted by the age crate",
        folder.display()
    );
    assert!(ran > 0, "no vectors in {}", folder.display());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

impl Vector {
    /// Header lines, an empty line, then the file, perhaps deflated.
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(2).position(|two| two == b"\n\n").expect("an empty line ends the head");
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let mut fields: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for line in head.lines() {
            let (field, value) = line.split_once(": ").unwrap();
            fields.entry(field).or_default().push(value.to_owned());
        }
        let one = |field: &str| fields.get(field).and_then(|values| values.first()).map(String::as_str);
        let file = match one("compressed") {
            None => bytes[end + 2..].to_vec(),
            Some("zlib") => zune_inflate::DeflateDecoder::new(&bytes[end + 2..]).decode_zlib().unwrap(),
            Some(other) => panic!("unknown compression {other}"),
        };
        let expected = match one("expect").unwrap() {
            "success" => Outcome::Opened(digest(one("payload").unwrap())),
            "no match" => Outcome::NoMatch,
            "header failure" => Outcome::HeaderFailure,
            "HMAC failure" => Outcome::HmacFailure,
            "payload failure" => Outcome::PayloadFailure,
            "armor failure" => Outcome::ArmorFailure,
            other => panic!("unknown expectation {other}"),
        };
        Self {
            expected,
            identities: fields.get("identity").cloned().unwrap_or_default(),
            passphrases: fields.get("passphrase").cloned().unwrap_or_default(),
            armored: one("armored") == Some("yes"),
            file,
        }
    }
}

fn digest(hex: &str) -> [u8; 32] {
    let bytes: Vec<u8> =
        (0..32).map(|at| u8::from_str_radix(hex.get(2 * at..2 * at + 2).unwrap(), 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

fn through_age(vector: &Vector) -> Outcome {
    let bare = if vector.armored { without_armor(&vector.file) } else { Some(vector.file.clone()) };
    let Some(bare) = bare else { return Outcome::ArmorFailure };

    let mut keys: Vec<Box<dyn age::Identity>> = vec![];
    for identity in &vector.identities {
        keys.push(if identity.starts_with("AGE-SECRET-KEY-PQ-") {
            Box::new(identity.parse::<Identity>().unwrap_or_else(|error| panic!("{error}")))
        } else {
            Box::new(identity.parse::<age::x25519::Identity>().unwrap())
        });
    }
    for passphrase in &vector.passphrases {
        let mut key = age::scrypt::Identity::new(passphrase.clone().into());
        key.set_max_work_factor(16);
        keys.push(Box::new(key));
    }

    let reader = Decryptor::new_buffered(bare.as_slice())
        .and_then(|header| header.decrypt(keys.iter().map(|key| key.as_ref() as &dyn age::Identity)));
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(DecryptError::InvalidMac) => return Outcome::HmacFailure,
        // The second is what age says of a passphrase that does not fit.
        Err(DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed) => return Outcome::NoMatch,
        Err(_) => return Outcome::HeaderFailure,
    };
    let mut content = vec![];
    match reader.read_to_end(&mut content) {
        Ok(_) => Outcome::Opened(sha256(&content)),
        Err(_) => Outcome::PayloadFailure,
    }
}

/// What the program's own doors say, which know fewer kinds of failure; `None` for files it has no door for.
fn through_our_doors(vector: &Vector) -> Option<Outcome> {
    if vector.armored {
        return None;
    }
    match (vector.identities.as_slice(), vector.passphrases.as_slice()) {
        ([identity], []) => {
            let identity: Identity = identity.parse().ok()?;
            Some(match open(&vector.file, &identity, LIMIT) {
                Ok(content) => Outcome::Opened(sha256(content.expose())),
                Err(OpenError::NotForThisKey) => Outcome::NoMatch,
                Err(OpenError::Damaged | OpenError::TooLarge) => Outcome::HeaderFailure,
            })
        }
        ([], [passphrase]) => {
            Some(match open_with_passphrase(&vector.file, &Passphrase::new(passphrase.clone()), LIMIT) {
                Ok(content) => Outcome::Opened(sha256(content.expose())),
                Err(PassphraseError::WrongPassphrase | PassphraseError::NotByPassphrase) => Outcome::NoMatch,
                Err(_) => Outcome::HeaderFailure,
            })
        }
        _ => None,
    }
}

/// Our doors call every kind of damage by one name.
fn agrees(ours: Outcome, expected: Outcome) -> bool {
    match expected {
        Outcome::Opened(_) | Outcome::NoMatch => ours == expected,
        _ => ours == Outcome::HeaderFailure,
    }
}

/// The file inside an ASCII armor. The program itself reads and writes bare files alone, so this stands here.
///
/// Strict, as the specification demands: full lines of 64, one last shorter or equal line, canonical padding,
/// nothing outside but white space.
fn without_armor(armored: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(armored).ok()?.trim_matches([' ', '\t', '\r', '\n']);
    let text = text.replace("\r\n", "\n");
    let body = text.strip_prefix("-----BEGIN AGE ENCRYPTED FILE-----\n")?;
    let body = body.strip_suffix("-----END AGE ENCRYPTED FILE-----")?;
    if body.is_empty() {
        return Some(vec![]);
    }
    let lines: Vec<&str> = body.strip_suffix('\n')?.split('\n').collect();
    let (last, full) = lines.split_last()?;
    if full.iter().any(|line| line.len() != 64) || last.is_empty() || last.len() > 64 {
        return None;
    }
    BASE64_STANDARD.decode(lines.concat()).ok()
}
