//! Randomness from the operating system, the only source there is.

/// The operating system refused to give random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the operating system gave no random bytes, so no key was made and nothing was sealed; what was stored before is \
     untouched: restart the device and try again"
)]
pub struct DiceError;

/// `N` random bytes from the operating system, for values that are not secret: ids, nonces, salts.
///
/// A secret is drawn by [`Secret32::random`](crate::crypto::secret::Secret32::random) straight into its box.
///
/// # Errors
/// [`DiceError`] when the system's generator does not answer.
pub fn os_random<const N: usize>() -> Result<[u8; N], DiceError> {
    let mut bytes = [0; N];
    fill_from_os(&mut bytes)?;
    Ok(bytes)
}

/// Overwrites `bytes` with random bytes from the operating system.
///
/// # Errors
/// [`DiceError`] when the system's generator does not answer; `bytes` are then undefined.
#[expect(clippy::disallowed_methods, reason = "the one place where the operating system is asked")]
pub fn fill_from_os(bytes: &mut [u8]) -> Result<(), DiceError> {
    getrandom::fill(bytes).map_err(|_| DiceError)
}

#[cfg(test)]
mod tests {
    use super::{fill_from_os, os_random};

    #[test]
    fn two_draws_differ() {
        assert_ne!(os_random::<16>(), os_random::<16>());
    }

    #[test]
    fn every_byte_is_drawn() {
        let mut seen = [0; 40];
        for _ in 0..8 {
            let mut drawn = [0; 40];
            fill_from_os(&mut drawn).unwrap();
            seen.iter_mut().zip(drawn).for_each(|(all, byte)| *all |= byte);
        }
        assert!(seen.iter().all(|byte| *byte != 0));
    }
}
