-- What a bot has uploaded once is sent again by the name that Telegram gave it, which belongs to this bot.
CREATE TABLE telegram_file
(
  bot         text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
  hash        bytea       NOT NULL,
  file_id     text        NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (bot, hash)
);

COMMENT ON COLUMN telegram_file.hash IS 'SHA-256 of the content';
