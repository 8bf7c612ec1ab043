package ru.trenergram.security;

import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Settings;

/** The platform's administrators, named in the configuration ({@code SUPERADMINS}); asked anew at every call. */
@Component
public class Superadmins {

    private final Settings settings;

    Superadmins(Settings settings) {
        this.settings = settings;
    }

    public boolean contains(long telegramId) {
        return settings.superadmins().contains(telegramId);
    }

    public boolean contains(Caller caller) {
        return contains(caller.telegramId());
    }

    /** @throws DomainException {@code not_found}: to everybody else there is nothing */
    public void require(Caller caller) {
        if (!contains(caller)) {
            throw DomainException.notFound();
        }
    }
}
