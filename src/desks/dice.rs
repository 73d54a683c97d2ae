//! Dice for ids, thrown once by the operating system.

use crate::crypto::dice::{DiceError, os_random};
use crate::crypto::digest::sha256;
use crate::domain::ids::Dice;

/// Ids that nobody can guess the next of: SHA-256 over 32 random bytes and a counter. Never used for a key; keys are
/// drawn inside `crypto`, each from the operating system.
pub struct IdDice {
    seed: [u8; 32],
    thrown: u64,
}

impl IdDice {
    /// Dice with a seed of the operating system.
    pub fn from_os() -> Result<Self, DiceError> {
        Ok(Self { seed: os_random()?, thrown: 0 })
    }
}

impl Dice for IdDice {
    fn roll(&mut self, out: &mut [u8]) {
        for piece in out.chunks_mut(32) {
            self.thrown += 1;
            let block = sha256(&[self.seed.as_slice(), &self.thrown.to_be_bytes()].concat());
            for (byte, random) in piece.iter_mut().zip(block) {
                *byte = random;
            }
        }
    }
}
