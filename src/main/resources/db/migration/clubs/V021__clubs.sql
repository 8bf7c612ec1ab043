CREATE TABLE club (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    city        text        NOT NULL,
    address     text        NOT NULL,
    timezone    text        NOT NULL,
    photo_url   text,
    tariff_code text        NOT NULL REFERENCES tariff,
    public      boolean     NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE TABLE staff_member (
    club_id bigint      NOT NULL REFERENCES club,
    user_id bigint      NOT NULL REFERENCES users,
    role    text        NOT NULL CHECK (role IN ('OWNER', 'MANAGER', 'MARKETING', 'READONLY', 'CASHIER')),
    since   timestamptz NOT NULL,
    PRIMARY KEY (club_id, user_id)
);
CREATE INDEX staff_member_by_user ON staff_member (user_id);

-- A trainer at a club: first an application, then active. Both count against the tariff's limit.
CREATE TABLE club_trainer (
    club_id    bigint      NOT NULL REFERENCES club,
    trainer_id bigint      NOT NULL REFERENCES users,
    status     text        NOT NULL CHECK (status IN ('APPLIED', 'ACTIVE')),
    since      timestamptz NOT NULL,
    PRIMARY KEY (club_id, trainer_id)
);
CREATE INDEX club_trainer_by_trainer ON club_trainer (trainer_id);

CREATE TABLE location (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_id bigint NOT NULL REFERENCES club,
    name    text   NOT NULL,
    address text   NOT NULL
);
CREATE INDEX location_by_club ON location (club_id);
