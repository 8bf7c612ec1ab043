package ru.trenergram.scheduling;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.scheduling.Week.Rule;

/** When trainers work, week by week. The hours of a week are edited as one thing, with one version. */
@Service
@Transactional
public class WorkingHours {

    private static final int MAX_RULES = 100;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    WorkingHours(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A trainer's week; empty, of version 0, as long as they have set nothing. */
    @Transactional(readOnly = true)
    public Week week(long trainerId) {
        int version = jdbc.sql("SELECT version FROM working_week WHERE trainer_id = ?")
                .param(trainerId)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new Week(rules(trainerId), version);
    }

    /** The hours alone, for those who edit nothing. */
    @Transactional(readOnly = true)
    List<Hours> hours(long trainerId) {
        return rules(trainerId).stream().map(Rule::hours).toList();
    }

    /** The same for several trainers at once, by the trainer's user id; who has set none is absent. */
    @Transactional(readOnly = true)
    Map<Long, List<Hours>> hoursOfAll(Collection<Long> trainerIds) {
        Map<Long, List<Hours>> hours = new HashMap<>();
        jdbc.sql("""
                        SELECT trainer_id, weekday, from_minute, to_minute FROM working_rule
                        WHERE trainer_id = ANY (?) ORDER BY weekday, from_minute
                        """).param(trainerIds.toArray(Long[]::new)).query(row -> {
            hours.computeIfAbsent(row.getLong("trainer_id"), trainer -> new ArrayList<>())
                    .add(new Hours(
                            DayOfWeek.of(row.getInt("weekday")), row.getInt("from_minute"), row.getInt("to_minute")));
        });
        return hours;
    }

    private List<Rule> rules(long trainerId) {
        return jdbc.sql("""
                        SELECT id, weekday, from_minute, to_minute FROM working_rule
                        WHERE trainer_id = ? ORDER BY weekday, from_minute
                        """)
                .param(trainerId)
                .query((row, n) -> new Rule(
                        row.getLong("id"),
                        new Hours(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getInt("from_minute"),
                                row.getInt("to_minute"))))
                .list();
    }

    /**
     * Puts other hours in the place of the whole week.
     *
     * @param version of the week that is replaced
     * @throws DomainException {@code stale_version}, {@code rule_overlap}, {@code validation_failed}
     */
    public Week replaceWeek(long trainerId, List<Hours> hours, int version) {
        edit(trainerId, version, present -> {
            jdbc.sql("DELETE FROM working_rule WHERE trainer_id = ?")
                    .param(trainerId)
                    .update();
            List<Hours> checked = new ArrayList<>();
            for (Hours next : hours) {
                requireFree(checked, next);
                checked.add(next);
                insert(trainerId, next);
            }
            return hours;
        });
        return week(trainerId);
    }

    /** @throws DomainException {@code rule_overlap}, {@code validation_failed} */
    public Rule add(long trainerId, Hours hours) {
        return edit(trainerId, null, present -> {
            requireFree(present.hours(), hours);
            return new Rule(insert(trainerId, hours), hours);
        });
    }

    /**
     * @param version of the week, or null not to compare it
     * @throws DomainException {@code not_found}, {@code stale_version}, {@code rule_overlap}
     */
    public Rule change(long trainerId, long ruleId, Hours hours, @Nullable Integer version) {
        requireOwn(trainerId, ruleId);
        return edit(trainerId, version, present -> {
            requireFree(
                    present.rules().stream()
                            .filter(rule -> rule.id() != ruleId)
                            .map(Rule::hours)
                            .toList(),
                    hours);
            int changed = jdbc.sql("UPDATE working_rule SET weekday = ?, from_minute = ?, to_minute = ? WHERE id = ?")
                    .params(hours.weekday().getValue(), hours.from(), hours.to(), ruleId)
                    .update();
            if (changed == 0) {
                throw DomainException.notFound();
            }
            return new Rule(ruleId, hours);
        });
    }

    /**
     * @param version of the week, or null not to compare it
     * @throws DomainException {@code not_found}, {@code stale_version}
     */
    public void remove(long trainerId, long ruleId, @Nullable Integer version) {
        requireOwn(trainerId, ruleId);
        edit(
                trainerId,
                version,
                present -> jdbc.sql("DELETE FROM working_rule WHERE id = ?")
                        .param(ruleId)
                        .update());
    }

    /** Makes editors of one week queue, and gives the week its next version. */
    private <T> T edit(long trainerId, @Nullable Integer version, Function<Week, T> change) {
        jdbc.sql("INSERT INTO working_week (trainer_id, version) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(trainerId)
                .update();
        int current = jdbc.sql("SELECT version FROM working_week WHERE trainer_id = ? FOR NO KEY UPDATE")
                .param(trainerId)
                .query(Integer.class)
                .single();
        if (version != null && version != current) {
            throw new DomainException(ErrorCode.STALE_VERSION);
        }
        jdbc.sql("UPDATE working_week SET version = version + 1 WHERE trainer_id = ?")
                .param(trainerId)
                .update();
        Week before = week(trainerId);
        T result = change.apply(before);
        events.publishEvent(Changed.byTrainer(
                trainerId,
                Thing.WORKING_WEEK,
                trainerId,
                before.facts(),
                week(trainerId).facts()));
        return result;
    }

    private void requireOwn(long trainerId, long ruleId) {
        jdbc.sql("SELECT id FROM working_rule WHERE id = ? AND trainer_id = ?")
                .params(ruleId, trainerId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static void requireFree(List<Hours> present, Hours next) {
        if (present.stream().anyMatch(next::overlaps)) {
            throw new DomainException(ErrorCode.RULE_OVERLAP);
        }
        if (present.size() >= MAX_RULES) {
            throw DomainException.invalid("rules", "max", MAX_RULES);
        }
    }

    private long insert(long trainerId, Hours hours) {
        return jdbc.sql("""
                        INSERT INTO working_rule (trainer_id, weekday, from_minute, to_minute)
                        VALUES (?, ?, ?, ?) RETURNING id
                        """)
                .params(trainerId, hours.weekday().getValue(), hours.from(), hours.to())
                .query(Long.class)
                .single();
    }
}
