package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Person;
import ru.trenergram.support.Together;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.TariffExceededException;
import ru.trenergram.tariffs.Tariffs;

/** An owner changes the club's tariff, and sees before what it will mean. */
class TariffChangeIntegrationTest extends SubscriptionTest {

    @Autowired
    Tariffs tariffs;

    @Autowired
    ClubFreezes freezes;

    private Person owner;

    @BeforeEach
    void an_owner() {
        owner = somebody("Марина");
    }

    @Test
    void a_dearer_tariff_is_in_force_at_once_and_the_paid_time_is_counted_anew() {
        long club = club("PRO", owner, 0);
        pay(club, 1); // 29 days are left after today

        TariffPreview preview = subscriptions.preview(id(owner), club, "PREMIUM");
        change(club, "PREMIUM");

        assertThat(preview.atOnce()).isTrue();
        assertThat(preview.paidUntilThen()).isEqualTo("2026-12-14"); // 29 × 9 900 / 19 900
        assertThat(paidUntil(club)).isEqualTo("2026-12-14");
        assertThat(clubTariffs.inForce(club)).isEqualTo("PREMIUM");
        assertThat(subscriptions.view(id(owner), club).entries())
                .extracting(SubscriptionEntry::kind)
                .containsExactly(SubscriptionEntry.Kind.TARIFF_CHANGE, SubscriptionEntry.Kind.PAYMENT);
    }

    @Test
    void from_the_free_tariff_another_is_in_force_once_it_is_paid() {
        long club = club("FREE", owner, 5);

        assertThat(subscriptions.preview(id(owner), club, "PRO").atOnce()).isFalse();
        change(club, "PRO");
        assertThat(clubTariffs.inForce(club)).isEqualTo("FREE");

        pay(club, 1);

        assertThat(clubTariffs.inForce(club)).isEqualTo("PRO");
        trainer(club, "Шестой");
    }

    @Test
    void a_downgrade_below_what_is_used_is_refused_with_the_list() {
        long club = club("PRO", owner, 7);

        TariffPreview preview = subscriptions.preview(id(owner), club, "FREE");
        var refused = catchThrowableOfType(TariffExceededException.class, () -> change(club, "FREE"));

        assertThat(preview.isAllowed()).isFalse();
        assertThat(preview.over()).containsExactly("Тренер 6", "Тренер 7");
        assertThat(refused.over()).containsExactly("Тренер 6", "Тренер 7");
        assertThat(clubTariffs.inForce(club)).isEqualTo("PRO");
        assertThat(subscriptions.view(id(owner), club).entries()).isEmpty();
    }

    @Test
    void while_trainers_join_a_downgrade_either_comes_first_or_is_refused() throws Exception {
        long club = club("PRO", owner, 4);
        long staff = id(owner);
        List<Long> applied = IntStream.range(0, 6)
                .mapToObj(i -> {
                    long trainer = user("Новый " + i);
                    trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, club);
                    return trainer;
                })
                .toList();

        Together.atOnce(Stream.concat(
                        Stream.<java.util.concurrent.Callable<Boolean>>of(() -> attempt(() -> change(club, "FREE"))),
                        applied.stream()
                                .<java.util.concurrent.Callable<Boolean>>map(
                                        trainer -> () -> attempt(() -> clubTrainers.approve(staff, club, trainer))))
                .toList());

        int joined = clubTariffs.trainers(club).size();
        assertThat(clubTariffs.inForce(club).equals("FREE") ? joined <= 5 : joined == 10)
                .isTrue();
    }

    @Test
    void subscriptions_keep_their_price_when_the_tariff_becomes_dearer() {
        String code = "KEEP" + owner.telegramId();
        Tariff tariff = tariffs.create(admin(), code, new Tariff.Terms("Раз", "One", MONTH, 10));
        long club = club(code, owner, 0);

        tariffs.edit(admin(), code, tariff.version(), new Tariff.Terms("Раз", "One", Money.rubles(5_000_000), 12));

        assertThat(subscriptions.get(club).price()).isEqualTo(MONTH);
        assertThat(subscriptions.view(id(owner), club).tariff().price()).isEqualTo(Money.rubles(5_000_000));
    }

    @Test
    void a_retired_tariff_is_kept_but_not_chosen() {
        String code = "GONE" + owner.telegramId();
        Tariff tariff = tariffs.create(admin(), code, new Tariff.Terms("Два", "Two", MONTH, null));
        long has = club(code, owner, 0);
        long wants = club("FREE", owner, 0);
        tariffs.retire(admin(), code, tariff.version(), true);

        assertThat(subscriptions.view(id(owner), has).tariff().code()).isEqualTo(code);
        assertThat(subscriptions.view(id(owner), wants).offered())
                .extracting(Tariff::code)
                .doesNotContain(code);
        assertThatThrownBy(() -> change(wants, code)).hasMessage("validation_failed");
    }

    @Test
    void a_stale_change_is_told_with_what_is_now() {
        long club = club("FREE", owner, 0);
        int seen = subscriptions.get(club).version();
        subscriptions.change(admin(), club, "PRO", seen);

        assertThatThrownBy(() -> subscriptions.change(id(owner), club, "PREMIUM", seen))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(((Subscription) stale.current()).tariffCode())
                                .isEqualTo("PRO"));
    }

    @ParameterizedTest
    @EnumSource(value = StaffRole.class, mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void other_roles_see_nothing_of_it(StaffRole role) {
        long club = club("FREE", owner, 0);
        long member = user("Пётр");
        staff.add(club, member, role);

        assertThatThrownBy(() -> subscriptions.view(member, club)).hasMessage("forbidden");
        assertThatThrownBy(() -> subscriptions.preview(member, club, "PRO")).hasMessage("forbidden");
        assertThatThrownBy(() -> subscriptions.change(member, club, "PRO", 0)).hasMessage("forbidden");
    }

    @Test
    void to_strangers_and_owners_of_other_clubs_it_is_not_there() {
        long club = club("FREE", owner, 0);
        long other = user("Чужой");
        clubs.found("Другой", "Москва", "Лесная, 1", MOSCOW, "FREE", other);

        assertThatThrownBy(() -> subscriptions.view(other, club)).hasMessage("not_found");
        assertThatThrownBy(() -> subscriptions.change(other, club, "PRO", 0)).hasMessage("not_found");
        assertThatThrownBy(() -> subscriptions.change(new Caller(other, 1), club, "PRO", 0))
                .hasMessage("not_found");
    }

    @Test
    void of_a_frozen_club_nobody_changes_the_tariff_but_a_super_admin() {
        long club = club("FREE", owner, 0);
        freezes.freeze(admin(), club, "Жалобы");

        assertThatThrownBy(() -> change(club, "PRO")).hasMessage("forbidden");
        subscriptions.change(admin(), club, "PRO", subscriptions.get(club).version());
        assertThat(subscriptions.get(club).tariffCode()).isEqualTo("PRO");
    }

    private void change(long club, String tariff) {
        subscriptions.change(id(owner), club, tariff, subscriptions.get(club).version());
    }

    private static boolean attempt(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }
}
