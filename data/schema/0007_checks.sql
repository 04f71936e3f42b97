-- Joint checks: what was found of each vehicle, and what followed from it.

-- One vehicle at one check (a team on a day). Without answers but those of the desk it was expected and nobody said
-- more yet.
CREATE TABLE checked_vehicle (
    id INTEGER PRIMARY KEY,
    check_number TEXT NOT NULL,  -- 20261125-1
    vehicle TEXT NOT NULL,       -- canonical registration number, or words for one that has none
    held_on TEXT NOT NULL CHECK (held_on = date(held_on)),
    source_file INTEGER REFERENCES source_file (id),  -- none: typed by hand
    source_row INTEGER
) STRICT;
CREATE UNIQUE INDEX checked_vehicle_key ON checked_vehicle (check_number, vehicle);

-- Answers by the names of their questions, in canonical form: words, ISO dates, times, numbers.
CREATE TABLE check_answer (
    checked_vehicle_id INTEGER NOT NULL REFERENCES checked_vehicle (id),
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (checked_vehicle_id, question)
) STRICT, WITHOUT ROWID;

-- What followed: a case, a hand-over, a correction on the spot, or that a flag was found not to be so.
CREATE TABLE check_outcome (
    checked_vehicle_id INTEGER NOT NULL REFERENCES checked_vehicle (id),
    n INTEGER NOT NULL,
    found TEXT NOT NULL,  -- id of the rule
    way TEXT NOT NULL CHECK (way IN ('case', 'hand_over', 'corrected', 'cleared')),
    reference TEXT,       -- number of the case or of the hand-over
    PRIMARY KEY (checked_vehicle_id, n)
) STRICT, WITHOUT ROWID;
