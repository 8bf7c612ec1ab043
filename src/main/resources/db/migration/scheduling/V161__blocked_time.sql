-- Time in which a trainer is busy with something of their own.
CREATE TABLE blocked_time (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_id bigint      NOT NULL REFERENCES trainer,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    reason     text,
    CHECK (starts_at < ends_at)
);
CREATE INDEX blocked_time_of_trainer ON blocked_time (trainer_id, starts_at, id);

ALTER TABLE occupancy
    ADD COLUMN block_id bigint UNIQUE REFERENCES blocked_time,
    DROP CONSTRAINT occupancy_kind_check,
    ADD CONSTRAINT occupancy_kind_check CHECK (kind IN ('BOOKING', 'BLOCK')),
    ADD CONSTRAINT occupancy_block_check CHECK ((kind = 'BLOCK') = (block_id IS NOT NULL));
