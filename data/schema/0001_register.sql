-- The register's first schema: its own facts, the log of changes, people, sources, the region, all kinds of records
-- (formats.md section 1), and cases. Recorded tables only ever gain columns at the end and have no generated columns:
-- the log's changesets name columns by their place. A CHECK of words is an OR: a long IN builds a table of its own for
-- each row written, which cost a third of an import, and a short one reads every text as a number first.
-- A date is compared by IS: of a text that is none date() answers NULL, which a CHECK lets pass. (It takes 31 days of any
-- month; the program knows better.)
PRAGMA application_id = 0x5869616f;  -- "Xiao"

-- Facts about the register itself: id, name, demonstration, desk, created_at, secret_check. Not recorded by the log.
CREATE TABLE register_info (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last id given out in each table, so that no id ever names two records. Not recorded.
CREATE TABLE id_counter (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log. Each hash is taken over the one before it and every other column of its row; the first over register_info.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    reason TEXT NOT NULL,
    undoes INTEGER REFERENCES change (id),
    schema_version INTEGER NOT NULL,
    file TEXT NOT NULL,
    touched INTEGER NOT NULL,
    changeset BLOB NOT NULL,  -- a format byte (0 plain, 1 zstd), then the session's changeset
    hash BLOB NOT NULL
) STRICT;

-- Personal texts, each sealed under a key of its own. Licence numbers have one row wherever they stand (shared = 1);
-- a name or phone has one row for each record and field.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    digest BLOB NOT NULL,  -- keyed hash, by which equal texts are found
    sealed BLOB NOT NULL   -- ciphertext, bound to the digest
) STRICT;
CREATE UNIQUE INDEX person_shared ON person (digest) WHERE shared = 1;

