-- Photos of waters. What a file holds lies in attachment_content, as that of the files of cases.
CREATE TABLE water_photo (
    id INTEGER PRIMARY KEY,
    water TEXT NOT NULL,  -- its code
    name TEXT NOT NULL,   -- of the file, without folders
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    taken_on TEXT CHECK (taken_on = date(taken_on)),
    note TEXT,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    retired_at TEXT  -- taken out of use; its history stays
) STRICT;
CREATE INDEX water_photo_water ON water_photo (water);
