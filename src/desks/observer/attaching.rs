//! Files and photographs of a report.
//!
//! ```text
//!  a file ── SHA-256 ──▶ kept untouched ────────────────▶ follows the words, alone when it is large
//!                │
//!                ├─ a photograph too large for the words ──▶ a smaller copy, which names it ──▶ travels with the words
//!                └─ what its camera wrote ──▶ a suggestion; nothing is taken over by itself
//! ```

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, TimeZone, Utc};

use crate::crypto::digest::sha256;
use crate::desks::error::DeskError;
use crate::desks::observer::{ObserverDesk, WITH_THE_WORDS};
use crate::domain::catalogue::terms::Flag;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::ids::{Digest, ReportId};
use crate::domain::observation::Attachment;
use crate::domain::observation_terms::PositionMethod;
use crate::domain::place::{Given, Position};
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::media::exif::{ShotAt, Taken, told_by};
use crate::media::image::NoPicture;
use crate::media::kind::Kind;
use crate::media::preview::Preview;
use crate::media::reduced::reduced;
use crate::vault::error::VaultError;

/// Largest attachment in bytes: half a packet, so that sealing never exceeds one.
pub const LARGEST_ATTACHMENT: u64 = 32 << 20;
/// Most files of one report, smaller copies not counted.
pub const MOST_ATTACHMENTS: usize = 20;
/// Largest smaller copy in bytes: it travels with the words, and leaves them room.
pub const LARGEST_COPY: usize = 48 << 10;
/// How far off a camera's position may be in metres when the camera does not say: a receiver in a pocket, minutes old.
pub const UNTOLD_ERROR_M: u32 = 50;

/// What attaching a file came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Attached {
    /// The file as it is, with its digest, its size and what it is.
    pub original: Attachment,
    /// The smaller copy that travels with the words, or why there is none.
    pub copy: Result<Attachment, NoCopy>,
    /// What the camera wrote, for the soldier to take over or not.
    pub suggests: Suggestions,
    /// Everything the draft names now, for whoever shows it.
    pub attachments: Vec<Attachment>,
}

/// Why a file has no smaller copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCopy {
    /// It travels with the words itself.
    #[error("it is small enough to travel with the words")]
    SmallEnough,
    /// It gives no picture.
    #[error(transparent)]
    NoPicture(#[from] NoPicture),
}

/// What a camera says of when and where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestions {
    /// When the photograph was taken.
    pub time: Option<TakenAt>,
    /// Where.
    pub position: Option<Position>,
}

/// When a camera says a photograph was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenAt {
    /// An instant.
    Instant(Timestamp),
    /// What the camera's clock showed; nobody says in which zone, and whoever shows it must say so.
    ByItsClock(NaiveDateTime),
}

/// An attachment as the vault has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldAttachment {
    /// What the report says of it.
    pub attachment: Attachment,
    /// Whether its bytes are here.
    pub here: bool,
}

impl TakenAt {
    /// The instant, if the camera's clock shows the time of this zone.
    #[must_use]
    pub fn in_zone(self, zone: FixedOffset) -> Option<Timestamp> {
        match self {
            Self::Instant(at) => Some(at),
            Self::ByItsClock(shown) => {
                let at: Option<DateTime<FixedOffset>> = zone.from_local_datetime(&shown).single();
                at.map(|at| Timestamp::new(at.with_timezone(&Utc)))
            }
        }
    }
}

impl ObserverDesk {
    /// Attaches a file on disk to a draft. What refuses it refuses before it is read.
    ///
    /// # Errors
    /// A draft that takes no file, a file that is too large, empty or no file; nothing is stored then.
    pub fn attach_file(&mut self, id: ReportId, path: &Path, now: Timestamp) -> Result<Attached, DeskError> {
        let draft = self.takes_a_file(id)?;
        let bytes = read(path)?;
        self.attach_to(draft, &bytes, now)
    }

    /// Attaches a file to a draft. Its digest is taken before anything else touches it, and it is stored as it is.
    ///
    /// # Errors
    /// A draft that takes no file, or a file that is too large or empty; nothing is stored then.
    pub fn attach(&mut self, id: ReportId, bytes: &[u8], now: Timestamp) -> Result<Attached, DeskError> {
        let draft = self.takes_a_file(id)?;
        self.attach_to(draft, bytes, now)
    }

