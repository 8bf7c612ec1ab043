package ru.trenergram.users;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.security.TelegramIdentity;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.TelegramPerson;

/** The people of the platform. A user comes into being when they first write to a bot or open a Mini App. */
@Service
@Transactional
public class Users implements Interlocutors {

    private final UserRepository users;
    private final UserReads reads;
    private final UserAdmission admission;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(
            UserRepository users,
            UserReads reads,
            UserAdmission admission,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.reads = reads;
        this.admission = admission;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The user behind a verified initData; made when they are new.
     *
     * @throws DomainException {@code blocked}
     */
    public UserInfo signIn(TelegramIdentity identity) {
        users.upsert(
                identity.telegramId(),
                identity.firstName(),
                identity.lastName(),
                identity.username(),
                identity.photoUrl(),
                language(identity.languageCode()),
                null,
                false,
                clock.instant());
        UserInfo user = byTelegramId(identity.telegramId());
        admission.require(user.id());
        return user;
    }

    @Override
    public Interlocutor seen(Bot bot, TelegramPerson person, @Nullable String startPayload) {
        users.upsert(
                person.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                null,
                language(person.languageCode()),
                startPayload,
                bot == Bot.MAIN,
                clock.instant());
        UserInfo user = byTelegramId(person.telegramId());
        return new Interlocutor(user.id(), user.telegramId(), user.language());
    }

    @Override
    public void admit(Interlocutor user) {
        admission.require(user.userId());
    }

    @Override
    public void reachable(Bot bot, long telegramId) {
        if (bot == Bot.MAIN) {
            users.findByTelegramId(telegramId).ifPresent(User::becameReachable);
        }
    }

    @Override
    public void unreachable(Bot bot, long telegramId) {
        if (bot == Bot.MAIN) {
            users.findByTelegramId(telegramId).ifPresent(user -> user.becameUnreachable(clock.instant()));
        }
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public UserInfo get(long userId) {
        return reads.find(userId).orElseThrow(DomainException::notFound);
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public UserInfo byTelegramId(long telegramId) {
        return find(telegramId).orElseThrow(DomainException::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<UserInfo> find(long telegramId) {
        return reads.findByTelegramId(telegramId);
    }

    /** Several users at once, by their id. */
    @Transactional(readOnly = true)
    public Map<Long, UserInfo> getAll(Collection<Long> userIds) {
        return reads.findAll(userIds).stream().collect(Collectors.toMap(UserInfo::id, Function.identity()));
    }

    /** Keeps others from holding these users until the transaction ends; sessions and messages go on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Long> userIds) {
        reads.hold(userIds);
    }

    public UserInfo changeProfile(long userId, ProfileChange change) {
        User user = users.findById(userId).orElseThrow(DomainException::notFound);
        UserInfo before = user.info();
        user.change(change);
        UserInfo after = user.info();
        if (!Objects.equals(before.timezone(), after.timezone())) {
            events.publishEvent(new TimezoneChanged(userId));
        }
        if (!before.language().equals(after.language())) {
            events.publishEvent(new LanguageChanged(userId));
        }
        return after;
    }

    /** @param phone digits, with or without the leading plus, as Telegram sends it */
    public void sharePhone(long userId, String phone) {
        users.findById(userId).orElseThrow(DomainException::notFound).sharePhone(phone);
    }

    /** Russian is the default; Telegram's English speakers, and they alone, get English. */
    private static String language(@Nullable String languageCode) {
        return languageCode != null && languageCode.startsWith("en") ? "en" : "ru";
    }
}
