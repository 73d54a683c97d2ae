-- The newest tally of an observer is one step into this, and so is whether one that says the same is here, however many he
-- signed.
DROP INDEX tally_by_observer;
CREATE INDEX tally_by_observer ON tally (observer, filed DESC, at DESC, statement);
CREATE INDEX tally_by_claim ON tally (observer, filed, head);

-- Of the reports under one number a few are kept whole. Of any further one it is kept that it was signed, and no more:
-- a thousand histories prove nothing that three do not.
CREATE TABLE further_rival (
    digest   BLOB PRIMARY KEY CHECK (length(digest) = 32),
    author   BLOB NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0)
) STRICT;
CREATE INDEX further_rival_by_author ON further_rival (author, sequence);
