//! What stopped a packet on its way.

use crate::domain::code::codes;

codes! {
    /// What stopped a packet on its way; unless it says otherwise, the packet stays queued.
    Trouble, "trouble" {
        /// No connection to the relay could be made.
        NoConnection = "no_connection",
        /// No answer of the relay came in time.
        NoAnswer = "no_answer",
        /// The line broke.
        CutOff = "cut_off",
        /// The relay's disk is full or failing.
        RelayCannotStore = "relay_cannot_store",
        /// Whoever answers at the relay's address is not the relay of the roster.
        WrongRelay = "wrong_relay",
        /// The relay does not know this device's key, or it is void.
        NotAMember = "not_a_member",
        /// The relay does not accept the packet's sender.
        BadSender = "bad_sender",
        /// The packet is larger than the relay takes.
        TooLarge = "too_large",
        /// The packet is marked above what the realm may hold.
        AboveCeiling = "above_ceiling",
        /// The relay found the packet damaged.
        DamagedThere = "damaged_there",
        /// What the relay answered was damaged.
        DamagedHere = "damaged_here",
        /// The relay holds another part of the packet than was thought.
        OutOfStep = "out_of_step",
        /// The relay does not accept a membership or a revocation.
        BadAmendment = "bad_amendment",
        /// The relay has no such packet.
        NoSuchPacket = "no_such_packet",
        /// The relay did not understand what was asked.
        NotUnderstood = "not_understood",
        /// This device cannot set up a connection.
        Unusable = "unusable",
        /// The folder is not there, or not there any more.
        FolderGone = "folder_gone",
        /// The folder cannot be written to.
        FolderReadOnly = "folder_read_only",
        /// There is no room in the folder.
        FolderFull = "folder_full",
        /// The folder gives back other bytes than it was given.
        FolderUnfaithful = "folder_unfaithful",
        /// The folder failed in another way.
        FolderFailed = "folder_failed",
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;
    use crate::domain::code::Coded;

    #[test]
    fn what_the_vault_keeps_reads_back_as_the_same_trouble() {
        assert!(Trouble::ALL.iter().all(|trouble| Trouble::from_code(trouble.code()) == Some(*trouble)));
        assert_eq!(Trouble::from_code("the line broke"), None);
    }
}
