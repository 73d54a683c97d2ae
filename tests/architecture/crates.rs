//! Who may name which crate, and which part of the machine.

use crate::house::{House, Target};
use crate::table::{CRATES, MACHINE, Who, stands_in};
use crate::violation::Violation;

/// Every path into a crate, or into the machine, from a place that has no business there.
pub fn violations(house: &House) -> Vec<Violation> {
    let breaches = house.targets().filter_map(|(file, mention, target)| {
        let Target::Crate(steps) = target else { return None };
        let (name, places) = restricted(&steps)?;
        if places.iter().any(|place| stands_in(&file.path, place)) {
            return None;
        }
        let why = match places {
            [] => "it serves tests only".to_owned(),
            _ => format!(
                "only {} may: what one place knows alone can be reviewed and replaced there",
                places.join(", ")
            ),
        };
        Some(Violation::new(file.at(mention.line), format!("names `{name}`"), why))
    });
    breaches.collect()
}

/// The restricted thing that a path enters, and the places that may.
fn restricted(steps: &[String]) -> Option<(String, &'static [&'static str])> {
    let first = steps.first()?;
    if first == "std" {
        let part = steps.get(1)?;
        return MACHINE
            .iter()
            .find(|(name, _)| name == part)
            .map(|(_, places)| (format!("std::{part}"), *places));
    }
    CRATES.iter().find(|(name, _)| name == first).and_then(|(_, who)| match who {
        Who::Anyone => None,
        Who::Only(places) => Some((first.clone(), *places)),
    })
}

#[cfg(test)]
mod tests {
    use super::violations;
    use crate::house::House;

    fn told(path: &str, text: &str) -> Vec<String> {
        let house = House::of(&[("src/lib.rs", ""), (path, text)]);
        violations(&house).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect()
    }

    #[test]
    fn a_crate_is_named_in_its_place() {
        for (path, text) in [
            ("src/screens/kit/theme.rs", "use ratatui::style::Color;"),
            ("src/crypto/seal.rs", "use age::Encryptor; fn f() { sha2::Sha256::new() }"),
            ("src/domain/catalogue/reading.rs", "use csv::Reader;"),
            ("src/crypto/handshake.rs", "use rustls::ServerConfig;"),
            ("src/domain/report.rs", "use chrono::Utc; use std::collections::BTreeMap;"),
        ] {
            assert!(told(path, text).is_empty(), "{path}");
        }
    }

    #[test]
    fn a_crate_outside_its_place_is_refused_however_it_is_named() {
        for (path, text) in [
            ("src/desks/cell/mod.rs", "use ratatui::style::Color;"),
            ("src/desks/cell/mod.rs", "use clap as arguments;"),
            ("src/wire/label.rs", "fn f() { ::sha2::Sha256::new() }"),
            ("src/vault/unlock.rs", "use {age::Decryptor};"),
            ("src/domain/observation.rs", "#[derive(serde::Serialize)] struct A;"),
            ("src/domain/report.rs", "use csv::Reader;"),
            ("src/commands/relay.rs", "#[tokio::main] fn main() {}"),
            ("src/courier/worker.rs", "use hyper_util::rt::TokioIo;"),
            ("src/wire/label.rs", "use proptest::prelude::any;"),
        ] {
            assert_eq!(told(path, text).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn the_ground_floor_reaches_no_disk_no_line_and_no_clock_of_the_machine() {
        for text in [
            "use std::fs::File;",
            "use std::{io, net::TcpStream};",
            "fn f() { std::env::var(\"X\") }",
            "use core::*; use std::thread;",
        ] {
            assert_eq!(told("src/domain/report.rs", text).len(), 1, "{text}");
        }
        assert!(told("src/vault/open.rs", "use std::fs::File; use std::io::Read;").is_empty());
    }
}
