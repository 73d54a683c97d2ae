//! The centre: an opaque shelf that takes sealed packets from members and hands each to whom it is for.
//!
//! ```text
//!  line ─ handshake: a member's key? ─ request ─ still a member? ─┬─ PUT packet ─ name, label, realm, marking ─┐
//!                 │ no                              │ no          │                                            ▼
//!                 ▼                                 ▼             │   receipt ◀── durable ◀── shelf, one place in the log
//!           access denied                     not_a_member        ├─ GET what waits, most urgent first; hand over
//!                                                                 ├─ POST collected, signed
//!                                                                 └─ GET roster in force ◀── roster file, authorities' word
//! ```
//!
//! It knows who sent a sealed packet to whom, how large and how urgent. It holds no key that opens one, and without the
//! feature `field` there is not even code that could.
//!
//! How lines are secured, and why ([`crate::crypto::handshake`] keeps it for both ends):
//!
//! - Mutual TLS 1.3 with raw Ed25519 public keys on both sides (RFC 7250), pinned by the roster. There is no X.509: a
//!   handshake is some 400 bytes shorter, there are no dates for a wrong field clock to stumble over, no names, no
//!   chain, nothing to parse, and the list of who may come in is the one the authorities signed.
//! - Key exchange X25519MLKEM768 and no other. It costs about 2.1 KB a connection, which a kept connection pays once;
//!   in return what is recorded on the line today says nothing to the computers of tomorrow. Required, not preferred:
//!   a preference is what an attacker on the line takes away.
//! - A session may be resumed, with one ticket that names it and counts once: on a line that breaks every minute it
//!   saves two signatures and some two hundred bytes a contact. The hybrid key exchange is done afresh. There is no
//!   early data, which can be replayed.
//! - A revocation bites at the next request, on a connection that was open before and on a session that is resumed:
//!   a resumed handshake does not ask whether the key still counts, so every request does. It comes as a roster, or as
//!   a commander's word that any member may bring ([`amendments`]); so does his word that somebody new may come in.
//! - Records are small, because one that is cut on its way is lost whole.
//!
//! A packet that comes in part is kept ([`unfinished`]) and goes on where the line broke; so does one that goes out.
//!
//! What must never enter: a key or a passphrase of a member, code that opens a seal, the vault, and in logs or errors
//! the name or a word of anything that is carried. A thing is answered when it is on the disk and not before.

pub mod amendments;
pub mod bells;
pub mod config;
pub mod downloads;
pub mod intake;
pub mod keys;
pub mod log;
pub mod patient;
pub mod problem;
pub mod register;
pub mod routes;
pub mod server;
pub mod shelf;
pub mod station;
pub mod unfinished;
pub mod uploads;
