package ru.trenergram.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The statements of one booking, from which those of any other follow: other people, another time, new ids, and now in
 * the place of the moment at which it was recorded.
 */
record RecordedBooking(Wish wish, Instant at, Statements statements) {

    private static final Duration NEAR = Duration.ofDays(6); // what is counted from the session lies nearer than now
    private static final Pattern ID = Pattern.compile("(?<!\\d)[12356]\\d{9}(?!\\d)");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d+)?[+-]\\d{2}(:\\d{2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm", "+00")
            .toFormatter();

    /** The same for another wish, as of now. */
    Statements of(Wish other, Instant now) {
        Map<String, String> ids = ids(other);
        Map<String, String> fresh = new HashMap<>();
        Duration shift = Duration.between(wish.startsAt(), other.startsAt());
        return statements.with(value -> {
            if (MOMENT.matcher(value).matches()) {
                return moment(value, shift, now);
            }
            if (DATE.matcher(value).matches()) {
                return LocalDate.parse(value).plusDays(shift.toDays()).toString();
            }
            if (value.startsWith("\\x")) {
                return value;
            }
            String renamed = ID.matcher(value).replaceAll(id -> ids.getOrDefault(id.group(), id.group()));
            return Recorder.UUID
                    .matcher(renamed)
                    .replaceAll(id -> fresh.computeIfAbsent(
                            id.group(), _ -> UUID.randomUUID().toString()));
        });
    }

    private Map<String, String> ids(Wish other) {
        return Map.of(
                id(People.trainer(wish.trainer())), id(People.trainer(other.trainer())),
                id(People.trainerTelegram(wish.trainer())), id(People.trainerTelegram(other.trainer())),
                id(People.resource(wish.trainer())), id(People.resource(other.trainer())),
                id(People.client(wish.client())), id(People.client(other.client())),
                id(People.clientTelegram(wish.client())), id(People.clientTelegram(other.client())));
    }

    private static String id(long id) {
        return Long.toString(id);
    }

    private String moment(String value, Duration shift, Instant now) {
        Instant moment = OffsetDateTime.parse(value, TIMESTAMP).toInstant();
        boolean ofSession = Duration.between(wish.startsAt(), moment).abs().compareTo(NEAR) < 0;
        return (ofSession ? moment.plus(shift) : moment.plus(Duration.between(at, now))).toString();
    }
}
