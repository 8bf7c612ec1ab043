package ru.trenergram.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Who answers whom: the support chat those who ask in the main bot, every super-admin those who ask in the staff bot. */
@Component
class Desks {

    private static final Locale RUSSIAN = Locale.of("ru");

    private final Settings settings;
    private final Users users;

    Desks(Settings settings, Users users) {
        this.settings = settings;
        this.users = users;
    }

    List<Desk> of(Bot bot) {
        return switch (bot) {
            case MAIN ->
                settings.supportChat().map(chat -> new Desk(Bot.MAIN, chat, RUSSIAN)).stream()
                        .toList();
            case STAFF ->
                settings.superadmins().stream()
                        .sorted()
                        .map(id -> new Desk(
                                Bot.STAFF,
                                id,
                                users.find(id).map(UserInfo::language).orElse(RUSSIAN)))
                        .toList();
        };
    }

    /** Those who can answer this person: nobody answers themselves. */
    List<Desk> of(Bot bot, long askerTelegramId) {
        return of(bot).stream().filter(desk -> desk.chatId() != askerTelegramId).toList();
    }

    Optional<Desk> at(Bot bot, long chatId) {
        return of(bot).stream().filter(desk -> desk.chatId() == chatId).findFirst();
    }
}
