-- What a person chose at this desk. A name or a value that this program does not know was written by a newer one, and
-- counts as not chosen.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Which answers the person has looked at.
CREATE TABLE seen (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    at        TEXT NOT NULL
) STRICT;

-- What a list shows of a report, so that ten thousand are listed without reading one. All of it follows from the signed
-- statement, which never changes; a row that is missing is made from it.
CREATE TABLE summary (
    report        BLOB PRIMARY KEY REFERENCES report (statement),
    observed_from TEXT NOT NULL,
    observed_to   TEXT NOT NULL,
    time_precision TEXT NOT NULL,
    place_words   TEXT,
    grid          TEXT,
    latitude      REAL,
    longitude     REAL,
    indicators    TEXT NOT NULL,                                     -- their ids, a space between
    just_odd      INTEGER NOT NULL CHECK (just_odd IN (0, 1)),
    opening       TEXT                                               -- how the facts begin
) STRICT;
