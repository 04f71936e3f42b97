-- What findings are judged by beside the records: settings, where the law leaves a number to the province or the
-- bureau; and findings that a person has set aside, which stay listed as such.
CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,  -- what it rests on: a notice, a decision
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_name ON setting (name);

CREATE TABLE silencing (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind = 'waived' OR kind = 'out_of_service' OR kind = 'appeal'),
    rule TEXT,  -- its id; none: all of the bus
    registration_number TEXT NOT NULL,
    from_on TEXT NOT NULL CHECK (from_on = date(from_on)),
    until_on TEXT NOT NULL CHECK (until_on = date(until_on) AND until_on >= from_on),
    reason TEXT NOT NULL,
    given_by TEXT NOT NULL,
    given_at TEXT NOT NULL
) STRICT;
