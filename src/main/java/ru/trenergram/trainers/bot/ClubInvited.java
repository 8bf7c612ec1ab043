package ru.trenergram.trainers.bot;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.TrainerInvitation;
import ru.trenergram.clubs.TrainerInvitation.State;
import ru.trenergram.clubs.TrainerInvitations;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Trainers;

/** {@code /start work_…}: a club invites trainers. Who is none yet becomes one first, and keeps the invitation meanwhile. */
@Component
class ClubInvited implements BotModule {

    /** Leads into the registration. */
    static final String REGISTER = "work-register";

    private static final String ACCEPT = "work-accept";

    /** Among the answers of a registration. */
    private static final String INVITATION = "invitation";

    private final TrainerInvitations invitations;
    private final Trainers trainers;

    ClubInvited(TrainerInvitations invitations, Trainers trainers) {
        this.invitations = invitations;
        this.trainers = trainers;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(TrainerInvitations.PREFIX, this::open)
                .button(ACCEPT, turn -> turn.edit(Message.of(accept(turn, pressedCode(turn)))));
    }

    private void open(Turn turn) {
        String code = turn.input() instanceof Input.Text(String text) ? text : "";
        Optional<TrainerInvitation> invitation = find(code);
        if (invitation.isEmpty()) {
            sayClosed(turn);
            return;
        }
        boolean trainer = trainers.find(turn.user().userId()).isPresent();
        String question =
                turn.text(trainer ? "invited_work.question" : "invited_work.register_first", club(invitation.get()));
        Button button = trainer
                ? new Button.Callback(turn.text("invited_work.accept"), ACCEPT + ":" + code)
                : new Button.Callback(turn.text("invited_work.register"), REGISTER + ":" + code);
        turn.say(Message.of(question).with(Keyboard.Inline.column(button)));
    }

    /** With what the registration begins for somebody who has pressed the button; nothing when the invitation is closed. */
    Map<String, String> answers(Turn turn) {
        String code = pressedCode(turn);
        return find(code)
                .map(invitation -> Map.of(
                        INVITATION,
                        code,
                        "club",
                        Long.toString(invitation.club().id())))
                .orElse(Map.of());
    }

    static boolean isAmong(Map<String, String> answers) {
        return answers.containsKey(INVITATION);
    }

    /** Accepts for somebody who has just become a trainer, and says what came of it. */
    String accept(Turn turn, Map<String, String> answers) {
        return accept(turn, answers.getOrDefault(INVITATION, ""));
    }

    void sayClosed(Turn turn) {
        turn.sayAside(turn.text("invited_work.closed"));
    }

    private String accept(Turn turn, String code) {
        Optional<TrainerInvitation> invitation = invitations.find(code);
        String club = invitation.map(ClubInvited::club).orElse("");
        return switch (trainers.acceptInvitation(turn.user().userId(), code)) {
            case JOINED -> turn.text("invited_work.accepted", club);
            case MEMBER_ALREADY -> turn.text("invited_work.member_already", club);
            case FULL -> turn.text("invited_work.full", club);
            case NOT_OPEN -> turn.text("invited_work.closed");
        };
    }

    private Optional<TrainerInvitation> find(String code) {
        return invitations.find(code).filter(invitation -> invitation.state() == State.OPEN);
    }

    private static String pressedCode(Turn turn) {
        return turn.input() instanceof Input.Press press ? String.valueOf(press.argument(0)) : "";
    }

    private static String club(TrainerInvitation invitation) {
        return Message.escape(invitation.club().name());
    }
}
