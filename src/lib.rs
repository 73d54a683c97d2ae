//! Vigilia carries what a soldier happens to see of human trafficking to the police who can act on it, and their answer
//! back to that soldier. This page is the map of the house.
//!
//! ```text
//! floor 6   main.rs · lib.rs
//! floor 5   screens      commands                  two faces of the same desks; they never name each other
//! floor 4   desks                                  what each person can do
//! floor 3   vault        courier       relay       a person's disk · the roads · the centre
//! floor 2   wire                                   the shapes that leave a device
//! floor 1   domain       crypto        geography   language   media     the ground: name none of ours
//! ```
//!
//! A room names rooms on floors below its own, and nothing else; within a room no two files go in a circle.
//! `tests/architecture/` reads the source and holds both.
//!
//! # The rooms
//!
//! | room | what it is for | begin reading at |
//! |---|---|---|
//! | [`domain`] | the words and laws of the work; no clock, dice, disk, line or screen | [`domain::report`], [`domain::standing`] |
//! | [`crypto`] | bytes in, bytes out: digests, signatures, seals, secrets | [`crypto::seal`], [`crypto::signing`] |
//! | [`geography`] | positions, times and distances, as people write them | [`geography::place_text`], [`geography::time_text`] |
//! | [`language`] | four languages, and how a sentence is said in each | [`language::phrase`], [`language::topics`] |
//! | [`media`] | what a photograph tells, and how to make it smaller | [`media::image`], [`media::exif`] |
//! | [`wire`] | signed statements and sealed packets, as `schemas/` publishes them | [`wire::statement`], [`wire::sealing`] |
//! | [`vault`] | the encrypted store of one person | [`vault::unlock`], [`vault::reports`] |
//! | [`courier`] | the roads: a line to the relay, a folder on a stick | [`courier::road`] |
//! | [`relay`] | the centre, which carries what it cannot read | [`relay::routes`] |
//! | [`desks`] | observer, commander, cell, authority, and the exercise | [`desks::observer`], [`desks::carrying::exchange`] |
//! | [`screens`] | the terminal | [`screens::kit`], [`screens::observer`] |
//! | [`commands`] | the command line | [`commands::cli`] |
//!
//! Without the feature `field` only [`domain`], [`relay`], [`commands`] and those parts of [`crypto`] and [`wire`] remain
//! that open no packet: the relay, which then cannot read what it carries.
//!
//! # A day in the life of one report
//!
//! 1. **Written.** A soldier types "-20m" and a grid reference; [`desks::observer::entry::time`] and [`desks::observer::entry::place`]
//!    understand them once, for both faces. Each field is durable when it is left:
//!    [`ObserverDesk::save`](desks::observer::ObserverDesk::save), [`Vault::save_draft_field`](vault::unlock::Vault::save_draft_field).
//! 2. **Filed.** [`ObserverDesk::file`](desks::observer::ObserverDesk::file) turns the [`Draft`](domain::draft::Draft) into a
//!    [`FiledReport`](domain::report::FiledReport), numbers and chains it, signs it with [`wire::statement::sign`], and
//!    counts it in a [`TallyV1`](wire::tally::TallyV1). Report and tally become durable together:
//!    [`Vault::file_report`](vault::unlock::Vault::file_report). From here on it is never changed.
//! 3. **Packed.** [`ObserverDesk::pack`](desks::observer::ObserverDesk::pack) adds an integrity slot, and
//!    [`wire::sealing::seal_packet`] compresses, pads, seals and labels. A report has no other way out.
//! 4. **Carried.** [`desks::carrying::transfer`] hands packets to a [`Folder`](courier::folder::Folder) on a stick, and
//!    [`Contact`](desks::carrying::contact::Contact) has them sent over a line by a courier on its own thread. The relay takes them
//!    at [`relay::uploads::take`], which answers with a receipt when they are on its disk.
//! 5. **Read.** [`desks::intake::read_packet`] opens with [`wire::sealing::open_packet`] and verifies each statement by
//!    itself with [`Roster::check`](wire::roster::Roster::check). What cannot be taken is set aside as it came.
//! 6. **Reviewed.** [`CommanderDesk::review`](desks::commander::CommanderDesk::review) adds a signed
//!    [`Review`](domain::report::Review) beside the report; nothing rewrites it.
//!    [`CommanderDesk::forward`](desks::commander::CommanderDesk::forward) compiles a [`Batch`](domain::batch::Batch),
//!    with what nobody reviewed in time as it stands.
//! 7. **Received.** At the cell the same intake runs. [`domain::chain::findings`] tells what is missing, and
//!    [`CellDesk::acknowledge`](desks::cell::CellDesk::acknowledge) signs for every byte that is here.
//! 8. **Answered.** [`CellDesk::answer`](desks::cell::CellDesk::answer) signs one text for the soldier and one for his
//!    commander, whose [`pass_down`](desks::commander::CommanderDesk::pass_down) sends the first one home.
//! 9. **Known.** How far the report has come is stored nowhere: [`Standing::of`](domain::standing::Standing::of)
//!    computes it from the facts each vault holds.
//!
//! What this protects against, and what it does not yet do, is told in `SECURITY.md`.

pub mod commands;
#[cfg(feature = "field")]
pub mod courier;
pub mod crypto;
#[cfg(feature = "field")]
pub mod desks;
pub mod domain;
#[cfg(feature = "field")]
pub mod geography;
#[cfg(feature = "field")]
pub mod language;
#[cfg(feature = "field")]
pub mod media;
pub mod relay;
#[cfg(feature = "field")]
pub mod screens;
#[cfg(feature = "field")]
pub mod vault;
pub mod wire;
