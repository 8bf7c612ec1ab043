-- What super-admins have switched off or on again; what never was has no row, and is on
CREATE TABLE feature_switch (
    feature    text PRIMARY KEY,
    is_on      boolean NOT NULL,
    changed_by bigint REFERENCES users,
    changed_at timestamptz
);
