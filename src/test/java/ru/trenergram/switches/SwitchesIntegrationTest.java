package ru.trenergram.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.security.Caller;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;

/** What super-admins have switched off is refused with a sentence, and works again when it is on. */
class SwitchesIntegrationTest extends MainBotTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    @Autowired
    Switches switches;

    @Autowired
    Bookings bookings;

    @Autowired
    AuditLog audit;

    private Caller ada;

    @BeforeEach
    void begin() {
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        ada = new Caller(users.seen(Bot.STAFF, person, null).userId(), SUPERADMIN);
    }

    @AfterEach
    void switchOn() {
        Arrays.stream(Feature.values()).forEach(feature -> switches.set(ada, feature, true));
    }

    @InBothLanguages
    void nobody_becomes_a_trainer_while_that_is_off(String language) {
        Person anna = somebody("Анна", language);
        switches.set(ada, Feature.TRAINER_REGISTRATION, false);

        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("error.switched_off", 0));
        assertOff(() -> trainers.register(id(anna), Money.rubles(1000), 60, MOSCOW, null));

        switches.set(ada, Feature.TRAINER_REGISTRATION, true);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
    }

    @InBothLanguages
    void no_club_applies_while_that_is_off(String language) {
        Person anna = somebody("Анна", language).inStaffBot();
        anna.sends("/start");
        switches.set(ada, Feature.CLUB_APPLICATION, false);

        anna.sends("/newclub");

        anna.sees(text("error.switched_off", 1));
    }

    @Test
    void clients_do_not_book_while_that_is_off_and_trainers_do() {
        long trainer = id(trainer("Тренер", "ru"));
        long client = id(somebody("Анна", "ru"));
        roster.join(trainer, client);
        switches.set(ada, Feature.SELF_BOOKING, false);
        var wish = NewBooking.at(trainer, client, Instant.parse("2026-12-02T09:00:00Z"));

        assertOff(() -> bookings.create(Actor.client(client), wish));

        assertThat(bookings.create(Actor.trainer(trainer), wish)).isNotNull();
    }

    @Test
    void each_change_is_made_once_and_stands_in_the_audit() throws Exception {
        int before = changes();
        Callable<Boolean> off = () -> switches.set(ada, Feature.SELF_BOOKING, false);

        assertThat(atOnce(Stream.generate(() -> off).limit(6).toList())).containsOnlyOnce(true);

        assertThat(changes()).isEqualTo(before + 1);
        assertThat(audit.entries(AuditLog.Filter.of(Thing.SWITCH, Feature.SELF_BOOKING), null, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.before()).isEqualTo(Map.of("on", true));
                    assertThat(entry.after()).isEqualTo(Map.of("on", false));
                });
        assertThat(switches.all(ada))
                .filteredOn(it -> it.feature() == Feature.SELF_BOOKING)
                .singleElement()
                .satisfies(it -> assertThat(it.changedBy()).isEqualTo(ada.userId()));
    }

    @Test
    void only_super_admins_see_and_set_them() {
        Person anna = somebody("Анна", "ru");
        Caller stranger = new Caller(id(anna), anna.telegramId());

        assertThatThrownBy(() -> switches.all(stranger)).hasMessage("not_found");
        assertThatThrownBy(() -> switches.set(stranger, Feature.SELF_BOOKING, false))
                .hasMessage("not_found");
        assertThat(switches.isOn(Feature.SELF_BOOKING)).isTrue();
    }

    private int changes() {
        return audit.entries(AuditLog.Filter.of(Thing.SWITCH, Feature.SELF_BOOKING), null, 1000)
                .size();
    }

    private static void assertOff(Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SWITCHED_OFF));
    }
}
