//! The names under which places are found, sorted: by their beginning, or with typing errors.
//!
//! The inside of `data/names.zst` (numbers and texts as in `packed`):
//!
//! ```text
//! number of folded letters · for each: the letter, what it becomes (two texts)       see `folding`
//! number of names · number of bytes of all entries
//! one entry each    letters shared with the name before · the rest (a text); every 64th shares none
//! three times one byte each   place of the name, lowest byte first
//! ```
//!
//! A name stands there folded, once for each place that bears it. Kept as it is read, it takes five bytes a name.

use crate::geography::folding::Folding;
use crate::geography::packed::{PackedError, Reader};

/// Names from one that stands whole to the next.
const BLOCK: usize = 64;
/// Letters that are looked at in what somebody typed: more than any name has.
pub(super) const LONGEST: usize = 60;
/// Most typing errors that are searched for, and what stands for more.
const MOST_ERRORS: usize = 2;
const TOO_MANY: u8 = 100;
/// Letters at the beginning of a name with one typing error among them at most.
const SURE: usize = 3;

/// A name that fits what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Number of the name.
    pub(super) entry: usize,
    /// Number of the place.
    pub(super) place: usize,
    /// The name ends where the typed text ends.
    pub(super) whole: bool,
    /// Typing errors between them: a letter too many, missing, wrong, or two letters changed about.
    pub(super) errors: u8,
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    folding: Folding,
    entries: Vec<u8>,
    blocks: Vec<usize>,
    places: [Vec<u8>; 3],
    count: usize,
}

/// One entry as it stands.
struct Entry<'a> {
    at: usize,
    shared: usize,
    rest: &'a [u8],
}

impl Entry<'_> {
    /// The letters that it does not share. They were seen to be UTF-8 when the index was read.
    fn letters(&self) -> impl Iterator<Item = char> {
        std::str::from_utf8(self.rest).unwrap_or_default().chars()
    }
}

