//! Files exchanged, both ways, with an implementation of age that shares no code with ours (npm
//! `age-encryption`).
//!
//! `VIGILIA_AGE_NPM` names a folder with its `node_modules`: `npm ci` in a copy of `interop/` makes one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vigilia::crypto::hybrid::{Identity, Recipient};
use vigilia::crypto::passphrase::{PassphraseError, WorkFactor, open_with_passphrase, seal_with_passphrase};
use vigilia::crypto::seal::{OpenError, open, open_padded, seal, seal_to_length};
use vigilia::crypto::secret::Passphrase;

const IDENTITY: &str = include_str!("interop/identity.mjs");
const OPEN: &str = include_str!("interop/open.mjs");
const SEAL: &str = include_str!("interop/seal.mjs");

/// More than one 64 KiB piece, and nothing that repeats with it.
fn content() -> Vec<u8> {
    (0..150_000_u32).map(|at| (at % 251) as u8).collect()
}

/// The other implementation, or `None` with a word about it when this machine has none.
fn other_implementation() -> Option<Other> {
    let Some(modules) = std::env::var_os("VIGILIA_AGE_NPM") else {
        let missing =
            "no second implementation of age: VIGILIA_AGE_NPM names no folder, so no files were exchanged";
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        println!("{missing}");
        return None;
    };
    Some(Other { modules: PathBuf::from(modules), files: tempfile::tempdir().unwrap() })
}

struct Other {
    modules: PathBuf,
    files: tempfile::TempDir,
}

impl Other {
    /// Runs a script where its packages are found, and gives back what it printed.
    fn run(&self, script: &str, arguments: &[&str]) -> String {
        let output = Command::new("node")
            .current_dir(&self.modules)
            .args(["--input-type=module", "--eval", script, "--"])
            .args(arguments)
            .output()
            .expect("node runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn path(&self, name: &str) -> String {
        Path::new(self.files.path()).join(name).to_str().unwrap().to_owned()
    }

    fn opens(&self, how: &str, secret: &str, sealed: &[u8]) -> Vec<u8> {
        let (from, to) = (self.path("sealed"), self.path("opened"));
        fs::write(&from, sealed).unwrap();
        self.run(OPEN, &[how, secret, &from, &to]);
        fs::read(&to).unwrap()
    }

    fn seals(&self, how: &str, to_whom: &str, plaintext: &[u8]) -> Vec<u8> {
        let (from, to) = (self.path("plain"), self.path("sealed"));
        fs::write(&from, plaintext).unwrap();
        self.run(SEAL, &[how, to_whom, &from, &to]);
        fs::read(&to).unwrap()
    }
}

#[test]
fn the_other_opens_what_we_sealed() {
    let Some(other) = other_implementation() else { return };
    let (ours, second) = (Identity::generate().unwrap(), Identity::generate().unwrap());
    let sealed = seal(&content(), &[second.recipient(), ours.recipient()]).unwrap();
    assert_eq!(other.opens("identity", ours.export().expose(), &sealed), content());
    assert_eq!(other.opens("identity", second.export().expose(), &sealed), content());
}

#[test]
fn we_open_what_the_other_sealed() {
    let Some(other) = other_implementation() else { return };
    let ours = Identity::generate().unwrap();
    let sealed = other.seals("recipient", &ours.recipient().to_string(), &content());
    assert_eq!(open(&sealed, &ours, 1 << 20).unwrap().expose(), content());
    let stranger = Identity::generate().unwrap();
    assert_eq!(open(&sealed, &stranger, 1 << 20).err(), Some(OpenError::NotForThisKey));
}

#[test]
fn a_file_of_fixed_length_is_an_ordinary_file_to_the_other() {
    let Some(other) = other_implementation() else { return };
    let ours = Identity::generate().unwrap();
    let sealed = seal_to_length(b"words", &ours.recipient(), 4_096).unwrap();
    let opened = other.opens("identity", ours.export().expose(), &sealed);
    assert_eq!(&opened[..7], b"\x00\x05words");
    assert!(opened[7..].iter().all(|byte| *byte == 0));
    assert_eq!(open_padded(&sealed, &ours).unwrap().expose(), b"words");
}

#[test]
fn the_same_identity_has_the_same_recipient_on_both_sides() {
    let Some(other) = other_implementation() else { return };
    let printed = other.run(IDENTITY, &[]);
    let (secret, public) = printed.trim().split_once('\n').unwrap();
    let theirs: Identity = secret.parse().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(theirs.recipient().to_string(), public);
    assert_eq!(theirs.export().expose(), secret);
    assert_eq!(public.parse::<Recipient>(), Ok(theirs.recipient()));

    let ours = Identity::generate().unwrap();
    let derived = other.run(IDENTITY, &[ours.export().expose()]);
    assert_eq!(derived.trim().lines().last(), Some(ours.recipient().to_string().as_str()));
}

#[test]
fn passphrase_files_go_both_ways() {
    let Some(other) = other_implementation() else { return };
    let words = "ноћ на мосту, 3×";
    let passphrase = Passphrase::new(words.to_owned());
    let ours = seal_with_passphrase(&content(), &passphrase, WorkFactor::LEAST).unwrap();
    assert_eq!(other.opens("passphrase", words, &ours), content());

    let theirs = other.seals("passphrase", words, &content());
    assert_eq!(open_with_passphrase(&theirs, &passphrase, 1 << 20).unwrap().expose(), content());
    let wrong = Passphrase::new("another".to_owned());
    assert_eq!(open_with_passphrase(&theirs, &wrong, 1 << 20).err(), Some(PassphraseError::WrongPassphrase));
}
