-- The bookings of a weekly series are bookings like any other; each knows its place in the series.
ALTER TABLE booking
    ADD COLUMN series_id    uuid,
    ADD COLUMN series_index int, -- from 1, in the order of the weeks; it stays when the booking is moved
    ADD COLUMN series_count int, -- of the bookings with which the series was made
    ADD CONSTRAINT booking_series CHECK (
        (series_id IS NULL) = (series_index IS NULL) AND (series_id IS NULL) = (series_count IS NULL)
        AND series_index BETWEEN 1 AND series_count);

CREATE UNIQUE INDEX booking_in_series ON booking (series_id, series_index) WHERE series_id IS NOT NULL;
