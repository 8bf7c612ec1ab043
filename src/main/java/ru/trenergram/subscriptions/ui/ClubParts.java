package ru.trenergram.subscriptions.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.ClubFreezes.Freeze;
import ru.trenergram.subscriptions.ClubRegister.Card;
import ru.trenergram.subscriptions.ClubRegister.Row;

/** What of a club's card is only to be read. */
final class ClubParts {

    private ClubParts() {}

    static Part about(Card card, Locale locale) {
        Row club = card.club();
        ZoneId zone = club.subscription().zone();
        var part = new Part(translate("admin.club.about"))
                .fact(translate("admin.club.city"), club.city())
                .fact(translate("admin.clubs.owners"), String.join(", ", club.owners()))
                .fact(translate("subscription.trainers"), Words.used(club.trainers(), club.limit()))
                .fact(translate("admin.club.since"), Formats.date(LocalDate.ofInstant(club.createdAt(), zone), locale))
                .fact(
                        translate("admin.club.catalogue"),
                        translate(club.isPublic() && !club.frozen() ? "admin.yes" : "admin.no"));
        Freeze freeze = card.freeze();
        if (freeze != null) {
            String since = Formats.date(LocalDate.ofInstant(freeze.at(), zone), locale);
            part.fact(translate("admin.clubs.frozen"), since + ": " + freeze.reason());
        }
        List<String> places = card.locations().stream()
                .map(location -> location.name() + " · " + location.address())
                .toList();
        return part.fact(translate("admin.club.locations"), lines(places));
    }

    static Part notices(Card card, Locale locale) {
        ZoneId zone = card.club().subscription().zone();
        List<String> notices = card.notices().stream()
                .map(notice -> translate(
                        "admin.club.notice",
                        Formats.date(LocalDate.ofInstant(notice.at(), zone), locale),
                        Words.step(notice.step()),
                        Words.day(notice.paidUntil(), locale)))
                .toList();
        var part = new Part(translate("admin.club.notices"));
        part.add(lines(notices));
        return part;
    }

    private static UnorderedList lines(List<String> lines) {
        var list = new UnorderedList();
        (lines.isEmpty() ? List.of("–") : lines).forEach(line -> list.add(new ListItem(line)));
        return list;
    }
}
