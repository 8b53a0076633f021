-- Refusals that were confirmed: how many in a month, and nothing about anybody.
CREATE TABLE refusals (
    month TEXT NOT NULL PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    total INTEGER NOT NULL CHECK (total >= 0)
) STRICT;
