-- What amends the roster between two of them: memberships and revocations, in the order in which they were judged here.
CREATE TABLE amendments (
    number  INTEGER PRIMARY KEY CHECK (number > 0),
    sha256  BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32), -- of the statement
    carrier BLOB NOT NULL CHECK (length(carrier) = 16), -- who brought it; he need not be told of it
    bytes   BLOB NOT NULL -- as it was signed
) STRICT;

CREATE TRIGGER amendments_stay BEFORE DELETE ON amendments BEGIN SELECT RAISE(ABORT, 'no word is taken back'); END;
CREATE TRIGGER amendments_stand BEFORE UPDATE ON amendments BEGIN SELECT RAISE(ABORT, 'no word is rewritten'); END;
