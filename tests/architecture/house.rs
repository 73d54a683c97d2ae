//! The whole of `src/`, and what a path written in one of its files leads to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::mentions::Mention;
use crate::source::SourceFile;
use crate::table;

/// The name other crates, `main.rs` among them, know the library by.
const LIBRARY: &str = "vigilia";

/// Every Rust file under `src/`.
#[derive(Debug)]
pub struct House {
    pub files: Vec<SourceFile>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An item of ours, by its steps from the root.
    Ours(Vec<String>),
    /// An item of another crate; `std`, `core` and `alloc` are all `std`.
    Crate(Vec<String>),
}

impl House {
    /// Reads `src/` under the repository's root.
    pub fn on_disk(root: &Path) -> Self {
        let mut paths = Vec::new();
        collect(&root.join("src"), &mut paths);
        paths.sort();
        let files = paths.iter().map(|path| {
            let text = fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let inside = path.strip_prefix(root).expect("it was found under the root");
            SourceFile::read(&inside.to_string_lossy().replace('\\', "/"), &text)
        });
        Self { files: files.collect() }
    }

    /// A house of made-up files, each a path and its text.
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| SourceFile::read(path, text)).collect() }
    }

    /// Every mention of every file, with what it leads to. Paths that begin at a local item lead nowhere new and are left out.
    pub fn targets(&self) -> impl Iterator<Item = (&SourceFile, &Mention, Target)> {
        self.files.iter().flat_map(move |file| {
            let bound = self.bound_names(file);
            file.mentions.iter().filter_map(move |mention| {
                let target = self.resolve(file, mention, Some(&bound))?;
                Some((file, mention, target))
            })
        })
    }

    /// The file whose module owns an item of ours: the longest module that begins the path.
    pub fn owner(&self, item: &[String]) -> Option<&SourceFile> {
        let owns = |file: &&SourceFile| file.path != "src/main.rs" && item.starts_with(&file.module);
        self.files.iter().filter(owns).max_by_key(|file| file.module.len())
    }

    /// The names a file's imports bind, and what each stands for. The first binding of a name wins.
    fn bound_names(&self, file: &SourceFile) -> BTreeMap<String, Target> {
        let mut bound = BTreeMap::new();
        for mention in &file.mentions {
            if let (Some(name), Some(target)) = (&mention.binds, self.resolve(file, mention, None)) {
                bound.entry(name.clone()).or_insert(target);
            }
        }
        bound
    }

    fn resolve(
        &self,
        file: &SourceFile,
        mention: &Mention,
        bound: Option<&BTreeMap<String, Target>>,
    ) -> Option<Target> {
        let (first, rest) = mention.steps.split_first()?;
        let here = || file.module.iter().chain(&mention.within).cloned().collect::<Vec<String>>();
        let ours = |base: Vec<String>, rest: &[String]| {
            Some(Target::Ours(base.into_iter().chain(rest.iter().cloned()).collect()))
        };
        if mention.rooted {
            return Some(crate_target(first, rest));
        }
        match first.as_str() {
            "crate" => return ours(Vec::new(), rest),
            "self" => return ours(here(), rest),
            "super" => {
                let mut base = here();
                base.pop();
                let higher = rest.iter().take_while(|step| *step == "super").count();
                base.truncate(base.len().saturating_sub(higher));
                return ours(base, rest.get(higher..).unwrap_or_default());
            }
            _ => {}
        }
        let child: Vec<String> = here().into_iter().chain([first.clone()]).collect();
        let is_child = !file.module.is_empty() && self.files.iter().any(|other| other.module == child);
        if is_child {
            return ours(child, rest);
        }
        match bound.and_then(|bound| bound.get(first)) {
            Some(Target::Ours(base)) => ours(base.clone(), rest),
            Some(Target::Crate(base)) => Some(Target::Crate(base.iter().chain(rest).cloned().collect())),
            None if first == LIBRARY || is_known_crate(first) => Some(crate_target(first, rest)),
            None => None,
        }
    }
}

fn crate_target(first: &str, rest: &[String]) -> Target {
    if first == LIBRARY {
        return Target::Ours(rest.to_vec());
    }
    let first = if ["core", "alloc"].contains(&first) { "std" } else { first };
    Target::Crate([first.to_owned()].into_iter().chain(rest.iter().cloned()).collect())
}

fn is_known_crate(name: &str) -> bool {
    ["std", "core", "alloc"].contains(&name) || table::CRATES.iter().any(|(known, _)| *known == name)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{House, Target};

    fn leads(text: &str) -> Vec<String> {
        let house = House::of(&[
            ("src/lib.rs", ""),
            ("src/wire/mod.rs", ""),
            ("src/wire/packet/mod.rs", text),
            ("src/wire/packet/age.rs", ""),
        ]);
        let told = house.targets().map(|(_, _, target)| match target {
            Target::Ours(steps) => format!("ours {}", steps.join("::")),
            Target::Crate(steps) => format!("crate {}", steps.join("::")),
        });
        told.collect()
    }

    #[test]
    fn relative_paths_are_followed() {
        assert_eq!(
            leads(
                "use crate::domain::code; use super::label; use self::x; mod inner { use super::super::super::vault; }"
            ),
            ["ours domain::code", "ours wire::label", "ours wire::packet::x", "ours vault"]
        );
    }

    #[test]
    fn a_bound_name_is_followed_to_what_it_stands_for() {
        assert_eq!(
            leads("use crate::wire; fn f() { wire::sealing::open() }"),
            ["ours wire", "ours wire::sealing::open"]
        );
        assert_eq!(leads("use zstd as z; fn f() { z::bulk::x() }"), ["crate zstd", "crate zstd::bulk::x"]);
    }

    #[test]
    fn a_child_module_is_not_taken_for_the_crate_of_its_name() {
        assert_eq!(leads("fn f() { age::x(); ::age::x(); }"), ["ours wire::packet::age::x", "crate age::x"]);
    }

    #[test]
    fn local_items_lead_nowhere() {
        assert!(leads("enum A { B } fn f() { A::B; Self::g(); String::new() }").is_empty());
    }

    #[test]
    fn the_library_is_ours_also_by_its_name() {
        assert_eq!(leads("use vigilia::commands::run;"), ["ours commands::run"]);
    }

    #[test]
    fn an_item_belongs_to_the_deepest_module_that_begins_its_path() {
        let house = House::of(&[("src/lib.rs", ""), ("src/wire/mod.rs", ""), ("src/wire/packet.rs", "")]);
        let owner = |path: &str| {
            let steps: Vec<String> = path.split("::").map(str::to_owned).collect();
            house.owner(&steps).map(|file| file.path.clone())
        };
        assert_eq!(owner("wire::packet::Packet"), Some("src/wire/packet.rs".into()));
        assert_eq!(owner("wire::WireError"), Some("src/wire/mod.rs".into()));
        assert_eq!(owner("codes"), Some("src/lib.rs".into()));
    }
}
