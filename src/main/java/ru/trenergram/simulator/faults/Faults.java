package ru.trenergram.simulator.faults;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.Ticking;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/**
 * The faults that are on. They stand in the database and hold on every node; while there are none, a call asks nobody.
 */
@Service
@WhenSimulated
public class Faults implements Ticking {

    private static final Set<Integer> SERVER_ERRORS = Set.of(500, 502, 503, 504);
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int LONGEST_SECONDS = 600;
    private static final int MOST_TIMES = 1_000_000;
    private static final int ENDED_KEPT = 20;
    private static final int SEEDS = 1_000_000;
    private static final RowMapper<Fault> FAULT = (row, number) -> new Fault(
            row.getLong("fault_id"),
            FaultKind.valueOf(row.getString("kind")),
            row.getString("bot") == null ? null : Bot.valueOf(row.getString("bot")),
            row.getString("method"),
            row.getObject("chat_id", Long.class),
            row.getObject("times", Integer.class),
            row.getDouble("probability"),
            row.getLong("seed"),
            row.getObject("seconds", Integer.class),
            row.getObject("code", Integer.class),
            row.getString("description"),
            row.getLong("calls"),
            row.getLong("hits"));

    private final JdbcClient jdbc;
    private volatile List<Fault> active;

    Faults(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.active = stored();
    }

    /** What is asked for; null where the usual is good enough, see {@link Fault}. */
    public record Wanted(
            FaultKind kind,
            @Nullable Bot bot,
            @Nullable String method,
            @Nullable Long chatId,
            @Nullable Integer times,
            @Nullable Double probability,
            @Nullable Long seed,
            @Nullable Integer seconds,
            @Nullable Integer code,
            @Nullable String description) {}

    /** @throws SimulatorProblem there is no such kind */
    public static FaultKind kind(@Nullable String slug) {
        return FaultKind.withSlug(Objects.requireNonNullElse(slug, ""))
                .orElseThrow(() -> SimulatorProblem.invalid("fault"));
    }

    /**
     * Switches a fault on.
     *
     * @throws SimulatorProblem a number out of its range
     */
    public Fault add(Wanted wanted) {
        check(wanted);
        FaultKind kind = wanted.kind();
        boolean refusal = kind == FaultKind.BAD_REQUEST;
        long id = jdbc.sql("""
                        INSERT INTO simulator_fault
                            (kind, bot, method, chat_id, times, probability, seed, seconds, code, description)
                        VALUES (:kind, :bot, :method, :chatId, :times, :probability, :seed, :seconds, :code, :description)
                        RETURNING fault_id""")
                .param("kind", kind.name())
                .param("bot", wanted.bot() == null ? null : wanted.bot().name())
                .param("method", kind.isOfUpdates() ? null : wanted.method())
                .param("chatId", wanted.chatId())
                .param("times", wanted.times())
                .param("probability", Objects.requireNonNullElse(wanted.probability(), 1.0))
                .param(
                        "seed",
                        wanted.seed() == null ? ThreadLocalRandom.current().nextLong(SEEDS) : wanted.seed())
                .param("seconds", seconds(wanted))
                .param("code", code(wanted))
                .param("description", refusal ? wanted.description() : null)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        DELETE FROM simulator_fault WHERE fault_id IN (
                            SELECT fault_id FROM simulator_fault WHERE hits >= times
                            ORDER BY fault_id DESC OFFSET :kept)""").param("kept", ENDED_KEPT).update();
        tick();
        return find(id);
    }

    /** Newest first; those that have ended stay for a while. */
    public List<Fault> all() {
        return jdbc.sql("SELECT * FROM simulator_fault ORDER BY fault_id DESC")
                .query(FAULT)
                .list();
    }

    public int countActive() {
        return active.size();
    }

    public void remove(long id) {
        jdbc.sql("DELETE FROM simulator_fault WHERE fault_id = ?").param(id).update();
        tick();
    }

    public void removeAll() {
        jdbc.sql("DELETE FROM simulator_fault").update();
        tick();
    }

    /** The fault that strikes this call, if one does. */
    public Optional<Fault> strike(Bot bot, String method, @Nullable Long chatId) {
        return first(fault -> !fault.kind().isOfUpdates() && fault.covers(bot, method, chatId));
    }

    /** The fault of this kind that strikes an update on its way to the bot, if one does. */
    public Optional<Fault> strikeUpdate(FaultKind kind, Bot bot, @Nullable Long chatId) {
        return first(fault -> fault.kind() == kind && fault.covers(bot, chatId));
    }

    /** Takes over what another node has changed. */
    @Override
    public synchronized void tick() {
        active = stored();
    }

    private Optional<Fault> first(Predicate<Fault> inScope) {
        for (Fault fault : active) {
            if (inScope.test(fault) && strikes(fault)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Counted in the database: "the next three calls" are three over all nodes and threads. */
    private boolean strikes(Fault fault) {
        Optional<Long> number =
                jdbc.sql("""
                        UPDATE simulator_fault SET calls = calls + 1
                        WHERE fault_id = ? AND (times IS NULL OR hits < times) RETURNING calls""").param(fault.id()).query(Long.class).optional();
        boolean struck = number.filter(fault::strikes).isPresent()
                && jdbc.sql("""
                                UPDATE simulator_fault SET hits = hits + 1
                                WHERE fault_id = ? AND (times IS NULL OR hits < times)""").param(fault.id()).update() == 1;
        if (fault.times() != null) {
            tick();
        }
        return struck;
    }

    private List<Fault> stored() {
        return jdbc.sql("SELECT * FROM simulator_fault WHERE times IS NULL OR hits < times ORDER BY fault_id")
                .query(FAULT)
                .list();
    }

    private Fault find(long id) {
        return jdbc.sql("SELECT * FROM simulator_fault WHERE fault_id = ?")
                .param(id)
                .query(FAULT)
                .optional()
                .orElseThrow(() -> SimulatorProblem.notFound("fault"));
    }

    private static void check(Wanted wanted) {
        require(wanted.times() == null || (wanted.times() >= 1 && wanted.times() <= MOST_TIMES), "times");
        Double probability = wanted.probability();
        require(probability == null || (probability > 0 && probability <= 1), "probability");
        Integer seconds = wanted.seconds();
        require(seconds == null || (seconds >= 0 && seconds <= LONGEST_SECONDS), "seconds");
        Integer code = wanted.code();
        require(code == null || SERVER_ERRORS.contains(code), "code");
        boolean described =
                wanted.description() != null && !wanted.description().isBlank();
        require(wanted.kind() != FaultKind.BAD_REQUEST || described, "description");
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw SimulatorProblem.invalid(what);
        }
    }

    private static @Nullable Integer seconds(Wanted wanted) {
        FaultKind kind = wanted.kind();
        if (!kind.hasSeconds()) {
            return null;
        }
        return wanted.seconds() == null ? Integer.valueOf(kind.usualSeconds()) : wanted.seconds();
    }

    private static @Nullable Integer code(Wanted wanted) {
        if (wanted.kind() != FaultKind.SERVER_ERROR) {
            return null;
        }
        return wanted.code() == null ? Integer.valueOf(INTERNAL_SERVER_ERROR) : wanted.code();
    }
}
