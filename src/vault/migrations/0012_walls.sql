-- A batch is known by its digest. The name that its commander gave it is his word alone: whoever gives one twice is told
-- of, and stops nobody's reports. The tables are made anew because a UNIQUE cannot be taken off.
PRAGMA legacy_alter_table = ON;                                      -- no view is looked into while they change places
CREATE TABLE batch_anew (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    id        TEXT NOT NULL,                                         -- as claimed
    commander BLOB NOT NULL,
    at        TEXT NOT NULL
) STRICT;
INSERT INTO batch_anew SELECT statement, id, commander, at FROM batch;
CREATE TABLE batched_anew (
    batch  BLOB NOT NULL REFERENCES batch_anew (statement),
    report BLOB NOT NULL,                                            -- may be missing, and that shows
    PRIMARY KEY (batch, report)
) STRICT;
INSERT INTO batched_anew SELECT batch, report FROM batched;
CREATE TABLE slots_promised_anew (
    batch BLOB PRIMARY KEY REFERENCES batch_anew (statement),
    count INTEGER NOT NULL,
    root  BLOB NOT NULL
) STRICT;
INSERT INTO slots_promised_anew SELECT batch, count, root FROM slots_promised;
DROP TABLE slots_promised;
DROP TABLE batched;
DROP TABLE batch;
ALTER TABLE batch_anew RENAME TO batch;
ALTER TABLE batched_anew RENAME TO batched;
ALTER TABLE slots_promised_anew RENAME TO slots_promised;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX batched_by_report ON batched (report);
CREATE INDEX batch_by_name ON batch (commander, id);

-- Who brought a slot: what one brings is never counted for another. Empty: it came before this was kept.
CREATE TABLE slot_brought (
    slot   BLOB NOT NULL REFERENCES slot (digest),
    sender BLOB NOT NULL,
    PRIMARY KEY (slot, sender)
) STRICT, WITHOUT ROWID;
INSERT INTO slot_brought SELECT digest, x'' FROM slot;
CREATE INDEX slot_brought_by_sender ON slot_brought (sender);

-- Who brought what was set aside (empty: the relay's own list, or before this was kept), the report it speaks of, and
-- which program could not take it.
ALTER TABLE set_aside ADD COLUMN sender BLOB NOT NULL DEFAULT x'';
ALTER TABLE set_aside ADD COLUMN about BLOB CHECK (about IS NULL OR length(about) = 32);
ALTER TABLE set_aside ADD COLUMN program TEXT NOT NULL DEFAULT '';
CREATE INDEX set_aside_by_reason ON set_aside (reason, signer);
CREATE INDEX set_aside_by_report ON set_aside (about) WHERE about IS NOT NULL;

-- How much of one sender's is set aside, and how much more of his was not kept.
CREATE TABLE aside_of (
    sender BLOB PRIMARY KEY,
    held   INTEGER NOT NULL DEFAULT 0,
    bytes  INTEGER NOT NULL DEFAULT 0,
    more   INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO aside_of (sender, held, bytes)
SELECT sender, count(*), sum(length(bytes)) FROM set_aside GROUP BY sender;
CREATE TRIGGER set_aside_is_counted AFTER INSERT ON set_aside BEGIN
    INSERT INTO aside_of (sender, held, bytes) VALUES (new.sender, 1, length(new.bytes))
    ON CONFLICT (sender) DO UPDATE SET held = held + 1, bytes = bytes + length(new.bytes);
END;
CREATE TRIGGER set_aside_is_counted_off AFTER DELETE ON set_aside BEGIN
    UPDATE aside_of SET held = held - 1, bytes = bytes - length(old.bytes) WHERE sender = old.sender;
END;

-- By which people in force, and by which program, everything set aside was judged last.
CREATE TABLE aside_judged (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    epoch      INTEGER NOT NULL,
    amendments INTEGER NOT NULL,                                     -- the number of the last one
    program    TEXT NOT NULL
) STRICT;

-- Who can open a packet made here for everybody of a role.
CREATE TABLE sealed_to (
    packet BLOB NOT NULL REFERENCES packet (digest),
    member BLOB NOT NULL CHECK (length(member) = 16),
    PRIMARY KEY (packet, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_to_member ON sealed_to (member);
