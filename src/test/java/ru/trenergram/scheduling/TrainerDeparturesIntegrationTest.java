package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.TrainerDepartures.Outlook;
import ru.trenergram.support.PanelTest;
import ru.trenergram.trainers.Roster;

/** A club takes a trainer off. */
class TrainerDeparturesIntegrationTest extends PanelTest {

    @Autowired
    TrainerDepartures departures;

    @Autowired
    Bookings bookings;

    @Autowired
    ClubBookings clubBookings;

    @Autowired
    Roster roster;

    private long owner;
    private long club;
    private long trainer;
    private long client;

    @BeforeEach
    void setUp() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
        trainer = trainer(club, "Анна");
        client = clientOf(trainer, "Клим");
    }

    @Test
    void sessions_ahead_stay_without_the_place_and_history_stays_with_it() {
        BookingInfo past = book(trainer, client, "2026-11-30T09:30:00Z");
        BookingInfo ahead = book(trainer, client, "2026-12-01T12:00:00Z");
        clock.advance(java.time.Duration.ofHours(1));

        assertThat(departures.outlook(owner, club, trainer)).isEqualTo(new Outlook(1, 1, 1));
        assertThat(departures.remove(owner, club, trainer)).isEqualTo(1);

        assertThat(bookings.get(past.id()).locationId()).isNotNull();
        BookingInfo kept = bookings.get(ahead.id());
        assertThat(kept.locationId()).isNull();
        assertThat(kept.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(kept.startsAt()).isEqualTo(ahead.startsAt());
        assertThat(kept.version()).isGreaterThan(ahead.version());
        assertThat(roster.find(trainer, client)).isPresent();
        assertThat(clubTrainers.ofTrainer(trainer)).isEmpty();
        assertThat(book(trainer, client, "2026-12-02T12:00:00Z").locationId()).isNull();
    }

    @Test
    void a_second_removal_finds_nobody() {
        departures.remove(owner, club, trainer);

        refused(ErrorCode.NOT_FOUND, owner);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void only_owners_and_managers_do_so(StaffRole role) {
        long staff = person("Пётр");
        staffMembers.add(club, staff, role);

        refused(ErrorCode.FORBIDDEN, staff);
        assertThatThrownBy(() -> departures.outlook(staff, club, trainer))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(clubTrainers.ofTrainer(trainer)).hasSize(1);
    }

    @Test
    void to_strangers_the_club_is_not_there() {
        refused(ErrorCode.NOT_FOUND, person("Прохожий"));
    }

    private void refused(ErrorCode code, long actor) {
        assertThatThrownBy(() -> departures.remove(actor, club, trainer))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
