package ru.trenergram.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may call what: each call of the API's description, made by everybody (API.md, "Access"). A new call without a row
 * here fails. The trainer's id stands in the path where {@code {telegram_id}} does; in the clients' own calls it is the
 * client's. "Owner" owns the club at which the trainer works and at whose location the bookings are.
 */
@IntegrationTest
class AccessMatrixIntegrationTest {

    private static final String TABLE = """
            call                                                | body   | nobody | stranger | other's client | other trainer | owner | client | trainer
            POST   /api/v1/auth/telegram                        | sign   | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/clubs                                |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/clubs/{id}                           |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/clubs/{id}/trainers                  |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/calendar/{secret}.ics                |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/qr/trainer/{telegram_id}.png         |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/qr/trainer/{telegram_id}.svg         |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/users/trainer/{telegram_id}          |        | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET    /api/v1/users/me                             |        | 401 | 200 | 200 | 200 | 200 | 200 | 200
            PUT    /api/v1/users/profile                        | empty  | 401 | 200 | 200 | 200 | 200 | 200 | 200
            POST   /api/v1/users/me/trainers                    | join   | 401 | 200 | 200 | 200 | 200 | 200 | 409
            DELETE /api/v1/users/me/trainers/{telegram_id}      |        | 401 | 404 | 404 | 404 | 404 | 204 | 404
            GET    /api/v1/users/me/calendar                    |        | 401 | 200 | 200 | 200 | 200 | 200 | 200
            POST   /api/v1/users/me/calendar/rotate             | empty  | 401 | 200 | 200 | 200 | 200 | 200 | 200
            PUT    /api/v1/users/trainer/{telegram_id}/settings | change | 401 | 404 | 404 | 404 | 404 | 404 | 200
            POST   /api/v1/users/trainer/{telegram_id}/reminders/preview | preview | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/users/trainer/{telegram_id}/clients  |        | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/users/trainer/{telegram_id}/clients/{client_id} | | 401 | 404 | 404 | 404 | 404 | 404 | 200
            PUT    /api/v1/users/trainer/{telegram_id}/clients/{client_id} | first | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/users/trainer/{telegram_id}/link     |        | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/users/client/{telegram_id}           |        | 401 | 404 | 404 | 404 | 404 | 200 | 200
            POST   /api/v1/users/trainer/{trainer_id}/client/{client_id}/topup | money | 401 | 404 | 404 | 404 | 404 | 404 | 201
            POST   /api/v1/users/trainer/{trainer_id}/client/{client_id}/adjustment | money | 401 | 404 | 404 | 404 | 404 | 404 | 201
            GET    /api/v1/users/trainer/{trainer_id}/client/{client_id}/ledger | | 401 | 404 | 404 | 404 | 404 | 200 | 200
            GET    /api/v1/slots/trainer/{telegram_id}          |        | 401 | 404 | 404 | 404 | 404 | 200 | 200
            GET    /api/v1/slots/trainer/{telegram_id}/day/{date} |      | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/slots/rules                          |        | 401 | 403 | 403 | 200 | 403 | 403 | 200
            PUT    /api/v1/slots/rules                          | week   | 401 | 403 | 403 | 200 | 403 | 403 | 200
            POST   /api/v1/slots/rules                          | rule   | 401 | 403 | 403 | 201 | 403 | 403 | 201
            PUT    /api/v1/slots/rules/{id}                     | rule   | 401 | 403 | 403 | 404 | 403 | 403 | 200
            DELETE /api/v1/slots/rules/{id}                     |        | 401 | 403 | 403 | 404 | 403 | 403 | 204
            GET    /api/v1/slots/exceptions                     |        | 401 | 403 | 403 | 200 | 403 | 403 | 200
            POST   /api/v1/slots/exceptions                     | off    | 401 | 403 | 403 | 201 | 403 | 403 | 201
            PUT    /api/v1/slots/exceptions/{id}                | off    | 401 | 403 | 403 | 404 | 403 | 403 | 200
            DELETE /api/v1/slots/exceptions/{id}                |        | 401 | 403 | 403 | 404 | 403 | 403 | 204
            GET    /api/v1/slots/blocks                         |        | 401 | 403 | 403 | 200 | 403 | 403 | 200
            POST   /api/v1/slots/blocks                         | block  | 401 | 403 | 403 | 201 | 403 | 403 | 201
            DELETE /api/v1/slots/blocks/{id}                    |        | 401 | 403 | 403 | 404 | 403 | 403 | 204
            GET    /api/v1/slots/trainer/{telegram_id}/days     |        | 401 | 404 | 404 | 404 | 404 | 404 | 200
            POST   /api/v1/bookings                             | book   | 401 | 404 | 404 | 404 | 404 | 201 | 201
            GET    /api/v1/bookings/trainer/{telegram_id}       |        | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/bookings/client/{telegram_id}        |        | 401 | 404 | 404 | 404 | 404 | 200 | 404
            GET    /api/v1/bookings/{id}                        |        | 401 | 404 | 404 | 404 | 404 | 200 | 200
            PUT    /api/v1/bookings/{id}                        | move   | 401 | 404 | 404 | 404 | 404 | 200 | 200
            PUT    /api/v1/bookings/{id}/confirm                | first  | 401 | 404 | 404 | 404 | 404 | 200 | 409
            PUT    /api/v1/bookings/{id}/decline                | first  | 401 | 404 | 404 | 404 | 404 | 200 | 409
            PUT    /api/v1/bookings/{id}/complete               | first  | 401 | 404 | 404 | 404 | 404 | 409 | 409
            PUT    /api/v1/bookings/{id}/no-show                | first  | 401 | 404 | 404 | 404 | 404 | 409 | 409
            DELETE /api/v1/bookings/{id}                        | seen   | 401 | 404 | 404 | 404 | 404 | 200 | 200
            GET    /api/v1/analytics/trainer/{telegram_id}      |        | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/analytics/trainer/{telegram_id}/export.csv |  | 401 | 404 | 404 | 404 | 404 | 404 | 200
            GET    /api/v1/analytics/trainer/{telegram_id}/export.xlsx | | 401 | 404 | 404 | 404 | 404 | 404 | 200
            POST   /api/v1/analytics/trainer/{telegram_id}/export | export | 401 | 404 | 404 | 404 | 404 | 404 | 202
            """;

