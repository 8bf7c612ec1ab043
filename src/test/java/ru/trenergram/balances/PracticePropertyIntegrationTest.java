package ru.trenergram.balances;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.balances.Practice.Somebody;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.reminders.Reminders;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Blocks;
import ru.trenergram.scheduling.BookingChange;
import ru.trenergram.scheduling.BookingEdit;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.Repeat;
import ru.trenergram.scheduling.SeriesBookings;
import ru.trenergram.scheduling.SeriesScope;
import ru.trenergram.scheduling.Side;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Together;
import ru.trenergram.trainers.Trainers;

/**
 * Ten thousand random deeds of a trainer and their clients, eight at a time, with single sessions and weekly series, while
 * the days go by and the jobs run: times never overlap, the money adds up, every status was reached by the table of
 * PRODUCT.md, "Booking", and only what a client was reminded of is cancelled unheard.
 */
@IntegrationTest
@TestPropertySource(properties = "spring.application.name=practice") // a database of its own: the jobs see nobody else
class PracticePropertyIntegrationTest {

    private static final long SEED = Long.getLong("seed", 20_261_121);
    private static final int THREADS = 8;
    private static final int DEEDS = 10_000;

    private static final String REMINDERS_DUE = "id IN (SELECT booking_id FROM reminder_plan WHERE due_at <= :now)";

    /** What a person may be told; anything else is a bug. */
    private static final Set<ErrorCode> REFUSALS = EnumSet.of(
            ErrorCode.STALE_VERSION,
            ErrorCode.INVALID_TRANSITION,
            ErrorCode.SLOT_TAKEN,
            ErrorCode.SLOT_UNAVAILABLE,
            ErrorCode.TOO_LATE,
            ErrorCode.TOO_FAR,
            ErrorCode.SELF_BOOKING_OFF,
            ErrorCode.SERIES_CONFLICT,
            ErrorCode.ALREADY_CHARGED);

    @Autowired
    ApplicationContext application;

    @Autowired
    Bookings bookings;

    @Autowired
    SeriesBookings series;

    @Autowired
    Reminders reminders;

    @Autowired
    Blocks blocks;

    @Autowired
    Balances balances;

    @Autowired
    Trainers trainers;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final List<UUID> made = new CopyOnWriteArrayList<>();
    private final AtomicLong entered = new AtomicLong();
    private Practice practice;
    private List<Somebody> clients;
    private long unheardBefore;

    @Test
    void whatever_people_do_at_once_times_never_overlap_and_the_money_adds_up() throws Exception {
        practice = new Practice(application);
        clients = List.of(practice.client, practice.clientOf(practice.trainer), practice.clientOf(practice.trainer));
        unheardBefore = unheard();
        scheduler.start();
        try {
            Together.atOnce(IntStream.range(0, THREADS)
                    .mapToObj(n -> (Callable<Integer>) () -> live(new Random(SEED + n)))
                    .toList());
            made.add(neverAnswered());
            goesOnQuietly();
            settle();
        } finally {
            QuartzJobs.standStill(scheduler);
        }

        List<BookingInfo> all = made.stream().map(bookings::get).toList();
        assertThat(all).as(seed()).hasSizeGreaterThan(200);
        assertThat(EnumSet.copyOf(all.stream().map(BookingInfo::status).toList()))
                .as(seed())
                .contains(BookingStatus.COMPLETED, BookingStatus.CANCELLED, BookingStatus.NO_SHOW);
        assertThat(all).as(seed()).anyMatch(booking -> booking.series() != null);
        theTimesThatAreTakenAreThoseOfTheBookings(all);
        all.forEach(this::isReachedByTheTable);
        theMoneyAddsUp(all);
        onlyWhoWasRemindedIsCancelledUnheard();
    }

    private int live(Random random) throws SchedulerException {
        for (int deed = 0; deed < DEEDS / THREADS; deed++) {
            try {
                act(random);
            } catch (DomainException refusal) {
                assertThat(refusal.code()).as(seed()).isIn(REFUSALS);
            }
        }
        return DEEDS / THREADS;
    }

    private void act(Random random) throws SchedulerException {
        long trainer = practice.trainer.userId();
        long client = clients.get(random.nextInt(clients.size())).userId();
        Actor side = random.nextBoolean() ? Actor.trainer(trainer) : Actor.client(client);
        switch (random.nextInt(24)) {
            case 0 -> clock.advance(Duration.ofMinutes(random.nextInt(120)));
            case 1 -> trigger(random.nextBoolean() ? "charge-bookings" : "complete-bookings");
            case 2 -> trigger(random.nextBoolean() ? "expire-bookings" : "send-reminders");
            case 3, 4, 5, 6, 7 ->
                made.add(bookings.create(side, NewBooking.at(trainer, client, someTime(random)))
                        .id());
            case 8 -> {
                Instant start = someTime(random);
                blocks.add(trainer, start, start.plus(Duration.ofMinutes(30)), null);
            }
            case 9 -> takeAway(random, trainer, client);
            case 10 -> enter(balances.topUp(trainer, client, Money.rubles(1 + random.nextInt(900_000)), null));
            case 11 -> changeSelfBooking(random);
            case 12 -> bookSeries(random, trainer, client);
            case 13 -> receiveReminders();
            default -> actOnBooking(random);
        }
    }

