//! One angle exactly as it was written: so many units, in so many decimals.

use std::fmt;

/// In what parts an angle is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DegreesForm {
    /// Decimal degrees: `42.8914°`.
    Decimal,
    /// Degrees and decimal minutes: `42°53.484'`.
    Minutes,
    /// Degrees, minutes and seconds: `42°53'29"`.
    Seconds,
}

impl DegreesForm {
    /// How many of the smallest part make one degree: 1, 60 or 3 600.
    pub fn parts_per_degree(self) -> u32 {
        match self {
            Self::Decimal => 1,
            Self::Minutes => 60,
            Self::Seconds => 3_600,
        }
    }

    /// More decimals than this say less than a decimetre and are not written.
    fn useful_places(self) -> u32 {
        match self {
            Self::Decimal => 6,
            Self::Minutes => 4,
            Self::Seconds => 2,
        }
    }
}

/// An angle as written: a whole number of the last written decimal of its smallest part.
///
/// It is exact, so that writing it and reading it again gives the same angle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Angle {
    /// South or west.
    pub(super) negative: bool,
    /// The size, in units of 10^-`places` of the smallest part; below 2^53.
    pub(super) units: u64,
    /// The parts it is written in.
    pub(super) form: DegreesForm,
    /// Decimals of the smallest part, 0..=[`Angle::MAX_PLACES`].
    pub(super) places: u32,
}

fn power_of_ten(places: u32) -> f64 {
    (0..places).fold(1.0, |power, _| power * 10.0)
}

impl Angle {
    /// Decimals beyond the ninth are smaller than a millimetre in every form.
    pub(super) const MAX_PLACES: u32 = 9;

    /// A number of degrees, rounded to the fewest decimals that still hold an error of `half_unit` degrees.
    pub(super) fn rounded(degrees: f64, form: DegreesForm, half_unit: f64) -> Self {
        let parts = f64::from(form.parts_per_degree());
        let places = (0..form.useful_places())
            .find(|&places| 0.5 / parts / power_of_ten(places) <= half_unit)
            .unwrap_or(form.useful_places());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative, and below 360 degrees × 3,600 parts × 10^9: a third of what a u64 holds"
        )]
        let units = (degrees.abs() * parts * power_of_ten(places)).round() as u64;
        Self { negative: degrees < 0.0, units, form, places }
    }

    /// The angle in degrees.
    pub(super) fn degrees(self) -> f64 {
        let size = self.units as f64 / self.units_per_degree();
        if self.negative { -size } else { size }
    }

    /// Half a unit of the last decimal written, in degrees: how wrong the angle may be if it was rounded
    /// well.
    pub(super) fn half_unit(self) -> f64 {
        0.5 / self.units_per_degree()
    }

    fn units_per_degree(self) -> f64 {
        (u64::from(self.form.parts_per_degree()) * 10_u64.pow(self.places)) as f64
    }
}

impl fmt::Display for Angle {
    /// The size without sign or letter: `42.8914°`, `42°53.484'`, `42°53'29"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.places);
        let (whole, fraction) = (self.units / unit, self.units % unit);
        let decimals = match self.places {
            0 => String::new(),
            places => format!(".{fraction:0width$}", width = places as usize),
        };
        match self.form {
            DegreesForm::Decimal => write!(f, "{whole}{decimals}°"),
            DegreesForm::Minutes => write!(f, "{}°{:02}{decimals}'", whole / 60, whole % 60),
            DegreesForm::Seconds => {
                write!(f, "{}°{:02}'{:02}{decimals}\"", whole / 3_600, whole / 60 % 60, whole % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Angle, DegreesForm};

    fn rounded(degrees: f64, form: DegreesForm, half_unit: f64) -> String {
        Angle::rounded(degrees, form, half_unit).to_string()
    }

    #[test]
    fn an_angle_is_written_in_its_form() {
        assert_eq!(rounded(42.8914, DegreesForm::Decimal, 0.000_05), "42.8914°");
        assert_eq!(rounded(42.8914, DegreesForm::Minutes, 0.000_01), "42°53.484'");
        assert_eq!(rounded(42.8914, DegreesForm::Seconds, 0.000_2), "42°53'29\"");
        assert_eq!(rounded(-0.5, DegreesForm::Minutes, 0.01), "0°30'");
    }

    #[test]
    fn rounding_never_writes_sixty() {
        assert_eq!(rounded(42.999_999_9, DegreesForm::Seconds, 0.001), "43°00'00\"");
        assert_eq!(rounded(42.999_999_9, DegreesForm::Minutes, 0.001), "43°00.0'");
        assert_eq!(rounded(89.999_999_99, DegreesForm::Decimal, 0.000_01), "90.00000°");
    }

    #[test]
    fn no_more_decimals_are_written_than_are_known() {
        assert_eq!(rounded(42.891_412_345, DegreesForm::Decimal, 0.6), "43°");
        assert_eq!(rounded(42.891_412_345, DegreesForm::Decimal, 0.0), "42.891412°");
        assert_eq!(rounded(42.891_412_345, DegreesForm::Decimal, f64::NAN), "42.891412°");
    }

    #[test]
    fn half_a_unit_is_half_of_the_last_decimal() {
        let angle = Angle { negative: false, units: 4_289, form: DegreesForm::Decimal, places: 2 };
        assert!((angle.half_unit() - 0.005).abs() < 1e-15);
        assert!((angle.degrees() - 42.89).abs() < 1e-12);
    }
}
