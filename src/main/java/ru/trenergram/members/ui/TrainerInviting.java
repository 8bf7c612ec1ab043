package ru.trenergram.members.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import ru.trenergram.clubs.TrainerInvitation;
import ru.trenergram.clubs.TrainerInvitations;
import ru.trenergram.members.TrainerCards;
import ru.trenergram.qr.QrImages;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;

/** What the dialog of inviting asks of the service: links with their pictures, and the invitations that are open. */
@SpringComponent
class TrainerInviting {

    private static final int PICTURE = 220;

    private final TrainerInvitations invitations;
    private final TrainerCards cards;
    private final BotLinks links;

    TrainerInviting(TrainerInvitations invitations, TrainerCards cards, BotLinks links) {
        this.invitations = invitations;
        this.cards = cards;
        this.links = links;
    }

    /** @param picture the QR code of the link, as SVG */
    record Invitation(String link, String picture) {}

    Invitation make(long staffId, long clubId, int places) {
        String link = links.deepLink(
                Bot.MAIN,
                TrainerInvitations.PREFIX
                        + invitations.make(staffId, clubId, places).code());
        return new Invitation(link, QrImages.svg(link, PICTURE));
    }

    List<TrainerInvitation> open(long staffId, long clubId) {
        return invitations.open(staffId, clubId);
    }

    void revoke(long staffId, long clubId, long id) {
        invitations.revoke(staffId, clubId, id);
    }

    /** How many could still be approved, as far as one invitation reaches. */
    int room(long staffId, long clubId) {
        var places = cards.places(staffId, clubId);
        return places.limit().isEmpty()
                ? TrainerInvitations.MOST_PLACES
                : Math.clamp(places.limit().getAsInt() - places.active(), 0, TrainerInvitations.MOST_PLACES);
    }
}
