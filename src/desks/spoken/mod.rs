//! What the desks know, as phrases that can be said in any language.
//!
//! ```text
//!  a code of a closed list            ──▶ codes        ─┐
//!  a standing, an outcome, an instant ──▶ terms        ─┤
//!  a time or place as it was read     ──▶ shown        ─┤
//!  a plate, a number, a refused tie   ──▶ particulars  ─┤
//!  a whole report, line by line       ──▶ told         ─┤
//!  what to read, what is missed       ──▶ advice       ─┼─▶ Phrase ──▶ spoken by whichever face shows it
//!  an answer and its signature        ──▶ answers      ─┤
//!  a chapter of the guide             ──▶ guide        ─┤
//!  a text that was not understood     ──▶ typed        ─┤
//!  what a desk could not do           ──▶ faults       ─┤
//!  why packets were not carried       ──▶ roads        ─┤
//!  an answer that should be here      ──▶ overdue      ─┤
//!  how much, how long, how far        ──▶ measures     ─┤
//!  a bulletin and its signature       ──▶ bulletins    ─┤
//!  what a commander judges with       ──▶ grades       ─┤
//!  why keys or a word do not count    ──▶ membership   ─┤
//!  why a file was left where it lies  ──▶ left_there   ─┘
//! ```
//!
//! The rooms below have one English sentence each for every error, for logs and for whoever maintains a machine; what
//! stands here is for the person at the desk.

pub mod advice;
pub mod answers;
pub mod bulletins;
pub mod codes;
pub mod faults;
pub mod grades;
pub mod guide;
pub mod left_there;
pub mod measures;
pub mod membership;
pub mod overdue;
pub mod particulars;
pub mod roads;
pub mod shown;
pub mod terms;
pub mod told;
pub mod typed;
