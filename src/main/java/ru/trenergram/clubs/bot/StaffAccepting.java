package ru.trenergram.clubs.bot;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffInvitation;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** {@code /start inv_…} in the staff bot: an invitation to the staff of a club, to accept or decline. */
@Component
class StaffAccepting implements BotModule {

    private static final String ACCEPT = "invite-accept";
    private static final String DECLINE = "invite-decline";

    private final StaffInvitations invitations;
    private final StaffMembers staff;

    StaffAccepting(StaffInvitations invitations, StaffMembers staff) {
        this.invitations = invitations;
        this.staff = staff;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(StaffInvitations.PREFIX, this::open)
                .button(ACCEPT, this::accept)
                .button(DECLINE, this::decline);
    }

    private void open(Turn turn) {
        String code = turn.input() instanceof Input.Text(String text) ? text : "";
        Optional<StaffInvitation> found = invitations.find(code);
        if (found.isEmpty() || isStaff(turn, found.get()) || found.get().state() != StaffInvitation.State.OPEN) {
            turn.sayAside(closed(turn, found));
            return;
        }
        StaffInvitation invitation = found.get();
        turn.say(Message.of(turn.text("invited.question", club(invitation), role(turn, invitation)))
                .with(new Keyboard.Inline(List.of(List.of(
                        new Button.Callback(turn.text("invited.accept"), ACCEPT + ":" + code),
                        new Button.Callback(turn.text("invited.decline"), DECLINE + ":" + code))))));
    }

    private void accept(Turn turn) {
        String code = String.valueOf(Pressed.argument(turn, 0));
        var answer = invitations.accept(turn.user().userId(), code);
        Optional<StaffInvitation> invitation = invitations.find(code);
        if (answer == StaffInvitations.Answer.JOINED && invitation.isPresent()) {
            boolean panel = invitation.get().role().opensPanel();
            turn.edit(Message.of(turn.text(
                    panel ? "invited.accepted" : "invited.accepted_cashier",
                    club(invitation.get()),
                    role(turn, invitation.get()))));
        } else {
            turn.edit(Message.of(closed(turn, invitation)));
        }
    }

    private void decline(Turn turn) {
        String code = String.valueOf(Pressed.argument(turn, 0));
        Optional<StaffInvitation> invitation = invitations.find(code);
        boolean theirs = invitation.filter(it -> !isStaff(turn, it)).isPresent();
        boolean declined = theirs && invitations.decline(turn.user().userId(), code);
        turn.edit(Message.of(
                declined
                        ? turn.text("invited.declined", club(invitation.orElseThrow()))
                        : closed(turn, invitations.find(code))));
    }

    /** Why an invitation cannot be answered. */
    private String closed(Turn turn, Optional<StaffInvitation> found) {
        if (found.isEmpty()) {
            return turn.text("invited.unknown");
        }
        StaffInvitation invitation = found.get();
        Optional<Membership> place = place(turn, invitation);
        if (place.isPresent()) {
            return turn.text(
                    "invited.staff_already",
                    club(invitation),
                    turn.text(place.get().role().messageKey()));
        }
        return switch (invitation.state()) {
            case OPEN, REVOKED -> turn.text("invited.revoked", club(invitation));
            case ACCEPTED, DECLINED -> turn.text("invited.used", club(invitation));
            case EXPIRED -> turn.text("invited.expired", club(invitation));
        };
    }

    private boolean isStaff(Turn turn, StaffInvitation invitation) {
        return place(turn, invitation).isPresent();
    }

    private Optional<Membership> place(Turn turn, StaffInvitation invitation) {
        return staff.memberships(turn.user().userId()).stream()
                .filter(membership ->
                        membership.club().id() == invitation.club().id())
                .findFirst();
    }

    private static String club(StaffInvitation invitation) {
        return Message.escape(invitation.club().name());
    }

    private static String role(Turn turn, StaffInvitation invitation) {
        return turn.text(invitation.role().messageKey());
    }
}
