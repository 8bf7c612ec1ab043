-- What is printed on a QR code: an address of ours with a short code, so that scans can be counted and what lies behind
-- the code can change. A trainer has one without a label; a club may have several, named by where they hang.
CREATE TABLE qr_code (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text        NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9_-]{1,62}$'), -- with q_ a /start payload
    trainer_id bigint REFERENCES trainer,
    club_id    bigint REFERENCES club,
    label      text,
    created_at timestamptz NOT NULL,
    CHECK (num_nonnulls(trainer_id, club_id) = 1)
);
CREATE UNIQUE INDEX qr_code_of_trainer ON qr_code (trainer_id) WHERE label IS NULL;
CREATE INDEX qr_code_of_club ON qr_code (club_id) WHERE club_id IS NOT NULL;

-- One counter a code and day of its owner's zone: as many rows as there are days with scans, however many scans.
CREATE TABLE qr_scan_day (
    code_id bigint NOT NULL REFERENCES qr_code,
    day     date   NOT NULL,
    scans   int    NOT NULL CHECK (scans > 0),
    PRIMARY KEY (code_id, day)
);
