//! The program: a command, or the desk of whoever opens it.

use std::process::ExitCode;

use vigilia::commands::cli;

#[cfg(not(feature = "field"))]
fn main() -> ExitCode {
    cli::run()
}

#[cfg(feature = "field")]
fn main() -> ExitCode {
    // What a panic says may hold content; where it happened does not.
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        let sentence = "the program stopped by a fault of its own; everything saved before is safe, please report the place";
        vigilia::commands::output::Output::new(false).note(&format!("vigilia: {sentence}: {place}"));
    }));
    match cli::run() {
        cli::Ended::Done(code) => code,
        cli::Ended::DeskWanted(session) => desk::open(&session).unwrap_or_else(|failure| {
            session.output().note(&format!("vigilia: {}", failure.sentence()));
            failure.exit_code()
        }),
    }
}

#[cfg(feature = "field")]
mod desk {
    use std::io::IsTerminal;
    use std::process::ExitCode;
    use std::sync::Arc;

    use vigilia::commands::edge;
    use vigilia::commands::failure::Failure;
    use vigilia::commands::session::Session;
    use vigilia::desks::dice::IdDice;
    use vigilia::desks::error::DeskError;
    use vigilia::desks::spoken::faults;
    use vigilia::domain::people::Role;
    use vigilia::language::word::Word;
    use vigilia::screens::kit::event_loop::Moment;
    use vigilia::screens::kit::theme::ThemeName;
    use vigilia::screens::lock::app::Door;
    use vigilia::screens::session::{self, Edge, Left};
    use vigilia::vault::error::VaultError;
    use vigilia::vault::unlock::Vault;
    use vigilia::vault::wipe::wipe;

    /// Opens the terminal on the locked screen, or on the desk where nobody need be asked for the passphrase.
    pub fn open(session: &Session) -> Result<ExitCode, Failure> {
        let home = session.home()?;
        Vault::is_in(&home)?;
        let nobody_to_ask = session.has_passphrase_file() || !std::io::stdin().is_terminal();
        let opened = if nobody_to_ask { Some(session.unlock()?) } else { None };
        let mut dice = IdDice::from_os().map_err(DeskError::from)?;
        let asked = session.clone();
        let mut edge = Edge {
            clock: &|| Moment { now: edge::now().instant(), local: edge::local_offset() },
            dice: &mut dice,
            door: Door {
                unlock: Arc::new(move |passphrase| asked.try_unlock(passphrase)),
                wipe: Arc::new(move || wipe(&home)),
            },
            tongue: (session.tongue(), session.tongue_was_asked()),
            theme: ThemeName::at_start(edge::no_colour()),
        };
        // When this returns, the terminal is as it was before: only then may anything be printed.
        match session::run(&mut edge, opened) {
            Ok(Left::ByKey(_)) => Ok(ExitCode::SUCCESS),
            Ok(Left::Stopped(_)) => {
                Err(Failure::failed("the desk was closed from outside; everything you saved is safe"))
            }
            Ok(Left::NoScreen(role)) => Err(no_screen(role)),
            Ok(Left::Wiped(tongue, wiped)) => {
                // What anybody reads who starts the program where there never was a profile.
                session.output().note(&tongue.speak(&faults::vault(&VaultError::NoVault)));
                if wiped.open_elsewhere {
                    session.output().note(&tongue.say(Word("wipe-elsewhere")));
                }
                Ok(ExitCode::SUCCESS)
            }
            Ok(Left::NotWiped(fault)) => Err(fault.into()),
            Err(fault) => Err(Failure::failed(fault.to_string())),
        }
    }

    fn no_screen(role: Role) -> Failure {
        Failure::usage(format!(
            "the {role}'s desk has no screen yet; work with: vigilia {}",
            match role {
                Role::Cell => "sync, inbox list, inbox answer",
                Role::Authority => "member approve, member revoke, member list",
                Role::Observer | Role::Commander | Role::Integrity | Role::Relay => "--help",
            }
        ))
    }
}
