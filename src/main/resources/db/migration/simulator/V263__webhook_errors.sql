-- Why the last delivery to a webhook failed, and when.
ALTER TABLE simulator_bot
    ADD COLUMN webhook_error    text,
    ADD COLUMN webhook_error_at timestamptz;
