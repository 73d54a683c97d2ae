//! The name of something that can be said.

/// The name under which a message stands in the files of every language. Always written out, `Word("key-new")`: a test
/// reads the program for it and fails where a file does not hold it, or holds one that nothing says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub &'static str);
