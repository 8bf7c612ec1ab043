package ru.trenergram.scheduling.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.scheduling.Departures;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Users;

/** A client leaves a trainer (API.md, "Users"). It is here because sessions ahead are cancelled along. */
@RestController
class DepartureController {

    private final Departures departures;
    private final Users users;

    DepartureController(Departures departures, Users users) {
        this.departures = departures;
        this.users = users;
    }

    @DeleteMapping("/api/v1/users/me/trainers/{telegramId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal Caller caller, @PathVariable long telegramId) {
        departures.leave(caller.userId(), users.byTelegramId(telegramId).id());
    }
}
