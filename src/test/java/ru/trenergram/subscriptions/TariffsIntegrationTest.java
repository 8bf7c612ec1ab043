package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Person;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariff.Terms;
import ru.trenergram.tariffs.TariffExceededException;
import ru.trenergram.tariffs.Tariffs;

/** Super-admins edit the tariffs. */
class TariffsIntegrationTest extends SubscriptionTest {

    @Autowired
    Tariffs tariffs;

    private Person owner;
    private String code;

    @BeforeEach
    void a_code_of_its_own() {
        owner = somebody("Марина");
        code = "T" + owner.telegramId();
    }

    @Test
    void the_three_of_the_platform_are_there_from_the_start() {
        assertThat(tariffs.offered()).extracting(Tariff::code).contains("FREE", "PRO", "PREMIUM");
        assertThat(tariffs.get("FREE").trainerLimit()).hasValue(5);
        assertThat(tariffs.get("PRO").price()).isEqualTo(Money.rubles(990_000));
        assertThat(tariffs.get("PREMIUM").trainerLimit()).isEmpty();
    }

    @Test
    void a_tariff_is_made_edited_retired_and_offered_again_and_the_audit_has_each() {
        tariffs.create(admin(), code, terms(100, 3));
        Tariff edited = tariffs.edit(admin(), code, 0, terms(200, null));
        Tariff retired = tariffs.retire(admin(), code, edited.version(), true);
        Tariff offered = tariffs.retire(admin(), code, retired.version(), false);

        assertThat(edited.trainerLimit()).isEmpty();
        assertThat(retired.retired()).isTrue();
        assertThat(offered).isEqualTo(new Tariff(code, terms(200, null), false, 3));
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE thing = 'TARIFF' AND thing_id = ? AND side = 'SUPERADMIN'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void of_two_who_edit_one_tariff_the_second_is_told() {
        tariffs.create(admin(), code, terms(100, 3));
        tariffs.edit(admin(), code, 0, terms(200, 3));

        assertThatThrownBy(() -> tariffs.edit(admin(), code, 0, terms(300, 3)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> tariffs.retire(admin(), code, 0, true)).isInstanceOf(StaleVersionException.class);
        assertThat(tariffs.get(code).price()).isEqualTo(Money.rubles(200));
    }

    @Test
    void a_limit_is_not_lowered_below_what_a_club_has() {
        tariffs.create(admin(), code, terms(100, 3));
        club(code, owner, 3);

        var refused = catchThrowableOfType(
                TariffExceededException.class, () -> tariffs.edit(admin(), code, 0, terms(100, 2)));

        assertThat(refused.over()).containsExactly("Атлант");
        assertThat(tariffs.edit(admin(), code, 0, terms(50, 3)).version()).isEqualTo(1);
        assertThat(tariffs.edit(admin(), code, 1, terms(50, 4)).trainerLimit()).hasValue(4);
    }

    @Test
    void a_raised_limit_lets_the_frozen_back() {
        tariffs.create(admin(), code, terms(100, 3));
        long club = club(code, owner, 3);
        jdbc.sql("UPDATE tariff SET trainer_limit = 2 WHERE code = ?")
                .param(code)
                .update();
        assertThat(names(clubTariffs.frozenTrainers(club))).containsExactly("Тренер 3");

        tariffs.edit(admin(), code, 0, terms(100, 3));

        assertThat(clubTariffs.frozenTrainers(club)).isEmpty();
    }

    @Test
    void the_free_tariff_stays_free_and_stays() {
        Tariff free = tariffs.get("FREE");

        assertThatThrownBy(() -> tariffs.edit(admin(), "FREE", free.version(), terms(1, 5)))
                .hasMessage("validation_failed");
        assertThatThrownBy(() -> tariffs.retire(admin(), "FREE", free.version(), true))
                .hasMessage("forbidden");
    }

    static Stream<Terms> impossible() {
        return Stream.of(
                new Terms(" ", "Name", Money.rubles(1), 1),
                new Terms("Имя", "", Money.rubles(1), 1),
                new Terms("И".repeat(61), "Name", Money.rubles(1), 1),
                terms(-1, 1),
                terms(100_000_001, 1),
                terms(1, 0));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void what_cannot_be_is_refused(Terms terms) {
        assertThatThrownBy(() -> tariffs.create(admin(), code, terms)).hasMessage("validation_failed");
    }

    @Test
    void a_code_is_taken_once_and_has_its_form() {
        tariffs.create(admin(), code, terms(100, 3));

        assertThatThrownBy(() -> tariffs.create(admin(), code, terms(100, 3)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(DomainException.FieldError::code)
                                .containsExactly("taken"));
        assertThatThrownBy(() -> tariffs.create(admin(), "про", terms(100, 3))).hasMessage("validation_failed");
    }

    @Test
    void to_everybody_but_super_admins_there_is_nothing_to_edit() {
        var stranger = new Caller(id(owner), owner.telegramId());

        assertThatThrownBy(() -> tariffs.create(stranger, code, terms(1, 1))).hasMessage("not_found");
        assertThatThrownBy(() -> tariffs.edit(stranger, "PRO", 0, terms(1, 1))).hasMessage("not_found");
        assertThatThrownBy(() -> tariffs.retire(stranger, "PRO", 0, true)).hasMessage("not_found");
    }

    private static Terms terms(long price, @Nullable Integer limit) {
        return new Terms("Имя", "Name", Money.rubles(price), limit);
    }
}
