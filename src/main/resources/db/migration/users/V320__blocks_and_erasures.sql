-- When somebody last wrote to a bot or opened a Mini App
ALTER TABLE users ADD COLUMN seen_at timestamptz;

-- People whom the platform has shut out
CREATE TABLE user_block (
    user_id    bigint PRIMARY KEY REFERENCES users,
    reason     text        NOT NULL,
    blocked_by bigint      NOT NULL REFERENCES users,
    blocked_at timestamptz NOT NULL
);
CREATE INDEX user_block_by_time ON user_block (blocked_at);

-- People of whom nothing is left but ids and sums
CREATE TABLE user_erasure (
    user_id   bigint PRIMARY KEY REFERENCES users,
    erased_by bigint      NOT NULL REFERENCES users,
    erased_at timestamptz NOT NULL
);
CREATE INDEX user_erasure_by_time ON user_erasure (erased_at);

-- The panel's search, and the order of its list
CREATE INDEX users_by_name ON users
    USING gin ((lower(first_name || ' ' || coalesce(last_name, '') || ' ' || coalesce(username, ''))) gin_trgm_ops);
CREATE INDEX users_by_phone ON users USING gin (phone gin_trgm_ops);
