//! Looking through a folder: who each packet is for, told by its name and its label alone.
//!
//! ```text
//!  name ── no digest ──▶ unfit          label ── cut off, no packet ──▶ unfit
//!   │ known here ──▶ counted              │ for somebody else ──▶ counted
//!   └────────── new ── first 2 KiB ──▶────┴── for us ──▶ to be fetched
//! ```
//!
//! Of no file more than that is read, whatever it is: whoever may lay files on a stick must not stop the desk with them.
//! Of ten thousand packets of others not one is read: that would cost more than everything else. Whether the bytes are
//! those of the name is checked when a packet is fetched, and who made it where it is taken in.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::courier::road::{Arrival, Listing, Myself, Unusable, most_urgent_first};
use crate::courier::unfit::Unfit;
use crate::domain::ids::Digest;
use crate::wire::label::LabelV1;
use crate::wire::packet::{FILE_ENDING, FRONT, MOST, PacketError, claimed_at_the_front};
use crate::wire::statement::{StatementError, digest_of};

/// Most files with the ending of a packet that are looked at in one folder.
const MOST_FILES: usize = 100_000;
/// After how many files it is told how far it is.
const TOLD_EVERY: usize = 100;

/// What is looked for, and who is told meanwhile.
pub(crate) struct Looking<'a> {
    /// Whose packets; nobody's means everybody's.
    pub me: Option<&'a Myself>,
    /// Whether a packet of this name was read here before: then its file is not opened.
    pub known: &'a mut dyn FnMut(Digest) -> bool,
    /// Told how many files of how many were looked at; says whether to go on.
    pub looked: &'a mut dyn FnMut(usize, usize) -> bool,
}

/// Looks through a folder; told not to go on, it gives what it has found so far.
///
/// # Errors
/// When the folder itself cannot be read; a bad file never stops the rest.
pub(crate) fn survey(folder: &Path, mut looking: Looking<'_>) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let names = names_in(folder, &mut looking, &mut listing)?;
    let of = names.len();
    // One at a time: the folder may hold more than the memory does.
    for (place, (name, digest)) in names.iter().enumerate() {
        if place.is_multiple_of(TOLD_EVERY) && !(looking.looked)(place, of) {
            break;
        }
        match look_at(&folder.join(name), *digest) {
            Ok((size, label)) if looking.me.is_none_or(|me| label.to.0.includes(me.id, me.role)) => {
                let precedence = label.precedence.0;
                listing.arrivals.push(Arrival { sha256: *digest, size, precedence });
            }
            Ok(_) => listing.for_others += 1,
            Err(why) => listing.unusable.push(Unusable { name: shown(name), why }),
        }
    }
    (looking.looked)(of, of);
    most_urgent_first(&mut listing.arrivals);
    Ok(listing)
}

/// The names of packets that were not read here before. Those that were may be any number: a folder that others share
/// grows for years.
fn names_in(
    folder: &Path,
    looking: &mut Looking<'_>,
    listing: &mut Listing,
) -> io::Result<Vec<(String, Digest)>> {
    let ending = format!(".{FILE_ENDING}");
    let mut names = Vec::new();
    for (place, entry) in fs::read_dir(folder)?.enumerate() {
        if place.is_multiple_of(TOLD_EVERY) && !(looking.looked)(0, names.len()) {
            break;
        }
        let name = entry?.file_name().to_string_lossy().into_owned();
        // Files that begin with a dot are leftovers of a cut copy, or a system's own.
        if !name.ends_with(&ending) || name.starts_with('.') {
            continue;
        }
        let digest = digest_in(&name);
        if digest.is_some_and(|digest| (looking.known)(digest)) {
            listing.known += 1;
            continue;
        }
        if names.len() + listing.unusable.len() == MOST_FILES {
            listing.unusable.push(Unusable { name: shown(&folder.to_string_lossy()), why: Unfit::TooMany });
            break;
        }
        match digest {
            Some(digest) => names.push((name, digest)),
            None => listing.unusable.push(Unusable { name: shown(&name), why: Unfit::ForeignName }),
        }
    }
    names.sort_unstable();
    listing.unusable.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(names)
}

fn digest_in(name: &str) -> Option<Digest> {
    name.strip_suffix(FILE_ENDING)?.strip_suffix('.')?.parse().ok()
}

fn look_at(path: &Path, named: Digest) -> Result<(u64, LabelV1), Unfit> {
    let (file, size) = open_file(path, MOST as u64)?;
    let mut front = Vec::with_capacity(FRONT);
    file.take(FRONT as u64).read_to_end(&mut front).map_err(trouble)?;
    // Nothing more is read: a stick full of large files that are no packets must not take hours.
    let is_all = front.len() as u64 == size;
    Err(match claimed_at_the_front(&front, size) {
        Ok(label) => return Ok((size, label)),
        Err(PacketError::Label(StatementError::FutureVersion)) => Unfit::Newer,
        Err(_) if is_all && digest_of(&front) == named => Unfit::NotAPacket,
        Err(_) => Unfit::Damaged,
    })
}

