package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.scheduling.Gym.MOSCOW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.IntegrationTest;

/** What a club sees of bookings, and what its staff may do with them. */
@IntegrationTest
class ClubBookingsIntegrationTest {

    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");
    private static final Span TUESDAY = new Span(
            LocalDate.parse("2026-12-01").atStartOfDay(MOSCOW).toInstant(),
            LocalDate.parse("2026-12-02").atStartOfDay(MOSCOW).toInstant());

    @Autowired
    ApplicationContext application;

    @Autowired
    ClubBookings clubBookings;

    @Autowired
    Bookings bookings;

    @Autowired
    Clubs clubs;

    @Autowired
    StaffMembers staffMembers;

    private Somebody owner;
    private Somebody trainer;
    private Somebody client;
    private long club;

    @BeforeEach
    void setUp() {
        Gym gym = new Gym(application);
        owner = gym.somebody("Владелец");
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        club = gym.club(owner, trainer);
    }

    @Test
    void a_club_sees_the_bookings_at_its_locations_page_by_page() {
        UUID first = book(TEN);
        UUID second = book(TEN.plusSeconds(3600));
        book(TEN.plusSeconds(24 * 3600));
        bookings.cancel(Actor.client(client.userId()), second, 0, null);

        assertThat(clubBookings.page(club, TUESDAY, 0, 10))
                .extracting(ClubBooking::id)
                .containsExactly(first, second);
        assertThat(clubBookings.page(club, TUESDAY, 1, 1)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(row.trainerName()).isEqualTo("Тренер");
            assertThat(row.clientName()).isEqualTo("Клиент");
            assertThat(row.locationName()).isEqualTo("Зал на Тверской");
        });
        assertThat(clubBookings.countByTrainer(club, TUESDAY)).containsOnly(java.util.Map.entry(trainer.userId(), 1));
    }

    @Test
    void another_club_sees_nothing_of_them() {
        book(TEN);
        long other = new Gym(application).club(owner, trainer);

        assertThat(clubBookings.page(other, TUESDAY, 0, 10)).isEmpty();
        assertThat(clubBookings.countByTrainer(other, TUESDAY)).isEmpty();
    }

    @Test
    void owners_and_managers_act_for_the_trainer_and_no_other_staff_does() {
        UUID booking = book(TEN);
        Gym gym = new Gym(application);
        Somebody reader = gym.somebody("Читатель");
        staffMembers.add(club, reader.userId(), StaffRole.READONLY);

        assertThatThrownBy(() -> bookings.cancel(Actor.staff(reader.userId()), booking, 0, null))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        BookingInfo cancelled = bookings.cancel(Actor.staff(owner.userId()), booking, 0, "Ремонт");

        assertThat(cancelled.cancelledBy()).isEqualTo(Side.STAFF);
    }

    private UUID book(Instant start) {
        return bookings.create(Actor.client(client.userId()), NewBooking.at(trainer.userId(), client.userId(), start))
                .id();
    }
}
