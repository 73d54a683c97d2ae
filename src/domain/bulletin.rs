//! What the cell tells everybody of some contingents: newsletters, briefings, a syllabus.
//!
//! ```text
//!  cell publishes 1 2 3 …, each naming those beside it that are in force ─▶ commander ─▶ every observer concerned
//! ```
//!
//! A bulletin is one statement with the same words in one to four languages, so that it has one number, one signature
//! and one "read", and each soldier sees his own language.
//!
//! A commander who keeps one back is told by the next: every bulletin names the others that are still in force for
//! everybody it concerns, each with its end. Whoever holds the newest knows what he should hold besides, whether he came
//! yesterday or serves in one contingent of many, and nobody misses what has run out. A plain count would not do: it has
//! holes for whoever came late, and for every contingent that some bulletin does not concern.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::code::codes;
use crate::domain::ids::Digest;
use crate::domain::observation::Language;
use crate::domain::people::Contingent;
use crate::domain::text::{Narrative, Text};
use crate::domain::time::Timestamp;

codes! {
    /// What a bulletin is.
    BulletinKind, "bulletin_kind" {
        /// What came of reports in general, and thanks.
        Newsletter = "newsletter",
        /// What is known of a region, for those who serve there.
        Briefing = "briefing",
        /// What to know by heart, and what never to do.
        Syllabus = "syllabus",
    }
}

/// What it is called in a list: one line of at most 80 characters.
pub type Title = Text<80>;

/// The most contingents one bulletin names, and the most others it names as in force.
pub const MOST_NAMED: usize = 64;
/// The longest time a bulletin may be in force, in days: somebody looks at it again once a year.
pub const MOST_DAYS: u32 = 400;

/// A bulletin in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// In which.
    pub language: Language,
    /// What it is called.
    pub title: Title,
    /// Its words, an empty line between paragraphs.
    pub text: Narrative,
}

impl Edition {
    /// All of its words: the title, a line feed, the text.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}\n{}", self.title.as_str(), self.text.as_str())
    }
}

/// Another bulletin of the same desk, named beside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Its number.
    pub number: u32,
    /// Until when it is in force.
    pub until: Timestamp,
}

/// What the cell tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulletin {
    /// Its number among those of the desk that signs it, from 1.
    pub number: u32,
    /// What it is.
    pub kind: BulletinKind,
    /// The same in one to four languages, each once.
    pub editions: Vec<Edition>,
    /// Whom it concerns; none means every contingent.
    pub contingents: Vec<Contingent>,
    /// When it was issued, by the cell's clock.
    pub issued: Timestamp,
    /// Until when it is in force.
    pub until: Timestamp,
    /// The bulletin it replaces, by the digest of its statement.
    pub supersedes: Option<Digest>,
    /// The same desk's other bulletins that are in force for everybody this one concerns, by rising number.
    pub in_force: Vec<Beside>,
}

/// Why something is no bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BulletinError {
    /// In no language, or in one language twice.
    #[error("a bulletin has its words in one to four languages, each once; nothing was published")]
    Languages,
    /// A title of several lines.
    #[error("the title of a bulletin is one line; nothing was published: give a shorter one")]
    Title,
    /// In force for no time, or for too long.
    #[error(
        "a bulletin is in force for a while, and at most for {MOST_DAYS} days; nothing was published: give another end"
    )]
    Until,
    /// A contingent twice, or too many of them.
    #[error("a bulletin names each contingent once and at most {MOST_NAMED}; nothing was published")]
    Contingents,
    /// A list of numbers that no desk writes.
    #[error(
        "more than {MOST_NAMED} bulletins would be in force at once, more than anybody reads; nothing was published: \
         let this one replace an older one, or wait until some run out"
    )]
    InForce,
    /// A number below one.
    #[error("bulletins are numbered from 1")]
    Number,
    /// It would replace another for somebody it does not reach.
    #[error(
        "a bulletin replaces another only for everybody whom that one concerned; nothing was published: name at least \
         the same contingents"
    )]
    Narrower,
}

