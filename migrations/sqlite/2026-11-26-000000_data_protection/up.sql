-- What is kept, for how long, and what is done when a person asks.

-- When work ended, when anybody last opened or changed it, whether it is kept for a legal reason, when it was erased.
ALTER TABLE referrals ADD COLUMN ended_at INTEGER;
ALTER TABLE referrals ADD COLUMN touched_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE referrals ADD COLUMN held_at INTEGER;
ALTER TABLE referrals ADD COLUMN erased_at INTEGER;
UPDATE referrals SET touched_at = coalesce(
    (SELECT max(happened_at) FROM events WHERE referral_id = referrals.id AND actor_kind <> 'system'), received_at);
UPDATE referrals SET ended_at = coalesce(
    (SELECT max(happened_at) FROM events WHERE referral_id = referrals.id AND kind = 'issue-decided'), received_at)
    WHERE status = 'closed';
-- Partial, so that a sending, which neither ends nor accepts anything, pays for neither.
CREATE INDEX referrals_by_ended ON referrals (ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX referrals_by_touched ON referrals (touched_at) WHERE status = 'accepted' AND erased_at IS NULL;

-- The same table with more kinds of event; nothing else points at it.
CREATE TABLE events_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    referral_id INTEGER NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('received', 'viewed', 'band-overridden', 'assessed', 'issue-decided',
        'corrected', 'disclosed', 'held', 'released', 'erased', 'invited')),
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
INSERT INTO events_anew SELECT * FROM events;
DROP TABLE events;
ALTER TABLE events_anew RENAME TO events;
CREATE INDEX events_by_staff ON events (staff_id);
CREATE INDEX events_by_issue ON events (issue_id);

-- What was destroyed, as numbers that name nobody.
CREATE TABLE gone (
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9-]*'),
    ground TEXT NOT NULL CHECK (ground IN ('retention', 'request')),
    total INTEGER NOT NULL CHECK (total >= 0),
    PRIMARY KEY (month, kind, ground)
) STRICT;
