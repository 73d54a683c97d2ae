//! What a file is, told by its first bytes.

/// What a file is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A photograph (ISO/IEC 10918).
    Jpeg,
    /// A screenshot or scan (ISO/IEC 15948).
    Png,
    /// Anything else. It is kept as it is.
    Other(&'static str),
}

/// What stands at which byte of a file, and the media type that goes with it. The first line that fits counts.
const SIGNS: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF-", "application/pdf"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    // Boxes of ISO/IEC 14496-12: the brand behind `ftyp` tells pictures and sound from moving pictures.
    (4, b"ftyphei", "image/heic"),
    (4, b"ftyphev", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp3g", "video/3gpp"),
    (4, b"ftyp", "video/mp4"),
    (0, b"OggS", "audio/ogg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"PK\x03\x04", "application/zip"),
];

/// What a zipped office file holds near its beginning.
const OFFICE: &[(&[u8], &str)] = &[
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

impl Kind {
    /// Tells a file by its bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Self::Jpeg;
        }
        if bytes.starts_with(super::png::SIGNATURE) {
            return Self::Png;
        }
        let stands = |(at, sign, _): &&(usize, &[u8], &str)| {
            bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign))
        };
        match SIGNS.iter().find(stands) {
            Some((_, _, "application/zip")) => Self::Other(zipped(bytes)),
            Some((8, _, media_type)) if bytes.starts_with(b"RIFF") => Self::Other(media_type),
            Some((at, _, media_type)) if *at != 8 => Self::Other(media_type),
            _ if is_text(bytes) => Self::Other("text/plain"),
            _ => Self::Other("application/octet-stream"),
        }
    }

    /// The media type (RFC 6838).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Other(media_type) => media_type,
        }
    }
}

fn zipped(bytes: &[u8]) -> &'static str {
    let start = bytes.get(..4_096).unwrap_or(bytes);
    let holds = |part: &[u8]| start.windows(part.len()).any(|window| window == part);
    let office = OFFICE.iter().find(|(part, _)| holds(part));
    office.map_or("application/zip", |(_, media_type)| media_type)
}

fn is_text(bytes: &[u8]) -> bool {
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    !bytes.is_empty() && std::str::from_utf8(bytes).is_ok_and(|text| !text.chars().any(acts))
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn files_are_told_by_their_bytes() {
        for (bytes, media_type) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n", "image/png"),
            (b"%PDF-1.7", "application/pdf"),
            (b"\0\0\0\x18ftypheic", "image/heic"),
            (b"\0\0\0\x18ftypisom", "video/mp4"),
            (b"\0\0\0\x14ftypqt  ", "video/quicktime"),
            (b"\0\0\0\x1cftypM4A ", "audio/mp4"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
            (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
            (b"XXXX\0\0\0\0WAVEfmt ", "application/octet-stream"),
            (b"ID3\x04", "audio/mpeg"),
            (b"GIF89a", "image/gif"),
            (b"PK\x03\x04..[Content_Types].xml..word/document.xml", OFFICE_WORDS),
            (b"PK\x03\x04..a.txt", "application/zip"),
            ("Gespräch am Tor\n".as_bytes(), "text/plain"),
            (b"\x1b[2J", "application/octet-stream"),
            (b"\xff\xd8", "application/octet-stream"),
            (b"", "application/octet-stream"),
        ] {
            assert_eq!(Kind::of(bytes).media_type(), media_type, "{bytes:?}");
        }
    }

    const OFFICE_WORDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
