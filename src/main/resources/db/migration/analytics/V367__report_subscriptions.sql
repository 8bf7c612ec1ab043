-- Reports that the staff bot sends to members of a club's staff. Weekly ones fall due on Mondays, monthly ones on the
-- first; each is about the whole week or month before.
CREATE TABLE report_subscription (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_id   bigint      NOT NULL REFERENCES club,
    user_id   bigint      NOT NULL REFERENCES users,
    report    text        NOT NULL,
    every     text        NOT NULL CHECK (every IN ('WEEK', 'MONTH')),
    at_minute int         NOT NULL CHECK (at_minute BETWEEN 0 AND 1439), -- of the local day, in the club's zone
    format    text        NOT NULL CHECK (format IN ('CSV', 'XLSX')),
    next_day  date        NOT NULL,
    due_at    timestamptz NOT NULL, -- when that day has come so far at the club
    UNIQUE (club_id, user_id, report, every)
);
CREATE INDEX report_subscription_due ON report_subscription (due_at, id);
CREATE INDEX report_subscription_of_user ON report_subscription (user_id);