/// A name as it may be shown: nothing in it acts on a screen.
pub(crate) fn shown(name: &str) -> String {
    name.escape_debug().take(120).collect()
}

/// What the system's trouble with one file comes to.
#[expect(clippy::needless_pass_by_value, reason = "it stands where errors are mapped")]
fn trouble(error: io::Error) -> Unfit {
    match error.kind() {
        ErrorKind::PermissionDenied => Unfit::Forbidden,
        ErrorKind::NotFound => Unfit::Missing,
        _ => Unfit::Unreadable,
    }
}

/// Reads an ordinary file of at most `most` bytes.
pub(crate) fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Unfit> {
    let (file, size) = open_file(path, most)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(most + 1).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > most { Err(Unfit::TooLarge) } else { Ok(bytes) }
}

/// Opens an ordinary file of at most `most` bytes. A link or a pipe is not opened at all: it could lead anywhere, or
/// never end.
fn open_file(path: &Path, most: u64) -> Result<(File, u64), Unfit> {
    let about = fs::symlink_metadata(path).map_err(trouble)?;
    if about.is_symlink() {
        return Err(Unfit::Link);
    }
    if !about.is_file() {
        return Err(Unfit::NotAFile);
    }
    if about.len() > most {
        return Err(Unfit::TooLarge);
    }
    let file = File::open(path).map_err(trouble)?;
    // Somebody may have put a link in its place meanwhile.
    if !is_the_same(&about, &file.metadata().map_err(trouble)?) {
        return Err(Unfit::Link);
    }
    Ok((file, about.len()))
}

#[cfg(unix)]
fn is_the_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_the_same(_: &Metadata, other: &Metadata) -> bool {
    other.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_without_what_acts_on_a_screen() {
        assert_eq!(shown("a\u{1b}[2Jb\u{202e}.vigilia"), "a\\u{1b}[2Jb\\u{202e}.vigilia");
    }

    #[test]
    fn a_name_is_a_digest_or_foreign() {
        let digest = digest_of(b"packet");
        assert_eq!(digest_in(&format!("{digest}.{FILE_ENDING}")), Some(digest));
        for foreign in [format!("{digest}"), format!("x{digest}.{FILE_ENDING}"), format!(".{FILE_ENDING}")] {
            assert_eq!(digest_in(&foreign), None, "{foreign}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_and_a_folder_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("outside"), b"secret").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path().join("outside"), &link).unwrap();
        assert_eq!(read_file(&link, 100), Err(Unfit::Link));
        assert_eq!(read_file(folder.path(), 100), Err(Unfit::NotAFile));
        assert_eq!(read_file(&folder.path().join("outside"), 5), Err(Unfit::TooLarge));
        assert_eq!(read_file(&folder.path().join("nothing"), 5), Err(Unfit::Missing));
    }

    fn looking<'a>(
        known: &'a mut dyn FnMut(Digest) -> bool,
        looked: &'a mut dyn FnMut(usize, usize) -> bool,
    ) -> Looking<'a> {
        Looking { me: None, known, looked }
    }

    #[test]
    fn of_huge_files_that_are_no_packets_no_more_than_the_front_is_read() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..2_000_u32 {
            let path = folder.path().join(format!("{}.{FILE_ENDING}", digest_of(&number.to_be_bytes())));
            File::create(path).unwrap().set_len(MOST as u64).unwrap();
        }
        // 125 GiB: read whole, this would take hours.
        let found = survey(folder.path(), looking(&mut |_| false, &mut |_, _| true)).unwrap();
        assert_eq!((found.arrivals.len(), found.unusable.len()), (0, 2_000));
        assert!(found.unusable.iter().all(|file| file.why == Unfit::Damaged));
    }

    #[test]
    fn looking_ends_when_it_is_told_to_and_gives_what_it_found() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..1_000_u32 {
            let bytes = number.to_be_bytes();
            fs::write(folder.path().join(format!("{}.{FILE_ENDING}", digest_of(&bytes))), bytes).unwrap();
        }
        let mut asked = 0;
        let found = survey(
            folder.path(),
            looking(&mut |_| false, &mut |done, _| {
                asked += 1;
                done < 300
            }),
        );
        assert!(found.unwrap().unusable.len() == 300 && asked > 3);
        let found = survey(folder.path(), looking(&mut |_| false, &mut |_, _| false)).unwrap();
        assert_eq!(found, Listing::default(), "not even the names");
    }

    #[test]
    fn what_was_read_before_counts_against_no_limit() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..50_u32 {
            let bytes = number.to_be_bytes();
            fs::write(folder.path().join(format!("{}.{FILE_ENDING}", digest_of(&bytes))), bytes).unwrap();
        }
        let (mut listing, mut all) = (Listing::default(), |_: usize, _: usize| true);
        let known = digest_of(&7_u32.to_be_bytes());
        let mut is_known = |digest| digest != known;
        let names = names_in(folder.path(), &mut looking(&mut is_known, &mut all), &mut listing).unwrap();
        assert_eq!((names.len(), names[0].1, listing.known), (1, known, 49));
    }
}