impl Bulletin {
    /// The same, if its parts agree.
    ///
    /// # Errors
    /// [`BulletinError`] names the first that does not.
    pub fn checked(self) -> Result<Self, BulletinError> {
        let languages: BTreeSet<_> = self.editions.iter().map(|edition| edition.language).collect();
        if languages.is_empty() || languages.len() != self.editions.len() {
            return Err(BulletinError::Languages);
        }
        if self.editions.iter().any(|edition| edition.title.as_str().contains('\n')) {
            return Err(BulletinError::Title);
        }
        let longest = self.issued.plus_hours(MOST_DAYS * 24);
        if self.until <= self.issued || self.until > longest {
            return Err(BulletinError::Until);
        }
        let named: BTreeSet<_> = self.contingents.iter().collect();
        if named.len() != self.contingents.len() || named.len() > MOST_NAMED {
            return Err(BulletinError::Contingents);
        }
        let rises = self.in_force.is_sorted_by(|one, next| one.number < next.number);
        let before = self.in_force.iter().all(|other| (1..self.number).contains(&other.number));
        match (self.number, rises && before && self.in_force.len() <= MOST_NAMED) {
            (0, _) => Err(BulletinError::Number),
            (_, false) => Err(BulletinError::InForce),
            _ => Ok(self),
        }
    }

    /// Whether it concerns a contingent; somebody of none only by what concerns all.
    #[must_use]
    pub fn concerns(&self, contingent: Option<&Contingent>) -> bool {
        self.contingents.is_empty()
            || contingent.is_some_and(|contingent| self.contingents.contains(contingent))
    }

    /// How it stands at an instant.
    #[must_use]
    pub fn validity(&self, replaced: bool, now: Timestamp) -> Validity {
        Validity::of(self.until, replaced, now)
    }
}

/// Whether everybody in these contingents is in those; none means every contingent.
#[must_use]
pub fn are_among(these: &[Contingent], those: &[Contingent]) -> bool {
    those.is_empty() || (!these.is_empty() && these.iter().all(|contingent| those.contains(contingent)))
}

/// The one of several in this language, otherwise the first.
pub fn in_language<T>(all: &[T], language: Language, of: impl Fn(&T) -> Language) -> Option<&T> {
    all.iter().find(|one| of(one) == language).or_else(|| all.first())
}

codes! {
    /// How a bulletin stands.
    Validity, "validity" {
        /// It counts.
        InForce = "in_force",
        /// Another stands in its place.
        Replaced = "replaced",
        /// Its time is over.
        Expired = "expired",
    }
}

impl Validity {
    /// How a bulletin stands at an instant.
    #[must_use]
    pub fn of(until: Timestamp, replaced: bool, now: Timestamp) -> Self {
        match replaced {
            true => Self::Replaced,
            false if until <= now => Self::Expired,
            false => Self::InForce,
        }
    }
}

