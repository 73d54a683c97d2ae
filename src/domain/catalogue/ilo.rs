//! What the International Labour Organization's lists say of an indicator.
//!
//! Source: ILO and European Commission, operational indicators of trafficking in human beings (2009), the lists for
//! adults and for children in labour exploitation. The lists hold six dimensions; three belong to recruitment and
//! the journey, three to the place of exploitation. A weight in a `transit` column is the weight in the recruitment
//! dimensions, a weight in a `dest` column the one in the dimensions of the destination.

use crate::domain::catalogue::terms::Weight;
use crate::domain::code::{Coded, codes};

codes! {
    /// A dimension of the ILO's lists of 2009, in the order of those lists.
    IloDimension, "ilo_dimension" {
        /// `DR`: won over by deception, transfer and transport included.
        DeceptiveRecruitment = "deceptive_recruitment",
        /// `CR`: taken or moved by coercion.
        CoerciveRecruitment = "coercive_recruitment",
        /// `VR`: won over by abuse of vulnerability.
        VulnerableRecruitment = "vulnerable_recruitment",
        /// `EX`: exploited.
        Exploitation = "exploitation",
        /// `CD`: coerced at the place of exploitation.
        CoercionAtDestination = "coercion_at_destination",
        /// `VD`: vulnerability abused at the place of exploitation.
        VulnerabilityAtDestination = "vulnerability_at_destination",
    }
}

impl IloDimension {
    /// The two letters officers know it by.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::DeceptiveRecruitment => "DR",
            Self::CoerciveRecruitment => "CR",
            Self::VulnerableRecruitment => "VR",
            Self::Exploitation => "EX",
            Self::CoercionAtDestination => "CD",
            Self::VulnerabilityAtDestination => "VD",
        }
    }

    /// Whether this dimension needs the place of exploitation to have been reached.
    #[must_use]
    pub const fn is_at_destination(self) -> bool {
        matches!(self, Self::Exploitation | Self::CoercionAtDestination | Self::VulnerabilityAtDestination)
    }

    fn from_letters(letters: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dimension| dimension.letters() == letters)
    }
}

codes! {
    /// Whose list of weights applies.
    AgeGroup, "age_group" {
        /// The list for adults.
        Adult = "adult",
        /// The list for those under 18.
        Child = "child",
    }
}

/// An indicator of the ILO's own lists, in the dimensions that hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IloItem {
    /// The dimensions whose lists hold it; never empty.
    pub dimensions: Vec<IloDimension>,
    /// Its short name. Catalogue rows of one name are one item of the ILO, seen in several ways.
    pub name: String,
}

/// The weights of one age group; `None` where the ILO gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IloWeights {
    /// In the dimensions of recruitment, transfer and transport.
    pub transit: Option<Weight>,
    /// In the dimensions of the destination.
    pub destination: Option<Weight>,
}

/// What the ILO's labour lists say of one catalogue row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IloProfile {
    items: Vec<IloItem>,
    adult: IloWeights,
    child: IloWeights,
}

/// The items and the weights of a row do not fit each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the ILO items and the weights of this row do not fit each other")]
pub struct Misfit;

impl IloProfile {
    /// Reads the items of a row, such as `CR/CD debt bondage` or `DR one; EX other`, and joins them with its weights.
    ///
    /// `/` names several lists that hold the same item; `;` parts two items. `None` means that the row is in no list.
    ///
    /// # Errors
    /// [`Misfit`] if an item has no dimension or no name, if there are weights and no item or the reverse, or if a
    /// column is weighed for which no item names a dimension, or the reverse.
    pub fn read(items: &str, adult: IloWeights, child: IloWeights) -> Result<Option<Self>, Misfit> {
        let items = if items.is_empty() {
            Vec::new()
        } else {
            items.split(';').map(|item| read_item(item.trim())).collect::<Result<_, _>>()?
        };
        let names = |at_destination| {
            items
                .iter()
                .flat_map(|item| &item.dimensions)
                .any(|dimension| dimension.is_at_destination() == at_destination)
        };
        if names(false) != (adult.transit.is_some() || child.transit.is_some())
            || names(true) != (adult.destination.is_some() || child.destination.is_some())
        {
            return Err(Misfit);
        }
        Ok((!items.is_empty()).then_some(Self { items, adult, child }))
    }

