//! Why what was typed was not understood, and how to write it.

use crate::desks::observer::entry::PlaceEntryError;
use crate::domain::place::InvalidPlace;
use crate::domain::text::InvalidText;
use crate::geography::degrees::DegreesError;
use crate::geography::degrees_tokens::TokenError;
use crate::geography::dtg::DtgError;
use crate::geography::iso_time::IsoTimeError;
use crate::geography::mgrs::MgrsError;
use crate::geography::place_text::PositionTextError;
use crate::geography::position::PositionError;
use crate::geography::time_text::TimeTextError;
use crate::geography::zone::ZoneError;
use crate::language::phrase::Phrase;
use crate::language::word::Word;

/// Why words cannot be kept.
#[must_use]
pub fn text(wrong: InvalidText) -> Phrase {
    match wrong {
        InvalidText::Empty => Word("text-empty").into(),
        InvalidText::TooLong { limit } => Word("text-too-long").with("limit", limit),
        InvalidText::Control => Word("text-control").into(),
    }
}

/// Why a place is none.
#[must_use]
pub fn place(wrong: &PlaceEntryError) -> Phrase {
    match wrong {
        PlaceEntryError::Position(wrong) => position(wrong),
        PlaceEntryError::Words(wrong) => text(*wrong),
        PlaceEntryError::Place(wrong) => invalid_place(wrong),
    }
}

/// Why a place cannot be one.
#[must_use]
pub fn invalid_place(wrong: &InvalidPlace) -> Phrase {
    let word = match wrong {
        InvalidPlace::Grid => Word("place-grid"),
        InvalidPlace::Degrees => Word("place-degrees"),
        InvalidPlace::Nothing => Word("place-nothing"),
    };
    word.into()
}

/// Why a text is not a time.
#[must_use]
pub fn time(wrong: &TimeTextError) -> Phrase {
    let word = match wrong {
        TimeTextError::Empty => Word("time-empty"),
        TimeTextError::Unrecognised => Word("time-unrecognised"),
        TimeTextError::DateOrder => Word("time-date-order"),
        TimeTextError::Ago => Word("time-ago"),
        TimeTextError::Ahead => Word("time-ahead"),
        TimeTextError::FourFigures => Word("time-four-figures"),
        TimeTextError::HoursOrZone(letter) => return Word("time-hours-or-zone").with("letter", *letter),
        TimeTextError::TwoEnds => Word("time-two-ends"),
        TimeTextError::MixedEnds => Word("time-mixed-ends"),
        TimeTextError::MixedZones => Word("time-mixed-zones"),
        TimeTextError::NotOver => Word("time-not-over"),
        TimeTextError::EndBeforeStart => Word("time-end-before-start"),
        TimeTextError::Clock => Word("time-clock"),
        TimeTextError::Group(wrong) => return group(wrong),
        TimeTextError::Iso(IsoTimeError::Shape) => Word("iso-shape"),
        TimeTextError::Iso(IsoTimeError::PeriodOrOffset) => Word("iso-period-or-offset"),
        TimeTextError::Iso(IsoTimeError::NoSuchDay) => Word("iso-no-such-day"),
        TimeTextError::Iso(IsoTimeError::Time(wrong)) => return group(wrong),
    };
    word.into()
}

fn group(wrong: &DtgError) -> Phrase {
    let word = match wrong {
        DtgError::NotOne => Word("dtg-not-one"),
        DtgError::Figures(count) => return Word("dtg-figures").with("count", *count),
        DtgError::Day(day) => return Word("dtg-day").with("day", format!("{day:02}")),
        DtgError::Hour24 => Word("dtg-hour-24"),
        DtgError::Hour(hour) => return Word("dtg-hour").with("hour", *hour),
        DtgError::Sixty(given) => return Word("dtg-sixty").with("given", *given),
        DtgError::MissingZone => Word("dtg-missing-zone"),
        DtgError::Zone(ZoneError::Local) => Word("zone-local"),
        DtgError::Zone(ZoneError::NotALetter(letter)) => {
            return Word("zone-not-a-letter").with("letter", *letter);
        }
        DtgError::MissingMonth => Word("dtg-missing-month"),
        DtgError::Month => Word("dtg-month"),
        DtgError::Year => Word("dtg-year"),
        DtgError::NoSuchDay { day, month, year } => {
            // As in a date-time group; numbers alone would be taken for an amount.
            let date = format!("{day} {month} {year}");
            return Word("dtg-no-such-day").with("date", date);
        }
        DtgError::Century => Word("dtg-century"),
        DtgError::Clock => Word("dtg-clock"),
    };
    word.into()
}

