-- Two clubs on top of the seed: one at which nearly all of the million took place, with three locations, and one of 25
-- trainers with their weeks around today. Whoever is staff signs in by links that are made here.

INSERT INTO users (id, telegram_id, first_name, language, created_at) OVERRIDING SYSTEM VALUE
VALUES (4000000001, 7000000001, 'Владелец', 'ru', date '${today}');

INSERT INTO club (name, city, address, timezone, tariff_code, public, created_at)
SELECT name, 'Москва', 'Тверская, 1', 'Europe/Moscow', 'PREMIUM', true, date '${today}' - 400
FROM unnest(ARRAY ['Миллион', 'Двадцать пять']) name;
INSERT INTO staff_member (club_id, user_id, role, since)
SELECT id, 4000000001, 'OWNER', date '${today}' FROM club WHERE name IN ('Миллион', 'Двадцать пять');
INSERT INTO location (club_id, name, address)
SELECT id, 'Зал ' || n, address FROM club, generate_series(1, 3) n WHERE name IN ('Миллион', 'Двадцать пять');

DELETE FROM club_trainer;
INSERT INTO club_trainer (club_id, trainer_id, status, since)
SELECT club.id, user_id, 'ACTIVE', date '${today}' - 390
FROM trainer JOIN club ON club.name = 'Двадцать пять'
WHERE user_id <= 1000000025;

UPDATE booking SET location_id = (
    SELECT location.id FROM location JOIN club ON club.id = club_id
    WHERE location.name = 'Зал ' || trainer_id % 3 + 1
      AND club.name = CASE WHEN trainer_id <= 1000000025 AND starts_at >= date '${today}' - 14 THEN 'Двадцать пять'
                           ELSE 'Миллион' END);

VACUUM ANALYZE booking;
