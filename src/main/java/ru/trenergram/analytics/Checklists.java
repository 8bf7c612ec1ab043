package ru.trenergram.analytics;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffMembers;

/** The first steps of a new club, for its owners and managers. */
@Service
@Transactional
public class Checklists {

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final Clock clock;

    Checklists(JdbcClient jdbc, StaffMembers staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param done the steps behind one */
    public record Checklist(Set<ChecklistStep> done, boolean hidden) {}

    /**
     * Empty when everything is done, and for those who could not do it.
     *
     * @throws DomainException {@code not_found}, {@code forbidden} as the panel itself
     */
    @Transactional(readOnly = true)
    public Optional<Checklist> find(long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().managesClub()) {
            return Optional.empty();
        }
        String steps = Arrays.stream(ChecklistStep.values())
                .map(step -> step.done() + " AS " + step.name())
                .collect(Collectors.joining(", "));
        Checklist checklist = jdbc.sql(
                        "SELECT " + steps + ", EXISTS (SELECT 1 FROM hidden_checklist WHERE club_id = :club) AS hidden")
                .param("club", clubId)
                .query((row, n) -> {
                    Set<ChecklistStep> done = EnumSet.noneOf(ChecklistStep.class);
                    for (ChecklistStep step : ChecklistStep.values()) {
                        if (row.getBoolean(step.name())) {
                            done.add(step);
                        }
                    }
                    return new Checklist(done, row.getBoolean("hidden"));
                })
                .single();
        return Optional.of(checklist).filter(list -> list.done().size() < ChecklistStep.values().length);
    }

    /** @throws DomainException {@code not_found}, {@code forbidden} */
    public void hide(long staffId, long clubId) {
        requireManager(staffId, clubId);
        jdbc.sql("INSERT INTO hidden_checklist (club_id, hidden_by, hidden_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(clubId, staffId, Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws DomainException {@code not_found}, {@code forbidden} */
    public void show(long staffId, long clubId) {
        requireManager(staffId, clubId);
        jdbc.sql("DELETE FROM hidden_checklist WHERE club_id = ?").param(clubId).update();
    }

    private void requireManager(long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().managesClub()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }
}
