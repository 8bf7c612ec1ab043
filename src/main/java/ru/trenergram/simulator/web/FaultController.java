package ru.trenergram.simulator.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.faults.Fault;
import ru.trenergram.simulator.faults.Faults;

/** Faults on demand (docs/simulator.md). */
@RestController
@RequestMapping("/simulator/api/faults")
@WhenSimulated
class FaultController {

    private final Faults faults;
    private final Names names;

    FaultController(Faults faults, Names names) {
        this.faults = faults;
        this.names = names;
    }

    /** See {@link Fault}; whatever is absent is for all, or as usual. */
    record NewFault(
            @Nullable String kind,
            @Nullable String bot,
            @Nullable String method,
            @Nullable Long chatId,
            @Nullable Integer times,
            @Nullable Double probability,
            @Nullable Long seed,
            @Nullable Integer seconds,
            @Nullable Integer code,
            @Nullable String description) {}

    record FaultView(
            long id,
            String kind,
            @Nullable String bot,
            @Nullable String method,
            @Nullable Long chatId,
            @Nullable Integer times,
            double probability,
            long seed,
            @Nullable Integer seconds,
            @Nullable Integer code,
            @Nullable String description,
            long calls,
            long hits,
            boolean over) {}

    record Items(List<FaultView> items) {}

    @GetMapping
    Items faults() {
        return new Items(faults.all().stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FaultView add(@RequestBody NewFault given) {
        return view(faults.add(new Faults.Wanted(
                Faults.kind(given.kind()),
                names.bot(given.bot()),
                names.method(given.method()),
                given.chatId(),
                given.times(),
                given.probability(),
                given.seed(),
                given.seconds(),
                given.code(),
                given.description())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        faults.remove(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAll() {
        faults.removeAll();
    }

    private FaultView view(Fault fault) {
        return new FaultView(
                fault.id(),
                fault.kind().slug(),
                names.slug(fault.bot()),
                fault.method(),
                fault.chatId(),
                fault.times(),
                fault.probability(),
                fault.seed(),
                fault.seconds(),
                fault.code(),
                fault.description(),
                fault.calls(),
                fault.hits(),
                fault.isOver());
    }
}
