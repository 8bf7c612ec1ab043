-- 1 000 trainers with 50 clients each, and 1 000 bookings for each of the first ${busy_trainers} of them.
-- The ids of people and resources have ten digits and are told apart by the first, so that they can be recognised in
-- recorded statements.

SET session_replication_role = replica; -- no foreign key is checked a million times
SET maintenance_work_mem = '256MB';

CREATE TEMP TABLE t AS
SELECT n, 1000000000 + n AS user_id, 3000000000 + n AS resource_id, date '${today}' AS today,
       (ARRAY ['Europe/Moscow', 'Europe/Moscow', 'Asia/Yekaterinburg', 'Europe/Kaliningrad', 'Europe/Berlin'])[n % 5 + 1] AS zone
FROM generate_series(1, 1000) n;

INSERT INTO users (id, telegram_id, first_name, last_name, phone, language, created_at) OVERRIDING SYSTEM VALUE
SELECT user_id, 5000000000 + n, 'Тренер', 'Номер ' || n, '+7900' || lpad(n::text, 7, '0'), 'ru', today - 400 FROM t
UNION ALL
SELECT 2000000000 + n, 6000000000 + n, 'Клиент', 'Номер ' || n, '+7901' || lpad(n::text, 7, '0'), 'ru', date '${today}' - 300
FROM generate_series(1, 50000) n;

INSERT INTO club (name, city, address, timezone, tariff_code, public, created_at)
SELECT 'Клуб ' || n, 'Москва', 'ул. Спортивная, ' || n, 'Europe/Moscow', 'PREMIUM', true, date '${today}' - 400
FROM generate_series(1, 40) n;
INSERT INTO location (club_id, name, address) SELECT id, 'Зал', address FROM club;

INSERT INTO trainer (user_id, price, session_minutes, slot_step_minutes, timezone, self_booking, min_notice_hours,
                     max_advance_days, charge_hours_before, place, listed, version, created_at)
SELECT user_id, 200000 + n % 10 * 10000, 60, CASE WHEN n % 3 = 0 THEN 60 ELSE 30 END, zone, 'INSTANT', 2, 90, 12,
       CASE WHEN n % 2 = 0 THEN 'Парк Горького' END, true, 0, today - 400
FROM t;
INSERT INTO club_trainer (club_id, trainer_id, status, since)
SELECT club.id, user_id, 'ACTIVE', today - 390
FROM t JOIN club ON club.name = 'Клуб ' || n % 40 + 1
WHERE n % 5 < 3;

INSERT INTO roster_entry (trainer_id, client_id, price, recent_at, joined_at)
SELECT 1000000000 + (c - 1) % 1000 + 1, 2000000000 + c, CASE WHEN c % 7 = 0 THEN 180000 END,
       date '${today}' - c % 90, date '${today}' - 200
FROM generate_series(1, 50000) c;

INSERT INTO working_week (trainer_id, version) SELECT user_id, 1 FROM t;
INSERT INTO working_rule (trainer_id, weekday, from_minute, to_minute)
SELECT user_id, weekday, 8 * 60, 13 * 60 FROM t, generate_series(1, 5) weekday
UNION ALL
SELECT user_id, weekday, 14 * 60, 20 * 60 FROM t, generate_series(1, 5) weekday
UNION ALL
SELECT user_id, 6, 10 * 60, 15 * 60 FROM t;

INSERT INTO working_exception (trainer_id, kind, date_from, date_to, from_minute, to_minute, reason, version)
SELECT user_id, 'OFF', today + n % 20 + back, today + n % 20 + back + 1, NULL, NULL, 'Отпуск', 0
FROM t, unnest(ARRAY [-200, -100, 5]) back
UNION ALL
SELECT user_id, 'EXTRA', today + n % 14, today + n % 14, 20 * 60, 21 * 60, NULL, 0 FROM t;

-- The sessions: a thousand of the hours from 30 weeks ago to four weeks ahead, scattered but the same at every seeding
CREATE TEMP TABLE b AS
SELECT gen_random_uuid() AS id, t.n, t.user_id, t.resource_id, t.zone, starts_at, starts_at + interval '1 hour' AS ends_at,
       starts_at < today AS past, abs(hashint4(place * 7 + 3)) % 100 AS dice,
       2000000000 + t.n + abs(hashint4(place)) % 50 * 1000 AS client_id
