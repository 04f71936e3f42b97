-- Cases in full (their states and steps, addressees, attachments), and the joint mechanism: contacts, meetings,
-- assignments, hand-overs.
ALTER TABLE supervision_case ADD COLUMN matter TEXT;   -- of a case made by hand: what it is about
ALTER TABLE supervision_case ADD COLUMN sent_on TEXT CHECK (sent_on = date(sent_on));  -- the last letter's day
ALTER TABLE supervision_case ADD COLUMN item TEXT;     -- entry of the task ledger
ALTER TABLE supervision_case ADD COLUMN meeting TEXT;  -- number of the meeting that decided on it
ALTER TABLE case_rule ADD COLUMN added_on TEXT CHECK (added_on = date(added_on));  -- joined an open case on this day
ALTER TABLE case_event ADD COLUMN on_date TEXT CHECK (on_date = date(on_date));    -- the day of the step; `at` is when it was written down
ALTER TABLE case_event ADD COLUMN due_on TEXT CHECK (due_on = date(due_on));       -- the deadline that the step set
ALTER TABLE case_event ADD COLUMN document TEXT;       -- number of the letter, the reply or the joint check
ALTER TABLE case_event ADD COLUMN stands TEXT CHECK (stands IN ('yes', 'no'));     -- whether its findings stood, where that was judged
ALTER TABLE plan_item ADD COLUMN proves TEXT;

-- Whom a case is addressed to.
CREATE TABLE case_addressee (
    case_id INTEGER NOT NULL REFERENCES supervision_case (id),
    n INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('to', 'copy')),
    name TEXT NOT NULL,  -- as a letter has it: 洮南市公安局交通警察大队
    PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;

-- Files that came with a step; what they hold lies in attachment_content.
CREATE TABLE case_attachment (
    case_id INTEGER NOT NULL REFERENCES supervision_case (id),
    n INTEGER NOT NULL,
    event INTEGER NOT NULL,  -- n of the step
    name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;

-- The files themselves, each once, under the hash of its bytes. Not recorded: only their arrival is a change.
CREATE TABLE attachment_content (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    packed BLOB NOT NULL  -- zstd
) STRICT;

-- 联系人
CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    "department" TEXT NOT NULL
        CHECK ("department" = 'education' OR "department" = 'police_traffic' OR "department" = 'transport' OR
               "department" = 'government' OR "department" = 'operator' OR "department" = 'road_owner' OR
               "department" = 'water_affairs' OR "department" = 'township' OR "department" = 'agriculture' OR
               "department" = 'water_owner'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "unit" TEXT NOT NULL,
    "post" TEXT,
    "name" INTEGER REFERENCES person (id),
    "phone" INTEGER REFERENCES person (id),
    "note" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX contact_key ON contact ("unit", ifnull("post", ''))
    WHERE retired_at IS NULL;

-- 会议
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" = 'joint' OR "kind" = 'on_site' OR "kind" = 'dispatch' OR "kind" = 'other'),
    "held_on" TEXT NOT NULL CHECK ("held_on" IS date("held_on") OR "held_on" = 'none'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "place" TEXT,
    "chair" TEXT,
    "present" TEXT,
    "absent" TEXT,
    "agreed" TEXT,
    "minutes" TEXT,
    "items" TEXT,
    "cases" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_key ON meeting ("number")
    WHERE retired_at IS NULL;

-- 交办事项
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    "number" TEXT NOT NULL,
    "meeting" TEXT,
    "item" TEXT,
    "case" TEXT,
    "department" TEXT NOT NULL
        CHECK ("department" = 'education' OR "department" = 'police_traffic' OR "department" = 'transport' OR
               "department" = 'government' OR "department" = 'operator' OR "department" = 'road_owner' OR
               "department" = 'water_affairs' OR "department" = 'township' OR "department" = 'agriculture' OR
               "department" = 'water_owner'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "what" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" IS date("due_on") OR "due_on" = 'none'),
    "done_on" TEXT CHECK ("done_on" IS date("done_on") OR "done_on" = 'none'),
    "result" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX assignment_key ON assignment ("number")
    WHERE retired_at IS NULL;

-- 移交
CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    "number" TEXT NOT NULL,
    "case" TEXT,
    "from" TEXT NOT NULL
        CHECK ("from" = 'education' OR "from" = 'police_traffic' OR "from" = 'transport' OR "from" = 'government' OR
               "from" = 'operator' OR "from" = 'road_owner' OR "from" = 'water_affairs' OR "from" = 'township' OR
               "from" = 'agriculture' OR "from" = 'water_owner'),
    "to" TEXT NOT NULL
        CHECK ("to" = 'education' OR "to" = 'police_traffic' OR "to" = 'transport' OR "to" = 'government' OR
               "to" = 'operator' OR "to" = 'road_owner' OR "to" = 'water_affairs' OR "to" = 'township' OR
               "to" = 'agriculture' OR "to" = 'water_owner'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "what" TEXT NOT NULL,
    "handed_on" TEXT NOT NULL CHECK ("handed_on" IS date("handed_on") OR "handed_on" = 'none'),
    "received_on" TEXT CHECK ("received_on" IS date("received_on") OR "received_on" = 'none'),
    "receipt" TEXT,
    "note" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX handover_key ON handover ("number")
    WHERE retired_at IS NULL;

-- More words for the state of a case and for its steps. A CHECK may be widened in place, because no row on the disk
-- changes by it: https://www.sqlite.org/lang_altertable.html, section 7. It comes last: adding a column counts on the
-- text of the table as it was read. Resetting reads it anew; other connections see the schema's new number.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (state IN (''open'', ''replied'', ''closed''))',
    'CHECK (state = ''open'' OR state = ''sent'' OR state = ''replied'' OR state = ''verified'' OR state = ''closed'' OR
            state = ''cancelled'')')
    WHERE type = 'table' AND name = 'supervision_case';
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (what IN (''opened'', ''replied'', ''closed''))',
    'CHECK (what = ''opened'' OR what = ''finding_added'' OR what = ''sent'' OR what = ''reminded'' OR
            what = ''urged'' OR what = ''escalated'' OR what = ''replied'' OR what = ''noted'' OR what = ''extended'' OR
            what = ''verified'' OR what = ''closed'' OR what = ''reopened'' OR what = ''cancelled'')')
    WHERE type = 'table' AND name = 'case_event';
PRAGMA writable_schema = RESET;
