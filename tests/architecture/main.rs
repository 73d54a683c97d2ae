//! The laws of the house, held by reading it. Nothing of ours is linked here: the source is read as text.
//!
//! ```text
//! src/**.rs ─▶ lexer ─▶ mentions ─▶ source ─▶ house ─┐
//!              tokens   paths       a file    all    ├─▶ floors · circles · crates · shapes
//! table: floors, places of crates, closed parts ─────┘
//! Cargo.toml ─▶ manifest        Cargo.lock, cargo metadata, cargo tree ─▶ dependencies · licences
//! git ls-files ─▶ top_level      SECURITY.md, README.md, CHANGELOG.md ─▶ papers
//! ```
//!
//! A law that is broken prints every breach at once, each with its place and the reason of the law. Each law is itself
//! tested on small made-up houses, so that it is known to be able to fail.
#![cfg(test)]

mod circles;
mod crates;
mod dependencies;
mod floors;
mod house;
mod lexer;
mod licences;
mod manifest;
mod mentions;
mod papers;
mod shapes;
mod source;
mod table;
mod top_level;
mod violation;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use dependencies::Package;
use house::House;
use violation::refuse;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| House::on_disk(root()))
}

fn paper(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

fn tree() -> &'static BTreeSet<Package> {
    static TREE: OnceLock<BTreeSet<Package>> = OnceLock::new();
    TREE.get_or_init(|| {
        let told = dependencies::cargo(root(), &["tree", "--prefix", "none", "--edges", "normal,build,dev"]);
        dependencies::packages(&told)
    })
}

#[test]
fn the_whole_house_is_read() {
    let paths: Vec<&str> = house().files.iter().map(|file| file.path.as_str()).collect();
    assert!(paths.contains(&"src/lib.rs") && paths.contains(&"src/main.rs"), "{paths:?}");
}

#[test]
fn imports_run_down() {
    refuse(floors::violations(house()));
}

#[test]
fn no_files_stand_in_a_circle() {
    refuse(circles::violations(house()));
}

#[test]
fn crates_and_machine_are_named_in_their_place() {
    refuse(crates::violations(house()));
}

#[test]
fn files_are_short() {
    refuse(shapes::too_long(house()));
}

#[test]
fn names_live_in_one_place() {
    refuse(shapes::back_doors(house()));
}

#[test]
fn proofs_are_made_where_they_are_checked() {
    refuse(shapes::proof_doors(house()));
}

#[test]
fn the_root_is_kept_clean() {
    refuse(top_level::violations(&top_level::names(root())));
}

#[test]
fn every_promise_has_its_code_and_its_test() {
    refuse(papers::promises(&paper("SECURITY.md"), root()));
}

#[test]
fn the_papers_point_to_what_is_there() {
    for name in ["README.md", "SECURITY.md", "CHANGELOG.md"] {
        refuse(papers::pointers(name, &paper(name), root()));
    }
}

#[test]
fn every_dependency_has_its_reason_and_its_place() {
    refuse(manifest::violations(&paper("Cargo.toml")));
}

#[test]
fn every_package_comes_from_one_source() {
    refuse(dependencies::sources(&paper("Cargo.lock")));
}

#[test]
fn every_licence_can_be_met() {
    let platform = dependencies::platform();
    let told =
        dependencies::cargo(root(), &["metadata", "--format-version", "1", "--filter-platform", &platform]);
    refuse(dependencies::licences(&serde_json::from_str(&told).expect("cargo metadata answers in JSON")));
}

#[test]
fn there_are_few_packages() {
    refuse(dependencies::count(tree()));
}

#[test]
fn no_package_comes_twice_without_a_reason() {
    refuse(dependencies::duplicates(tree()));
}
