package ru.trenergram.bench;

/** How full the table of bookings is. People, rosters and working hours are the same in both. */
enum Size {
    SMALL(10),
    LARGE(1_000);

    private final int busyTrainers;

    Size(int busyTrainers) {
        this.busyTrainers = busyTrainers;
    }

    /** Who has bookings, a thousand each; the first ten trainers have the very same ones in both sizes. */
    int busyTrainers() {
        return busyTrainers;
    }

    int bookings() {
        return busyTrainers * 1_000;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
