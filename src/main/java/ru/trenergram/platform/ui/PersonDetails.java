package ru.trenergram.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.platform.PersonCard;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserBlock;
import ru.trenergram.users.UserInfo;

/** Somebody's card. */
class PersonDetails extends Div {

    private final Times times;

    PersonDetails(PersonCard card, Times times) {
        this.times = times;
        addClassName("cards");
        card.block().ifPresent(block -> add(block(block)));
        add(profile(card), roles(card));
        if (card.erasedAt().isEmpty()) {
            add(chats(card));
        }
    }

    private Details block(UserBlock block) {
        return new Details(text("block"))
                .with(text("reason"), block.reason())
                .with(text("block.by"), new Anchor(PersonView.address(block.by()), "№ " + block.by()))
                .with(text("block.at"), times.moment(block.at()));
    }

    private Details profile(PersonCard card) {
        UserInfo user = card.user();
        Person person = user.person();
        return new Details(text("profile"))
                .with("Telegram", person.telegramId() == 0 ? null : String.valueOf(person.telegramId()))
                .with(text("username"), person.username() == null ? null : "@" + person.username())
                .with(text("phone"), user.phone() == null ? null : Formats.phone(user.phone()))
                .with(
                        text("language"),
                        getTranslation("platform.language." + user.language().getLanguage()))
                .with(
                        text("zone"),
                        user.timezone() == null ? null : user.timezone().getId())
                .with(text("source"), card.source())
                .with(text("since"), times.moment(card.row().createdAt()))
                .with(
                        text("seen"),
                        card.row().seenAt() == null
                                ? null
                                : times.moment(card.row().seenAt()))
                .with(text("erased.at"), card.erasedAt().map(times::moment).orElse(null))
                .with(text("audit"), new Anchor(AuditView.ofActor(card.row().id()), text("audit.link")));
    }

    private Details roles(PersonCard card) {
        var roles = new Details(text("roles"));
        if (card.superadmin()) {
            roles.with(text("roles.platform"), getTranslation("panel.role.superadmin"));
        }
        if (card.row().trainer()) {
            roles.with(text("roles.trainer"), getTranslation("platform.person.clients", card.clients()));
            roles.with(
                    text("roles.clubs"),
                    joined(card.clubs().stream().map(this::place).toList()));
        }
        return roles.with(
                        text("roles.client"),
                        joined(card.trainers().stream().map(Person::fullName).toList()))
                .with(
                        text("roles.staff"),
                        joined(card.staff().stream()
                                .map(place -> place.club().name() + " – "
                                        + getTranslation(place.role().messageKey()))
                                .toList()));
    }

    private String place(ClubTrainer place) {
        return switch (place.status()) {
            case ACTIVE -> place.club().name();
            case APPLIED ->
                getTranslation("platform.person.applied", place.club().name());
        };
    }

    private Details chats(PersonCard card) {
        var chats = new Details(text("chats"))
                .with(
                        text("chats.unreachable"),
                        card.unreachableSince() == null ? null : times.moment(card.unreachableSince()));
        card.chats().forEach(chat -> chats.with(Bots.name(chat.bot()), chat(chat)));
        if (card.chats().isEmpty()) {
            chats.with(text("chats.none"), text("chats.none.about"));
        }
        return chats;
    }

    private String chat(OutboxDesk.Chat chat) {
        String sent = chat.lastSent() == null
                ? text("chats.nothing")
                : getTranslation("platform.person.chats.sent", times.moment(chat.lastSent()));
        return chat.lastRefusal() == null
                ? sent
                : sent + " · " + getTranslation("platform.person.chats.refused", chat.lastRefusal());
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }

    private String text(String key) {
        return getTranslation("platform.person." + key);
    }
}
