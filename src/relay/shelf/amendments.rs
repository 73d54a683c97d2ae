//! What amends the roster, as it is kept: once judged, for good.

use rusqlite::{Connection, params};

use crate::domain::ids::{Digest, MemberId};
use crate::relay::shelf::database::ShelfError;

/// An amendment on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAmendment {
    /// Its place in the order in which they were judged, from 1.
    pub number: u64,
    /// Who brought it.
    pub carrier: MemberId,
    /// The statement, as it was signed.
    pub bytes: Vec<u8>,
}

/// Keeps an amendment and gives back its number: the one it has already, if it was kept before.
pub fn keep_amendment(
    shelf: &Connection,
    sha256: Digest,
    carrier: MemberId,
    bytes: &[u8],
) -> Result<u64, ShelfError> {
    shelf
        .prepare_cached("INSERT OR IGNORE INTO amendments (sha256, carrier, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![sha256.as_bytes(), carrier.as_bytes(), bytes])?;
    let number = "SELECT number FROM amendments WHERE sha256 = ?1";
    let number: i64 = shelf.prepare_cached(number)?.query_row([sha256.as_bytes()], |row| row.get(0))?;
    Ok(number.unsigned_abs())
}

/// Every amendment ever kept, in order.
pub fn amendments(shelf: &Connection) -> Result<Vec<KeptAmendment>, ShelfError> {
    let mut query = shelf.prepare("SELECT number, carrier, bytes FROM amendments ORDER BY number")?;
    let rows = query.query_map([], |row| {
        Ok(KeptAmendment {
            number: row.get::<_, i64>(0)?.unsigned_abs(),
            carrier: MemberId::from_bytes(row.get(1)?),
            bytes: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::RealmId;
    use crate::relay::shelf::database::open_writer;
    use crate::wire::statement::digest_of;

    #[test]
    fn an_amendment_keeps_its_number_and_is_never_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = open_writer(folder.path(), RealmId::from_bytes([7; 16])).unwrap();
        let [one, other] = [1, 2].map(|of| MemberId::from_bytes([of; 16]));
        assert_eq!(keep_amendment(&shelf, digest_of(b"a"), one, b"a"), Ok(1));
        assert_eq!(keep_amendment(&shelf, digest_of(b"b"), one, b"b"), Ok(2));
        assert_eq!(keep_amendment(&shelf, digest_of(b"a"), other, b"a"), Ok(1));
        let kept = amendments(&shelf).unwrap();
        assert_eq!(kept.iter().map(|one| one.bytes.as_slice()).collect::<Vec<_>>(), [b"a", b"b"]);
        assert!(kept.iter().all(|kept| kept.carrier == one));
        for change in ["DELETE FROM amendments", "UPDATE amendments SET bytes = x'00'"] {
            assert!(shelf.execute(change, []).is_err(), "{change}");
        }
    }
}
