package ru.trenergram.users.web;

import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Person;
import ru.trenergram.users.ProfileChange;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

@RestController
class ProfileController {

    private final Users users;

    ProfileController(Users users) {
        this.users = users;
    }

    record Profile(
            long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String photoUrl,
            @Nullable String phone,
            Locale language,
            @Nullable String timezone) {

        static Profile of(UserInfo user) {
            Person person = user.person();
            return new Profile(
                    person.telegramId(),
                    person.firstName(),
                    person.lastName(),
                    person.username(),
                    person.photoUrl(),
                    user.phone(),
                    user.language(),
                    user.timezone() == null ? null : user.timezone().getId());
        }
    }

    @PutMapping("/api/v1/users/profile")
    Profile change(@AuthenticationPrincipal Caller caller, @Valid @RequestBody ProfileChange change) {
        return Profile.of(users.changeProfile(caller.userId(), change));
    }
}
