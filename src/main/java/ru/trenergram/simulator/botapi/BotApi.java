package ru.trenergram.simulator.botapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.calls.Call;
import ru.trenergram.simulator.calls.CallLog;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.simulator.chats.Presses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/**
 * <a href="https://core.telegram.org/bots/api">The Bot API</a>, as far as the product uses it. Every call is listed, but
 * polls that bring nothing.
 */
@Service
@WhenSimulated
public class BotApi {

    /** As a call is listed that names no method of ours. */
    private static final int LONGEST_NAME = 64;

    private final BotAccounts bots;
    private final Map<String, Named> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final FaultyCalls calls;
    private final CallLog log;
    private final Presses presses;
    private final Clock clock;

    BotApi(
            BotAccounts bots,
            List<Method.Group> groups,
            TransactionTemplate transaction,
            FaultyCalls calls,
            CallLog log,
            Presses presses,
            Clock clock) {
        this.bots = bots;
        this.calls = calls;
        this.log = log;
        this.presses = presses;
        this.clock = clock;
        for (Method.Group group : groups) {
            group.methods()
                    .forEach((name, method) -> methods.put(
                            name,
                            new Named(name, group.transactional() ? inTransaction(transaction, method) : method)));
        }
    }

    private record Named(String name, Method method) {}

    private static Method inTransaction(TransactionTemplate transaction, Method method) {
        return (bot, parameters) ->
                Objects.requireNonNull(transaction.<JsonNode>execute(status -> method.call(bot, parameters)));
    }

    /** The methods that there are, as Telegram spells them. */
    public List<String> methods() {
        return new ArrayList<>(methods.keySet());
    }

    /** Calls a method, its name in any case. */
    public Answer call(String token, String method, Parameters parameters) {
        return bots.withToken(token)
                .map(bot -> call(bot, method, parameters))
                .orElseGet(() -> Answer.refusal(BotApiException.unauthorized(token)));
    }

    private Answer call(BotAccount bot, String method, Parameters parameters) {
        Instant at = clock.instant();
        long begin = System.nanoTime();
        @Nullable Named called = methods.get(method);
        String name = called == null ? method.substring(0, Math.min(method.length(), LONGEST_NAME)) : called.name();
        @Nullable Long chatId = chatId(bot, parameters);
        var outcome = calls.carryOut(bot.bot(), name, chatId, () -> answer(bot, called, parameters));
        Answer answer = outcome.answer();
        if (outcome.fault() != null || !isEmptyPoll(answer)) {
            log.add(new Call(
                    0,
                    at,
                    bot.bot(),
                    name,
                    chatId,
                    Summary.of(parameters),
                    answer.status(),
                    Summary.of(answer),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    outcome.fault() == null ? null : outcome.fault().kind().slug()));
        }
        return answer;
    }

    private static Answer answer(BotAccount bot, @Nullable Named called, Parameters parameters) {
        try {
            if (called == null) {
                throw BotApiException.notFound("method not found");
            }
            return Answer.result(called.method().call(bot, parameters));
        } catch (BotApiException refused) {
            return Answer.refusal(refused);
        }
    }

    /** Whose chat it is about, if it is about one. */
    private @Nullable Long chatId(BotAccount bot, Parameters parameters) {
        Long chatId = parameters.number("chat_id");
        if (chatId != null) {
            return chatId;
        }
        JsonNode scope = parameters.values().getOrDefault("scope", MissingNode.getInstance());
        if (scope.has("chat_id")) {
            return scope.get("chat_id").asLong(0);
        }
        Long press = parameters.number("callback_query_id");
        return press == null ? null : presses.personOf(bot.bot(), press).orElse(null);
    }

    private static boolean isEmptyPoll(Answer answer) {
        return answer.body().path("result") instanceof ArrayNode updates && updates.isEmpty();
    }
}