FROM t
CROSS JOIN LATERAL (
    SELECT (day + make_time(hour, 0, 0)) AT TIME ZONE zone AS starts_at, t.n * 100000 + (day - today + 300) * 24 + hour AS place
    FROM (SELECT today + d AS day FROM generate_series(-210, 28) d) days,
         unnest(ARRAY [8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19]) hour
    WHERE extract(isodow FROM day) <= 5
      AND NOT day BETWEEN today + t.n % 20 + 5 AND today + t.n % 20 + 6
    ORDER BY hashint4(t.n * 100000 + (day - today + 300) * 24 + hour)
    LIMIT 1000) hours
WHERE t.n <= ${busy_trainers};

-- as they would have come in over the months
CREATE TEMP TABLE ordered AS SELECT * FROM b ORDER BY starts_at - make_interval(days => dice % 10), id;

ALTER TABLE ordered ADD COLUMN status text;
UPDATE ordered SET status = CASE WHEN dice < 10 THEN 'CANCELLED' WHEN past AND dice < 14 THEN 'NO_SHOW' WHEN past THEN 'COMPLETED'
    WHEN dice < 20 THEN 'PENDING' ELSE 'CONFIRMED' END;

INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, awaiting, price, charge_hours_before, charge_at,
                     expires_at, location_id, outside_working_hours, created_by, cancelled_by, status_by, status_by_user,
                     version, created_at, charged_at, settled)
SELECT id, user_id, client_id, starts_at, ends_at, status, CASE status WHEN 'PENDING' THEN 'CLIENT' END, 200000, 12,
       starts_at - interval '12 hours', CASE status WHEN 'PENDING' THEN ends_at + interval '72 hours' END, NULL, false,
       'TRAINER', CASE status WHEN 'CANCELLED' THEN 'CLIENT' END, 'TRAINER', user_id, 0, starts_at - interval '10 days',
       CASE WHEN NOT past AND status = 'CONFIRMED' AND starts_at < date '${today}' + interval '60 hours'
           THEN starts_at - interval '12 hours' END,
       past
FROM ordered;
INSERT INTO booking_history (booking_id, version, at, actor, actor_user, change)
SELECT id, 0, starts_at - interval '10 days', 'TRAINER', user_id, 'created' FROM ordered;

INSERT INTO reminder_plan (booking_id, due_at)
SELECT id, starts_at - interval '1 day' FROM ordered
WHERE status IN ('PENDING', 'CONFIRMED') AND starts_at > date '${today}' + interval '3 days';

INSERT INTO resource (id, trainer_id) OVERRIDING SYSTEM VALUE SELECT resource_id, user_id FROM t;
INSERT INTO blocked_time (trainer_id, starts_at, ends_at, reason)
SELECT user_id, starts_at, starts_at + interval '1 hour', 'Обед с коллегами'
FROM t, LATERAL (SELECT (today + n % 7 + week * 7 + time '13:00') AT TIME ZONE zone AS starts_at
                 FROM generate_series(-4, 3) week) lunch;

-- The constraint that keeps two sessions apart is built once, over all of them
DO $$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT definition FROM pg_constraint WHERE conname = 'occupancy_overlap';
    ALTER TABLE occupancy DROP CONSTRAINT occupancy_overlap;
    INSERT INTO occupancy (resource_id, during, kind, booking_id)
    SELECT resource_id, tstzrange(starts_at, ends_at, '[)'), 'BOOKING', id FROM ordered WHERE status <> 'CANCELLED';
    INSERT INTO occupancy (resource_id, during, kind, block_id)
    SELECT t.resource_id, tstzrange(starts_at, ends_at, '[)'), 'BLOCK', blocked_time.id
    FROM blocked_time JOIN t ON t.user_id = trainer_id;
    EXECUTE 'ALTER TABLE occupancy ADD CONSTRAINT occupancy_overlap ' || definition;
END
$$;
