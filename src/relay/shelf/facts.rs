//! What the shelf knows, and the SQL that says it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::code::Coded;
use crate::domain::ids::{Digest, MemberId};
use crate::domain::people::{Addressee, Role};
use crate::domain::precedence::Precedence;
use crate::relay::shelf::database::ShelfError;
use crate::wire::statement::StatementError;

/// Makes the receipt for a packet at its place in the log.
pub type ReceiptMaker = dyn Fn(Digest, u64) -> Result<Vec<u8>, StatementError> + Send + Sync;

/// A packet that was checked and is to be kept.
#[derive(Debug)]
pub struct Deposit {
    /// SHA-256 of the whole packet.
    pub sha256: Digest,
    /// Who it is for.
    pub addressee: Addressee,
    /// Who signed its label.
    pub sender: MemberId,
    /// Who brought it.
    pub carrier: MemberId,
    /// How fast it goes.
    pub precedence: Precedence,
    /// The whole packet.
    pub bytes: Vec<u8>,
}

/// What a carrier is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deposited {
    /// The receipt: the same bytes for the same packet, always.
    pub receipt: Vec<u8>,
    /// Whether the packet was not there before.
    pub new: bool,
}

/// An addressee's signed word that it has a packet.
#[derive(Debug)]
pub struct Collection {
    /// Its place in the log.
    pub log_index: u64,
    /// Who has it.
    pub member: MemberId,
    /// His statement.
    pub statement: Vec<u8>,
    /// Everybody it is for as the roster stands; when all of them have it, it waits for nobody.
    pub holders: Vec<MemberId>,
}

/// A packet on the shelf, as its label has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Its place in the log, from 0.
    pub log_index: u64,
    /// Who it is for.
    pub addressee: Addressee,
    /// Who signed its label.
    pub sender: MemberId,
    /// Who brought it.
    pub carrier: MemberId,
    /// Its size in bytes.
    pub size: u64,
}

/// One packet that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// SHA-256 of the whole packet.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// How fast it goes.
    pub precedence: Precedence,
    /// Where a listing that goes on after this one starts.
    pub next: u64,
}

/// Where a packet stands in a listing: most urgent first, then oldest first. One number, below 2^50, so that every
/// reader of JSON holds it exactly.
fn place(precedence: Precedence, log_index: i64) -> i64 {
    let rank = match precedence {
        Precedence::Flash => 0,
        Precedence::Immediate => 1,
        Precedence::Priority => 2,
        Precedence::Routine => 3,
    };
    rank << 48 | log_index
}

/// SQLite counts with a sign; nothing here is ever negative or beyond its reach.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

/// Keeps a packet, or finds that it is kept already.
pub fn deposit(
    shelf: &Connection,
    packet: &Deposit,
    receipt: &ReceiptMaker,
) -> Result<Deposited, ShelfError> {
    let known: Option<Vec<u8>> = shelf
        .prepare_cached(
            "SELECT statement FROM receipts JOIN packets USING (log_index) WHERE packets.sha256 = ?1",
        )?
        .query_row([packet.sha256.as_bytes()], |row| row.get(0))
        .optional()?;
    if let Some(receipt) = known {
        return Ok(Deposited { receipt, new: false });
    }
    // One thread writes, and it does so inside a transaction: no other packet can get the same place, and a place that
    // is not committed is given again.
    let next = "SELECT COALESCE(MAX(log_index) + 1, 0) FROM packets";
    let log_index: i64 = shelf.prepare_cached(next)?.query_row([], |row| row.get(0))?;
    let addressee = packet.addressee.to_string();
    shelf
        .prepare_cached(
            "INSERT INTO packets (log_index, sha256, addressee, sender, carrier, precedence, size)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            log_index,
            packet.sha256.as_bytes(),
            addressee,
            packet.sender.as_bytes(),
            packet.carrier.as_bytes(),
            packet.precedence.code(),
            signed(packet.bytes.len() as u64),
        ])?;
    shelf
        .prepare_cached("INSERT INTO contents (log_index, bytes) VALUES (?1, ?2)")?
        .execute(params![log_index, packet.bytes])?;
    shelf
        .prepare_cached("INSERT INTO waiting (addressee, place, log_index) VALUES (?1, ?2, ?3)")?
        .execute(params![addressee, place(packet.precedence, log_index), log_index])?;
    let receipt = receipt(packet.sha256, log_index.unsigned_abs())?;
    shelf
        .prepare_cached("INSERT INTO receipts (log_index, statement) VALUES (?1, ?2)")?
        .execute(params![log_index, receipt])?;
    Ok(Deposited { receipt, new: true })
}

