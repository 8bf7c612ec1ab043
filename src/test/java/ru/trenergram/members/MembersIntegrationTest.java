package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;

/** The clients in a club's records: who sees what of them, who changes them, how they are found. */
class MembersIntegrationTest extends MembersTest {

    @Autowired
    MemberCards cards;

    @Autowired
    MemberMerging merging;

    @Autowired
    SavedFilters savedFilters;

    @Autowired
    MemberExport export;

    @Autowired
    Balances balances;

    @Autowired
    Bookings bookings;

    @Test
    void whoever_books_at_a_location_is_a_client_of_the_club() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-12-01T12:00:00Z");

        arrivals.gather(club);
        arrivals.gather(club);

        assertThat(names(MemberFilter.ALL)).containsExactly("Клим");
        assertThat(members.idOf(owner, club, client)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MANAGER", "MARKETING", "READONLY"})
    void every_role_of_the_panel_reads_and_phones_are_for_those_who_see_phones(StaffRole role) {
        long id = member("Анна", "+79160000001");
        long staff = staff(role);

        Member seen = members.get(staff, club, id);
        MemberRow row = list.page(staff, club, MemberFilter.ALL, null, 10).getFirst();

        assertThat(seen.phone()).isEqualTo(role.seesPhones() ? "+79160000001" : null);
        assertThat(row.member().phone()).isEqualTo(seen.phone());
        assertThat(list.count(staff, club, search("0000001"))).isEqualTo(role.seesPhones() ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void others_change_nothing(StaffRole role) {
        long id = member("Анна", "+79160000001");
        long other = member("Анна П.", "+79160000002");
        long staff = staff(role);

        refused(ErrorCode.FORBIDDEN, () -> members.add(staff, club, details("Пётр", "+79160000003")));
        refused(ErrorCode.FORBIDDEN, () -> members.change(staff, club, id, 0, details("Пётр", null)));
        refused(ErrorCode.FORBIDDEN, () -> members.recordConsent(staff, club, id, 0, true));
        refused(ErrorCode.FORBIDDEN, () -> merging.preview(staff, club, id, other));
        refused(ErrorCode.FORBIDDEN, () -> cards.balances(staff, club, id));
        refused(ErrorCode.FORBIDDEN, () -> export(staff, MemberFilter.ALL));
    }

    @Test
    void to_strangers_and_other_clubs_nobody_is_there() {
        long id = member("Анна", "+79160000001");
        long stranger = person("Прохожий");
        long otherOwner = person("Олег");
        long otherClub = club("Север", "PRO", otherOwner);

        refused(ErrorCode.NOT_FOUND, () -> members.get(stranger, club, id));
        refused(ErrorCode.NOT_FOUND, () -> members.get(otherOwner, otherClub, id));
        refused(ErrorCode.NOT_FOUND, () -> members.change(otherOwner, otherClub, id, 0, details("Я", null)));
        refused(ErrorCode.NOT_FOUND, () -> cards.visits(otherOwner, otherClub, id, null, 10));
        refused(ErrorCode.FORBIDDEN, () -> list.page(staff(StaffRole.CASHIER), club, MemberFilter.ALL, null, 1));
    }

    @Test
    void a_stale_edit_is_told_and_changes_nothing() {
        long id = member("Анна", "+79160000001");
        members.change(owner, club, id, 0, details("Анна Петрова", "+79160000001"));

        assertThatThrownBy(() -> members.change(owner, club, id, 0, details("Другая", null)))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(((Member) stale.current()).name()).isEqualTo("Анна Петрова"));
        assertThat(members.get(owner, club, id).name()).isEqualTo("Анна Петрова");
        assertThat(cards.history(owner, club, id, 10)).hasSize(2);
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        long id = member("Анна", "+79160000001");

        invalid("name", () -> members.add(owner, club, details(" ", null)));
        invalid("phone", () -> members.add(owner, club, details("Пётр", "12")));
        invalid("phone", () -> members.add(owner, club, details("Пётр", "8 916 000-00-01")));
        invalid(
                "birthday",
                () -> members.change(
                        owner,
                        club,
                        id,
                        0,
                        new MemberDetails("Анна", null, LocalDate.of(2027, 1, 1), List.of(), null)));
        invalid(
                "note",
                () -> members.change(
                        owner, club, id, 0, new MemberDetails("Анна", null, null, List.of(), "я".repeat(4_001))));
    }

    @Test
    void consent_is_recorded_with_its_date_and_author() {
        long id = member("Анна", null);

        Member given = members.recordConsent(owner, club, id, 0, true);

        assertThat(given.consent()).isEqualTo(new Member.Consent(true, clock.instant(), "Марина"));
        assertThat(names(new MemberFilter(null, null, null, null, null, false, false, true)))
                .containsExactly("Анна");
    }

    @Test
    void clients_are_found_by_trainer_tag_visit_debt_and_birthday() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        BookingInfo booking = book(trainer, client, "2026-11-30T10:00:00Z");
        bookings.confirm(Actor.client(client), booking.id(), booking.version());
        clock.advance(java.time.Duration.ofHours(3));
        arrivals.gather(club);
        balances.adjust(trainer, client, Money.rubles(-150_000), "долг");
        long eva = member("Ева", null, "VIP");
        members.change(
                owner, club, eva, 0, new MemberDetails("Ева", null, LocalDate.of(1990, 11, 2), List.of("VIP"), null));

        assertThat(names(new MemberFilter(null, users.get(trainer).telegramId(), null, null, null, false, false, null)))
                .containsExactly("Клим");
        assertThat(names(new MemberFilter(null, null, "VIP", null, null, false, false, null)))
                .containsExactly("Ева");
        assertThat(names(new MemberFilter(null, null, null, null, LocalDate.of(2026, 11, 30), false, false, null)))
                .containsExactly("Клим");
        assertThat(names(new MemberFilter(null, null, null, LocalDate.of(2026, 11, 30), null, false, false, null)))
                .isEmpty();
        assertThat(names(new MemberFilter(null, null, null, LocalDate.of(2026, 12, 1), null, false, false, null)))
                .containsExactly("Клим");
        assertThat(names(new MemberFilter(null, null, null, null, null, true, false, null)))
                .containsExactly("Клим");
        assertThat(names(new MemberFilter(null, null, null, null, null, false, true, null)))
                .containsExactly("Ева");
        MemberRow row = list.page(owner, club, search("клим"), null, 1).getFirst();
        assertThat(row.visits()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(list.page(owner, club, search("клим"), null, 1)
                        .getFirst()
                        .debt())
                .isEqualTo(Money.rubles(400_000))); // the session is charged, too
        assertThat(list.tags(owner, club)).containsExactly("VIP");
        assertThat(cards.balances(owner, club, row.member().id()))
                .extracting(MemberCards.TrainerBalance::amount)
                .containsExactly(Money.rubles(-400_000));
        assertThat(list.page(staff(StaffRole.READONLY), club, search("клим"), null, 1)
                        .getFirst()
                        .debt())
                .isNull();
    }

    @Test
    void a_trainers_other_clients_and_balances_are_not_the_clubs() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        balances.adjust(trainer, client, Money.rubles(-150_000), "долг");
        arrivals.gather(club);

        assertThat(names(MemberFilter.ALL)).isEmpty();
        assertThat(names(new MemberFilter(null, null, null, null, null, true, false, null)))
                .isEmpty();
    }

