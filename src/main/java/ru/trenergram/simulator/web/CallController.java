package ru.trenergram.simulator.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.botapi.BotApi;
import ru.trenergram.simulator.calls.Call;
import ru.trenergram.simulator.calls.CallLog;
import ru.trenergram.simulator.calls.CallLog.Outcome;

/** The calls that the bots have made (docs/simulator.md). */
@RestController
@RequestMapping("/simulator/api")
@WhenSimulated
class CallController {

    private static final int MOST = 200;

    private final CallLog log;
    private final BotApi api;
    private final Names names;

    CallController(CallLog log, BotApi api, Names names) {
        this.log = log;
        this.api = api;
        this.names = names;
    }

    /** @param status of the answer; null when it was lost */
    record CallView(
            long id,
            Instant at,
            @Nullable String bot,
            String method,
            @Nullable Long chatId,
            String parameters,
            @Nullable Integer status,
            String answer,
            long millis,
            @Nullable String fault) {}

    /** @param next what {@code before} is to be for the older ones; null when there are none */
    record Calls(List<CallView> items, @Nullable Long next) {}

    record Methods(List<String> items) {}

    /**
     * The newest calls that fit.
     *
     * @param text that stands in the parameters or the answer
     * @param outcome {@code answered}, {@code refused}, {@code lost} or {@code struck} (by a fault)
     * @param before what {@code next} was in the answer before
     */
    @GetMapping("/calls")
    Calls calls(
            @RequestParam(required = false) @Nullable String bot,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable Long chat,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") int limit) {
        var search = new CallLog.Search(
                names.bot(bot), blankToNull(method), chat, blankToNull(text), outcome(blankToNull(outcome)));
        int most = Math.clamp(limit, 1, MOST);
        List<Call> found = log.find(search, before, most + 1);
        List<Call> shown = found.subList(0, Math.min(most, found.size()));
        return new Calls(
                shown.stream().map(this::view).toList(),
                found.size() > most ? shown.getLast().id() : null);
    }

    @DeleteMapping("/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        log.forgetAll();
    }

    /** The methods that the simulator has. */
    @GetMapping("/methods")
    Methods methods() {
        return new Methods(api.methods());
    }

    private CallView view(Call call) {
        return new CallView(
                call.id(),
                call.at(),
                names.slug(call.bot()),
                call.method(),
                call.chatId(),
                call.parameters(),
                call.status() == Call.LOST ? null : call.status(),
                call.answer(),
                call.millis(),
                call.fault());
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null
                ? null
                : Stream.of(Outcome.values())
                        .filter(outcome ->
                                outcome.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElseThrow(() -> SimulatorProblem.invalid("outcome"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
