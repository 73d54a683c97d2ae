//! The sign that tells a vehicle's country: the oval, or the letters in the band of the plate.
//!
//! The list follows the distinguishing signs notified to the Secretary-General of the United Nations under the
//! Conventions on Road Traffic of 1949 and 1968, with two additions met in the region: `RKS`, used by Kosovo without
//! being notified, and the older `GB` and `MK` beside `UK` and `NMK`. `KS` is left out: once the sign of Kyrgyzstan,
//! it stands on older plates of Kosovo too. It is a hint: a sign that is not in it is kept.

use std::fmt;

/// The longest sign, in letters.
const LONGEST: usize = 3;

/// A sign of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountrySign {
    sign: &'static str,
    country: &'static str,
}

impl CountrySign {
    /// The sign that stands for these letters, whatever their case; `None` for one this list does not have.
    #[must_use]
    pub fn known(typed: &str) -> Option<Self> {
        let capitals: String = typed.trim().chars().take(LONGEST + 1).collect::<String>().to_uppercase();
        let place = SIGNS.binary_search_by_key(&capitals.as_str(), |(sign, _)| *sign).ok()?;
        SIGNS.get(place).map(|(sign, country)| Self { sign, country })
    }

    /// The letters on the vehicle.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        self.sign
    }

    /// The country in two letters of ISO 3166-1; `XK`, which users of that standard agreed on, for Kosovo.
    #[must_use]
    pub const fn country(self) -> &'static str {
        self.country
    }
}

impl fmt::Display for CountrySign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sign)
    }
}

/// Sorted by sign.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("A", "AT"), ("AFG", "AF"), ("AL", "AL"), ("AM", "AM"), ("AND", "AD"), ("AUS", "AU"), ("AZ", "AZ"), ("B", "BE"),
    ("BD", "BD"), ("BDS", "BB"), ("BF", "BF"), ("BG", "BG"), ("BH", "BZ"), ("BIH", "BA"), ("BOL", "BO"), ("BR", "BR"),
    ("BRN", "BH"), ("BRU", "BN"), ("BS", "BS"), ("BUR", "MM"), ("BW", "BW"), ("BY", "BY"), ("C", "CU"), ("CAM", "CM"),
    ("CDN", "CA"), ("CH", "CH"), ("CI", "CI"), ("CL", "LK"), ("CO", "CO"), ("CR", "CR"), ("CY", "CY"), ("CZ", "CZ"),
    ("D", "DE"), ("DK", "DK"), ("DOM", "DO"), ("DY", "BJ"), ("DZ", "DZ"), ("E", "ES"), ("EAK", "KE"), ("EAT", "TZ"),
    ("EAU", "UG"), ("EC", "EC"), ("EST", "EE"), ("ET", "EG"), ("ETH", "ET"), ("F", "FR"), ("FIN", "FI"), ("FJI", "FJ"),
    ("FL", "LI"), ("FO", "FO"), ("G", "GA"), ("GB", "GB"), ("GCA", "GT"), ("GE", "GE"), ("GH", "GH"), ("GR", "GR"),
    ("GUY", "GY"), ("H", "HU"), ("HKJ", "JO"), ("HR", "HR"), ("I", "IT"), ("IL", "IL"), ("IND", "IN"), ("IR", "IR"),
    ("IRL", "IE"), ("IRQ", "IQ"), ("IS", "IS"), ("J", "JP"), ("JA", "JM"), ("K", "KH"), ("KG", "KG"), ("KSA", "SA"),
    ("KWT", "KW"), ("KZ", "KZ"), ("L", "LU"), ("LAO", "LA"), ("LAR", "LY"), ("LB", "LR"), ("LS", "LS"), ("LT", "LT"),
    ("LV", "LV"), ("M", "MT"), ("MA", "MA"), ("MAL", "MY"), ("MC", "MC"), ("MD", "MD"), ("MEX", "MX"), ("MGL", "MN"),
    ("MK", "MK"), ("MNE", "ME"), ("MOC", "MZ"), ("MS", "MU"), ("MW", "MW"), ("N", "NO"), ("NAM", "NA"), ("NEP", "NP"),
    ("NIC", "NI"), ("NL", "NL"), ("NMK", "MK"), ("NZ", "NZ"), ("P", "PT"), ("PA", "PA"), ("PE", "PE"), ("PK", "PK"),
    ("PL", "PL"), ("PNG", "PG"), ("PY", "PY"), ("Q", "QA"), ("RA", "AR"), ("RCA", "CF"), ("RCB", "CG"), ("RCH", "CL"),
    ("RG", "GN"), ("RH", "HT"), ("RI", "ID"), ("RIM", "MR"), ("RKS", "XK"), ("RL", "LB"), ("RM", "MG"), ("RMM", "ML"),
    ("RN", "NE"), ("RO", "RO"), ("ROK", "KR"), ("ROU", "UY"), ("RP", "PH"), ("RSM", "SM"), ("RU", "BI"), ("RUS", "RU"),
    ("RWA", "RW"), ("S", "SE"), ("SD", "SZ"), ("SGP", "SG"), ("SK", "SK"), ("SLO", "SI"), ("SME", "SR"), ("SN", "SN"),
    ("SO", "SO"), ("SRB", "RS"), ("SUD", "SD"), ("SY", "SC"), ("SYR", "SY"), ("T", "TH"), ("TG", "TG"), ("TJ", "TJ"),
    ("TM", "TM"), ("TN", "TN"), ("TR", "TR"), ("TT", "TT"), ("UA", "UA"), ("UAE", "AE"), ("UK", "GB"), ("USA", "US"),
    ("UZ", "UZ"), ("V", "VA"), ("VN", "VN"), ("WAG", "GM"), ("WAL", "SL"), ("WAN", "NG"), ("WD", "DM"), ("WG", "GD"),
    ("WL", "LC"), ("WS", "WS"), ("WV", "VC"), ("YAR", "YE"), ("YV", "VE"), ("Z", "ZM"), ("ZA", "ZA"), ("ZW", "ZW"),
];

#[cfg(test)]
mod tests {
    use super::{CountrySign, LONGEST, SIGNS};

    #[test]
    fn the_list_is_sorted_so_that_every_sign_is_found() {
        assert!(SIGNS.is_sorted_by(|one, next| one.0 < next.0));
        for (sign, country) in SIGNS {
            let found = CountrySign::known(&format!(" {} ", sign.to_lowercase())).unwrap();
            assert_eq!((found.letters(), found.country()), (*sign, *country));
            assert!(sign.len() <= LONGEST && country.len() == 2);
            assert!([sign, country].iter().all(|text| text.bytes().all(|byte| byte.is_ascii_uppercase())));
        }
    }

    #[test]
    fn the_signs_of_the_region_are_known_and_others_are_not_guessed() {
        let country = |sign| CountrySign::known(sign).map(CountrySign::country);
        assert_eq!(
            ["B", "RKS", "SRB", "AL", "NMK", "mne"].map(country),
            ["BE", "XK", "RS", "AL", "MK", "ME"].map(Some)
        );
        assert_eq!(["", "XX", "KS", "RKSS", "ÄÖ", "Belgium"].map(country), [None; 6]);
    }
}
