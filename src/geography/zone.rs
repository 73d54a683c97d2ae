//! The letter that names a time zone in a date-time group (ACP 121).

use chrono::{FixedOffset, Offset, Utc};
use thiserror::Error;

/// Why a character names no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ZoneError {
    /// J is the observer's own local time, whatever that is.
    #[error(
        "zone J means local time wherever the writer is, so nobody else can read it; write Z or the real letter"
    )]
    Local,
    /// Not a letter at all.
    #[error("`{0}` is not a time zone letter; Z is UTC, A to M lie east of it, N to Y west")]
    NotALetter(char),
}

/// A time zone with a letter: a whole number of hours from UTC.
///
/// Zones with half hours, such as Afghanistan's, have no letter. Their times are written in Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone {
    letter: char,
    hours: i8,
}

/// A to I are +1 to +9, K to M +10 to +12, N to Y -1 to -12, Z is UTC; J is nobody's.
const ZONES: [(char, i8); 25] = [
    ('Z', 0),
    ('A', 1),
    ('B', 2),
    ('C', 3),
    ('D', 4),
    ('E', 5),
    ('F', 6),
    ('G', 7),
    ('H', 8),
    ('I', 9),
    ('K', 10),
    ('L', 11),
    ('M', 12),
    ('N', -1),
    ('O', -2),
    ('P', -3),
    ('Q', -4),
    ('R', -5),
    ('S', -6),
    ('T', -7),
    ('U', -8),
    ('V', -9),
    ('W', -10),
    ('X', -11),
    ('Y', -12),
];

impl Zone {
    /// UTC.
    pub const ZULU: Self = Self { letter: 'Z', hours: 0 };

    /// The zone with this letter, small or capital.
    ///
    /// # Errors
    /// For J, which means local time, and for anything that is not a letter from A to Z.
    pub fn from_letter(letter: char) -> Result<Self, ZoneError> {
        let capital = letter.to_ascii_uppercase();
        if capital == 'J' {
            return Err(ZoneError::Local);
        }
        Self::all().find(|zone| zone.letter == capital).ok_or(ZoneError::NotALetter(letter))
    }

    /// The zone this many whole hours east of UTC, -12..=12.
    pub fn from_offset_hours(hours: i8) -> Option<Self> {
        Self::all().find(|zone| zone.hours == hours)
    }

    /// The zone of a local offset, where it is a whole number of hours.
    pub fn from_offset(offset: FixedOffset) -> Option<Self> {
        let seconds = offset.local_minus_utc();
        if seconds % 3_600 != 0 {
            return None;
        }
        i8::try_from(seconds / 3_600).ok().and_then(Self::from_offset_hours)
    }

    /// Every zone, UTC first, then eastwards, then westwards.
    pub fn all() -> impl Iterator<Item = Self> {
        ZONES.iter().map(|&(letter, hours)| Self { letter, hours })
    }

    /// The letter, a capital.
    pub fn letter(self) -> char {
        self.letter
    }

    /// Hours east of UTC, -12..=12.
    pub fn offset_hours(self) -> i8 {
        self.hours
    }

    /// What to add to UTC for the time in this zone.
    pub fn offset(self) -> FixedOffset {
        // Twelve hours either way is within what an offset can hold.
        FixedOffset::east_opt(i32::from(self.hours) * 3_600).unwrap_or_else(|| Utc.fix())
    }
}

#[cfg(test)]
mod tests {
    use chrono::FixedOffset;

    use super::{Zone, ZoneError};

    #[test]
    fn letters_run_east_to_m_and_west_to_y() {
        for (letter, hours) in
            [('A', 1), ('i', 9), ('K', 10), ('M', 12), ('N', -1), ('O', -2), ('Y', -12), ('z', 0)]
        {
            assert_eq!(Zone::from_letter(letter).unwrap().offset_hours(), hours);
        }
    }

    #[test]
    fn letter_and_hours_lead_back_to_each_other() {
        assert_eq!(Zone::all().count(), 25);
        for zone in Zone::all() {
            assert_eq!(Zone::from_letter(zone.letter()), Ok(zone));
            assert_eq!(Zone::from_offset_hours(zone.offset_hours()), Some(zone));
            assert_eq!(Zone::from_offset(zone.offset()), Some(zone));
        }
        assert_eq!(Zone::from_offset_hours(13), None);
    }

    #[test]
    fn j_and_what_is_no_letter_are_refused() {
        assert_eq!(Zone::from_letter('J'), Err(ZoneError::Local));
        assert_eq!(Zone::from_letter('j'), Err(ZoneError::Local));
        for other in ['1', 'é', '-', 'Ω'] {
            assert_eq!(Zone::from_letter(other), Err(ZoneError::NotALetter(other)));
        }
    }

    #[test]
    fn half_hours_have_no_letter() {
        assert_eq!(Zone::from_offset(FixedOffset::east_opt(16_200).unwrap()), None);
    }
}
