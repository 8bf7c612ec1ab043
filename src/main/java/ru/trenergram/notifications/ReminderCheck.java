package ru.trenergram.notifications;

import org.springframework.stereotype.Component;
import ru.trenergram.reminders.Reminders;
import ru.trenergram.telegram.spi.LastCheck;

/** No reminder goes out for what was confirmed, moved or cancelled while it waited in the queue. */
@Component
class ReminderCheck implements LastCheck {

    private final Reminders reminders;

    ReminderCheck(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String keyPrefix() {
        return ReminderMessages.KEY;
    }

    @Override
    public boolean stillWanted(String dedupeKey) {
        return reminders.stillWanted(ReminderMessages.id(dedupeKey));
    }
}
