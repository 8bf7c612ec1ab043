package ru.trenergram.clubs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubLocation;
import ru.trenergram.clubs.ClubLocations;
import ru.trenergram.clubs.ClubProfile;
import ru.trenergram.clubs.ClubSettings;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

class SettingsViewTest extends PanelTest {

    @Autowired
    ClubSettings settings;

    @Autowired
    ClubLocations locations;

    private long club;
    private long owner;

    @BeforeEach
    void a_club() {
        club = ownClub("PRO");
        owner = staffMembers.owners(club).getFirst();
    }

    @Test
    void the_owner_changes_the_clubs_name_and_hides_it() {
        open();
        test(field("Название")).setValue("Титан");
        find(Checkbox.class).withLabel("Клуб виден всем").single().setValue(false);

        save();

        assertThat(notice()).isEqualTo("Сохранено");
        ClubProfile now = settings.get(owner, club);
        assertThat(now.name()).isEqualTo("Титан");
        assertThat(now.listed()).isFalse();
        assertThat(clubs.find(club)).isEmpty();
    }

    @Test
    void what_cannot_be_is_told_at_its_field_and_stays_there() {
        open();
        test(field("Название")).setValue("   ");

        save();

        assertThat(field("Название").isInvalid()).isTrue();
        assertThat(field("Название").getErrorMessage()).isEqualTo("Заполните это поле.");
        assertThat(settings.get(owner, club).name()).isEqualTo("Атлант");

        test(field("Название")).setValue("ж".repeat(101));
        save();
        assertThat(field("Название").getErrorMessage()).contains("от 1 до 100");
    }

    @Test
    void what_somebody_else_saved_meanwhile_is_told_and_nothing_typed_is_lost() {
        open();
        test(field("Название")).setValue("Титан");
        settings.change(
                owner, club, 0, new ClubSettings.Wish("Олимп", "Самара", "Мира, 5", ZoneId.of("Europe/Samara"), true));

        save();

        assertThat(notice()).contains("«Олимп», Самара, Мира, 5, время — Самара");
        assertThat(field("Название").getValue()).isEqualTo("Титан");
        assertThat(settings.get(owner, club).name()).isEqualTo("Олимп");

        save();
        assertThat(settings.get(owner, club).name()).isEqualTo("Титан");
    }

    @Test
    void a_location_is_added_with_its_hours() {
        open();
        test(find(Button.class).withText("Добавить зал").single()).click();
        test(field("Название зала")).setValue("Второй зал");
        test(find(TextField.class)
                        .withLabel("Адрес")
                        .from(find(LocationDialog.class).single())
                        .single())
                .setValue("Арбат, 2");
        find(Checkbox.class).withLabel("понедельник").single().setValue(true);

        saveLocation();

        assertThat(page()).contains("Второй зал").contains("Арбат, 2").contains("пн  09:00–21:00");
        assertThat(locations.list(owner, club)).hasSize(2);
    }

    @Test
    void a_location_that_somebody_else_saved_meanwhile_is_told_and_can_be_saved_over() {
        ClubLocation location = locations.list(owner, club).getFirst();
        open();
        test(find(Button.class).withText("Изменить").single()).click();
        test(field("Название зала")).setValue("Мой зал");
        locations.change(
                owner, club, location.id(), location.version(), new ClubLocations.Wish("Их зал", "Мира, 5", Map.of()));

        saveLocation();
        assertThat(notice()).contains("«Их зал», Мира, 5");
        assertThat(locations.list(owner, club).getFirst().name()).isEqualTo("Их зал");

        saveLocation();
        assertThat(locations.list(owner, club).getFirst().name()).isEqualTo("Мой зал");
    }

    private void saveLocation() {
        test(find(Button.class)
                        .withText("Сохранить")
                        .from(find(LocationDialog.class).single())
                        .single())
                .click();
    }

    @Test
    void a_location_with_sessions_ahead_says_how_many_and_stays_open() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-11-30T12:00:00Z");
        book(trainer, client, "2026-12-01T12:00:00Z");
        open();

        close();

        assertThat(notice()).contains("Здесь впереди ещё есть тренировки: 2");
        assertThat(locations.list(owner, club).getFirst().closed()).isFalse();
    }

    @Test
    void a_location_is_closed_and_opened_again() {
        open();

        close();
        assertThat(page()).contains("Закрыт: записывать сюда нельзя");
        assertThat(locations.list(owner, club).getFirst().closed()).isTrue();

        test(find(Button.class).withText("Открыть снова").single()).click();
        assertThat(locations.list(owner, club).getFirst().closed()).isFalse();
    }

    @Test
    void a_location_that_somebody_else_has_changed_is_not_closed_unseen() {
        open();
        ClubLocation seen = locations.list(owner, club).getFirst();
        locations.change(owner, club, seen.id(), 0, new ClubLocations.Wish("Другой", "Адрес", Map.of()));

        close();

        assertThat(notice()).isEqualTo("Данные успели измениться. Посмотрите и повторите.");
        assertThat(page()).contains("Другой");
    }

    @Test
    void a_photo_is_drawn_anew_and_anything_else_is_refused() throws IOException {
        open();
        PhotoField photo = find(PhotoField.class).single();

        photo.uploaded("<svg onload=alert(1)>".getBytes());
        assertThat(notice()).startsWith("Это не похоже на фото");
        assertThat(settings.get(owner, club).photoUrl()).isNull();

        photo.uploaded(png());
        assertThat(find(Image.class).from(photo).single().getSrc())
                .matches("/photos/clubs/" + club + "/[0-9a-f]{24}\\.jpg");
        test(find(Button.class).withText("Убрать фото").single()).click();
        assertThat(settings.get(owner, club).photoUrl()).isNull();
    }

    @Test
    void a_club_without_locations_says_what_they_are_for() {
        long bare = clubs.found("Пустой", "Москва", "Мира, 1", MOSCOW, "PRO", owner);

        go("club/" + bare + "/settings");

        assertThat(page()).contains("Залов пока нет");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void others_read_the_settings(StaffRole role) {
        signInAs(role, club);

        open();

        assertThat(field("Название").isReadOnly()).isTrue();
        assertThat(find(Button.class).withText("Сохранить").exists()).isFalse();
        assertThat(find(Button.class).withText("Добавить зал").exists()).isFalse();
    }

    @Test
    void to_a_stranger_the_settings_are_not_there() {
        signIn(person("Прохожий"));

        open();

        assertThat(page()).contains("Здесь ничего нет").doesNotContain("Атлант");
    }

    private void open() {
        go("club/" + club + "/settings");
    }

    private void save() {
        test(find(Button.class).withText("Сохранить").single()).click();
    }

    private void close() {
        test(find(Button.class).withText("Закрыть зал").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).all().getFirst();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }
}
