-- A card is what a chat shows of one thing (a booking): messages come and go, one of them is live.
CREATE TABLE telegram_card
(
  bot        text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
  chat_id    bigint      NOT NULL,
  card       text        NOT NULL,
  message_id bigint,
  revision   bigint      NOT NULL,
  newest     bigint      NOT NULL DEFAULT 0,
  touched_at timestamptz NOT NULL,
  PRIMARY KEY (bot, chat_id, card)
);
CREATE INDEX telegram_card_touched ON telegram_card (touched_at);

COMMENT ON TABLE telegram_card IS 'the row is also the lock under which what a card says is written';
COMMENT ON COLUMN telegram_card.message_id IS 'the live message; null until the first one was sent';
COMMENT ON COLUMN telegram_card.revision IS 'counts what was written, messages and updates alike';
COMMENT ON COLUMN telegram_card.newest IS 'the revision of the last update, or of a message sent later; older updates are skipped';

ALTER TABLE telegram_outbox
  ADD COLUMN card          text,
  ADD COLUMN card_revision bigint,
  ADD COLUMN receipt       boolean NOT NULL DEFAULT false,
  ADD CHECK ((card IS NULL) = (card_revision IS NULL));
