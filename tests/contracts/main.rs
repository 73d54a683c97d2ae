//! What others rely on: published vectors, frozen bytes, and files exchanged with programs that are not ours.

mod age_interop;
mod age_vectors;