/// Keeps an addressee's word. Said twice, the first one stands.
pub fn collect(shelf: &Connection, collection: &Collection) -> Result<(), ShelfError> {
    let log_index = signed(collection.log_index);
    shelf
        .prepare_cached(
            "INSERT INTO collections (log_index, member, statement) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            log_index,
            collection.member.as_bytes(),
            collection.statement
        ])?;
    let mut has = shelf
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM collections WHERE log_index = ?1 AND member = ?2)")?;
    for holder in &collection.holders {
        if !has.query_row(params![log_index, holder.as_bytes()], |row| row.get::<_, bool>(0))? {
            return Ok(());
        }
    }
    shelf.prepare_cached("DELETE FROM waiting WHERE log_index = ?1")?.execute([log_index])?;
    Ok(())
}

/// Keeps a roster unless one of its epoch or a higher one was kept before; tells whether it did.
pub fn keep_roster(shelf: &Connection, epoch: u32, bytes: &[u8]) -> Result<bool, ShelfError> {
    let kept = shelf
        .prepare_cached(
            "INSERT INTO rosters (epoch, bytes)
             SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM rosters WHERE epoch >= ?1)",
        )?
        .execute(params![epoch, bytes])?;
    Ok(kept == 1)
}

/// The roster of the highest epoch ever kept.
pub fn newest_roster(shelf: &Connection) -> Result<Option<Vec<u8>>, ShelfError> {
    let newest = "SELECT bytes FROM rosters ORDER BY epoch DESC LIMIT 1";
    Ok(shelf.query_row(newest, [], |row| row.get(0)).optional()?)
}

/// The receipt of a packet at its place in the log.
pub fn receipt(shelf: &Connection, log_index: u64) -> Result<Vec<u8>, ShelfError> {
    let receipt = "SELECT statement FROM receipts WHERE log_index = ?1";
    Ok(shelf.prepare_cached(receipt)?.query_row([signed(log_index)], |row| row.get(0))?)
}

/// Finds a packet by its name.
pub fn find(shelf: &Connection, sha256: Digest) -> Result<Option<Shelved>, ShelfError> {
    let found = shelf
        .prepare_cached("SELECT log_index, addressee, sender, carrier, size FROM packets WHERE sha256 = ?1")?
        .query_row([sha256.as_bytes()], |row| {
            Ok((
                unsigned(row, 0)?,
                row.get::<_, String>(1)?,
                row.get::<_, [u8; 16]>(2)?,
                row.get::<_, [u8; 16]>(3)?,
                unsigned(row, 4)?,
            ))
        })
        .optional()?;
    let Some((log_index, addressee, sender, carrier, size)) = found else { return Ok(None) };
    let addressee =
        addressee.parse().map_err(|_| ShelfError::Database("an addressee is damaged".to_owned()))?;
    let (sender, carrier) = (MemberId::from_bytes(sender), MemberId::from_bytes(carrier));
    Ok(Some(Shelved { log_index, addressee, sender, carrier, size }))
}

