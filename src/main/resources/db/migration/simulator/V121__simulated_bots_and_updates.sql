-- What a bot has set about itself. Its row is locked while an update is added: ids rise in the order of commits,
-- so that confirming one never confirms another that is not visible yet.
CREATE TABLE simulator_bot (
    bot             text PRIMARY KEY,
    last_update_id  bigint NOT NULL DEFAULT 100000000,
    allowed_updates jsonb,
    poll            bigint NOT NULL DEFAULT 0,
    webhook         json,
    version         bigint NOT NULL DEFAULT 0
);

INSERT INTO simulator_bot (bot) VALUES ('MAIN'), ('STAFF');

-- Updates that the bot has not confirmed yet.
CREATE TABLE simulator_update (
    bot       text   NOT NULL REFERENCES simulator_bot,
    update_id bigint NOT NULL,
    kind      text   NOT NULL,
    body      json   NOT NULL,
    PRIMARY KEY (bot, update_id)
);

-- scope: default, all_private_chats, chat:<id>; language: two letters or empty for all the others.
CREATE TABLE simulator_commands (
    bot      text  NOT NULL REFERENCES simulator_bot,
    scope    text  NOT NULL,
    language text  NOT NULL,
    commands json  NOT NULL,
    PRIMARY KEY (bot, scope, language)
);

-- telegram_id 0: the button of every chat that has none of its own.
CREATE TABLE simulator_menu_button (
    bot         text   NOT NULL REFERENCES simulator_bot,
    telegram_id bigint NOT NULL,
    button      json   NOT NULL,
    PRIMARY KEY (bot, telegram_id)
);
