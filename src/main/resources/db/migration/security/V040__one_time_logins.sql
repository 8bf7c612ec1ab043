-- Links that sign a person in to the panels once. Only a hash is kept.
CREATE TABLE one_time_login (
    token_hash bytea PRIMARY KEY,
    user_id    bigint      NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_login_by_expiry ON one_time_login (expires_at);
