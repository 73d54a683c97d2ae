//! The parts a screen is made of. Each holds what it needs to be drawn and changes only when told to.

pub mod banner;
pub mod choice;
pub mod form;
pub mod form_layout;
pub mod help_bar;
pub mod help_sheet;
pub mod list;
pub mod map;
pub mod picker;
pub mod popup;
pub mod preview;
pub mod search_line;
pub mod secret_field;
pub mod several;
pub mod text_area;
pub mod text_field;
pub mod too_small;
