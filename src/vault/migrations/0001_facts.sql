-- One row for each fact. Nothing here is a status: how far a report has come follows from which rows exist.
-- Times are RFC 3339 in UTC to the second; digests are 32 bytes, member ids 16.

CREATE TABLE profile (
    one              INTEGER PRIMARY KEY CHECK (one = 1),
    role             TEXT NOT NULL,
    callsign         TEXT NOT NULL,
    contingent       TEXT,
    realm            BLOB NOT NULL,                                  -- the realm file as it was given
    signing_secret   BLOB NOT NULL CHECK (length(signing_secret) = 32),
    opening_secret   TEXT NOT NULL,                                  -- AGE-SECRET-KEY-PQ-1…
    transport_secret BLOB NOT NULL CHECK (length(transport_secret) = 32),
    created          TEXT NOT NULL
) STRICT;

CREATE TABLE roster (
    epoch     INTEGER PRIMARY KEY,
    bytes     BLOB NOT NULL,                                         -- with every authority's signature
    installed TEXT NOT NULL
) STRICT;

-- Every verified statement, our own and others', as the bytes that were signed.
CREATE TABLE statement (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    kind   TEXT NOT NULL,
    signer BLOB NOT NULL CHECK (length(signer) = 16),
    bytes  BLOB NOT NULL,
    stored TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_kind ON statement (kind, stored);

CREATE TABLE report (
    statement  BLOB PRIMARY KEY REFERENCES statement (digest),
    id         TEXT NOT NULL UNIQUE,
    author     BLOB NOT NULL,
    sequence   INTEGER NOT NULL CHECK (sequence > 0),
    previous   BLOB,
    supersedes TEXT,                                                 -- the id of the report it corrects
    recorded   TEXT NOT NULL,
    precedence TEXT NOT NULL,
    received   TEXT NOT NULL,                                        -- filed here, or read from a packet
    UNIQUE (author, sequence)
) STRICT;
CREATE INDEX report_by_correction ON report (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE tally (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    observer  BLOB NOT NULL,
    filed     INTEGER NOT NULL,
    head      BLOB,
    at        TEXT NOT NULL
) STRICT;
CREATE INDEX tally_by_observer ON tally (observer, filed);

CREATE TABLE review (
    statement    BLOB PRIMARY KEY REFERENCES statement (digest),
    report       BLOB NOT NULL REFERENCES report (statement),
    grade        TEXT NOT NULL,
    precedence   TEXT NOT NULL,
    as_it_stands INTEGER NOT NULL CHECK (as_it_stands IN (0, 1)),
    at           TEXT NOT NULL
) STRICT;
CREATE INDEX review_by_report ON review (report);

CREATE TABLE returned (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    report    BLOB NOT NULL REFERENCES report (statement),
    reason    TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;
CREATE INDEX returned_by_report ON returned (report);

CREATE TABLE batch (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    id        TEXT NOT NULL UNIQUE,
    commander BLOB NOT NULL,
    at        TEXT NOT NULL
) STRICT;

CREATE TABLE batched (
    batch  BLOB NOT NULL REFERENCES batch (statement),
    report BLOB NOT NULL,                                            -- may be missing, and that shows
    PRIMARY KEY (batch, report)
) STRICT;
CREATE INDEX batched_by_report ON batched (report);

CREATE TABLE acknowledgement (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    observer  BLOB NOT NULL,
    at        TEXT NOT NULL
) STRICT;

-- What an acknowledgement covers: reports and attachments, by digest. It may overtake the report itself.
CREATE TABLE accepted (
    acknowledgement BLOB NOT NULL REFERENCES acknowledgement (statement),
    digest          BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (acknowledgement, digest)
) STRICT;
CREATE INDEX accepted_by_digest ON accepted (digest);

CREATE TABLE feedback (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    report    BLOB NOT NULL CHECK (length(report) = 32),
    observer  BLOB NOT NULL,
    audience  TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_by_report ON feedback (report);

-- Something that arrived and was not taken, kept as it came: evidence, or work for a newer program.
CREATE TABLE set_aside (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    signer BLOB,                                                     -- as claimed
    reason TEXT NOT NULL,
    bytes  BLOB NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    bytes  BLOB NOT NULL,
    stored TEXT NOT NULL
) STRICT;

CREATE TABLE attached (
    report     BLOB NOT NULL REFERENCES report (statement),
    attachment BLOB NOT NULL,                                        -- its bytes may come later
    PRIMARY KEY (report, attachment)
) STRICT;

CREATE TABLE draft (
    id         TEXT PRIMARY KEY,
    begun      TEXT NOT NULL,
    supersedes TEXT
) STRICT;

-- One row a field, written as soon as the field is left, so a power cut costs at most the field being typed.
CREATE TABLE draft_field (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,                                             -- JSON
    saved TEXT NOT NULL,
    PRIMARY KEY (draft, field)
) STRICT;

-- Packets made here, kept until the cell has acknowledged what rides in them.
CREATE TABLE packet (
    digest    BLOB PRIMARY KEY CHECK (length(digest) = 32),
    addressee TEXT NOT NULL,
    urgency   INTEGER NOT NULL,                                      -- place in the list of precedences
    bytes     BLOB NOT NULL,
    made      TEXT NOT NULL
) STRICT;

-- What rides in a packet made here: statements, attachments, slots, by digest.
CREATE TABLE rides (
    packet BLOB NOT NULL REFERENCES packet (digest),
    item   BLOB NOT NULL CHECK (length(item) = 32),
    PRIMARY KEY (packet, item)
) STRICT;
CREATE INDEX rides_by_item ON rides (item);

-- Each time a packet was handed to a road.
CREATE TABLE carried (
    packet BLOB NOT NULL REFERENCES packet (digest),
    road   TEXT NOT NULL,                                            -- 'relay' or 'folder'
    at     TEXT NOT NULL,
    PRIMARY KEY (packet, road)
) STRICT;

CREATE TABLE receipt (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    packet    BLOB NOT NULL REFERENCES packet (digest),
    log_index INTEGER NOT NULL,
    received  TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_by_packet ON receipt (packet);

-- Packets that were read here, so that the same one by another road is told from a new one.
CREATE TABLE arrived (
    packet BLOB PRIMARY KEY CHECK (length(packet) = 32),
    sender BLOB NOT NULL,
    at     TEXT NOT NULL
) STRICT;

-- Integrity slots on their way through a commander, or arrived at the cell.
CREATE TABLE slot (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    bytes  BLOB NOT NULL,
    at     TEXT NOT NULL,
    batch  BLOB                                                      -- the batch that counted it
) STRICT;

-- What a batch claims to bring along in later packets.
CREATE TABLE slots_promised (
    batch BLOB PRIMARY KEY REFERENCES batch (statement),
    count INTEGER NOT NULL,
    root  BLOB NOT NULL
) STRICT;

-- Who did what (Directive (EU) 2016/680, art. 25). Append-only: each entry names the digest of the one before it.
CREATE TABLE custody (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,
    actor     BLOB NOT NULL,
    operation TEXT NOT NULL,
    object    BLOB,                                                  -- digest of a statement or packet
    purpose   TEXT,
    recipient TEXT,
    previous  BLOB NOT NULL CHECK (length(previous) = 32),
    digest    BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
) STRICT;
CREATE TRIGGER custody_is_not_altered BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER custody_is_not_erased  BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- The facts about each report, from which its standing is computed.
CREATE VIEW report_facts AS
SELECT r.statement, r.id, r.author, r.sequence, r.recorded AS filed,
       (SELECT max(x.at) FROM returned x WHERE x.report = r.statement) AS returned,
       EXISTS (SELECT 1 FROM report n WHERE n.supersedes = r.id AND n.author = r.author) AS superseded,
       (SELECT min(v.at) FROM review v WHERE v.report = r.statement) AS reviewed,
       (SELECT min(b.at) FROM batched i JOIN batch b ON b.statement = i.batch WHERE i.report = r.statement) AS forwarded,
       (SELECT min(c.received) FROM batched i JOIN rides p ON p.item = i.batch
          JOIN receipt c ON c.packet = p.packet WHERE i.report = r.statement) AS received,
       (SELECT min(a.at) FROM accepted i JOIN acknowledgement a ON a.statement = i.acknowledgement
         WHERE i.digest = r.statement) AS acknowledged,
       (SELECT max(f.at) FROM feedback f WHERE f.report = r.statement) AS answered,
       (SELECT min(c.at) FROM rides p JOIN carried c ON c.packet = p.packet WHERE p.item = r.statement) AS handed_over
  FROM report r;
