package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.MemberImport.State;
import ru.trenergram.support.Together;

/** A list of clients goes from a file into a club's records. */
class MemberImportsIntegrationTest extends MembersTest {

    private static final String LIST = """
        Имя;Фамилия;Телефон;День рождения;Метки;Согласие
        Анна;Петрова;8 916 000-00-01;17.05.1990;VIP, бокс;да
        Пётр;Сидоров;+79160000002;;;
        Без;Номера;;;;
        Ева;Ким;+79160000003;31.02.1990;;
        Павел;Иной;+79160000004;;;
        """;

    @Autowired
    MemberImports imports;

    @Autowired
    ImportSteps steps;

    @Autowired
    ImportReport report;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_list_is_looked_at_applied_and_reported_on() throws IOException {
        member("Павел", "+79160000004");
        member("Пётр Сидоров", "+79160000002", "старый");
        long id = upload(LIST);

        assertThat(imports.preview(owner, club, id).counts())
                .isEqualTo(Map.of(Kind.ADDED, 1, Kind.UNCHANGED, 1, Kind.WRONG, 2, Kind.CONFLICT, 1));
        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(2);

        apply(id);

        MemberImport done = imports.get(owner, club, id);
        assertThat(done.outcomes())
                .isEqualTo(Map.of(Kind.ADDED, 1, Kind.UNCHANGED, 1, Kind.WRONG, 2, Kind.CONFLICT, 1));
        Member anna =
                list.page(owner, club, MemberFilter.ALL, null, 1).getFirst().member();
        assertThat(anna.name()).isEqualTo("Анна Петрова");
        assertThat(anna.phone()).isEqualTo("+79160000001");
        assertThat(anna.birthday()).isEqualTo(LocalDate.of(1990, 5, 17));
        assertThat(anna.tags()).containsExactly("VIP", "бокс");
        assertThat(anna.consent()).isEqualTo(new Member.Consent(true, clock.instant(), "Марина"));
        assertThat(anna.source()).isEqualTo(Member.Source.IMPORT);
        assertThat(reported(id))
                .contains("\"Без\";\"Номера\"", "Нет телефона", "31.02.1990", "Этот телефон у клиента «Павел»")
                .doesNotContain("Сидоров");
    }

