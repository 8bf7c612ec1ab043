package ru.trenergram.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.reminders.SentReminders.Sent;
import ru.trenergram.scheduling.BookingWatch;

/**
 * Reminders that are on their way (PRODUCT.md, "Reminders"): what whoever sends them has to know and to say. Each answer
 * about a reminder counts once; a repeated one changes nothing.
 */
@Service
@Transactional
public class Reminders {

    private final SentReminders reminders;
    private final ReminderPlan plan;
    private final Agenda agenda;
    private final BookingWatch watch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            SentReminders reminders,
            ReminderPlan plan,
            Agenda agenda,
            BookingWatch watch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reminders = reminders;
        this.plan = plan;
        this.agenda = agenda;
        this.watch = watch;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Reminder> find(long id) {
        return reminders.find(id).map(Sent::reminder);
    }

    /** Whether it should still go out: not when its booking has changed, or quiet hours have begun. */
    @Transactional(readOnly = true)
    public boolean stillWanted(long id) {
        return reminders
                .find(id)
                .filter(Sent::onItsWay)
                .map(Sent::reminder)
                .filter(reminder -> watch.find(reminder.bookingId())
                        .filter(booking -> agenda.isDue(reminder, booking, clock.instant()))
                        .isPresent())
                .isPresent();
    }

    /** The client has it. @param at when it was sent: the next step counts from here */
    public void delivered(long id, Instant at) {
        reminders.delivered(id, at).ifPresent(this::lookAt);
    }

    /** The client cannot be reached: there are no further reminders for this time, and the booking stays. */
    public void undeliverable(long id) {
        reminders
                .undeliverable(id)
                .filter(reminder -> reminder.step() != ReminderStep.HEADS_UP)
                .ifPresent(reminder -> events.publishEvent(new ClientUnreachable(reminder.bookingId(), reminder.id())));
    }

    /** It was not sent because it was not wanted any more; should that change, it can come again. */
    public void withdrawn(long id) {
        reminders.forget(id).ifPresent(this::lookAt);
    }

    private void lookAt(Reminder reminder) {
        plan.lookAt(List.of(reminder.bookingId()), clock.instant());
    }
}
