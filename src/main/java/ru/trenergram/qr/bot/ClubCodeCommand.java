package ru.trenergram.qr.bot;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.qr.ClubCodes;
import ru.trenergram.qr.ClubCodes.ClubCode;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** {@code /qr} of the staff bot: a club's QR code and link. */
@Component
class ClubCodeCommand implements BotModule {

    private static final String CLUB = "club-qr";
    private static final int SIZE = 1024;

    private final ClubCodes codes;
    private final StaffMembers staff;

    ClubCodeCommand(ClubCodes codes, StaffMembers staff) {
        this.codes = codes;
        this.staff = staff;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("qr", this::begin).button(CLUB, this::show);
    }

    private void begin(Turn turn) {
        List<Membership> clubs = staff.memberships(turn.user().userId()).stream()
                .filter(membership -> membership.role().handsOutCodes())
                .toList();
        switch (clubs.size()) {
            case 0 -> turn.say(turn.text("qr.club.not_allowed"));
            case 1 -> show(turn, clubs.getFirst().club().id());
            default ->
                turn.say(Message.of(turn.text("qr.club.which"))
                        .with(Keyboard.Inline.column(clubs.stream()
                                .map(Membership::club)
                                .map(club -> new Button.Callback(club.name(), CLUB + ":" + club.id()))
                                .toArray(Button[]::new))));
        }
    }

    private void show(Turn turn) {
        String id = turn.input() instanceof Input.Press press ? String.valueOf(press.argument(0)) : "";
        if (id.matches("\\d{1,18}")) {
            show(turn, Long.parseLong(id));
        } else {
            turn.toast(turn.text("telegram.old_button"));
        }
    }

    private void show(Turn turn, long clubId) {
        ClubCode code = codes.get(turn.user().userId(), clubId, SIZE);
        String club = staff.membership(turn.user().userId(), clubId).club().name();
        turn.say(Message.of(turn.text("qr.club.picture", Message.escape(club), code.link(), code.scans()))
                .withPhoto(code.png()));
    }
}
