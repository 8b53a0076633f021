-- What an older version cannot say is taken out of the history; histories that had it no longer verify.
DROP TABLE gone;
DELETE FROM events WHERE kind IN ('corrected', 'disclosed', 'held', 'released', 'erased', 'invited');
ALTER TABLE events DROP CONSTRAINT events_kind_check;
ALTER TABLE events ADD CONSTRAINT events_kind_check
    CHECK (kind IN ('received', 'viewed', 'band-overridden', 'assessed', 'issue-decided'));
DROP INDEX referrals_by_touched;
DROP INDEX referrals_by_ended;
ALTER TABLE referrals DROP COLUMN erased_at;
ALTER TABLE referrals DROP COLUMN held_at;
ALTER TABLE referrals DROP COLUMN touched_at;
ALTER TABLE referrals DROP COLUMN ended_at;
