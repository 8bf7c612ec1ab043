package ru.trenergram.qr.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.qr.ClubQrCode;
import ru.trenergram.qr.ClubQrCodes;
import ru.trenergram.qr.QrSheets;
import ru.trenergram.qr.Scans;
import ru.trenergram.support.PanelTest;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class QrViewTest extends PanelTest {

    private static final Locale RUSSIAN = Locale.of("ru");

    @Autowired
    ClubQrCodes codes;

    @Autowired
    QrSheets sheets;

    @Autowired
    Scans scans;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long owner;

    @BeforeEach
    void a_club() {
        club = ownClub("PRO");
        owner = staffMembers.owners(club).getFirst();
    }

    @Test
    void the_clubs_own_code_is_there_from_the_start() {
        open("");

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("Код клуба");
        assertThat(find(Button.class).withText("Выключить").exists()).isFalse();
    }

    @Test
    void another_code_is_named_by_where_it_hangs_and_shown_at_once() {
        open("");
        add("Стойка");

        assertThat(test(grid()).getCellText(1, 0)).isEqualTo("Стойка");
        assertThat(grid().getSelectedItems()).extracting(ClubQrCode::name).containsExactly("Стойка");
    }

    @Test
    void a_code_without_a_name_is_refused_and_the_dialog_stays() {
        open("");

        add("  ");

        TextField name = find(TextField.class).single();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Заполните это поле.");
        assertThat(codes.list(owner, club)).hasSize(1);
    }

    @Test
    void a_name_that_somebody_else_has_changed_meanwhile_is_told() {
        long id = codes.add(owner, club, "Стойка");
        open("?code=" + id);
        codes.rename(owner, club, id, "Стойка", "Бар");

        test(find(Button.class).withText("Переименовать").single()).click();
        test(find(TextField.class).single()).setValue("Вход");
        test(find(Button.class).withText("Сохранить").single()).click();

        assertThat(notice()).startsWith("Данные успели измениться");
        assertThat(names()).contains("Бар");
        test(find(Button.class).withText("Переименовать").single()).click();
        assertThat(find(TextField.class).single().getValue()).isEqualTo("Бар");
    }

    @Test
    void a_code_that_is_off_leads_nowhere_until_it_is_on_again() {
        long id = codes.add(owner, club, "Плакат");
        String code = code(id);
        open("?code=" + id);

        test(find(Button.class).withText("Выключить").single()).click();
        assertThat(scans.scanned(code, true)).isEmpty();
        assertThat(page()).contains("Код выключен: кто его сканирует, никуда не попадёт");

        test(find(Button.class).withText("Включить").single()).click();
        assertThat(scans.scanned(code, true)).isPresent();
    }

    @Test
    void scans_and_those_who_came_by_a_code_are_counted_by_the_day() {
        long id = codes.add(owner, club, "Плакат");
        String code = code(id);
        scans.scanned(code, true);
        scans.scanned(code, true);
        users.seen(Bot.MAIN, new TelegramPerson(7_790_000_000L + id, "Новая", null, null, "ru"), "q_" + code);

        open("?code=" + id);

        assertThat(test(grid()).getCellText(1, 3)).isEqualTo("2");
        assertThat(test(grid()).getCellText(1, 4)).isEqualTo("1");
        assertThat(find(Plot.class).all().getFirst().summary()).contains("Плакат: всего 2, больше всего 2 (30 нояб.)");
        assertThat(find(Plot.class).all().get(1).summary()).contains("Плакат: всего 1");
        LocalDate today = LocalDate.parse("2026-11-30");
        assertThat(codes.days(owner, club, today.minusDays(1), today.minusDays(1)))
                .isEmpty();
    }

    @Test
    void a_poster_has_the_clubs_name_in_russian_and_a_code_that_a_camera_reads() throws Exception {
        long id = codes.add(owner, club, "Стойка");
        byte[] pdf = sheets.make(owner, club, id, QrSheets.Form.POSTER, RUSSIAN);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Атлант")
                    .contains("Запишитесь на тренировку")
                    .contains("Стойка");
            var picture = new BufferedImageLuminanceSource(new PDFRenderer(document).renderImageWithDPI(0, 100));
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                            .getText())
                    .endsWith("/q/" + code(id));
        }
    }

    @Test
    void cards_are_ten_on_a_page_and_survive_any_name() throws IOException {
        jdbc.sql("UPDATE club SET name = ? WHERE id = ?")
                .params("🏋 " + "Оченьдлинноеназваниебезпробелов".repeat(3), club)
                .update();
        long id = codes.list(owner, club).getFirst().id();

        try (PDDocument document = Loader.loadPDF(sheets.make(owner, club, id, QrSheets.Form.CARDS, RUSSIAN))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text.split("Запишитесь", -1)).hasSize(11);
        }
    }

    @Test
    void taking_a_picture_marks_the_code_as_printed() {
        long id = codes.list(owner, club).getFirst().id();

        sheets.make(owner, club, id, QrSheets.Form.SVG, RUSSIAN);

        assertThat(jdbc.sql("SELECT printed_at IS NOT NULL FROM qr_code WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void readers_see_the_figures_and_take_nothing_away() {
        codes.add(owner, club, "Стойка");
        signInAs(StaffRole.READONLY, club);

        open("");

        assertThat(test(grid()).size()).isEqualTo(1); // nobody has looked for the club's own code yet
        assertThat(find(Button.class).withText("Новый код").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Плакат A4").exists()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void those_who_hand_out_codes_make_and_print_them(StaffRole role) {
        long id = codes.add(owner, club, "Стойка");
        long member = person("Пётр");
        staffMembers.add(club, member, role);
        boolean may = role == StaffRole.OWNER || role == StaffRole.MANAGER || role == StaffRole.MARKETING;

        for (Runnable action : List.<Runnable>of(
                () -> codes.add(member, club, "Ещё"),
                () -> codes.rename(member, club, id, "Стойка", "Стойка"),
                () -> codes.switchTo(member, club, id, true),
                () -> sheets.make(member, club, id, QrSheets.Form.PNG, RUSSIAN))) {
            if (may) {
                action.run();
            } else {
                assertThatThrownBy(action::run)
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
            }
        }
    }

    @Test
    void a_foreign_clubs_code_is_not_there() {
        long foreign = person("Олег");
        long other = club("Север", "PRO", foreign);
        long id = codes.add(owner, club, "Стойка");

        for (Runnable action : List.<Runnable>of(
                () -> codes.switchTo(foreign, other, id, false),
                () -> sheets.make(foreign, other, id, QrSheets.Form.PNG, RUSSIAN),
                () -> codes.list(foreign, club))) {
            assertThatThrownBy(action::run)
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    private void add(String name) {
        test(find(Button.class).withText("Новый код").single()).click();
        test(find(TextField.class).single()).setValue(name);
        test(find(Button.class).withText("Сохранить").single()).click();
    }

    private List<String> names() {
        return codes.list(owner, club).stream().map(ClubQrCode::name).toList();
    }

    private String code(long id) {
        return jdbc.sql("SELECT code FROM qr_code WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void open(String query) {
        go("club/" + club + "/qr" + query);
    }

    private QrGrid grid() {
        return find(QrGrid.class).single();
    }
}
