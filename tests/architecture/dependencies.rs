//! What the program stands on: how many packages, from where, under which licences, and which of them come twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::licences::allowed;
use crate::violation::Violation;

/// Distinct packages the build platform compiles, tests included. Each is code somebody must trust.
pub const MOST_PACKAGES: usize = 350;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

const OLD_CIPHERS: &str =
    "age 0.11 stands on the RustCrypto crates of 2021-2024; hpke, ed25519-dalek and sha2 on their successors";
const OLD_LANGUAGE: &str = "age 0.11 speaks through fluent 0.16 and i18n-embed, which have not moved on";

/// Packages that come in two versions, and why we bear it.
const TWICE: &[(&str, &str)] = &[
    ("aead", OLD_CIPHERS),
    ("base64", "age's traits take 0.21's alphabet; reqwest and hyper-util moved on"),
    ("block-buffer", OLD_CIPHERS),
    ("chacha20", OLD_CIPHERS),
    ("chacha20poly1305", OLD_CIPHERS),
    ("cipher", OLD_CIPHERS),
    ("cpufeatures", OLD_CIPHERS),
    ("crypto-common", OLD_CIPHERS),
    ("curve25519-dalek", OLD_CIPHERS),
    ("digest", OLD_CIPHERS),
    ("getrandom", "age 0.11 draws through rand 0.8, which keeps 0.2"),
    ("hkdf", OLD_CIPHERS),
    ("hmac", OLD_CIPHERS),
    ("inout", OLD_CIPHERS),
    ("poly1305", OLD_CIPHERS),
    ("rand", "age 0.11 keeps 0.8; proptest, for tests only, brings 0.10"),
    ("rand_core", "age 0.11 keeps 0.6 with rand 0.8; hpke and ed25519-dalek use 0.10"),
    ("rustc-hash", OLD_LANGUAGE),
    ("self_cell", "fluent-bundle asks for 0.10, which is a shell over 1"),
    ("sha2", OLD_CIPHERS),
    ("syn", "build time only: the derive crates are half way from 2 to 3"),
    ("thiserror", OLD_LANGUAGE),
    ("thiserror-impl", OLD_LANGUAGE),
    ("universal-hash", OLD_CIPHERS),
    ("x25519-dalek", OLD_CIPHERS),
];

/// Packages whose licence we may not build on. `metadata` is the answer of `cargo metadata`.
pub fn licences(metadata: &Value) -> Vec<Violation> {
    let packages = metadata.get("packages").and_then(Value::as_array).expect("cargo metadata lists packages");
    let refused = packages.iter().filter_map(|package| {
        let text = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default();
        let licence = text("license");
        let found = format!("stands under `{licence}`");
        let why = "we must be able to give the program out, as source and as a binary (tests/architecture/licences.rs)";
        (!allowed(licence)).then(|| Violation::new(format!("{} {}", text("name"), text("version")), found, why))
    });
    refused.collect()
}

/// Packages that come from anywhere but crates.io, for any platform. `lock` is `Cargo.lock`.
pub fn sources(lock: &str) -> Vec<Violation> {
    let sources = lock
        .lines()
        .zip(1..)
        .filter_map(|(text, line)| Some((line, text.strip_prefix("source = ")?.trim_matches('"'))));
    let strange = sources.filter(|(_, source)| *source != CRATES_IO);
    let why = "crates.io keeps what it once gave, with its digest; other places may change or vanish";
    strange
        .map(|(line, source)| {
            Violation::new(format!("Cargo.lock:{line}"), format!("comes from {source}"), why)
        })
        .collect()
}

/// More packages than we can answer for.
pub fn count(tree: &BTreeSet<Package>) -> Vec<Violation> {
    if tree.len() <= MOST_PACKAGES {
        return Vec::new();
    }
    let found = format!("has {} packages, and {MOST_PACKAGES} are allowed", tree.len());
    vec![Violation::new("cargo tree", found, "each package is code somebody must trust, build and follow")]
}

