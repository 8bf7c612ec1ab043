-- Staff ask in their bot too, and its super-admins answer there. Each bot counts the messages of a chat by itself.
ALTER TABLE support_message
    ADD COLUMN bot text NOT NULL DEFAULT 'MAIN' CHECK (bot IN ('MAIN', 'STAFF')),
    DROP CONSTRAINT support_message_pkey,
    ADD PRIMARY KEY (bot, chat_id, message_id);
ALTER TABLE support_message ALTER COLUMN bot DROP DEFAULT;

-- To whom a request could not be brought. When that is everybody, who asked is told.
CREATE TABLE support_undelivered (
    request_id bigint NOT NULL REFERENCES support_request,
    chat_id    bigint NOT NULL,
    PRIMARY KEY (request_id, chat_id)
);
