-- A club switches its codes off one by one, and is told once that it has printed one.
ALTER TABLE qr_code
    ADD COLUMN active     boolean NOT NULL DEFAULT true,
    ADD COLUMN printed_at timestamptz; -- when its picture or a sheet with it was first taken

-- Who came by which code: their first /start payload names it.
CREATE INDEX users_by_source ON users (source, created_at) WHERE source IS NOT NULL;
