//! Whose profile a command works on, and the passphrase that opens it.

use std::fs;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use directories::ProjectDirs;

use crate::commands::edge::{self, now};
use crate::commands::failure::Failure;
use crate::commands::output::Output;
use crate::crypto::passphrase::WorkFactor;
use crate::crypto::secret::Passphrase;
use crate::domain::code::Coded;
use crate::domain::observation::Language;
use crate::language::tongue::Tongue;
use crate::vault::error::VaultError;
use crate::vault::unlock::Vault;

/// A passphrase file is a line.
const MOST: u64 = 4 << 10;

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub struct Session {
    /// Folder of the profile; otherwise VIGILIA_HOME, or the platform's data folder.
    #[arg(long, global = true, value_name = "DIR", env = "VIGILIA_HOME")]
    home: Option<PathBuf>,
    /// Machine-readable output on stdout.
    #[arg(long, global = true)]
    json: bool,
    /// File whose first line is the passphrase; otherwise it is asked for.
    #[arg(long, global = true, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Language of the desk: nl, fr, de or en; otherwise VIGILIA_LANGUAGE, or the one of this machine.
    #[arg(long, value_name = "CODE", env = "VIGILIA_LANGUAGE", value_parser = tongue)]
    language: Option<Tongue>,
}

fn tongue(code: &str) -> Result<Tongue, String> {
    Tongue::from_code(code).ok_or_else(|| "one of: nl, fr, de, en".to_owned())
}

impl Session {
    /// Where the command speaks.
    pub fn output(&self) -> Output {
        Output::new(self.json)
    }

    /// The folder of the profile.
    pub fn home(&self) -> Result<PathBuf, Failure> {
        match &self.home {
            Some(home) => Ok(home.clone()),
            None => ProjectDirs::from("", "", "vigilia")
                .map(|folders| folders.data_dir().to_path_buf())
                .ok_or_else(|| {
                    Failure::usage("no data folder is known on this machine; name one with --home")
                }),
        }
    }

    /// The language the desk begins in: what was asked for, otherwise this machine's, otherwise English.
    pub fn tongue(&self) -> Tongue {
        self.language.or_else(edge::tongue).unwrap_or(Tongue::English)
    }

    /// Whether that language was asked for: then it stands above the one a person chose at his desk.
    pub fn tongue_was_asked(&self) -> bool {
        self.language.is_some()
    }

    /// The language of somebody whose vault keeps his choice: what was asked for, otherwise what he chose, otherwise this
    /// machine's, otherwise English.
    pub fn tongue_of(&self, chosen: Option<Language>) -> Tongue {
        let chosen = chosen.and_then(|language| Tongue::from_code(language.code()));
        self.language.or(chosen).unwrap_or_else(|| self.tongue())
    }

    /// Opens the profile's vault.
    pub fn unlock(&self) -> Result<Vault, Failure> {
        Vault::is_in(&self.home()?)?;
        let passphrase = self.passphrase("Passphrase: ")?;
        Ok(self.try_unlock(&passphrase)?)
    }

    /// Opens the profile's vault with a passphrase that was asked for elsewhere. It takes as long as the passphrase
    /// function does, and may run on a thread of its own with a clone of this session.
    ///
    /// # Errors
    /// Those of [`Vault::unlock`], and `NoVault` where no folder is known.
    pub fn try_unlock(&self, passphrase: &Passphrase) -> Result<Vault, VaultError> {
        let home = self.home().map_err(|_| VaultError::NoVault)?;
        Vault::unlock(&home, passphrase, now())
    }

    /// Whether the passphrase comes from a file, so that nobody need be asked.
    pub fn has_passphrase_file(&self) -> bool {
        self.passphrase_file.is_some()
    }

    /// The passphrase for a profile that exists.
    pub fn passphrase(&self, prompt: &str) -> Result<Passphrase, Failure> {
        match &self.passphrase_file {
            Some(file) => from_file(file),
            None => typed(prompt),
        }
    }

    /// The passphrase for a new profile: typed twice, and strong enough.
    pub fn new_passphrase(&self, whose: &str) -> Result<Passphrase, Failure> {
        new_passphrase(self.passphrase_file.as_deref(), whose)
    }
}

/// The passphrase for a new profile, from a file or typed twice.
pub fn new_passphrase(file: Option<&Path>, whose: &str) -> Result<Passphrase, Failure> {
    let passphrase = match file {
        Some(file) => from_file(file)?,
        None => {
            let first = typed(&format!("New passphrase for {whose}: "))?;
            let again = typed("The same once more: ")?;
            if first.expose() != again.expose() {
                return Err(Failure::usage("the two passphrases differ; nothing was made: try again"));
            }
            first
        }
    };
    if passphrase.is_strong_enough() {
        Ok(passphrase)
    } else {
        let least = Passphrase::LEAST_CHARACTERS;
        Err(Failure::usage(format!(
            "this passphrase has fewer than {least} characters; nothing was made: take several words that do not belong together"
        )))
    }
}

/// How long a passphrase takes to try, for new vaults.
pub fn work_factor() -> WorkFactor {
    WorkFactor::STANDARD
}

fn from_file(file: &Path) -> Result<Passphrase, Failure> {
    let cannot = |_| Failure::usage("the passphrase file cannot be read; nothing was changed");
    let mut text = String::new();
    fs::File::open(file).map_err(cannot)?.take(MOST).read_to_string(&mut text).map_err(cannot)?;
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    text.truncate(end);
    Ok(Passphrase::new(text))
}

fn typed(prompt: &str) -> Result<Passphrase, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::locked(
            "no terminal to ask for the passphrase; name a file with --passphrase-file",
        ));
    }
    let text = rpassword::prompt_password(prompt).map_err(|_| Failure::locked("no passphrase was given"))?;
    Ok(Passphrase::new(text))
}
