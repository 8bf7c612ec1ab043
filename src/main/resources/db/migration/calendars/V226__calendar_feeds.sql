-- The secret in the address of a person's calendar feed. It is kept as it is: the address is shown again and again.
CREATE TABLE calendar_feed (
    user_id    bigint PRIMARY KEY REFERENCES users,
    secret     text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
