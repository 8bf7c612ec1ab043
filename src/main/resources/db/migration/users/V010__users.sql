-- A Telegram account. telegram_id is null once the person has been erased.
CREATE TABLE users (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    telegram_id       bigint UNIQUE,
    first_name        text        NOT NULL,
    last_name         text,
    username          text,
    photo_url         text,
    phone             text,
    language          text        NOT NULL CHECK (language IN ('ru', 'en')),
    timezone          text,
    source            text, -- the first /start payload
    unreachable_since timestamptz, -- the main bot may not write to them
    created_at        timestamptz NOT NULL
);
