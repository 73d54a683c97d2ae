//! How far an exchange is: told while it goes on, for whoever shows it.

/// What an exchange tells while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So much of the packet that is on its way has come over, either way.
    Part {
        /// Bytes that have.
        done: u64,
        /// Bytes it has.
        of: u64,
    },
    /// This many packets of so many were sent.
    Sending {
        /// How many are sent.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// This many files of so many were looked at, to find what is for this desk.
    Looking {
        /// How many were.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// This many packets of so many were read.
    Reading {
        /// How many are read.
        done: usize,
        /// How many there are.
        of: usize,
    },
}
