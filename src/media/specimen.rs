//! Photographs for tests: made here, byte by byte, never taken.

#![allow(dead_code, reason = "each test looks at another part of them")]
#![expect(clippy::cast_possible_truncation, reason = "the sizes of what is made here are known")]

use jpeg_encoder::{ColorType, Encoder};

/// A fraction as cameras write it.
pub type Fraction = (u32, u32);

/// What a camera is to have written.
#[derive(Clone, Default)]
pub struct Facts {
    pub orientation: Option<u16>,
    pub taken: Option<&'static str>,
    pub offset: Option<&'static str>,
    pub latitude: Option<(&'static str, [Fraction; 3])>,
    pub longitude: Option<(&'static str, [Fraction; 3])>,
    pub satellite_day: Option<&'static str>,
    pub satellite_time: Option<[Fraction; 3]>,
    pub status: Option<&'static str>,
    pub error_m: Option<Fraction>,
}

impl Facts {
    /// A checkpoint north of Mitrovica, 21 November 2026, 14:12:09 by a clock one hour ahead of UTC.
    pub fn mitrovica() -> Self {
        Self {
            orientation: Some(1),
            taken: Some("2026:11:21 14:12:09"),
            offset: Some("+01:00"),
            latitude: Some(("N", [(42, 1), (53, 1), (5040, 100)])),
            longitude: Some(("E", [(20, 1), (51, 1), (3600, 100)])),
            error_m: Some((47, 10)),
            ..Self::default()
        }
    }

    /// The facts as a TIFF block, in the byte order of Intel.
    pub fn tiff(&self) -> Vec<u8> {
        let camera =
            [self.taken.map(|told| ascii(0x9003, told)), self.offset.map(|told| ascii(0x9011, told))];
        let satellites = [
            self.latitude.map(|(side, _)| ascii(1, side)),
            self.latitude.map(|(_, parts)| rational(2, &parts)),
            self.longitude.map(|(side, _)| ascii(3, side)),
            self.longitude.map(|(_, parts)| rational(4, &parts)),
            self.satellite_time.map(|parts| rational(7, &parts)),
            self.status.map(|told| ascii(9, told)),
            self.satellite_day.map(|day| ascii(0x1d, day)),
            self.error_m.map(|error| rational(0x1f, &[error])),
        ];
        let camera: Vec<Entry> = camera.into_iter().flatten().collect();
        let satellites: Vec<Entry> = satellites.into_iter().flatten().collect();
        let orientation = self.orientation.map(|told| (0x0112, 3, 1, told.to_le_bytes().to_vec()));
        let first = |camera_at: u32, satellites_at: u32| {
            let mut entries: Vec<Entry> = orientation.clone().into_iter().collect();
            entries.push((0x8769, 4, 1, camera_at.to_le_bytes().to_vec()));
            entries.push((0x8825, 4, 1, satellites_at.to_le_bytes().to_vec()));
            entries
        };
        let camera_at = 8 + directory(&first(0, 0), 8).len();
        let camera_block = directory(&camera, camera_at);
        let satellites_at = camera_at + camera_block.len();
        let mut out = b"II\x2a\0\x08\0\0\0".to_vec();
        out.extend(directory(&first(camera_at as u32, satellites_at as u32), 8));
        out.extend(camera_block);
        out.extend(directory(&satellites, satellites_at));
        out
    }
}

/// Tag, type, count, value.
type Entry = (u16, u16, u32, Vec<u8>);

fn ascii(tag: u16, text: &str) -> Entry {
    let bytes = [text.as_bytes(), b"\0"].concat();
    (tag, 2, bytes.len() as u32, bytes)
}

fn rational(tag: u16, parts: &[Fraction]) -> Entry {
    let bytes =
        parts.iter().flat_map(|(num, denom)| [num.to_le_bytes(), denom.to_le_bytes()].concat()).collect();
    (tag, 5, parts.len() as u32, bytes)
}

fn directory(entries: &[Entry], at: usize) -> Vec<u8> {
    let mut out = (entries.len() as u16).to_le_bytes().to_vec();
    let mut values: Vec<u8> = Vec::new();
    let values_at = at + 2 + 12 * entries.len() + 4;
    for (tag, kind, count, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        if value.len() <= 4 {
            out.extend(value);
            out.resize(out.len() + 4 - value.len(), 0);
        } else {
            out.extend(((values_at + values.len()) as u32).to_le_bytes());
            values.extend(value);
        }
    }
    out.extend([0; 4]);
    out.extend(values);
    out
}

/// Three bytes for each pixel: a smooth ground, and as much noise as asked for, always the same for one seed.
pub fn noisy(width: usize, height: usize, noise: u8, seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut out = Vec::with_capacity(width * height * 3);
    for place in 0..width * height {
        let (x, y) = (place % width, place / width);
        let ground = [x * 160 / width, y * 160 / height, 80].map(|light| light as u8);
        for light in ground {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let dice = u16::from((state >> 56) as u8) * u16::from(noise) / 255;
            out.push(light.saturating_add(dice as u8));
        }
    }
    out
}

/// A JPEG of these pixels, with what a camera wrote in front.
pub fn jpeg(rgb: &[u8], width: u16, height: u16, quality: u8, facts: Option<&Facts>) -> Vec<u8> {
    let mut out = Vec::new();
    Encoder::new(&mut out, quality).encode(rgb, width, height, ColorType::Rgb).unwrap();
    if let Some(facts) = facts {
        let block = [b"Exif\0\0".as_slice(), &facts.tiff()].concat();
        let length = (block.len() as u16 + 2).to_be_bytes();
        out.splice(2..2, [&[0xff, 0xe1][..], &length, &block].concat());
    }
    out
}

/// A PNG of these rows of samples, each given without its filter byte, and of what is to stand before them.
pub fn png(
    width: u32,
    height: u32,
    depth: u8,
    colour: u8,
    samples: &[u8],
    before: &[(&[u8; 4], &[u8])],
) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(
        &mut out,
        b"IHDR",
        &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat(),
    );
    for (kind, data) in before {
        chunk(&mut out, kind, data);
    }
    let row = samples.len() / height as usize;
    let rows: Vec<u8> = samples.chunks(row.max(1)).flat_map(|row| [&[0], row].concat()).collect();
    chunk(&mut out, b"IDAT", &stored(&rows));
    chunk(&mut out, b"IEND", &[]);
    out
}

/// A zlib stream of stored blocks (RFC 1950, RFC 1951).
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = bytes.chunks(65_535).count();
    for (place, block) in bytes.chunks(65_535).enumerate() {
        out.push(u8::from(place + 1 == blocks));
        out.extend((block.len() as u16).to_le_bytes());
        out.extend((!(block.len() as u16)).to_le_bytes());
        out.extend(block);
    }
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend((high << 16 | low).to_be_bytes());
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let named = [kind.as_slice(), data].concat();
    out.extend((data.len() as u32).to_be_bytes());
    out.extend(&named);
    let crc = named.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    });
    out.extend((!crc).to_be_bytes());
}
