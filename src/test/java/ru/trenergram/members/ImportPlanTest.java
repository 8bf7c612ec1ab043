package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.ImportOutcome.Problem;
import ru.trenergram.members.ImportPlan.Known;
import ru.trenergram.members.UploadedTable.Row;

/** What becomes of a row: name, phone, birthday, tags, note, consent. */
class ImportPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final MemberDetails ANNA =
            new MemberDetails("Анна Петрова", "+79160000001", LocalDate.of(1990, 5, 17), List.of("VIP"), "Любит утро");

    private final ImportPlan plan = new ImportPlan(
            ImportField.guess(List.of("ФИО", "Моб. телефон", "Дата рождения", "Метки", "Комментарий", "Согласие")),
            new HashMap<>(Map.of("+79160000001", new Known(7L, ANNA, true))),
            TODAY);

    private int line = 1;

    @Test
    void headings_of_both_languages_say_what_a_column_is_for() {
        assertThat(ImportField.guess(List.of("Имя", "Фамилия", "Телефон", "Имя", "Город")))
                .containsExactly(
                        Optional.of(ImportField.NAME),
                        Optional.of(ImportField.LAST_NAME),
                        Optional.of(ImportField.PHONE),
                        Optional.empty(),
                        Optional.empty());
        assertThat(ImportField.guess(
                        List.of("Full Name", "phone_number", "Date of birth", "Tags", "notes", "Marketing")))
                .containsExactly(
                        Optional.of(ImportField.NAME),
                        Optional.of(ImportField.PHONE),
                        Optional.of(ImportField.BIRTHDAY),
                        Optional.of(ImportField.TAGS),
                        Optional.of(ImportField.NOTE),
                        Optional.of(ImportField.CONSENT));
    }

    @Test
    void somebody_unknown_is_added_once() {
        assertThat(kind("Пётр", "8 916 000-00-02", "01.02.1985", "a, b", "", "да"))
                .isEqualTo(Kind.ADDED);
        assertThat(kind("пётр", "+79160000002", "1985-02-01", "A", "", "")).isEqualTo(Kind.UNCHANGED);
        assertThat(outcome("Павел", "+79160000002", "", "", "", ""))
                .isEqualTo(new ImportOutcome(Kind.CONFLICT, Problem.OTHER_NAME, "Пётр"));
    }

    @Test
    void of_somebody_known_only_what_is_missing_is_filled_in() {
        assertThat(kind("ПЕТРОВА  Анна", "+7 916 0000001", "17.05.1990", "vip", "Любит утро", "1"))
                .isEqualTo(Kind.UNCHANGED);
        ImportPlan.Step step = plan.next(row("Анна Петрова", "+79160000001", "", "бокс", "Левша", ""));
        assertThat(step.outcome().kind()).isEqualTo(Kind.COMPLETED);
        assertThat(step.details())
                .isEqualTo(new MemberDetails(
                        "Анна Петрова",
                        "+79160000001",
                        LocalDate.of(1990, 5, 17),
                        List.of("VIP", "бокс"),
                        "Любит утро\nЛевша"));
        assertThat(kind("Анна Петрова", "+79160000001", "", "бокс", "Левша", ""))
                .isEqualTo(Kind.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Анна, +79160000001, '', '', OTHER_NAME, Анна Петрова",
                "Анна Петрова, +79160000001, 18.05.1990, '', OTHER_BIRTHDAY, 1990-05-17",
                "Анна Петрова, +79160000001, '', нет, OTHER_CONSENT, -"
            })
    void what_the_club_has_otherwise_is_left_to_a_person(
            String name, String phone, String birthday, String consent, Problem problem, String detail) {
        assertThat(outcome(name, phone, birthday, "", "", consent))
                .isEqualTo(new ImportOutcome(Kind.CONFLICT, problem, detail));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', +79160000009, '', '', NO_NAME, -",
                "Пётр, '', '', '', NO_PHONE, -",
                "Пётр, 12, '', '', BAD_PHONE, -",
                "Пётр, +79160000009, 31.02.1990, '', BAD_BIRTHDAY, 31.02.1990",
                "Пётр, +79160000009, 2030-01-01, '', BAD_BIRTHDAY, -",
                "Пётр, +79160000009, '', может, BAD_CONSENT, может"
            })
    void what_cannot_be_read_says_why(
            String name, String phone, String birthday, String consent, Problem problem, String detail) {
        assertThat(outcome(name, phone, birthday, "", "", consent))
                .isEqualTo(new ImportOutcome(Kind.WRONG, problem, detail));
    }

    @Test
    void what_is_too_long_is_wrong() {
        assertThat(outcome("я".repeat(129), "+79160000009", "", "", "", "").problem())
                .isEqualTo(Problem.TOO_LONG);
        assertThat(outcome("Пётр", "+79160000009", "", "я".repeat(41), "", "").problem())
                .isEqualTo(Problem.TOO_LONG);
    }

    private Kind kind(String... cells) {
        return outcome(cells).kind();
    }

    private ImportOutcome outcome(String... cells) {
        return plan.next(row(cells)).outcome();
    }

    private Row row(String... cells) {
        return new Row(++line, List.of(cells));
    }
}
