-- What the bots have called, the newest some ten thousand. status: as answered; 0 when the answer was lost.
CREATE TABLE simulator_call (
    call_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    bot        text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
    method     text        NOT NULL,
    chat_id    bigint,
    parameters text        NOT NULL,
    status     integer     NOT NULL,
    answer     text        NOT NULL,
    millis     bigint      NOT NULL,
    fault      text
);
