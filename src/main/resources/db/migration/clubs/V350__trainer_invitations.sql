-- A link with which trainers join a club without asking. Only a hash of its code is kept.
CREATE TABLE trainer_invitation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code_hash  bytea       NOT NULL UNIQUE,
    club_id    bigint      NOT NULL REFERENCES club,
    invited_by bigint      NOT NULL REFERENCES users,
    places     int         NOT NULL CHECK (places BETWEEN 1 AND 50),
    taken      int         NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND places),
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX trainer_invitation_of_club ON trainer_invitation (club_id, made_at DESC);
