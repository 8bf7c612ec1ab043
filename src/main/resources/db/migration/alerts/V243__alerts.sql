-- What the super-admins have to know of: one row for each occasion, told at most once.
CREATE TABLE alert (
    kind        text        NOT NULL,
    occasion    text        NOT NULL,
    subject     text        NOT NULL,
    happened_at timestamptz NOT NULL,
    told_at     timestamptz,
    PRIMARY KEY (kind, occasion)
);
CREATE INDEX alert_untold ON alert (kind) WHERE told_at IS NULL;
CREATE INDEX alert_by_time ON alert (happened_at);

-- When somebody was last told of a kind: the row is what keeps a storm of one kind to a message an hour.
CREATE TABLE alert_kind (
    kind    text PRIMARY KEY,
    told_at timestamptz NOT NULL
);
