package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.support.Api;
import ru.trenergram.support.PanelTest;
import ru.trenergram.support.Together;

/** A club's settings, photo and locations: who may change them, and what cannot happen to them. */
class ClubSettingsIntegrationTest extends PanelTest {

    @Autowired
    ClubSettings settings;

    @Autowired
    ClubLocations locations;

    @Autowired
    ClubPhotos photos;

    @Autowired
    AuditLog audit;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long owner;
    private long location;

    @BeforeEach
    void a_club() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
        location = locations.list(owner, club).getFirst().id();
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void owners_and_managers_set_the_club_up(StaffRole role) {
        long member = person("Пётр");
        staffMembers.add(club, member, role);
        boolean may = role == StaffRole.OWNER || role == StaffRole.MANAGER;

        assertThat(refusal(() -> settings.change(member, club, 0, wish("Титан")))
                        .isEmpty())
                .isEqualTo(may);
        assertThat(refusal(() -> locations.add(member, club, place("Зал"))).isEmpty())
                .isEqualTo(may);
        assertThat(refusal(() -> locations.close(member, club, location, 0)).isEmpty())
                .isEqualTo(may);
        assertThat(refusal(() -> photos.change(member, club, picture("png", 3, 2)))
                        .isEmpty())
                .isEqualTo(may);
    }

    @Test
    void a_foreign_clubs_location_is_not_there() {
        long foreign = person("Олег");
        long other = club("Север", "PRO", foreign);

        assertThat(refusal(() -> locations.change(foreign, other, location, 0, place("Моё"))))
                .hasValue(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> locations.close(foreign, club, location, 0))).hasValue(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_audit_has_what_was_changed_and_nothing_else() {
        settings.change(owner, club, 0, wish("Титан"));

        var entry = audit.entries(AuditLog.Filter.of(Changed.Thing.CLUB, club), null, 1)
                .getFirst();
        assertThat(entry.actorId()).isEqualTo(owner);
        assertThat(entry.before()).isEqualTo(Map.of("name", "Атлант"));
        assertThat(entry.after()).isEqualTo(Map.of("name", "Титан"));
    }

    @Test
    void of_two_edits_at_once_one_is_told_that_it_is_late() throws Exception {
        List<Callable<Optional<ErrorCode>>> edits = List.of(
                () -> refusal(() -> settings.change(owner, club, 0, wish("Титан"))),
                () -> refusal(() -> settings.change(owner, club, 0, wish("Олимп"))));

        assertThat(Together.atOnce(edits))
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.STALE_VERSION));
    }

    @Test
    void hours_are_kept_by_the_day_up_to_midnight() {
        var hours = Map.of(
                DayOfWeek.FRIDAY, new OpeningHours(LocalTime.of(7, 30), LocalTime.MIDNIGHT),
                DayOfWeek.SUNDAY, new OpeningHours(LocalTime.of(10, 0), LocalTime.of(18, 0)));

        locations.change(owner, club, location, 0, new ClubLocations.Wish("Зал", "Тверская, 1", hours));

        assertThat(locations.list(owner, club).getFirst().hours()).isEqualTo(hours);
    }

    @Test
    void a_closed_location_takes_no_bookings() {
        long trainer = trainer(club, "Анна");
        locations.close(owner, club, location, 0);

        var booking = book(trainer, clientOf(trainer, "Клим"), "2026-11-30T12:00:00Z");

        assertThat(booking.locationId()).isNull();
    }

    @RepeatedTest(5)
    void nobody_books_at_a_location_that_is_being_closed() throws Exception {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        List<Callable<Boolean>> deeds = List.of(
                () -> refusal(() -> locations.close(owner, club, location, 0)).isEmpty(),
                () -> book(trainer, client, "2026-11-30T12:00:00Z").locationId() == null);

        List<Boolean> answers = Together.atOnce(deeds);

        assertThat(answers.get(0)).as("closed, or booked there").isEqualTo(answers.get(1));
    }

    @Test
    void a_photo_is_kept_as_a_small_jpeg_and_served_for_good() throws IOException {
        photos.change(owner, club, picture("png", 3200, 1600));
        String address = settings.get(owner, club).photoUrl();

        HttpResponse<byte[]> answer = api.file(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(1600);
        assertThat(api.nobody().get("/clubs/" + club).json().path("photo_url").asString())
                .endsWith(address)
                .startsWith("http");
    }

    @Test
    void an_old_address_of_a_photo_leads_nowhere() {
        photos.change(owner, club, picture("png", 3, 2));
        String first = settings.get(owner, club).photoUrl();

        photos.change(owner, club, picture("jpeg", 30, 20));

        assertThat(api.file(first).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_photo_is_refused() {
        for (byte[] file :
                List.of(new byte[0], "GIF89a".getBytes(), new byte[ClubPhotos.MAX_BYTES + 1], picture("gif", 3, 2))) {
            assertThat(refusal(() -> photos.change(owner, club, file))).hasValue(ErrorCode.VALIDATION_FAILED);
        }
        assertThat(settings.get(owner, club).photoUrl()).isNull();
    }

    private static ClubSettings.Wish wish(String name) {
        return new ClubSettings.Wish(name, "Москва", "Тверская, 1", ZoneId.of("Europe/Moscow"), true);
    }

    private static ClubLocations.Wish place(String name) {
        return new ClubLocations.Wish(name, "Арбат, 2", Map.of());
    }

    private static byte[] picture(String format, int width, int height) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<ErrorCode> refusal(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (DomainException refusal) {
            return Optional.of(refusal.code());
        }
    }
}
