-- What a commander began to say of a report and did not sign: his own, to be gone on with. It goes with his signature, or
-- with the report.
CREATE TABLE begun_review (
    report      BLOB PRIMARY KEY REFERENCES report (statement),
    grade       TEXT NOT NULL,
    handling    TEXT NOT NULL,
    restriction TEXT NOT NULL,
    caveats     TEXT NOT NULL,                                       -- their codes, one a line
    precedence  TEXT NOT NULL,
    marking     TEXT NOT NULL,
    comment     TEXT NOT NULL,
    told        TEXT NOT NULL,
    told_who    TEXT NOT NULL,
    acted       TEXT NOT NULL,
    repeats     BLOB CHECK (repeats IS NULL OR length(repeats) = 32),
    saved       TEXT NOT NULL
) STRICT;