/// What waits for a member at `after` and beyond, at most `most` of it.
///
/// Two searches, one for each way of being addressed, both along the index: what was collected long ago costs nothing.
pub fn waiting(
    shelf: &Connection,
    member: MemberId,
    role: Role,
    after: u64,
    most: usize,
) -> Result<Vec<Waiting>, ShelfError> {
    let mut query = shelf.prepare_cached(
        "SELECT place, sha256, size, precedence FROM waiting JOIN packets USING (log_index)
         WHERE waiting.addressee = ?1 AND place >= ?2 AND NOT EXISTS (
             SELECT 1 FROM collections WHERE log_index = waiting.log_index AND member = ?3)
         ORDER BY place LIMIT ?4",
    )?;
    let mut found = Vec::new();
    for addressee in [Addressee::Member(member), Addressee::Role(role)] {
        let of = params![addressee.to_string(), signed(after), member.as_bytes(), signed(most as u64)];
        let rows = query.query_map(of, one_waiting)?;
        for row in rows {
            found.push(row?);
        }
    }
    found.sort_by_key(|waiting| waiting.next);
    found.truncate(most);
    Ok(found)
}

fn one_waiting(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    let code: String = row.get(3)?;
    Ok(Waiting {
        sha256: Digest::from_bytes(row.get(1)?),
        size: unsigned(row, 2)?,
        precedence: Precedence::from_code(&code).unwrap_or_default(),
        next: unsigned(row, 0)? + 1,
    })
}

