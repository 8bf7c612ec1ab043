package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.SubscriptionEntry.Kind;
import ru.trenergram.support.Person;
import ru.trenergram.support.Together;

/** What super-admins enter of clubs' payments, and how it moves the last paid day. */
class ClubPaymentsIntegrationTest extends SubscriptionTest {

    private Person owner;
    private long club;

    @BeforeEach
    void a_club_that_has_not_paid() {
        owner = somebody("Марина");
        club = club("PRO", owner, 0);
    }

    @Test
    void a_payment_prolongs_and_the_owner_hears_of_it() {
        pay(club, 3);

        assertThat(paidUntil(club)).isEqualTo("2027-02-28");
        assertThat(owner.sees("Оплата клуба")).contains("29\u00a0700\u00a0₽").contains("28 февр. 2027");
    }

    @Test
    void a_repeat_of_a_payment_changes_nothing_though_many_come_at_once() throws Exception {
        UUID key = UUID.randomUUID();
        Caller admin = admin();

        List<Long> entries = Together.atOnce(Collections.nCopies(8, (Callable<Long>)
                () -> payments.record(admin, key, club, MONTH, 1, "").id()));

        assertThat(entries).containsOnly(entries.getFirst());
        assertThat(paidUntil(club)).isEqualTo("2026-12-29");
        assertThatThrownBy(() -> payments.record(admin, key, club, MONTH, 2, ""))
                .hasMessage("idempotency_mismatch");
    }

    @Test
    void payments_at_once_all_count() throws Exception {
        Together.atOnce(Collections.nCopies(5, (Callable<SubscriptionEntry>) () -> pay(club, 1)));

        assertThat(paidUntil(club)).isEqualTo("2027-04-30");
        assertThat(entries()).hasSize(5);
    }

    @Test
    void a_refund_takes_its_months_back_and_never_more_than_was_paid() {
        SubscriptionEntry payment = pay(club, 3);

        payments.refund(admin(), UUID.randomUUID(), payment.id(), MONTH, 1, "Уехали");

        assertThat(paidUntil(club)).isEqualTo("2027-01-31");
        assertThat(payments.left(admin(), payment.id())).isEqualTo(new ClubPayments.Left(Money.rubles(1_980_000), 2));
        assertThatThrownBy(
                        () -> payments.refund(admin(), UUID.randomUUID(), payment.id(), Money.rubles(1_980_001), 0, ""))
                .hasMessage("validation_failed");
        assertThatThrownBy(() -> payments.refund(admin(), UUID.randomUUID(), payment.id(), MONTH, 3, ""))
                .hasMessage("validation_failed");
    }

    @Test
    void refunds_at_once_return_no_more_than_was_paid() throws Exception {
        SubscriptionEntry payment = pay(club, 1);
        Caller admin = admin();

        List<Boolean> done = Together.atOnce(Collections.nCopies(6, (Callable<Boolean>) () -> {
            try {
                payments.refund(admin, UUID.randomUUID(), payment.id(), MONTH, 1, "");
                return true;
            } catch (DomainException refused) {
                return false;
            }
        }));

        assertThat(done).containsOnlyOnce(true);
        assertThat(paidUntil(club)).isEqualTo("2026-11-29");
    }

    @Test
    void a_full_refund_begins_the_grace_today_and_the_tariff_stays_for_it() {
        SubscriptionEntry payment = pay(club, 6);
        payments.refund(admin(), UUID.randomUUID(), payment.id(), payment.amount(), 6, "");

        Subscription subscription = subscriptions.get(club);
        assertThat(subscription.state(java.time.LocalDate.of(2026, 11, 30))).isEqualTo(Subscription.State.GRACE);
        assertThat(clubTariffs.inForce(club)).isEqualTo("PRO");
    }

    @Test
    void days_are_given_with_a_reason() {
        pay(club, 1);

        payments.prolong(admin(), UUID.randomUUID(), club, 5, "Был сбой");

        assertThat(paidUntil(club)).isEqualTo("2027-01-03");
        assertThat(owner.sees("продлён")).contains("Был сбой");
        assertThatThrownBy(() -> payments.prolong(admin(), UUID.randomUUID(), club, 5, " "))
                .hasMessage("validation_failed");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "990000,0", "990000,37", "100000000001,1"})
    void what_cannot_be_is_refused(long amount, int months) {
        assertThatThrownBy(() -> payments.record(admin(), UUID.randomUUID(), club, Money.rubles(amount), months, ""))
                .hasMessage("validation_failed");
        assertThat(entries()).isEmpty();
    }

    @Test
    void for_a_free_tariff_nothing_is_paid() {
        long free = club("FREE", owner, 0);

        assertThatThrownBy(() -> pay(free, 1)).hasMessage("validation_failed");
        assertThatThrownBy(() -> payments.prolong(admin(), UUID.randomUUID(), free, 5, "Подарок"))
                .hasMessage("validation_failed");
    }

    @Test
    void to_everybody_but_super_admins_there_is_nothing_to_enter() {
        SubscriptionEntry payment = pay(club, 1);
        Caller stranger = new Caller(id(owner), owner.telegramId());

        assertThatThrownBy(() -> payments.record(stranger, UUID.randomUUID(), club, MONTH, 1, ""))
                .hasMessage("not_found");
        assertThatThrownBy(() -> payments.refund(stranger, UUID.randomUUID(), payment.id(), MONTH, 1, ""))
                .hasMessage("not_found");
        assertThatThrownBy(() -> payments.prolong(stranger, UUID.randomUUID(), club, 1, "Мне"))
                .hasMessage("not_found");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void what_was_entered_is_never_changed_and_the_audit_has_it() {
        SubscriptionEntry payment = pay(club, 1);

        assertThatThrownBy(() -> jdbc.sql("UPDATE subscription_entry SET amount = 1 WHERE id = ?")
                        .param(payment.id())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM subscription_entry WHERE id = ?")
                        .param(payment.id())
                        .update())
                .hasMessageContaining("append-only");
        assertThat(jdbc.sql(
                                "SELECT side, actor_id, after ->> 'paid_until' AS paid FROM audit_entry WHERE thing = 'CLUB_PAYMENT' AND club_id = ?")
                        .param(club)
                        .query()
                        .singleRow())
                .containsEntry("side", "SUPERADMIN")
                .containsEntry("actor_id", admin().userId())
                .containsEntry("paid", "2026-12-29");
        assertThat(entries()).extracting(SubscriptionEntry::kind).containsExactly(Kind.PAYMENT);
    }

    private List<SubscriptionEntry> entries() {
        return subscriptions.view(id(owner), club).entries();
    }
}
