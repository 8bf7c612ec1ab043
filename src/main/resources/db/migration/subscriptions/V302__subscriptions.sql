-- What a club pays for, at the price at which it chose it, and until which day it has paid.
CREATE TABLE subscription (
    club_id      bigint PRIMARY KEY REFERENCES club,
    tariff_code  text   NOT NULL REFERENCES tariff,
    price        bigint NOT NULL CHECK (price >= 0), -- a month, in minor units
    paid_until   date,                               -- the last day that is paid for, of the club's zone
    next_step_at timestamptz,                        -- when the next notice is due, or the fall to the free tariff
    version      int    NOT NULL DEFAULT 0,
    CHECK (paid_until IS NOT NULL OR next_step_at IS NULL)
);
CREATE INDEX subscription_due ON subscription (next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX subscription_by_paid_until ON subscription (paid_until, club_id);

INSERT INTO subscription (club_id, tariff_code, price)
SELECT club.id, tariff.code, tariff.price FROM club JOIN tariff ON tariff.code = club.tariff_code;

-- Everything that moved the day until which a club has paid: the club's payments, and what else did.
CREATE TABLE subscription_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_id     bigint      NOT NULL REFERENCES subscription,
    kind        text        NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND', 'PROLONGATION', 'TARIFF_CHANGE')),
    amount      bigint      NOT NULL, -- minor units; what the club paid, less than zero for what was returned
    months      int         NOT NULL, -- bought, less than zero for those that were taken back
    days        int         NOT NULL, -- given
    tariff_code text        NOT NULL REFERENCES tariff,
    price       bigint      NOT NULL, -- of the subscription from then on
    paid_before date,
    paid_after  date,
    refund_of   bigint REFERENCES subscription_entry,
    comment     text        NOT NULL,
    actor_id    bigint      NOT NULL REFERENCES users,
    created_at  timestamptz NOT NULL,
    key         uuid UNIQUE, -- names what the person wanted: a repeat of it changes nothing
    CHECK (kind <> 'PAYMENT' OR amount > 0 AND months > 0),
    CHECK (kind <> 'REFUND' OR amount < 0 AND months <= 0 AND refund_of IS NOT NULL),
    CHECK (kind <> 'PROLONGATION' OR amount = 0 AND months = 0 AND days > 0),
    CHECK (kind <> 'TARIFF_CHANGE' OR amount = 0 AND months = 0),
    CHECK (kind = 'REFUND' OR refund_of IS NULL)
);
CREATE INDEX subscription_entry_of_club ON subscription_entry (club_id, id);
CREATE INDEX subscription_entry_refunds ON subscription_entry (refund_of) WHERE refund_of IS NOT NULL;

CREATE FUNCTION refuse_subscription_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Entries of subscriptions are append-only';
END
$$;
CREATE TRIGGER subscription_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON subscription_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_subscription_entry_change();

-- Each step of a paid time is taken once, whoever runs, however often.
CREATE TABLE subscription_notice (
    club_id    bigint      NOT NULL REFERENCES subscription,
    paid_until date        NOT NULL,
    step       text        NOT NULL CHECK (step IN ('THREE_DAYS', 'ONE_DAY', 'EXPIRED', 'FALL')),
    at         timestamptz NOT NULL,
    PRIMARY KEY (club_id, paid_until, step)
);
