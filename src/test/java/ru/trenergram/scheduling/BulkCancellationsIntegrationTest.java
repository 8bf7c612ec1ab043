package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.BulkCancellations.Progress;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/** Many bookings cancelled for one reason. */
@IntegrationTest
class BulkCancellationsIntegrationTest {

    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    BulkCancellations bulk;

    @Autowired
    BulkCancellationWork work;

    @Autowired
    Bookings bookings;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    MovableClock clock;

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
    void only_what_is_still_to_come_can_be_cancelled() {
        UUID past = book(0);
        UUID cancelled = book(2);
        bookings.cancel(Actor.client(client.userId()), cancelled, 0, null);
        UUID ahead = book(4);
        clock.moveTo(TEN);

        assertThat(candidates())
                .extracting(ClubBooking::id)
                .containsExactly(ahead)
                .doesNotContain(past);
    }

    @Test
    void what_cannot_be_cancelled_is_named_and_does_not_keep_the_others() {
        UUID first = book(0);
        UUID changed = book(2);
        UUID last = book(4);
        List<ClubBooking> seen = candidates();
        bookings.cancel(Actor.client(client.userId()), changed, 0, "Сам не смогу");

        UUID id = bulk.start(owner.userId(), club, seen, "Зал закрыт");
        Progress progress = finished();

        assertThat(progress.total()).isEqualTo(3);
        assertThat(progress.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.clientName()).isEqualTo("Клиент");
            assertThat(refused.startsAt()).isEqualTo(TEN.plusSeconds(7200));
            assertThat(refused.code()).isEqualTo(ErrorCode.STALE_VERSION);
        });
        assertThat(List.of(first, last))
                .allSatisfy(booking ->
                        assertThat(bookings.get(booking).cancelReason()).isEqualTo("Зал закрыт"));
        assertThat(bookings.get(changed).cancelReason()).isEqualTo("Сам не смогу");

        bulk.acknowledge(owner.userId(), club, id);
        assertThat(bulk.progress(owner.userId(), club)).isEmpty();
    }

    @Test
    void whoever_goes_on_after_a_crash_does_nothing_twice() {
        UUID booking = book(0);
        UUID id = bulk.start(owner.userId(), club, candidates(), "Зал закрыт");
        finished();

        // the node died before it noted that this one was done
        application
                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("UPDATE bulk_cancellation_item SET state = 'WAITING' WHERE bulk_id = ?")
                .param(id)
                .update();
        work.on(new BulkCancellations.Asked(id, club));

        await().until(() -> bulk.progress(owner.userId(), club).orElseThrow().done() == 1);
        assertThat(bulk.progress(owner.userId(), club).orElseThrow().refused()).isEmpty();
        assertThat(bookings.get(booking).version()).isEqualTo(1);
    }

    @Test
    void somebody_who_is_dismissed_meanwhile_cancels_nothing_more() {
        UUID booking = book(0);
        Somebody manager = gym.somebody("Менеджер");
        staffMembers.add(club, manager.userId(), StaffRole.MANAGER);
        List<ClubBooking> seen = candidates();

        application
                .getBean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    bulk.start(manager.userId(), club, seen, "Зал закрыт");
                    staffMembers.add(club, manager.userId(), StaffRole.READONLY);
                });

        await().until(() -> bulk.progress(manager.userId(), club).orElseThrow().finished());
        assertThat(bulk.progress(manager.userId(), club).orElseThrow().refused())
                .extracting(BulkCancellations.Refused::code)
                .containsExactly(ErrorCode.FORBIDDEN);
        assertThat(bookings.get(booking).status()).isNotEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void who_may_not_manage_bookings_starts_nothing_and_nobody_cancels_another_clubs() {
        book(0);
        List<ClubBooking> seen = candidates();
        Somebody reader = gym.somebody("Читатель");
        staffMembers.add(club, reader.userId(), StaffRole.READONLY);
        Somebody stranger = gym.somebody("Чужой");
        long foreign = gym.club(stranger, gym.trainer());

        refuses(ErrorCode.FORBIDDEN, () -> bulk.start(reader.userId(), club, seen, "Нет"));
        refuses(ErrorCode.FORBIDDEN, () -> bulk.candidates(reader.userId(), club, Wanted.all()));
        refuses(ErrorCode.NOT_FOUND, () -> bulk.start(stranger.userId(), club, seen, "Нет"));
        refuses(ErrorCode.NOT_FOUND, () -> bulk.start(stranger.userId(), foreign, seen, "Нет"));
        assertThat(bulk.progress(stranger.userId(), foreign)).isEmpty();
    }

    @Test
    void it_needs_a_reason_and_something_to_cancel() {
        book(0);

        refuses(ErrorCode.VALIDATION_FAILED, () -> bulk.start(owner.userId(), club, candidates(), " "));
        refuses(ErrorCode.VALIDATION_FAILED, () -> bulk.start(owner.userId(), club, List.of(), "Зал закрыт"));
    }

    private static void refuses(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Progress finished() {
        await().until(() -> bulk.progress(owner.userId(), club).orElseThrow().finished());
        return bulk.progress(owner.userId(), club).orElseThrow();
    }

    private List<ClubBooking> candidates() {
        return bulk.candidates(owner.userId(), club, Wanted.all()).stream()
                .map(BookingRow::booking)
                .toList();
    }

    private UUID book(int hours) {
        return bookings.create(
                        Actor.client(client.userId()),
                        NewBooking.at(trainer.userId(), client.userId(), TEN.plusSeconds(hours * 3600L)))
                .id();
    }
}
