-- Packets at the relay that could not be read here. None is fetched again while nothing has changed that could mend it: on
-- a poor line one large packet that nobody can open would take every contact there is.
CREATE TABLE unread (
    packet     BLOB PRIMARY KEY CHECK (length(packet) = 32),
    why        TEXT NOT NULL,
    epoch      INTEGER NOT NULL CHECK (epoch >= 0),                  -- of the roster in force when it was tried
    amendments INTEGER NOT NULL CHECK (amendments >= 0),             -- how many amended it then
    program    TEXT NOT NULL,                                        -- the version of the program that tried
    at         TEXT NOT NULL
) STRICT;
