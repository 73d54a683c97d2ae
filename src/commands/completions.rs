//! Completions for the shell, from the definition of the commands themselves.

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
        clap_complete::generate(self.shell, &mut C::command(), "vigilia", &mut std::io::stdout());
    }
}
