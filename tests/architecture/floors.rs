//! Imports run down: never up, never sideways, never into a part that is closed.

use crate::house::{House, Target};
use crate::source::SourceFile;
use crate::table::{CLOSED_PARTS, EMPTY_NAMES, FLOORS, stands_in};
use crate::violation::Violation;

/// Every import or path that breaks the order of the floors.
pub fn violations(house: &House) -> Vec<Violation> {
    let rooms = house.files.iter().flat_map(rooms_and_names);
    let imports = house.targets().filter_map(|(file, mention, target)| {
        let Target::Ours(steps) = target else { return None };
        let (found, reason) = breach(file, &steps)?;
        Some(Violation::new(file.at(mention.line), found, reason))
    });
    rooms.chain(imports).collect()
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(known, _)| *known == room).map(|(_, floor)| *floor)
}

fn rooms_and_names(file: &SourceFile) -> Vec<Violation> {
    let mut found = Vec::new();
    if floor_of(file.room()).is_none() {
        let what = format!("the room `{}` is not in the table", file.room());
        found.push(Violation::new(file.at(1), what, "every room has a floor, so that the way down is known"));
    }
    if let Some(name) = file.module.iter().find(|name| EMPTY_NAMES.contains(&name.as_str())) {
        let why = "a room is named for what it is about; this name takes in anything";
        found.push(Violation::new(file.at(1), format!("is called `{name}`"), why));
    }
    found
}

fn breach(file: &SourceFile, steps: &[String]) -> Option<(String, &'static str)> {
    let path = steps.join("::");
    let room = steps.first()?;
    let enters = |part: &&str| path == **part || path.starts_with(&format!("{part}::"));
    for (place, parts, why) in CLOSED_PARTS {
        if stands_in(&file.path, place) && parts.iter().any(enters) {
            return Some((format!("names `{path}`"), why));
        }
    }
    if room == file.room() {
        return None;
    }
    let from = floor_of(file.room())?;
    let Some(to) = floor_of(room) else {
        let why = "the root holds rooms only; a name comes from the room that owns it";
        return Some((format!("takes `{path}` from the root"), why));
    };
    let direction = match to.cmp(&from) {
        std::cmp::Ordering::Less => return None,
        std::cmp::Ordering::Equal => "sideways",
        std::cmp::Ordering::Greater => "up",
    };
    let found = format!("imports {direction}: `{path}` (floor {to}) from {} (floor {from})", file.room());
    Some((
        found,
        "imports run down only, so that a room can be read, tested and replaced without those above it",
    ))
}

#[cfg(test)]
mod tests {
    use super::violations;
    use crate::house::House;

    fn told(path: &str, text: &str) -> Vec<String> {
        let house = House::of(&[
            ("src/lib.rs", ""),
            ("src/wire/sealing.rs", ""),
            ("src/domain/mod.rs", ""),
            (path, text),
        ]);
        violations(&house).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect()
    }

    #[test]
    fn down_is_allowed() {
        assert!(told("src/wire/label.rs", "use crate::domain::code;\nuse crate::wire::packet;").is_empty());
        assert!(told("src/main.rs", "use vigilia::commands::run;").is_empty());
        assert!(told("src/courier/folder.rs", "use crate::wire::sealing::Sealed;").is_empty());
    }

    #[test]
    fn up_is_refused_with_its_line() {
        assert_eq!(
            told("src/wire/label.rs", "\nuse crate::{domain::code, vault::unlock};"),
            ["src/wire/label.rs:2: imports up: `vault::unlock` (floor 3) from wire (floor 2)"]
        );
        assert_eq!(told("src/wire/label.rs", "fn f() { super::super::desks::cell::open() }").len(), 1);
    }

    #[test]
    fn sideways_is_refused() {
        for (path, text) in [
            ("src/crypto/seal.rs", "use crate::domain::code;"),
            ("src/courier/folder.rs", "use crate::vault;"),
            ("src/relay/shelf.rs", "fn f(v: &crate::vault::Vault) {}"),
            ("src/screens/kit/theme.rs", "use crate::commands::report;"),
            ("src/commands/report.rs", "use crate::screens::kit;"),
        ] {
            let told = told(path, text);
            assert!(told.len() == 1 && told.iter().all(|line| line.contains("sideways")), "{path}: {told:?}");
        }
    }

    #[test]
    fn the_relay_may_not_name_what_opens_a_packet() {
        assert!(told("src/relay/shelf.rs", "use crate::wire::packet::SealedPacket;").is_empty());
        for text in ["use crate::wire::sealing::open;", "use crate::wire; fn f() { wire::sealing::open() }"] {
            assert_eq!(told("src/relay/shelf.rs", text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_view_reaches_nothing_but_what_it_draws() {
        for room in ["vault", "courier", "crypto", "wire"] {
            let text = format!("use crate::{room}::x;");
            assert_eq!(told("src/screens/cell/view.rs", &text).len(), 1, "{room}");
            assert_eq!(told("src/screens/cell/view/inbox.rs", &text).len(), 1, "{room}");
            assert!(told("src/screens/cell/effects.rs", &text).is_empty(), "{room}");
        }
        assert!(told("src/screens/cell/view.rs", "use crate::domain::code;").is_empty());
    }

    #[test]
    fn the_root_owns_no_names() {
        assert_eq!(
            told("src/wire/label.rs", "use crate::Error;"),
            ["src/wire/label.rs:1: takes `Error` from the root"]
        );
    }

    #[test]
    fn an_unknown_room_and_an_empty_name_are_refused() {
        assert_eq!(
            told("src/attic/box.rs", ""),
            ["src/attic/box.rs:1: the room `attic` is not in the table"]
        );
        assert_eq!(told("src/wire/util.rs", ""), ["src/wire/util.rs:1: is called `util`"]);
        assert_eq!(told("src/wire/helpers/mod.rs", "").len(), 1);
    }

    #[test]
    fn tests_and_comments_and_texts_import_nothing() {
        let text = "// use crate::vault;\nconst A: &str = \"crate::vault::x\";\n#[cfg(test)]\nmod tests {\n use crate::vault::Vault;\n}";
        assert!(told("src/wire/label.rs", text).is_empty());
    }
}
