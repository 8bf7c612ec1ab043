-- For the figures and exports of a trainer, over all of their clients.
CREATE INDEX ledger_of_trainer ON ledger_entry (trainer_id, created_at);
