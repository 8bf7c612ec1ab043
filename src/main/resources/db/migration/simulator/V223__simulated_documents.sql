-- A document has a name and is no picture of some size.
ALTER TABLE simulator_file
    ADD COLUMN file_name text,
    ALTER COLUMN width DROP NOT NULL,
    ALTER COLUMN height DROP NOT NULL;
