-- How far the application's time is ahead of the real one.
CREATE TABLE simulator_clock (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    ahead_millis bigint NOT NULL CHECK (ahead_millis >= 0)
);

INSERT INTO simulator_clock (ahead_millis) VALUES (0);
