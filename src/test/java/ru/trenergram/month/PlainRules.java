package ru.trenergram.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.trenergram.month.Happening.Kind;
import ru.trenergram.month.Script.Client;
import ru.trenergram.month.Script.Deed;
import ru.trenergram.month.Script.Session;
import ru.trenergram.month.Script.Trainer;
import ru.trenergram.trainers.SelfBooking;

/**
 * What has to happen to one session by itself: PRODUCT.md, "Booking", "Money between client and trainer" and "Reminders",
 * told once more in plain words. It shares no code with the service and goes through the time in steps of five minutes:
 * first people do what they try to do and may, then the service does what is due.
 */
final class PlainRules {

    private static final List<Kind> STEPS = List.of(Kind.FIRST_REMINDER, Kind.SECOND_REMINDER, Kind.THIRD_REMINDER);

    private final Session session;
    private final Client client;
    private final Trainer trainer;
    private final List<Happening> happened = new ArrayList<>();
    private final Map<Instant, Instant> loudMoments = new HashMap<>();

    private Instant now;
    private State state;
    private Instant start;
    private Instant end;
    /** When it was last booked, moved or confirmed. */
    private Instant since;

    private Instant expires = Instant.MAX;

    private Instant chargeAt;
    private boolean chargeMomentCame;
    private boolean charged;
    private boolean trainersMoveUnanswered;

    /** How many steps of the ladder have been taken for this time, and when the last one arrived. */
    private int steps;

    private Instant lastReminder = Instant.MIN;
    private boolean cannotBeReached;
    private boolean headsUpSent;

    private enum State {
        AWAITS_CLIENT,
        AWAITS_TRAINER,
        CONFIRMED,
        COMPLETED,
        NO_SHOW,
        CANCELLED
    }

    private PlainRules(Session session) {
        this.session = session;
        this.client = session.client();
        this.trainer = client.trainer();
        this.now = session.bookedAt();
        take(session.startsAt(), session.byClient());
        this.chargeAt = start.minus(Duration.ofHours(trainer.chargeHours()));
    }

    static List<Happening> of(Session session) {
        PlainRules rules = new PlainRules(session);
        rules.live();
        return rules.happened;
    }

    private void live() {
        Deque<Deed> deeds = new ArrayDeque<>(session.deeds());
        for (; !now.isAfter(Script.UNTIL); now = now.plus(Script.STEP)) {
            while (!deeds.isEmpty() && !deeds.getFirst().at().isAfter(now)) {
                act(deeds.removeFirst());
            }
            endWhatIsOver();
            giveUpWhatNobodyAnswered();
            charge();
            remind();
        }
    }

    private void act(Deed deed) {
        boolean open = state == State.AWAITS_CLIENT || state == State.AWAITS_TRAINER || state == State.CONFIRMED;
        boolean before = now.isBefore(start);
        boolean attended = !before && now.isBefore(end.plus(Duration.ofHours(24)));
        boolean client = deed.what().name().startsWith("CLIENT");
        switch (deed.what()) {
            case CLIENT_CONFIRMS -> {
                if (state == State.AWAITS_CLIENT) {
                    confirm();
                }
            }
            case TRAINER_ACCEPTS -> {
                if (state == State.AWAITS_TRAINER && before) {
                    confirm();
                }
            }
            case CLIENT_DECLINES, TRAINER_DECLINES -> {
                if (state == (client ? State.AWAITS_CLIENT : State.AWAITS_TRAINER)) {
                    cancel();
                }
            }
            case CLIENT_CANCELS, TRAINER_CANCELS -> {
                if (open && before) {
                    cancel();
                }
            }
            case CLIENT_MOVES -> {
                if (open && before && trainer.selfBooking() != SelfBooking.OFF && now.isBefore(chargeAt)) {
                    move(deed, true);
                }
            }
            case TRAINER_MOVES -> {
                if (open && before) {
                    move(deed, false);
                }
            }
            case TRAINER_COMPLETES -> {
                if ((state == State.AWAITS_CLIENT || state == State.AWAITS_TRAINER) && !before
                        || state == State.CONFIRMED && !now.isBefore(end)
                        || state == State.NO_SHOW && attended) {
                    state = State.COMPLETED;
                }
            }
            case TRAINER_MARKS_NO_SHOW -> {
                if ((state == State.CONFIRMED || state == State.COMPLETED) && attended) {
                    state = State.NO_SHOW;
                }
            }
        }
    }

    private void confirm() {
        state = State.CONFIRMED;
        since = now;
        trainersMoveUnanswered = false;
    }

    private void cancel() {
        state = State.CANCELLED;
        if (charged && trainersMoveUnanswered) {
            happens(Kind.RETURNED, client.telegramId());
        }
    }

    private void move(Deed deed, boolean byClient) {
        boolean due = state == State.CONFIRMED && trainer.price() > 0 && !now.isBefore(chargeAt);
        chargeMomentCame = chargeMomentCame || due;
        take(Objects.requireNonNull(deed.newStart()), byClient);
        if (!chargeMomentCame) {
            chargeAt = start.minus(Duration.ofHours(trainer.chargeHours()));
        }
        trainersMoveUnanswered = !byClient;
        steps = 0;
        cannotBeReached = false;
        headsUpSent = false;
    }

