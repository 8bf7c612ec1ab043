package ru.trenergram.clubs.bot;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** {@code /invite}: an owner or manager chooses a role and gets a link to pass on. */
@Component
class StaffInviting implements BotModule {

    private static final String CLUB = "invite-club";
    private static final String ROLE = "invite";
    private static final String REVOKE = "invite-revoke";

    private final StaffMembers staff;
    private final StaffInvitations invitations;
    private final BotLinks links;

    StaffInviting(StaffMembers staff, StaffInvitations invitations, BotLinks links) {
        this.staff = staff;
        this.invitations = invitations;
        this.links = links;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("invite", this::begin)
                .button(CLUB, this::chooseClub)
                .button(ROLE, this::invite)
                .button(REVOKE, this::revoke);
    }

    private void begin(Turn turn) {
        List<Membership> inviting = staff.memberships(turn.user().userId()).stream()
                .filter(membership -> !membership.role().invites().isEmpty())
                .toList();
        switch (inviting.size()) {
            case 0 -> turn.say(turn.text("invite.not_allowed"));
            case 1 -> turn.say(roles(turn, inviting.getFirst()));
            default ->
                turn.say(Message.of(turn.text("invite.which_club"))
                        .with(Keyboard.Inline.column(inviting.stream()
                                .map(Membership::club)
                                .map(club -> new Button.Callback(club.name(), CLUB + ":" + club.id()))
                                .toArray(Button[]::new))));
        }
    }

    private void chooseClub(Turn turn) {
        Pressed.id(turn, 0)
                .map(club -> staff.membership(turn.user().userId(), club))
                .ifPresentOrElse(place -> turn.edit(roles(turn, place)), () -> Pressed.outdated(turn));
    }

    private Message roles(Turn turn, Membership inviter) {
        return Message.of(turn.text(
                        "invite.which_role", Message.escape(inviter.club().name())))
                .with(Keyboard.Inline.column(inviter.role().invites().stream()
                        .map(role -> new Button.Callback(
                                turn.text(role.messageKey()),
                                ROLE + ":" + inviter.club().id() + ":" + role))
                        .toArray(Button[]::new)));
    }

    private void invite(Turn turn) {
        Optional<Long> clubId = Pressed.id(turn, 0);
        Optional<StaffRole> role = Arrays.stream(StaffRole.values())
                .filter(it -> it.name().equals(Pressed.argument(turn, 1)))
                .findFirst();
        if (clubId.isEmpty() || role.isEmpty()) {
            Pressed.outdated(turn);
            return;
        }
        long user = turn.user().userId();
        StaffInvitations.Made made = invitations.make(user, clubId.get(), role.get());
        String club = Message.escape(staff.membership(user, clubId.get()).club().name());
        String roleName = turn.text(role.get().messageKey());
        String link = links.deepLink(Bot.STAFF, StaffInvitations.PREFIX + made.code());
        turn.edit(Message.of(turn.text("invite.made", club, roleName)));
        turn.say(turn.text("invite.to_forward", club, roleName, link));
        turn.say(Message.of(turn.text("invite.how", days(StaffInvitations.LIFETIME)))
                .with(Keyboard.Inline.column(
                        new Button.Callback(turn.text("invite.revoke"), REVOKE + ":" + made.id()))));
    }

    private void revoke(Turn turn) {
        Optional<Long> id = Pressed.id(turn, 0);
        if (id.isEmpty()) {
            Pressed.outdated(turn);
            return;
        }
        turn.edit(Message.of(
                switch (invitations.revoke(turn.user().userId(), id.get())) {
                    case REVOKED, OPEN -> turn.text("invite.revoked");
                    case ACCEPTED -> turn.text("invite.revoke_accepted");
                    case DECLINED -> turn.text("invite.revoke_declined");
                    case EXPIRED -> turn.text("invite.revoke_expired");
                }));
    }

    private static long days(Duration duration) {
        return duration.toDays();
    }
}
