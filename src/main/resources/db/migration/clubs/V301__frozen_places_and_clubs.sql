-- The trainers of a club, and who of them is frozen: those who joined last, beyond what the tariff in force allows.
-- It follows from the tariff and the order alone; nothing is stored that could be forgotten when either changes.
CREATE VIEW club_trainer_place AS
SELECT place.club_id, place.trainer_id, place.status, place.since,
       place.status = 'ACTIVE' AND tariff.trainer_limit IS NOT NULL AND (
           SELECT count(*) FROM club_trainer earlier
           WHERE earlier.club_id = place.club_id AND earlier.status = 'ACTIVE'
             AND (earlier.since, earlier.trainer_id) < (place.since, place.trainer_id)
       ) >= tariff.trainer_limit AS frozen
FROM club_trainer place
JOIN club ON club.id = place.club_id
JOIN tariff ON tariff.code = club.tariff_code;

-- A club that a super-admin has frozen: its panel is read-only, and the catalogue does not have it.
ALTER TABLE club
    ADD frozen_at     timestamptz,
    ADD frozen_reason text,
    ADD CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL));

-- Super-admins who look at a club as its staff see it, read-only, until they leave or the time is over.
CREATE TABLE opened_club (
    user_id bigint      NOT NULL REFERENCES users,
    club_id bigint      NOT NULL REFERENCES club,
    until   timestamptz NOT NULL,
    PRIMARY KEY (user_id, club_id)
);
