//! The one table: which rooms there are, on which floor they stand, and who may name what.
//!
//! A place is a room (`wire`), a file at the top (`main`), or a part of a room (`domain/catalogue`).

/// The rooms and their floors. Imports run down only.
///
/// ```text
/// floor 6   main.rs · lib.rs
/// floor 5   screens/              commands/
/// floor 4   desks/
/// floor 3   vault/       courier/       relay/
/// floor 2   wire/
/// floor 1   domain/    crypto/    geography/    language/    media/
/// ```
pub const FLOORS: &[(&str, u8)] = &[
    ("main.rs", 6),
    ("lib.rs", 6),
    ("screens", 5),
    ("commands", 5),
    ("desks", 4),
    ("vault", 3),
    ("courier", 3),
    ("relay", 3),
    ("wire", 2),
    ("domain", 1),
    ("crypto", 1),
    ("geography", 1),
    ("language", 1),
    ("media", 1),
];

/// Who may name which crate. An empty list: tests only. Every dependency of `Cargo.toml` stands here.
pub const CRATES: &[(&str, Who)] = &[
    // The terminal and the command line are two faces of the same desks; the desks know neither.
    ("ratatui", Who::Only(&["screens"])),
    ("crossterm", Who::Only(&["screens"])),
    ("unicode_width", Who::Only(&["screens"])),
    ("signal_hook", Who::Only(&["screens"])),
    ("clap", Who::Only(&["commands"])),
    ("clap_complete", Who::Only(&["commands"])),
    ("rpassword", Who::Only(&["commands"])),
    ("indicatif", Who::Only(&["commands", "main"])),
    ("directories", Who::Only(&["commands"])),
    // Two stores, one road out, one server.
    ("rusqlite", Who::Only(&["vault", "relay"])),
    ("reqwest", Who::Only(&["courier"])),
    ("backon", Who::Only(&["courier"])),
    ("rustls", Who::Only(&["crypto"])),
    ("axum", Who::Only(&["relay"])),
    ("tokio", Who::Only(&["relay"])),
    ("tokio_rustls", Who::Only(&["relay"])),
    ("hyper", Who::Only(&["relay"])),
    ("hyper_util", Who::Only(&["relay"])),
    ("tower", Who::Only(&["relay"])),
    ("tempfile", Who::Only(&["vault", "courier", "relay", "commands"])),
    // One room knows the ciphers, so one room can be reviewed for them.
    ("age", Who::Only(&["crypto"])),
    ("age_core", Who::Only(&["crypto"])),
    ("hpke", Who::Only(&["crypto"])),
    ("bech32", Who::Only(&["crypto"])),
    ("base64", Who::Only(&["crypto"])),
    ("ed25519_dalek", Who::Only(&["crypto"])),
    ("sha2", Who::Only(&["crypto"])),
    ("getrandom", Who::Only(&["crypto"])),
    ("zeroize", Who::Only(&["crypto", "vault", "relay", "screens", "commands"])),
    // One room knows the shapes that leave a device.
    ("coset", Who::Only(&["wire"])),
    ("minicbor", Who::Only(&["wire"])),
    // The ground expands its built-in places; packets are the wire's alone.
    ("zstd", Who::Only(&["wire", "geography"])),
    ("schemars", Who::Only(&["wire"])),
    ("serde", Who::Only(&["wire", "vault", "relay", "desks", "commands"])),
    ("serde_json", Who::Only(&["wire", "vault", "relay", "desks", "commands"])),
    // Ground.
    ("mgrs_convert", Who::Only(&["geography"])),
    ("geographiclib_rs", Who::Only(&["geography"])),
    // One room eats foreign pictures, so one room can be reviewed and fuzzed for it.
    ("zune_jpeg", Who::Only(&["media"])),
    ("zune_png", Who::Only(&["media"])),
    ("jpeg_encoder", Who::Only(&["media"])),
    ("kamadak_exif", Who::Only(&["media"])),
    ("csv", Who::Only(&["domain/catalogue"])),
    ("fluent_bundle", Who::Only(&["language"])),
    ("phonelib", Who::Only(&["domain/phone"])),
    ("chrono", Who::Anyone),
    ("uuid", Who::Anyone),
    ("thiserror", Who::Anyone),
    // Tests.
    ("proptest", Who::Only(&[])),
    ("rustix", Who::Only(&[])),
    ("zune_inflate", Who::Only(&[])),
    ("vt100", Who::Only(&[])),
];