    private void bookSeries(Random random, long trainer, long client) {
        var repeat = new Repeat(2 + random.nextInt(5), random.nextBoolean());
        BookingInfo first =
                series.create(Actor.trainer(trainer), NewBooking.at(trainer, client, someTime(random)), repeat);
        made.addAll(jdbc.sql("SELECT id FROM booking WHERE id = :id OR series_id = :series")
                .param("id", first.id())
                .param("series", first.series() == null ? null : first.series().id(), Types.OTHER)
                .query(UUID.class)
                .list());
    }

    /** The bot writes far more slowly than the days go by; that reminders have arrived is said in its place. */
    private void receiveReminders() {
        jdbc.sql("""
                        SELECT r.id FROM reminder r JOIN booking ON booking.id = booking_id
                        WHERE state = 'HANDED_OVER' AND trainer_id = ? ORDER BY r.id
                        """)
                .param(practice.trainer.userId())
                .query(Long.class)
                .list()
                .forEach(id -> reminders.delivered(id, clock.instant()));
    }

    private void actOnBooking(Random random) {
        if (made.isEmpty()) {
            return;
        }
        UUID id = random.nextInt(3) == 0 ? oneOfToday(random) : oneOfTheLatest(random);
        if (id.hashCode() % 5 == 0) {
            return; // some are never answered
        }
        BookingInfo booking = bookings.get(id);
        Actor by = random.nextBoolean() ? Actor.trainer(booking.trainerId()) : Actor.client(booking.clientId());
        int version = random.nextInt(10) == 0 ? booking.version() - 1 : booking.version();
        switch (random.nextInt(7)) {
            case 0, 1 -> bookings.confirm(by, booking.id(), version);
            case 2 -> bookings.decline(by, booking.id(), version, null);
            case 3 -> series.cancel(by, booking.id(), version, "seed", someScope(random));
            case 4 -> {
                SeriesScope scope = by.side() == Side.CLIENT ? SeriesScope.THIS : someScope(random);
                series.edit(by, booking.id(), version, BookingEdit.moveTo(someTime(random)), scope);
            }
            case 5 -> bookings.complete(Actor.trainer(booking.trainerId()), booking.id(), version);
            default -> bookings.noShow(Actor.trainer(booking.trainerId()), booking.id(), version);
        }
    }

    /** What is long over only refuses. */
    private UUID oneOfTheLatest(Random random) {
        int back = Math.min(made.size(), 1 + (int) Math.abs(random.nextGaussian() * 25));
        return made.get(made.size() - back);
    }

    /** Sessions are held, and missed, in a few hours only: deeds at random would hardly ever meet them. */
    private UUID oneOfToday(Random random) {
        Instant now = clock.instant();
        List<UUID> today = jdbc.sql("""
                        SELECT id FROM booking
                        WHERE trainer_id = ? AND starts_at BETWEEN ? AND ? AND status <> 'CANCELLED' ORDER BY starts_at
                        """)
                .params(practice.trainer.userId(), Timestamp.from(now.minus(Duration.ofDays(1))), Timestamp.from(now))
                .query(UUID.class)
                .list();
        return today.isEmpty() ? oneOfTheLatest(random) : today.get(random.nextInt(today.size()));
    }

    private static SeriesScope someScope(Random random) {
        return SeriesScope.values()[random.nextInt(SeriesScope.values().length)];
    }