/// Those that are not held although the newest bulletin of a desk names them. `held` is what is held of that desk: each
/// number with those it names. One that has run out meanwhile is missed by nobody.
#[must_use]
pub fn missing(held: &BTreeMap<u32, Vec<Beside>>) -> Vec<Beside> {
    let newest = held.last_key_value().map(|(_, named)| named.as_slice()).unwrap_or_default();
    newest.iter().copied().filter(|other| !held.contains_key(&other.number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Coded;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn edition(language: Language) -> Edition {
        let (title, text) = (Title::new("News of November").unwrap(), Narrative::new("Thank you.").unwrap());
        Edition { language, title, text }
    }

    fn bulletin() -> Bulletin {
        Bulletin {
            number: 9,
            kind: BulletinKind::Newsletter,
            editions: vec![edition(Language::Dutch), edition(Language::French)],
            contingents: vec!["KFOR1".parse().unwrap()],
            issued: at("2026-11-21T12:00:00Z"),
            until: at("2026-12-21T12:00:00Z"),
            supersedes: None,
            in_force: named(&[2, 8]),
        }
    }

    fn named(numbers: &[u32]) -> Vec<Beside> {
        let until = at("2026-12-21T12:00:00Z");
        numbers.iter().map(|number| Beside { number: *number, until }).collect()
    }

    #[test]
    fn the_published_codes_stand() {
        let codes: Vec<_> = BulletinKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes, ["newsletter", "briefing", "syllabus"]);
        let codes: Vec<_> = Validity::ALL.iter().map(|validity| validity.code()).collect();
        assert_eq!(codes, ["in_force", "replaced", "expired"]);
    }

    #[test]
    fn a_bulletin_whose_parts_do_not_agree_is_none() {
        assert_eq!(bulletin().checked(), Ok(bulletin()));
        let refused = |change: fn(&mut Bulletin)| {
            let mut one = bulletin();
            change(&mut one);
            one.checked().unwrap_err()
        };
        assert_eq!(refused(|one| one.editions.clear()), BulletinError::Languages);
        assert_eq!(refused(|one| one.editions.push(edition(Language::Dutch))), BulletinError::Languages);
        let two_lines = |one: &mut Bulletin| one.editions[0].title = Title::new("one\ntwo").unwrap();
        assert_eq!(refused(two_lines), BulletinError::Title);
        assert_eq!(refused(|one| one.until = one.issued), BulletinError::Until);
        assert_eq!(refused(|one| one.until = one.issued.plus_hours(401 * 24)), BulletinError::Until);
        assert_eq!(refused(|one| one.contingents.push("KFOR1".parse().unwrap())), BulletinError::Contingents);
        assert_eq!(refused(|one| (one.number, one.in_force) = (0, Vec::new())), BulletinError::Number);
        for numbers in [vec![8, 2], vec![2, 2], vec![0], vec![9], (1..=65).collect()] {
            let one = Bulletin { in_force: named(&numbers), number: bulletin().number, ..bulletin() };
            assert_eq!(one.checked(), Err(BulletinError::InForce), "{numbers:?}");
        }
    }

    #[test]
    fn it_concerns_whom_it_names_or_everybody() {
        let (ours, other): (Contingent, Contingent) = ("KFOR1".parse().unwrap(), "UNIFIL".parse().unwrap());
        let all = Bulletin { contingents: Vec::new(), ..bulletin() };
        assert!(bulletin().concerns(Some(&ours)) && !bulletin().concerns(Some(&other)));
        assert!(!bulletin().concerns(None) && all.concerns(None) && all.concerns(Some(&other)));
        let (one, two) = ([ours.clone()], [ours, other]);
        assert!(
            are_among(&[], &[]) && are_among(&one, &[]) && are_among(&one, &one) && are_among(&one, &two)
        );
        assert!(!are_among(&[], &one) && !are_among(&two, &one));
    }

    #[test]
    fn somebody_sees_his_own_language_or_the_first() {
        let editions = bulletin().editions;
        let shown = |language| in_language(&editions, language, |edition| edition.language).unwrap().language;
        assert_eq!((shown(Language::French), shown(Language::German)), (Language::French, Language::Dutch));
    }

    #[test]
    fn it_counts_until_its_time_is_over_or_another_stands_in_its_place() {
        let one = bulletin();
        assert_eq!(one.validity(false, one.issued), Validity::InForce);
        assert_eq!(one.validity(false, one.until), Validity::Expired);
        assert_eq!(one.validity(true, one.until), Validity::Replaced);
    }

    #[test]
    fn the_newest_tells_what_is_not_there() {
        let held = |numbers: &[(u32, &[u32])]| -> Vec<u32> {
            let held = numbers.iter().map(|(number, beside)| (*number, named(beside))).collect();
            missing(&held).iter().map(|other| other.number).collect()
        };
        assert!(held(&[]).is_empty());
        assert_eq!(held(&[(3, &[1, 2])]), [1, 2]);
        assert_eq!(held(&[(1, &[]), (3, &[1, 2])]), [2]);
        // Number 2 ran out meanwhile: the newest no longer names it, and nobody misses it.
        assert!(held(&[(1, &[]), (3, &[1, 2]), (4, &[1, 3])]).is_empty());
    }
}
