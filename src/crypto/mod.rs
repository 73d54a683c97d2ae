//! Bytes in, bytes out: digests, signatures, seals and the secrets behind them.
//!
//! ```text
//!      the system's generator                                 a person's memory
//!               │ dice                                                │
//!               ▼                                                     ▼
//!            Secret32                                            Passphrase
//!      ┌────────┼──────────────┐                                      │
//!      ▼        ▼              ▼                                      │
//! SigningKey TransportKey  Identity ──▶ Recipient                     │
//!      │        │              │            │                         │
//!    sign    TLS alone         │       seal │ seal_to_length          │ seal_with_passphrase
//!      ▼        ▼              ▼            ▼                         ▼
//! VerifyingKey  …Public       open ◀──── an age file ────▶ open_with_passphrase
//!      │                       │                                      │
//!    verify                    └────────────▶ SecretBytes ◀───────────┘
//! ```
//!
//! Every format here is published: Ed25519 (RFC 8032), its key files (RFC 8410), SHA-256 (FIPS 180-4) and the
//! age file (C2SP age specification) with hybrid `mlkem768x25519` recipients or an scrypt passphrase. Nothing
//! is invented.
//!
//! What must never enter: what the bytes mean (reports, members, roles, purposes live above), a clock, a
//! disk, a network, a screen, a switch that turns protection off, and a second way to draw randomness.
//! Secrets live in boxes that are cleared when dropped; none of their types can be printed, cloned or
//! serialised.
//!
//! Without the feature `field` nothing in this room can open a sealed file: the modules that could are not
//! compiled.

#[cfg(feature = "field")]
mod age_file;
pub mod dice;
pub mod digest;
pub mod handshake;
#[cfg(feature = "field")]
pub mod hybrid;
#[cfg(feature = "field")]
pub mod passphrase;
#[cfg(feature = "field")]
pub mod seal;
pub mod secret;
pub mod signing;
pub mod transport;
