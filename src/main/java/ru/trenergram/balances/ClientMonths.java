package ru.trenergram.balances;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingStatus;

/** What a trainer and a client have had together, month by month. */
@Service
@Transactional(readOnly = true)
public class ClientMonths {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientMonths(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The sessions that began in a month.
     *
     * @param completed those which took place
     * @param spent what the client was charged for sessions of this month, less what went back
     */
    public record Month(YearMonth month, int completed, int cancelled, int noShow, Money spent) {

        private Month with(Session session) {
            return new Month(
                    month,
                    completed + (session.completed() ? 1 : 0),
                    cancelled + (session.status() == BookingStatus.CANCELLED ? 1 : 0),
                    noShow + (session.status() == BookingStatus.NO_SHOW ? 1 : 0),
                    Money.rubles(spent.amount() + session.spent()));
        }

        private boolean isEmpty() {
            return completed == 0 && cancelled == 0 && noShow == 0 && spent.amount() == 0;
        }
    }

    private record Session(Instant startsAt, BookingStatus status, boolean completed, long spent) {}

    /** The newest month first; months in which nothing has happened are absent. */
    public List<Month> of(long trainerId, long clientId, ZoneId zone) {
        Map<YearMonth, Month> months = new TreeMap<>(Comparator.reverseOrder());
        for (Session session : sessions(trainerId, clientId)) {
            YearMonth month = YearMonth.from(session.startsAt().atZone(zone));
            Month before = months.getOrDefault(month, new Month(month, 0, 0, 0, Money.rubles(0)));
            months.put(month, before.with(session));
        }
        List<Month> eventful = new ArrayList<>(months.values());
        eventful.removeIf(Month::isEmpty);
        return eventful;
    }

    /** What is over but not yet marked so counts as completed, as in the tally of the roster. */
    private List<Session> sessions(long trainerId, long clientId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT starts_at, ends_at, status,
                               (SELECT -coalesce(sum(amount), 0) FROM ledger_entry WHERE booking_id = booking.id) AS spent
                        FROM booking WHERE trainer_id = ? AND client_id = ?
                        """)
                .params(trainerId, clientId)
                .query((row, n) -> {
                    BookingStatus status = BookingStatus.valueOf(row.getString("status"));
                    boolean over = !row.getTimestamp("ends_at").toInstant().isAfter(now);
                    return new Session(
                            row.getTimestamp("starts_at").toInstant(),
                            status,
                            status == BookingStatus.COMPLETED || status == BookingStatus.CONFIRMED && over,
                            row.getLong("spent"));
                })
                .list();
    }
}
