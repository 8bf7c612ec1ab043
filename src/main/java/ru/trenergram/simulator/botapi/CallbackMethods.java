package ru.trenergram.simulator.botapi;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Presses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Answering pressed buttons. */
@Component
@WhenSimulated
class CallbackMethods implements Method.Group {

    private static final int LONGEST_NOTICE = 200;

    private final Presses presses;
    private final Clock clock;

    CallbackMethods(Presses presses, Clock clock) {
        this.presses = presses;
        this.clock = clock;
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of("answerCallbackQuery", this::answerCallbackQuery);
    }

    private JsonNode answerCallbackQuery(BotAccount bot, Parameters parameters) {
        String text = parameters.text("text");
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_NOTICE) {
            throw BotApiException.badRequest("MESSAGE_TOO_LONG");
        }
        Long id = parameters.number("callback_query_id");
        boolean answered = id != null
                && presses.answer(
                        bot.bot(),
                        id,
                        text == null || text.isBlank() ? null : text,
                        parameters.flag("show_alert"),
                        parameters.text("url"),
                        clock.instant());
        if (!answered) {
            throw BotApiException.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return BooleanNode.TRUE;
    }
}
