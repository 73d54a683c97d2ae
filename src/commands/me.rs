//! Who sits here, whether his clock can be right, and what nobody else has yet.

use clap::Args;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show::dtg;
use crate::desks::identity::Identity;
use crate::desks::observer::ObserverDesk;
use crate::domain::code::Coded;
use crate::domain::people::Contingent;
use crate::domain::time::ClockState;
use crate::geography::sources::attribution;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Who you are to others, your key, your clock, what only this device holds, and whose work the program uses.
#[derive(Debug, Args)]
pub struct Me {}

impl Me {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let desk = &mut ObserverDesk::open(session.unlock()?)?;
        let who = desk.identity(now())?;
        let tongue = session.tongue_of(who.settings.language);
        let words: Vec<String> = lines(&who).iter().map(|phrase| tongue.speak(phrase)).collect();
        let told = json!({
            "callsign": who.callsign.as_str(),
            "contingent": who.contingent.as_ref().map(Contingent::as_str),
            "realm": who.realm,
            "key": who.key.to_string(),
            "roster": who.roster.map(|(epoch, issued)| json!({ "epoch": epoch, "issued": issued.to_string() })),
            "newest_word": who.newest_word.map(|at| at.to_string()),
            "clock": who.clock.code(),
            "language": tongue.code(),
            "theme": who.settings.theme.map(Coded::code),
            "lock_after_minutes": who.settings.lock_after.minutes(),
            "unsent": {
                "reports": who.unsent.reports,
                "drafts": who.unsent.drafts,
                "packets": who.unsent.packets,
            },
            "version": env!("CARGO_PKG_VERSION"),
        });
        Edges::of(desk.vault()).result(session.output(), &words.join("\n"), told);
        Ok(())
    }
}

fn lines(who: &Identity) -> Vec<Phrase> {
    let contingent = who.contingent.as_ref().map_or("–", |contingent| contingent.as_str());
    let heard = who.newest_word.map(dtg).unwrap_or_default();
    let clock = match who.clock {
        ClockState::Checked => Word("me-clock-checked"),
        ClockState::Unchecked => Word("me-clock-unchecked"),
        ClockState::Doubtful => Word("me-clock-doubtful"),
    };
    vec![
        Word("me-who")
            .with("callsign", who.callsign.as_str())
            .with("contingent", contingent)
            .with("realm", who.realm.as_str()),
        Word("me-key").with("key", who.key_in_groups()),
        who.roster.map_or_else(
            || Word("me-no-roster").into(),
            |(epoch, issued)| Word("me-roster").with("epoch", epoch.to_string()).with("when", dtg(issued)),
        ),
        clock.with("when", heard),
        Word("me-unsent").with("reports", who.unsent.reports).with("drafts", who.unsent.drafts),
        Word("me-minutes").with("minutes", who.settings.lock_after.minutes()),
        Word("about-version").with("version", env!("CARGO_PKG_VERSION")),
        Word("about-licence").into(),
        Word("about-data").into(),
        Phrase::verbatim(attribution()),
    ]
}
