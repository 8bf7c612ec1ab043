-- A club and its locations are edited in the panel: each edit names the version that it has seen.
ALTER TABLE club ADD COLUMN version int NOT NULL DEFAULT 0;

ALTER TABLE location
    ADD COLUMN version   int NOT NULL DEFAULT 0,
    ADD COLUMN closed_at timestamptz; -- takes no bookings any more; what happened there stays

-- When a location is open, for people to read: sessions are bound by the trainers' hours alone.
CREATE TABLE location_hours (
    location_id bigint   NOT NULL REFERENCES location,
    weekday     smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- ISO: Monday is 1
    from_minute int      NOT NULL CHECK (from_minute >= 0),
    to_minute   int      NOT NULL CHECK (to_minute <= 1440),
    PRIMARY KEY (location_id, weekday),
    CHECK (from_minute < to_minute)
);

-- The picture as we encoded it anew; club.photo_url names it by its hash, so that it can be kept for ever.
CREATE TABLE club_photo (
    club_id bigint PRIMARY KEY REFERENCES club,
    hash    text  NOT NULL,
    jpeg    bytea NOT NULL
);
