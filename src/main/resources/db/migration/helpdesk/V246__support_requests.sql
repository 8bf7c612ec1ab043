-- What people asked support.
CREATE TABLE support_request (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id  bigint      NOT NULL REFERENCES users,
    asked_at timestamptz NOT NULL
);
CREATE INDEX support_request_of_user ON support_request (user_id);

-- Under which messages a request stands in the support chat: who answers one of them answers the person.
CREATE TABLE support_message (
    chat_id    bigint NOT NULL,
    message_id bigint NOT NULL,
    request_id bigint NOT NULL REFERENCES support_request,
    PRIMARY KEY (chat_id, message_id)
);
