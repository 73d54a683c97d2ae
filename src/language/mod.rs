//! What the program says to its person, in his language.
//!
//! ```text
//!  Word("filed").with("number", 7)  ──▶  Phrase: in no language yet; states, notices and errors hold these
//!                                           │
//!                      Tongue::speak ◀──────┘     nl/ fr/ de/ en/   one file per topic, embedded
//!                           │
//!                           ▼
//!                 "Gemeld als uw nummer 7."       spoken last, while it is drawn
//! ```
//!
//! Nothing that lasts holds a spoken sentence, so a change of language is the change of one value. The language a
//! report is written in is another thing, and lives with the report.
//!
//! French stands with its no-break spaces (U+00A0) inside quotation marks and in front of `;`, `:`, `?` and `!`, so that no
//! line begins with one of them.
//!
//! A topic is one line in [`topics`] and four files of the same name. The tests there hold the four against each other
//! and against every [`Word`](word::Word) in the program.

pub mod phrase;
mod speech;
pub mod tongue;
pub mod topics;
pub mod word;
