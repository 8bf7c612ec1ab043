package ru.trenergram.month;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ru.trenergram.month.Happening.Kind;
import ru.trenergram.month.Script.Client;
import ru.trenergram.month.Script.Session;
import ru.trenergram.month.TelegramStandIn.Message;
import ru.trenergram.support.MovableClock;

/**
 * A month in six zones, over the days on which their clocks change, with an end and a new start of the service in the
 * middle of its work: what is due happens once, at its minute, and nothing else does.
 */
class SimulatedMonthIntegrationTest {

    private static final long SEED = Long.getLong("seed", 20_261_001);
    private static final int SESSIONS = 1_000;
    private static final int SHOWN = 20;
    private static final Instant MIDDLE = Script.FROM.plus(Duration.ofDays(15));

    private final MovableClock clock = new MovableClock();

    @Test
    void all_that_is_due_happens_once_at_its_minute_and_nothing_else_does() throws Exception {
        Script script = ScriptWriter.write(SEED, SESSIONS);
        List<Happening> expected = script.sessions().stream()
                .flatMap(session -> PlainRules.of(session).stream())
                .sorted()
                .toList();

        List<Happening> happened = live(script, busiest(expected, Script.FROM), busiest(expected, MIDDLE));

        List<Happening> missing = without(expected, happened);
        List<Happening> surplus = without(happened, expected);
        assertThat(missing.size() + surplus.size())
                .as(() -> "-Dseed=%d%nof %d%n%s%s"
                        .formatted(
                                SEED,
                                expected.size(),
                                story("missing", missing, script),
                                story("surplus", surplus, script)))
                .isZero();
        assertThat(EnumSet.copyOf(expected.stream().map(Happening::kind).toList()))
                .containsAll(EnumSet.allOf(Kind.class));
    }

    /** The moment of the fortnight after another one at which most has to be done. */
    private static Instant busiest(List<Happening> expected, Instant after) {
        return expected.stream()
                .map(Happening::at)
                .filter(at -> at.isAfter(after) && at.isBefore(after.plus(Duration.ofDays(14))))
                .collect(groupingBy(at -> at, counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private List<Happening> live(Script script, Instant restart, Instant breakOff) throws Exception {
        Map<Long, Client> clients = new HashMap<>();
        script.clients().forEach(client -> clients.put(client.telegramId(), client));
        clock.moveTo(Script.FROM);
        try (var telegram = new TelegramStandIn(
                        clock,
                        chat -> clients.containsKey(chat) && clients.get(chat).hasBlockedAt(clock.instant()));
                var service = new RunningService(telegram.url(), clock)) {
            Cast cast = new Cast(service, script);
            TreeMap<Instant, List<Runnable>> deeds = new TreeMap<>();
            for (Session session : script.sessions()) {
                at(deeds, session.bookedAt(), () -> cast.book(session));
                session.deeds().forEach(deed -> at(deeds, deed.at(), () -> cast.act(session, deed)));
            }
            for (Instant now = Script.FROM; !now.isAfter(Script.UNTIL); now = now.plus(Script.STEP)) {
                clock.moveTo(now);
                if (deeds.containsKey(now)) {
                    deeds.get(now).forEach(Runnable::run);
                    service.settle();
                }
                if (now.equals(restart)) {
                    service.restartAtWork();
                }
                if (now.equals(breakOff)) {
                    service.breakOffAtWork();
                }
                service.doWhatIsDue();
            }
            return Chronicle.of(service.jdbc(), withoutEchoes(telegram.messages(), breakOff), cast.sessions());
        }
    }

    /** Of what was sent when the node was cut off nobody could write down that it was: it is sent again. */
    private static List<Message> withoutEchoes(List<Message> messages, Instant breakOff) {
        Set<Message> seen = new HashSet<>();
        return messages.stream()
                .filter(message -> seen.add(message) || !message.at().equals(breakOff))
                .toList();
    }

    private static void at(Map<Instant, List<Runnable>> deeds, Instant moment, Runnable deed) {
        deeds.computeIfAbsent(moment, it -> new ArrayList<>()).add(deed);
    }

    /** What is more often in one list than in the other. */
    private static List<Happening> without(List<Happening> all, List<Happening> those) {
        Map<Happening, List<Happening>> left = those.stream().collect(groupingBy(it -> it));
        List<Happening> without = new ArrayList<>();
        for (Happening one : all) {
            List<Happening> same = left.getOrDefault(one, List.of());
            if (same.isEmpty()) {
                without.add(one);
            } else {
                same.removeLast();
            }
        }
        return without;
    }

    private static String story(String title, List<Happening> some, Script script) {
        StringBuilder story = new StringBuilder("%s: %d%n".formatted(title, some.size()));
        some.stream()
                .sorted()
                .limit(SHOWN)
                .forEach(one -> story.append(
                        "  %s%n    of %s%n".formatted(one, script.sessions().get(one.session()))));
        return story.toString();
    }
}
