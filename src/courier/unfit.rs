//! Why a file that looks like a packet is none: a closed list, so that ten thousand files can be told of by reason.

/// Why a file was left where it lies. None of these stops the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Unfit {
    /// It ends like a packet, and what stands before that is no digest.
    #[error("its name is not the digest of a packet; a packet keeps the name it was given")]
    ForeignName,
    /// A folder, a device or a pipe.
    #[error("it is not an ordinary file")]
    NotAFile,
    /// A symbolic link.
    #[error("it is a link, which may lead anywhere, and was not followed: copy the packet itself")]
    Link,
    /// Larger than any packet.
    #[error("it is larger than any packet may be (64 MiB)")]
    TooLarge,
    /// The system lets nobody of this account read it.
    #[error("this account may not read it: have its owner allow it, or copy it anew")]
    Forbidden,
    /// The disk does not give its bytes.
    #[error("the disk did not give its bytes: copy it anew, on another stick if it happens again")]
    Unreadable,
    /// It was there a moment ago.
    #[error("it is not there any more")]
    Missing,
    /// Its bytes are not those of its name, or its beginning is that of no packet.
    #[error(
        "it was damaged or cut off on the way: its bytes are not those its name promises; ask for it again"
    )]
    Damaged,
    /// Its bytes are those of its name, and no packet.
    #[error("it is not a packet, whatever its name says")]
    NotAPacket,
    /// A packet of a newer program.
    #[error("it was made by a newer version of the program: update, then read it again")]
    Newer,
    /// More files than are looked at.
    #[error("there are more files than are looked at in one folder; put the rest into another folder")]
    TooMany,
}
