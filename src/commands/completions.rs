//! Completions for the shell, from the definition of the commands themselves.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Completions for a shell, on stdout.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell.
    shell: Shell,
}

impl Completions {
    /// Writes them.
    pub fn run<C: CommandFactory>(self) {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut C::command(), "vigilia", &mut script);
        // Whoever closed the pipe has read enough.
        let _ = std::io::stdout().write_all(&script);
    }
}
