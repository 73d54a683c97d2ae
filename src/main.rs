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
    use std::process::ExitCode;

    use vigilia::commands::edge;
    use vigilia::commands::failure::Failure;
    use vigilia::commands::session::Session;
    use vigilia::desks::dice::IdDice;
    use vigilia::desks::error::DeskError;
    use vigilia::desks::observer::ObserverDesk;
    use vigilia::domain::people::Role;
    use vigilia::language::tongue::Tongue;
    use vigilia::screens::kit::event_loop::Moment;
    use vigilia::screens::kit::theme::ThemeName;
    use vigilia::screens::observer::app::{self, Edge, Left};

    /// Opens the desk of whoever's profile it is.
    pub fn open(session: &Session) -> Result<ExitCode, Failure> {
        let vault = session.unlock()?;
        match vault.profile().role {
            Role::Observer => observer(ObserverDesk::open(vault)?, session.tongue()),
            role => Err(Failure::usage(format!(
                "the {role}'s desk has no screen yet; work with: vigilia {}",
                match role {
                    Role::Commander => "review list, review grade, batch forward, sync",
                    Role::Cell => "sync, inbox list, inbox answer",
                    Role::Authority => "member approve, member revoke, member list",
                    Role::Observer | Role::Integrity | Role::Relay => "--help",
                }
            ))),
        }
    }

    fn observer(desk: ObserverDesk, tongue: Tongue) -> Result<ExitCode, Failure> {
        let mut dice = IdDice::from_os().map_err(DeskError::from)?;
        let clock = || Moment { now: edge::now().instant(), local: edge::local_offset() };
        let theme = ThemeName::at_start(edge::no_colour());
        let mut edge = Edge { clock: &clock, dice: &mut dice, tongue, theme };
        // When this returns, the terminal is as it was before: only then may anything be printed.
        match app::run(desk, &mut edge) {
            Ok(Left::ByKey) => Ok(ExitCode::SUCCESS),
            Ok(Left::BySignal | Left::InputLost) => {
                Err(Failure::failed("the desk was closed from outside; everything you saved is safe"))
            }
            Err(error) => Err(Failure::failed(error.to_string())),
        }
    }
}
