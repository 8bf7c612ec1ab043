-- When a booking is to be looked at next; none is kept of those for which nothing is left to do.
CREATE TABLE reminder_plan (
    booking_id uuid PRIMARY KEY REFERENCES booking,
    due_at     timestamptz NOT NULL
);
CREATE INDEX reminder_plan_due ON reminder_plan (due_at);

-- What was handed to the bot, and what came of it: each step for each time of a booking once.
CREATE TABLE reminder (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id   uuid        NOT NULL REFERENCES booking,
    step         text        NOT NULL CHECK (step IN ('FIRST', 'SECOND', 'THIRD', 'HEADS_UP')),
    starts_at    timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'HANDED_OVER'
        CHECK (state IN ('HANDED_OVER', 'DELIVERED', 'UNDELIVERABLE')),
    handed_at    timestamptz NOT NULL,
    delivered_at timestamptz,
    UNIQUE (booking_id, step, starts_at),
    CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
);

-- Those that there are already are looked at once.
INSERT INTO reminder_plan (booking_id, due_at)
SELECT id, created_at FROM booking WHERE status IN ('PENDING', 'CONFIRMED');
