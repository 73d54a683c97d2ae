//! A stick or folder that is being named.

use std::path::PathBuf;

use crate::desks::paths::common_beginning;
use crate::language::word::Word;
use crate::screens::desk::keys::Command;
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::text_field::TextField;

/// Characters a path may have.
const LONGEST_PATH: usize = 1_000;

/// A folder being named.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// What for.
    pub direction: Direction,
    /// The question.
    pub title: Word,
    /// What is typed.
    pub field: TextField,
    /// Folders it may become.
    pub offers: Vec<String>,
}

/// To a stick or from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Write what waits.
    Write,
    /// Read what lies there.
    Read,
}

/// What naming a folder comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// None after all.
    Away,
    /// What begins like this is to be found, for [`Ask::offer`].
    Complete(String),
    /// This one.
    Named(PathBuf),
}

impl Ask {
    /// Asks for a folder and offers the one named last.
    #[must_use]
    pub fn new(direction: Direction, last: &str) -> Self {
        let mut field = TextField::new(LONGEST_PATH, Some(Word("transfer-folder-hint")));
        if !last.is_empty() {
            field.offer(last);
        }
        let title = match direction {
            Direction::Write => Word("transfer-to-which"),
            Direction::Read => Word("transfer-from-which"),
        };
        Self { direction, title, field, offers: Vec::new() }
    }

    /// Asks for something else than a stick: a file to read, or the folder for one.
    #[must_use]
    pub fn path(direction: Direction, title: Word, hint: Word, offered: &str) -> Self {
        let mut field = TextField::new(LONGEST_PATH, Some(hint));
        if !offered.is_empty() {
            field.offer(offered);
        }
        Self { direction, title, field, offers: Vec::new() }
    }

    /// Types into it.
    pub fn edit(&mut self, edit: &Edit) {
        if self.field.edit(edit) {
            self.offers.clear();
        }
    }

    /// Obeys a command while it is named.
    #[must_use]
    pub fn obey(&self, command: Command) -> Option<Answer> {
        let typed = self.field.text();
        match command {
            Command::Leave => Some(Answer::Away),
            Command::Complete => Some(Answer::Complete(typed.to_owned())),
            Command::Open if !typed.trim().is_empty() => Some(Answer::Named(PathBuf::from(typed.trim()))),
            _ => None,
        }
    }

    /// Folders were found for what was typed.
    pub fn offer(&mut self, typed: &str, folders: Vec<String>) {
        if self.field.text() != typed {
            return;
        }
        let common = common_beginning(&folders);
        if common.len() > typed.len() {
            self.field.set(&common);
        }
        self.offers = if folders.len() > 1 { folders } else { Vec::new() };
    }
}
