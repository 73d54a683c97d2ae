//! Marks that may be one, without comparing each with each.
//!
//! ```text
//!  "01482KD" ─┬─ place 0: '0' ─▶ every mark with a 0 there     a mark read in part is looked up by the characters
//!             ├─ place 1: '1' ─▶ …                             that were read, each in its place
//!             └─ …
//! ```
//!
//! Two marks read whole are one only if they are written alike, which costs nothing to find. One read in part shares at
//! least so many characters with whatever it may be: they are counted along the lists, and only what shares enough is
//! laid beside it.
//!
//! Somebody who writes a hundred scraps of plates in each of a thousand reports makes every list long. So of one report
//! only some marks read in part are looked up, and all that looking up has a number of steps: whoever read little of much
//! is told that there is more, and nobody waits for him.

use std::collections::BTreeMap;

use crate::domain::mark::{Mark, MarkKind};
use crate::domain::repeats::in_time::InTime;
use crate::domain::repeats::marks::Marks;

/// Other marks that one may be, at most. Who read so little that more would fit has read nothing that helps.
const MOST_READINGS: usize = 64;
/// Marks read in part of one report that are looked up.
const MOST_IN_PART: usize = 8;

/// Marks written alike, and the reports that hold them.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) mark: &'a Mark,
    pub(super) holders: InTime,
    /// Other marks it may be, by their places in the list; those that are not sure are.
    pub(super) readings: Vec<usize>,
    /// It was not looked up to the end.
    pub(super) more: bool,
}

type Sign = (MarkKind, usize, usize, char);
type Pair = (MarkKind, char, char);

/// Every mark, with those it may be. Counts what it compares, and compares no more once that is `most`.
pub(super) fn shared<'a>(all: &'a [Marks], most: usize, looked_at: &mut usize) -> Vec<Shared<'a>> {
    let mut alike: BTreeMap<(MarkKind, &str), (&Mark, Vec<usize>)> = BTreeMap::new();
    // What is read in part, and by how little else read in part it is held up.
    let mut company: BTreeMap<(MarkKind, &str), usize> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        for (place, mark) in one.marks.iter().filter(|mark| !mark.is_whole()).enumerate() {
            let least = company.entry((mark.kind(), mark.text())).or_insert(place);
            *least = place.min(*least);
        }
        for mark in &one.marks {
            alike.entry((mark.kind(), mark.text())).or_insert((mark, Vec::new())).1.push(at);
        }
    }
    let mut marks: Vec<Shared<'_>> = (alike.into_values())
        .map(|(mark, holders)| Shared {
            mark,
            holders: InTime::of(holders, all),
            readings: Vec::new(),
            more: false,
        })
        .collect();
    let company = |mark: &Mark| company.get(&(mark.kind(), mark.text())).copied().unwrap_or(0);
    let mut in_part: Vec<usize> = places(&marks, |mark| !mark.is_whole());
    // Whoever wrote of one such mark is served before the second of anybody.
    in_part.sort_by_key(|at| marks.get(*at).map_or(0, |one| company(one.mark)));
    if in_part.is_empty() {
        return marks;
    }
    let mut shares: Vec<usize> = vec![0; marks.len()];
    let index =
        Index::of(&marks, in_part.iter().any(|at| marks.get(*at).is_some_and(|one| one.mark.has_gap())));
    for at in in_part {
        let Some(mark) = marks.get(at).map(|one| one.mark) else { continue };
        if company(mark) >= MOST_IN_PART || *looked_at >= most {
            marks.get_mut(at).into_iter().for_each(|one| one.more = true);
            continue;
        }
        let mut readings = Vec::new();
        for other in index.candidates(mark, &mut shares, looked_at) {
            let Some(theirs) = marks.get(other).filter(|_| other != at) else { continue };
            *looked_at += 1;
            if mark.shared_with(theirs.mark).is_some() {
                readings.push((other, theirs.mark.is_whole()));
            }
            if readings.len() >= MOST_READINGS {
                break;
            }
        }
        for (other, whole) in readings {
            push(&mut marks, at, other);
            // One read in part finds this one by itself.
            if whole {
                push(&mut marks, other, at);
            }
        }
    }
    marks
}

fn push(marks: &mut [Shared<'_>], at: usize, reading: usize) {
    if let Some(one) = marks.get_mut(at).filter(|one| one.readings.len() < MOST_READINGS) {
        one.readings.push(reading);
    }
}

fn places(marks: &[Shared<'_>], wanted: impl Fn(&Mark) -> bool) -> Vec<usize> {
    marks.iter().enumerate().filter(|(_, one)| wanted(one.mark)).map(|(at, _)| at).collect()
}

/// Where to look for what a mark read in part may be.
struct Index {
    /// Marks by one character and its place.
    signs: BTreeMap<Sign, Vec<usize>>,
    /// Marks read whole by two neighbouring characters.
    pairs: BTreeMap<Pair, Vec<usize>>,
}

impl Index {
    fn of(marks: &[Shared<'_>], with_pairs: bool) -> Self {
        let mut index = Self { signs: BTreeMap::new(), pairs: BTreeMap::new() };
        for (at, one) in marks.iter().enumerate() {
            for sign in signs(one.mark) {
                index.signs.entry(sign).or_default().push(at);
            }
            if with_pairs && one.mark.is_whole() {
                for pair in pairs(one.mark) {
                    index.pairs.entry(pair).or_default().push(at);
                }
            }
        }
        index
    }

    /// Every mark that this one may be, and some that it is not. `shares` is all zero before and after.
    fn candidates(&self, mark: &Mark, shares: &mut [usize], looked_at: &mut usize) -> Vec<usize> {
        if mark.has_gap() {
            let lists = pairs(mark).into_iter().map(|pair| self.pairs.get(&pair));
            let rarest = lists.min_by_key(|list| list.map_or(0, Vec::len)).flatten();
            return rarest.into_iter().flatten().copied().collect();
        }
        let lists = || signs(mark).into_iter().filter_map(|sign| self.signs.get(&sign)).flatten();
        let mut enough = Vec::new();
        for at in lists() {
            *looked_at += 1;
            if let Some(count) = shares.get_mut(*at) {
                *count += 1;
                if *count == mark.kind().least() {
                    enough.push(*at);
                }
            }
        }
        for at in lists() {
            shares.get_mut(*at).into_iter().for_each(|count| *count = 0);
        }
        enough
    }
}

fn signs(mark: &Mark) -> Vec<Sign> {
    let Some(places) = mark.places() else { return Vec::new() };
    places.signs.into_iter().map(|(place, sign)| (mark.kind(), places.length, place, sign)).collect()
}

fn pairs(mark: &Mark) -> Vec<Pair> {
    mark.neighbours().into_iter().map(|(one, two)| (mark.kind(), one, two)).collect()
}
