-- Times are seconds since 1970 in UTC; sealed and hashed values are bytes that only the key file makes sense of.
-- The same tables and rules as in the other folder: a row that one database refuses, the other refuses.

-- Values that belong to the whole database.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Members of staff. Names are sealed; the name for signing in is found by its blind index.
CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_name TEXT NOT NULL UNIQUE,
    name_index BLOB NOT NULL UNIQUE,
    name BLOB NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('triage', 'manager', 'administrator')),
    password_hash TEXT NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    failed_count INTEGER NOT NULL CHECK (failed_count >= 0),
    locked_until INTEGER,
    created_at INTEGER NOT NULL,
    signed_in_at INTEGER
) STRICT;

-- What a browser holds is kept here; the browser has only a key, and this table only the key's keyed hash.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key_hash BLOB NOT NULL UNIQUE,
    row_name TEXT NOT NULL UNIQUE,
    staff_id INTEGER REFERENCES staff (id) ON DELETE CASCADE,
    state BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    touched_at INTEGER NOT NULL CHECK (touched_at >= created_at)
) STRICT;
CREATE INDEX sessions_by_staff ON sessions (staff_id);
CREATE INDEX sessions_by_touched ON sessions (touched_at);

-- Unfinished forms.
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE,
    return_hash BLOB UNIQUE,
    word_hash BLOB,
    row_name TEXT NOT NULL UNIQUE,
    voice TEXT NOT NULL CHECK (voice IN ('professional', 'myself', 'someone')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'phone', 'letter', 'email', 'walk-in', 'machine')),
    body BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    failed_count INTEGER NOT NULL CHECK (failed_count >= 0),
    locked_until INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at >= created_at),
    CHECK ((return_hash IS NULL) = (word_hash IS NULL))
) STRICT;
CREATE INDEX drafts_by_expires ON drafts (expires_at);

-- People spans referrals: who they are is sealed, and found by blind indexes.
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_name TEXT NOT NULL UNIQUE,
    details BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people_index (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field <> '' AND field NOT GLOB '*[^a-z0-9-]*'),
    value BLOB NOT NULL,
    UNIQUE (field, value, person_id)
) STRICT;
CREATE INDEX people_index_by_person ON people_index (person_id);

-- What someone sent. Only what the queue and the figures need stands in the clear.
CREATE TABLE referrals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
    submission_hash BLOB NOT NULL UNIQUE,
    receipt_hash BLOB NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES people (id),
    status TEXT NOT NULL CHECK (status IN ('received', 'asked', 'accepted', 'closed')),
    voice TEXT NOT NULL CHECK (voice IN ('professional', 'myself', 'someone')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'phone', 'letter', 'email', 'walk-in', 'machine')),
    band TEXT NOT NULL CHECK (band IN ('immediate', 'urgent', 'standard', 'planned')),
    computed_band TEXT NOT NULL CHECK (computed_band IN ('immediate', 'urgent', 'standard', 'planned')),
    points INTEGER NOT NULL CHECK (points >= 0),
    rank INTEGER NOT NULL CHECK (rank >= 0),
    contact_by INTEGER NOT NULL,
    overridden INTEGER NOT NULL CHECK (overridden IN (0, 1)),
    emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
    danger INTEGER NOT NULL CHECK (danger IN (0, 1)),
    unsafe_contact INTEGER NOT NULL CHECK (unsafe_contact IN (0, 1)),
    communication INTEGER NOT NULL CHECK (communication IN (0, 1)),
    risk INTEGER NOT NULL CHECK (risk IN (0, 1)),
    gaps INTEGER NOT NULL CHECK (gaps >= 0),
    answers BLOB NOT NULL,
    record BLOB NOT NULL,
    assessment BLOB NOT NULL,
    why BLOB NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    events_count INTEGER NOT NULL CHECK (events_count >= 0),
    events_head BLOB NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
-- The queue: one way for every key, so that a page seeks to its first row however deep it lies.
CREATE INDEX referrals_queue ON referrals (status, rank, received_at, id);
CREATE INDEX referrals_queue_by_band ON referrals (status, band, rank, received_at, id);
CREATE INDEX referrals_by_contact_by ON referrals (status, contact_by);
CREATE INDEX referrals_by_person ON referrals (person_id);

