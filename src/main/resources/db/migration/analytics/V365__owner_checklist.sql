-- Clubs whose staff want to see the first steps no more.
CREATE TABLE hidden_checklist (
    club_id   bigint PRIMARY KEY REFERENCES club,
    hidden_by bigint      NOT NULL REFERENCES users,
    hidden_at timestamptz NOT NULL
);
