-- The week of a trainer is edited as a whole: one version for all of its rules.
CREATE TABLE working_week (
    trainer_id bigint PRIMARY KEY REFERENCES trainer,
    version    int NOT NULL
);

CREATE TABLE working_rule (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_id  bigint   NOT NULL REFERENCES working_week,
    weekday     smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- ISO: Monday is 1
    from_minute int      NOT NULL CHECK (from_minute >= 0),        -- of the local day
    to_minute   int      NOT NULL CHECK (to_minute <= 1440),
    CHECK (from_minute < to_minute),
    CONSTRAINT working_rule_overlap EXCLUDE USING gist (
        trainer_id WITH =, weekday WITH =, int4range(from_minute, to_minute) WITH &&)
);
