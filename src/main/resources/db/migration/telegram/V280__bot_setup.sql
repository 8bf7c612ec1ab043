-- What was last set at the Bot API's server of what it keeps of a bot: commands, descriptions, menu button, webhook.
CREATE TABLE telegram_setup
(
  bot_id bigint NOT NULL,
  what   text   NOT NULL,
  hash   bytea  NOT NULL,
  PRIMARY KEY (bot_id, what)
);

COMMENT ON COLUMN telegram_setup.bot_id IS 'Telegram''s, which the token begins with: another bot begins anew';
COMMENT ON COLUMN telegram_setup.hash IS 'SHA-256 of the call, which may hold the webhook''s secret';
