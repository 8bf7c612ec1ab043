CREATE TABLE trainer (
    user_id             bigint PRIMARY KEY REFERENCES users,
    price               bigint      NOT NULL CHECK (price BETWEEN 0 AND 100000000), -- minor units
    session_minutes     int         NOT NULL CHECK (session_minutes BETWEEN 10 AND 480),
    slot_step_minutes   int         NOT NULL CHECK (slot_step_minutes BETWEEN 5 AND 240),
    timezone            text        NOT NULL,
    self_booking        text        NOT NULL CHECK (self_booking IN ('INSTANT', 'REQUEST', 'OFF')),
    min_notice_hours    int         NOT NULL CHECK (min_notice_hours BETWEEN 0 AND 720),
    max_advance_days    int         NOT NULL CHECK (max_advance_days BETWEEN 1 AND 365),
    charge_hours_before int         NOT NULL CHECK (charge_hours_before BETWEEN 0 AND 168),
    about               text,
    specialties         text[]      NOT NULL DEFAULT '{}',
    place               text,
    listed              boolean     NOT NULL,
    version             int         NOT NULL,
    created_at          timestamptz NOT NULL
);

-- Who is whose client. recent_at orders the roster: joining and each new booking move it.
CREATE TABLE roster_entry (
    trainer_id bigint      NOT NULL REFERENCES trainer,
    client_id  bigint      NOT NULL REFERENCES users,
    price      bigint CHECK (price BETWEEN 0 AND 100000000), -- minor units; null: the trainer's price
    note       text,
    archived   boolean     NOT NULL DEFAULT false,
    recent_at  timestamptz NOT NULL,
    joined_at  timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    PRIMARY KEY (trainer_id, client_id),
    CHECK (trainer_id <> client_id)
);
CREATE INDEX roster_entry_by_recency ON roster_entry (trainer_id, recent_at DESC, client_id);
CREATE INDEX roster_entry_by_client ON roster_entry (client_id);
