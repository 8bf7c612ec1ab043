-- One row a trainer and client: its lock puts the pair's entries in one order.
CREATE TABLE balance (
    trainer_id bigint NOT NULL REFERENCES trainer,
    client_id  bigint NOT NULL REFERENCES users,
    amount     bigint NOT NULL, -- minor units
    PRIMARY KEY (trainer_id, client_id)
);
CREATE INDEX balance_of_client ON balance (client_id);

CREATE TABLE ledger_entry (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_id          bigint      NOT NULL,
    client_id           bigint      NOT NULL,
    kind                text        NOT NULL,
    amount              bigint      NOT NULL CHECK (amount BETWEEN -100000000 AND 100000000), -- minor units
    balance_after       bigint      NOT NULL,
    booking_id          uuid REFERENCES booking,
    actor               text        NOT NULL CHECK (actor IN ('TRAINER', 'SYSTEM')),
    reason              text        NOT NULL CHECK (reason IN ('BY_TRAINER', 'BEFORE_START', 'AGREED_LATER', 'MOVE_NOT_ACCEPTED')),
    -- the rule at the moment of a charge
    charge_hours_before int,
    charge_at           timestamptz,
    session_at          timestamptz,
    created_at          timestamptz NOT NULL,
    FOREIGN KEY (trainer_id, client_id) REFERENCES balance,
    UNIQUE (booking_id, kind),
    CHECK (kind = 'TOPUP' AND amount > 0
        OR kind = 'ADJUSTMENT' AND amount <> 0
        OR kind = 'CHARGE' AND amount < 0),
    CHECK (kind <> 'CHARGE'
        OR booking_id IS NOT NULL AND charge_hours_before IS NOT NULL AND charge_at IS NOT NULL
            AND session_at IS NOT NULL)
);
CREATE INDEX ledger_of_pair ON ledger_entry (trainer_id, client_id, id);

-- What people write stands apart: it is blanked when somebody is erased, and the ledger itself never changes.
CREATE TABLE ledger_comment (
    entry_id bigint PRIMARY KEY REFERENCES ledger_entry,
    text     text NOT NULL
);

CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only';
END
$$;
CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
