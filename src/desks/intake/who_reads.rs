//! Which kinds of statement each desk reads. Anything else that arrives is set aside as it came.

use crate::domain::people::Role;
use crate::wire::kind::Kind;

/// What each desk reads.
pub(super) fn read_by(role: Role) -> &'static [Kind] {
    match role {
        Role::Observer => {
            &[Kind::EarlierReports, Kind::Return, Kind::Acknowledgement, Kind::Feedback, Kind::Bulletin]
        }
        Role::Commander => &[
            Kind::Membership,
            Kind::Revocation,
            Kind::Report,
            Kind::Tally,
            Kind::Acknowledgement,
            Kind::Feedback,
            Kind::Bulletin,
        ],
        Role::Cell => &[
            Kind::Membership,
            Kind::Revocation,
            Kind::Report,
            Kind::Tally,
            Kind::Review,
            Kind::Return,
            Kind::Batch,
        ],
        Role::Relay | Role::Integrity | Role::Authority => &[],
    }
}
