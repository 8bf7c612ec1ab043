-- A step that is null is off. Times of the day are minutes since midnight.
ALTER TABLE trainer
    ADD COLUMN reminders_enabled          boolean NOT NULL DEFAULT true,
    ADD COLUMN reminder_first_days_before int DEFAULT 1 CHECK (reminder_first_days_before BETWEEN 1 AND 14),
    ADD COLUMN reminder_first_at          int NOT NULL DEFAULT 720 CHECK (reminder_first_at BETWEEN 0 AND 1439),
    ADD COLUMN reminder_second_after      int DEFAULT 3 CHECK (reminder_second_after BETWEEN 1 AND 72),
    ADD COLUMN reminder_third_after       int DEFAULT 3 CHECK (reminder_third_after BETWEEN 1 AND 72),
    ADD COLUMN reminder_auto_cancel_after int DEFAULT 3 CHECK (reminder_auto_cancel_after BETWEEN 1 AND 72),
    ADD COLUMN heads_up_hours_before      int DEFAULT 2 CHECK (heads_up_hours_before BETWEEN 1 AND 24),
    ADD COLUMN quiet_from                 int NOT NULL DEFAULT 1320 CHECK (quiet_from BETWEEN 0 AND 1439),
    ADD COLUMN quiet_to                   int NOT NULL DEFAULT 480 CHECK (quiet_to BETWEEN 0 AND 1439);
