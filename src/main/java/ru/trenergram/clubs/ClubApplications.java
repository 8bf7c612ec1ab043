package ru.trenergram.clubs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplication.State;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;

/** Clubs apply to be on the platform; a super-admin decides, and the first decision stands. */
@Service
@Transactional
public class ClubApplications {

    private static final String FIRST_TARIFF = "FREE";

    private final JdbcClient jdbc;
    private final Clubs clubs;
    private final Superadmins superadmins;
    private final Switches switches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClubApplications(
            JdbcClient jdbc,
            Clubs clubs,
            Superadmins superadmins,
            Switches switches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.clubs = clubs;
        this.superadmins = superadmins;
        this.switches = switches;
        this.events = events;
        this.clock = clock;
    }

    /** @throws DomainException {@code switched_off} */
    @Transactional(readOnly = true)
    public void requireOpen() {
        switches.require(Feature.CLUB_APPLICATION);
    }

    /**
     * @return false when this person has an open application already, which stays as it is
     * @throws DomainException {@code switched_off}
     */
    public boolean apply(long applicantId, Details details) {
        requireOpen();
        Optional<Long> id = jdbc.sql("""
                        INSERT INTO club_application (applicant_id, name, city, address, timezone, contact, created_at)
                        VALUES (:applicant, :name, :city, :address, :timezone, :contact, :now)
                        ON CONFLICT (applicant_id) WHERE state = 'OPEN' DO NOTHING
                        RETURNING id
                        """)
                .param("applicant", applicantId)
                .param("name", details.name())
                .param("city", details.city())
                .param("address", details.address())
                .param("timezone", details.timezone().getId())
                .param("contact", details.contact())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        id.ifPresent(made -> events.publishEvent(new ClubEvents.ClubApplied(made)));
        return id.isPresent();
    }

    /** The application of a person that nobody has decided on yet. */
    @Transactional(readOnly = true)
    public Optional<ClubApplication> open(long applicantId) {
        return jdbc.sql("SELECT * FROM club_application WHERE applicant_id = ? AND state = 'OPEN'")
                .param(applicantId)
                .query(ClubApplications::row)
                .optional();
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public ClubApplication get(long id) {
        return jdbc.sql("SELECT * FROM club_application WHERE id = ?")
                .param(id)
                .query(ClubApplications::row)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * An application in a list.
     *
     * @param applicant their name
     * @param clubId of the club that was made of it, or null
     */
    public record Listed(
            ClubApplication application,
            String applicant,
            Instant at,
            @Nullable Long clubId) {}

    /**
     * A part of the applications in a state, the newest first; of the open ones the oldest, who has waited longest.
     *
     * @throws DomainException {@code not_found} for everybody who is no super-admin
     */
    @Transactional(readOnly = true)
    public List<Listed> page(Caller superadmin, State state, int offset, int limit) {
        superadmins.require(superadmin);
        return jdbc.sql("""
                        SELECT club_application.*, concat_ws(' ', first_name, last_name) AS applicant
                        FROM club_application JOIN users ON users.id = applicant_id
                        WHERE state = ?
                        ORDER BY CASE WHEN state = 'OPEN' THEN club_application.id ELSE -club_application.id END
                        OFFSET ? LIMIT ?
                        """)
                .params(state.name(), offset, limit)
                .query((row, n) -> new Listed(
                        row(row, n),
                        row.getString("applicant"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("club_id", Long.class)))
                .list();
    }

    /**
     * An application as whoever may decide on it sees it.
     *
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin
     */
    @Transactional(readOnly = true)
    public ClubApplication toDecide(Caller superadmin, long id) {
        superadmins.require(superadmin);
        return get(id);
    }

    /**
     * Makes the club, with the applicant for its owner.
     *
     * @return false when it has been decided on already
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin
     */
    public boolean approve(Caller superadmin, long id) {
        if (!lockOpen(superadmin, id)) {
            return false;
        }
        ClubApplication application = get(id);
        Details club = application.details();
        long clubId = clubs.found(
                club.name(), club.city(), club.address(), club.timezone(), FIRST_TARIFF, application.applicantId());
        jdbc.sql("""
                        UPDATE club_application SET state = 'APPROVED', decided_by = ?, decided_at = ?, club_id = ?
                        WHERE id = ?
                        """)
                .params(superadmin.userId(), Timestamp.from(clock.instant()), clubId, id)
                .update();
        events.publishEvent(new ClubEvents.ClubApplicationDecided(id, application.applicantId()));
        return true;
    }

    /**
     * @param reason which the applicant reads
     * @return false when it has been decided on already
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin; {@code validation_failed}
     */
    public boolean refuse(Caller superadmin, long id, String reason) {
        if (reason.isBlank()) {
            throw DomainException.invalid("reason", "required");
        }
        if (!lockOpen(superadmin, id)) {
            return false;
        }
        jdbc.sql(
                        "UPDATE club_application SET state = 'REFUSED', decided_by = ?, decided_at = ?, reason = ? WHERE id = ?")
                .params(superadmin.userId(), Timestamp.from(clock.instant()), reason, id)
                .update();
        events.publishEvent(new ClubEvents.ClubApplicationDecided(id, get(id).applicantId()));
        return true;
    }

    /** Whether it was open; another super-admin waits until this one has decided. */
    private boolean lockOpen(Caller superadmin, long id) {
        superadmins.require(superadmin);
        return jdbc.sql("SELECT state FROM club_application WHERE id = ? FOR UPDATE")
                        .param(id)
                        .query(State.class)
                        .optional()
                        .orElseThrow(DomainException::notFound)
                == State.OPEN;
    }

    private static ClubApplication row(ResultSet row, int n) throws SQLException {
        return new ClubApplication(
                row.getLong("id"),
                row.getLong("applicant_id"),
                new Details(
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("address"),
                        ZoneId.of(row.getString("timezone")),
                        row.getString("contact")),
                State.valueOf(row.getString("state")),
                row.getObject("decided_by", Long.class),
                row.getString("reason"));
    }
}
