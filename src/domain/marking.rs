//! Marking: how widely a thing may be known, and the ceiling no realm goes above.
//!
//! Belgium: law of 11 December 1998 as amended by the law of 7 April 2023, in force since 31 December 2023, which added
//! the fourth level, BEPERKT. "Beperkte verspreiding" is something else: a need-to-know marking on what is *not*
//! classified (Royal Decree of 24 March 2000). The two are never merged.

use crate::domain::catalogue::terms::Flag;
use crate::domain::code::{Coded, codes};

codes! {
    /// How widely something may be known, in rising order.
    Marking, "marking" {
        /// Not classified, and no limit on who may know.
        Unclassified = "unclassified",
        /// Not classified, but only for those who need to know; not a classification, and the default.
        LimitedDistribution = "limited_distribution",
        /// BEPERKT, the first level of classification.
        Restricted = "restricted",
        /// VERTROUWELIJK.
        Confidential = "confidential",
        /// GEHEIM.
        Secret = "secret",
        /// ZEER GEHEIM.
        TopSecret = "top_secret",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is written by `codes!`, which derives no default")]
impl Default for Marking {
    fn default() -> Self {
        Self::LimitedDistribution
    }
}

impl Marking {
    /// The text that stands at the top and the bottom of every screen and page, in Dutch and in French.
    #[must_use]
    pub const fn banner(self) -> &'static str {
        match self {
            Self::Unclassified => "NIET GECLASSIFICEERD / NON CLASSIFIÉ",
            Self::LimitedDistribution => {
                "NIET GECLASSIFICEERD – BEPERKTE VERSPREIDING / NON CLASSIFIÉ – DIFFUSION RESTREINTE"
            }
            Self::Restricted => "BEPERKT / RESTREINT",
            Self::Confidential => "VERTROUWELIJK / CONFIDENTIEL",
            Self::Secret => "GEHEIM / SECRET",
            Self::TopSecret => "ZEER GEHEIM / TRÈS SECRET",
        }
    }

    /// Whether this is one of the four levels of classification.
    #[must_use]
    pub const fn is_classification(self) -> bool {
        !matches!(self, Self::Unclassified | Self::LimitedDistribution)
    }

    /// What NATO calls it.
    #[must_use]
    pub const fn nato(self) -> &'static str {
        match self {
            Self::Unclassified | Self::LimitedDistribution => "NATO UNCLASSIFIED",
            Self::Restricted => "NATO RESTRICTED",
            Self::Confidential => "NATO CONFIDENTIAL",
            Self::Secret => "NATO SECRET",
            Self::TopSecret => "COSMIC TOP SECRET",
        }
    }

    /// What the European Union calls it; `None` below classification, for which it has no level.
    #[must_use]
    pub const fn eu(self) -> Option<&'static str> {
        match self {
            Self::Unclassified | Self::LimitedDistribution => None,
            Self::Restricted => Some("R-UE/EU-R"),
            Self::Confidential => Some("C-UE/EU-C"),
            Self::Secret => Some("S-UE/EU-S"),
            Self::TopSecret => Some("TS-UE/EU-TS"),
        }
    }
}

/// The highest marking a realm may hold. Unclassified need-to-know unless the realm's accreditation says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ceiling(pub Marking);

/// Something is marked above the ceiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is marked {}, and this realm holds nothing above {}; nothing was stored or sent, use a system that is \
     accredited for it",
    marking.banner(),
    ceiling.banner()
)]
pub struct AboveCeiling {
    /// The marking that was met.
    pub marking: Marking,
    /// The highest one allowed.
    pub ceiling: Marking,
}

impl Ceiling {
    /// Lets a marking pass up to the ceiling.
    ///
    /// # Errors
    /// [`AboveCeiling`] if the marking is higher. The caller then creates, stores and sends nothing.
    pub fn permits(self, marking: Marking) -> Result<(), AboveCeiling> {
        if marking <= self.0 { Ok(()) } else { Err(AboveCeiling { marking, ceiling: self.0 }) }
    }
}

codes! {
    /// A condition that travels with a report beside its marking, and only ever narrows who may know what.
    Caveat, "caveat" {
        /// Not to be shared with the host nation: its officials may have a part in the matter.
        NoHostNation = "no_host_nation",
        /// Who told it must not become known: witnesses and sources may be threatened.
        SourceProtection = "source_protection",
        /// Speaks of injury or health, data of a special category (Directive 2016/680, art. 10).
        Medical = "medical",
        /// Speaks of somebody who is or seems to be under 18.
        Minor = "minor",
        /// May identify a possible victim, which Belgian criminal law forbids to publish.
        VictimIdentity = "victim_identity",
    }
}

