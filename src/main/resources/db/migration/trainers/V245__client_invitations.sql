-- A personal link that makes one person a trainer's client. Only a hash of its code is kept.
CREATE TABLE client_invitation (
    code_hash  bytea PRIMARY KEY,
    trainer_id bigint      NOT NULL REFERENCES trainer,
    expires_at timestamptz NOT NULL,
    used_by    bigint REFERENCES users,
    used_at    timestamptz,
    CHECK ((used_by IS NULL) = (used_at IS NULL))
);
CREATE INDEX client_invitation_of_trainer ON client_invitation (trainer_id);
