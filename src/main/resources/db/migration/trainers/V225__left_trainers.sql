-- A client who has left their trainer: the row stays, so that a return finds the note and the price again.
ALTER TABLE roster_entry ADD COLUMN left_at timestamptz;
