package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.trainers.Trainers;

/**
 * Days off and extra hours (PRODUCT.md, "Booking"). They may be laid over bookings, which they leave alone. Whoever
 * changes them and whoever books wait for each other, so that no booking slips past the conflicts that are told.
 */
@Service
@Transactional
public class WorkingExceptions {

    private static final int MAX_DAYS = 366;
    private static final int MAX_AHEAD = 300;
    private static final int MAX_REASON = 200;
    private static final int MAX_CONFLICTS = 200;

    private final JdbcClient jdbc;
    private final Occupancy occupancy;
    private final BookingReads bookings;
    private final Trainers trainers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkingExceptions(
            JdbcClient jdbc,
            Occupancy occupancy,
            BookingReads bookings,
            Trainers trainers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.occupancy = occupancy;
        this.bookings = bookings;
        this.trainers = trainers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a trainer wants to be different.
     *
     * @param from minutes since midnight, with {@code to}; both null for days off as a whole
     */
    public record Wish(
            WorkingException.Kind kind,
            LocalDate firstDate,
            LocalDate lastDate,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String reason) {}

    /** Where a list of exceptions goes on. */
    public record Key(LocalDate firstDate, long id) {}

    /**
     * A trainer's exceptions by their first dates.
     *
     * @param from those that end before it are left out, like those that begin after {@code to}
     * @throws DomainException {@code validation_failed}
     */
    @Transactional(readOnly = true)
    public List<WorkingException> list(
            long trainerId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Key after, int limit) {
        if (from != null) {
            Moments.require("from", from);
        }
        if (to != null) {
            Moments.require("to", to);
        }
        return jdbc.sql("""
                        SELECT * FROM working_exception
                        WHERE trainer_id = :trainer
                          AND date_to >= coalesce(:from::date, '-infinity')
                          AND date_from <= coalesce(:to::date, 'infinity')
                          AND (date_from, id) > (coalesce(:after::date, '-infinity'), :id)
                        ORDER BY date_from, id LIMIT :limit
                        """)
                .param("trainer", trainerId)
                .param("from", from)
                .param("to", to)
                .param("after", after == null ? null : after.firstDate())
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query(WorkingExceptions::row)
                .list();
    }

    /** @throws DomainException {@code validation_failed} */
    public WorkingException add(long trainerId, Wish wish) {
        check(wish);
        occupancy.lock(trainerId);
        if (countAhead(trainerId) >= MAX_AHEAD) {
            throw DomainException.invalid("exceptions", "max", MAX_AHEAD);
        }
        WorkingException added = jdbc.sql("""
                        INSERT INTO working_exception
                            (trainer_id, kind, date_from, date_to, from_minute, to_minute, reason, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 0) RETURNING *
                        """)
                .params(trainerId, wish.kind().name(), wish.firstDate(), wish.lastDate())
                .param(wish.from())
                .param(wish.to())
                .param(Texts.blankToNull(wish.reason()))
                .query(WorkingExceptions::row)
                .single();
        tell(trainerId, added.id(), Facts.none(), added.facts());
        return added;
    }

    /**
     * @param version of the exception that is replaced, or null not to compare it
     * @throws DomainException {@code not_found}, {@code stale_version}, {@code validation_failed}
     */
    public WorkingException change(long trainerId, long id, Wish wish, @Nullable Integer version) {
        check(wish);
        occupancy.lock(trainerId);
        WorkingException present = find(trainerId, id).orElseThrow(DomainException::notFound);
        if (version != null && version != present.version()) {
            throw new DomainException(ErrorCode.STALE_VERSION);
        }
        WorkingException changed = jdbc.sql("""
                        UPDATE working_exception SET kind = ?, date_from = ?, date_to = ?, from_minute = ?,
                            to_minute = ?, reason = ?, version = version + 1
                        WHERE id = ? RETURNING *
                        """)
                .params(wish.kind().name(), wish.firstDate(), wish.lastDate())
                .param(wish.from())
                .param(wish.to())
                .param(Texts.blankToNull(wish.reason()))
                .param(id)
                .query(WorkingExceptions::row)
                .single();
        tell(trainerId, id, present.facts(), changed.facts());
        return changed;
    }

    /** @throws DomainException {@code not_found} */
    public void remove(long trainerId, long id) {
        WorkingException removed = jdbc.sql("DELETE FROM working_exception WHERE id = ? AND trainer_id = ? RETURNING *")
                .params(id, trainerId)
                .query(WorkingExceptions::row)
                .optional()
                .orElseThrow(DomainException::notFound);
        tell(trainerId, id, removed.facts(), Facts.none());
    }

    /** The bookings ahead that time off lies over, at most 200; extra hours are in nobody's way. */
    @Transactional(readOnly = true)
    public List<BookingInfo> conflicts(long trainerId, WorkingException exception) {
        if (exception.kind() == WorkingException.Kind.EXTRA) {
            return List.of();
        }
        ZoneId zone = trainers.get(trainerId).timezone();
        Instant now = clock.instant();
        List<Span> off = exception
                .firstDate()
                .datesUntil(exception.lastDate().plusDays(1))
                .flatMap(date -> WorkingTime.span(date, exception.hours(date), zone).stream())
                .filter(span -> span.endsAt().isAfter(now))
                .toList();
        if (off.isEmpty()) {
            return List.of();
        }
        Span range = new Span(off.getFirst().startsAt(), off.getLast().endsAt());
        return bookings.findAll(occupancy.of(trainerId, range).stream()
                .filter(busy -> busy.time().endsAt().isAfter(now))
                .filter(busy -> off.stream().anyMatch(busy.time()::overlaps))
                .map(Occupancy.Busy::bookingId)
                .filter(Objects::nonNull)
                .limit(MAX_CONFLICTS)
                .toList());
    }

    /** What touches some dates, in the order in which it was made. */
    List<WorkingException> on(long trainerId, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        SELECT * FROM working_exception
                        WHERE trainer_id = ? AND date_to >= ? AND date_from <= ? ORDER BY id
                        """)
                .params(trainerId, first, last)
                .query(WorkingExceptions::row)
                .list();
    }

    /** The same of several trainers at once, by the trainer's user id; trainers without are absent. */
    Map<Long, List<WorkingException>> onOfAll(Collection<Long> trainerIds, LocalDate first, LocalDate last) {
        Map<Long, List<WorkingException>> exceptions = new HashMap<>();
        jdbc.sql("""
                        SELECT * FROM working_exception
                        WHERE trainer_id = ANY (?) AND date_to >= ? AND date_from <= ? ORDER BY id
                        """).params(trainerIds.toArray(Long[]::new), first, last).query(row -> {
            exceptions
                    .computeIfAbsent(row.getLong("trainer_id"), trainer -> new ArrayList<>())
                    .add(row(row, 0));
        });
        return exceptions;
    }

    private void tell(long trainerId, long id, Facts before, Facts after) {
        events.publishEvent(Changed.byTrainer(trainerId, Thing.WORKING_EXCEPTION, id, before, after));
    }

    private static void check(Wish wish) {
        Moments.require("date_from", wish.firstDate());
        Moments.require("date_to", wish.lastDate());
        if (wish.lastDate().isBefore(wish.firstDate())) {
            throw DomainException.invalid("date_to", "range");
        }
        if (!wish.lastDate().isBefore(wish.firstDate().plusDays(MAX_DAYS))) {
            throw DomainException.invalid("date_to", "too_long", MAX_DAYS);
        }
        Integer from = wish.from();
        Integer to = wish.to();
        boolean needsHours = wish.kind() == WorkingException.Kind.EXTRA;
        if (from == null && (needsHours || to != null)) {
            throw DomainException.invalid("from", "required");
        }
        if (to == null && (needsHours || from != null)) {
            throw DomainException.invalid("to", "required");
        }
        if (from != null && to != null && from >= to) {
            throw DomainException.invalid("to", "range");
        }
        Texts.check("reason", wish.reason(), MAX_REASON);
    }

    private int countAhead(long trainerId) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), trainers.get(trainerId).timezone());
        return jdbc.sql("SELECT count(*) FROM working_exception WHERE trainer_id = ? AND date_to >= ?")
                .params(trainerId, today)
                .query(Integer.class)
                .single();
    }

    private Optional<WorkingException> find(long trainerId, long id) {
        return jdbc.sql("SELECT * FROM working_exception WHERE id = ? AND trainer_id = ?")
                .params(id, trainerId)
                .query(WorkingExceptions::row)
                .optional();
    }

    private static WorkingException row(ResultSet row, int n) throws SQLException {
        return new WorkingException(
                row.getLong("id"),
                WorkingException.Kind.valueOf(row.getString("kind")),
                row.getObject("date_from", LocalDate.class),
                row.getObject("date_to", LocalDate.class),
                row.getObject("from_minute", Integer.class),
                row.getObject("to_minute", Integer.class),
                row.getString("reason"),
                row.getInt("version"));
    }
}
