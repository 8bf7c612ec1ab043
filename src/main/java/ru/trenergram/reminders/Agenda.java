package ru.trenergram.reminders;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.trenergram.reminders.Moment.At;
import ru.trenergram.reminders.SentReminders.Sent;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.BookingWatch.Watched;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** What is to be done next about bookings as they stand, by the {@link Ladder}. */
@Component
class Agenda {

    private final SentReminders reminders;
    private final Trainers trainers;
    private final Users users;

    Agenda(SentReminders reminders, Trainers trainers, Users users) {
        this.reminders = reminders;
        this.trainers = trainers;
        this.users = users;
    }

    Map<UUID, Next> of(Collection<Watched> bookings, Instant now) {
        Map<UUID, List<Sent>> sent =
                reminders.of(bookings.stream().map(Watched::id).toList());
        Map<UUID, Next> next = new HashMap<>();
        Map<Long, TrainerProfile> profiles = trainers.getAll(
                bookings.stream().map(Watched::trainerId).distinct().toList());
        Map<Long, UserInfo> clients =
                users.getAll(bookings.stream().map(Watched::clientId).distinct().toList());
        for (Watched booking : bookings) {
            Ladder ladder = ladder(
                    booking,
                    Objects.requireNonNull(profiles.get(booking.trainerId())),
                    Objects.requireNonNull(clients.get(booking.clientId())));
            next.put(booking.id(), next(booking, ladder, sent.getOrDefault(booking.id(), List.of()), now));
        }
        return next;
    }

    /** Whether this very reminder is what its booking needs now. */
    boolean isDue(Reminder reminder, Watched booking, Instant now) {
        List<Sent> others = reminders.of(List.of(booking.id())).getOrDefault(booking.id(), List.of()).stream()
                .filter(sent -> sent.reminder().id() != reminder.id())
                .toList();
        Ladder ladder = ladder(booking, trainers.get(booking.trainerId()), users.get(booking.clientId()));
        return booking.startsAt().equals(reminder.startsAt())
                && next(booking, ladder, others, now) instanceof Next.Remind(ReminderStep step, Instant at)
                && step == reminder.step()
                && !at.isAfter(now);
    }

    private static Next next(Watched booking, Ladder ladder, List<Sent> sent, Instant now) {
        Map<ReminderStep, Instant> delivered = new EnumMap<>(ReminderStep.class);
        boolean unanswered = false;
        boolean headsUp = false;
        for (Sent one : sent) {
            Reminder reminder = one.reminder();
            if (!reminder.startsAt().equals(booking.startsAt())) {
                continue;
            }
            if (reminder.step() == ReminderStep.HEADS_UP) {
                headsUp = true;
            } else if (one.deliveredAt() == null) {
                unanswered = true;
            } else {
                delivered.put(reminder.step(), one.deliveredAt());
            }
        }
        if (booking.awaitsClient()) {
            // one is on its way, or the client cannot be reached
            return unanswered ? new Next.Nothing() : ladder.next(delivered, now);
        }
        boolean agreed = booking.status() == BookingStatus.CONFIRMED && !headsUp;
        return agreed && ladder.headsUp(now) instanceof At(Instant at)
                ? new Next.Remind(ReminderStep.HEADS_UP, at)
                : new Next.Nothing();
    }

    private static Ladder ladder(Watched booking, TrainerProfile trainer, UserInfo client) {
        return new Ladder(
                booking.startsAt(),
                booking.since(),
                trainer.reminders(),
                trainer.quietHours(),
                trainer.timezone(),
                client.timezone() == null ? trainer.timezone() : client.timezone());
    }
}