/// How many packets wait for a member.
pub fn count_waiting(shelf: &Connection, member: MemberId, role: Role) -> Result<u64, ShelfError> {
    let mut query = shelf.prepare_cached(
        "SELECT COUNT(*) FROM waiting WHERE addressee IN (?1, ?2) AND NOT EXISTS (
             SELECT 1 FROM collections WHERE log_index = waiting.log_index AND member = ?3)",
    )?;
    let (himself, role) = (Addressee::Member(member).to_string(), Addressee::Role(role).to_string());
    Ok(query.query_row(params![himself, role, member.as_bytes()], |row| unsigned(row, 0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::RealmId;
    use crate::relay::shelf::database::open_writer;
    use crate::wire::statement::digest_of;

    const CELL_ONE: MemberId = MemberId::from_bytes([1; 16]);
    const CELL_TWO: MemberId = MemberId::from_bytes([2; 16]);
    const SOLDIER: MemberId = MemberId::from_bytes([3; 16]);

    fn shelf() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = open_writer(folder.path(), RealmId::from_bytes([9; 16])).unwrap();
        (folder, shelf)
    }

    fn packet(words: &str, addressee: Addressee, precedence: Precedence) -> Deposit {
        let bytes = words.as_bytes().to_vec();
        Deposit { sha256: digest_of(&bytes), addressee, sender: SOLDIER, carrier: SOLDIER, precedence, bytes }
    }

    fn receipt(packet: Digest, log_index: u64) -> Result<Vec<u8>, StatementError> {
        Ok(format!("{log_index} {packet}").into_bytes())
    }

    fn put(shelf: &Connection, words: &str, to: Addressee, precedence: Precedence) -> Deposited {
        deposit(shelf, &packet(words, to, precedence), &receipt).unwrap()
    }

    fn listed(shelf: &Connection, member: MemberId, role: Role) -> Vec<Digest> {
        let all = waiting(shelf, member, role, 0, 100).unwrap();
        assert_eq!(count_waiting(shelf, member, role), Ok(all.len() as u64));
        all.into_iter().map(|one| one.sha256).collect()
    }

    #[test]
    fn places_in_the_log_have_no_gaps_and_a_packet_keeps_its_receipt() {
        let (_folder, shelf) = shelf();
        let cell = || Addressee::Role(Role::Cell);
        let first = put(&shelf, "one", cell(), Precedence::Routine);
        assert!(first.receipt.starts_with(b"0 ") && first.new);
        let refused = |_: Digest, _: u64| Err(StatementError::Malformed);
        let step = shelf.unchecked_transaction().unwrap();
        assert!(deposit(&step, &packet("two", cell(), Precedence::Routine), &refused).is_err());
        drop(step);
        assert!(put(&shelf, "three", cell(), Precedence::Routine).receipt.starts_with(b"1 "));
        let again = deposit(&shelf, &packet("one", cell(), Precedence::Routine), &refused).unwrap();
        assert_eq!(again, Deposited { new: false, ..first });
    }

    #[test]
    fn the_most_urgent_waits_in_front_and_then_the_oldest() {
        let (_folder, shelf) = shelf();
        let me = || Addressee::Member(SOLDIER);
        for (words, precedence) in [
            ("routine", Precedence::Routine),
            ("flash", Precedence::Flash),
            ("priority", Precedence::Priority),
            ("second flash", Precedence::Flash),
            ("immediate", Precedence::Immediate),
        ] {
            put(&shelf, words, me(), precedence);
        }
        put(&shelf, "to my role", Addressee::Role(Role::Observer), Precedence::Immediate);
        let order = ["flash", "second flash", "immediate", "to my role", "priority", "routine"];
        let order = order.map(|words| digest_of(words.as_bytes()));
        assert_eq!(listed(&shelf, SOLDIER, Role::Observer), order);

        let mut paged = Vec::new();
        let mut after = 0;
        loop {
            let page = waiting(&shelf, SOLDIER, Role::Observer, after, 2).unwrap();
            let Some(last) = page.last() else { break };
            after = last.next;
            paged.extend(page.into_iter().map(|one| one.sha256));
        }
        assert_eq!(paged, order);
    }

    #[test]
    fn what_one_has_collected_still_waits_for_the_other_who_shares_the_role() {
        let (_folder, shelf) = shelf();
        put(&shelf, "news", Addressee::Role(Role::Cell), Precedence::Routine);
        put(&shelf, "private", Addressee::Member(SOLDIER), Precedence::Routine);
        let collected = |member| Collection {
            log_index: 0,
            member,
            statement: vec![1],
            holders: vec![CELL_ONE, CELL_TWO],
        };
        collect(&shelf, &collected(CELL_ONE)).unwrap();
        collect(&shelf, &Collection { statement: vec![2], ..collected(CELL_ONE) }).unwrap();
        assert_eq!(listed(&shelf, CELL_ONE, Role::Cell), []);
        assert_eq!(listed(&shelf, CELL_TWO, Role::Cell), [digest_of(b"news")]);
        assert_eq!(listed(&shelf, SOLDIER, Role::Observer), [digest_of(b"private")]);
        let kept: Vec<u8> =
            shelf.query_row("SELECT statement FROM collections", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, [1], "the first word stands");

        collect(&shelf, &collected(CELL_TWO)).unwrap();
        assert_eq!(listed(&shelf, CELL_TWO, Role::Cell), []);
        let rows: i64 = shelf.query_row("SELECT COUNT(*) FROM waiting", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 1);
        assert!(find(&shelf, digest_of(b"news")).unwrap().is_some(), "the packet itself stays");
    }

    #[test]
    fn a_roster_is_kept_only_if_its_epoch_is_higher_than_any_before() {
        let (_folder, shelf) = shelf();
        assert_eq!(newest_roster(&shelf), Ok(None));
        assert_eq!(keep_roster(&shelf, 4, b"four"), Ok(true));
        assert_eq!(keep_roster(&shelf, 4, b"another four"), Ok(false));
        assert_eq!(keep_roster(&shelf, 3, b"three"), Ok(false));
        assert_eq!(newest_roster(&shelf), Ok(Some(b"four".to_vec())));
        assert_eq!(keep_roster(&shelf, 9, b"nine"), Ok(true));
        assert_eq!(newest_roster(&shelf), Ok(Some(b"nine".to_vec())));
    }
}
