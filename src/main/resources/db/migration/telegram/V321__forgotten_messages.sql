-- A message that still has to go out, and whose words are to be forgotten then: somebody in it has been erased
ALTER TABLE telegram_outbox ADD COLUMN forget boolean NOT NULL DEFAULT false;
