-- Whether a client's balance was below the price of one session when it was last looked at: they are told when it falls.
CREATE TABLE low_balance
(
  trainer_id bigint  NOT NULL,
  client_id  bigint  NOT NULL,
  entry_id   bigint  NOT NULL,
  below      boolean NOT NULL,
  PRIMARY KEY (trainer_id, client_id)
);
COMMENT ON COLUMN low_balance.entry_id IS 'the last entry of the ledger that was looked at; those before it come too late';

-- Trainers of whose clients somebody's balance has ever changed, and when they are told next of those that are low.
CREATE TABLE low_balance_digest
(
  trainer_id bigint      NOT NULL PRIMARY KEY,
  due_at     timestamptz NOT NULL,
  week       date        NOT NULL
);
CREATE INDEX low_balance_digest_due ON low_balance_digest (due_at);
COMMENT ON COLUMN low_balance_digest.week IS 'the Monday, in the trainer''s zone, of the last week that was dealt with';
