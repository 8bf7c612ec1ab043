-- Clubs that want to be on the platform, and what the super-admins decided.
CREATE TABLE club_application (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    applicant_id bigint      NOT NULL REFERENCES users,
    name         text        NOT NULL,
    city         text        NOT NULL,
    address      text        NOT NULL,
    timezone     text        NOT NULL,
    contact      text,
    created_at   timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED')),
    decided_by   bigint REFERENCES users,
    decided_at   timestamptz,
    reason       text,
    club_id      bigint REFERENCES club,
    CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CHECK ((state = 'APPROVED') = (club_id IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (reason IS NOT NULL))
);
-- A person has one open application at most.
CREATE UNIQUE INDEX club_application_open ON club_application (applicant_id) WHERE state = 'OPEN';
