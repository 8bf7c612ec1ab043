package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.scheduling.SeriesModel.Entry;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/**
 * Random series, edits and cancellations over daylight-saving changes, each compared with {@link SeriesModel}. Another
 * seed: {@code -Dseed=…}.
 */
@IntegrationTest
class SeriesPropertyIntegrationTest {

    private static final long SEED = Long.getLong("seed", 20_261_130L);
    private static final int STEPS = 400;

    @Autowired
    ApplicationContext application;

    @Autowired
    Bookings bookings;

    @Autowired
    SeriesBookings series;

    @Autowired
    MovableClock clock;

    private Somebody trainer;
    private Somebody client;
    private SeriesModel model;
    private Random random;
    private ZoneOffsetTransition gap;

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void random_series_end_up_as_in_a_naive_model(String zoneId) {
        ZoneId zone = ZoneId.of(zoneId);
        Gym gym = new Gym(application);
        trainer = gym.trainer(zone);
        client = gym.clientOf(trainer);
        gap = nextGap(zone);
        clock.moveTo(gap.getInstant().minus(Duration.ofDays(20)));
        model = new SeriesModel(zone);
        random = new Random(SEED ^ zoneId.hashCode());
        List<String> story = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            try {
                story.add(step());
                assertThat(state()).isEqualTo(model.state());
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Seed " + SEED + ", " + zoneId + ", the last steps:\n"
                                + String.join("\n", story.subList(Math.max(0, story.size() - 12), story.size())),
                        failure);
            }
        }
        for (String met :
                List.of("TAKEN", "NO_SUCH_TIME", "invalid_transition", "too_late", "slot_taken", "already_charged")) {
            assertThat(story)
                    .as("Seed %s has to meet %s, or it proves little", SEED, met)
                    .anyMatch(line -> line.contains(met));
        }
    }

    private static ZoneOffsetTransition nextGap(ZoneId zone) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(MovableClock.START);
        return next.isGap() ? next : zone.getRules().nextTransition(next.getInstant());
    }

    private String step() {
        model.now = clock.instant();
        int choice = random.nextInt(20);
        if (choice < 4 || model.entries.isEmpty()) {
            return create();
        }
        if (choice < 6) {
            clock.advance(Duration.ofHours(random.nextInt(20)));
            return "now " + clock.instant();
        }
        Entry next = model.next().orElse(model.entries.getFirst());
        Entry entry = random.nextBoolean() ? next : model.entries.get(random.nextInt(model.entries.size()));
        if (choice < 8) {
            return "confirm " + entry + " → "
                    + both(
                            () -> bookings.confirm(Actor.client(client.userId()), entry.id, entry.version),
                            () -> model.confirm(entry));
        }
        SeriesScope scope = SeriesScope.values()[random.nextInt(3)];
        if (choice < 9) {
            Actor by = random.nextBoolean() ? Actor.client(client.userId()) : Actor.trainer(trainer.userId());
            return "cancel " + scope + " " + entry + " → "
                    + both(
                            () -> series.cancel(by, entry.id, entry.version, null, scope),
                            () -> model.cancel(entry, scope, by.side()));
        }
        if (choice < 11) {
            return priceCloseToStart(next);
        }
        return edit(entry, wish(entry), scope);
    }

    /** Where it may have been charged. */
    private String priceCloseToStart(Entry next) {
        Instant close = next.start.minus(Duration.ofHours(random.nextInt(1, 20)));
        if (close.isAfter(clock.instant())) {
            clock.moveTo(close);
            model.now = close;
        }
        both(() -> bookings.confirm(Actor.client(client.userId()), next.id, next.version), () -> model.confirm(next));
        Money price = Money.rubles(random.nextInt(4) * 1000L);
        return edit(next, new BookingEdit(null, null, price, null), SeriesScope.THIS);
    }

    private String edit(Entry entry, BookingEdit wish, SeriesScope scope) {
        return "edit " + scope + " " + entry + " " + wish + " → "
                + both(
                        () -> series.edit(Actor.trainer(trainer.userId()), entry.id, entry.version, wish, scope),
                        () -> model.edit(entry, wish, scope));
    }

    private String create() {
        LocalDateTime local = random.nextInt(4) == 0
                ? gap.getDateTimeBefore().plusMinutes(random.nextInt(6) * 5L).minusWeeks(random.nextInt(1, 4))
                : LocalDateTime.ofInstant(clock.instant(), model.zone)
                        .toLocalDate()
                        .plusDays(random.nextInt(-1, 30))
                        .atTime(random.nextInt(24), random.nextInt(12) * 5);
        Instant start = local.atZone(model.zone).toInstant();
        int weeks = random.nextInt(2, 9);
        boolean skip = random.nextBoolean();
        var wish = new NewBooking(
                trainer.userId(), client.userId(), start, 60, Money.rubles(random.nextInt(4) * 1000L), null, null);
        List<UUID> made = new ArrayList<>();
        return "create " + weeks + " " + local + " skip " + skip + " → "
                + both(
                        () -> {
                            BookingInfo first =
                                    series.create(Actor.trainer(trainer.userId()), wish, new Repeat(weeks, skip));
                            made.addAll(members(first));
                        },
                        () -> model.create(start, weeks, skip, wish.price().amount(), made));
    }

    private List<UUID> members(BookingInfo first) {
        SeriesPlace place = first.series();
        return place == null
                ? List.of(first.id())
                : all().stream()
                        .filter(booking -> booking.series() != null
                                && booking.series().id().equals(place.id()))
                        .sorted(java.util.Comparator.comparingInt(
                                booking -> booking.series().index()))
                        .map(BookingInfo::id)
                        .toList();
    }

    private BookingEdit wish(Entry entry) {
        LocalDateTime local = LocalDateTime.ofInstant(entry.start, model.zone);
        Duration shift = switch (random.nextInt(5)) {
            case 0 -> Duration.ofDays(random.nextInt(-7, 15));
            case 1 -> Duration.ofDays(7L * random.nextInt(-1, 3));
            case 2 -> Duration.ofMinutes(random.nextInt(-36, 37) * 5L);
            case 3 -> Duration.ofHours(random.nextInt(-12, 36));
            default -> Duration.ZERO;
        };
        Instant start =
                shift.isZero() ? null : local.plus(shift).atZone(model.zone).toInstant();
        Integer minutes = random.nextInt(3) == 0 ? (Integer) random.nextInt(2, 20) * 5 : null;
        Money price = random.nextInt(3) == 0 ? Money.rubles(random.nextInt(4) * 1000L) : null;
        return new BookingEdit(start, minutes, price, null);
    }

    /** Lets the service act, then the model; what they say has to be the same. */
    private String both(Runnable service, Runnable naive) {
        String said = said(service);
        assertThat(said).isEqualTo(said(naive));
        return said;
    }

    private static String said(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (SeriesConflictException refused) {
            return "series_conflict " + refused.conflicts();
        } catch (DomainException refused) {
            return refused.code().code();
        }
    }

    private List<BookingInfo> all() {
        return bookings.ofTrainer(trainer.userId(), new BookingFilter(null, null, Set.of()), null, 10_000);
    }

    private Set<String> state() {
        return all().stream()
                .map(booking -> SeriesModel.line(
                        booking.id(),
                        place(booking.series()),
                        booking.startsAt(),
                        Duration.between(booking.startsAt(), booking.endsAt()).toMinutes(),
                        booking.status(),
                        booking.price().amount(),
                        booking.chargeAt(),
                        booking.version()))
                .collect(Collectors.toSet());
    }

    private static String place(@Nullable SeriesPlace place) {
        return place == null ? "alone" : place.index() + "/" + place.count();
    }
}
