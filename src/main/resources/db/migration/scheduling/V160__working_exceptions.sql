-- Dates on which a trainer's week does not hold: off, whole days or some hours; or extra hours. They are laid over the
-- week in the order in which they were made: the last word counts.
CREATE TABLE working_exception (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_id  bigint NOT NULL REFERENCES trainer,
    kind        text   NOT NULL CHECK (kind IN ('OFF', 'EXTRA')),
    date_from   date   NOT NULL,
    date_to     date   NOT NULL,
    from_minute int    CHECK (from_minute >= 0), -- of the local day; null for the whole day
    to_minute   int    CHECK (to_minute <= 1440),
    reason      text,
    version     int    NOT NULL,
    CHECK (date_from <= date_to),
    CHECK (from_minute < to_minute),
    CHECK ((from_minute IS NULL) = (to_minute IS NULL)),
    CHECK (kind = 'OFF' OR from_minute IS NOT NULL)
);
CREATE INDEX working_exception_of_trainer ON working_exception (trainer_id, date_to);
