-- One row once demo data has been filled in: it is filled once, and by one node.
CREATE TABLE demo_data (
    filled    boolean PRIMARY KEY CHECK (filled),
    filled_at timestamptz NOT NULL
);
