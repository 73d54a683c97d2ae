//! The dictionary every packet is compressed with: how it was trained, and that it stays as it is.
//!
//! ```text
//!   tables      how often each letter and length occurs     trained on whole samples
//!   prose       every sentence of the exercises, once       so that no turn of phrase is learnt by heart many times
//!   structure   JSON and headers around the prose           trained on samples without prose; last, because it is
//!                                                           near the text, and near is cheap
//! ```
//!
//! A sample is the words of a packet of an exercise that neither the demonstration nor any measurement plays. What no
//! dictionary can help with is taken out first: digests, identifiers and signatures are chance, and chance in a
//! dictionary is room lost for words. Left to itself the trainer takes the sentences it meets most, again and again;
//! put together as above, packets are smaller both with sentences it knows and with sentences it has never seen.

use std::fs;

use vigilia::crypto::digest::sha256;
use vigilia::desks::exercise::scenario::{DEMONSTRATION, Scenario};
use vigilia::domain::catalogue::Catalogue;
use vigilia::domain::ids::Digest;
use vigilia::wire::contents::Contents;

use crate::fixtures::in_repository;
use crate::signed_exercise::{Cast, now};

/// Where it lies.
const PATH: &str = "src/wire/dictionaries/1.zdict";
/// Its id, in every frame header.
const ID: u32 = 1;
/// Most bytes it may have: 110 KiB, zstd's own default for a dictionary.
const LARGEST: usize = 112_640;
/// Exercises it was trained on, each of [`REPORTS`] reports.
const SEEDS: std::ops::Range<u64> = 1_000..1_004;
const REPORTS: u32 = 400;
/// SHA-256 of the published dictionary.
const PUBLISHED: &str = "2bd219a4172ff5409119e669efd1885235e5a05267cc32975be824b9209454fa";

/// A run of hexadecimal digits and dashes of this length is a digest or an identifier.
const CHANCE: usize = 32;

/// Where the sentences of the exercises stand.
const WORDS: [&str; 4] = ["nl", "fr", "de", "en"];
/// The three repeated offsets that end a dictionary's tables (RFC 8878, section 5); the text follows.
const TABLES_END: [u8; 12] = [1, 0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0];

/// The words of a packet without what is chance.
fn sample(contents: &Contents) -> Vec<u8> {
    let [words, _, _] = contents.pieces().unwrap();
    let of_chance = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-');
    let mut out = Vec::with_capacity(words.len());
    for run in words.chunk_by(|one, next| of_chance(one) == of_chance(next)) {
        if run.len() < CHANCE || !run.iter().all(of_chance) {
            out.extend_from_slice(run);
        }
    }
    out
}

fn samples() -> Vec<Vec<u8>> {
    let catalogue = Catalogue::embedded().unwrap();
    let mut samples = Vec::new();
    for seed in SEEDS {
        assert_ne!(seed, DEMONSTRATION, "the demonstration must not be what was learnt by heart");
        let cast = Cast::of(seed);
        for played in cast.play(Scenario::new(seed, REPORTS, now(), &catalogue), &catalogue) {
            samples.push(sample(&cast.forwarded(&[&played])));
            samples.push(sample(&cast.handed_in(&played)));
            samples.push(sample(&cast.answered(&played)));
        }
    }
    samples
}

/// A sample with every long text emptied.
fn without_prose(sample: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(sample.len());
    let mut rest = sample;
    while let Some(at) = rest.windows(3).position(|three| three == b"\":\"") {
        let (key, text) = rest.split_at(at + 3);
        out.extend_from_slice(key);
        let long = [&b"facts"[..], b"assessment", b"comment", b"text"];
        let emptied = long.iter().any(|name| key[..at].ends_with(name));
        let end = if emptied { text.iter().position(|byte| *byte == b'"').unwrap_or(0) } else { 0 };
        rest = &text[end..];
    }
    out.extend_from_slice(rest);
    out
}

/// Every sentence once, its gaps closed.
fn prose() -> Vec<u8> {
    let mut out = String::new();
    for language in WORDS {
        let path = in_repository("src/desks/exercise/words").join(format!("{language}.txt"));
        let file = fs::read_to_string(path).unwrap();
        for line in file.lines().filter(|line| !line.starts_with('[')) {
            let closed = line.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
            out.extend(closed);
            out.push('\n');
        }
    }
    out.into_bytes()
}

/// A trained dictionary in its two parts: magic number, id and tables; text.
fn trained(samples: &[Vec<u8>], size: usize) -> (Vec<u8>, Vec<u8>) {
    let mut tables = zstd::dict::from_samples(samples, size).unwrap();
    let end = tables.windows(12).position(|twelve| twelve == TABLES_END).unwrap() + TABLES_END.len();
    let text = tables.split_off(end);
    (tables, text)
}

/// Writes the dictionary if there is none. Run on purpose: `cargo test --test contracts -- --ignored train`.
#[test]
#[ignore = "writes the dictionary; once published it is frozen and a better one gets the next number"]
fn train() {
    let path = in_repository(PATH);
    assert_eq!(fs::metadata(&path).unwrap().len(), 0, "dictionary 1 is published: train number 2");
    let (whole, prose) = (samples(), prose());
    let bare: Vec<Vec<u8>> = whole.iter().map(|sample| without_prose(sample)).collect();
    let (mut dictionary, _) = trained(&whole, LARGEST);
    let (_, structure) = trained(&bare, LARGEST - prose.len());
    let room = LARGEST - dictionary.len() - prose.len();
    // The library gives an id by chance; ours are numbered.
    dictionary[4..8].copy_from_slice(&ID.to_le_bytes());
    dictionary.extend(&prose);
    dictionary.extend(&structure[structure.len().saturating_sub(room)..]);
    fs::write(path, &dictionary).unwrap();
    println!("{} bytes, SHA-256 {}", dictionary.len(), Digest::from_bytes(sha256(&dictionary)));
}

#[test]
fn the_published_dictionary_is_never_changed() {
    let dictionary = fs::read(in_repository(PATH)).unwrap();
    assert!(dictionary.len() <= LARGEST, "{} bytes", dictionary.len());
    assert_eq!(zstd::zstd_safe::get_dict_id_from_dict(&dictionary).map(u32::from), Some(ID));
    assert_eq!(
        Digest::from_bytes(sha256(&dictionary)).to_string(),
        PUBLISHED,
        "every packet ever sealed needs this very dictionary to be opened: add a new one beside it"
    );
}

#[test]
fn nothing_of_chance_is_in_a_sample() {
    let cast = Cast::of(1);
    let catalogue = Catalogue::embedded().unwrap();
    for played in cast.play(Scenario::new(1, 4, now(), &catalogue), &catalogue) {
        let text = String::from_utf8_lossy(&sample(&cast.forwarded(&[&played]))).into_owned();
        assert!(text.contains("saw_myself") || text.contains("just_odd"), "the words stay");
        assert!(!text.contains(&played.report.digest().to_string()));
        assert!(!text.contains(&played.filed.head().id.to_string()));
    }
}
