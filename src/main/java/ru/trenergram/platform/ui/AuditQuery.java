package ru.trenergram.platform.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Thing;

/**
 * What is looked for in the audit, as it stands in the address.
 *
 * @param from the first day, {@code to} the last
 */
record AuditQuery(
        @Nullable Thing thing,
        @Nullable String thingId,
        @Nullable Long actor,
        @Nullable Long club,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static AuditQuery of(QueryParameters parameters) {
        return new AuditQuery(
                parameters.getSingleParameter("thing").map(AuditQuery::thing).orElse(null),
                parameters
                        .getSingleParameter("id")
                        .map(id -> id.replace("\0", "").strip())
                        .filter(id -> !id.isEmpty())
                        .orElse(null),
                parameters.getSingleParameter("actor").flatMap(AuditQuery::id).orElse(null),
                parameters.getSingleParameter("club").flatMap(AuditQuery::id).orElse(null),
                parameters.getSingleParameter("from").flatMap(AuditQuery::date).orElse(null),
                parameters.getSingleParameter("to").flatMap(AuditQuery::date).orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "thing", thing == null ? null : thing.name().toLowerCase(Locale.ROOT));
        put(parameters, "id", thingId);
        put(parameters, "actor", actor);
        put(parameters, "club", club);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return QueryParameters.simple(parameters);
    }

    /** @param zone in which the days are meant */
    AuditLog.Filter filter(ZoneId zone) {
        return new AuditLog.Filter(
                thing,
                thingId,
                actor,
                club,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static Optional<Long> id(String text) {
        return text.strip().matches("\\d{1,18}") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
    }

    private static @Nullable Thing thing(String name) {
        return Arrays.stream(Thing.values())
                .filter(thing -> thing.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }
}
