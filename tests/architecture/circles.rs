//! No circle between the files of a room: each can be read after those it uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, Target};
use crate::violation::Violation;

/// For each file of one room, the files of that room it uses and the line of the first use.
type Arrows<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

/// One breach per circle.
pub fn violations(house: &House) -> Vec<Violation> {
    let arrows = arrows(house);
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for &file in arrows.keys() {
        let Some(circle) = shortest_circle(&arrows, file) else { continue };
        if told.insert(circle.iter().copied().collect::<BTreeSet<_>>()) {
            let steps = circle.iter().chain([&file]).copied().collect::<Vec<_>>();
            let line = steps.get(1).and_then(|next| arrows.get(file)?.get(next)).copied().unwrap_or(1);
            let why = "files in a circle can only be understood, tested and moved together";
            found.push(Violation::new(
                format!("{file}:{line}"),
                format!("closes a circle: {}", steps.join(" → ")),
                why,
            ));
        }
    }
    found
}

fn arrows(house: &House) -> Arrows<'_> {
    let mut arrows = Arrows::new();
    for (file, mention, target) in house.targets() {
        let Target::Ours(steps) = target else { continue };
        let Some(owner) = house.owner(&steps) else { continue };
        if owner.room() == file.room() && owner.path != file.path {
            arrows.entry(&file.path).or_default().entry(&owner.path).or_insert(mention.line);
        }
    }
    arrows
}

/// The files on the shortest way from `start` back to it, `start` first.
fn shortest_circle<'a>(arrows: &Arrows<'a>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut wave = vec![start];
    while !wave.is_empty() {
        let mut next_wave = Vec::new();
        for file in wave {
            for &next in arrows.get(file).into_iter().flat_map(BTreeMap::keys) {
                if next == start {
                    let mut way = vec![file];
                    while let Some(&earlier) = way.last().and_then(|last| came_from.get(last)) {
                        way.push(earlier);
                    }
                    way.reverse();
                    return Some(way);
                }
                if !came_from.contains_key(next) {
                    came_from.insert(next, file);
                    next_wave.push(next);
                }
            }
        }
        wave = next_wave;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::violations;
    use crate::house::House;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        violations(&House::of(files)).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect()
    }

    #[test]
    fn a_way_that_does_not_return_is_no_circle() {
        let files = [
            ("src/wire/mod.rs", "pub mod a; pub mod b;"),
            ("src/wire/a.rs", "use super::b::B; use crate::wire::c::C;"),
            ("src/wire/b.rs", "use super::c::C;"),
            ("src/wire/c.rs", "use self::inner::X; mod inner { use super::Y; }"),
        ];
        assert!(told(&files).is_empty());
    }

    #[test]
    fn two_files_that_use_each_other_are_refused_once() {
        let files =
            [("src/wire/a.rs", "\nuse super::b::B;"), ("src/wire/b.rs", "fn f() -> crate::wire::a::A {}")];
        assert_eq!(
            told(&files),
            ["src/wire/a.rs:2: closes a circle: src/wire/a.rs → src/wire/b.rs → src/wire/a.rs"]
        );
    }

    #[test]
    fn a_longer_circle_is_followed_to_its_end() {
        let files = [
            ("src/wire/a.rs", "use super::b::B;"),
            ("src/wire/b.rs", "use super::c::C;"),
            ("src/wire/c.rs", "use super::a::A;"),
            ("src/wire/d.rs", "use super::a::A;"),
        ];
        assert_eq!(
            told(&files),
            [
                "src/wire/a.rs:1: closes a circle: src/wire/a.rs → src/wire/b.rs → src/wire/c.rs → src/wire/a.rs"
            ]
        );
    }

    #[test]
    fn the_head_of_a_room_may_not_use_what_uses_it() {
        let files = [
            ("src/vault/mod.rs", "pub mod unlock;\nuse unlock::Key;"),
            ("src/vault/unlock.rs", "use super::VaultError;"),
        ];
        assert_eq!(told(&files).len(), 1);
    }
}
