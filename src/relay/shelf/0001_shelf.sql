-- The relay's shelf. Facts are added, never changed: triggers at the end hold that. Numbered files are never edited;
-- a change is a new file.

CREATE TABLE realm (
    one INTEGER PRIMARY KEY CHECK (one = 1), -- a shelf serves one realm only: an exercise never mixes with the live one
    id  BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE packets (
    log_index  INTEGER PRIMARY KEY CHECK (log_index >= 0), -- place in the log: 0, 1, 2 and so on, without gaps
    sha256     BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32), -- of the whole packet: its name
    addressee  TEXT NOT NULL, -- 'member:…' or 'role:…', as the label has it
    sender     BLOB NOT NULL CHECK (length(sender) = 16), -- who signed the label
    carrier    BLOB NOT NULL CHECK (length(carrier) = 16), -- who brought it; often the sender himself
    precedence TEXT NOT NULL, -- its code, as the label has it
    size       INTEGER NOT NULL CHECK (size > 0) -- of the whole packet, in bytes
) STRICT;

-- Apart from the facts above, so that looking through those never drags sealed bytes along.
CREATE TABLE contents (
    log_index INTEGER PRIMARY KEY REFERENCES packets (log_index),
    bytes     BLOB NOT NULL -- the whole packet, as it came
) STRICT;

CREATE TABLE receipts (
    log_index INTEGER PRIMARY KEY REFERENCES packets (log_index),
    statement BLOB NOT NULL -- as it was first given; the same packet always gets these bytes
) STRICT;

-- Addressees who have said, in a signed statement, that they hold the packet durably.
CREATE TABLE collections (
    log_index INTEGER NOT NULL REFERENCES packets (log_index),
    member    BLOB NOT NULL CHECK (length(member) = 16),
    statement BLOB NOT NULL,
    PRIMARY KEY (log_index, member)
) STRICT, WITHOUT ROWID;

-- What still waits for somebody: kept apart so that a listing reads what waits and not all that ever came. It follows
-- from packets and collections and is the only table rows are taken from.
CREATE TABLE waiting (
    addressee TEXT NOT NULL,
    place     INTEGER NOT NULL, -- most urgent first, then oldest first; see Place
    log_index INTEGER NOT NULL UNIQUE REFERENCES packets (log_index),
    PRIMARY KEY (addressee, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE rosters (
    epoch INTEGER PRIMARY KEY, -- a roster of this epoch or a lower one is never taken again
    bytes BLOB NOT NULL -- signed by the authorities
) STRICT;

CREATE TRIGGER packets_stay BEFORE DELETE ON packets BEGIN SELECT RAISE(ABORT, 'the log keeps every packet'); END;
CREATE TRIGGER packets_stand BEFORE UPDATE ON packets BEGIN SELECT RAISE(ABORT, 'the log is not rewritten'); END;
CREATE TRIGGER contents_stand BEFORE UPDATE ON contents BEGIN SELECT RAISE(ABORT, 'a packet is not rewritten'); END;
CREATE TRIGGER receipts_stay BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt is not taken back'); END;
CREATE TRIGGER receipts_stand BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt is not rewritten'); END;
CREATE TRIGGER rosters_stay BEFORE DELETE ON rosters BEGIN SELECT RAISE(ABORT, 'an epoch is not forgotten'); END;
CREATE TRIGGER rosters_stand BEFORE UPDATE ON rosters BEGIN SELECT RAISE(ABORT, 'a roster is not rewritten'); END;
