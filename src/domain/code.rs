//! Closed lists that travel by code.
//!
//! A code is a stable snake_case English identifier. It stands in statements, schemas, the vault and `--json`
//! output; labels for people live elsewhere. A code, once published, is never given another meaning.

/// A closed list whose members are known by a stable code.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// What the list is called in schemas, for example `precedence`.
    const LIST: &'static str;
    /// What the list says, in one sentence, for schemas.
    const MEANING: &'static str;
    /// Every member, in the order people are shown them.
    const ALL: &'static [Self];

    /// The code of this member.
    fn code(self) -> &'static str;

    /// The member with this code, or `None` if the list has no such member.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.code() == code)
    }
}

/// Declares a closed list: the enum, its codes and its [`Coded`] implementation.
macro_rules! codes {
    (
        $(#[doc = $meaning:literal])+
        $name:ident, $list:literal {
            $( $(#[doc = $doc:literal])* $member:ident = $code:literal, )+
        }
    ) => {
        $(#[doc = $meaning])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $doc])* $member, )+ }

        impl $crate::domain::code::Coded for $name {
            const LIST: &'static str = $list;
            const MEANING: &'static str = concat!($($meaning),+).trim_ascii();
            const ALL: &'static [Self] = &[$( Self::$member, )+];
            fn code(self) -> &'static str {
                match self { $( Self::$member => $code, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::domain::code::Coded::code(*self))
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use super::Coded;

    codes! {
        /// How tired somebody is.
        Tired, "tired" {
            /// Not at all.
            Awake = "awake",
            Sleepy = "sleepy",
        }
    }

    #[test]
    fn a_code_leads_back_to_its_member_and_to_no_other() {
        for member in Tired::ALL {
            assert_eq!(Tired::from_code(member.code()), Some(*member));
        }
        assert_eq!(Tired::from_code("Awake"), None);
        assert_eq!(Tired::MEANING, "How tired somebody is.");
        assert_eq!(Tired::Sleepy.to_string(), "sleepy");
    }
}