    fn takes_a_file(&self, id: ReportId) -> Result<Draft, DeskError> {
        let draft = self.vault.draft(id)?;
        if draft.flags(&self.catalogue).contains(&Flag::NoMedia) {
            return Err(DeskError::NoMedia);
        }
        let files = draft.attachments.iter().filter(|known| known.derived_from.is_none()).count();
        if files >= MOST_ATTACHMENTS {
            return Err(DeskError::TooManyAttachments);
        }
        Ok(draft)
    }

    fn attach_to(&mut self, mut draft: Draft, bytes: &[u8], now: Timestamp) -> Result<Attached, DeskError> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        allowed(size)?;
        let digest = Digest::from_bytes(sha256(bytes));
        let original = Attachment { digest, size, media_type: named(Kind::of(bytes))?, derived_from: None };
        let copy = smaller(bytes, digest);
        let mut files = vec![(digest, bytes)];
        name(&mut draft, &original);
        if let Ok((attachment, bytes)) = &copy {
            files.push((attachment.digest, bytes.as_slice()));
            name(&mut draft, attachment);
        }
        // Power fails before this line: the draft is as it was. After it: file, copy and their names are all there.
        self.vault.attach_to_draft(&draft, &files, now)?;
        let suggests = suggestions(bytes, now);
        Ok(Attached {
            original,
            copy: copy.map(|(attachment, _)| attachment),
            suggests,
            attachments: draft.attachments,
        })
    }

    /// Takes a file off a draft, together with its smaller copy, whichever of the two is named. Their bytes go too, unless a
    /// filed report or another draft names them. Gives what the draft still names.
    ///
    /// # Errors
    /// `NotAttached`; a filed report is no draft, and nothing is taken off it.
    pub fn detach(
        &mut self,
        id: ReportId,
        digest: Digest,
        now: Timestamp,
    ) -> Result<Vec<Attachment>, DeskError> {
        let mut draft = self.vault.draft(id)?;
        let found = draft.attachments.iter().find(|known| known.digest == digest);
        let original = found.ok_or(DeskError::NotAttached)?.derived_from.unwrap_or(digest);
        draft.attachments.retain(|known| known.digest != original && known.derived_from != Some(original));
        self.vault.save_draft_field(&draft, DraftField::Attachments, now)?;
        Ok(draft.attachments)
    }

    /// What a filed report or a draft has attached.
    pub fn attachments(&self, id: ReportId) -> Result<Vec<HeldAttachment>, DeskError> {
        let named = match self.vault.report_digest(id) {
            Ok(digest) => self.vault.report(digest)?.report.observation().attachments.clone(),
            Err(VaultError::NotFound(_)) => self.vault.draft(id)?.attachments,
            Err(other) => return Err(other.into()),
        };
        let held = |attachment: Attachment| {
            Ok(HeldAttachment { here: self.vault.holds_attachment(attachment.digest)?, attachment })
        };
        named.into_iter().map(held).collect()
    }

    /// A photograph as so many columns and rows of characters at most. Its smaller copy shows the same and is faster read.
    ///
    /// # Errors
    /// `NotAttached`, or `Picture` when it gives none.
    pub fn preview(
        &self,
        id: ReportId,
        digest: Digest,
        columns: u16,
        rows: u16,
    ) -> Result<Preview, DeskError> {
        let held = self.attachments(id)?;
        let named = held.iter().any(|held| held.attachment.digest == digest);
        let copy = held.iter().find(|held| held.here && held.attachment.derived_from == Some(digest));
        if !named {
            return Err(DeskError::NotAttached);
        }
        let bytes = self.vault.attachment(copy.map_or(digest, |copy| copy.attachment.digest))?;
        Ok(Preview::of(&bytes, columns, rows)?)
    }

    /// Writes an attachment of a report out of the vault, where nothing protects it any more, and logs that. A file of that
    /// name is left as it is.
    ///
    /// # Errors
    /// `NotAttached`, `FileExists`, or the disk; no half file is left behind.
    pub fn export_attachment(
        &mut self,
        id: ReportId,
        digest: Digest,
        out: &Path,
        now: Timestamp,
    ) -> Result<u64, DeskError> {
        if !self.attachments(id)?.iter().any(|held| held.attachment.digest == digest) {
            return Err(DeskError::NotAttached);
        }
        let bytes = self.vault.attachment(digest)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(out).map_err(|wrong| match wrong.kind() {
            std::io::ErrorKind::AlreadyExists => DeskError::FileExists,
            kind => DeskError::File(kind),
        })?;
        // The log comes first: a copy that left without a line about it must not exist, a line too many may.
        let written = self.vault.log_export(digest, now).map_err(DeskError::from).and_then(|()| {
            file.write_all(&bytes)
                .and_then(|()| file.sync_all())
                .map_err(|wrong| DeskError::File(wrong.kind()))
        });
        if let Err(wrong) = written {
            // It was made a moment ago by this very call, and holds nothing whole.
            let _ = std::fs::remove_file(out);
            return Err(wrong);
        }
        Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
    }
}

