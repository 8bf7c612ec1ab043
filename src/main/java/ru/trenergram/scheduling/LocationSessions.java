package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.LocationUse;

/** Tells the clubs what will be given at their locations. */
@Component
class LocationSessions implements LocationUse {

    private final JdbcClient jdbc;
    private final Clock clock;

    LocationSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int sessionsAhead(long locationId) {
        return jdbc.sql("""
                        SELECT count(*) FROM booking
                        WHERE location_id = ? AND status IN ('PENDING', 'CONFIRMED') AND ends_at > ?
                        """)
                .params(locationId, Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
