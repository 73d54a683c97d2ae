-- A verified report whose number another report here carries already: two histories by one author. Both are kept whole;
-- which of them came first says nothing about which is true, so neither is acknowledged while the other is here.
CREATE TABLE rival (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    author    BLOB NOT NULL,
    sequence  INTEGER NOT NULL CHECK (sequence > 0),
    previous  BLOB,
    received  TEXT NOT NULL
) STRICT;
CREATE INDEX rival_by_author ON rival (author, sequence);

-- What an acknowledgement refuses, and why.
CREATE TABLE refused (
    acknowledgement BLOB NOT NULL REFERENCES acknowledgement (statement),
    digest          BLOB NOT NULL CHECK (length(digest) = 32),
    reason          TEXT NOT NULL,
    PRIMARY KEY (acknowledgement, digest)
) STRICT;
CREATE INDEX refused_by_digest ON refused (digest);

-- When a roster that was put in force here first named a member in good standing: since when his silence counts.
CREATE TABLE named (
    member BLOB PRIMARY KEY CHECK (length(member) = 16),
    since  TEXT NOT NULL
) STRICT;

-- When an observer was last heard of, without reading all he ever filed.
CREATE INDEX report_by_arrival ON report (author, received);
