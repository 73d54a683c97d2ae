//! Reads the catalogue's table. A row that is not understood to the last cell stops the reading.

use crate::domain::catalogue::ilo::{IloProfile, IloWeights, Misfit};
use crate::domain::catalogue::indicator::{Indicator, IndicatorId, Labels, NotAnIndicatorId};
use crate::domain::catalogue::terms::Weight;
use crate::domain::code::Coded;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeSet;

/// The columns of the table, in their order.
pub(super) const COLUMNS: [&str; 19] = [
    "id",
    "dimension",
    "subject",
    "relevance",
    "protocol_form",
    "legal_element",
    "label_en",
    "label_nl",
    "label_fr",
    "label_de",
    "ilo_adult_transit",
    "ilo_adult_dest",
    "ilo_child_transit",
    "ilo_child_dest",
    "ilo_item",
    "source",
    "observable",
    "duty",
    "flag",
];

/// The largest table that is read, in bytes.
pub const LARGEST_TABLE: usize = 1024 * 1024;

/// The most indicators a catalogue holds.
pub const MOST_INDICATORS: usize = 1000;

/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 100;

/// Why a table is not a catalogue.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// More than this program reads.
    #[error(
        "the indicator catalogue holds more than {LARGEST_TABLE} bytes or {MOST_INDICATORS} indicators; \
         the catalogue in use stays in force, ask the publisher for a smaller one"
    )]
    TooLarge,
    /// Not a table at all.
    #[error("the indicator catalogue is not a table of equal rows; the catalogue in use stays in force")]
    NotATable(#[source] csv::Error),
    /// A table of something else, or of another version.
    #[error(
        "the indicator catalogue does not have the columns this program knows; the catalogue in use stays in force, \
         update the program or ask the publisher for a catalogue it can read"
    )]
    OtherColumns,
    /// No indicator.
    #[error("the indicator catalogue is empty; the catalogue in use stays in force")]
    Empty,
    /// One cell is not understood.
    #[error(
        "the indicator catalogue cannot be used: row {row}, column {column}: {fault}; \
         the catalogue in use stays in force, ask the publisher for a corrected one"
    )]
    Cell {
        /// The row as a spreadsheet counts, the heading being row 1.
        row: usize,
        /// The heading of the column.
        column: &'static str,
        /// What is wrong there.
        fault: CellFault,
    },
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFault {
    /// A code that its list does not have.
    #[error("{code:?} is not a code of the list {list}")]
    UnknownCode {
        /// What is written, cut to forty characters.
        code: String,
        /// The list it should be from.
        list: &'static str,
    },
    /// Not a name.
    #[error(transparent)]
    Id(#[from] NotAnIndicatorId),
    /// A name that another row has.
    #[error("this name stands in an earlier row")]
    RepeatedId,
    /// A label nobody could show.
    #[error("a label has 1 to {LONGEST_LABEL} characters and no control characters")]
    Label,
    /// Items and weights that contradict each other.
    #[error(transparent)]
    Misfit(#[from] Misfit),
}

/// Reads a table into its indicators, in its order.
pub(super) fn read(table: &str) -> Result<Vec<Indicator>, CatalogueError> {
    if table.len() > LARGEST_TABLE {
        return Err(CatalogueError::TooLarge);
    }
    let mut reader = ReaderBuilder::new().from_reader(table.as_bytes());
    if reader.headers().map_err(CatalogueError::NotATable)? != COLUMNS.as_slice() {
        return Err(CatalogueError::OtherColumns);
    }
    let mut indicators = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, record) in reader.records().enumerate() {
        if index >= MOST_INDICATORS {
            return Err(CatalogueError::TooLarge);
        }
        let row = Row { number: index + 2, record: record.map_err(CatalogueError::NotATable)? };
        let indicator = row.indicator()?;
        if !seen.insert(indicator.id.clone()) {
            return Err(row.fault("id", CellFault::RepeatedId));
        }
        indicators.push(indicator);
    }
    if indicators.is_empty() { Err(CatalogueError::Empty) } else { Ok(indicators) }
}

struct Row {
    number: usize,
    record: StringRecord,
}

impl Row {
    fn indicator(&self) -> Result<Indicator, CatalogueError> {
        Ok(Indicator {
            id: IndicatorId::parse(self.cell("id")).map_err(|wrong| self.fault("id", wrong.into()))?,
            dimension: self.code("dimension")?,
            subject: self.code("subject")?,
            relevance: self.code("relevance")?,
            forms: self.any_or_codes("protocol_form")?,
            legal_element: self.code("legal_element")?,
            labels: Labels {
                en: self.label("label_en")?,
                nl: self.label("label_nl")?,
                fr: self.label("label_fr")?,
                de: self.label("label_de")?,
            },
            ilo: self.ilo()?,
            sources: self.cell("source").split(';').map(str::to_owned).collect(),
            observable: self.code("observable")?,
            duties: self.any_or_codes("duty")?,
            flags: if self.cell("flag").is_empty() { Vec::new() } else { self.codes("flag")? },
        })
    }

    fn cell(&self, column: &'static str) -> &str {
        // The heading was compared and every row is as long as the heading, so the cell is there.
        COLUMNS.iter().position(|name| *name == column).and_then(|at| self.record.get(at)).unwrap_or_default()
    }

    fn fault(&self, column: &'static str, fault: CellFault) -> CatalogueError {
        CatalogueError::Cell { row: self.number, column, fault }
    }

    fn decode<C: Coded>(&self, column: &'static str, code: &str) -> Result<C, CatalogueError> {
        C::from_code(code).ok_or_else(|| {
            let code = code.chars().take(40).collect();
            self.fault(column, CellFault::UnknownCode { code, list: C::LIST })
        })
    }

    fn code<C: Coded>(&self, column: &'static str) -> Result<C, CatalogueError> {
        self.decode(column, self.cell(column))
    }

    fn codes<C: Coded>(&self, column: &'static str) -> Result<Vec<C>, CatalogueError> {
        self.cell(column).split('|').map(|code| self.decode(column, code)).collect()
    }

    /// `any` stands for every member of the list, so that nobody downstream has to know the word.
    fn any_or_codes<C: Coded>(&self, column: &'static str) -> Result<Vec<C>, CatalogueError> {
        if self.cell(column) == "any" { Ok(C::ALL.to_vec()) } else { self.codes(column) }
    }

    fn label(&self, column: &'static str) -> Result<String, CatalogueError> {
        let label = self.cell(column);
        let shown = !label.trim().is_empty()
            && label.chars().count() <= LONGEST_LABEL
            && !label.chars().any(char::is_control);
        if shown { Ok(label.to_owned()) } else { Err(self.fault(column, CellFault::Label)) }
    }

    fn ilo(&self) -> Result<Option<IloProfile>, CatalogueError> {
        let adult = IloWeights {
            transit: self.weight("ilo_adult_transit")?,
            destination: self.weight("ilo_adult_dest")?,
        };
        let child = IloWeights {
            transit: self.weight("ilo_child_transit")?,
            destination: self.weight("ilo_child_dest")?,
        };
        IloProfile::read(self.cell("ilo_item"), adult, child)
            .map_err(|misfit| self.fault("ilo_item", misfit.into()))
    }

    fn weight(&self, column: &'static str) -> Result<Option<Weight>, CatalogueError> {
        if self.cell(column).is_empty() { Ok(None) } else { self.code(column).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, CatalogueError, MOST_INDICATORS, read};
    use proptest::prelude::*;

    const GOOD: [&str; 19] = [
        "mob.held",
        "control",
        "person",
        "both",
        "any",
        "means",
        "English",
        "Nederlands",
        "Français",
        "Deutsch",
        "medium",
        "strong",
        "medium",
        "strong",
        "CR/CD confiscation",
        "ILO;GK",
        "yes",
        "checkpoint|guard",
        "",
    ];

    fn table(rows: &[Vec<String>]) -> String {
        let mut text = COLUMNS.join(",");
        for row in rows {
            text.push('\n');
            text.push_str(&row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(","));
        }
        text
    }

    fn good() -> Vec<String> {
        GOOD.iter().map(ToString::to_string).collect()
    }

    fn with(column: &str, cell: &str) -> String {
        let mut row = good();
        row[COLUMNS.iter().position(|name| *name == column).unwrap()] = cell.to_owned();
        table(&[good(), row])
    }

    #[test]
    fn a_wrong_cell_is_named_by_its_row_and_its_column() {
        for (column, cell) in [
            ("id", "mob"),
            ("id", "mob.held"),
            ("dimension", "Control"),
            ("subject", ""),
            ("relevance", "unknown"),
            ("protocol_form", "any|labour"),
            ("legal_element", "act|means"),
            ("label_en", ""),
            ("label_nl", "\u{1b}[2J"),
            ("label_fr", &"é".repeat(101)),
            ("label_de", " "),
            ("ilo_adult_transit", "heavy"),
            ("ilo_adult_dest", "S"),
            ("ilo_child_transit", " "),
            ("ilo_child_dest", "0"),
            ("ilo_item", ""),
            ("observable", "no"),
            ("duty", "checkpoint|petrol"),
            ("flag", "urgent|"),
        ] {
            let mut text = with(column, cell);
            if column != "id" {
                text = text.replacen("\"mob.held\"", "\"mob.first\"", 1);
            }
            match read(&text) {
                Err(CatalogueError::Cell { row, column: named, .. }) => {
                    assert_eq!((row, named), (3, column), "{cell:?}");
                }
                other => panic!("{column} {cell:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_fault_says_what_was_written_and_which_list_it_should_be_from() {
        let text = with("duty", "petrol\u{7}").replacen("\"mob.held\"", "\"mob.first\"", 1);
        let said = read(&text).unwrap_err().to_string();
        assert!(
            said.contains("row 3, column duty: \"petrol\\u{7}\" is not a code of the list duty"),
            "{said}"
        );
    }

    #[test]
    fn a_label_of_a_hundred_characters_is_allowed_however_many_bytes_it_takes() {
        let mut row = good();
        row[8] = "é".repeat(100);
        assert_eq!(read(&table(&[row])).unwrap()[0].labels.fr.chars().count(), 100);
    }

    #[test]
    fn tables_of_another_shape_are_refused() {
        assert!(matches!(read(""), Err(CatalogueError::OtherColumns)));
        assert!(matches!(read("id,name\nmob.held,x"), Err(CatalogueError::OtherColumns)));
        assert!(matches!(read(&table(&[])), Err(CatalogueError::Empty)));
        assert!(matches!(read(&table(&[good()[..18].to_vec()])), Err(CatalogueError::NotATable(_))));
        let swapped = table(&[good()]).replacen("id,dimension", "dimension,id", 1);
        assert!(matches!(read(&swapped), Err(CatalogueError::OtherColumns)));
    }

    #[test]
    fn a_table_beyond_the_limits_is_refused() {
        let rows: Vec<_> = (0..=MOST_INDICATORS)
            .map(|number| {
                let mut row = good();
                row[0] = format!("mob.n{number}");
                row
            })
            .collect();
        assert_eq!(read(&table(&rows[1..])).unwrap().len(), MOST_INDICATORS);
        assert!(matches!(read(&table(&rows)), Err(CatalogueError::TooLarge)));
        assert!(matches!(read(&" ".repeat(1024 * 1024 + 1)), Err(CatalogueError::TooLarge)));
    }

    #[test]
    fn any_is_read_as_every_member() {
        let read = read(&with("duty", "any").replacen("\"mob.held\"", "\"mob.first\"", 1)).unwrap();
        assert_eq!((read[0].duties.len(), read[1].duties.len()), (2, 5));
        assert_eq!(read[0].forms.len(), 6);
    }

    proptest! {
        #[test]
        fn foreign_text_is_read_or_refused_and_never_a_panic(text in ".{0,200}", rows in "(?s).{0,400}") {
            let _ = read(&text);
            let _ = read(&format!("{}\n{rows}", COLUMNS.join(",")));
        }
    }
}
