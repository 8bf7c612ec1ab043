ALTER TABLE booking
    ADD COLUMN charged_at timestamptz,
    -- the charge went back: the trainer's side had moved it, and it was given up before the client agreed
    ADD COLUMN charge_returned_at timestamptz,
    -- taken over as something that had happened elsewhere: it was paid for there
    ADD COLUMN settled boolean NOT NULL DEFAULT false;

UPDATE booking SET settled = true WHERE status IN ('COMPLETED', 'NO_SHOW');

CREATE INDEX booking_to_charge ON booking (charge_at)
    WHERE charged_at IS NULL AND NOT settled AND price > 0 AND status IN ('CONFIRMED', 'COMPLETED', 'NO_SHOW');
