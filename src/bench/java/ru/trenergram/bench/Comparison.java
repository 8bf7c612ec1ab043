package ru.trenergram.bench;

/** The service beside its floor. @param aim the least share of the floor's throughput */
record Comparison(String name, double aim, int statements, Tally service, Tally floor) {

    static final double SLOWEST_MILLIS = 100;

    double share() {
        return service.perSecond() / floor.perSecond();
    }

    boolean met() {
        return service.errors() == 0 && share() >= aim && service.millis(0.99) < SLOWEST_MILLIS;
    }

    String row() {
        return "| %s | %,.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %,.0f | %.1f | %.0f %% | ≥ %.0f %% | %d | %s |"
                .formatted(
                        name,
                        service.perSecond(),
                        service.millis(0.5),
                        service.millis(0.95),
                        service.millis(0.99),
                        service.serviceMillis(),
                        service.loadMillis(),
                        statements,
                        floor.perSecond(),
                        floor.millis(0.99),
                        share() * 100,
                        aim * 100,
                        service.errors(),
                        met() ? "yes" : "**no**");
    }
}
