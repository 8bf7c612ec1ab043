package ru.trenergram.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.alerts.Alerts.Occasion;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Alerts as messages to every super-admin, each in their language and by their clock. */
@Component
class AlertMessages {

    private static final Locale DEFAULT_LANGUAGE = Locale.of("ru");
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");
    private static final int LINES = 5;
    private static final int LONGEST_SUBJECT = 300;

    private final Messenger messenger;
    private final Users users;
    private final Settings settings;
    private final MessageSource texts;

    AlertMessages(Messenger messenger, Users users, Settings settings, MessageSource texts) {
        this.messenger = messenger;
        this.users = users;
        this.settings = settings;
        this.texts = texts;
    }

    /** @param occasions in the order of their times, at least one */
    void send(AlertKind kind, List<Occasion> occasions, Instant now) {
        if (settings.staffToken() == null) {
            return; // an installation without a staff bot has its log
        }
        for (long telegramId : settings.superadmins()) {
            messenger.send(
                    Bot.STAFF,
                    telegramId,
                    message(kind, occasions, users.find(telegramId)),
                    Priority.TRANSACTIONAL,
                    "alert:" + kind + ":" + now + ":" + telegramId);
        }
    }

    /** The same subject several times makes one line. */
    private Message message(AlertKind kind, List<Occasion> occasions, Optional<UserInfo> reader) {
        Locale language = reader.map(UserInfo::language).orElse(DEFAULT_LANGUAGE);
        ZoneId zone = reader.flatMap(it -> Optional.ofNullable(it.timezone())).orElse(DEFAULT_ZONE);
        var time = DateTimeFormatter.ofPattern("d MMM HH:mm", language).withZone(zone);
        Map<String, List<Occasion>> bySubject = new LinkedHashMap<>();
        occasions.forEach(occasion -> bySubject
                .computeIfAbsent(occasion.subject(), subject -> new ArrayList<>())
                .add(occasion));
        List<String> lines = new ArrayList<>();
        lines.add(texts.getMessage(kind.messageKey(), null, language));
        bySubject.forEach((subject, all) -> {
            if (lines.size() <= LINES) {
                String times = all.size() == 1 ? "" : " ×" + all.size();
                String shown = subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
                lines.add("• " + time.format(all.getFirst().happenedAt()) + times + ": " + Message.escape(shown));
            }
        });
        if (bySubject.size() > LINES) {
            lines.add(texts.getMessage("alert.more", new Object[] {bySubject.size() - LINES}, language));
        }
        return Message.of(String.join("\n", lines));
    }
}
