-- Everything goes, in the order in which nothing is left pointing at nothing.

DROP TABLE queue_counts;
DROP TABLE feedback;
DROP TABLE invitations;
DROP TABLE outbox;
DROP TABLE call_backs;
DROP TABLE events;
DROP TABLE issue_dates;
DROP TABLE issues;
DROP TABLE referrals;
DROP TABLE people_index;
DROP TABLE people;
DROP TABLE drafts;
DROP TABLE sessions;
DROP TABLE staff;
DROP TABLE meta;
