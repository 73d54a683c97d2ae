//! The files of a report while they are attached: the path being typed, what was said of each, a look at one.
//!
//! A path stands on the screen and in no other place: not in the report, not in a log, not in a message.

use crate::desks::observer::attaching::{Attached, Suggestions};
use crate::desks::paths::common_beginning;
use crate::domain::draft::Draft;
use crate::domain::ids::Digest;
use crate::domain::observation::Attachment;
use crate::language::phrase::Phrase;
use crate::language::word::Word;
use crate::media::preview::Preview;
use crate::screens::kit::widgets::list;
use crate::screens::kit::widgets::text_field::TextField;
use crate::screens::observer::form::words;

/// Characters a path may have.
const LONGEST_PATH: usize = 1_000;

/// What came of something asked about the files of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum FilesNews {
    /// A file is attached.
    Attached(Box<Attached>),
    /// A file is taken off; these are left.
    Detached(Vec<Attachment>),
    /// What a file looks like, if it is a picture.
    Preview(Digest, Option<Preview>),
    /// What the path being typed may become.
    Paths(Vec<String>),
    /// It was not done, and why.
    Failed(Phrase),
}

/// The files of a report on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Files {
    /// The path being typed.
    pub path: TextField,
    /// What it may become.
    pub paths: Vec<String>,
    /// Which file the keys are on.
    pub at: usize,
    /// What was done, or was not.
    pub told: Option<(bool, Phrase)>,
    /// What a file looks like.
    pub preview: Option<(Digest, Option<Preview>)>,
    /// What the cameras wrote.
    suggests: Vec<(Digest, Suggestions)>,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            path: TextField::new(LONGEST_PATH, Some(Word("path-hint"))),
            paths: Vec::new(),
            at: 0,
            told: None,
            preview: None,
            suggests: Vec::new(),
        }
    }
}

impl Files {
    /// Goes up or down.
    pub fn step(&mut self, draft: &Draft, steps: isize) {
        self.at = list::moved(self.at, words::originals(draft).count(), steps);
    }

    /// The selected file.
    #[must_use]
    pub fn selected<'d>(&self, draft: &'d Draft) -> Option<&'d Attachment> {
        let count = words::originals(draft).count();
        words::originals(draft).nth(self.at.min(count.saturating_sub(1)))
    }

    /// What the camera of the selected file wrote.
    #[must_use]
    pub fn suggests(&self, draft: &Draft) -> Option<&Suggestions> {
        let digest = self.selected(draft)?.digest;
        self.suggests.iter().find(|(of, _)| *of == digest).map(|(_, suggests)| suggests)
    }

    /// A file is attached: the keys are on it, and the path is done with.
    pub fn attached(&mut self, attached: &Attached, draft: &Draft) {
        let digest = attached.original.digest;
        self.suggests.retain(|(of, _)| *of != digest);
        self.suggests.push((digest, attached.suggests.clone()));
        self.at = words::originals(draft).position(|one| one.digest == digest).unwrap_or(0);
        self.path.set("");
        self.paths.clear();
        self.told = Some((true, Word("file-attached").into()));
    }

    /// Completes the path as far as all that it may become go together.
    pub fn complete(&mut self, paths: Vec<String>) {
        let common = common_beginning(&paths);
        if common.len() > self.path.text().len() {
            self.path.set(&common);
        }
        // One alone is told by the path itself.
        self.paths = if paths.len() > 1 { paths } else { Vec::new() };
    }
}
