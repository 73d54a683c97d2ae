//! The words and laws of the work.
//!
//! ```text
//!  observer                          commander                       cell
//!  Draft ── file ──▶ FiledReport ──┬─ review ──▶ ReviewedReport ─┐
//!    ▲                             │                             ├─▶ Batch ─▶ Receipt ─▶ Acknowledgement ─▶ Feedback
//!    │                             └─ its time is up, unjudged ──┘          (relay)      (cell)             (cell)
//!    │                             └─ return ─▶ still owed ─┐
//!    └────── a new Draft that supersedes ◀──────────────────┘
//! ```
//!
//! A step takes the stage before it by value and adds one fact; what must not happen has no method. Nobody holds the
//! whole life of a report: each desk knows facts, and [`standing`] is computed from them, never stored beside them.
//! Types that prove something was checked elsewhere are made through one door, called `vouched_for`; the test of the
//! house's walls lists who may say that word.
//!
//! Pure: no clock, no dice, no disk, no network, no screen. What needs one takes it as a parameter.

pub mod alert;
pub mod answer;
pub mod batch;
pub mod begun_review;
pub mod bulletin;
pub mod catalogue;
pub mod chain;
pub mod code;
pub mod completeness;
pub mod country_sign;
pub mod custody;
pub mod draft;
pub mod duty;
pub mod entities;
pub mod entity;
pub mod feedback_status;
pub mod folding;
pub mod grading;
pub mod ids;
#[cfg(feature = "field")]
pub mod mark;
pub mod marking;
pub mod no_orders;
pub mod observation;
pub mod observation_terms;
pub mod overdue;
pub mod people;
pub mod phase;
#[cfg(feature = "field")]
pub mod phone;
pub mod phrase;
pub mod place;
pub mod plate;
pub mod precedence;
pub mod protocol_form;
pub mod receipt;
#[cfg(feature = "field")]
pub mod repeats;
pub mod report;
pub mod return_reason;
pub mod revocation;
pub mod screening;
pub mod silence;
pub mod standing;
pub mod subject_category;
pub mod text;
pub mod time;
pub mod trouble;
pub mod wording;