impl Caveat {
    /// The caveats that the flags of the picked indicators bring with them, in the order of the list.
    #[must_use]
    pub fn brought_by(flags: &[Flag]) -> Vec<Self> {
        let brings = |caveat: &Self| match caveat {
            Self::NoHostNation => flags.iter().any(|flag| matches!(flag, Flag::NoHostShare | Flag::Official)),
            Self::Medical => flags.contains(&Flag::Medical),
            Self::Minor => flags.contains(&Flag::Minor),
            // Only somebody who reads the report can tell.
            Self::SourceProtection | Self::VictimIdentity => false,
        };
        Self::ALL.iter().copied().filter(brings).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{AboveCeiling, Caveat, Ceiling, Marking};
    use crate::domain::catalogue::terms::Flag;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand() {
        let markings: Vec<_> = Marking::ALL.iter().map(|marking| marking.code()).collect();
        assert_eq!(
            markings,
            ["unclassified", "limited_distribution", "restricted", "confidential", "secret", "top_secret"]
        );
        let caveats: Vec<_> = Caveat::ALL.iter().map(|caveat| caveat.code()).collect();
        assert_eq!(caveats, ["no_host_nation", "source_protection", "medical", "minor", "victim_identity"]);
        assert!(Marking::ALL.iter().all(|marking| Marking::from_code(marking.code()) == Some(*marking)));
        assert!(Caveat::ALL.iter().all(|caveat| Caveat::from_code(caveat.code()) == Some(*caveat)));
    }

    #[test]
    fn markings_rise_in_the_order_listed() {
        assert!(Marking::ALL.is_sorted() && Marking::ALL.len() == 6);
    }

    #[test]
    fn limited_distribution_is_the_default_and_is_no_classification() {
        let marking = Marking::default();
        assert_eq!(
            marking.banner(),
            "NIET GECLASSIFICEERD – BEPERKTE VERSPREIDING / NON CLASSIFIÉ – DIFFUSION RESTREINTE"
        );
        assert!(!marking.is_classification() && Marking::Restricted.is_classification());
        assert_eq!((marking.nato(), marking.eu()), ("NATO UNCLASSIFIED", None));
        assert_ne!(marking.banner(), Marking::Restricted.banner());
    }

    #[test]
    fn each_level_of_classification_has_its_equals_and_its_banner_in_two_languages() {
        for marking in Marking::ALL {
            assert_eq!(marking.eu().is_some(), marking.is_classification());
            assert_eq!(marking.banner().split(" / ").count(), 2);
        }
        assert_eq!(Marking::TopSecret.nato(), "COSMIC TOP SECRET");
        assert_eq!(Marking::Restricted.eu(), Some("R-UE/EU-R"));
    }

    #[test]
    fn a_ceiling_lets_pass_what_is_not_above_it() {
        for ceiling in Marking::ALL {
            for marking in Marking::ALL {
                let expected = if marking <= ceiling {
                    Ok(())
                } else {
                    Err(AboveCeiling { marking: *marking, ceiling: *ceiling })
                };
                assert_eq!(Ceiling(*ceiling).permits(*marking), expected);
            }
        }
        let refused = Ceiling::default().permits(Marking::Restricted).unwrap_err().to_string();
        assert!(refused.contains("marked BEPERKT / RESTREINT") && refused.contains("nothing was stored"));
    }

    #[test]
    fn an_official_who_takes_part_keeps_the_report_from_the_host_nation() {
        assert_eq!(Caveat::brought_by(&[Flag::Official]), [Caveat::NoHostNation]);
        assert_eq!(Caveat::brought_by(&[Flag::NoHostShare]), [Caveat::NoHostNation]);
        let all = Caveat::brought_by(&[
            Flag::Minor,
            Flag::Medical,
            Flag::Urgent,
            Flag::Official,
            Flag::NoHostShare,
        ]);
        assert_eq!(all, [Caveat::NoHostNation, Caveat::Medical, Caveat::Minor]);
        assert_eq!(Caveat::brought_by(&[Flag::Urgent, Flag::DangerToLife]), []);
    }
}