    private static final List<Row> ROWS = TABLE.lines().skip(1).map(Row::of).toList();

    @Autowired
    Api api;

    @Autowired
    ApplicationContext application;

    private record Row(String method, String path, String body, List<Integer> statuses) {

        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            String[] call = cells.getFirst().split(" +");
            return new Row(
                    call[0],
                    call[1],
                    cells.get(1),
                    cells.stream().skip(2).map(Integer::valueOf).toList());
        }

        String call() {
            return method + " " + path;
        }
    }

    @Test
    void every_call_of_the_description_has_a_row() {
        List<String> described = new ArrayList<>();
        JsonMapper.shared()
                .readTree(api.page("/api/openapi.json").body())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(ROWS).extracting(Row::call).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everybody_gets_what_is_theirs_and_nothing_else() {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        Map<String, List<Integer>> seen = new LinkedHashMap<>();
        for (Row row : ROWS) {
            expected.put(row.call(), row.statuses());
            seen.put(row.call(), statuses(row));
        }

        assertThat(table(seen)).isEqualTo(table(expected));
    }

    /** Everybody is new in each row: what one call changes is no other's business. */
    private List<Integer> statuses(Row row) {
        List<Integer> statuses = new ArrayList<>();
        Cast cast = new Cast(application, api);
        for (int column = 0; column < row.statuses().size(); column++) {
            statuses.add(cast.make(cast.all().get(column), row.method(), row.path(), row.body())
                    .status());
        }
        return statuses;
    }

    private static String table(Map<String, List<Integer>> statuses) {
        return statuses.entrySet().stream()
                .map(row -> "%-58s %s".formatted(row.getKey(), row.getValue()))
                .collect(joining("\n"));
    }
}
