package ru.trenergram.trainers.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.telegram.spi.Message.Button;

/** The clubs of the catalogue as buttons, of which a trainer chooses one. */
@Component
class ClubButtons {

    private static final int SHOWN = 8;

    private final Clubs clubs;

    ClubButtons(Clubs clubs) {
        this.clubs = clubs;
    }

    /**
     * The first ones, a row each.
     *
     * @param query a part of a club's name or address; null for all of them
     */
    List<List<Button>> rows(String action, @Nullable String query) {
        return clubs.catalogue(query, null, null, SHOWN).stream()
                .map(club -> List.<Button>of(
                        new Button.Callback(club.name() + " · " + club.city(), action + ":" + club.id())))
                .toList();
    }
}
