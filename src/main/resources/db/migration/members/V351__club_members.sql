-- A client as one club has them in its records: whoever has a booking at its locations, and whoever it has entered or
-- imported. Roster and ledger are the trainers' and stand elsewhere.
CREATE TABLE club_member (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_id    bigint      NOT NULL REFERENCES club,
    user_id    bigint REFERENCES users, -- null: no user of the bots, as far as the club knows
    name       text        NOT NULL,    -- as the club calls them
    phone      text CHECK (phone ~ '^\+\d{7,15}$'), -- as the club has it; null: as they gave it to the bot, if they did
    birthday   date,
    tags       text[]      NOT NULL DEFAULT '{}',
    note       text,
    consent    boolean,                 -- to marketing; null: nobody has recorded any
    consent_at timestamptz,
    consent_by bigint REFERENCES users,
    source     text        NOT NULL CHECK (source IN ('BOOKING', 'STAFF', 'IMPORT')),
    created_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    UNIQUE (club_id, user_id),
    CHECK ((consent IS NULL) = (consent_at IS NULL)),
    CHECK ((consent IS NULL) = (consent_by IS NULL))
);
-- An import that runs twice, or two at once, make nobody twice.
CREATE UNIQUE INDEX club_member_by_phone_alone ON club_member (club_id, phone) WHERE user_id IS NULL;
CREATE INDEX club_member_by_name ON club_member (club_id, name COLLATE "ru-RU-x-icu", id);
CREATE INDEX club_member_by_phone ON club_member (club_id, phone);
CREATE INDEX club_member_of_user ON club_member (user_id);

INSERT INTO club_member (club_id, user_id, name, source, created_at)
SELECT location.club_id, users.id, concat_ws(' ', first_name, last_name), 'BOOKING', min(booking.created_at)
FROM booking
JOIN location ON location.id = booking.location_id
JOIN users ON users.id = booking.client_id
GROUP BY location.club_id, users.id;

-- What one of the staff looks for often, by a name of their own.
CREATE TABLE member_filter (
    club_id  bigint NOT NULL REFERENCES club,
    staff_id bigint NOT NULL REFERENCES users,
    name     text   NOT NULL,
    query    text   NOT NULL, -- as it stands in the address
    PRIMARY KEY (club_id, staff_id, name)
);
