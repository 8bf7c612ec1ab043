package ru.trenergram.reminders;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingEvents;
import ru.trenergram.scheduling.BookingWatch;
import ru.trenergram.trainers.TrainerSettingsChanged;
import ru.trenergram.users.TimezoneChanged;

/**
 * Draws attention to bookings of which something may have changed. It does not matter how late or how often: the next
 * run sees how they stand.
 */
@Component
class Attention {

    private final ReminderPlan plan;
    private final BookingWatch watch;
    private final Clock clock;

    Attention(ReminderPlan plan, BookingWatch watch, Clock clock) {
        this.plan = plan;
        this.watch = watch;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(BookingEvents event) {
        lookAt(List.of(event.bookingId()));
    }

    @ApplicationModuleListener
    void on(TrainerSettingsChanged event) {
        lookAt(watch.ahead(event.trainerId()));
    }

    @ApplicationModuleListener
    void on(TimezoneChanged event) {
        lookAt(watch.ahead(event.userId()));
    }

    private void lookAt(List<UUID> bookings) {
        plan.lookAt(bookings, clock.instant());
    }
}