/// Packages in several versions that the list does not know, and listed ones that come only once.
pub fn duplicates(tree: &BTreeSet<Package>) -> Vec<Violation> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in tree {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    let listed = |name: &str| TWICE.iter().any(|(known, _)| *known == name);
    let several =
        versions.iter().filter(|(name, versions)| versions.len() > if listed(name) { 2 } else { 1 });
    let several = several.map(|(name, versions)| {
        let why =
            "a second version is a second thing to trust; find who asks for it, or list it with its reason";
        Violation::new(*name, format!("comes in versions {}", versions.join(", ")), why)
    });
    let gone = TWICE.iter().filter(|(name, _)| versions.get(name).is_none_or(|versions| versions.len() < 2));
    let gone = gone.map(|(name, why)| {
        Violation::new(
            *name,
            format!("no longer comes twice (it was listed because {why})"),
            "strike it from the list",
        )
    });
    several.chain(gone).collect()
}

/// A package of the tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    pub name: String,
    pub version: String,
}

/// Reads `cargo tree --prefix none`: one `name vVERSION` a line, and perhaps more after it.
pub fn packages(tree: &str) -> BTreeSet<Package> {
    let package = |line: &str| {
        let mut words = line.split_whitespace();
        Some(Package { name: words.next()?.to_owned(), version: words.next()?.strip_prefix('v')?.to_owned() })
    };
    tree.lines().filter_map(package).collect()
}

/// Asks cargo, which built this very test, without touching the network.
pub fn cargo(root: &Path, arguments: &[&str]) -> String {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let answer = Command::new(program)
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(root)
        .output()
        .unwrap_or_else(|why| panic!("cargo cannot be run: {why}"));
    assert!(answer.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).expect("cargo answers in UTF-8")
}

/// The platform this test was built on, as cargo calls it.
pub fn platform() -> String {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let answer =
        Command::new(compiler).arg("-vV").output().unwrap_or_else(|why| panic!("rustc cannot be run: {why}"));
    let told = String::from_utf8_lossy(&answer.stdout).into_owned();
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MOST_PACKAGES, Package, TWICE, count, duplicates, licences, packages, sources};

    /// A tree in which every listed package comes twice, and some more.
    fn tree(more: &str) -> BTreeSet<Package> {
        let listed: String = TWICE
            .iter()
            .map(|(name, _)| format!("{name} v1.0.0\n{name} v2.0.0 (proc-macro) (*)\n"))
            .collect();
        packages(&(listed + more))
    }

    #[test]
    fn a_licence_we_cannot_meet_is_refused() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "good", "version": "1.0.0", "license": "MIT OR Apache-2.0" },
            { "name": "bad", "version": "2.0.0", "license": "GPL-3.0-only" },
            { "name": "silent", "version": "3.0.0", "license": null },
        ] });
        let told: Vec<String> =
            licences(&metadata).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect();
        assert_eq!(told, ["bad 2.0.0: stands under `GPL-3.0-only`", "silent 3.0.0: stands under ``"]);
    }

    #[test]
    fn a_package_from_elsewhere_is_refused() {
        let lock =
            "[[package]]\nname = \"a\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
        assert!(sources(lock).is_empty());
        let told: Vec<String> = sources(&format!("{lock}source = \"git+https://example.org/a\"\n"))
            .into_iter()
            .map(|v| v.place)
            .collect();
        assert_eq!(told, ["Cargo.lock:4"]);
    }

    #[test]
    fn one_package_too_many_is_refused() {
        let many = |packages_wanted: usize| {
            super::packages(&(0..packages_wanted).map(|n| format!("p{n} v1.0.0\n")).collect::<String>())
        };
        assert!(count(&many(MOST_PACKAGES)).is_empty());
        assert_eq!(count(&many(MOST_PACKAGES + 1)).len(), 1);
    }

    #[test]
    fn a_new_second_version_and_a_vanished_one_are_refused() {
        assert!(duplicates(&tree("once v1.0.0\n")).is_empty());
        assert_eq!(duplicates(&tree("new v1.0.0\nnew v2.0.0\n")).len(), 1);
        assert_eq!(duplicates(&tree("syn v3.0.0\n")).len(), 1, "a third version is new too");
        let once: BTreeSet<Package> = tree("")
            .into_iter()
            .filter(|package| package.name != "syn" || package.version == "1.0.0")
            .collect();
        assert_eq!(duplicates(&once).len(), 1);
    }

    #[test]
    fn the_same_package_printed_twice_counts_once() {
        assert_eq!(packages("a v1.0.0\na v1.0.0 (*)\nb v2.0.0 (proc-macro)\n\n").len(), 2);
    }
}
