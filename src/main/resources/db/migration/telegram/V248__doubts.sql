-- How often nobody knew whether a message had arrived, because a connection or a sender broke off: it may have come twice.
ALTER TABLE telegram_outbox ADD COLUMN doubts int NOT NULL DEFAULT 0;
