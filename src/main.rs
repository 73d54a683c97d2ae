//! The program: reads the command line and ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    vigilia::commands::cli::run()
}
