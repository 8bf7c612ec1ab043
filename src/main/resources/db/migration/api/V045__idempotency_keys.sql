-- The first answer to a write, given again to every repeat with the same key.
CREATE TABLE idempotency_key (
    user_id      bigint      NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL, -- of method, address and body
    status       int,
    location     text,
    content_type text,
    body         bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
