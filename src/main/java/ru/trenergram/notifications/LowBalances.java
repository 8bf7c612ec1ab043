package ru.trenergram.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.ClientList;
import ru.trenergram.balances.ClientList.Place;
import ru.trenergram.balances.ClientOrder;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.ClientTally;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;

/**
 * Clients whose balance is below the price of one session, theirs or else the trainer's. Of the roster count those who are
 * not archived, and of whom more is to be expected: they have a session ahead, or had or booked one in the last 60 days.
 */
@Component
class LowBalances {

    private static final Duration ACTIVE = Duration.ofDays(60);
    private static final int PAGE = 200;

    private final Roster roster;
    private final ClientList clients;
    private final Balances balances;
    private final Bookings bookings;
    private final JdbcClient jdbc;
    private final Clock clock;

    LowBalances(Roster roster, ClientList clients, Balances balances, Bookings bookings, JdbcClient jdbc, Clock clock) {
        this.roster = roster;
        this.clients = clients;
        this.balances = balances;
        this.bookings = bookings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Low(long clientId, Money balance) {}

    /** Whether somebody counts at all. */
    boolean counts(RosterEntry entry) {
        return !counting(entry.trainerId(), List.of(entry)).isEmpty();
    }

    /** All of a trainer's clients who are low, the lowest first. */
    List<Low> of(TrainerProfile trainer) {
        List<Low> low = new ArrayList<>();
        @Nullable Place last = null;
        List<Place> page;
        do {
            page = clients.page(trainer.userId(), null, ClientOrder.BALANCE, last, PAGE);
            low.addAll(lowOf(trainer, entries(trainer, page)));
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
        return low;
    }

    private List<RosterEntry> entries(TrainerProfile trainer, List<Place> page) {
        List<Long> ids = page.stream().map(Place::clientId).toList();
        Map<Long, RosterEntry> entries = roster.getAll(trainer.userId(), ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(entries.get(id))).toList();
    }

    private List<Low> lowOf(TrainerProfile trainer, List<RosterEntry> page) {
        Map<Long, Money> sums = balances.ofClients(
                trainer.userId(), page.stream().map(RosterEntry::clientId).toList());
        List<RosterEntry> below = page.stream()
                .filter(entry ->
                        Objects.requireNonNull(sums.get(entry.clientId())).amount()
                                < entry.priceWith(trainer).amount())
                .toList();
        return counting(trainer.userId(), below).stream()
                .map(entry -> new Low(entry.clientId(), Objects.requireNonNull(sums.get(entry.clientId()))))
                .toList();
    }

    private List<RosterEntry> counting(long trainerId, List<RosterEntry> entries) {
        Map<Long, ClientTally> tallies = bookings.tallies(
                trainerId, entries.stream().map(RosterEntry::clientId).toList());
        Instant since = clock.instant().minus(ACTIVE);
        return entries.stream()
                .filter(entry -> !entry.archived())
                .filter(entry -> isActive(entry, Objects.requireNonNull(tallies.get(entry.clientId())), since))
                .toList();
    }

    private static boolean isActive(RosterEntry entry, ClientTally tally, Instant since) {
        boolean visited = tally.lastVisitAt() != null && !tally.lastVisitAt().isBefore(since);
        boolean booked = tally.total() > 0 && !entry.recentAt().isBefore(since);
        return tally.upcoming() > 0 || visited || booked;
    }

    /**
     * Whether a balance has fallen below the price with this entry; true once for each fall, whatever the order in which
     * the entries are looked at, and however often.
     */
    boolean fell(LedgerEntry entry, Money price) {
        boolean below = entry.balanceAfter().amount() < price.amount();
        boolean belowBefore = entry.balanceAfter().amount() - entry.amount().amount() < price.amount();
        jdbc.sql(
                        "INSERT INTO low_balance (trainer_id, client_id, entry_id, below) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING")
                .params(entry.trainerId(), entry.clientId(), belowBefore)
                .update();
        boolean known = jdbc.sql("SELECT below FROM low_balance WHERE trainer_id = ? AND client_id = ? FOR UPDATE")
                .params(entry.trainerId(), entry.clientId())
                .query(Boolean.class)
                .single();
        boolean isNews = jdbc.sql("""
                                UPDATE low_balance SET entry_id = :entry, below = :below
                                WHERE trainer_id = :trainer AND client_id = :client AND entry_id < :entry
                                """)
                        .param("entry", entry.id())
                        .param("below", below)
                        .param("trainer", entry.trainerId())
                        .param("client", entry.clientId())
                        .update()
                == 1;
        return isNews && below && !known;
    }
}