-- The keys of those texts, wrapped under the register's secret. Not recorded: erasing one erases its text from all
-- history.
CREATE TABLE person_key (
    person INTEGER PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE source_file (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sheet TEXT,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;

-- The region, written once when the register is made.
CREATE TABLE region (
    code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    west REAL NOT NULL,
    south REAL NOT NULL,
    east REAL NOT NULL,
    north REAL NOT NULL
) STRICT;

CREATE TABLE county (
    n INTEGER PRIMARY KEY,  -- in the order in which the city lists them
    adcode TEXT NOT NULL UNIQUE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    label_lon REAL NOT NULL,
    label_lat REAL NOT NULL
) STRICT;

CREATE TABLE map_layer (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    licence TEXT NOT NULL,
    attribution_zh TEXT NOT NULL,
    attribution_en TEXT NOT NULL,
    geojson BLOB NOT NULL  -- zstd
) STRICT;

CREATE TABLE holiday (
    date TEXT PRIMARY KEY CHECK (date IS date(date)),
    off INTEGER NOT NULL CHECK (off IN (0, 1)),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE plan_item (
    n INTEGER PRIMARY KEY,
    item TEXT NOT NULL UNIQUE,
    section TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    units TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)),
    deadline_zh TEXT NOT NULL
) STRICT;

CREATE TABLE division (
    code TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    county TEXT,
    name TEXT NOT NULL
) STRICT;

-- 学校
CREATE TABLE school (
    id INTEGER PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "county" TEXT NOT NULL CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "township" TEXT,
    "ownership" TEXT CHECK ("ownership" = 'public' OR "ownership" = 'private'),
    "supervised_by" TEXT CHECK ("supervised_by" = 'city' OR "supervised_by" = 'county'),
    "kind" TEXT
        CHECK ("kind" = 'kindergarten' OR "kind" = 'primary' OR "kind" = 'junior' OR "kind" = 'nine_year' OR
               "kind" = 'senior' OR "kind" = 'complete' OR "kind" = 'vocational' OR "kind" = 'special' OR
               "kind" = 'teaching_point' OR "kind" = 'other'),
    "address" TEXT,
    "lon" REAL CHECK ("lon" BETWEEN -180 AND 180),
    "lat" REAL CHECK ("lat" BETWEEN -90 AND 90),
    "pupils" INTEGER CHECK ("pupils" BETWEEN 0 AND 2147483647),
    "boarders" INTEGER CHECK ("boarders" BETWEEN 0 AND 2147483647),
    "riders" INTEGER CHECK ("riders" BETWEEN 0 AND 2147483647),
    "officer" INTEGER REFERENCES person (id),
    "phone" INTEGER REFERENCES person (id),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX school_key ON school ("code")
    WHERE retired_at IS NULL;

-- 校车服务提供者
CREATE TABLE operator (
    id INTEGER PRIMARY KEY,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT
        CHECK ("kind" = 'company' OR "kind" = 'public_bus' OR "kind" = 'school_bus_unit' OR "kind" = 'school' OR
               "kind" = 'individual'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "transport_licence" TEXT,
    "transport_licence_until" TEXT
        CHECK ("transport_licence_until" IS date("transport_licence_until") OR "transport_licence_until" = 'none'),
    "government_purchased" TEXT CHECK ("government_purchased" = 'yes' OR "government_purchased" = 'no'),
    "contact" INTEGER REFERENCES person (id),
    "phone" INTEGER REFERENCES person (id),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX operator_key ON operator ("uscc")
    WHERE retired_at IS NULL;
CREATE INDEX operator_name ON operator ("name") WHERE retired_at IS NULL;

-- 校车
CREATE TABLE bus (
    id INTEGER PRIMARY KEY,
    "registration_number" TEXT NOT NULL,
    "vin" TEXT,
    "operator" TEXT,
    "county" TEXT NOT NULL CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "owner" TEXT,
    "service" TEXT CHECK ("service" = 'school_bus' OR "service" = 'student_bus_line'),
    "use_code" TEXT,
    "body" TEXT CHECK ("body" = 'dedicated' OR "body" = 'adapted'),
    "vehicle_type" TEXT,
    "pupils_served" TEXT
        CHECK ("pupils_served" = 'kindergarten' OR "pupils_served" = 'primary' OR "pupils_served" = 'junior' OR
               "pupils_served" = 'primary_secondary' OR "pupils_served" = 'senior'),
    "seats" INTEGER CHECK ("seats" BETWEEN 0 AND 2147483647),
    "registered_on" TEXT CHECK ("registered_on" IS date("registered_on") OR "registered_on" = 'none'),
    "manufactured_on" TEXT CHECK ("manufactured_on" IS date("manufactured_on") OR "manufactured_on" = 'none'),
    "odometer_km" REAL CHECK ("odometer_km" BETWEEN 0 AND 1e15),
    "last_inspection_on" TEXT
        CHECK ("last_inspection_on" IS date("last_inspection_on") OR "last_inspection_on" = 'none'),
    "inspection_until" TEXT CHECK ("inspection_until" IS date("inspection_until") OR "inspection_until" = 'none'),
    "compulsory_insurance_until" TEXT
        CHECK ("compulsory_insurance_until" IS date("compulsory_insurance_until") OR
               "compulsory_insurance_until" = 'none'),
    "liability_insurance_until" TEXT
        CHECK ("liability_insurance_until" IS date("liability_insurance_until") OR
               "liability_insurance_until" = 'none'),
    "satellite_positioning" TEXT CHECK ("satellite_positioning" = 'yes' OR "satellite_positioning" = 'no'),
    "recorder" TEXT CHECK ("recorder" = 'yes' OR "recorder" = 'no'),
    "extinguisher" TEXT CHECK ("extinguisher" = 'yes' OR "extinguisher" = 'no'),
    "hammer" TEXT CHECK ("hammer" = 'yes' OR "hammer" = 'no'),
    "first_aid" TEXT CHECK ("first_aid" = 'yes' OR "first_aid" = 'no'),
    "lamps" TEXT CHECK ("lamps" = 'yes' OR "lamps" = 'no'),
    "stop_sign" TEXT CHECK ("stop_sign" = 'yes' OR "stop_sign" = 'no'),
    "equipment_until" TEXT CHECK ("equipment_until" IS date("equipment_until") OR "equipment_until" = 'none'),
    "state" TEXT CHECK ("state" = 'in_use' OR "state" = 'suspended' OR "state" = 'deregistered'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX bus_key ON bus ("registration_number")
    WHERE retired_at IS NULL;

-- 校车驾驶人
CREATE TABLE driver (
    id INTEGER PRIMARY KEY,
    "licence_number" INTEGER NOT NULL REFERENCES person (id),
    "name" INTEGER NOT NULL REFERENCES person (id),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "operator" TEXT,
    "licence_class" TEXT,
    "licensed_on" TEXT CHECK ("licensed_on" IS date("licensed_on") OR "licensed_on" = 'none'),
    "licence_until" TEXT CHECK ("licence_until" IS date("licence_until") OR "licence_until" = 'none'),
    "qualified_on" TEXT CHECK ("qualified_on" IS date("qualified_on") OR "qualified_on" = 'none'),
    "withdrawn_on" TEXT CHECK ("withdrawn_on" IS date("withdrawn_on") OR "withdrawn_on" = 'none'),
    "last_review_on" TEXT CHECK ("last_review_on" IS date("last_review_on") OR "last_review_on" = 'none'),
    "born_on" TEXT CHECK ("born_on" IS date("born_on") OR "born_on" = 'none'),
    "phone" INTEGER REFERENCES person (id),
    "record" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX driver_key ON driver ("licence_number")
    WHERE retired_at IS NULL;

-- 校车线路
CREATE TABLE route (
    id INTEGER PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "school" TEXT,
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "direction" TEXT CHECK ("direction" = 'to_school' OR "direction" = 'from_school'),
    "departs_at" TEXT CHECK ("departs_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "arrives_at" TEXT CHECK ("arrives_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "geometry" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX route_key ON route ("code")
    WHERE retired_at IS NULL;

-- 校车站点
CREATE TABLE stop (
    id INTEGER PRIMARY KEY,
    "route" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL CHECK ("sequence" BETWEEN 0 AND 2147483647),
    "name" TEXT,
    "lon" REAL CHECK ("lon" BETWEEN -180 AND 180),
    "lat" REAL CHECK ("lat" BETWEEN -90 AND 90),
    "time" TEXT CHECK ("time" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "boarding" INTEGER CHECK ("boarding" BETWEEN 0 AND 2147483647),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX stop_key ON stop ("route", "sequence")
    WHERE retired_at IS NULL;

-- 校车使用许可
CREATE TABLE permit (
    id INTEGER PRIMARY KEY,
    "number" TEXT,
    "registration_number" TEXT NOT NULL,
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "applied_on" TEXT CHECK ("applied_on" IS date("applied_on") OR "applied_on" = 'none'),
    "accepted_on" TEXT CHECK ("accepted_on" IS date("accepted_on") OR "accepted_on" = 'none'),
    "consulted_on" TEXT CHECK ("consulted_on" IS date("consulted_on") OR "consulted_on" = 'none'),
    "called_on" TEXT CHECK ("called_on" IS date("called_on") OR "called_on" = 'none'),
    "presented_on" TEXT CHECK ("presented_on" IS date("presented_on") OR "presented_on" = 'none'),
    "police_replied_on" TEXT CHECK ("police_replied_on" IS date("police_replied_on") OR "police_replied_on" = 'none'),
    "transport_replied_on" TEXT
        CHECK ("transport_replied_on" IS date("transport_replied_on") OR "transport_replied_on" = 'none'),
    "reported_on" TEXT CHECK ("reported_on" IS date("reported_on") OR "reported_on" = 'none'),
    "extended_to" TEXT CHECK ("extended_to" IS date("extended_to") OR "extended_to" = 'none'),
    "decided_on" TEXT CHECK ("decided_on" IS date("decided_on") OR "decided_on" = 'none'),
    "decision" TEXT CHECK ("decision" = 'granted' OR "decision" = 'refused'),
    "valid_from" TEXT CHECK ("valid_from" IS date("valid_from") OR "valid_from" = 'none'),
    "valid_to" TEXT CHECK ("valid_to" IS date("valid_to") OR "valid_to" = 'none'),
    "route" TEXT,
    "driver" INTEGER REFERENCES person (id),
    "departs_at" TEXT CHECK ("departs_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "authority" TEXT,
    "revoked_on" TEXT CHECK ("revoked_on" IS date("revoked_on") OR "revoked_on" = 'none'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX permit_key ON permit ("number")
    WHERE retired_at IS NULL;
CREATE UNIQUE INDEX permit_second_key ON permit ("registration_number", "applied_on", ifnull("number", ''))
    WHERE retired_at IS NULL AND "applied_on" IS NOT NULL;

-- 校车标牌
CREATE TABLE plate (
    id INTEGER PRIMARY KEY,
    "number" TEXT,
    "permit" TEXT,
    "registration_number" TEXT NOT NULL,
    "driver" INTEGER REFERENCES person (id),
    "route" TEXT,
    "departs_at" TEXT CHECK ("departs_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "stops" TEXT,
    "owner" TEXT,
    "issuer" TEXT,
    "claimed_on" TEXT CHECK ("claimed_on" IS date("claimed_on") OR "claimed_on" = 'none'),
    "issued_on" TEXT CHECK ("issued_on" IS date("issued_on") OR "issued_on" = 'none'),
    "valid_to" TEXT CHECK ("valid_to" IS date("valid_to") OR "valid_to" = 'none'),
    "withdrawn_on" TEXT CHECK ("withdrawn_on" IS date("withdrawn_on") OR "withdrawn_on" = 'none'),
    "state" TEXT CHECK ("state" = 'valid' OR "state" = 'returned' OR "state" = 'lost' OR "state" = 'void'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX plate_key ON plate ("number")
    WHERE retired_at IS NULL;
CREATE UNIQUE INDEX plate_second_key ON plate ("registration_number", "claimed_on", ifnull("number", ''))
    WHERE retired_at IS NULL AND "claimed_on" IS NOT NULL;

-- 运行安排
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    "registration_number" TEXT NOT NULL,
    "route" TEXT,
    "driver" INTEGER REFERENCES person (id),
    "attendant" INTEGER REFERENCES person (id),
    "departs_at" TEXT CHECK ("departs_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
    "weekdays" TEXT CHECK ("weekdays" NOT GLOB '*[^1-7]*'),
    "riders" INTEGER CHECK ("riders" BETWEEN 0 AND 2147483647),
    "from_on" TEXT CHECK ("from_on" IS date("from_on") OR "from_on" = 'none'),
    "to_on" TEXT CHECK ("to_on" IS date("to_on") OR "to_on" = 'none'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX run_key ON run
    ("registration_number", ifnull("route", ''), ifnull("departs_at", ''), ifnull("from_on", ''))
    WHERE retired_at IS NULL;

-- 临时替换
CREATE TABLE substitution (
    id INTEGER PRIMARY KEY,
    "date" TEXT NOT NULL CHECK ("date" IS date("date") OR "date" = 'none'),
    "registration_number" TEXT NOT NULL,
    "substitute_bus" TEXT,
    "substitute_driver" INTEGER REFERENCES person (id),
    "filed_on" TEXT CHECK ("filed_on" IS date("filed_on") OR "filed_on" = 'none'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX substitution_key ON substitution ("registration_number", "date")
    WHERE retired_at IS NULL;

-- 安全管理责任书
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY,
    "school" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "signed_on" TEXT CHECK ("signed_on" IS date("signed_on") OR "signed_on" = 'none'),
    "filed_on" TEXT CHECK ("filed_on" IS date("filed_on") OR "filed_on" = 'none'),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX agreement_key ON agreement ("school", "operator", ifnull("signed_on", ''))
    WHERE retired_at IS NULL;

-- 维修保养
CREATE TABLE maintenance (
    id INTEGER PRIMARY KEY,
    "registration_number" TEXT NOT NULL,
    "done_on" TEXT NOT NULL CHECK ("done_on" IS date("done_on") OR "done_on" = 'none'),
    "garage" TEXT,
    "what" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX maintenance_key ON maintenance ("registration_number", "done_on", ifnull("what", ''))
    WHERE retired_at IS NULL;

-- 宣传教育
CREATE TABLE education (
    id INTEGER PRIMARY KEY,
    "school" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" = 'lesson' OR "kind" = 'letter' OR "kind" = 'receipt' OR "kind" = 'drill'),
    "on" TEXT NOT NULL CHECK ("on" IS date("on") OR "on" = 'none'),
    "count" INTEGER CHECK ("count" BETWEEN 0 AND 2147483647),
    "of" INTEGER CHECK ("of" BETWEEN 0 AND 2147483647),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX education_key ON education ("school", "kind", "on")
    WHERE retired_at IS NULL;

-- 水域
CREATE TABLE water (
    id INTEGER PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "kind" TEXT
        CHECK ("kind" = 'river' OR "kind" = 'lake' OR "kind" = 'reservoir' OR "kind" = 'pond' OR "kind" = 'ditch' OR
               "kind" = 'canal' OR "kind" = 'fishpond' OR "kind" = 'sandpit' OR "kind" = 'other'),
    "county" TEXT CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "township" TEXT,
    "lon" REAL CHECK ("lon" BETWEEN -180 AND 180),
    "lat" REAL CHECK ("lat" BETWEEN -90 AND 90),
    "geometry" TEXT,
    "depth_m" REAL CHECK ("depth_m" BETWEEN 0 AND 1e15),
    "bank" TEXT CHECK ("bank" = 'gentle' OR "bank" = 'steep' OR "bank" = 'vertical'),
    "current" TEXT CHECK ("current" = 'still' OR "current" = 'slow' OR "current" = 'fast'),
    "freezes" TEXT CHECK ("freezes" = 'yes' OR "freezes" = 'no'),
    "warning_sign" TEXT CHECK ("warning_sign" = 'yes' OR "warning_sign" = 'no'),
    "fence" TEXT CHECK ("fence" = 'yes' OR "fence" = 'no'),
    "lifebuoy" TEXT CHECK ("lifebuoy" = 'yes' OR "lifebuoy" = 'no'),
    "rope" TEXT CHECK ("rope" = 'yes' OR "rope" = 'no'),
    "pole" TEXT CHECK ("pole" = 'yes' OR "pole" = 'no'),
    "duty_holder" INTEGER REFERENCES person (id),
    "duty_unit" TEXT,
    "phone" INTEGER REFERENCES person (id),
    "last_patrol_on" TEXT CHECK ("last_patrol_on" IS date("last_patrol_on") OR "last_patrol_on" = 'none'),
    "incidents_5y" INTEGER CHECK ("incidents_5y" BETWEEN 0 AND 2147483647),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX water_key ON water ("code")
    WHERE retired_at IS NULL;

-- 过车记录
CREATE TABLE sighting (
    id INTEGER PRIMARY KEY,
    "seen_at" TEXT NOT NULL CHECK ("seen_at" IS strftime('%Y-%m-%dT%H:%M:%S', "seen_at")),
    "place" TEXT,
    "lon" REAL CHECK ("lon" BETWEEN -180 AND 180),
    "lat" REAL CHECK ("lat" BETWEEN -90 AND 90),
    "registration_number" TEXT NOT NULL,
    "source" TEXT,
    "direction" TEXT,
    "riders_seen" TEXT CHECK ("riders_seen" = 'yes' OR "riders_seen" = 'no'),
    "note" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX sighting_key ON sighting ("seen_at", "registration_number", ifnull("place", ''))
    WHERE retired_at IS NULL;

-- 行驶轨迹
CREATE TABLE track (
    id INTEGER PRIMARY KEY,
    "registration_number" TEXT NOT NULL,
    "at" TEXT NOT NULL CHECK ("at" IS strftime('%Y-%m-%dT%H:%M:%S', "at")),
    "lon" REAL NOT NULL CHECK ("lon" BETWEEN -180 AND 180),
    "lat" REAL NOT NULL CHECK ("lat" BETWEEN -90 AND 90),
    "speed_kmh" REAL CHECK ("speed_kmh" BETWEEN 0 AND 1e15),
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX track_key ON track ("registration_number", "at")
    WHERE retired_at IS NULL;

-- 任务进展
CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    "item" TEXT NOT NULL,
    "county" TEXT NOT NULL CHECK ("county" GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    "state" TEXT CHECK ("state" = 'not_started' OR "state" = 'under_way' OR "state" = 'done' OR "state" = 'lasting'),
    "done_on" TEXT CHECK ("done_on" IS date("done_on") OR "done_on" = 'none'),
    "note" TEXT,
    source_file INTEGER REFERENCES source_file (id),
    source_row INTEGER,
    retired_at TEXT,
    retired_reason TEXT
) STRICT;
CREATE UNIQUE INDEX progress_key ON progress ("item", "county")
    WHERE retired_at IS NULL;

-- 督办事项
CREATE TABLE supervision_case (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'replied', 'closed')),
    department TEXT NOT NULL,
    county TEXT CHECK (county GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    subject_kind TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
    due_on TEXT CHECK (due_on IS date(due_on) OR due_on = 'none'),
    closed_on TEXT CHECK (closed_on IS date(closed_on)),
    close_reason TEXT,
    CHECK ((state = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX supervision_case_subject ON supervision_case (subject_kind, subject_key);

-- Its findings as they were when it was opened.
CREATE TABLE case_rule (
    case_id INTEGER NOT NULL REFERENCES supervision_case (id),
    n INTEGER NOT NULL,
    rule TEXT NOT NULL,
    basis TEXT NOT NULL,
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_event (
    case_id INTEGER NOT NULL REFERENCES supervision_case (id),
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('opened', 'replied', 'closed')),
    by TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;
