package ru.trenergram.month;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.month.Script.Client;
import ru.trenergram.month.Script.Deed;
import ru.trenergram.month.Script.Ladder;
import ru.trenergram.month.Script.Session;
import ru.trenergram.month.Script.Trainer;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingEdit;
import ru.trenergram.scheduling.BookingEdits;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.security.TelegramIdentity;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.ProfileChange;
import ru.trenergram.users.Users;

/** The people of a script, who do what it says. */
final class Cast {

    /** What they may be told when they come too late. */
    private static final Set<ErrorCode> REFUSALS =
            Set.of(ErrorCode.INVALID_TRANSITION, ErrorCode.TOO_LATE, ErrorCode.SELF_BOOKING_OFF);

    private final RunningService service;
    private final Map<Long, Long> userIds = new HashMap<>();
    private final Map<Integer, UUID> bookings = new HashMap<>();

    Cast(RunningService service, Script script) {
        this.service = service;
        script.trainers().forEach(this::register);
        script.clients().forEach(this::join);
    }

    /** Which session of the script a booking is. */
    Map<UUID, Integer> sessions() {
        Map<UUID, Integer> sessions = new HashMap<>();
        bookings.forEach((session, booking) -> sessions.put(booking, session));
        return sessions;
    }

    private void register(Trainer trainer) {
        long id = signIn(trainer.telegramId());
        service.bean(Trainers.class)
                .register(id, Money.rubles(trainer.price()), trainer.minutes(), trainer.zone(), null);
        service.bean(Trainers.class).changeSettings(id, 0, settings(trainer));
        service.bean(WorkingHours.class)
                .replaceWeek(
                        id,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> Hours.of(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                                .toList(),
                        0);
    }

    private static SettingsChange settings(Trainer trainer) {
        Ladder ladder = trainer.ladder();
        return new SettingsChange(
                null,
                null,
                5,
                null,
                trainer.selfBooking(),
                0,
                365,
                trainer.chargeHours(),
                null,
                null,
                null,
                null,
                new SettingsChange.Reminders(
                        ladder.enabled(),
                        ladder.firstDays(),
                        ladder.firstAt().toString(),
                        ladder.second(),
                        ladder.third(),
                        ladder.autoCancel(),
                        ladder.headsUp()),
                new SettingsChange.Quiet(
                        trainer.quietFrom().toString(), trainer.quietTo().toString()),
                0);
    }

    private void join(Client client) {
        long id = signIn(client.telegramId());
        service.bean(Roster.class).join(userId(client.trainer().telegramId()), id);
        if (client.zone() != null) {
            service.bean(Users.class).changeProfile(id, new ProfileChange(null, null, null, null, client.zone()));
        }
    }

    private long signIn(long telegramId) {
        long id = service.bean(Users.class)
                .signIn(new TelegramIdentity(telegramId, "Кто-то", null, null, "ru", null))
                .id();
        userIds.put(telegramId, id);
        return id;
    }

    private long userId(long telegramId) {
        return userIds.get(telegramId);
    }

    void book(Session session) {
        long trainer = userId(session.client().trainer().telegramId());
        long client = userId(session.client().telegramId());
        Actor by = session.byClient() ? Actor.client(client) : Actor.trainer(trainer);
        bookings.put(
                session.number(),
                service.bean(Bookings.class)
                        .create(by, NewBooking.at(trainer, client, session.startsAt()))
                        .id());
    }

    void act(Session session, Deed deed) {
        BookingInfo booking = service.bean(Bookings.class).get(bookings.get(session.number()));
        try {
            act(booking, deed.what(), deed);
        } catch (DomainException refusal) {
            if (!REFUSALS.contains(refusal.code())) {
                throw refusal;
            }
        }
    }

    private void act(BookingInfo booking, Script.What what, Deed deed) {
        Bookings bookings = service.bean(Bookings.class);
        Actor trainer = Actor.trainer(booking.trainerId());
        Actor client = Actor.client(booking.clientId());
        UUID id = booking.id();
        int version = booking.version();
        switch (what) {
            case CLIENT_CONFIRMS -> bookings.confirm(client, id, version);
            case TRAINER_ACCEPTS -> bookings.confirm(trainer, id, version);
            case CLIENT_DECLINES -> bookings.decline(client, id, version, null);
            case TRAINER_DECLINES -> bookings.decline(trainer, id, version, null);
            case CLIENT_CANCELS -> bookings.cancel(client, id, version, null);
            case TRAINER_CANCELS -> bookings.cancel(trainer, id, version, null);
            case CLIENT_MOVES -> move(client, booking, deed);
            case TRAINER_MOVES -> move(trainer, booking, deed);
            case TRAINER_COMPLETES -> bookings.complete(trainer, id, version);
            case TRAINER_MARKS_NO_SHOW -> bookings.noShow(trainer, id, version);
        }
    }

    private void move(Actor by, BookingInfo booking, Deed deed) {
        service.bean(BookingEdits.class).edit(by, booking.id(), booking.version(), BookingEdit.moveTo(deed.newStart()));
    }
}
