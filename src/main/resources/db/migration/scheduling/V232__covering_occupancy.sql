-- Whose time it is stands in the index too: a week of slots is read from it alone, instead of a page of the table for every
-- session, of which each lies on another page once there are many trainers.
ALTER TABLE occupancy
    DROP CONSTRAINT occupancy_overlap,
    ADD CONSTRAINT occupancy_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&)
        INCLUDE (booking_id, block_id);
