//! What a person chose at this desk.

use clap::Subcommand;
use serde_json::json;

use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::vault::settings::Setting;

/// Look at or change the language, the theme and the automatic lock of this profile.
#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// What is chosen.
    Show,
    /// Choose: language nl, fr, de or en; theme dark, light, night, high_contrast or no_colour; lock-after 1 to 60 minutes.
    Set {
        /// Which: language, theme or lock-after.
        name: String,
        /// What.
        value: String,
    },
}

impl SettingsCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Show => show(session, &session.unlock()?),
            Self::Set { name, value } => {
                // Understood first, so that nobody types a passphrase for nothing.
                let setting =
                    Setting::parse(&name, &value).map_err(|wrong| Failure::usage(wrong.to_string()))?;
                let mut vault = session.unlock()?;
                vault.set(setting)?;
                show(session, &vault)
            }
        }
    }
}

fn show(session: &Session, vault: &crate::vault::unlock::Vault) -> Result<(), Failure> {
    let settings = vault.settings()?;
    let language = settings.language.map(|language| language.to_string());
    let theme = settings.theme.map(|theme| theme.to_string());
    let minutes = settings.lock_after.minutes();
    let or_else =
        |chosen: &Option<String>| chosen.clone().unwrap_or_else(|| "as the terminal asks".to_owned());
    let words = format!(
        "language    {}\ntheme       {}\nlock-after  {minutes} minutes without a key",
        or_else(&language),
        or_else(&theme),
    );
    session
        .output()
        .result(&words, &json!({ "language": language, "theme": theme, "lock_after_minutes": minutes }));
    Ok(())
}