/// Why a text is not a position.
#[must_use]
pub fn position(wrong: &PositionTextError) -> Phrase {
    match wrong {
        PositionTextError::Empty => Word("position-empty").into(),
        PositionTextError::Unrecognised => Word("position-unrecognised").into(),
        PositionTextError::Grid(wrong) => grid(wrong),
        PositionTextError::Degrees(wrong) => degrees(wrong),
    }
}

fn grid(wrong: &MgrsError) -> Phrase {
    let word = match wrong {
        MgrsError::Empty => Word("grid-empty"),
        MgrsError::ForeignCharacter(letter) => return Word("grid-foreign").with("letter", *letter),
        MgrsError::NoSuchZone => Word("grid-no-such-zone"),
        MgrsError::MissingZone(letter) => return Word("grid-missing-zone").with("letter", *letter),
        MgrsError::NoSuchBand { zone, band } => {
            return Word("grid-no-such-band").with("zone", *zone).with("band", *band);
        }
        MgrsError::NoBandX(zone) => return Word("grid-no-band-x").with("zone", *zone),
        MgrsError::ZoneOnly => Word("grid-zone-only"),
        MgrsError::HalfSquare => Word("grid-half-square"),
        MgrsError::NoSuchSquare { zone, square } => {
            return Word("grid-no-such-square").with("zone", zone.as_str()).with("square", square.as_str());
        }
        MgrsError::NotADigit(letter) => return Word("grid-not-a-digit").with("letter", *letter),
        MgrsError::OddDigits(count) => return Word("grid-odd-digits").with("count", *count),
        MgrsError::UnevenGroups => Word("grid-uneven-groups"),
        MgrsError::TooManyDigits(count) => return Word("grid-too-many-digits").with("count", *count),
        MgrsError::OutsideZone { zone } => return Word("grid-outside-zone").with("zone", zone.as_str()),
    };
    word.into()
}

fn degrees(wrong: &DegreesError) -> Phrase {
    let word = match wrong {
        DegreesError::Token(TokenError::LetterO) => Word("degrees-letter-o"),
        DegreesError::Token(TokenError::UnknownLetter(letter)) => {
            return Word("degrees-unknown-letter").with("letter", *letter);
        }
        DegreesError::Token(TokenError::ForeignCharacter(letter)) => {
            return Word("degrees-foreign").with("letter", *letter);
        }
        DegreesError::Token(TokenError::BrokenNumber) => Word("degrees-broken-number"),
        DegreesError::Token(TokenError::LooseSign) => Word("degrees-loose-sign"),
        DegreesError::NotTwo => Word("degrees-not-two"),
        DegreesError::CommaUnclear => Word("degrees-comma-unclear"),
        DegreesError::MisplacedSign => Word("degrees-misplaced-sign"),
        DegreesError::SignAndLetter => Word("degrees-sign-and-letter"),
        DegreesError::LetterCount => Word("degrees-letter-count"),
        DegreesError::MixedLetters => Word("degrees-mixed-letters"),
        DegreesError::SameAxis => Word("degrees-same-axis"),
        DegreesError::MarkOutOfPlace => Word("degrees-mark-out-of-place"),
        DegreesError::DecimalsBeforeLast => Word("degrees-decimals-before-last"),
        DegreesError::Sixty => Word("degrees-sixty"),
        DegreesError::Position(PositionError::NotFinite) => Word("degrees-broken-number"),
        DegreesError::Position(PositionError::Latitude) => Word("degrees-latitude"),
        DegreesError::Position(PositionError::Longitude) => Word("degrees-longitude"),
    };
    word.into()
}
