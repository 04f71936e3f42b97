-- What a person once said of headers that the program does not know, for the next file with the same headers. How files
-- are read is no fact about a record: the log does not record it, and undoing an import does not forget it.
CREATE TABLE remembered_header (
    headers TEXT NOT NULL,  -- SHA-256 of all headers of the table, in the form in which they are compared
    header TEXT NOT NULL,   -- one of them, with its groups before it
    kind TEXT NOT NULL,     -- plural key
    key TEXT NOT NULL,      -- of the field; empty: left out on purpose
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    PRIMARY KEY (headers, header)
) STRICT, WITHOUT ROWID;
