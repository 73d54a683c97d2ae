//! A picture as a few character cells, each cut into an upper and a lower half.

use crate::media::image::{NoPicture, Picture};
use crate::media::scaling::{Rgb, Size};

/// The colours of a preview: values only, how they are shown is for whoever draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    columns: u16,
    rows: u16,
    halves: Vec<Rgb>,
}

/// One character cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Red, green, blue of its upper half.
    pub upper: Rgb,
    /// Red, green, blue of its lower half.
    pub lower: Rgb,
}

impl Preview {
    /// A picture in at most so many columns and rows of characters, in its own shape: a character counts as twice as high
    /// as it is wide.
    ///
    /// # Errors
    /// A file that gives no picture, or no room for one.
    pub fn of(bytes: &[u8], columns: u16, rows: u16) -> Result<Self, NoPicture> {
        if columns == 0 || rows == 0 {
            return Err(NoPicture::Size);
        }
        let picture = Picture::within(bytes, u32::from(columns), u32::from(rows) * 2)?;
        let cells = |pixels: usize| u16::try_from(pixels).map_err(|_| NoPicture::Size);
        // Cells have two halves. A picture of one row of pixels shows it in both.
        let full = Size { height: (picture.height() / 2) * 2, ..picture.size() };
        let halves = if full.height == 0 {
            picture.pixels().repeat(2)
        } else if full == picture.size() {
            picture.pixels().to_vec()
        } else {
            picture.exactly(full).pixels().to_vec()
        };
        Ok(Self { columns: cells(full.width)?, rows: cells((full.height / 2).max(1))?, halves })
    }

    /// Columns of characters; at least 1.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// Rows of characters; at least 1.
    #[must_use]
    pub fn rows(&self) -> u16 {
        self.rows
    }

    /// The cell at a column and row.
    #[must_use]
    pub fn cell(&self, column: u16, row: u16) -> Option<Cell> {
        if column >= self.columns {
            return None;
        }
        let half =
            |line: usize| self.halves.get(line * usize::from(self.columns) + usize::from(column)).copied();
        let line = usize::from(row) * 2;
        Some(Cell { upper: half(line)?, lower: half(line + 1)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::specimen::{noisy, png};

    #[test]
    fn a_preview_keeps_its_shape_and_its_colours() {
        let rgb: Vec<u8> =
            (0..80 * 80).flat_map(|at| if at < 80 * 40 { [200, 0, 0] } else { [0, 0, 200] }).collect();
        let preview = Preview::of(&png(80, 80, 8, 2, &rgb, &[]), 40, 10).unwrap();
        assert_eq!((preview.columns(), preview.rows()), (20, 10));
        assert_eq!(preview.cell(0, 0).unwrap(), Cell { upper: [200, 0, 0], lower: [200, 0, 0] });
        assert_eq!(preview.cell(19, 9).unwrap(), Cell { upper: [0, 0, 200], lower: [0, 0, 200] });
        assert_eq!(preview.cell(20, 0), None);
        assert_eq!(preview.cell(0, 10), None);
    }

    #[test]
    fn every_room_and_every_picture_gives_whole_cells() {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (31, 17), (17, 31)] {
            let picture = png(width, height, 8, 2, &noisy(width as usize, height as usize, 200, 8), &[]);
            for (columns, rows) in [(1, 1), (2, 7), (60, 20), (7, 2)] {
                let preview = Preview::of(&picture, columns, rows).unwrap();
                assert!(preview.columns() <= columns && preview.rows() <= rows);
                for (row, column) in
                    (0..preview.rows()).flat_map(|r| (0..preview.columns()).map(move |c| (r, c)))
                {
                    assert!(
                        preview.cell(column, row).is_some(),
                        "{width}x{height} {columns}x{rows} {column},{row}"
                    );
                }
            }
            assert!(Preview::of(&picture, 0, 4).is_err());
        }
    }
}
