-- What has been done with is forgotten in the end: see OutboxQueue.
CREATE INDEX telegram_outbox_finished ON telegram_outbox (created_at) WHERE state NOT IN ('QUEUED', 'SENDING');