    @Test
    void pages_follow_one_another_by_name_and_leave_nobody_out() {
        IntStream.range(0, 7).forEach(i -> member("Анна", null));
        IntStream.range(0, 4).forEach(i -> member("Борис" + i, null));

        List<MemberRow> first = list.page(owner, club, MemberFilter.ALL, null, 5);
        List<MemberRow> second = list.page(owner, club, MemberFilter.ALL, first.getLast(), 5);
        List<MemberRow> third = list.page(owner, club, MemberFilter.ALL, second.getLast(), 5);

        assertThat(third).extracting(row -> row.member().name()).containsExactly("Борис3");
        assertThat(java.util.stream.Stream.of(first, second, third)
                        .flatMap(List::stream)
                        .map(row -> row.member().id()))
                .doesNotHaveDuplicates()
                .hasSize(11);
    }

    @Test
    void doubles_by_phone_become_one_and_nothing_is_lost() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        users.sharePhone(client, "79160000001");
        book(trainer, client, "2026-12-01T12:00:00Z");
        arrivals.gather(club);
        long imported = member("Клим Саввин", "+79160000001", "VIP");
        long booked = members.idOf(owner, club, client).orElseThrow();
        members.recordConsent(owner, club, imported, 0, true);

        assertThat(merging.doubles(owner, club, booked)).extracting(Member::id).containsExactly(imported);
        MemberMerging.Preview preview = merging.preview(owner, club, imported, booked);
        Member merged = merging.merge(owner, club, preview);

