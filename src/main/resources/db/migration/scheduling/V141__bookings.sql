CREATE TABLE booking (
    id                    uuid PRIMARY KEY,
    trainer_id            bigint      NOT NULL REFERENCES trainer,
    client_id             bigint      NOT NULL REFERENCES users,
    starts_at             timestamptz NOT NULL,
    ends_at               timestamptz NOT NULL,
    status                text        NOT NULL
        CHECK (status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    awaiting              text CHECK (awaiting IN ('TRAINER', 'CLIENT')),
    price                 bigint      NOT NULL CHECK (price BETWEEN 0 AND 100000000), -- minor units
    charge_hours_before   int         NOT NULL, -- the trainer's setting at the time of booking
    charge_at             timestamptz NOT NULL,
    location_id           bigint REFERENCES location,
    note                  text,
    outside_working_hours boolean     NOT NULL,
    created_by            text        NOT NULL CHECK (created_by IN ('TRAINER', 'CLIENT', 'STAFF')),
    cancelled_by          text CHECK (cancelled_by IN ('TRAINER', 'CLIENT', 'STAFF', 'SYSTEM')),
    cancel_reason         text,
    -- who brought it into its status: the same action of the same person again is no error
    status_by             text        NOT NULL CHECK (status_by IN ('TRAINER', 'CLIENT', 'STAFF', 'SYSTEM')),
    status_by_user        bigint REFERENCES users,
    version               int         NOT NULL,
    created_at            timestamptz NOT NULL,
    CHECK (starts_at < ends_at),
    CHECK ((status = 'PENDING') = (awaiting IS NOT NULL)),
    CHECK ((status = 'CANCELLED') = (cancelled_by IS NOT NULL))
);
CREATE INDEX booking_of_trainer ON booking (trainer_id, starts_at, id);
CREATE INDEX booking_of_client ON booking (client_id, starts_at, id);
CREATE INDEX booking_of_pair ON booking (trainer_id, client_id);
CREATE INDEX booking_at_location ON booking (location_id, starts_at, id) WHERE location_id IS NOT NULL;
CREATE INDEX booking_to_complete ON booking (ends_at) WHERE status = 'CONFIRMED';

CREATE TABLE booking_history (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id uuid        NOT NULL REFERENCES booking,
    version    int         NOT NULL, -- that the change led to
    at         timestamptz NOT NULL,
    actor      text        NOT NULL CHECK (actor IN ('TRAINER', 'CLIENT', 'STAFF', 'SYSTEM')),
    actor_user bigint REFERENCES users,
    change     text        NOT NULL,
    UNIQUE (booking_id, version)
);