    /** On the grid of the slots, within five days. */
    private Instant someTime(Random random) {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30L * random.nextInt(5 * 48)));
    }

    private void takeAway(Random random, long trainer, long client) {
        enter(balances.adjust(trainer, client, Money.rubles(-1 - random.nextInt(300_000)), "seed"));
    }

    private void enter(LedgerEntry entry) {
        entered.addAndGet(entry.amount().amount());
    }

    private void changeSelfBooking(Random random) {
        String path = "/users/trainer/" + practice.trainer.telegramId();
        int version = trainers.get(practice.trainer.userId()).version();
        String setting = List.of("instant", "instant", "request", "off").get(random.nextInt(4));
        Answer answer = practice.as(practice.trainer)
                .put(path + "/settings", Map.of("self_booking", setting, "version", version));
        // somebody may have changed it meanwhile, and the clock may have outrun the token
        assertThat(answer.status()).as(seed()).isIn(200, 401, 409);
    }

    /** Not left to chance: all others may have been answered. */
    private UUID neverAnswered() {
        long trainer = practice.trainer.userId();
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(36));
        while (isTaken(start, start.plus(Duration.ofMinutes(90)))) {
            start = start.plus(Duration.ofMinutes(30));
        }
        return bookings.create(Actor.trainer(trainer), NewBooking.at(trainer, practice.client.userId(), start))
                .id();
    }

    private boolean isTaken(Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM occupancy JOIN resource ON resource.id = resource_id
                            WHERE resource.trainer_id = ? AND during && tstzrange(?, ?))
                        """)
                .params(practice.trainer.userId(), Timestamp.from(from), Timestamp.from(to))
                .query(Boolean.class)
                .single();
    }

    /** Until here days went by within seconds, of which the reminders see little; now they have their time. */
    private void goesOnQuietly() throws SchedulerException {
        for (int hour = 0; hour < 60; hour++) {
            clock.advance(Duration.ofHours(1));
            // again and again: listeners may plan a reminder that is due when a run is over
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        trigger("send-reminders");
                        return bookings(REMINDERS_DUE) == 0;
                    });
            receiveReminders();
        }
    }

    private void trigger(String job) {
        QuartzJobs.trigger(application, job);
    }

    /** Until the jobs and the listeners have done all that is due at this moment of the clock. */
    private void settle() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    trigger("complete-bookings");
                    trigger("expire-bookings");
                    trigger("charge-bookings");
                    trigger("send-reminders");
                    assertThat(bookings(REMINDERS_DUE)).isZero();
                    assertThat(bookings("status = 'CONFIRMED' AND ends_at <= :now"))
                            .isZero();
                    assertThat(bookings("status = 'PENDING' AND expires_at <= :now"))
                            .isZero();
                    assertThat(bookings("""
                    charge_at <= :now AND charged_at IS NULL AND status IN ('CONFIRMED', 'COMPLETED', 'NO_SHOW')""")).isZero();
                    assertThat(unheard()).isLessThanOrEqualTo(unheardBefore);
                });
    }

    private long bookings(String condition) {
        return jdbc.sql("SELECT count(*) FROM booking WHERE trainer_id = :trainer AND " + condition)
                .param("trainer", practice.trainer.userId())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Events that some listener has not dealt with; other tests of the same database may have left some. */
    private long unheard() {
        return jdbc.sql("SELECT count(*) FROM event_publication WHERE completion_date IS NULL")
                .query(Long.class)
                .single();
    }

    private void theTimesThatAreTakenAreThoseOfTheBookings(List<BookingInfo> all) {
        List<BookingInfo> standing = all.stream()
                .filter(booking -> booking.status() != BookingStatus.CANCELLED)
                .sorted(Comparator.comparing(BookingInfo::startsAt))
                .toList();
        for (int i = 1; i < standing.size(); i++) {
            assertThat(standing.get(i).startsAt())
                    .as(seed())
                    .isAfterOrEqualTo(standing.get(i - 1).endsAt());
        }
        assertThat(jdbc.sql("""
                        SELECT booking_id, lower(during) AS starts_at FROM occupancy JOIN resource r ON r.id = resource_id
                        WHERE trainer_id = ? AND booking_id IS NOT NULL ORDER BY lower(during)""")
                        .param(practice.trainer.userId())
                        .query((row, n) -> Map.entry(
                                row.getObject("booking_id", UUID.class),
                                row.getTimestamp("starts_at").toInstant()))
                        .list())
                .as(seed())
                .isEqualTo(standing.stream()
                        .map(booking -> Map.entry(booking.id(), booking.startsAt()))
                        .toList());
    }

    /** Follows the history of a booking along the table, written here once more and in plain words. */
    private void isReachedByTheTable(BookingInfo booking) {
        List<BookingChange> history = bookings.history(booking.id());
        String story = seed() + ": " + history;
        assertThat(history).as(story).hasSize(booking.version() + 1);
        assertThat(history.getFirst().change()).as(story).isEqualTo("created");
        Set<String> possible = Set.of();
        for (BookingChange change : history) {
            Set<String> from = possible;
            boolean trainer = change.actor() == Side.TRAINER;
            possible = switch (change.change()) {
                case "created" -> trainer ? Set.of("PENDING CLIENT") : Set.of("CONFIRMED", "PENDING TRAINER");
                case "confirmed" -> reach("CONFIRMED", from, trainer ? "PENDING TRAINER" : "PENDING CLIENT");
                case "declined" -> reach("CANCELLED", from, trainer ? "PENDING TRAINER" : "PENDING CLIENT");
                case "cancelled" -> reach("CANCELLED", from, "PENDING TRAINER", "PENDING CLIENT", "CONFIRMED");
                case "moved" -> {
                    reach("", from, "PENDING TRAINER", "PENDING CLIENT", "CONFIRMED");
                    yield trainer ? Set.of("PENDING CLIENT") : Set.of("CONFIRMED", "PENDING TRAINER");
                }
                case "completed" ->
                    trainer
                            ? reach("COMPLETED", from, "PENDING TRAINER", "PENDING CLIENT", "CONFIRMED", "NO_SHOW")
                            : reach("COMPLETED", from, "CONFIRMED");
                case "no_show" -> reach("NO_SHOW", from, "CONFIRMED", "COMPLETED");
                default -> throw new AssertionError(story);
            };
            assertThat(possible).as(story).isNotEmpty();
            happenedInItsTime(change, change == history.getLast(), booking, story);
        }
        String now = booking.status() + (booking.awaiting() == null ? "" : " " + booking.awaiting());
        assertThat(possible).as(story).contains(now);
    }

    private static Set<String> reach(String to, Set<String> from, String... legal) {
        return from.stream().anyMatch(Set.of(legal)::contains) ? Set.of(to) : Set.of();
    }

    private static void happenedInItsTime(BookingChange change, boolean last, BookingInfo booking, String story) {
        if (!last) {
            return; // the time may have been another then
        }
        switch (change.change()) {
            case "cancelled" -> {
                if (change.actor() != Side.SYSTEM) {
                    assertThat(change.at()).as(story).isBefore(booking.startsAt());
                }
            }
            case "completed" ->
                assertThat(change.at())
                        .as(story)
                        .isAfterOrEqualTo(change.actor() == Side.SYSTEM ? booking.endsAt() : booking.startsAt());
            case "no_show" ->
                assertThat(change.at())
                        .as(story)
                        .isBetween(booking.startsAt(), booking.endsAt().plus(Duration.ofHours(24)));
            default -> {}
        }
    }

    private void theMoneyAddsUp(List<BookingInfo> all) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Somebody client : clients) {
            List<LedgerEntry> ofPair = balances.entries(
                            practice.trainer.userId(), client.userId(), Long.MAX_VALUE, 100_000)
                    .reversed();
            long sum = 0;
            for (LedgerEntry entry : ofPair) {
                sum += entry.amount().amount();
                assertThat(entry.balanceAfter().amount()).as(seed()).isEqualTo(sum);
            }
            assertThat(balances.ofClients(practice.trainer.userId(), List.of(client.userId())))
                    .as(seed())
                    .containsEntry(client.userId(), Money.rubles(sum));
            entries.addAll(ofPair);
        }
        Map<UUID, List<EntryKind>> ofBookings = entries.stream()
                .filter(entry -> entry.bookingId() != null)
                .collect(groupingBy(LedgerEntry::bookingId, mapping(LedgerEntry::kind, toList())));
        long charged = 0;
        for (BookingInfo booking : all) {
            List<EntryKind> kinds = ofBookings.getOrDefault(booking.id(), List.of());
            assertThat(kinds)
                    .as(seed())
                    .isIn(List.of(), List.of(EntryKind.CHARGE), List.of(EntryKind.CHARGE, EntryKind.ADJUSTMENT));
            assertThat(booking.charged()).as(seed()).isEqualTo(!kinds.isEmpty());
            boolean due = booking.status() != BookingStatus.PENDING
                    && booking.status() != BookingStatus.CANCELLED
                    && !clock.instant().isBefore(booking.chargeAt());
            if (due) {
                assertThat(kinds).as(seed()).containsExactly(EntryKind.CHARGE);
            }
            if (kinds.size() == 2) {
                assertThat(booking.status()).as(seed()).isEqualTo(BookingStatus.CANCELLED);
            }
            charged += kinds.size() == 1 ? booking.price().amount() : 0;
        }
        assertThat(charged).as(seed()).isPositive();
        assertThat(entries.stream().mapToLong(entry -> entry.amount().amount()).sum())
                .as(seed())
                .isEqualTo(entered.get() - charged);
    }

    private void onlyWhoWasRemindedIsCancelledUnheard() {
        assertThat(bookings("cancel_reason = 'no_answer'")).as(seed()).isPositive();
        assertThat(bookings("""
                        cancel_reason = 'no_answer' AND NOT EXISTS (
                            SELECT FROM reminder r WHERE r.booking_id = booking.id AND r.starts_at = booking.starts_at
                                AND step <> 'HEADS_UP' AND delivered_at IS NOT NULL)""")).as(seed()).isZero();
        assertThat(bookings("""
                        EXISTS (
                            SELECT FROM reminder r JOIN booking_history h ON h.booking_id = r.booking_id
                            WHERE r.booking_id = booking.id AND h.change IN ('cancelled', 'declined', 'completed')
                                AND h.at < r.handed_at)""")).as(seed()).isZero();
    }

    private static String seed() {
        return "-Dseed=" + SEED;
    }
}