/// Who may reach the machine through the standard library. What is not listed is free.
pub const MACHINE: &[(&str, &[&str])] = &[
    ("fs", &["vault", "courier", "relay", "desks", "commands"]),
    ("net", &["courier", "relay"]),
    // Packets are opened on one core while the vault writes on the other; nothing else at a desk needs a thread.
    ("thread", &["vault", "courier", "relay", "screens", "commands", "desks/intake/opening"]),
    ("env", &["commands", "main"]),
    ("process", &["commands", "main"]),
];

/// Parts that a place may not name although its floor would allow it, and why.
pub const CLOSED_PARTS: &[(&str, &[&str], &str)] = &[
    (
        "relay",
        &["wire::sealing"],
        "the relay must be unable to open what it carries; it handles packets by label and digest",
    ),
    (
        "screens/**/view",
        &["vault", "courier", "crypto", "wire"],
        "a view draws the state it is given; only the loop's effects reach the store, the road and the keys",
    ),
];

/// Names that say nothing of what is inside, so that anything ends up there.
pub const EMPTY_NAMES: &[&str] = &["common", "util", "utils", "helpers", "helper", "misc"];

/// What may stand in the root of the repository, beside dot-files and the build's own `target`.
pub const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "src",
    "schemas",
    "tests",
    "deploy",
    "SECURITY.md",
    "README.md",
    "LICENSE",
    "Cargo.lock",
    "CHANGELOG.md",
    ".ci",
];

/// Lines a file may have before its tests.
pub const LONGEST_FILE: usize = 400;

/// The one door by which a proof type is made from checked parts, and the rooms that do the checking.
pub const PROOF_DOOR: &str = "vouched_for";
/// Where the door is built.
pub const PROOF_DOOR_STANDS_IN: &str = "domain";
/// Who may go through it: the room that verifies, and the room that restores what it stored after verifying.
pub const PROOF_DOOR_OPENS_FOR: &[&str] = &["wire", "vault"];

/// Who may name a crate.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    Anyone,
    Only(&'static [&'static str]),
}

/// Whether a file of `src/` stands in a place. `room/**/name` is any file or folder of that name in the room.
pub fn stands_in(path: &str, place: &str) -> bool {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let steps: Vec<&str> = inside.strip_suffix(".rs").unwrap_or(inside).split('/').collect();
    match place.split_once("/**/") {
        Some((room, name)) => steps.first() == Some(&room) && steps.iter().skip(1).any(|step| *step == name),
        None => steps.starts_with(&place.split('/').collect::<Vec<_>>()),
    }
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_place_holds_its_own_files_and_no_namesakes() {
        assert!(stands_in("src/wire/label.rs", "wire"));
        assert!(stands_in("src/main.rs", "main"));
        assert!(stands_in("src/domain/catalogue.rs", "domain/catalogue"));
        assert!(stands_in("src/domain/catalogue/reading.rs", "domain/catalogue"));
        assert!(stands_in("src/screens/observer/view/form.rs", "screens/**/view"));
        assert!(stands_in("src/screens/cell/view.rs", "screens/**/view"));
        assert!(!stands_in("src/wires/label.rs", "wire"));
        assert!(!stands_in("src/domain/catalogued.rs", "domain/catalogue"));
        assert!(!stands_in("src/commands/main.rs", "main"));
        assert!(!stands_in("src/screens/cell/viewport.rs", "screens/**/view"));
        assert!(!stands_in("src/desks/view.rs", "screens/**/view"));
    }
}
