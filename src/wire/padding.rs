//! Lengths that say little.
//!
//! A sealed packet is as long as what it holds, and a length can betray content. So the plaintext is padded to the next
//! Padmé length (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019):
//! at most 12 % longer, and only O(log log n) bits of the length remain. The padding is a zstd skippable frame (RFC
//! 8878, section 3.1.2), which every decoder passes over.

/// The magic number of a skippable frame, little-endian.
const SKIPPABLE: [u8; 4] = [0x50, 0x2a, 0x4d, 0x18];
/// Magic number and length.
const HEADER: usize = 8;

/// The next Padmé length at or above `length`.
pub fn padme(length: usize) -> usize {
    let Some(exponent) = length.checked_ilog2().filter(|exponent| *exponent > 0) else { return length };
    let mantissa = exponent.ilog2() + 1;
    let mask = (1_usize << exponent.saturating_sub(mantissa)) - 1;
    length.saturating_add(mask) & !mask
}

/// How long a frame of so many bytes becomes with its padding: a Padmé length of at least `least`.
pub fn padded(frame: usize, least: usize) -> usize {
    padme(frame.saturating_add(HEADER).max(least))
}

/// Appends a skippable frame of zeros that makes the whole `total` bytes long; at least its head is appended.
pub fn pad(frame: &mut Vec<u8>, total: usize) {
    let zeros = total.saturating_sub(frame.len() + HEADER);
    // A packet is at most 64 MiB, so the length fits; should it ever not, fewer zeros are still valid padding.
    let length = u32::try_from(zeros).unwrap_or(u32::MAX);
    frame.extend_from_slice(&SKIPPABLE);
    frame.extend_from_slice(&length.to_le_bytes());
    frame.resize(frame.len() + length as usize, 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn padme_lengths_are_those_of_the_paper() {
        for (length, padded) in [
            (0, 0),
            (1, 1),
            (8, 8),
            (9, 10),
            (100, 104),
            (1000, 1024),
            (7_500, 7_680),
            (1_000_000, 1_015_808),
        ] {
            assert_eq!(padme(length), padded, "{length}");
        }
    }

    proptest! {
        #[test]
        fn a_padded_frame_is_the_frame_and_one_skippable_frame_of_zeros(
            length in 0_usize..5_000, least in 0_usize..20_000,
        ) {
            let mut frame = vec![7; length];
            let total = padded(length, least);
            pad(&mut frame, total);
            prop_assert!(frame.len() == total && total >= least);
            let (kept, padding) = frame.split_at(length);
            let (head, zeros) = padding.split_at(HEADER);
            prop_assert!(kept.iter().all(|byte| *byte == 7) && zeros.iter().all(|byte| *byte == 0));
            prop_assert_eq!(&head[..4], &SKIPPABLE);
            prop_assert_eq!(u32::from_le_bytes(head[4..].try_into().unwrap()) as usize, zeros.len());
        }

        #[test]
        fn padding_reaches_a_padme_length_and_costs_at_most_an_eighth(length in 9_usize..200_000) {
            let mut frame = vec![7; length];
            pad(&mut frame, padded(length, 0));
            prop_assert_eq!(padme(frame.len()), frame.len());
            prop_assert!(frame.len() <= (length + HEADER) * 9 / 8 + 1);
        }
    }
}