        assertThat(merged.userId()).isEqualTo(client);
        assertThat(merged.name()).isEqualTo("Клим Саввин");
        assertThat(merged.tags()).containsExactly("VIP");
        assertThat(merged.note()).isEqualTo("Клим");
        assertThat(merged.consent()).isNotNull();
        assertThat(cards.visits(owner, club, imported, null, 10)).hasSize(1);
        refused(ErrorCode.NOT_FOUND, () -> members.get(owner, club, booked));
        assertThat(cards.history(owner, club, imported, 10).getFirst().entry().after())
                .containsKey("merged");
    }

    @Test
    void a_merge_of_what_has_changed_shows_a_new_preview() {
        long one = member("Анна", null);
        long other = member("Анна П.", null);
        MemberMerging.Preview seen = merging.preview(owner, club, one, other);
        members.change(owner, club, other, 0, details("Анна Петрова", null));

        assertThatThrownBy(() -> merging.merge(owner, club, seen)).isInstanceOf(StaleVersionException.class);
        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(2);
    }

    @Test
    void two_users_of_the_bots_stay_two() {
        long trainer = trainer(club, "Анна");
        long one = clientOf(trainer, "Клим");
        long other = clientOf(trainer, "Клим");
        book(trainer, one, "2026-12-01T12:00:00Z");
        book(trainer, other, "2026-12-01T14:00:00Z");
        arrivals.gather(club);

        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> merging.preview(
                        owner,
                        club,
                        members.idOf(owner, club, one).orElseThrow(),
                        members.idOf(owner, club, other).orElseThrow()));
    }

    @Test
    void filters_are_kept_by_each_for_themselves() {
        long reader = staff(StaffRole.READONLY);
        savedFilters.save(owner, club, " Должники ", "debt=yes");
        savedFilters.save(owner, club, "Должники", "debt=yes&tag=VIP");

        assertThat(savedFilters.all(owner, club))
                .containsExactly(new SavedFilters.SavedFilter("Должники", "debt=yes&tag=VIP"));
        assertThat(savedFilters.all(reader, club)).isEmpty();
        savedFilters.delete(reader, club, "Должники");
        assertThat(savedFilters.all(owner, club)).hasSize(1);
        savedFilters.delete(owner, club, "Должники");
        assertThat(savedFilters.all(owner, club)).isEmpty();
        refused(ErrorCode.VALIDATION_FAILED, () -> savedFilters.save(owner, club, " ", "q=x"));
    }

    @Test
    void an_export_has_the_filtered_rows_and_no_formulas() throws IOException {
        member("=HYPERLINK(\"http://evil\")", "+79160000001", "VIP");
        member("Борис", "+79160000002");

        String csv = export(owner, new MemberFilter(null, null, "VIP", null, null, false, false, null));

        assertThat(csv).contains("'=HYPERLINK").contains("'+79160000001").doesNotContain("Борис");
    }

    private String export(long staffId, MemberFilter filter) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(staffId, club, filter, ExportFormat.CSV, Locale.of("ru"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> names(MemberFilter filter) {
        return list.page(owner, club, filter, null, 100).stream()
                .map(row -> row.member().name())
                .toList();
    }

    private static MemberFilter search(String text) {
        return new MemberFilter(text, null, null, null, null, false, false, null);
    }

    private static void invalid(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(DomainException.FieldError::field)
                                .containsExactly(field));
    }
}
