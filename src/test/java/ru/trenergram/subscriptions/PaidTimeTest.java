package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.Money;

/** Today is 30 November. */
class PaidTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Money PRO = Money.rubles(990_000);
    private static final Money PREMIUM = Money.rubles(1_980_000);

    @Test
    void the_first_payment_counts_from_today() {
        assertThat(PaidTime.withMonths(null, 1, TODAY)).isEqualTo("2026-12-29");
        assertThat(PaidTime.withMonths(null, 1, LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-31");
    }

    @Test
    void a_payment_in_time_or_within_the_grace_goes_on_where_the_paid_time_ends() {
        assertThat(PaidTime.withMonths(LocalDate.of(2026, 12, 31), 2, TODAY)).isEqualTo("2027-02-28");
        assertThat(PaidTime.withMonths(TODAY.minusDays(7), 1, TODAY)).isEqualTo("2026-12-23");
    }

    @Test
    void a_short_month_is_paid_to_its_end() {
        assertThat(PaidTime.withMonths(LocalDate.of(2027, 1, 29), 1, TODAY)).isEqualTo("2027-02-28");
        assertThat(PaidTime.withMonths(LocalDate.of(2027, 2, 28), 1, TODAY)).isEqualTo("2027-03-31");
        assertThat(PaidTime.withMonths(null, 3, TODAY)).isEqualTo("2027-02-28");
    }

    @Test
    void a_payment_after_the_grace_counts_from_today() {
        assertThat(PaidTime.withMonths(TODAY.minusDays(8), 1, TODAY)).isEqualTo("2026-12-29");
    }

    @Test
    void given_days_go_on_from_the_same_day_as_months_would() {
        assertThat(PaidTime.withDays(LocalDate.of(2026, 12, 31), 7, TODAY)).isEqualTo("2027-01-07");
        assertThat(PaidTime.withDays(null, 7, TODAY)).isEqualTo("2026-12-06");
    }

    @Test
    void a_refund_takes_months_off_the_end_but_no_day_that_has_been() {
        assertThat(PaidTime.withoutMonths(LocalDate.of(2027, 2, 28), 2, TODAY)).isEqualTo("2026-12-31");
        assertThat(PaidTime.withoutMonths(LocalDate.of(2026, 12, 31), 3, TODAY)).isEqualTo("2026-11-29");
        assertThat(PaidTime.withoutMonths(LocalDate.of(2026, 11, 20), 1, TODAY)).isEqualTo("2026-11-20");
        assertThat(PaidTime.withoutMonths(LocalDate.of(2026, 12, 31), 0, TODAY)).isEqualTo("2026-12-31");
    }

    @Test
    void what_is_left_buys_days_at_the_new_price() {
        LocalDate inTenDays = TODAY.plusDays(10);

        assertThat(atPrice(inTenDays, PRO, PREMIUM)).isEqualTo(TODAY.plusDays(5));
        assertThat(atPrice(inTenDays, PREMIUM, PRO)).isEqualTo(TODAY.plusDays(20));
        assertThat(atPrice(TODAY.plusDays(1), PRO, PREMIUM)).isEqualTo(TODAY);
        assertThat(atPrice(inTenDays, PRO, Money.rubles(0))).isNull();
        assertThat(atPrice(TODAY.minusDays(2), PRO, PREMIUM)).isEqualTo(TODAY.minusDays(2));
    }

    private static @Nullable LocalDate atPrice(LocalDate paidUntil, Money former, Money price) {
        return PaidTime.atPrice(paidUntil, former, price, TODAY);
    }
}
