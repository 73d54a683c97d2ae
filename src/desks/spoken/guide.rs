//! The guide: what a soldier is told beforehand, chapter by chapter, so that either face can show it without any line.

use crate::domain::catalogue::indicator::Indicator;
use crate::domain::catalogue::terms::{Dimension, Flag};
use crate::language::word::Word;

/// A chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// A name for a command line; the same in every language.
    pub id: &'static str,
    /// What it is called.
    pub title: Word,
    /// What it says.
    pub paragraphs: &'static [Word],
    /// The side of the catalogue it is about: its indicators stand below the text.
    pub dimension: Option<Dimension>,
}

impl Chapter {
    /// The chapter of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        CHAPTERS.iter().find(|chapter| chapter.id == id)
    }
}

/// What must be read beside an indicator, the gravest first.
#[must_use]
pub fn warnings(indicator: &Indicator) -> Vec<Word> {
    let all = [
        (Flag::DangerToLife, Word("guide-flag-life")),
        (Flag::Urgent, Word("guide-flag-urgent")),
        (Flag::NoMedia, Word("guide-flag-no-media")),
    ];
    all.into_iter().filter(|(flag, _)| indicator.has(*flag)).map(|(_, word)| word).collect()
}

/// Every chapter, in the order of reading.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "why",
        title: Word("guide-why-title"),
        paragraphs: &[
            Word("guide-why-1"),
            Word("guide-why-2"),
            Word("guide-why-3"),
            Word("guide-why-4"),
            Word("guide-why-5"),
            Word("guide-why-6"),
            Word("guide-why-7"),
            Word("guide-why-8"),
            Word("guide-why-9"),
            Word("guide-why-10"),
            Word("guide-why-11"),
            Word("guide-why-12"),
        ],
        dimension: None,
    },
    Chapter {
        id: "recognise",
        title: Word("guide-recognise-title"),
        paragraphs: &[
            Word("guide-recognise-1"),
            Word("guide-recognise-2"),
            Word("guide-recognise-3"),
            Word("guide-recognise-4"),
            Word("guide-recognise-5"),
            Word("guide-recognise-6"),
        ],
        dimension: None,
    },
    Chapter {
        id: "recognise-control",
        title: Word("guide-recognise-control-title"),
        paragraphs: &[Word("guide-recognise-control-1"), Word("guide-recognise-control-2")],
        dimension: Some(Dimension::Control),
    },
    Chapter {
        id: "recognise-behaviour",
        title: Word("guide-recognise-behaviour-title"),
        paragraphs: &[Word("guide-recognise-behaviour-1"), Word("guide-recognise-behaviour-2")],
        dimension: Some(Dimension::Behaviour),
    },
    Chapter {
        id: "recognise-body",
        title: Word("guide-recognise-body-title"),
        paragraphs: &[Word("guide-recognise-body-1"), Word("guide-recognise-body-2")],
        dimension: Some(Dimension::Body),
    },
    Chapter {
        id: "recognise-documents",
        title: Word("guide-recognise-documents-title"),
        paragraphs: &[Word("guide-recognise-documents-1"), Word("guide-recognise-documents-2")],
        dimension: Some(Dimension::Documents),
    },
    Chapter {
        id: "recognise-transit",
        title: Word("guide-recognise-transit-title"),
        paragraphs: &[Word("guide-recognise-transit-1"), Word("guide-recognise-transit-2")],
        dimension: Some(Dimension::Transit),
    },
    Chapter {
        id: "recognise-site",
        title: Word("guide-recognise-site-title"),
        paragraphs: &[Word("guide-recognise-site-1"), Word("guide-recognise-site-2")],
        dimension: Some(Dimension::Site),
    },
    Chapter {
        id: "recognise-labour",
        title: Word("guide-recognise-labour-title"),
        paragraphs: &[Word("guide-recognise-labour-1"), Word("guide-recognise-labour-2")],
        dimension: Some(Dimension::Labour),
    },
    Chapter {
        id: "recognise-sexual",
        title: Word("guide-recognise-sexual-title"),
        paragraphs: &[Word("guide-recognise-sexual-1"), Word("guide-recognise-sexual-2")],
        dimension: Some(Dimension::Sexual),
    },
    Chapter {
        id: "recognise-child",
        title: Word("guide-recognise-child-title"),
        paragraphs: &[Word("guide-recognise-child-1"), Word("guide-recognise-child-2")],
        dimension: Some(Dimension::Child),
    },
    Chapter {
        id: "recognise-begging",
        title: Word("guide-recognise-begging-title"),
        paragraphs: &[Word("guide-recognise-begging-1"), Word("guide-recognise-begging-2")],
        dimension: Some(Dimension::Begging),
    },
    Chapter {
        id: "recognise-domestic",
        title: Word("guide-recognise-domestic-title"),
        paragraphs: &[Word("guide-recognise-domestic-1"), Word("guide-recognise-domestic-2")],
        dimension: Some(Dimension::Domestic),
    },
    Chapter {
        id: "recognise-organ",
        title: Word("guide-recognise-organ-title"),
        paragraphs: &[Word("guide-recognise-organ-1"), Word("guide-recognise-organ-2")],
        dimension: Some(Dimension::Organ),
    },
    Chapter {
        id: "recognise-network",
        title: Word("guide-recognise-network-title"),
        paragraphs: &[Word("guide-recognise-network-1"), Word("guide-recognise-network-2")],
        dimension: Some(Dimension::Network),
    },
    Chapter {
        id: "recognise-own-forces",
        title: Word("guide-recognise-own-forces-title"),
        paragraphs: &[Word("guide-recognise-own-forces-1"), Word("guide-recognise-own-forces-2")],
        dimension: Some(Dimension::OwnForces),
    },
    Chapter {
        id: "do",
        title: Word("guide-do-title"),
        paragraphs: &[
            Word("guide-do-1"),
            Word("guide-do-2"),
            Word("guide-do-3"),
            Word("guide-do-4"),
            Word("guide-do-5"),
            Word("guide-do-6"),
            Word("guide-do-7"),
            Word("guide-do-8"),
            Word("guide-do-9"),
            Word("guide-do-10"),
            Word("guide-do-11"),
            Word("guide-do-12"),
            Word("guide-do-13"),
            Word("guide-do-14"),
            Word("guide-do-15"),
        ],
        dimension: None,
    },
    Chapter {
        id: "never",
        title: Word("guide-never-title"),
        paragraphs: &[
            Word("guide-never-1"),
            Word("guide-never-2"),
            Word("guide-never-3"),
            Word("guide-never-4"),
            Word("guide-never-5"),
            Word("guide-never-6"),
            Word("guide-never-7"),
            Word("guide-never-8"),
            Word("guide-never-9"),
            Word("guide-never-10"),
            Word("guide-never-11"),
            Word("guide-never-12"),
            Word("guide-never-13"),
        ],
        dimension: None,
    },
    Chapter {
        id: "own-side",
        title: Word("guide-own-side-title"),
        paragraphs: &[
            Word("guide-own-side-1"),
            Word("guide-own-side-2"),
            Word("guide-own-side-3"),
            Word("guide-own-side-4"),
            Word("guide-own-side-5"),
            Word("guide-own-side-6"),
            Word("guide-own-side-7"),
            Word("guide-own-side-8"),
            Word("guide-own-side-9"),
            Word("guide-own-side-10"),
        ],
        dimension: None,
    },
    Chapter {
        id: "after",
        title: Word("guide-after-title"),
        paragraphs: &[
            Word("guide-after-1"),
            Word("guide-after-2"),
            Word("guide-after-3"),
            Word("guide-after-4"),
            Word("guide-after-5"),
            Word("guide-after-6"),
            Word("guide-after-7"),
            Word("guide-after-8"),
            Word("guide-after-9"),
            Word("guide-after-10"),
            Word("guide-after-11"),
            Word("guide-after-12"),
            Word("guide-after-13"),
            Word("guide-after-14"),
            Word("guide-after-15"),
            Word("guide-after-16"),
            Word("guide-after-17"),
            Word("guide-after-18"),
            Word("guide-after-19"),
            Word("guide-after-20"),
            Word("guide-after-21"),
            Word("guide-after-22"),
            Word("guide-after-23"),
            Word("guide-after-24"),
            Word("guide-after-25"),
            Word("guide-after-26"),
        ],
        dimension: None,
    },
    Chapter {
        id: "waiting",
        title: Word("guide-waiting-title"),
        paragraphs: &[
            Word("guide-waiting-1"),
            Word("guide-waiting-2"),
            Word("guide-waiting-3"),
            Word("guide-waiting-4"),
            Word("guide-waiting-5"),
            Word("guide-waiting-6"),
            Word("guide-waiting-7"),
            Word("guide-waiting-8"),
        ],
        dimension: None,
    },
    Chapter {
        id: "device",
        title: Word("guide-device-title"),
        paragraphs: &[
            Word("guide-device-1"),
            Word("guide-device-2"),
            Word("guide-device-3"),
            Word("guide-device-4"),
            Word("guide-device-5"),
            Word("guide-device-6"),
            Word("guide-device-7"),
            Word("guide-device-8"),
            Word("guide-device-9"),
            Word("guide-device-10"),
        ],
        dimension: None,
    },
    Chapter {
        id: "law",
        title: Word("guide-law-title"),
        paragraphs: &[
            Word("guide-law-1"),
            Word("guide-law-2"),
            Word("guide-law-3"),
            Word("guide-law-4"),
            Word("guide-law-5"),
        ],
        dimension: None,
    },
];

#[cfg(test)]
mod tests {
    use super::{CHAPTERS, Chapter};
    use crate::domain::catalogue::terms::Dimension;
    use crate::domain::code::Coded;

    #[test]
    fn every_side_of_the_catalogue_has_its_chapter() {
        let told: Vec<_> = CHAPTERS.iter().filter_map(|chapter| chapter.dimension).collect();
        assert_eq!(told, Dimension::ALL);
    }

    #[test]
    fn a_chapter_is_found_by_its_name() {
        assert_eq!(Chapter::named("never").map(|chapter| chapter.paragraphs.len()), Some(13));
        assert_eq!(Chapter::named("Never"), None);
    }
}
