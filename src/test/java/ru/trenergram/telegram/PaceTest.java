package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.Settings;

class PaceTest {

    private static final long MILLISECOND = 1_000_000;

    private long now;
    private final Pace pace = new Pace(new Settings.Sending(30, 1, 20), () -> now);

    private void pass(Duration duration) {
        now += duration.toNanos();
    }

    private void send(long chat) {
        pace.answered(chat, pace.leaves(chat));
    }

    @Test
    void no_second_of_telegrams_has_more_than_thirty_messages_however_long_their_way_takes() {
        var random = new Random(1);
        List<Long> seen = new ArrayList<>();
        List<long[]> underWay = new ArrayList<>(); // chat, left, answered at
        while (seen.size() < 3_000) {
            underWay.removeIf(it -> {
                boolean back = it[2] <= now;
                if (back) {
                    pace.answered(it[0], it[1]);
                }
                return back;
            });
            while (pace.free() > 0) {
                long chat = seen.size() + 1;
                long there = way(random);
                long back = way(random);
                underWay.add(new long[] {chat, pace.leaves(chat), now + there + back});
                seen.add(now + there);
            }
            now += MILLISECOND;
        }
        seen.sort(null);
        for (int i = 30; i < seen.size(); i++) {
            assertThat(seen.get(i) - seen.get(i - 30)).isGreaterThanOrEqualTo(1_000 * MILLISECOND);
        }
    }

    /** Often as short as can be, sometimes much longer. */
    private static long way(Random random) {
        return (20 + (random.nextInt(3) > 0 ? 0 : random.nextLong(80))) * MILLISECOND;
    }

    @Test
    void a_long_but_even_way_costs_no_speed() {
        int sent = 0;
        List<long[]> underWay = new ArrayList<>();
        for (int ms = 0; ms < 60_000; ms++) {
            while (!underWay.isEmpty() && underWay.getFirst()[2] <= now) {
                long[] back = underWay.removeFirst();
                pace.answered(back[0], back[1]);
            }
            while (pace.free() > 0) {
                sent++;
                underWay.add(new long[] {sent, pace.leaves(sent), now + 150 * MILLISECOND});
            }
            now += MILLISECOND;
        }
        assertThat(sent).isBetween((int) (60 * 30 * 0.97), 60 * 30 + 30);
    }

    @Test
    void a_chat_may_hear_five_at_once_and_then_one_a_second() {
        for (int i = 0; i < 5; i++) {
            assertThat(pace.waitingChats()).isEmpty();
            send(7);
        }
        assertThat(pace.waitingChats()).containsExactly(7L);
        pass(Duration.ofMillis(1_001));
        assertThat(pace.waitingChats()).isEmpty();
        send(7);
        assertThat(pace.waitingChats()).containsExactly(7L);
    }

    @Test
    void a_group_hears_twenty_a_minute() {
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(pace.waitingChats()).isEmpty();
            send(-100);
        }
        pass(Duration.ofSeconds(30));
        assertThat(pace.waitingChats()).containsExactly(-100L);
        pass(Duration.ofMillis(11_001));
        assertThat(pace.waitingChats()).isEmpty();
    }

    @Test
    void there_may_be_no_limits_at_all() {
        var free = new Pace(new Settings.Sending(0, 0, 0), () -> now);
        for (int i = 0; i < 1_000; i++) {
            free.answered(-1, free.leaves(-1));
        }
        assertThat(free.free()).isGreaterThan(1_000);
        assertThat(free.waitingChats()).isEmpty();
        assertThat(free.untilFree()).isZero();
    }
}
