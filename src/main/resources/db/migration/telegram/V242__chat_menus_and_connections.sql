-- The commands that a chat's own menu shows, as they were sent; null while it shows everybody's.
ALTER TABLE telegram_chat ADD COLUMN menu text;

-- Whether Telegram can be asked for a bot's updates, as the node that receives them last knew.
CREATE TABLE telegram_connection (
    bot        text PRIMARY KEY CHECK (bot IN ('MAIN', 'STAFF')),
    lost_since timestamptz,
    reason     text,
    CHECK ((lost_since IS NULL) = (reason IS NULL))
);

-- What Telegram refused lately is asked for every minute.
CREATE INDEX telegram_outbox_failed ON telegram_outbox (claimed_at) WHERE state = 'FAILED';
