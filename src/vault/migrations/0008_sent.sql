-- What a line was last seen to do, for each relay by its address: to reckon with, and nothing that lasts.
CREATE TABLE measured_line (
    relay      TEXT PRIMARY KEY,
    bits       INTEGER NOT NULL CHECK (bits > 0),                    -- a second
    round_trip INTEGER NOT NULL CHECK (round_trip >= 0),             -- milliseconds
    at         TEXT NOT NULL
) STRICT;

-- How many bytes an attachment takes under a seal of its own. It follows from the attachment, and takes long to find.
CREATE TABLE sealed_alone (
    attachment BLOB PRIMARY KEY CHECK (length(attachment) = 32),
    plain      INTEGER NOT NULL CHECK (plain > 0)
) STRICT;