    /// The items of the ILO that the row stands for, in the order written.
    #[must_use]
    pub fn items(&self) -> &[IloItem] {
        &self.items
    }

    /// The weights for an age group.
    #[must_use]
    pub const fn weights(&self, age: AgeGroup) -> IloWeights {
        match age {
            AgeGroup::Adult => self.adult,
            AgeGroup::Child => self.child,
        }
    }
}

fn read_item(item: &str) -> Result<IloItem, Misfit> {
    let (letters, name) = item.split_once(' ').ok_or(Misfit)?;
    let dimensions = letters
        .split('/')
        .map(|one| IloDimension::from_letters(one).ok_or(Misfit))
        .collect::<Result<_, _>>()?;
    // "(child)" says whose list an item was taken from; the item is the same.
    let name = name.trim().trim_end_matches("(child)").trim_end();
    if name.is_empty() {
        return Err(Misfit);
    }
    Ok(IloItem { dimensions, name: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{AgeGroup, IloDimension, IloProfile, IloWeights, Misfit};
    use crate::domain::catalogue::terms::Weight;
    use crate::domain::code::Coded;

    const NONE: IloWeights = IloWeights { transit: None, destination: None };
    const BOTH: IloWeights = IloWeights { transit: Some(Weight::Medium), destination: Some(Weight::Strong) };
    const TRANSIT: IloWeights = IloWeights { transit: Some(Weight::Medium), destination: None };

    #[test]
    fn the_published_codes_stand() {
        let letters: Vec<_> = IloDimension::ALL.iter().map(|dimension| dimension.letters()).collect();
        assert_eq!(letters, ["DR", "CR", "VR", "EX", "CD", "VD"]);
        for dimension in IloDimension::ALL {
            assert_eq!(IloDimension::from_code(dimension.code()), Some(*dimension));
            assert_eq!(IloDimension::from_letters(dimension.letters()), Some(*dimension));
        }
        assert_eq!(AgeGroup::ALL.iter().map(|age| age.code()).collect::<Vec<_>>(), ["adult", "child"]);
    }

    #[test]
    fn an_item_is_read_into_its_dimensions_and_its_name() {
        let read = IloProfile::read("CR/CD debt bondage", BOTH, BOTH).unwrap().unwrap();
        assert_eq!(
            read.items()[0].dimensions,
            [IloDimension::CoerciveRecruitment, IloDimension::CoercionAtDestination]
        );
        assert_eq!(read.items()[0].name, "debt bondage");

        let two = IloProfile::read("DR one thing; EX another (child)", BOTH, BOTH).unwrap().unwrap();
        assert_eq!(
            two.items().iter().map(|item| item.name.as_str()).collect::<Vec<_>>(),
            ["one thing", "another"]
        );
    }

    #[test]
    fn a_row_outside_the_lists_has_no_profile() {
        assert_eq!(IloProfile::read("", NONE, NONE), Ok(None));
    }

    #[test]
    fn weights_without_a_dimension_to_carry_them_are_refused() {
        for (items, adult, child) in [
            ("", BOTH, BOTH),
            ("CR/CD debt bondage", NONE, NONE),
            ("CR/CD debt bondage", TRANSIT, TRANSIT),
            ("EX long hours", BOTH, BOTH),
            ("EX long hours", TRANSIT, TRANSIT),
            ("ZZ nothing", BOTH, BOTH),
            ("CR/ nothing", BOTH, BOTH),
            ("CR", TRANSIT, TRANSIT),
            ("CR/CD (child)", BOTH, BOTH),
        ] {
            assert_eq!(IloProfile::read(items, adult, child), Err(Misfit), "{items}");
        }
        assert!(IloProfile::read("CR selling", TRANSIT, NONE).is_ok(), "one age group may be left out");
    }
}
