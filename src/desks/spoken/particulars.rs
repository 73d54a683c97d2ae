//! How plates, telephone numbers, persons and things were read, or why they were not.

use crate::desks::spoken::shown;
use crate::domain::country_sign::CountrySign;
use crate::domain::entities::EntityRefused;
use crate::domain::phone::{Certainty, Phone, PhoneError};
use crate::domain::plate::{Plate, PlateError, PlateNote};
use crate::geography::country::Country;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// How a plate was read, and what is worth telling of it.
///
/// # Errors
/// Why it is none, and how to write it.
pub fn plate(typed: &str) -> Result<Vec<Phrase>, Phrase> {
    let read = Plate::shown_back(typed).map_err(|wrong| match wrong {
        PlateError::NothingRead => Word("plate-nothing-read").into(),
        PlateError::TooLong => Word("plate-too-long").into(),
        PlateError::Foreign(letter) => Word("plate-foreign").with("letter", letter),
    })?;
    let note = |note| match note {
        PlateNote::TakenAsLatin => Word("plate-as-latin").into(),
        PlateNote::OtherScript => Word("plate-other-script").into(),
        PlateNote::XIsALetter => Word("plate-x-letter").into(),
    };
    let mut lines = vec![Word("line-read-as").with("read", read)];
    lines.extend(Plate::notes(typed).into_iter().map(note));
    Ok(lines)
}

/// How a telephone number was read; `region` is the country it was seen in, in two letters.
///
/// # Errors
/// Why it is none, and how to write it.
pub fn phone(typed: &str, region: Option<&str>) -> Result<Vec<Phrase>, Phrase> {
    let read = Phone::read(typed, region).map_err(|wrong| match wrong {
        PhoneError::NothingRead => Word("phone-nothing-read").into(),
        PhoneError::TooShort => Word("phone-too-short").into(),
        PhoneError::TooLong => Word("phone-too-long").into(),
        PhoneError::Foreign(letter) => Word("phone-foreign").with("letter", letter),
    })?;
    let number = read.shown_back();
    Ok(vec![match read.certainty() {
        Certainty::Whole(code) => {
            let of = Country::from_code(code).map_or_else(|| Phrase::verbatim(code), shown::country);
            Word("phone-whole").with("number", number).with("country", of)
        }
        Certainty::Partial => Word("phone-partial").with("number", number),
        Certainty::NoCountry => Word("phone-no-country").with("number", number),
    }])
}

/// Which country a sign on a vehicle tells, if this list knows it.
#[must_use]
pub fn country_sign(typed: &str) -> Option<Phrase> {
    let of = Country::from_code(CountrySign::known(typed)?.country())?;
    Some(Word("line-country").with("country", shown::country(of)))
}

/// Why something was not done to a person, thing or tie.
#[must_use]
pub fn refused(why: EntityRefused) -> Phrase {
    let word = match why {
        EntityRefused::TooMany => Word("entity-too-many"),
        EntityRefused::TooManyLinks => Word("entity-too-many-links"),
        EntityRefused::NotThere => Word("entity-not-there"),
        EntityRefused::ToItself => Word("entity-to-itself"),
        EntityRefused::TiedAlready => Word("entity-tied-already"),
    };
    word.into()
}
