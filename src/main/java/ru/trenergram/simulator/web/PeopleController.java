package ru.trenergram.simulator.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.simulator.chats.ChatViews;
import ru.trenergram.simulator.chats.Waker;

/** The accounts and the bots, for the chat page and for tests. */
@RestController
@RequestMapping("/simulator/api")
@WhenSimulated
class PeopleController {

    private static final long LONGEST_WAIT_SECONDS = 25;

    private final SimulatedPeople people;
    private final BotAccounts bots;
    private final ChatViews views;
    private final Waker waker;

    PeopleController(SimulatedPeople people, BotAccounts bots, ChatViews views, Waker waker) {
        this.people = people;
        this.bots = bots;
        this.views = views;
        this.waker = waker;
    }

    record Items<T>(List<T> items) {}

    record BotView(String bot, long telegramId, String username, String name) {}

    record NewPerson(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String languageCode) {}

    @GetMapping("/bots")
    Items<BotView> bots() {
        return new Items<>(bots.all().stream()
                .map(bot -> new BotView(bot.slug(), bot.telegramId(), bot.username(), bot.name()))
                .toList());
    }

    @GetMapping("/people")
    Items<SimulatedPerson> people() {
        return new Items<>(people.all());
    }

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    SimulatedPerson register(@RequestBody NewPerson given) {
        return people.register(
                Objects.requireNonNullElse(given.firstName(), ""),
                given.lastName(),
                given.username(),
                Objects.requireNonNullElse(given.languageCode(), "ru"));
    }

    @GetMapping("/people/{personId}")
    SimulatedPerson person(@PathVariable long personId) {
        return people.find(personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
    }

    /**
     * Both chats of a person.
     *
     * @param known the version the caller has: the answer waits for another one
     * @param wait seconds at most
     */
    @GetMapping("/people/{personId}/chats")
    ChatViews.Overview chats(
            @PathVariable long personId,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "0") long wait) {
        var patience = Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS));
        return waker.await(
                        patience,
                        () -> Optional.of(views.overview(personId))
                                .filter(overview -> !overview.version().equals(known)))
                .orElseGet(() -> views.overview(personId));
    }
}
