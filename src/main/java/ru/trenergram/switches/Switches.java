package ru.trenergram.switches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/** Everything is on until a super-admin switches it off. What is off is refused from the next transaction on. */
@Service
@Transactional
public class Switches {

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Switches(JdbcClient jdbc, Superadmins superadmins, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How a switch stands.
     *
     * @param changedBy user id of who set it last; null, as {@code changedAt}, when nobody did
     */
    public record Switch(
            Feature feature,
            boolean on,
            @Nullable Long changedBy,
            @Nullable Instant changedAt) {}

    @Transactional(readOnly = true)
    public boolean isOn(Feature feature) {
        return find(feature, "").map(Switch::on).orElse(true);
    }

    /** @throws DomainException {@code switched_off} */
    @Transactional(readOnly = true)
    public void require(Feature feature) {
        if (!isOn(feature)) {
            throw new DomainException(ErrorCode.SWITCHED_OFF, feature.ordinal());
        }
    }

    /** @throws DomainException {@code not_found} for who is no super-admin */
    @Transactional(readOnly = true)
    public List<Switch> all(Caller superadmin) {
        superadmins.require(superadmin);
        Map<Feature, Switch> set = jdbc.sql("SELECT * FROM feature_switch").query(Switches::row).list().stream()
                .collect(Collectors.toMap(Switch::feature, Function.identity()));
        return Arrays.stream(Feature.values())
                .map(feature -> set.getOrDefault(feature, new Switch(feature, true, null, null)))
                .toList();
    }

    /**
     * @return false when it stood so already
     * @throws DomainException {@code not_found} for who is no super-admin
     */
    public boolean set(Caller superadmin, Feature feature, boolean on) {
        superadmins.require(superadmin);
        jdbc.sql("INSERT INTO feature_switch (feature, is_on) VALUES (?, true) ON CONFLICT DO NOTHING")
                .param(feature.name())
                .update();
        boolean was = find(feature, " FOR UPDATE").map(Switch::on).orElseThrow();
        if (was != on) {
            jdbc.sql("UPDATE feature_switch SET is_on = ?, changed_by = ?, changed_at = ? WHERE feature = ?")
                    .params(on, superadmin.userId(), Timestamp.from(clock.instant()), feature.name())
                    .update();
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.SWITCH,
                    feature,
                    Facts.none().with("on", was),
                    Facts.none().with("on", on)));
        }
        return was != on;
    }

    private Optional<Switch> find(Feature feature, String lock) {
        return jdbc.sql("SELECT * FROM feature_switch WHERE feature = ?" + lock)
                .param(feature.name())
                .query(Switches::row)
                .optional();
    }

    private static Switch row(ResultSet row, int n) throws SQLException {
        Timestamp changedAt = row.getTimestamp("changed_at");
        return new Switch(
                Feature.valueOf(row.getString("feature")),
                row.getBoolean("is_on"),
                row.getObject("changed_by", Long.class),
                changedAt == null ? null : changedAt.toInstant());
    }
}
