-- Who changed money and settings. Ids and values only: people's own words would have to be blanked when somebody is
-- erased, and nothing here ever changes.
CREATE TABLE audit_entry (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    side     text        NOT NULL,
    actor_id bigint REFERENCES users, -- null: the service itself
    thing    text        NOT NULL,
    thing_id text        NOT NULL,
    club_id  bigint REFERENCES club,
    before   jsonb       NOT NULL,
    after    jsonb       NOT NULL
);
CREATE INDEX audit_by_time ON audit_entry (at, id);
CREATE INDEX audit_of_thing ON audit_entry (thing, thing_id, at, id);
CREATE INDEX audit_of_actor ON audit_entry (actor_id, at, id);
CREATE INDEX audit_of_club ON audit_entry (club_id, at, id) WHERE club_id IS NOT NULL;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit is append-only';
END
$$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
