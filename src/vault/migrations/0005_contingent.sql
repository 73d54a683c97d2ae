-- What amends the roster between two of them, in the order in which it was judged here: a commander vouches for an
-- observer, or a member's keys are void. Each was judged once, when it arrived; none is ever taken back.
CREATE TABLE amendment (
    number    INTEGER PRIMARY KEY,
    statement BLOB NOT NULL UNIQUE REFERENCES statement (digest),
    kind      TEXT NOT NULL CHECK (kind IN ('membership', 'revocation')),
    member    BLOB NOT NULL CHECK (length(member) = 16)              -- whom it is about
) STRICT;
CREATE INDEX amendment_by_member ON amendment (member, kind);

-- Which of them the relay is known to hold.
CREATE TABLE amendment_at_relay (
    statement BLOB PRIMARY KEY REFERENCES statement (digest),
    at        TEXT NOT NULL
) STRICT;

-- How far the relay's own list of them was read.
CREATE TABLE amendments_heard (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    up_to INTEGER NOT NULL CHECK (up_to >= 0)
) STRICT;
