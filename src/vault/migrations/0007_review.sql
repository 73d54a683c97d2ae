-- What a report can be compared with others by, and what else a commander's list shows of it. All of it follows from the
-- signed statement, which never changes; a row that is missing is made from it.
CREATE TABLE marks (
    report    BLOB PRIMARY KEY REFERENCES report (statement),
    listed    TEXT NOT NULL,                                         -- plates, numbers, names as compared, one a line
    latitude  REAL,
    longitude REAL,
    error_m   INTEGER,
    facts     BLOB CHECK (facts IS NULL OR length(facts) = 32),      -- SHA-256 of the folded facts
    minors    INTEGER NOT NULL CHECK (minors IN (0, 1))
) STRICT;

-- Reviews that no longer count, though they stay as they were signed: taken back, or replaced by a later one, before
-- anybody else had them.
CREATE TABLE review_ended (
    review BLOB PRIMARY KEY REFERENCES review (statement),
    at     TEXT NOT NULL
) STRICT;

-- The report that a review says tells the same sighting.
ALTER TABLE review ADD COLUMN duplicate_of BLOB CHECK (duplicate_of IS NULL OR length(duplicate_of) = 32);
CREATE INDEX review_by_duplicate ON review (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What the clock of this desk showed last when somebody looked.
CREATE TABLE clock_showed (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at  TEXT NOT NULL
) STRICT;

-- Each time that clock was found set back, and by how many seconds.
CREATE TABLE clock_set_back (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    showed  TEXT NOT NULL,                                           -- the last before
    shows   TEXT NOT NULL,                                           -- the first since
    seconds INTEGER NOT NULL CHECK (seconds > 0)
) STRICT;

-- The reports that were owed then: their time went on, so they go that much earlier by the new showing.
CREATE TABLE owed_when_set_back (
    report   BLOB NOT NULL REFERENCES report (statement),
    set_back INTEGER NOT NULL REFERENCES clock_set_back (number),
    PRIMARY KEY (report, set_back)
) STRICT;

-- As before, but for reviews that no longer count.
DROP VIEW report_facts;
CREATE VIEW report_facts AS
SELECT r.statement, r.id, r.author, r.sequence, r.recorded AS filed,
       (SELECT max(x.at) FROM returned x WHERE x.report = r.statement) AS returned,
       EXISTS (SELECT 1 FROM report n WHERE n.supersedes = r.id AND n.author = r.author) AS superseded,
       (SELECT min(v.at) FROM review v WHERE v.report = r.statement
           AND NOT EXISTS (SELECT 1 FROM review_ended WHERE review = v.statement)) AS reviewed,
       (SELECT min(b.at) FROM batched i JOIN batch b ON b.statement = i.batch WHERE i.report = r.statement) AS forwarded,
       (SELECT min(c.received) FROM batched i JOIN rides p ON p.item = i.batch
          JOIN receipt c ON c.packet = p.packet WHERE i.report = r.statement) AS received,
       (SELECT min(a.at) FROM accepted i JOIN acknowledgement a ON a.statement = i.acknowledgement
         WHERE i.digest = r.statement) AS acknowledged,
       (SELECT max(f.at) FROM feedback f WHERE f.report = r.statement) AS answered,
       (SELECT min(c.at) FROM rides p JOIN carried c ON c.packet = p.packet WHERE p.item = r.statement) AS handed_over
  FROM report r;
