-- How far a packet made here has come on a road that takes it in parts, and what stopped it last. The row goes when the
-- road has all of it.
CREATE TABLE under_way (
    packet   BLOB NOT NULL REFERENCES packet (digest),
    road     TEXT NOT NULL,                                          -- 'relay' or 'folder'
    held     INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),           -- bytes known to last at the other end
    tries    INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tried    TEXT NOT NULL,                                          -- when it was last begun or went on
    trouble  TEXT,                                                   -- what stopped it last, by its code
    next_try TEXT,                                                   -- when it goes on by itself
    PRIMARY KEY (packet, road)
) STRICT;

-- A packet that has come in part, sealed as it is. The pieces go when it is read.
CREATE TABLE coming (
    packet BLOB NOT NULL CHECK (length(packet) = 32),
    place  INTEGER NOT NULL CHECK (place >= 0),                      -- of its first byte
    bytes  BLOB NOT NULL,
    at     TEXT NOT NULL,
    PRIMARY KEY (packet, place)
) STRICT;

-- Folders and sticks that packets were exchanged by, so that a later exchange finds them by itself.
CREATE TABLE known_folder (
    path TEXT PRIMARY KEY,
    used TEXT NOT NULL
) STRICT;
