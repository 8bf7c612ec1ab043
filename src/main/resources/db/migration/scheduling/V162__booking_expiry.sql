-- When a booking that nobody answers is given up, and whether its charge has fallen due before it was moved.
ALTER TABLE booking
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN charge_fixed boolean NOT NULL DEFAULT false;

UPDATE booking SET expires_at = CASE awaiting
    WHEN 'TRAINER' THEN least(created_at + interval '24 hours', starts_at)
    ELSE ends_at + interval '72 hours' END
WHERE status = 'PENDING';

ALTER TABLE booking ADD CONSTRAINT booking_expires CHECK ((status = 'PENDING') = (expires_at IS NOT NULL));
CREATE INDEX booking_to_expire ON booking (expires_at) WHERE status = 'PENDING';
