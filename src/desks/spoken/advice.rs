//! What must be read before going on, what an officer would miss, and what is pointed out in a text.

use crate::domain::alert::Alert;
use crate::domain::completeness::Missed;
use crate::domain::wording::Kind;
use crate::language::word::Word;

/// What must be read before going on.
#[must_use]
pub const fn alert(alert: Alert) -> Word {
    match alert {
        Alert::OwnForces => Word("alert-own-forces"),
        Alert::DangerToLife => Word("alert-danger-to-life"),
        Alert::LocalHelp => Word("alert-local-help"),
        Alert::FirstAid => Word("alert-first-aid"),
        Alert::NoMedia => Word("alert-no-media"),
        Alert::SuggestsImmediate => Word("alert-suggests-immediate"),
        Alert::Minor => Word("alert-minor"),
        Alert::NoHostNation => Word("alert-no-host-nation"),
        Alert::OwnForcesArea => Word("alert-own-forces-area"),
    }
}

/// What an officer would miss.
#[must_use]
pub const fn missed(missed: Missed) -> Word {
    match missed {
        Missed::When => Word("missed-when"),
        Missed::Where => Word("missed-where"),
        Missed::What => Word("missed-what"),
        Missed::Plate => Word("missed-plate"),
        Missed::Age => Word("missed-age"),
        Missed::Facts => Word("missed-facts"),
        Missed::Counts => Word("missed-counts"),
        Missed::Position => Word("missed-position"),
        Missed::Direction => Word("missed-direction"),
        Missed::ExactTime => Word("missed-exact-time"),
        Missed::PhoneNumber => Word("missed-phone-number"),
        Missed::WhoTold => Word("missed-who-told"),
        Missed::Description => Word("missed-description"),
        Missed::PositionError => Word("missed-position-error"),
        Missed::Phase => Word("missed-phase"),
    }
}

/// Why something is pointed out in a text. It is advice; the text stays as it is.
#[must_use]
pub const fn remark(kind: Kind) -> Word {
    match kind {
        Kind::Origin => Word("remark-origin"),
        Kind::Religion => Word("remark-religion"),
        Kind::Politics => Word("remark-politics"),
        Kind::Union => Word("remark-union"),
        Kind::Health => Word("remark-health"),
        Kind::SexLife => Word("remark-sex-life"),
        Kind::Biometrics => Word("remark-biometrics"),
        Kind::Investigating => Word("remark-investigating"),
        Kind::Conclusion => Word("remark-conclusion"),
    }
}
