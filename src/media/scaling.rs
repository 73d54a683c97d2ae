//! Pictures made smaller by averaging, and turned upright. Whole numbers only: the result is the same on every machine.

/// Columns and rows of pixels, neither of them zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// Red, green, blue.
pub type Rgb = [u8; 3];

impl Size {
    /// The largest size of the same shape that fits into a box and is no larger than this one.
    pub fn within(self, most: Self) -> Self {
        let Self { width, height } = self;
        if width <= most.width && height <= most.height {
            return self;
        }
        // The side that meets its limit first decides.
        if width.saturating_mul(most.height) >= height.saturating_mul(most.width) {
            Self { width: most.width, height: (height.saturating_mul(most.width) / width).max(1) }
        } else {
            Self { width: (width.saturating_mul(most.height) / height).max(1), height: most.height }
        }
    }

    /// The size with its sides exchanged.
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// Which parts of the smaller side a pixel of the larger one falls into: the first part, its share, and the share of the
/// part behind it. All shares of one part add up to `from`.
fn shares(from: usize, to: usize) -> Vec<(usize, u64, u64)> {
    let share = |place: usize| {
        let (begins, ends) = (place * to, (place + 1) * to);
        let first = begins / from;
        let border = ((first + 1) * from).min(ends);
        (first, (border - begins) as u64, (ends - border) as u64)
    };
    (0..from).map(share).collect()
}

/// Averages the pixels of a picture, row by row, into a size that is no larger in either direction. Pixels that are
/// missing count as black.
pub fn averaged(mut pixels: impl Iterator<Item = Rgb>, from: Size, to: Size) -> Vec<Rgb> {
    let columns = shares(from.width, to.width);
    let whole = (from.width as u64) * (from.height as u64);
    let mut line = vec![[0_u64; 3]; to.width];
    let mut parts = [vec![[0_u64; 3]; to.width], vec![[0_u64; 3]; to.width]];
    let mut out = Vec::with_capacity(to.width.saturating_mul(to.height));
    let mut open = 0;
    for (first, share, behind) in shares(from.height, to.height) {
        line.fill([0; 3]);
        for (column, left, right) in &columns {
            let pixel = pixels.next().unwrap_or_default();
            add(line.get_mut(*column), pixel.map(u64::from), *left);
            if *right > 0 {
                add(line.get_mut(column + 1), pixel.map(u64::from), *right);
            }
        }
        let [here, next] = &mut parts;
        if first > open {
            close(here, next, whole, &mut out);
            open = first;
        }
        for ((here, next), sum) in here.iter_mut().zip(next.iter_mut()).zip(&line) {
            add(Some(here), *sum, share);
            add(Some(next), *sum, behind);
        }
    }
    let [here, next] = &mut parts;
    close(here, next, whole, &mut out);
    out
}

fn add(sum: Option<&mut [u64; 3]>, colour: [u64; 3], share: u64) {
    if let Some(sum) = sum {
        for (sum, part) in sum.iter_mut().zip(colour) {
            *sum += part * share;
        }
    }
}

/// Writes a finished row, and makes the begun one behind it the current one.
fn close(here: &mut Vec<[u64; 3]>, next: &mut Vec<[u64; 3]>, whole: u64, out: &mut Vec<Rgb>) {
    let rounded = |sum: u64| u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX);
    out.extend(here.iter().map(|sums| sums.map(rounded)));
    std::mem::swap(here, next);
    next.fill([0; 3]);
}

/// Turns a picture upright, by the orientation its camera told (Exif 3.0, tag 0x0112: 1 to 8; others change nothing).
pub fn upright(pixels: Vec<Rgb>, size: Size, orientation: u8) -> (Vec<Rgb>, Size) {
    let Size { width, height } = size;
    let (right, bottom) = (width.saturating_sub(1), height.saturating_sub(1));
    let upright = if orientation >= 5 { size.turned() } else { size };
    let comes_from = |x: usize, y: usize| match orientation {
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (y, bottom - x),
        7 => (right - y, bottom - x),
        _ => (right - y, x),
    };
    if !(2..=8).contains(&orientation) {
        return (pixels, size);
    }
    let mut turned = Vec::with_capacity(pixels.len());
    for y in 0..upright.height {
        for x in 0..upright.width {
            let (from_x, from_y) = comes_from(x, y);
            turned.push(pixels.get(from_y * width + from_x).copied().unwrap_or_default());
        }
    }
    (turned, upright)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn size(width: usize, height: usize) -> Size {
        Size { width, height }
    }

    #[test]
    fn shapes_are_kept_and_nothing_grows() {
        assert_eq!(size(4_000, 3_000).within(size(1_024, 1_024)), size(1_024, 768));
        assert_eq!(size(30, 4_000).within(size(80, 48)), size(1, 48));
        assert_eq!(size(8, 6).within(size(1_024, 1_024)), size(8, 6));
    }

    #[test]
    fn three_pixels_in_two_share_the_middle_one() {
        let grey = |light: u8| [light; 3];
        let out = averaged([grey(0), grey(90), grey(240)].into_iter(), size(3, 1), size(2, 1));
        assert_eq!(out, [grey(30), grey(190)]);
    }

    #[test]
    fn each_orientation_puts_the_top_left_corner_where_the_standard_says() {
        // a b c      A picture of three by two, told apart by one channel.
        // d e f
        let pixels: Vec<Rgb> = b"abcdef".iter().map(|letter| [*letter, 0, 0]).collect();
        let read = |orientation| {
            let (turned, size) = upright(pixels.clone(), size(3, 2), orientation);
            let letters: Vec<u8> = turned.iter().map(|pixel| pixel[0]).collect();
            let rows: Vec<&str> =
                letters.chunks(size.width).map(|row| std::str::from_utf8(row).unwrap()).collect();
            rows.join("/")
        };
        let told = [1, 2, 3, 4, 5, 6, 7, 8].map(read);
        assert_eq!(
            told,
            ["abc/def", "cba/fed", "fed/cba", "def/abc", "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"]
        );
        assert_eq!(read(0), "abc/def");
        assert_eq!(read(200), "abc/def");
    }

    proptest! {
        #[test]
        fn an_even_picture_stays_even_at_every_size(
            width in 1_usize..60, height in 1_usize..60, across in 1_usize..60, down in 1_usize..60, light: u8,
        ) {
            let (from, to) = (size(width, height), size(across.min(width), down.min(height)));
            let out = averaged(std::iter::repeat([light; 3]), from, to);
            prop_assert_eq!(out.len(), to.width * to.height);
            prop_assert!(out.iter().all(|pixel| *pixel == [light; 3]));
        }
    }
}
