//! The relay, day and night.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Subcommand;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::output::Output;
use crate::relay::config::RelayConfig;
use crate::relay::server::RunningRelay;

/// Carry sealed packets for a realm.
#[derive(Debug, Subcommand)]
pub enum RelayCommand {
    /// Serve until told to stop (SIGTERM or Ctrl-C); requests under way are finished first.
    Serve {
        /// The configuration file.
        #[arg(long)]
        config: PathBuf,
    },
}

impl RelayCommand {
    /// Runs the command.
    pub fn run(self, output: Output) -> Result<(), Failure> {
        let Self::Serve { config } = self;
        let failed = |wrong: &dyn std::fmt::Display| Failure::failed(wrong.to_string());
        let config = RelayConfig::read(&config).map_err(|wrong| failed(&wrong))?;
        let log = Arc::new(move |line: &crate::relay::log::LogLine| output.note(&line.to_string()));
        let relay = RunningRelay::start(&config, Arc::new(now), log).map_err(|wrong| failed(&wrong))?;
        Ok(relay.serve_until_signal()?)
    }
}
