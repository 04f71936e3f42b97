-- Records that disagree, and what people decided about them.

-- A file changed a record that another county's file had given last. The record holds what the later file says; here
-- stands what it held before, until a person has decided (settlement of the conflict other_county:<id>).
CREATE TABLE contested (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,       -- the record's table
    record INTEGER NOT NULL,  -- its id there
    source_file INTEGER REFERENCES source_file (id),  -- that gave it before
    source_row INTEGER,
    by_source_file INTEGER NOT NULL REFERENCES source_file (id),  -- that changed it
    by_source_row INTEGER NOT NULL
) STRICT;
CREATE INDEX contested_record ON contested (kind, record);

-- The fields that were changed, each as its column held it before; of a personal one the row of table person.
CREATE TABLE contested_value (
    contested_id INTEGER NOT NULL REFERENCES contested (id),
    n INTEGER NOT NULL,
    field TEXT NOT NULL,
    held ANY,
    PRIMARY KEY (contested_id, n)
) STRICT, WITHOUT ROWID;

-- What was decided. It holds while the records are as `evidence` has them; the last one of a conflict counts.
CREATE TABLE settlement (
    id INTEGER PRIMARY KEY,
    conflict TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('kept_first', 'kept_second', 'both_right')),
    evidence TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_conflict ON settlement (conflict);
