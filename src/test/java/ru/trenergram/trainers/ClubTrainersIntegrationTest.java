package ru.trenergram.trainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** A club's trainers, and what of a trainer's profile can be read and changed. */
@IntegrationTest
class ClubTrainersIntegrationTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final AtomicLong IDS = new AtomicLong(7_100_000_000L);

    @Autowired
    Api api;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    private long owner;
    private long club;

    @BeforeEach
    void a_club() {
        owner = id(somebody());
        club = clubs.found("Клуб", "Москва", "Тверская, 1", MOSCOW, "PRO", owner);
    }

    @Test
    void the_public_list_has_who_is_approved_and_wants_to_be_seen_and_is_paged() {
        List<Long> shown = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            shown.add(approved());
        }
        long hidden = approved();
        api.signedIn(hidden, "Тень")
                .put("/users/trainer/" + hidden + "/settings", Map.of("listed", false, "version", 0));
        trainer(club);

        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.nobody()
                    .get("/clubs/" + club + "/trainers?limit=2" + cursor)
                    .json();
            page.path("items")
                    .forEach(item -> paged.add(item.path("telegram_id").asLong()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(shown);
        assertThat(api.nobody().get("/clubs/" + club + "/trainers?cursor=x").status())
                .isEqualTo(422);
        assertThat(api.nobody().get("/clubs/999999/trainers").status()).isEqualTo(404);
    }

    @Test
    void settings_take_the_version_as_if_match_and_the_profile_tells_it_as_etag() {
        long trainer = trainer(null);
        Api.Client phone = api.signedIn(trainer, "Анна");
        String path = "/users/trainer/" + trainer;

        Answer own = phone.get(path);
        assertThat(own.http().headers().firstValue("ETag")).contains("\"0\"");
        assertThat(own.json().has("rating")).isTrue();
        assertThat(api.nobody().get(path).http().headers().firstValue("ETag")).isEmpty();

        Map<String, Object> change = Map.of("about", "О себе");
        assertThat(phone.sending("If-Match", "\"0\"")
                        .put(path + "/settings", change)
                        .status())
                .isEqualTo(200);
        assertThat(phone.sending("If-Match", "\"0\"")
                        .put(path + "/settings", change)
                        .code())
                .isEqualTo("stale_version");
        assertThat(phone.put(path + "/settings", change).fieldError("version")).isEqualTo("required");
    }

    @Test
    void a_session_is_as_long_as_it_can_be_booked_or_as_it_was() {
        long trainer = somebody();
        trainers.register(id(trainer), Money.rubles(250_000), 61, MOSCOW, null);
        Api.Client phone = api.signedIn(trainer, "Анна");
        String path = "/users/trainer/" + trainer + "/settings";

        assertThat(phone.put(path, Map.of("session_minutes", 47, "version", 0)).fieldError("session_minutes"))
                .isEqualTo("multiple");
        assertThat(phone.put(path, Map.of("session_minutes", 61, "about", "О себе", "version", 0))
                        .status())
                .isEqualTo(200);
        assertThat(phone.put(path, Map.of("session_minutes", 45, "version", 1)).status())
                .isEqualTo(200);
    }

    private long approved() {
        long trainer = trainer(club);
        clubTrainers.approve(owner, club, id(trainer));
        return trainer;
    }

    private long trainer(@org.jspecify.annotations.Nullable Long atClub) {
        long trainer = somebody();
        trainers.register(id(trainer), Money.rubles(250_000), 60, MOSCOW, atClub);
        return trainer;
    }

    private long somebody() {
        long telegramId = IDS.incrementAndGet();
        api.signedIn(telegramId, "Кто-то");
        return telegramId;
    }

    private long id(long telegramId) {
        return users.byTelegramId(telegramId).id();
    }
}
