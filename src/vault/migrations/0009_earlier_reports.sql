-- Reports of the devices this one stands for, as a commander or the cell named them with the answers to them. The reports
-- themselves are not here.
CREATE TABLE earlier_report (
    report    BLOB PRIMARY KEY CHECK (length(report) = 32),
    earlier   BLOB NOT NULL CHECK (length(earlier) = 16),            -- the device that filed it
    number    INTEGER NOT NULL CHECK (number > 0),                   -- its number there
    filed     TEXT NOT NULL,                                         -- by the clock of that device
    statement BLOB NOT NULL REFERENCES statement (digest)
) STRICT;

-- A report among them that was given back for completion.
CREATE TABLE returned_earlier (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    report    BLOB NOT NULL REFERENCES earlier_report (report),
    reason    TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;
