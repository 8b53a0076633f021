-- Refusals that were confirmed: how many in a month, and nothing about anybody.
CREATE TABLE refusals (
    month TEXT NOT NULL PRIMARY KEY CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
    total BIGINT NOT NULL CHECK (total >= 0)
);