-- One process, decision or complaint inside a referral.
CREATE TABLE issues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    referral_id INTEGER NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9-]*'),
    stage TEXT CHECK (stage <> '' AND stage NOT GLOB '*[^a-z0-9-]*'),
    service_line TEXT NOT NULL CHECK (service_line <> '' AND service_line NOT GLOB '*[^a-z0-9-]*'),
    state TEXT NOT NULL CHECK (state IN ('open', 'asked', 'accepted', 'signposted', 'declined')),
    band TEXT NOT NULL CHECK (band IN ('immediate', 'urgent', 'standard', 'planned')),
    points INTEGER NOT NULL CHECK (points >= 0),
    contact_by INTEGER NOT NULL,
    UNIQUE (referral_id, number)
) STRICT;
CREATE INDEX issues_by_line ON issues (service_line, referral_id);

CREATE TABLE issue_dates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    what TEXT NOT NULL CHECK (what <> '' AND what NOT GLOB '*[^a-z0-9-]*'),
    day TEXT CHECK (day IS date(day)),
    hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
    UNIQUE (issue_id, number)
) STRICT;

-- Who did what, when and why. Rows are added, never changed: but for the words, which can be erased.
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    referral_id INTEGER NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('received', 'viewed', 'band-overridden', 'assessed', 'issue-decided')),
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('visitor', 'staff', 'system')),
    staff_id INTEGER REFERENCES staff (id),
    system_part TEXT CHECK (system_part <> '' AND system_part NOT GLOB '*[^a-z0-9-]*'),
    issue_id INTEGER REFERENCES issues (id),
    detail TEXT NOT NULL CHECK (length(detail) <= 200),
    words BLOB,
    commitment BLOB NOT NULL,
    hash BLOB NOT NULL,
    happened_at INTEGER NOT NULL,
    UNIQUE (referral_id, seq),
    CHECK ((actor_kind = 'staff') = (staff_id IS NOT NULL)),
    CHECK ((actor_kind = 'system') = (system_part IS NOT NULL))
) STRICT;
CREATE INDEX events_by_staff ON events (staff_id);
CREATE INDEX events_by_issue ON events (issue_id);

-- Things somebody has to ring about.
CREATE TABLE call_backs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    referral_id INTEGER NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason <> '' AND reason NOT GLOB '*[^a-z0-9-]*'),
    due_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT;
CREATE INDEX call_backs_by_referral ON call_backs (referral_id);
CREATE INDEX call_backs_by_due ON call_backs (done_at, due_at);

-- Mail to be sent. What is in it is sealed, and destroyed once it has gone.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_name TEXT NOT NULL UNIQUE,
    referral_id INTEGER REFERENCES referrals (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9-]*'),
    body BLOB,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given-up')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_at INTEGER NOT NULL,
    claim TEXT,
    claimed_until INTEGER,
    fault TEXT CHECK (fault <> '' AND fault NOT GLOB '*[^a-z0-9-]*'),
    created_at INTEGER NOT NULL,
    settled_at INTEGER,
    CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CHECK (state <> 'waiting' OR body IS NOT NULL),
    CHECK ((claim IS NULL) = (claimed_until IS NULL))
) STRICT;
CREATE INDEX outbox_by_next ON outbox (state, next_at, id);
CREATE INDEX outbox_by_referral ON outbox (referral_id);

-- Codes that open the feedback questions.
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code_hash BLOB NOT NULL UNIQUE,
    referral_id INTEGER NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
    used_at INTEGER
) STRICT;
CREATE INDEX invitations_by_referral ON invitations (referral_id);

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_name TEXT NOT NULL UNIQUE,
    submission_hash BLOB NOT NULL UNIQUE,
    invitation_id INTEGER UNIQUE REFERENCES invitations (id) ON DELETE SET NULL,
    answers BLOB NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_by_received ON feedback (received_at, id);

-- How many referrals stand where: kept in the transaction that moves one, so that no page counts rows.
CREATE TABLE queue_counts (
    status TEXT NOT NULL CHECK (status IN ('received', 'asked', 'accepted', 'closed')),
    band TEXT NOT NULL CHECK (band IN ('immediate', 'urgent', 'standard', 'planned')),
    total INTEGER NOT NULL CHECK (total >= 0),
    PRIMARY KEY (status, band)
) STRICT;
INSERT INTO queue_counts (status, band, total) VALUES
    ('received', 'immediate', 0), ('received', 'urgent', 0), ('received', 'standard', 0), ('received', 'planned', 0),
    ('asked', 'immediate', 0), ('asked', 'urgent', 0), ('asked', 'standard', 0), ('asked', 'planned', 0),
    ('accepted', 'immediate', 0), ('accepted', 'urgent', 0), ('accepted', 'standard', 0), ('accepted', 'planned', 0),
    ('closed', 'immediate', 0), ('closed', 'urgent', 0), ('closed', 'standard', 0), ('closed', 'planned', 0);
