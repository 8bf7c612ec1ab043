-- Exclusion constraints over (resource, time range), and search by a part of a name.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
