package ru.trenergram.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.balances.Practice.Somebody;
import ru.trenergram.base.Money;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Together;

/** Whatever happens in whatever order: sum of the entries = balance = last {@code balance_after}. */
@IntegrationTest
class LedgerPropertyIntegrationTest {

    private static final long SEED = 20_261_130;
    private static final int THREADS = 8;
    private static final int STEPS = 60;

    @Autowired
    ApplicationContext application;

    @Autowired
    Balances balances;

    @Autowired
    Charges charges;

    @Autowired
    MovableClock clock;

    @Test
    void the_sum_of_the_entries_is_the_balance_is_the_last_balance_after() throws Exception {
        var practice = new Practice(application);
        for (int hour = 9; hour < 18; hour++) {
            practice.confirmed("2026-12-01T%02d:00:00+03:00".formatted(hour));
        }
        List<Somebody> clients = List.of(practice.client, practice.clientOf(practice.trainer));
        clock.moveTo(Practice.CHARGE_MOMENT.plusSeconds(4 * 3600));
        List<Callable<Long>> together = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new Random(SEED + thread);
            together.add(() -> act(practice, clients, random));
        }

        long entered =
                Together.atOnce(together).stream().mapToLong(Long::longValue).sum();

        long sum = 0;
        for (Somebody client : clients) {
            sum += consistentSum(practice.trainer.userId(), client.userId());
        }
        long charged = entriesOf(practice.trainer.userId(), practice.client.userId()).stream()
                .filter(entry -> entry.kind() == EntryKind.CHARGE)
                .mapToLong(entry -> entry.amount().amount())
                .sum();
        assertThat(charged).as("seed " + SEED).isNegative();
        assertThat(sum).as("seed " + SEED).isEqualTo(entered + charged);
    }

    private long act(Practice practice, List<Somebody> clients, Random random) {
        long entered = 0;
        for (int step = 0; step < STEPS; step++) {
            long trainer = practice.trainer.userId();
            long client = clients.get(random.nextInt(clients.size())).userId();
            long amount = 1 + random.nextInt(1_000_000);
            switch (random.nextInt(4)) {
                case 0 -> charges.chargeDue(1 + random.nextInt(3));
                case 1 -> {
                    balances.adjust(trainer, client, Money.rubles(-amount), "seed");
                    entered -= amount;
                }
                default -> {
                    balances.topUp(trainer, client, Money.rubles(amount), null);
                    entered += amount;
                }
            }
        }
        return entered;
    }

    private long consistentSum(long trainer, long client) {
        long sum = 0;
        for (LedgerEntry entry : entriesOf(trainer, client)) {
            sum += entry.amount().amount();
            assertThat(entry.balanceAfter().amount()).as("seed " + SEED).isEqualTo(sum);
        }
        assertThat(balances.ofClients(trainer, List.of(client))).containsEntry(client, Money.rubles(sum));
        return sum;
    }

    /** The oldest first. */
    private List<LedgerEntry> entriesOf(long trainer, long client) {
        return balances.entries(trainer, client, Long.MAX_VALUE, 10_000).stream()
                .sorted(Comparator.comparingLong(LedgerEntry::id))
                .toList();
    }
}
