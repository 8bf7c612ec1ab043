-- Faults on demand. calls counts what was in scope, hits what was struck: a fault with "times" ends after so many.
-- Without a bot it is for both, without a method for every one but getUpdates, without a chat for all.
CREATE TABLE simulator_fault (
    fault_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text             NOT NULL,
    bot         text CHECK (bot IN ('MAIN', 'STAFF')),
    method      text,
    chat_id     bigint,
    times       integer CHECK (times > 0),
    probability double precision NOT NULL CHECK (probability > 0 AND probability <= 1),
    seed        bigint           NOT NULL,
    seconds     integer CHECK (seconds >= 0),
    code        integer,
    description text,
    calls       bigint           NOT NULL DEFAULT 0,
    hits        bigint           NOT NULL DEFAULT 0
);
