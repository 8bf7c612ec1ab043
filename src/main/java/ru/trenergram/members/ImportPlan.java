package ru.trenergram.members;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.ImportOutcome.Problem;
import ru.trenergram.members.UploadedTable.Row;

/**
 * What becomes of each row of an uploaded list. People are told apart by their phones; of somebody who is known only what
 * is missing is filled in, so that nothing is overwritten and the same list twice changes nothing. It is the same for the
 * preview and for the import itself, and takes the rows in their order: a later row finds what an earlier one has brought.
 */
final class ImportPlan {

    private static final Set<String> YES = Set.of("да", "yes", "true", "1", "+", "y", "д", "есть", "истина");
    private static final Set<String> NO = Set.of("нет", "no", "false", "0", "-", "n", "н", "ложь");
    private static final List<DateTimeFormatter> DATES = List.of(date("uuuu-M-d"), date("d.M.uuuu"), date("d/M/uuuu"));

    private final List<Optional<ImportField>> fields;
    private final Map<String, Known> known;
    private final LocalDate today;

    /**
     * @param known the club's clients by their phones, which this adds to
     * @param today at the club
     */
    ImportPlan(List<Optional<ImportField>> fields, Map<String, Known> known, LocalDate today) {
        this.fields = fields;
        this.known = known;
        this.today = today;
    }

    /** @param id null for somebody whom an earlier row brings */
    record Known(
            @Nullable Long id,
            MemberDetails details,
            @Nullable Boolean consent) {}

    /**
     * @param former null for somebody new
     * @param details what the record will say; null when it stays as it is
     */
    record Step(
            ImportOutcome outcome,
            @Nullable Known former,
            @Nullable MemberDetails details,
            @Nullable Boolean consent) {

        private static Step none(Kind kind, @Nullable Problem problem, @Nullable String detail) {
            return new Step(new ImportOutcome(kind, problem, detail), null, null, null);
        }
    }

    /** Some more of the club's clients; of whom the plan knows already it knows better. */
    void learn(Map<String, Known> more) {
        more.forEach(known::putIfAbsent);
    }

    Step next(Row row) {
        Optional<Boolean> consent;
        MemberDetails details;
        String phone = text(row, ImportField.PHONE);
        if (phone.isEmpty()) {
            return wrong(Problem.NO_PHONE, null);
        }
        try {
            consent = consent(text(row, ImportField.CONSENT));
            details = read(row, phone).checked(today);
        } catch (WrongCell wrong) {
            return wrong(wrong.problem, wrong.text);
        } catch (DomainException invalid) {
            return wrong(problem(invalid), null);
        }
        String number = Objects.requireNonNull(details.phone());
        Known former = known.get(number);
        if (former == null) {
            known.put(number, new Known(null, details, consent.orElse(null)));
            return new Step(new ImportOutcome(Kind.ADDED, null, null), null, details, consent.orElse(null));
        }
        return meet(former, details, consent.orElse(null));
    }

    private Step meet(Known former, MemberDetails brought, @Nullable Boolean consent) {
        MemberDetails has = former.details();
        if (!sameName(has.name(), brought.name())) {
            return Step.none(Kind.CONFLICT, Problem.OTHER_NAME, has.name());
        }
        if (differs(has.birthday(), brought.birthday())) {
            return Step.none(Kind.CONFLICT, Problem.OTHER_BIRTHDAY, String.valueOf(has.birthday()));
        }
        if (differs(former.consent(), consent)) {
            return Step.none(Kind.CONFLICT, Problem.OTHER_CONSENT, null);
        }
        List<String> tags = MemberDetails.united(has.tags(), brought.tags());
        String note = note(has.note(), brought.note());
        if (tags.size() > MemberDetails.MAX_TAGS || note != null && note.length() > MemberDetails.MAX_NOTE) {
            return wrong(Problem.TOO_LONG, null);
        }
        var united = new MemberDetails(
                has.name(), has.phone(), has.birthday() == null ? brought.birthday() : has.birthday(), tags, note);
        Boolean agreed = former.consent() == null ? consent : null;
        if (united.equals(has) && agreed == null) {
            return Step.none(Kind.UNCHANGED, null, null);
        }
        known.put(
                Objects.requireNonNull(brought.phone()),
                new Known(former.id(), united, agreed == null ? former.consent() : agreed));
        return new Step(new ImportOutcome(Kind.COMPLETED, null, null), former, united, agreed);
    }

    private MemberDetails read(Row row, String phone) {
        String name = (text(row, ImportField.NAME) + " " + text(row, ImportField.LAST_NAME)).strip();
        if (name.isEmpty()) {
            throw new WrongCell(Problem.NO_NAME, null);
        }
        String birthday = text(row, ImportField.BIRTHDAY);
        List<String> tags = Arrays.asList(text(row, ImportField.TAGS).split("[,;|]"));
        return new MemberDetails(
                name, phone, birthday.isEmpty() ? null : day(birthday), tags, text(row, ImportField.NOTE));
    }

    private String text(Row row, ImportField field) {
        int column = fields.indexOf(Optional.of(field));
        return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column);
    }

    private static LocalDate day(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException other) {
                continue;
            }
        }
        throw new WrongCell(Problem.BAD_BIRTHDAY, text);
    }

    private static Optional<Boolean> consent(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (YES.contains(word) || NO.contains(word)) {
            return Optional.of(YES.contains(word));
        }
        throw new WrongCell(Problem.BAD_CONSENT, text);
    }

    private static @Nullable String note(@Nullable String has, @Nullable String brought) {
        if (has == null || brought == null) {
            return has == null ? brought : has;
        }
        return has.contains(brought) ? has : has + "\n" + brought;
    }

    /** “Анна Петрова” and “ПЕТРОВА  Анна” are one name. */
    private static boolean sameName(String one, String other) {
        return words(one).equals(words(other));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(
                name.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().split("\\s+")));
    }

    private static boolean differs(@Nullable Object has, @Nullable Object brought) {
        return has != null && brought != null && !has.equals(brought);
    }

    private static Step wrong(Problem problem, @Nullable String detail) {
        return Step.none(Kind.WRONG, problem, detail);
    }

    private static Problem problem(DomainException invalid) {
        return switch (invalid.errors().getFirst().field()) {
            case "phone" -> Problem.BAD_PHONE;
            case "birthday" -> Problem.BAD_BIRTHDAY;
            default -> Problem.TOO_LONG;
        };
    }

    private static DateTimeFormatter date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static final class WrongCell extends RuntimeException {
        private final Problem problem;
        private final @Nullable String text;

        WrongCell(Problem problem, @Nullable String text) {
            super(problem.name(), null, false, false);
            this.problem = problem;
            this.text = text;
        }
    }
}
