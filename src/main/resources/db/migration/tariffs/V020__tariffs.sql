-- What a club pays the platform a month, in minor units, and what it may have for it. No limit: null.
CREATE TABLE tariff (
    code          text PRIMARY KEY,
    price         bigint NOT NULL CHECK (price >= 0),
    trainer_limit int CHECK (trainer_limit > 0)
);

INSERT INTO tariff (code, price, trainer_limit)
VALUES ('FREE', 0, 5),
       ('PRO', 990000, 25),
       ('PREMIUM', 1990000, NULL);
