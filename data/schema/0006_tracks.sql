-- Recorded tracks by the million: immutable blocks of positions of one vehicle, named by the hash of what they hold.
-- A point that a later block holds too (same vehicle, same second) is as the later block has it.
CREATE TABLE track_block (
    id INTEGER PRIMARY KEY,
    registration_number TEXT NOT NULL,
    first_at TEXT NOT NULL CHECK (first_at IS strftime('%Y-%m-%dT%H:%M:%S', first_at)),
    last_at TEXT NOT NULL CHECK (last_at IS strftime('%Y-%m-%dT%H:%M:%S', last_at) AND last_at >= first_at),
    points INTEGER NOT NULL CHECK (points > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    source_file INTEGER NOT NULL REFERENCES source_file (id)
) STRICT;
CREATE INDEX track_block_of ON track_block (registration_number, first_at);

-- What the blocks hold, each once. Not recorded: only their arrival is a change.
CREATE TABLE track_content (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    packed BLOB NOT NULL  -- zstd
) STRICT;
