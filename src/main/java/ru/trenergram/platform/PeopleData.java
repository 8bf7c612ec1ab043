package ru.trenergram.platform;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.PersonalData;
import ru.trenergram.base.PersonalData.Subject;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.users.Erasures;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A copy of everything that is held about somebody, and their erasure (PRODUCT.md, "Identity and roles"). */
@Service
@Transactional
public class PeopleData {

    private final Users users;
    private final Erasures erasures;
    private final OutboxDesk outbox;
    private final List<PersonalData> modules;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    PeopleData(
            Users users,
            Erasures erasures,
            OutboxDesk outbox,
            List<PersonalData> modules,
            Superadmins superadmins,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.users = users;
        this.erasures = erasures;
        this.outbox = outbox;
        this.modules = modules;
        this.superadmins = superadmins;
        this.events = events;
        this.json = json;
    }

    /**
     * Writes everything that is held about somebody as one JSON object: lists of records by their names. Who took the copy
     * stands in the audit.
     *
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user
     */
    public void export(Caller superadmin, long userId, OutputStream to) {
        superadmins.require(superadmin);
        Subject person = subject(users.get(userId));
        try (JsonGenerator file = json.createGenerator(to)) {
            file.writeStartObject();
            for (PersonalData module : modules) {
                Map<String, List<Map<String, @Nullable Object>>> parts = new TreeMap<>(module.of(person));
                parts.forEach((name, rows) -> {
                    file.writeName(name);
                    json.writeValue(file, rows);
                });
            }
            file.writeEndObject();
        }
        tell(superadmin, userId, "exported");
    }

    /**
     * Erases somebody: what lies ahead is cancelled, what leads to them is dead, what they and others wrote about them is
     * gone. Their sessions and the ledger stay, of ids and sums alone. Who comes back is somebody new.
     *
     * @return false when they have been erased already
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user;
     *     {@code forbidden} for a super-admin; {@code last_owner} while a club would be left without an owner
     */
    public boolean erase(Caller superadmin, long userId) {
        return erase(superadmin, userId, person -> person);
    }

    /** Erases an account whose person stays with another one: what is known of both is not forgotten. */
    void eraseMerged(Caller superadmin, long fromId, long intoId) {
        erase(superadmin, fromId, person -> person.without(subject(users.get(intoId))));
    }

    private boolean erase(Caller superadmin, long userId, UnaryOperator<Subject> asKnown) {
        superadmins.require(superadmin);
        long telegramId = users.get(userId).telegramId();
        if (superadmins.contains(telegramId)) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        outbox.hold(List.of(telegramId));
        if (!erasures.begin(userId, superadmin.userId())) {
            return false;
        }
        Subject person = asKnown.apply(subject(users.get(userId)));
        modules.forEach(module -> module.erase(person));
        tell(superadmin, userId, "erased");
        return true;
    }

    private void tell(Caller superadmin, long userId, String what) {
        events.publishEvent(Changed.bySuperadmin(
                superadmin.userId(),
                Thing.USER,
                userId,
                Facts.none(),
                Facts.none().with(what, true)));
    }

    static Subject subject(UserInfo user) {
        Person person = user.person();
        return new Subject(
                user.id(),
                user.telegramId() == 0 ? null : user.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                user.phone());
    }
}
