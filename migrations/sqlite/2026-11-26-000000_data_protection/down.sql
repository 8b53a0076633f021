-- What an older version cannot say is taken out of the history; histories that had it no longer verify.
DROP TABLE gone;
CREATE TABLE events_anew (
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
INSERT INTO events_anew SELECT * FROM events
    WHERE kind IN ('received', 'viewed', 'band-overridden', 'assessed', 'issue-decided');
DROP TABLE events;
ALTER TABLE events_anew RENAME TO events;
CREATE INDEX events_by_staff ON events (staff_id);
CREATE INDEX events_by_issue ON events (issue_id);
DROP INDEX referrals_by_touched;
DROP INDEX referrals_by_ended;
ALTER TABLE referrals DROP COLUMN erased_at;
ALTER TABLE referrals DROP COLUMN held_at;
ALTER TABLE referrals DROP COLUMN touched_at;
ALTER TABLE referrals DROP COLUMN ended_at;
