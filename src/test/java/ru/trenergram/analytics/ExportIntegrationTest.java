package ru.trenergram.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.analytics.Studio.Somebody;
import ru.trenergram.base.Money;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.Person;
import ru.trenergram.support.Together;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ExportIntegrationTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String NOVEMBER = "?from=2026-11-01&to=2026-11-30";

    @Autowired
    ApplicationContext application;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    Studio studio;

    @BeforeEach
    void a_trainer_with_a_client_of_a_dangerous_name() {
        studio = new Studio(application, MOSCOW);
        Somebody client = studio.client("=HYPERLINK(\"http://x\";\"y\")", Instant.parse("2026-11-01T09:00:00Z"));
        Instant start = Instant.parse("2026-11-10T22:30:00Z"); // the 11th in Moscow
        studio.session(client, start, start.plusSeconds(5_400), "COMPLETED", 250_050, "+7 916; \"нога\"");
        studio.entry(client, "TOPUP", 1_000_000, Instant.parse("2026-11-05T09:00:00Z"), "@наличными");
        studio.entry(client, "CHARGE", -250_050, start.minusSeconds(43_200), null);
        studio.entry(client, "ADJUSTMENT", -100, Instant.parse("2026-11-30T20:59:59Z"), "-скидка");
        studio.entry(client, "TOPUP", 5, Instant.parse("2026-11-30T21:00:00Z"), "уже декабрь");
    }

    @Test
    void a_russian_csv_has_bookings_and_entries_in_order_with_texts_made_harmless() {
        HttpResponse<byte[]> file = studio.phone.download(studio.path("/export.csv" + NOVEMBER));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"trenergram-2026-11-01-2026-11-30.csv\"");
        String name = "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"";
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .isEqualTo("\ufeff" + """
                "Когда";"Что";"Клиент";"Минут";"Статус";"Цена, ₽";"Сумма, ₽";"Баланс, ₽";"Комментарий"
                05.11.2026 12:00;"Пополнение";NAME;;;;10000,00;0,00;"'@наличными"
                10.11.2026 13:30;"Списание";NAME;;;;-2500,50;0,00;"За тренировку 10.11.2026 13:30"
                11.11.2026 01:30;"Тренировка";NAME;90;"проведена";2500,50;;;"'+7 916; ""нога""\"
                30.11.2026 23:59;"Корректировка";NAME;;;;-1,00;0,00;"'-скидка"
                """.replace("NAME", name).replace("\n", "\r\n"));
    }

    @Test
    void an_english_csv_has_commas_points_and_english_words() {
        String csv = new String(
                studio.phone
                        .speaking("en")
                        .download(studio.path("/export.csv" + NOVEMBER))
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\ufeff\"When\",\"What\",\"Client\",\"Minutes\",\"Status\"")
                .contains("2026-11-11 01:30,\"Session\",", ",90,\"completed\",2500.50,,,");
    }

    @Test
    void a_workbook_has_a_sheet_each_with_real_numbers_and_times() throws IOException {
        HttpResponse<byte[]> file = studio.phone.download(studio.path("/export.xlsx" + NOVEMBER));

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"trenergram-2026-11-01-2026-11-30.xlsx\"");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("Тренировки", "Операции");
            List<Row> sessions = workbook.getSheet(0).orElseThrow().read();
            List<Row> entries = workbook.getSheet(1).orElseThrow().read();
            assertThat(sessions).hasSize(2);
            assertThat(sessions.get(0).getCellText(1)).isEqualTo("Клиент");
            Row session = sessions.get(1);
            assertThat(session.getCellAsDate(0)).hasValue(LocalDateTime.of(2026, 11, 11, 1, 30));
            assertThat(session.getCellText(1)).isEqualTo("'=HYPERLINK(\"http://x\";\"y\")");
            assertThat(session.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(session.getCellAsNumber(4)).hasValue(new BigDecimal("2500.50"));
            assertThat(session.getCellText(5)).isEqualTo("'+7 916; \"нога\"");
            assertThat(entries).hasSize(4);
            assertThat(entries.get(2).getCell(3).getType()).isEqualTo(CellType.NUMBER);
            assertThat(entries.get(2).getCellAsNumber(3)).hasValue(new BigDecimal("-2500.50"));
            assertThat(entries.get(3).getCellText(5)).isEqualTo("'-скидка");
            assertThat(Stream.concat(sessions.stream(), entries.stream()).flatMap(Row::stream))
                    .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA);
        }
    }

    @Test
    void exports_at_once_do_not_mix() throws Exception {
        var other = new Studio(application, MOSCOW);
        other.cancelledSessions(
                other.client("Другая", Instant.parse("2026-11-01T09:00:00Z")),
                Instant.parse("2026-11-01T00:00:00Z"),
                5_000,
                "чужая заметка");
        List<Callable<byte[]>> downloads = Stream.of(studio, other, studio, other)
                .<Callable<byte[]>>map(one -> () ->
                        one.phone.download(one.path("/export.csv" + NOVEMBER)).body())
                .toList();

        List<byte[]> files = Together.atOnce(downloads);

        assertThat(files.get(0)).isEqualTo(files.get(2));
        assertThat(files.get(1)).isEqualTo(files.get(3));
        assertThat(new String(files.get(0), StandardCharsets.UTF_8))
                .hasLineCount(5)
                .doesNotContain("чужая");
        assertThat(new String(files.get(1), StandardCharsets.UTF_8))
                .hasLineCount(5_001)
                .doesNotContain("HYPERLINK");
    }

    @Test
    void the_bot_sends_the_file_once_however_often_the_request_is_repeated() {
        Person marina = Person.named("Марина", "ru", api);
        marina.sends("/start");
        Api.Client phone = api.signedIn(marina.telegramId(), "Марина");
        application
                .getBean(Trainers.class)
                .register(
                        application
                                .getBean(Users.class)
                                .byTelegramId(marina.telegramId())
                                .id(),
                        Money.rubles(250_000),
                        60,
                        MOSCOW,
                        null);
        String path = "/analytics/trainer/" + marina.telegramId() + "/export";
        Map<String, String> wish = Map.of("format", "xlsx", "from", "2026-11-01", "to", "2026-11-30");

        Answer first = phone.write("POST", path, wish, "one-key");
        Answer again = phone.write("POST", path, wish, "one-key");
        marina.sees("Ваши тренировки и операции: 1 нояб. 2026 г. – 30 нояб. 2026 г.");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.toString()).isEqualTo(first.toString());
        assertThat(first.json().path("file_name").asString()).isEqualTo("trenergram-2026-11-01-2026-11-30.xlsx");
        JsonNode document = documents(marina).getFirst();
        assertThat(documents(marina)).hasSize(1);
        assertThat(document.path("file_name").asString()).isEqualTo("trenergram-2026-11-01-2026-11-30.xlsx");
        HttpResponse<byte[]> file = api.nobody()
                .download(api.address(
                        "/simulator/api/files/" + document.path("file_id").asString()));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".xlsx");
        assertThat(file.body()).hasSize(document.path("file_size").asInt()).startsWith('P', 'K');
    }

    @Test
    void a_request_for_a_file_is_checked_before_it_is_accepted() {
        Api.Client phone = studio.phone;
        String path = studio.path("/export");

        assertThat(phone.post(path, Map.of("format", "pdf", "from", "2026-11-01", "to", "2026-11-30"))
                        .fieldError("format"))
                .isEqualTo("invalid");
        assertThat(phone.post(path, Map.of("format", "csv", "from", "2026-11-02", "to", "2026-11-01"))
                        .fieldError("to"))
                .isEqualTo("range");
        assertThat(phone.post(path, Map.of("format", "csv", "from", "2026-11-31", "to", "2026-12-01"))
                        .fieldError("from"))
                .isEqualTo("type");
        assertThat(phone.post(path, Map.of("format", "csv")).fieldError("from")).isEqualTo("required");
    }

    @Test
    void a_file_that_telegram_would_not_take_is_explained() {
        studio.cancelledSessions(
                studio.client("Анна", Instant.parse("2026-11-01T09:00:00Z")),
                Instant.parse("2026-01-01T00:00:00Z"),
                100_000,
                "ж".repeat(250));

        studio.phone.post(studio.path("/export"), Map.of("format", "csv", "from", "2026-01-01", "to", "2026-12-31"));

        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT payload ->> 'text' FROM telegram_outbox WHERE chat_id = ? ORDER BY id")
                                .param(studio.trainer.telegramId())
                                .query(String.class)
                                .list())
                .last()
                .asString()
                .contains("больше 50 МБ"));
    }

    private List<JsonNode> documents(Person person) {
        return api.nobody()
                .get(api.address("/simulator/api/chats/main/" + person.telegramId() + "/messages?after=0"))
                .json()
                .path("items")
                .valueStream()
                .filter(message -> message.has("document"))
                .map(message -> message.path("document"))
                .toList();
    }
}
