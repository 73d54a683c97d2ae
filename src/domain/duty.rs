//! What a soldier was doing when he happened to see something.

use crate::domain::code::codes;

codes! {
    /// The ordinary duty during which something was noticed; nobody goes out to look.
    Duty, "duty" {
        /// Controlling passage at a fixed or mobile post.
        Checkpoint = "checkpoint",
        /// Moving through an area on foot, by vehicle or by boat.
        Patrol = "patrol",
        /// Guarding a place, a gate or a base.
        Guard = "guard",
        /// Travelling with or protecting a column of vehicles.
        Convoy = "convoy",
        /// Anything else, off duty included.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::Duty;
    use crate::domain::code::Coded;

    #[test]
    fn the_published_codes_stand() {
        let codes: Vec<_> = Duty::ALL.iter().map(|duty| duty.code()).collect();
        assert_eq!(codes, ["checkpoint", "patrol", "guard", "convoy", "other"]);
        assert!(Duty::ALL.iter().all(|duty| Duty::from_code(duty.code()) == Some(*duty)));
    }
}
