package ru.trenergram.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.ClubApplication;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.ClubEvents;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** A club applies: every super-admin is asked, and the applicant hears what was decided. */
@Component
class ClubApplicationMessages {

    private static final Locale DEFAULT_LANGUAGE = Locale.of("ru");

    private final Messenger messenger;
    private final ClubApplications applications;
    private final Users users;
    private final Settings settings;
    private final MessageSource texts;

    ClubApplicationMessages(
            Messenger messenger, ClubApplications applications, Users users, Settings settings, MessageSource texts) {
        this.messenger = messenger;
        this.applications = applications;
        this.users = users;
        this.settings = settings;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(ClubEvents.ClubApplied event) {
        ClubApplication application = applications.get(event.applicationId());
        if (application.state() != ClubApplication.State.OPEN) {
            return;
        }
        for (long telegramId : settings.superadmins()) {
            Locale language = users.find(telegramId).map(UserInfo::language).orElse(DEFAULT_LANGUAGE);
            messenger.send(
                    Bot.STAFF,
                    telegramId,
                    question(application, language),
                    Priority.TRANSACTIONAL,
                    "club-applied:" + application.id() + ":" + telegramId);
        }
    }

    private Message question(ClubApplication application, Locale language) {
        Details club = application.details();
        String text = text(
                language,
                "notify.club_applied",
                Message.escape(club.name()),
                Message.escape(club.city()),
                Message.escape(club.address()),
                club.timezone().getId(),
                Message.escape(users.get(application.applicantId()).person().fullName()),
                club.contact() == null ? "–" : Message.escape(club.contact()));
        return Message.of(text)
                .with(new Keyboard.Inline(List.of(List.of(
                        new Button.Callback(
                                text(language, "staff.application.approve"), "club-approve:" + application.id()),
                        new Button.Callback(
                                text(language, "staff.application.refuse"), "club-refuse:" + application.id())))));
    }

    @ApplicationModuleListener
    void on(ClubEvents.ClubApplicationDecided event) {
        ClubApplication application = applications.get(event.applicationId());
        UserInfo applicant = users.get(application.applicantId());
        String name = Message.escape(application.details().name());
        String text = switch (application.state()) {
            case APPROVED -> text(applicant.language(), "notify.club_approved", name);
            case REFUSED ->
                text(
                        applicant.language(),
                        "notify.club_refused",
                        name,
                        Message.escape(Objects.requireNonNull(application.reason())));
            case OPEN -> throw new IllegalStateException("Nothing is decided on " + application);
        };
        messenger.send(
                Bot.STAFF,
                applicant.telegramId(),
                Message.of(text),
                Priority.TRANSACTIONAL,
                "club-decided:" + application.id());
    }

    private String text(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
