package ru.trenergram.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.base.Settings;
import ru.trenergram.support.Api;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** A trainer's QR code, from the picture to the bot. */
@IntegrationTest
class ScanIntegrationTest {

    private static final AtomicLong IDS = new AtomicLong(7_200_000_000L);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Api api;

    @Autowired
    Settings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    private long trainer;
    private Api.Client phone;

    @BeforeEach
    void a_trainer_of_new_york() {
        clock.moveTo(MovableClock.START);
        trainer = IDS.incrementAndGet();
        phone = api.signedIn(trainer, "Анна");
        trainers.register(id(), Money.rubles(250_000), 60, ZoneId.of("America/New_York"), null);
    }

    @Test
    void a_scan_is_counted_and_leads_into_the_bot() throws Exception {
        HttpResponse<String> answer = scan(code());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("?start=q_" + code());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(scans()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"128, 128", "512, 512", "2048, 2048"})
    void the_picture_has_its_size_and_can_be_read_off_it(int size, int side) throws Exception {
        BufferedImage image = picture(size);

        assertThat(image.getWidth()).isEqualTo(side);
        assertThat(image.getHeight()).isEqualTo(side);
        assertThat(read(image)).isEqualTo(settings.baseUrl() + "/q/" + code());
    }

    @Test
    void four_modules_around_it_are_light() throws Exception {
        BufferedImage image = picture(1000);
        int quiet = 0;
        while ((image.getRGB(quiet, quiet) & 0xffffff) == 0xffffff) {
            quiet++;
        }
        int finder = 0;
        while ((image.getRGB(quiet + finder, quiet) & 0xffffff) == 0) {
            finder++;
        }

        assertThat(quiet * 7.0 / finder).isGreaterThanOrEqualTo(4); // the finder's edge is seven modules long
    }

    @ParameterizedTest
    @ValueSource(strings = {"127", "2049", "-1", "0", "x", "1e9"})
    void other_sizes_are_refused(String size) {
        for (String kind : List.of("png", "svg")) {
            assertThat(api.nobody()
                            .get("/qr/trainer/" + trainer + "." + kind + "?size=" + size)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void a_picture_that_is_to_be_kept_comes_as_a_file() {
        String path = "/qr/trainer/" + trainer + ".png";

        assertThat(api.nobody().get(path + "?download=true").http().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"trenergram-qr.png\"");
        assertThat(api.nobody().get(path).http().headers().firstValue("Content-Disposition"))
                .isEmpty();
    }

    @Test
    void of_fifty_scans_at_once_none_is_lost() throws Exception {
        String code = code();
        Callable<Integer> scanning = () -> scan(code).statusCode();

        List<Integer> statuses =
                atOnce(Stream.generate(() -> scanning).limit(50).toList());

        assertThat(statuses).containsOnly(302);
        assertThat(scans()).isEqualTo(50);
    }

    @Test
    void many_who_ask_for_a_new_code_at_once_get_the_same() throws Exception {
        Callable<String> asking = () -> read(picture(300));

        assertThat(atOnce(Stream.generate(() -> asking).limit(10).toList()).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void scans_are_kept_by_day_of_the_trainers_zone() throws Exception {
        clock.moveTo(Instant.parse("2026-12-01T04:59:00Z"));
        scan(code());
        clock.advance(Duration.ofMinutes(1));
        scan(code());
        scan(code());

        assertThat(jdbc.sql("""
                                SELECT day, scans FROM qr_scan_day JOIN qr_code ON qr_code.id = code_id
                                WHERE trainer_id = ? ORDER BY day
                                """)
                        .param(id())
                        .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getInt("scans")))
                        .list())
                .containsExactly(Map.entry(LocalDate.of(2026, 11, 30), 1), Map.entry(LocalDate.of(2026, 12, 1), 2));
    }

    @Test
    void what_only_looks_ahead_is_led_on_but_not_counted() throws Exception {
        String address = api.address("/q/" + code());
        List<HttpRequest> requests = List.of(
                HttpRequest.newBuilder(URI.create(address)).HEAD().build(),
                HttpRequest.newBuilder(URI.create(address))
                        .header("Sec-Purpose", "prefetch;prerender")
                        .build(),
                HttpRequest.newBuilder(URI.create(address))
                        .header("User-Agent", "TelegramBot (like TwitterBot)")
                        .build(),
                HttpRequest.newBuilder(URI.create(address))
                        .header("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")
                        .build());

        for (HttpRequest request : requests) {
            assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(302);
        }
        assertThat(scans()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ru,Этот код никуда не ведёт", "en,This code leads nowhere", "de,Этот код никуда не ведёт"})
    void an_unknown_code_says_so_in_the_visitors_language(String language, String title) throws Exception {
        for (String code : List.of("nobodys", "q_", "%D0%B6", "a/b", "", "x".repeat(3000))) {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(api.address("/q/" + code)))
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(answer.body()).contains("<h1>" + title + "</h1>");
        }
    }

    @Test
    void whoever_comes_by_a_scanned_code_is_the_trainers_client_and_known_to_have_come_by_it() {
        Person boris = Person.named("Борис", "ru", api);

        boris.sends("/start q_" + code());
        boris.sees("клиент тренера");

        long client = users.byTelegramId(boris.telegramId()).id();
        assertThat(roster.find(id(), client)).isPresent();
        assertThat(jdbc.sql("SELECT source FROM users WHERE id = ?")
                        .param(client)
                        .query(String.class)
                        .single())
                .isEqualTo("q_" + code());
    }

    @InBothLanguages
    void a_dead_code_is_answered_in_the_bot_and_in_the_api(String language) {
        Person boris = Person.named("Борис", language, api);

        boris.sends("/start q_nobodys");
        boris.sees(text("join.dead_code"));
        assertThat(phone.post("/users/me/trainers", Map.of("code", "q_nobodys")).status())
                .isEqualTo(404);
        assertThat(phone.post("/users/me/trainers", Map.of("code", "q_" + code()))
                        .code())
                .isEqualTo("own_link");
    }

    private long id() {
        return users.byTelegramId(trainer).id();
    }

    private String code() {
        try {
            return read(picture(400)).replaceFirst(".*/q/", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long scans() {
        return phone.get("/users/trainer/" + trainer + "/link")
                .json()
                .path("scans")
                .asLong(-1);
    }

    private HttpResponse<String> scan(String code) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(api.address("/q/" + code))).build(), BodyHandlers.ofString());
    }

    private BufferedImage picture(int size) throws Exception {
        byte[] bytes = HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create(api.address("/api/v1/qr/trainer/" + trainer + ".png?size=" + size)))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static String read(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(DecodeHintType.PURE_BARCODE, true)) // the picture is the code, there is none to be found
                .getText();
    }
}