impl NameIndex {
    /// Reads the inside of the file, whose names belong to places numbered below `place_count`.
    pub(super) fn read(inside: &[u8], place_count: usize) -> Result<Self, PackedError> {
        let mut reader = Reader(inside);
        let folding = Folding::read(&mut reader)?;
        let (count, length) = (reader.count()?, reader.count()?);
        let entries = reader.bytes(length)?;
        let places = [reader.bytes(count)?, reader.bytes(count)?, reader.bytes(count)?].map(<[u8]>::to_vec);
        let mut blocks = Vec::with_capacity(count / BLOCK + 1);
        let mut rest = Reader(entries);
        for at in 0..count {
            let here = entries.len() - rest.0.len();
            if rest.count()? > 0 && at % BLOCK == 0 {
                return Err(PackedError::Inside);
            }
            if at % BLOCK == 0 {
                blocks.push(here);
            }
            rest.text()?;
        }
        let index = Self { folding, entries: entries.to_vec(), blocks, places, count };
        let known = (0..count).all(|at| index.place(at).is_some_and(|place| place < place_count));
        if known && rest.0.is_empty() { Ok(index) } else { Err(PackedError::Inside) }
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// A text as names are compared, cut to [`LONGEST`] letters.
    pub(super) fn fold(&self, text: &str) -> Vec<char> {
        // A letter becomes at most a few, and a text without end must not be folded to its end.
        let front: String = text.chars().take(4 * LONGEST).collect();
        self.folding.fold(&front).chars().take(LONGEST).collect()
    }

    /// The name with this number.
    pub(super) fn name(&self, entry: usize) -> String {
        let mut name: Vec<char> = Vec::new();
        for one in self.starting_at(entry / BLOCK).take_while(|one| one.at <= entry) {
            name.truncate(one.shared);
            name.extend(one.letters());
        }
        name.into_iter().collect()
    }

    /// Calls for every name that begins with a folded text.
    pub(super) fn beginning_with(&self, typed: &[char], mut found: impl FnMut(Hit)) {
        let text: String = typed.iter().collect();
        let block =
            self.blocks.partition_point(|offset| self.head_at(*offset) < text.as_str()).saturating_sub(1);
        let mut name: Vec<char> = Vec::new();
        let mut fits = false;
        for one in self.starting_at(block) {
            // Where all that was typed is shared with a name that fits, nothing else need be read.
            if !fits || one.shared < typed.len() {
                name.truncate(one.shared);
                name.extend(one.letters());
                fits = name.starts_with(typed);
                if !fits && name.as_slice() > typed {
                    break;
                }
            }
            if let (true, Some(place)) = (fits, self.place(one.at)) {
                let whole = one.shared <= typed.len() && one.shared + one.letters().count() == typed.len();
                found(Hit { entry: one.at, place, whole, errors: 0 });
            }
        }
    }

    /// Calls for every name that is, or begins like, a folded text with one to `most` typing errors in it
    /// (Damerau and Levenshtein, in the variant that changes no letter twice), `most` being 1 or 2. Of two errors at most one lies within
    /// the first [`SURE`] letters: people know how a name begins, and the search need not begin everywhere.
    ///
    /// The sorted names are walked like a tree: what two neighbours share is compared once, and a beginning with too
    /// many errors is left with everything below it.
    pub(super) fn resembling(&self, typed: &[char], most: u8, mut found: impl FnMut(Hit)) {
        let mut path = Path::new(typed);
        // Letters of the beginning that is left with everything below it.
        let mut left: Option<usize> = None;
        let mut block = 0;
        while block < self.blocks.len() {
            for one in self.starting_at(block).take(BLOCK) {
                if left.is_none_or(|depth| one.shared < depth) {
                    left = None;
                    path.letters.truncate(one.shared);
                    for letter in one.letters() {
                        let allowed = if path.letters.len() < SURE { most.min(1) } else { most };
                        if path.step(letter) > allowed {
                            left = Some(path.letters.len());
                            break;
                        }
                    }
                }
                let whole = if left.is_some() { u8::MAX } else { path.errors_whole() };
                let best = path.errors_at_best();
                if let (1.., true, Some(place)) = (best, best <= most, self.place(one.at)) {
                    let errors = if whole <= most { whole } else { best };
                    found(Hit { entry: one.at, place, whole: whole <= most, errors });
                }
            }
            block += 1;
            // A block that begins with what was left holds nothing else, if the next one begins with it too.
            let leaving = left.is_some() && path.errors_at_best() > most;
            while leaving
                && path.is_beginning_of(self.head(block))
                && path.is_beginning_of(self.head(block + 1))
            {
                block += 1;
            }
        }
    }

    /// The first name of a block, empty behind the last block.
    fn head(&self, block: usize) -> &str {
        self.blocks.get(block).map_or("", |offset| self.head_at(*offset))
    }

    fn head_at(&self, offset: usize) -> &str {
        let mut reader = Reader(self.entries.get(offset..).unwrap_or_default());
        reader.count().ok().and_then(|_| reader.text().ok()).unwrap_or_default()
    }

    fn place(&self, entry: usize) -> Option<usize> {
        let [low, middle, high] = &self.places;
        let byte = |from: &Vec<u8>| from.get(entry).copied().map(usize::from);
        Some(byte(low)? | byte(middle)? << 8 | byte(high)? << 16)
    }

    fn starting_at(&self, block: usize) -> impl Iterator<Item = Entry<'_>> {
        let offset = self.blocks.get(block).copied().unwrap_or(self.entries.len());
        let mut reader = Reader(self.entries.get(offset..).unwrap_or_default());
        (block * BLOCK..self.count).map_while(move |at| {
            let shared = reader.count().ok()?;
            let length = reader.count().ok()?;
            Some(Entry { at, shared, rest: reader.bytes(length).ok()? })
        })
    }
}

/// Where the walk stands: the letters from the root, and for each of them a row of the table of errors.
struct Path<'a> {
    typed: &'a [char],
    letters: Vec<char>,
    /// One more than letters: the first is for no letter. The last cell of a row is the whole of what was typed.
    rows: Vec<Vec<u8>>,
    /// The fewest errors between what was typed and any beginning down to here.
    best: Vec<u8>,
}

impl<'a> Path<'a> {
    fn new(typed: &'a [char]) -> Self {
        let first: Vec<u8> = (0..=u8::try_from(typed.len()).unwrap_or(u8::MAX)).collect();
        let best = first.last().copied().unwrap_or_default();
        Self { typed, letters: Vec::new(), rows: vec![first], best: vec![best] }
    }

