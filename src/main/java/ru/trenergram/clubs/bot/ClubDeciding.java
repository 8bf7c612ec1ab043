package ru.trenergram.clubs.bot;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubApplication;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.security.Caller;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.users.Users;

/** The buttons under a club's application, for super-admins. The first decision stands; a refusal needs a reason. */
@Component
class ClubDeciding implements BotModule {

    private static final String DIALOG = "club-refusal";
    private static final String REASON = "refusal-reason";
    private static final String APPLICATION = "application";
    private static final int LONGEST_REASON = 500;

    private final ClubApplications applications;
    private final Users users;

    ClubDeciding(ClubApplications applications, Users users) {
        this.applications = applications;
        this.users = users;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.button("club-approve", this::approve)
                .button("club-refuse", this::askReason)
                .dialog(DIALOG, this::askReasonAgain, this::refuse);
    }

    private void approve(Turn turn) {
        Optional<Long> id = Pressed.id(turn, 0);
        if (id.isEmpty()) {
            Pressed.outdated(turn);
            return;
        }
        boolean decided = applications.approve(caller(turn), id.get());
        turn.edit(Message.of(
                decided
                        ? turn.text("staff.application.approved", name(applications.get(id.get())))
                        : decidedBefore(turn, id.get())));
    }

    private void askReason(Turn turn) {
        Optional<ClubApplication> application = Pressed.id(turn, 0).map(id -> applications.toDecide(caller(turn), id));
        if (application.isEmpty()) {
            Pressed.outdated(turn);
        } else if (application.get().state() != ClubApplication.State.OPEN) {
            turn.edit(Message.of(decidedBefore(turn, application.get().id())));
        } else {
            turn.await(
                    DIALOG,
                    REASON,
                    Map.of(APPLICATION, Long.toString(application.get().id())));
            turn.askAgain();
        }
    }

    private void askReasonAgain(Turn turn) {
        turn.say(turn.text("staff.application.reason", name(applications.get(application(turn)))));
    }

    private static long application(Turn turn) {
        return Long.parseLong(Objects.requireNonNull(turn.answers().get(APPLICATION)));
    }

    private void refuse(Turn turn) {
        Optional<String> reason = Words.of(turn.input(), 3, LONGEST_REASON);
        if (reason.isEmpty()) {
            turn.say(turn.text("staff.application.reason_expected", LONGEST_REASON));
            return;
        }
        long id = application(turn);
        boolean decided = applications.refuse(caller(turn), id, reason.get());
        turn.endDialog();
        turn.say(
                decided ? turn.text("staff.application.refused", name(applications.get(id))) : decidedBefore(turn, id));
    }

    private String decidedBefore(Turn turn, long id) {
        ClubApplication application = applications.get(id);
        long decidedBy = Objects.requireNonNull(application.decidedBy());
        String who = Message.escape(users.get(decidedBy).person().fullName());
        boolean approved = application.state() == ClubApplication.State.APPROVED;
        return turn.text(
                approved ? "staff.application.approved_before" : "staff.application.refused_before",
                name(application),
                who);
    }

    private static String name(ClubApplication application) {
        return Message.escape(application.details().name());
    }

    private static Caller caller(Turn turn) {
        return new Caller(turn.user().userId(), turn.user().telegramId());
    }
}
