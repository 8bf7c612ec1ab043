package ru.trenergram.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;

/** Who asks, in the words of those who answer. */
@Component
class Askers {

    /** More would not leave room for the question. */
    private static final int PLACES_NAMED = 3;

    private final Trainers trainers;
    private final Roster roster;
    private final StaffMembers staff;
    private final MessageSource texts;

    Askers(Trainers trainers, Roster roster, StaffMembers staff, MessageSource texts) {
        this.trainers = trainers;
        this.roster = roster;
        this.staff = staff;
        this.texts = texts;
    }

    String describe(UserInfo user, Desk desk) {
        var person = user.person();
        String name = person.username() == null ? person.fullName() : person.fullName() + ", @" + person.username();
        return text(
                desk.language(),
                "support.question",
                Message.escape(name),
                desk.bot() == Bot.MAIN ? role(user, desk.language()) : places(user, desk.language()),
                Long.toString(person.telegramId()),
                user.language().getLanguage());
    }

    private String role(UserInfo user, Locale language) {
        boolean trainer = trainers.find(user.id()).isPresent();
        boolean client = !roster.trainersOf(user.id()).isEmpty();
        return text(language, trainer ? "support.trainer" : client ? "support.client" : "support.guest");
    }

    private String places(UserInfo user, Locale language) {
        List<Membership> places = staff.memberships(user.id());
        return places.isEmpty()
                ? text(language, "support.guest")
                : places.stream()
                        .limit(PLACES_NAMED)
                        .map(place -> place(place, language))
                        .collect(Collectors.joining(", "));
    }

    private String place(Membership place, Locale language) {
        return text(
                language,
                "support.place",
                Message.escape(place.club().name()),
                text(language, place.role().messageKey()));
    }

    private String text(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
