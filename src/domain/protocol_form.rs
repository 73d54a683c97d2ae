//! The forms of trafficking and smuggling that the cooperation protocol covers.

use crate::domain::code::codes;

codes! {
    /// A form of trafficking or smuggling named in the protocol of 20 March 2006.
    ProtocolForm, "protocol_form" {
        /// Economic exploitation and forced servitude.
        Labour = "labour",
        /// Sexual exploitation, wider than prostitution.
        Sexual = "sexual",
        /// Images of child abuse, and travel to abuse children.
        ChildSex = "childsex",
        /// Trade in children.
        Child = "child",
        /// Organised illegal immigration through bureaus, agencies or private go-betweens.
        Immigration = "immigration",
        /// Forced removal of organs.
        Organ = "organ",
    }
}

#[cfg(test)]
mod tests {
    use super::ProtocolForm;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand() {
        let codes: Vec<_> = ProtocolForm::ALL.iter().map(|form| form.code()).collect();
        assert_eq!(codes, ["labour", "sexual", "childsex", "child", "immigration", "organ"]);
        assert!(ProtocolForm::ALL.iter().all(|form| ProtocolForm::from_code(form.code()) == Some(*form)));
    }
}
