package ru.trenergram.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.MovedGroups;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Who answers whom: the support chat those who ask in the main bot, every super-admin those who ask in the staff bot. */
@Component
class Desks {

    private static final Locale RUSSIAN = Locale.of("ru");

    private final Settings settings;
    private final Users users;
    private final MovedGroups moved;

    Desks(Settings settings, Users users, MovedGroups moved) {
        this.settings = settings;
        this.users = users;
        this.moved = moved;
    }

    List<Desk> of(Bot bot) {
        return switch (bot) {
            case MAIN ->
                settings.supportChat().map(chat -> new Desk(Bot.MAIN, moved.now(chat), RUSSIAN)).stream()
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
        long now = moved.now(chatId);
        return of(bot).stream().filter(desk -> desk.chatId() == now).findFirst();
    }
}