    /// Goes one letter down and gives the fewest errors that anything below can have.
    fn step(&mut self, letter: char) -> u8 {
        let depth = self.letters.len();
        if self.rows.len() < depth + 2 {
            self.rows.resize(depth + 2, Vec::new());
        }
        let (above, below) = self.rows.split_at_mut(depth + 1);
        let (Some(before), Some(row)) = (above.last(), below.first_mut()) else { return u8::MAX };
        let two_before = depth.checked_sub(1).and_then(|at| above.get(at));
        let letter_before = self.letters.last().copied();
        row.clear();
        let mut left = before.first().map_or(u8::MAX, |first| first.saturating_add(1));
        row.push(left);
        let mut least = left;
        let mut typed_before = None;
        // Two cells back in the row two letters up: there the change of two letters began.
        let mut changed = two_before.into_iter().flatten();
        for ((typed, pair), column) in self.typed.iter().zip(before.windows(2)).zip(0_usize..) {
            let [corner, top] = pair else { continue };
            // Farther off the diagonal the lengths alone differ by more than anybody asks for.
            if column.abs_diff(depth) > MOST_ERRORS {
                if typed_before.is_some() {
                    changed.next();
                }
                typed_before = Some(*typed);
                row.push(TOO_MANY);
                left = TOO_MANY;
                continue;
            }
            let mut cell = corner.saturating_add(u8::from(*typed != letter));
            cell = cell.min(top.saturating_add(1)).min(left.saturating_add(1));
            if typed_before.is_some() {
                let began = changed.next().copied().unwrap_or(u8::MAX);
                if typed_before == Some(letter) && letter_before == Some(*typed) {
                    cell = cell.min(began.saturating_add(1));
                }
            }
            typed_before = Some(*typed);
            row.push(cell);
            (left, least) = (cell, least.min(cell));
        }
        let best = self.best.get(depth).copied().unwrap_or(u8::MAX).min(left);
        self.best.truncate(depth + 1);
        self.best.push(best);
        self.letters.push(letter);
        least
    }

    fn is_beginning_of(&self, name: &str) -> bool {
        let mut letters = name.chars();
        self.letters.iter().all(|letter| letters.next() == Some(*letter))
    }

    /// Errors between what was typed and the letters down to here; three or more are not told apart.
    fn errors_whole(&self) -> u8 {
        self.rows.get(self.letters.len()).and_then(|row| row.last()).copied().unwrap_or(u8::MAX)
    }

    /// The fewest errors between what was typed and any beginning down to here.
    fn errors_at_best(&self) -> u8 {
        self.best.get(self.letters.len()).copied().unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{Hit, NameIndex, Path};

    /// Three names without folding: gao (place 1), gaoua (place 0), gap (place 1).
    const THREE: &[u8] =
        &[0, 3, 12, 0, 3, b'g', b'a', b'o', 3, 2, b'u', b'a', 2, 1, b'p', 1, 0, 1, 0, 0, 0, 0, 0, 0];

    fn errors(typed: &str, name: &str) -> u8 {
        let typed: Vec<char> = typed.chars().collect();
        let mut path = Path::new(&typed);
        for letter in name.chars() {
            path.step(letter);
        }
        path.errors_whole().min(3)
    }

    #[test]
    fn the_four_slips_of_a_finger_are_one_error_each() {
        assert_eq!(errors("gao", "gao"), 0);
        assert_eq!(errors("gaao", "gao"), 1);
        assert_eq!(errors("go", "gao"), 1);
        assert_eq!(errors("gai", "gao"), 1);
        assert_eq!(errors("agadze", "agadez"), 1);
        assert_eq!(errors("mitorvcia", "mitrovica"), 2);
        assert_eq!(errors("", "gao"), 3);
    }

    #[test]
    fn names_are_found_by_beginning_and_by_resemblance() {
        let index = NameIndex::read(THREE, 2).unwrap();
        assert_eq!((index.len(), index.name(1)), (3, "gaoua".to_owned()));
        let typed = ['g', 'a', 'o'];
        let mut hits = Vec::new();
        index.beginning_with(&typed, |hit| hits.push((hit.entry, hit.place, hit.whole)));
        assert_eq!(hits, [(0, 1, true), (1, 0, false)]);
        let mut hits = Vec::new();
        index.resembling(&typed, 1, |hit| hits.push(hit));
        assert_eq!(hits, [Hit { entry: 2, place: 1, whole: true, errors: 1 }]);
    }

    #[test]
    fn an_index_cut_anywhere_or_of_unknown_places_is_refused() {
        for length in 0..THREE.len() {
            assert!(NameIndex::read(&THREE[..length], 2).is_err(), "{length}");
        }
        assert!(NameIndex::read(THREE, 1).is_err());
    }

    proptest! {
        #[test]
        fn foreign_bytes_make_no_index_and_no_panic(bytes in any::<Vec<u8>>()) {
            let _ = NameIndex::read(&bytes, 9);
        }

        #[test]
        fn errors_are_the_same_both_ways(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            assert_eq!(errors(&one, &other), errors(&other, &one));
        }
    }
}
