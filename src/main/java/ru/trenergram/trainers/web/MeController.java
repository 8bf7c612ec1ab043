package ru.trenergram.trainers.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.security.AccessTokens;
import ru.trenergram.security.Caller;
import ru.trenergram.security.InitData;
import ru.trenergram.trainers.TrainerLinks;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Signing in, and the caller themselves. */
@RestController
class MeController {

    private final InitData initData;
    private final AccessTokens tokens;
    private final Users users;
    private final TrainerLinks links;
    private final MeAssembler assembler;

    MeController(InitData initData, AccessTokens tokens, Users users, TrainerLinks links, MeAssembler assembler) {
        this.initData = initData;
        this.tokens = tokens;
        this.users = users;
        this.links = links;
        this.assembler = assembler;
    }

    record SignIn(@NotBlank @Size(max = 16_384) String initData) {}

    /** @param expiresIn seconds */
    record Token(String accessToken, String tokenType, long expiresIn, MeResource user) {}

    record Join(@NotBlank @Size(max = 64) String code) {}

    @PostMapping("/api/v1/auth/telegram")
    Token signIn(@Valid @RequestBody SignIn request) {
        UserInfo user = users.signIn(initData.verify(request.initData()));
        String token = tokens.issue(new Caller(user.id(), user.telegramId()));
        return new Token(token, "Bearer", tokens.lifetime().toSeconds(), assembler.of(user));
    }

    @GetMapping("/api/v1/users/me")
    MeResource me(@AuthenticationPrincipal Caller caller) {
        return assembler.of(users.get(caller.userId()));
    }

    @PostMapping("/api/v1/users/me/trainers")
    MeResource join(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Join request) {
        links.join(request.code(), caller.userId());
        return me(caller);
    }
}
