package ru.trenergram.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Thing;

/**
 * What is looked for, as it stands in the address.
 *
 * @param from the first day, {@code to} the last, in the club's zone
 */
record ClubAuditQuery(
        @Nullable Long actor,
        @Nullable Thing thing,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final ClubAuditQuery EVERYTHING = new ClubAuditQuery(null, null, null, null);

    /** What can be a club's business. */
    static final List<Thing> THINGS = List.of(
            Thing.CLUB,
            Thing.LOCATION,
            Thing.STAFF_MEMBER,
            Thing.CLUB_TRAINER,
            Thing.QR_CODE,
            Thing.SUBSCRIPTION,
            Thing.CLUB_PAYMENT);

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    static ClubAuditQuery of(QueryParameters parameters) {
        return new ClubAuditQuery(
                parameters
                        .getSingleParameter("actor")
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(null),
                parameters
                        .getSingleParameter("thing")
                        .flatMap(name -> THINGS.stream()
                                .filter(thing -> thing.name().equals(name))
                                .findFirst())
                        .orElse(null),
                parameters
                        .getSingleParameter("from")
                        .flatMap(ClubAuditQuery::date)
                        .orElse(null),
                parameters
                        .getSingleParameter("to")
                        .flatMap(ClubAuditQuery::date)
                        .orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "actor", actor);
        put(parameters, "thing", thing);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return QueryParameters.simple(parameters);
    }

    AuditLog.Filter filter(ZoneId zone) {
        return new AuditLog.Filter(
                thing,
                null,
                actor,
                null,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    ClubAuditQuery withActor(@Nullable Long other) {
        return new ClubAuditQuery(other, thing, from, to);
    }

    ClubAuditQuery withThing(@Nullable Thing other) {
        return new ClubAuditQuery(actor, other, from, to);
    }

    ClubAuditQuery withFrom(@Nullable LocalDate other) {
        return new ClubAuditQuery(actor, thing, other, to);
    }

    ClubAuditQuery withTo(@Nullable LocalDate other) {
        return new ClubAuditQuery(actor, thing, from, other);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }
}
