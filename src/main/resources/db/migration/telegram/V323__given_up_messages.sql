-- What super-admins look through, the newest first
CREATE INDEX telegram_outbox_given_up ON telegram_outbox (id) WHERE state IN ('FAILED', 'UNKNOWN');