    /** A new time, and the question that comes with it. */
    private void take(Instant newStart, boolean byClient) {
        start = newStart;
        end = start.plus(Duration.ofMinutes(trainer.minutes()));
        since = now;
        if (!byClient) {
            state = State.AWAITS_CLIENT;
            expires = end.plus(Duration.ofHours(72));
        } else if (trainer.selfBooking() == SelfBooking.REQUEST) {
            state = State.AWAITS_TRAINER;
            Instant patience = now.plus(Duration.ofHours(24));
            expires = patience.isBefore(start) ? patience : start;
        } else {
            state = State.CONFIRMED;
        }
    }

    private void endWhatIsOver() {
        if (state == State.CONFIRMED && !now.isBefore(end)) {
            state = State.COMPLETED;
            happens(Kind.COMPLETED, 0);
        }
    }

    private void giveUpWhatNobodyAnswered() {
        boolean clients = state == State.AWAITS_CLIENT;
        if ((clients || state == State.AWAITS_TRAINER) && !now.isBefore(expires)) {
            cancel();
            happens(clients ? Kind.UNANSWERED : Kind.NOT_ACCEPTED, 0);
        }
    }

    private void charge() {
        boolean agreed = state == State.CONFIRMED || state == State.COMPLETED || state == State.NO_SHOW;
        if (agreed && !charged && trainer.price() > 0 && !now.isBefore(chargeAt)) {
            charged = true;
            happens(Kind.CHARGED, client.telegramId());
        }
    }

    private void remind() {
        if (!trainer.ladder().enabled()) {
            return;
        }
        if (state == State.CONFIRMED) {
            headsUp();
        } else if (state == State.AWAITS_CLIENT && !cannotBeReached) {
            climb();
        }
    }

    private void headsUp() {
        Integer hours = trainer.ladder().headsUp();
        if (hours == null || headsUpSent) {
            return;
        }
        Instant at = start.minus(Duration.ofHours(hours));
        if (!at.isBefore(since) && !now.isBefore(at)) {
            headsUpSent = true;
            if (!client.hasBlockedAt(now)) {
                happens(Kind.HEADS_UP, client.telegramId());
            }
        }
    }

    private void climb() {
        if (steps == 0) {
            takeStepAt(1, first());
            return;
        }
        Integer second = trainer.ladder().second();
        Integer third = trainer.ladder().third();
        boolean secondComes = steps < 2 && second != null;
        @Nullable Instant next = null;
        if (secondComes) {
            next = following(second);
            takeStepAt(2, next);
        } else if (steps < 3 && third != null) {
            next = following(third);
            takeStepAt(3, next);
        }
        Integer patience = trainer.ladder().autoCancel();
        if (next == null && patience != null) {
            Instant at = afterQuietHours(lastReminder.plus(Duration.ofHours(patience)));
            if (leavesAnHour(at) && !now.isBefore(at)) {
                cancel();
                happens(Kind.AUTO_CANCELLED, 0);
            }
        }
    }

    private @Nullable Instant first() {
        Integer days = trainer.ladder().firstDays();
        if (days == null) {
            return null;
        }
        ZoneId zone = trainer.zone();
        Instant planned = start.atZone(zone)
                .toLocalDate()
                .minusDays(days)
                .atTime(trainer.ladder().firstAt())
                .atZone(zone)
                .toInstant();
        Instant at = planned.isBefore(since) ? since.plus(Duration.ofMinutes(5)) : planned;
        if (!at.isBefore(start)) {
            return null;
        }
        Instant loud = afterQuietHours(at);
        return leavesAnHour(loud) ? loud : at;
    }

    /** Null when it is dropped. */
    private @Nullable Instant following(int hours) {
        Instant at = lastReminder.plus(Duration.ofHours(hours));
        Instant loud = afterQuietHours(at);
        boolean goes = loud.equals(at) ? at.isBefore(start) : leavesAnHour(loud);
        return goes ? loud : null;
    }

    private void takeStepAt(int step, @Nullable Instant at) {
        if (at == null || now.isBefore(at)) {
            return;
        }
        if (client.hasBlockedAt(now)) {
            cannotBeReached = true;
            happens(Kind.UNREACHABLE, trainer.telegramId());
        } else {
            steps = step;
            lastReminder = now;
            happens(STEPS.get(step - 1), client.telegramId());
        }
    }

    private boolean leavesAnHour(Instant at) {
        return !at.isAfter(start.minus(Duration.ofHours(1)));
    }

    private Instant afterQuietHours(Instant moment) {
        return loudMoments.computeIfAbsent(moment, this::walkOutOfQuietHours);
    }

    private Instant walkOutOfQuietHours(Instant moment) {
        Instant at = moment;
        while (isQuiet(at)) {
            at = at.plus(Script.STEP);
        }
        return at;
    }

    private boolean isQuiet(Instant moment) {
        LocalTime time = moment.atZone(client.zone() == null ? trainer.zone() : client.zone())
                .toLocalTime();
        LocalTime from = trainer.quietFrom();
        LocalTime to = trainer.quietTo();
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }

    private void happens(Kind kind, long person) {
        happened.add(new Happening(now, kind, session.number(), person));
    }
}
