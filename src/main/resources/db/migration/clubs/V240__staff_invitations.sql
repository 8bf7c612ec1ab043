-- A personal link that makes one person a member of a club's staff. Only a hash of its code is kept.
CREATE TABLE staff_invitation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code_hash   bytea       NOT NULL UNIQUE,
    club_id     bigint      NOT NULL REFERENCES club,
    role        text        NOT NULL CHECK (role IN ('OWNER', 'MANAGER', 'MARKETING', 'READONLY', 'CASHIER')),
    invited_by  bigint      NOT NULL REFERENCES users,
    expires_at  timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'REVOKED')),
    answered_at timestamptz,
    CHECK ((state = 'OPEN') = (answered_at IS NULL))
);
CREATE INDEX staff_invitation_by_club ON staff_invitation (club_id);
