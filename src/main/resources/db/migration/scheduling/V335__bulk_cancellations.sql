-- Bookings that a club cancels together, each in a transaction of its own; what became of them is kept until it is read.
CREATE TABLE bulk_cancellation (
    id          uuid PRIMARY KEY,
    club_id     bigint      NOT NULL REFERENCES club,
    staff_id    bigint      NOT NULL REFERENCES users, -- who did it
    reason      text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    read_at     timestamptz
);
CREATE INDEX bulk_cancellation_unread ON bulk_cancellation (club_id, staff_id) WHERE read_at IS NULL;

CREATE TABLE bulk_cancellation_item (
    bulk_id    uuid NOT NULL REFERENCES bulk_cancellation,
    place      int  NOT NULL,
    booking_id uuid NOT NULL REFERENCES booking,
    version    int  NOT NULL, -- of the booking, as it was seen
    state      text NOT NULL CHECK (state IN ('WAITING', 'CANCELLED', 'REFUSED')),
    refusal    text,          -- code of the error
    PRIMARY KEY (bulk_id, place),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
CREATE INDEX bulk_cancellation_waiting ON bulk_cancellation_item (bulk_id, place) WHERE state = 'WAITING';
