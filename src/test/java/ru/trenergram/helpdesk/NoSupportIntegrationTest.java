package ru.trenergram.helpdesk;

import org.junit.jupiter.api.Test;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** An installation without a support chat. */
class NoSupportIntegrationTest extends StaffBotTest {

    @Test
    void who_asks_hears_of_another_way() {
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/support");
        anna.sees("Поддержка в этом боте пока не настроена");
        anna.sends("/support Где мой тренер?");
        anna.sees("лучше спросить тренера или клуб");
        Person emily = Person.named("Emily", "en", api);
        emily.sends("Support");
        emily.sees("This bot has no support desk yet");
        emily.sends("hello");
        emily.sees("I did not understand that");
    }
}