/// Reads a file whose length was looked at first. One that grows meanwhile is read no further than it may be long.
fn read(path: &Path) -> Result<Vec<u8>, DeskError> {
    let failed = |wrong: std::io::Error| DeskError::File(wrong.kind());
    let told = std::fs::metadata(path).map_err(failed)?;
    if !told.is_file() {
        return Err(DeskError::NotAFile);
    }
    allowed(told.len())?;
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_ATTACHMENT + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(bytes)
}

fn allowed(size: u64) -> Result<(), DeskError> {
    match size {
        0 => Err(DeskError::AttachmentEmpty),
        1..=LARGEST_ATTACHMENT => Ok(()),
        _ => Err(DeskError::AttachmentTooLarge),
    }
}

fn named(kind: Kind) -> Result<Line, DeskError> {
    Line::new(kind.media_type()).map_err(|_| DeskError::NotAFile)
}

/// Adds a line about a file, once.
fn name(draft: &mut Draft, attachment: &Attachment) {
    if !draft.attachments.iter().any(|known| known.digest == attachment.digest) {
        draft.attachments.push(attachment.clone());
    }
}

fn smaller(bytes: &[u8], original: Digest) -> Result<(Attachment, Vec<u8>), NoCopy> {
    if bytes.len() <= WITH_THE_WORDS {
        return Err(NoCopy::SmallEnough);
    }
    let copy = reduced(bytes, LARGEST_COPY)?.bytes;
    let attachment = Attachment {
        digest: Digest::from_bytes(sha256(&copy)),
        size: u64::try_from(copy.len()).unwrap_or(u64::MAX),
        media_type: named(Kind::Jpeg).map_err(|_| NoPicture::OtherKind)?,
        derived_from: Some(original),
    };
    Ok((attachment, copy))
}

/// What the camera wrote, without what cannot be: nobody photographs tomorrow.
fn suggestions(bytes: &[u8], now: Timestamp) -> Suggestions {
    let told = told_by(bytes);
    let time = told.taken.and_then(|taken| match taken {
        Taken::Instant(at) => Some(Timestamp::new(at)).filter(|at| *at <= now).map(TakenAt::Instant),
        Taken::Local(shown) => {
            let latest = now.instant().naive_utc().checked_add_signed(TimeDelta::hours(14))?;
            (shown <= latest).then_some(TakenAt::ByItsClock(shown))
        }
    });
    Suggestions { time, position: told.position.and_then(position) }
}

fn position(shot: ShotAt) -> Option<Position> {
    // Six decimals are 0.1 m: finer than any camera, and short on the wire.
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    let given = Given::degrees(rounded(shot.latitude), rounded(shot.longitude)).ok()?;
    // Upwards; text is the one conversion that neither wraps nor cuts silently.
    let whole = |error_m: f64| format!("{:.0}", error_m.ceil().max(1.0)).parse().ok();
    let error_m = shot.error_m.map_or(Some(UNTOLD_ERROR_M), whole)?;
    Some(Position { given, error_m, method: PositionMethod::Gps })
}
