-- The people of the simulated Telegram. Those made on the chat page get ids from the sequence.
CREATE SEQUENCE simulator_person_id START 7000000000;

CREATE TABLE simulator_person (
    telegram_id   bigint PRIMARY KEY CHECK (telegram_id > 0),
    first_name    text NOT NULL CHECK (first_name <> ''),
    last_name     text,
    username      text,
    language_code text NOT NULL,
    phone         text NOT NULL
);

CREATE UNIQUE INDEX simulator_person_username ON simulator_person (lower(username));

-- A chat's row is locked before anything in the chat changes: "change" therefore rises in the order of commits,
-- and a reader that has seen a change has seen every one before it.
CREATE TABLE simulator_chat (
    bot             text    NOT NULL CHECK (bot IN ('MAIN', 'STAFF')),
    telegram_id     bigint  NOT NULL REFERENCES simulator_person,
    started         boolean NOT NULL DEFAULT false,
    blocked         boolean NOT NULL DEFAULT false,
    change          bigint  NOT NULL DEFAULT 0,
    read_message_id bigint  NOT NULL DEFAULT 0,
    reply_keyboard  json,
    PRIMARY KEY (bot, telegram_id)
);

CREATE SEQUENCE simulator_message_id;

-- A deleted message keeps its row, so that an open page learns to take it away.
CREATE TABLE simulator_message (
    bot         text        NOT NULL,
    telegram_id bigint      NOT NULL,
    message_id  bigint      NOT NULL,
    change      bigint      NOT NULL,
    from_bot    boolean     NOT NULL,
    sent_at     timestamptz NOT NULL,
    edited_at   timestamptz,
    deleted     boolean     NOT NULL DEFAULT false,
    editable    boolean     NOT NULL,
    content     json        NOT NULL,
    buttons     json,
    PRIMARY KEY (bot, telegram_id, message_id),
    FOREIGN KEY (bot, telegram_id) REFERENCES simulator_chat
);

CREATE UNIQUE INDEX simulator_message_change ON simulator_message (bot, telegram_id, change);

CREATE SEQUENCE simulator_press_id START 4000000000000001;

-- Pressed inline buttons: callback queries, and what the bot answered.
CREATE TABLE simulator_press (
    press_id    bigint PRIMARY KEY,
    bot         text        NOT NULL,
    telegram_id bigint      NOT NULL,
    message_id  bigint      NOT NULL,
    pressed_at  timestamptz NOT NULL,
    answered    boolean     NOT NULL DEFAULT false,
    change      bigint,
    text        text,
    alert       boolean     NOT NULL DEFAULT false,
    url         text,
    FOREIGN KEY (bot, telegram_id, message_id) REFERENCES simulator_message
);

CREATE INDEX simulator_press_change ON simulator_press (bot, telegram_id, change);

-- A file_id belongs to one bot.
CREATE TABLE simulator_file (
    file_id    text PRIMARY KEY,
    bot        text    NOT NULL,
    media_type text    NOT NULL,
    width      integer NOT NULL,
    height     integer NOT NULL,
    content    bytea   NOT NULL
);
