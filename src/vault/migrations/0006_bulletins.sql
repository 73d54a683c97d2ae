-- What the cell tells everybody of some contingents. The words stand in the signed statement.
CREATE TABLE bulletin (
    statement  BLOB PRIMARY KEY REFERENCES statement (digest),
    signer     BLOB NOT NULL CHECK (length(signer) = 16),
    number     INTEGER NOT NULL CHECK (number > 0),                  -- among those of its signer
    issued     TEXT NOT NULL,
    until      TEXT NOT NULL,
    supersedes BLOB                                                  -- the bulletin it replaces, which may not be here
) STRICT;
CREATE INDEX bulletin_by_number ON bulletin (signer, number);
CREATE INDEX bulletin_by_replacement ON bulletin (supersedes) WHERE supersedes IS NOT NULL;

-- Whom a bulletin concerns; without a row, every contingent.
CREATE TABLE concerned (
    bulletin   BLOB NOT NULL REFERENCES bulletin (statement),
    contingent TEXT NOT NULL,
    PRIMARY KEY (bulletin, contingent)
) STRICT;

-- Members whose own packet came here by the relay: they have a line. Whoever has none is not sent bulletins over it.
CREATE TABLE met_on_line (
    member BLOB PRIMARY KEY CHECK (length(member) = 16),
    since  TEXT NOT NULL
) STRICT;

-- Packets made here that carry nothing but bulletins, to somebody who had no line then.
CREATE TABLE by_hand (
    packet BLOB PRIMARY KEY REFERENCES packet (digest)
) STRICT;

-- Packets of bulletins of which none is in force any more: no road is offered them again.
CREATE TABLE lapsed (
    packet BLOB PRIMARY KEY REFERENCES packet (digest),
    at     TEXT NOT NULL
) STRICT;

-- What goes to one of hundreds, without looking at what goes to all of them.
CREATE INDEX IF NOT EXISTS packet_by_addressee ON packet (addressee);