    @Test
    void the_same_list_twice_or_at_once_makes_nobody_twice() throws Exception {
        long first = upload(LIST);
        long second = upload(LIST);
        imports.start(owner, club, first);
        imports.start(owner, club, second);
        Together.atOnce(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    while (steps.apply(i % 2 == 0 ? first : second)) {}
                    return true;
                })
                .toList());
        awaitDone(first);
        awaitDone(second);

        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(3);
        assertThat(imports.get(owner, club, first).count(Kind.ADDED)
                        + imports.get(owner, club, second).count(Kind.ADDED))
                .isEqualTo(3);
        long third = upload(LIST);
        apply(third);
        assertThat(imports.get(owner, club, third).count(Kind.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void what_somebody_changes_meanwhile_is_completed_and_not_overwritten() throws Exception {
        Member anna = members.get(owner, club, member("Анна Петрова", "+79160000001"));
        long id = upload(LIST);
        var changed = new CompletableFuture<Void>();
        var met = new CompletableFuture<Void>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var edit = threads.submit(() -> transaction.execute(_ -> {
                var note = new MemberDetails(anna.name(), anna.phone(), null, List.of(), "Новая заметка");
                members.change(owner, club, anna.id(), anna.version(), note);
                changed.complete(null);
                return met.join();
            }));
            changed.join();
            imports.start(owner, club, id);
            await().untilAsserted(() -> assertThat(waiting()).isPositive());
            met.complete(null);
            edit.get();
        }
        awaitDone(id);

        Member now = members.get(owner, club, anna.id());
        assertThat(now.note()).isEqualTo("Новая заметка");
        assertThat(now.tags()).containsExactly("VIP", "бокс");
    }

    private int waiting() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }

    @Test
    void rows_of_one_phone_meet_each_other() {
        long id = upload("""
            name,phone,tags
            Anna,+79160000001,a
            anna,89160000001,b
            Eve,+79160000001,
            """);

        Map<Kind, Integer> expected = Map.of(Kind.ADDED, 1, Kind.COMPLETED, 1, Kind.CONFLICT, 1);
        assertThat(imports.preview(owner, club, id).counts()).isEqualTo(expected);
        apply(id);
        assertThat(imports.get(owner, club, id).outcomes()).isEqualTo(expected);
        assertThat(list.page(owner, club, MemberFilter.ALL, null, 2)
                        .getFirst()
                        .member()
                        .tags())
                .containsExactly("a", "b");
    }

    @Test
    void the_columns_can_be_said_otherwise_until_it_starts() {
        long id = upload("Кто;Куда\nАнна;+79160000001\n");
        refused(ErrorCode.VALIDATION_FAILED, () -> imports.start(owner, club, id));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> imports.chooseFields(
                        owner, club, id, List.of(Optional.of(ImportField.NAME), Optional.of(ImportField.NAME))));

        imports.chooseFields(owner, club, id, List.of(Optional.of(ImportField.NAME), Optional.of(ImportField.PHONE)));
        apply(id);

        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(1);
        refused(ErrorCode.INVALID_TRANSITION, () -> imports.start(owner, club, id));
        refused(ErrorCode.INVALID_TRANSITION, () -> imports.discard(owner, club, id));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void only_owners_and_managers_import(StaffRole role) {
        long id = upload(LIST);
        long staff = staff(role);

        refused(ErrorCode.FORBIDDEN, () -> imports.upload(staff, club, "a.csv", LIST.getBytes(StandardCharsets.UTF_8)));
        refused(ErrorCode.FORBIDDEN, () -> imports.get(staff, club, id));
        refused(ErrorCode.FORBIDDEN, () -> imports.start(staff, club, id));
        refused(ErrorCode.FORBIDDEN, () -> imports.preview(staff, club, id));
        refused(ErrorCode.FORBIDDEN, () -> imports.leftOut(staff, club, id, 0, 1));
        refused(ErrorCode.FORBIDDEN, () -> imports.recent(staff, club));
    }

    @Test
    void another_clubs_import_is_not_there() {
        long id = upload(LIST);
        long otherOwner = person("Олег");
        long otherClub = club("Север", "PRO", otherOwner);

        refused(ErrorCode.NOT_FOUND, () -> imports.get(otherOwner, otherClub, id));
        refused(ErrorCode.NOT_FOUND, () -> imports.start(otherOwner, otherClub, id));
        assertThat(imports.recent(otherOwner, otherClub)).isEmpty();
    }

    @Test
    void what_was_uploaded_is_forgotten_after_a_week() {
        long id = upload(LIST);
        assertThat(imports.recent(owner, club)).hasSize(1);

        clock.advance(MemberImports.KEPT);
        imports.forget();

        assertThat(imports.recent(owner, club)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> imports.get(owner, club, id));
        assertThat(jdbc.sql("SELECT count(*) FROM member_import_row WHERE import_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ten_thousand_rows_take_seconds() {
        var file = new StringBuilder("Имя;Телефон;Метки;Заметка\n");
        IntStream.range(0, 10_000)
                .forEach(i -> file.append("Клиент ")
                        .append(i)
                        .append(";+7916")
                        .append(1_000_000 + i)
                        .append(";a, b;строка ")
                        .append(i)
                        .append('\n'));
        long before = System.nanoTime();
        long id = upload(file.toString());
        long uploaded = System.nanoTime();
        assertThat(imports.preview(owner, club, id).counts()).isEqualTo(Map.of(Kind.ADDED, 10_000));
        long previewed = System.nanoTime();
        apply(id);
        long applied = System.nanoTime();

        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(10_000);
        org.slf4j.LoggerFactory.getLogger(getClass())
                .info(
                        "10 000 rows: read in {} ms, looked at in {} ms, applied in {} ms",
                        Duration.ofNanos(uploaded - before).toMillis(),
                        Duration.ofNanos(previewed - uploaded).toMillis(),
                        Duration.ofNanos(applied - previewed).toMillis());
        assertThat(Duration.ofNanos(applied - before)).isLessThan(Duration.ofSeconds(60));
    }

    private long upload(String file) {
        return imports.upload(owner, club, "клиенты.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private void apply(long id) {
        imports.start(owner, club, id);
        awaitDone(id);
    }

    private void awaitDone(long id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.get(owner, club, id).state() == State.DONE);
    }

    private String reported(long id) throws IOException {
        var out = new ByteArrayOutputStream();
        report.write(owner, club, id, Locale.of("ru"), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
