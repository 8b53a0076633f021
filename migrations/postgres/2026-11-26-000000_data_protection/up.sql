-- What is kept, for how long, and what is done when a person asks.

-- When work ended, when anybody last opened or changed it, whether it is kept for a legal reason, when it was erased.
ALTER TABLE referrals ADD COLUMN ended_at BIGINT;
ALTER TABLE referrals ADD COLUMN touched_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE referrals ADD COLUMN held_at BIGINT;
ALTER TABLE referrals ADD COLUMN erased_at BIGINT;
UPDATE referrals SET touched_at = coalesce(
    (SELECT max(happened_at) FROM events WHERE referral_id = referrals.id AND actor_kind <> 'system'), received_at);
UPDATE referrals SET ended_at = coalesce(
    (SELECT max(happened_at) FROM events WHERE referral_id = referrals.id AND kind = 'issue-decided'), received_at)
    WHERE status = 'closed';
-- Partial, so that a sending, which neither ends nor accepts anything, pays for neither.
CREATE INDEX referrals_by_ended ON referrals (ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX referrals_by_touched ON referrals (touched_at) WHERE status = 'accepted' AND erased_at IS NULL;

ALTER TABLE events DROP CONSTRAINT events_kind_check;
ALTER TABLE events ADD CONSTRAINT events_kind_check CHECK (kind IN ('received', 'viewed', 'band-overridden', 'assessed',
    'issue-decided', 'corrected', 'disclosed', 'held', 'released', 'erased', 'invited'));

-- What was destroyed, as numbers that name nobody.
CREATE TABLE gone (
    month TEXT NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
    kind TEXT NOT NULL CHECK (kind ~ '^[a-z0-9-]+$'),
    ground TEXT NOT NULL CHECK (ground IN ('retention', 'request')),
    total BIGINT NOT NULL CHECK (total >= 0),
    PRIMARY KEY (month, kind, ground)
);
