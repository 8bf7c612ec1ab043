-- A list of clients that somebody of the staff uploads: first looked at, then applied in the background. The rows are
-- kept as they were read until the import is forgotten, for the report of what did not go in.
CREATE TABLE member_import (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_id     bigint      NOT NULL REFERENCES club,
    staff_id    bigint      NOT NULL REFERENCES users,
    file_name   text        NOT NULL,
    headings    text[]      NOT NULL,
    fields      text[]      NOT NULL, -- what each column is for; '' is nothing
    total       int         NOT NULL,
    state       text        NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'RUNNING', 'DONE')),
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX member_import_of_club ON member_import (club_id, created_at DESC);
CREATE INDEX member_import_by_age ON member_import (created_at);

CREATE TABLE member_import_row (
    import_id bigint NOT NULL REFERENCES member_import ON DELETE CASCADE,
    line      int    NOT NULL, -- of the file
    cells     text[] NOT NULL,
    outcome   text CHECK (outcome IN ('ADDED', 'COMPLETED', 'UNCHANGED', 'CONFLICT', 'WRONG')), -- null: not yet
    problem   text,
    detail    text,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX member_import_row_open ON member_import_row (import_id, line) WHERE outcome IS NULL;
CREATE INDEX member_import_row_left_out ON member_import_row (import_id, line)
    WHERE outcome IN ('CONFLICT', 'WRONG');
