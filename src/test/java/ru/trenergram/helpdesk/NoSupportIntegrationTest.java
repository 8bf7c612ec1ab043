package ru.trenergram.helpdesk;

import static ru.trenergram.support.Text.text;

import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** An installation without a support chat. */
class NoSupportIntegrationTest extends StaffBotTest {

    @InBothLanguages
    void who_asks_hears_of_another_way(String language) {
        Person anna = Person.named("Анна", language, api);
        anna.sends("/support");
        anna.sees(text("support.none"));
        anna.sends("/support Где мой тренер?");
        anna.sees(text("support.none"));
        anna.sends(text("menu.support"));
        anna.sees(text("support.none"));
        anna.sends("hello");
        anna.sees(text("telegram.unknown_text"));
    }
}
