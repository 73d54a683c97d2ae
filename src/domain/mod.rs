//! The words and laws of the work.

pub mod catalogue;
pub mod code;
pub mod duty;
pub mod feedback_status;
pub mod grading;
pub mod marking;
pub mod observation_terms;
pub mod phase;
pub mod precedence;
pub mod protocol_form;
pub mod return_reason;
pub mod screening;
pub mod subject_category;
