package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.scheduling.BookingSearch.Visitor;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.IntegrationTest;

/** The list of a club's bookings. */
@IntegrationTest
class BookingSearchIntegrationTest {

    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");
    private static final int HOUR = 3600;

    @Autowired
    ApplicationContext application;

    @Autowired
    BookingSearch search;

    @Autowired
    ClubCalendar calendar;

    @Autowired
    Bookings bookings;

    @Autowired
    Clubs clubs;

    private Gym gym;
    private Somebody owner;
    private Somebody trainer;
    private Somebody client;
    private long club;
    private long firstHall;
    private long secondHall;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        owner = gym.somebody("Владелец");
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        club = gym.club(owner, trainer);
        firstHall = calendar.locations(owner.userId(), club).getFirst().id();
        secondHall = clubs.addLocation(club, "Малый зал", "Тверская, 2");
    }

    @Test
    void pages_behind_one_another_are_the_whole_list_of_all_locations_in_both_orders() {
        List<UUID> inOrder = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            inOrder.add(book(client, n, n % 2 == 0 ? firstHall : secondHall));
        }

        assertThat(leafed(false)).containsExactlyElementsOf(inOrder);
        assertThat(leafed(true)).containsExactlyElementsOf(inOrder.reversed());
    }

    @Test
    void sessions_that_start_together_are_told_apart() {
        Somebody second = gym.trainer();
        long both = gym.club(owner, trainer, second);
        long hall = calendar.locations(owner.userId(), both).getFirst().id();
        Somebody other = gym.clientOf(second);
        UUID one = book(trainer, client, TEN, hall);
        UUID two = book(second, other, TEN, hall);

        List<BookingRow> first = search.page(owner.userId(), both, Wanted.all(), true, null, 1);
        List<BookingRow> next = search.page(owner.userId(), both, Wanted.all(), true, key(first.getLast()), 5);

        assertThat(List.of(
                        first.getFirst().booking().id(),
                        next.getFirst().booking().id()))
                .containsExactlyInAnyOrder(one, two);
        assertThat(next).hasSize(1);
    }

    @Test
    void every_filter_leaves_out_what_it_should() {
        Somebody other = gym.clientOf(trainer);
        UUID early = book(client, 0, firstHall);
        UUID late = book(other, 26, secondHall);
        UUID cancelled = book(client, 2, firstHall);
        bookings.cancel(Actor.client(client.userId()), cancelled, 0, null);
        LocalDate first = LocalDate.parse("2026-12-01");

        assertThat(found(new Wanted(first, first, Set.of(), null, null, null))).containsExactly(early, cancelled);
        assertThat(found(new Wanted(first.plusDays(1), null, Set.of(), null, null, null)))
                .containsExactly(late);
        assertThat(found(new Wanted(null, null, Set.of(BookingStatus.CANCELLED), null, null, null)))
                .containsExactly(cancelled);
        assertThat(found(new Wanted(
                        null, null, Set.of(BookingStatus.PENDING, BookingStatus.CONFIRMED), null, null, null)))
                .containsExactly(early, late);
        assertThat(found(new Wanted(null, null, Set.of(), trainer.userId(), other.userId(), null)))
                .containsExactly(late);
        assertThat(found(new Wanted(null, null, Set.of(), owner.userId(), null, null)))
                .isEmpty();
        assertThat(found(new Wanted(null, null, Set.of(), null, null, secondHall)))
                .containsExactly(late);
        assertThat(found(new Wanted(null, null, Set.of(), null, null, -1L))).isEmpty();
    }

    @Test
    void it_counts_as_far_as_it_is_asked_to() {
        for (int n = 0; n < 4; n++) {
            book(client, n, firstHall);
        }

        assertThat(search.count(owner.userId(), club, Wanted.all(), 100)).isEqualTo(4);
        assertThat(search.count(owner.userId(), club, Wanted.all(), 3)).isEqualTo(3);
    }

    @Test
    void another_club_finds_none_of_them_and_nobody_else_may_ask() {
        book(client, 0, firstHall);
        Somebody stranger = gym.somebody("Чужой");
        long foreign = gym.club(stranger, trainer);

        assertThat(search.page(stranger.userId(), foreign, Wanted.all(), true, null, 10))
                .isEmpty();
        assertThat(search.visitors(stranger.userId(), foreign, "", 0, 10)).isEmpty();
        assertThat(search.visitor(stranger.userId(), foreign, client.telegramId()))
                .isEmpty();
        assertThatThrownBy(() -> search.page(stranger.userId(), club, Wanted.all(), true, null, 10))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> search.count(stranger.userId(), club, Wanted.all(), 10))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void visitors_are_those_who_have_booked_here() {
        gym.clientOf(trainer); // has not
        book(client, 0, firstHall);

        assertThat(search.visitors(owner.userId(), club, "КЛИ", 0, 10))
                .extracting(Visitor::clientId)
                .containsExactly(client.userId());
        assertThat(search.visitor(owner.userId(), club, client.telegramId())).isPresent();
    }

    private List<UUID> leafed(boolean newestFirst) {
        List<UUID> all = new ArrayList<>();
        BookingKey after = null;
        List<BookingRow> page;
        do {
            page = search.page(owner.userId(), club, Wanted.all(), newestFirst, after, 3);
            page.forEach(row -> all.add(row.booking().id()));
            after = page.isEmpty() ? after : key(page.getLast());
        } while (!page.isEmpty());
        return all;
    }

    private List<UUID> found(Wanted wanted) {
        return search.page(owner.userId(), club, wanted, false, null, 50).stream()
                .map(row -> row.booking().id())
                .toList();
    }

    private static BookingKey key(BookingRow row) {
        return new BookingKey(row.booking().startsAt(), row.booking().id());
    }

    private UUID book(Somebody whom, int hours, long hall) {
        return book(trainer, whom, TEN.plusSeconds((long) hours * HOUR), hall);
    }

    private UUID book(Somebody by, Somebody whom, Instant start, long hall) {
        return bookings.create(
                        Actor.trainer(by.userId()),
                        new NewBooking(by.userId(), whom.userId(), start, null, null, null, hall))
                .id();
    }
}
