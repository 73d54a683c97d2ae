//! The shape of single files: their length, no back doors between rooms, and the one door to proof types.

use crate::house::House;
use crate::source::SourceFile;
use crate::table::{LONGEST_FILE, PROOF_DOOR, PROOF_DOOR_OPENS_FOR, PROOF_DOOR_STANDS_IN, stands_in};
use crate::violation::Violation;

/// Files longer than a person keeps in mind.
pub fn too_long(house: &House) -> Vec<Violation> {
    let long = house.files.iter().filter(|file| file.length > LONGEST_FILE);
    let tell = |file: &SourceFile| {
        let found = format!("{} lines before its tests, and {LONGEST_FILE} are allowed", file.length);
        Violation::new(
            file.at(LONGEST_FILE + 1),
            found,
            "a file is about one noun and is read in one sitting; part it by noun",
        )
    };
    long.map(tell).collect()
}

/// Imports that others could import again, and the other ways to make a name appear where it does not live.
pub fn back_doors(house: &House) -> Vec<Violation> {
    house.files.iter().flat_map(|file| reexports(file).chain(hidden_files(file))).collect()
}

fn reexports(file: &SourceFile) -> impl Iterator<Item = Violation> {
    let offered = file.mentions.iter().filter(|mention| mention.reexport);
    offered.filter(|mention| !is_own_macro(file, &mention.steps)).map(|mention| {
        let why =
            "a name is imported from the module that owns it; a re-export hides the arrow from eye and test";
        Violation::new(file.at(mention.line), format!("re-exports `{}`", mention.steps.join("::")), why)
    })
}

/// A macro by example has no path until its own file gives it one with `pub(crate) use`.
fn is_own_macro(file: &SourceFile, steps: &[String]) -> bool {
    let [name] = steps else { return false };
    file.tokens.windows(3).any(
        |three| matches!(three, [a, b, c] if a.is_word("macro_rules") && b.is_mark("!") && c.is_word(name)),
    )
}

fn hidden_files(file: &SourceFile) -> impl Iterator<Item = Violation> {
    let starts = file.tokens.windows(3).filter_map(|three| {
        let [a, b, c] = three else { return None };
        let found = if a.is_word("extern") && b.is_word("crate") {
            "names a crate by `extern crate`"
        } else if a.is_word("include") && b.is_mark("!") {
            "takes in code by `include!`"
        } else if a.is_mark("[") && b.is_word("path") && c.is_mark("=") {
            "moves a module by `#[path]`"
        } else {
            return None;
        };
        Some((a.line, found))
    });
    let why = "where a name lives is read from the path of its file";
    starts.map(move |(line, found)| Violation::new(file.at(line), found, why))
}

/// Places that mint a proof type without being the room that checks.
pub fn proof_doors(house: &House) -> Vec<Violation> {
    let opens = |file: &&SourceFile| !PROOF_DOOR_OPENS_FOR.iter().any(|room| stands_in(&file.path, room));
    let outside = house.files.iter().filter(opens);
    let breaches = outside.flat_map(|file| {
        let built_here = stands_in(&file.path, PROOF_DOOR_STANDS_IN);
        let words = file.tokens.iter().enumerate().filter(|(_, token)| token.is_word(PROOF_DOOR));
        let defines = |at: usize| at.checked_sub(1).and_then(|at| file.tokens.get(at)).is_some_and(|token| token.is_word("fn"));
        words.filter(move |(at, _)| !(built_here && defines(*at))).map(|(_, token)| {
            let why = "a proof is made only after the check it stands for: wire/ verifies, vault/ restores what it verified";
            Violation::new(file.at(token.line), format!("says `{PROOF_DOOR}`"), why)
        })
    });
    breaches.collect()
}

#[cfg(test)]
mod tests {
    use super::{back_doors, proof_doors, too_long};
    use crate::house::House;
    use crate::violation::Violation;

    fn told(law: fn(&House) -> Vec<Violation>, path: &str, text: &str) -> Vec<String> {
        law(&House::of(&[(path, text)])).into_iter().map(|v| format!("{}: {}", v.place, v.found)).collect()
    }

    #[test]
    fn a_file_is_measured_without_its_tests() {
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "// long\n".repeat(500));
        assert!(told(too_long, "src/wire/label.rs", &("\n".repeat(400) + &tests)).is_empty());
        assert_eq!(
            told(too_long, "src/wire/label.rs", &("\n".repeat(401) + &tests)),
            ["src/wire/label.rs:401: 401 lines before its tests, and 400 are allowed"]
        );
    }

    #[test]
    fn a_re_export_is_refused_at_any_visibility() {
        for text in [
            "\npub use crate::wire::label::Label;",
            "\npub(crate) use label::Label;",
            "\npub(in crate::wire) use super::{x};",
        ] {
            let told = told(back_doors, "src/lib.rs", text);
            assert!(
                told.len() == 1 && told.iter().all(|line| line.starts_with("src/lib.rs:2: re-exports")),
                "{text}: {told:?}"
            );
        }
        assert!(told(back_doors, "src/lib.rs", "use crate::wire::label::Label; pub mod wire;").is_empty());
    }

    #[test]
    fn a_macro_may_be_given_its_path_by_its_own_file_only() {
        assert!(
            told(back_doors, "src/domain/code.rs", "macro_rules! codes { () => {} } pub(crate) use codes;")
                .is_empty()
        );
        assert_eq!(told(back_doors, "src/domain/report.rs", "pub(crate) use codes;").len(), 1);
    }

    #[test]
    fn code_stands_where_its_path_says() {
        for text in ["extern crate age as a;", "include!(\"x.rs\");", "#[path = \"x.rs\"] mod y;"] {
            assert_eq!(told(back_doors, "src/wire/label.rs", text).len(), 1, "{text}");
        }
        assert!(
            told(
                back_doors,
                "src/wire/label.rs",
                "const A: &[u8] = include_bytes!(\"x\"); fn f(path: u8) {}"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_proof_is_built_in_the_domain_and_made_where_it_is_checked() {
        assert!(told(proof_doors, "src/domain/receipt.rs", "pub(crate) fn vouched_for(x: u8) {}").is_empty());
        assert!(told(proof_doors, "src/wire/receipt.rs", "Receipt::vouched_for(1)").is_empty());
        assert!(told(proof_doors, "src/vault/answers.rs", "Receipt::vouched_for(1)").is_empty());
        for (path, text) in [
            ("src/desks/cell/mod.rs", "\nReceipt::vouched_for(1)"),
            ("src/domain/batch.rs", "\nReceipt::vouched_for(1)"),
            ("src/desks/cell/mod.rs", "\nfn vouched_for() {}"),
            ("src/relay/log.rs", "\nlet make = Receipt::vouched_for;"),
        ] {
            assert_eq!(told(proof_doors, path, text), [format!("{path}:2: says `vouched_for`")]);
        }
    }
}
