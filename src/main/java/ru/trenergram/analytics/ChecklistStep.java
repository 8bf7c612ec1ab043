package ru.trenergram.analytics;

/** The way from a new club to its first booking. What is done is read from the club's data; nobody ticks anything off. */
public enum ChecklistStep {
    LOCATION("settings", "EXISTS (SELECT 1 FROM location WHERE club_id = :club AND closed_at IS NULL)"),
    TRAINER("trainers", "EXISTS (SELECT 1 FROM club_trainer WHERE club_id = :club AND status = 'ACTIVE')"),
    QR_CODE("qr", "EXISTS (SELECT 1 FROM qr_code WHERE club_id = :club AND printed_at IS NOT NULL)"),
    CLIENT("clients", """
            EXISTS (SELECT 1 FROM roster_entry JOIN club_trainer USING (trainer_id)
                    WHERE club_id = :club AND status = 'ACTIVE' AND left_at IS NULL)"""),
    BOOKING("calendar", """
            EXISTS (SELECT 1 FROM booking JOIN location ON location.id = location_id WHERE club_id = :club)""");

    private final String page;
    private final String done;

    ChecklistStep(String page, String done) {
        this.page = page;
        this.done = done;
    }

    /** Where it is done: the part of the address behind {@code /club/<id>/}. */
    public String page() {
        return page;
    }

    /** The condition in SQL. */
    String done() {
        return done;
    }
}
