-- The telegram module: what came in, where each conversation stands, what is to go out.
-- Bodies are json, not jsonb: a text may hold what jsonb refuses (U+0000, lone surrogates), and nobody searches in them.

CREATE TABLE telegram_update
(
  bot          text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
  update_id    bigint      NOT NULL,
  chat_id      bigint      NOT NULL,
  body         json        NOT NULL,
  received_at  timestamptz NOT NULL,
  processed_at timestamptz,
  attempts     int         NOT NULL DEFAULT 0,
  error        text,
  PRIMARY KEY (bot, update_id)
);
CREATE INDEX telegram_update_waiting ON telegram_update (bot, chat_id, update_id) WHERE processed_at IS NULL;
CREATE INDEX telegram_update_processed ON telegram_update (processed_at) WHERE processed_at IS NOT NULL;

-- The row is also the lock under which a chat's updates are handled one by one, on whatever node.
CREATE TABLE telegram_chat
(
  bot        text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
  chat_id    bigint      NOT NULL,
  dialog     text,
  step       text        NOT NULL DEFAULT '',
  answers    json        NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (bot, chat_id)
);

CREATE TABLE telegram_outbox
(
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bot                 text        NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
  chat_id             bigint      NOT NULL,
  method              text        NOT NULL,
  payload             json        NOT NULL,
  photo               bytea,
  dedupe_key          text        NOT NULL UNIQUE,
  priority            smallint    NOT NULL CHECK (priority BETWEEN 0 AND 2),
  not_before          timestamptz NOT NULL,
  retry_at            timestamptz,
  state               text        NOT NULL DEFAULT 'QUEUED'
    CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SKIPPED', 'UNKNOWN')),
  attempts            int         NOT NULL DEFAULT 0,
  telegram_message_id bigint,
  error               text,
  created_at          timestamptz NOT NULL,
  claimed_at          timestamptz,
  sent_at             timestamptz
);
CREATE INDEX telegram_outbox_queued ON telegram_outbox (bot, priority, id) WHERE state = 'QUEUED';
CREATE INDEX telegram_outbox_sending ON telegram_outbox (bot) WHERE state = 'SENDING';
CREATE INDEX telegram_outbox_chat ON telegram_outbox (bot, chat_id, id);

COMMENT ON COLUMN telegram_outbox.priority IS '0 interactive, 1 transactional, 2 broadcast';
COMMENT ON COLUMN telegram_outbox.not_before IS 'wished for by the sender; a later message of the chat may go first';
COMMENT ON COLUMN telegram_outbox.retry_at IS 'set by a failed attempt; the chat waits for it, so that the order stays';
