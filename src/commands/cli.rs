//! Which command was given, and how it ends.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::completions::Completions;
use crate::commands::failure::Failure;
use crate::commands::output::Output;
use crate::commands::relay::RelayCommand;

/// Carries what a soldier happens to see of human trafficking to the police who can act on it, and the answer back to
/// that soldier. Without a command the profile's desk opens.
#[derive(Debug, Parser)]
#[command(name = "vigilia", version, about, after_help = EXIT_CODES)]
struct Cli {
    #[cfg(feature = "field")]
    #[command(flatten)]
    session: crate::commands::session::Session,
    #[command(subcommand)]
    command: Option<Command>,
}

const EXIT_CODES: &str = "Exit codes: 0 done · 1 failed, and stderr says what to do · 2 wrong usage · \
                          3 locked or wrong passphrase · 4 verification failed · 5 relay not reached";

#[derive(Debug, Subcommand)]
enum Command {
    #[cfg(feature = "field")]
    Demo(crate::commands::demo::Demo),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Realm(crate::commands::realm::RealmCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Member(crate::commands::member::MemberCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Report(crate::commands::report::ReportCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Answers(crate::commands::answers::AnswersCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Indicator(crate::commands::indicator::IndicatorCommand),
    #[cfg(feature = "field")]
    Guide(crate::commands::guide::Guide),
    #[cfg(feature = "field")]
    Place(crate::commands::place::PlaceQuery),
    #[cfg(feature = "field")]
    Me(crate::commands::me::Me),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Packet(crate::commands::packet::PacketCommand),
    /// Send what waits and fetch what waits, by the relay or by a folder.
    #[cfg(feature = "field")]
    Sync(crate::commands::sync::Sync),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Review(crate::commands::review::ReviewCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Batch(crate::commands::batch::BatchCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Inbox(crate::commands::inbox::InboxCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Bulletin(crate::commands::bulletin::BulletinCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Store(crate::commands::store::StoreCommand),
    #[cfg(feature = "field")]
    #[command(subcommand)]
    Settings(crate::commands::settings::SettingsCommand),
    #[command(subcommand)]
    Relay(RelayCommand),
    Completions(Completions),
}

/// How a command line ended.
#[cfg(feature = "field")]
pub enum Ended {
    /// A command ran.
    Done(ExitCode),
    /// No command was given: the profile's desk is wanted. Screens are the other face, so whoever stands above both
    /// opens it.
    DeskWanted(Box<crate::commands::session::Session>),
}

/// Runs the program.
#[cfg(feature = "field")]
pub fn run() -> Ended {
    let cli = Cli::parse();
    if cli.command.is_none() {
        return Ended::DeskWanted(Box::new(cli.session));
    }
    let output = cli.output();
    Ended::Done(exit_code(output, cli.run()))
}

/// Runs the relay alone.
#[cfg(not(feature = "field"))]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    exit_code(cli.output(), cli.run())
}

fn exit_code(output: Output, outcome: Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.note(&format!("vigilia: {}", failure.sentence()));
            failure.exit_code()
        }
    }
}

#[cfg(feature = "field")]
impl Cli {
    fn output(&self) -> Output {
        self.session.output()
    }

    fn run(self) -> Result<(), Failure> {
        let session = &self.session;
        match self.command {
            None => Ok(()),
            Some(Command::Demo(command)) => command.run(session),
            Some(Command::Realm(command)) => command.run(session),
            Some(Command::Member(command)) => command.run(session),
            Some(Command::Report(command)) => command.run(session),
            Some(Command::Answers(command)) => command.run(session),
            Some(Command::Me(command)) => command.run(session),
            Some(Command::Indicator(command)) => command.run(session),
            Some(Command::Guide(command)) => command.run(session),
            Some(Command::Place(command)) => command.run(session),
            Some(Command::Packet(command)) => command.run(session),
            Some(Command::Sync(command)) => command.run(session),
            Some(Command::Review(command)) => command.run(session),
            Some(Command::Batch(command)) => command.run(session),
            Some(Command::Inbox(command)) => command.run(session),
            Some(Command::Bulletin(command)) => command.run(session),
            Some(Command::Store(command)) => command.run(session),
            Some(Command::Settings(command)) => command.run(session),
            Some(Command::Relay(command)) => command.run(session.output()),
            Some(Command::Completions(command)) => {
                command.run::<Self>();
                Ok(())
            }
        }
    }
}

/// The relay alone: there is no code here to open a vault or a packet.
#[cfg(not(feature = "field"))]
impl Cli {
    #[expect(clippy::unused_self, reason = "the full program reads --json from itself")]
    fn output(&self) -> Output {
        Output::new(false)
    }

    fn run(self) -> Result<(), Failure> {
        let output = self.output();
        match self.command {
            None => Err(Failure::usage(
                "this is the relay alone; start it with: vigilia relay serve --config FILE",
            )),
            Some(Command::Relay(command)) => command.run(output),
            Some(Command::Completions(command)) => {
                command.run::<Self>();
                Ok(())
            }
        }
    }
}
