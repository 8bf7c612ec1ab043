-- Whatever can be in one place at a time only: a trainer now, a room later. Its row is locked before anything of its is
-- occupied, so that those who come at once queue instead of running into deadlocks.
CREATE TABLE resource (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_id bigint UNIQUE REFERENCES trainer
);

-- Every span in which a resource is busy. That two of them never overlap is guaranteed here and nowhere else.
CREATE TABLE occupancy (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    resource_id bigint    NOT NULL REFERENCES resource,
    during      tstzrange NOT NULL,
    kind        text      NOT NULL CHECK (kind IN ('BOOKING')),
    booking_id  uuid UNIQUE REFERENCES booking,
    CHECK (lower_inc(during) AND NOT upper_inc(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
    CHECK ((kind = 'BOOKING') = (booking_id IS NOT NULL)),
    CONSTRAINT occupancy_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&)
);
