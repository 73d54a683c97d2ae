//! The closed lists in which a catalogue row is written.

use crate::domain::code::codes;

codes! {
    /// The side of the matter an indicator shows; groups the catalogue for reading.
    Dimension, "dimension" {
        /// Somebody controls where a person goes and what he keeps.
        Control = "control",
        /// How people act and speak.
        Behaviour = "behaviour",
        /// What a body shows.
        Body = "body",
        /// Papers, contracts and promises.
        Documents = "documents",
        /// How people are moved.
        Transit = "transit",
        /// What a place shows.
        Site = "site",
        /// Conditions of work.
        Labour = "labour",
        /// Exploitation for sex.
        Sexual = "sexual",
        /// Signs that concern children alone.
        Child = "child",
        /// Begging and petty crime for another.
        Begging = "begging",
        /// Work in a household.
        Domestic = "domestic",
        /// Removal of organs.
        Organ = "organ",
        /// People who act together.
        Network = "network",
        /// Our own side; its rows leave the normal flow.
        OwnForces = "own_forces",
    }
}

codes! {
    /// What kind of thing an indicator is seen on.
    Subject, "subject" {
        /// One person.
        Person = "person",
        /// Several people together.
        Group = "group",
        /// A vehicle or a boat.
        Vehicle = "vehicle",
        /// A paper, an image or a telephone's content.
        Document = "document",
        /// A building or a piece of ground.
        Place = "place",
    }
}

codes! {
    /// Which of the two crimes an indicator speaks for.
    Relevance, "relevance" {
        /// Trafficking in human beings.
        Trafficking = "thb",
        /// Smuggling of migrants.
        Smuggling = "som",
        /// Either.
        Both = "both",
    }
}

codes! {
    /// The element of the offence an indicator may show (Palermo Protocol art. 3; Smuggling Protocol arts 3 and 6).
    LegalElement, "legal_element" {
        /// Recruiting, transporting, transferring, harbouring or receiving people, or bringing them across a border.
        Act = "act",
        /// Force, deception, abuse of power or vulnerability; not needed where the victim is under 18.
        Means = "means",
        /// Exploitation.
        Purpose = "purpose",
        /// Gain drawn from smuggling.
        Benefit = "benefit",
        /// What makes the offence graver.
        Aggravating = "aggravating",
        /// Nothing by itself; gives weight to the rest.
        Context = "context",
        /// Use of what a victim is made to give.
        Demand = "demand",
    }
}

codes! {
    /// Whether a soldier can notice an indicator at all during his ordinary duty.
    Observable, "observable" {
        /// By looking or listening.
        Yes = "yes",
        /// With time or luck.
        Partly = "partly",
        /// Only if somebody says it unasked.
        Told = "told",
        /// Worked out by the program; nobody picks it.
        Derived = "derived",
    }
}

codes! {
    /// What the program does when an indicator is picked.
    Flag, "flag" {
        /// Suggests haste.
        Urgent = "urgent",
        /// A child is concerned: no means needed, and the weights for children count.
        Minor = "minor",
        /// Somebody may die.
        DangerToLife = "danger_to_life",
        /// Says to get first aid or tell the medic; never a question about health.
        Medical = "medical",
        /// An official takes part.
        Official = "official",
        /// Not to be shared with the host nation.
        NoHostShare = "no_host_share",
        /// Concerns our own side: the report leaves the normal flow before anything is saved.
        RestrictedChannel = "restricted_channel",
        /// Never photographed and never copied.
        NoMedia = "no_media",
        /// Seen on or near one of our own bases.
        OwnForcesArea = "own_forces_area",
        /// Feeds the questions about aggravating facts.
        Aggravating = "aggravating",
    }
}

codes! {
    /// How heavily one ILO list counts an indicator, in rising order.
    Weight, "weight" {
        /// Counts beside others only.
        Weak = "weak",
        /// Three of them, or two and a weak one, make a dimension positive.
        Medium = "medium",
        /// Two of them, or one and any other, make a dimension positive.
        Strong = "strong",
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Flag, LegalElement, Observable, Relevance, Subject, Weight};
    use crate::domain::code::Coded;

    fn stands<C: Coded + std::fmt::Debug>(codes: &str) {
        assert_eq!(C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>().join(" "), codes);
        assert!(C::ALL.iter().all(|member| C::from_code(member.code()) == Some(*member)));
    }

    #[test]
    fn the_published_codes_stand() {
        stands::<Dimension>(
            "control behaviour body documents transit site labour sexual child begging domestic organ network own_forces",
        );
        stands::<Subject>("person group vehicle document place");
        stands::<Relevance>("thb som both");
        stands::<LegalElement>("act means purpose benefit aggravating context demand");
        stands::<Observable>("yes partly told derived");
        stands::<Flag>(
            "urgent minor danger_to_life medical official no_host_share restricted_channel no_media own_forces_area \
             aggravating",
        );
        stands::<Weight>("weak medium strong");
    }

    #[test]
    fn weights_rise_and_no_weight_is_the_lowest() {
        assert!(None < Some(Weight::Weak));
        assert!(Weight::Weak < Weight::Medium && Weight::Medium < Weight::Strong);
    }
}
