-- The few that are still to take place among the many of a club, in the order of its list
CREATE INDEX booking_open_at_location ON booking (location_id, starts_at, id)
    WHERE location_id IS NOT NULL AND status IN ('PENDING', 'CONFIRMED');
