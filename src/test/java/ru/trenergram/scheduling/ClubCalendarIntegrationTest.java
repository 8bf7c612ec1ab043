package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.ClubCalendar.Busy;
import ru.trenergram.scheduling.ClubCalendar.Day;
import ru.trenergram.scheduling.ClubCalendar.Entry;
import ru.trenergram.scheduling.ClubCalendar.Part;
import ru.trenergram.scheduling.ClubCalendar.Row;
import ru.trenergram.scheduling.ClubCalendar.Session;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.IntegrationTest;

/** A club's calendar: whose time it shows, and what it says of it. */
@IntegrationTest
class ClubCalendarIntegrationTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-01");
    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    ClubCalendar calendar;

    @Autowired
    Bookings bookings;

    @Autowired
    Blocks blocks;

    @Autowired
    Clubs clubs;

    @Autowired
    StaffMembers staffMembers;

    private Gym gym;
    private Somebody owner;
    private Somebody trainer;
    private Somebody client;
    private long club;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        owner = gym.somebody("Владелец");
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        club = gym.club(owner, trainer);
    }

    @Test
    void every_trainer_of_the_club_has_a_row_with_working_time_and_sessions() {
        Somebody other = gym.trainer();
        gym.club(gym.somebody("Кто-то"), other); // works elsewhere only
        UUID booking = book(null);

        List<Row> rows =
                calendar.read(owner.userId(), club, day(Set.of(), null, false)).rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.trainer().userId()).isEqualTo(trainer.userId());
            Day day = row.days().getFirst();
            assertThat(day.working())
                    .containsExactly(new Span(TEN.minusSeconds(3600), Instant.parse("2026-12-01T15:00:00Z")));
            assertThat(ids(day)).containsExactly(booking);
        });
    }

    @Test
    void of_time_that_is_not_the_clubs_business_it_says_busy_and_no_more() {
        long place = clubs.addLocation(gym.club(gym.somebody("Кто-то"), trainer), "Другой зал", "Арбат, 1");
        book(place);
        blocks.add(trainer.userId(), TEN.plusSeconds(7200), TEN.plusSeconds(10_800), "Врач");

        assertThat(entries())
                .containsExactly(
                        new Busy(new Span(TEN, TEN.plusSeconds(3600))),
                        new Busy(new Span(TEN.plusSeconds(7200), TEN.plusSeconds(10_800))));
    }

    @Test
    void what_is_at_another_location_of_the_club_is_busy_when_one_location_is_wanted() {
        long second = clubs.addLocation(club, "Малый зал", "Тверская, 2");
        UUID booking = book(second);

        assertThat(ids(only(second))).containsExactly(booking);
        long first = calendar.locations(owner.userId(), club).getFirst().id();
        assertThat(only(first).entries()).containsExactly(new Busy(new Span(TEN, TEN.plusSeconds(3600))));
    }

    @Test
    void cancelled_bookings_are_shown_on_demand() {
        UUID booking = book(null);
        bookings.cancel(Actor.client(client.userId()), booking, 0, null);

        assertThat(entries()).isEmpty();
        Day day = calendar.read(owner.userId(), club, day(Set.of(), null, true))
                .rows()
                .getFirst()
                .days()
                .getFirst();
        assertThat(ids(day)).containsExactly(booking);
    }

    @Test
    void a_week_has_seven_days_and_one_trainer_can_be_asked_for_alone() {
        Somebody second = gym.trainer();
        long both = gym.club(owner, trainer, second);
        var week = new Part(TUESDAY.minusDays(1), 7, Set.of(second.telegramId()), null, false);

        assertThat(calendar.read(owner.userId(), both, week).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.trainer().userId()).isEqualTo(second.userId());
                    assertThat(row.days())
                            .hasSize(7)
                            .allSatisfy(day -> assertThat(day.working()).hasSize(1));
                });
    }

    @Test
    void somebody_who_has_left_is_shown_with_what_they_did_here_and_somebody_whom_the_tariff_hides_is_not() {
        UUID booking = book(null);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        jdbc.sql("DELETE FROM club_trainer WHERE trainer_id = ?")
                .param(trainer.userId())
                .update();
        assertThat(calendar.read(owner.userId(), club, day(Set.of(), null, false))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(ids(row.days().getFirst())).containsExactly(booking));

        jdbc.sql("INSERT INTO club_trainer (club_id, trainer_id, status, since) VALUES (?, ?, 'ACTIVE', ?)")
                .params(club, trainer.userId(), java.sql.Timestamp.from(TEN))
                .update();
        jdbc.sql("UPDATE club SET tariff_code = 'FREE' WHERE id = ?")
                .param(club)
                .update();
        for (int n = 0; n < 5; n++) {
            jdbc.sql("INSERT INTO club_trainer (club_id, trainer_id, status, since) VALUES (?, ?, 'ACTIVE', ?)")
                    .params(club, gym.trainer().userId(), java.sql.Timestamp.from(TEN.minusSeconds(60)))
                    .update();
        }
        assertThat(calendar.read(owner.userId(), club, day(Set.of(), null, false))
                        .rows())
                .hasSize(5)
                .noneMatch(row -> row.trainer().userId() == trainer.userId());
    }

    @Test
    void who_is_not_on_the_staff_finds_nothing_and_a_cashier_may_not_look() {
        Somebody cashier = gym.somebody("Кассир");
        staffMembers.add(club, cashier.userId(), StaffRole.CASHIER);

        refuses(trainer, ErrorCode.NOT_FOUND);
        refuses(cashier, ErrorCode.FORBIDDEN);
    }

    private void refuses(Somebody somebody, ErrorCode code) {
        assertThatThrownBy(() -> calendar.read(somebody.userId(), club, day(Set.of(), null, false)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<Entry> entries() {
        return calendar.read(owner.userId(), club, day(Set.of(), null, false))
                .rows()
                .getFirst()
                .days()
                .getFirst()
                .entries();
    }

    private Day only(long location) {
        return calendar.read(owner.userId(), club, day(Set.of(), location, false))
                .rows()
                .getFirst()
                .days()
                .getFirst();
    }

    private static Part day(Set<Long> trainers, Long location, boolean cancelled) {
        return new Part(TUESDAY, 1, trainers, location, cancelled);
    }

    private static List<UUID> ids(Day day) {
        return day.entries().stream()
                .filter(Session.class::isInstance)
                .map(entry -> ((Session) entry).booking().id())
                .toList();
    }

    private UUID book(Long location) {
        return bookings.create(
                        Actor.trainer(trainer.userId()),
                        new NewBooking(trainer.userId(), client.userId(), TEN, null, null, null, location))
                .id();
    }
}
