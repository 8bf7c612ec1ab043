-- The file of a message stands in "photo", whether it is one or a document; a document has a name besides.
ALTER TABLE telegram_outbox ADD COLUMN file_name text;
