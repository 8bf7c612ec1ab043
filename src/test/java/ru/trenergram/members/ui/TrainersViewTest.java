package ru.trenergram.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.TrainerExport;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class TrainersViewTest extends PanelTest {

    @Autowired
    TrainerExport export;

    private static final int STATUS = 1;
    private static final int PRICE = 2;
    private static final int TODAY = 4;
    private static final int SINCE = 5;

    @Test
    void those_who_applied_come_first() {
        long club = ownClub("PRO");
        trainer(club, "Анна");
        applicant(club, "Борис");

        open(club);

        assertThat(rows().size()).isEqualTo(2);
        assertThat(rows().getRow(0).profile().person().firstName()).isEqualTo("Борис");
        assertThat(status(0)).isEqualTo("ждёт ответа клуба");
        assertThat(status(1)).isEqualTo("в клубе");
        assertThat(page()).contains("Тренеров: 1 из 25 по тарифу · ждут ответа: 1");
    }

    @Test
    void a_row_says_the_terms_and_how_busy_the_trainer_is_today() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-11-30T12:00:00Z");
        book(trainer, client, "2026-11-30T13:00:00Z");
        book(trainer, client, "2026-12-01T13:00:00Z");

        open(club);

        assertThat(rows().getCellText(0, PRICE)).isEqualTo("2\u00a0500\u00a0₽");
        assertThat(rows().getCellText(0, TODAY)).isEqualTo("2");
        assertThat(rows().getCellText(0, SINCE)).isEqualTo("30 нояб. 2026 г.");
    }

    @Test
    void the_list_is_taken_away_as_it_is_filtered() throws IOException {
        long club = ownClub("PRO");
        trainer(club, "Анна");
        applicant(club, "Борис");
        open(club);
        assertThat(find(Download.class).all()).hasSize(2);

        var file = new ByteArrayOutputStream();
        long owner = staffMembers.owners(club).getFirst();
        export.write(owner, club, null, Status.ACTIVE, ExportFormat.CSV, Locale.of("ru"), file);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("\"Анна\"", "\"в клубе\"", "2500,00")
                .doesNotContain("Борис");
    }

    @Test
    void the_owner_approves() {
        long club = ownClub("PRO");
        long trainer = applicant(club, "Борис");

        open(club);
        approve();

        assertThat(notice()).isEqualTo("Борис теперь тренер клуба");
        assertThat(status(0)).isEqualTo("в клубе");
        assertThat(clubTrainers.ofTrainer(trainer))
                .extracting(ClubTrainer::status)
                .containsExactly(Status.ACTIVE);
    }

    @Test
    void those_who_only_look_have_nothing_to_press() {
        long club = ownClub("PRO");
        applicant(club, "Борис");
        signInAs(StaffRole.READONLY, club);

        open(club);

        assertThat(find(Button.class).withText("Принять").exists()).isFalse();
        assertThat(find(Download.class).exists()).isFalse();
        assertThat(rows().size()).isEqualTo(1);
    }

    @Test
    void a_club_without_trainers_says_how_they_come() {
        open(ownClub("PRO"));

        assertThat(find(TrainerGrid.class)
                        .single()
                        .getEmptyStateComponent()
                        .getElement()
                        .getTextRecursively())
                .contains("Тренеров пока нет");
    }

    @Test
    void search_and_status_stand_in_the_address() {
        long club = ownClub("PRO");
        trainer(club, "Анна");
        trainer(club, "Яна");
        applicant(club, "Борис");

        go("club/" + club + "/trainers?q=ан");
        assertThat(names()).containsExactly("Анна");
        go("club/" + club + "/trainers?status=applied");
        assertThat(names()).containsExactly("Борис");

        test(find(TextField.class).single()).setValue("никто");
        roundTrip();
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString())
                .contains("status=applied");
        assertThat(emptyState()).contains("Никого не нашлось");
        go("club/" + club + "/trainers?status=nonsense");
        assertThat(names()).hasSize(3);
    }

    @Test
    void a_full_club_says_so_when_it_approves_and_does_not_invite() {
        long club = ownClub("FREE");
        for (int i = 0; i < 5; i++) {
            applicant(club, "Тренер" + i);
        }
        rowsOf(club).forEach(trainer -> clubTrainers.approve(owner(club), club, trainer));

        open(club);
        assertThat(page()).contains("Тренеров: 5 из 5 по тарифу");
        test(find(Button.class).withText("Пригласить тренера").atIndex(1)).click();
        assertThat(find(InvitingDialog.class).single().getElement().getTextRecursively())
                .contains("столько тренеров, сколько позволяет тариф");
        assertThat(find(Button.class).withText("Создать приглашение").exists()).isFalse();
    }

    @Test
    void an_invitation_is_shown_once_as_a_link_and_a_code_and_can_be_taken_back() {
        long club = ownClub("PRO");
        open(club);
        test(find(Button.class).withText("Пригласить тренера").atIndex(1)).click();
        test(find(IntegerField.class).single()).setValue(3);
        test(find(Button.class).withText("Создать приглашение").single()).click();

        assertThat(find(TextField.class).withCaption("Ссылка").single().getValue())
                .contains("start=work_");
        assertThat(find(InvitingDialog.class).single().getElement().getTextRecursively())
                .contains("Принято 0 из 3, действует до 7 дек. 2026 г.");

        test(find(Button.class).withText("Отозвать").single()).click();
        assertThat(find(Button.class).withText("Отозвать").exists()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void others_of_the_staff_do_not_invite(StaffRole role) {
        long club = ownClub("PRO");
        signInAs(role, club);

        open(club);

        assertThat(find(Button.class).withText("Пригласить тренера").exists()).isFalse();
    }

    private List<String> names() {
        return IntStream.range(0, rows().size())
                .mapToObj(row -> rows().getRow(row).profile().person().fullName())
                .toList();
    }

    private List<Long> rowsOf(long club) {
        return clubTrainers.page(club, 0, 100).stream()
                .map(ClubTrainer::trainerId)
                .toList();
    }

    private long owner(long club) {
        return staffMembers.owners(club).getFirst();
    }

    private String emptyState() {
        return find(TrainerGrid.class)
                .single()
                .getEmptyStateComponent()
                .getElement()
                .getTextRecursively();
    }

    private void open(long club) {
        go("club/" + club + "/trainers");
    }

    private GridTester<Grid<TrainerRow>, TrainerRow> rows() {
        return test(find(TrainerGrid.class).single());
    }

    private String status(int row) {
        return ((StatusBadge) rows().getCellComponent(row, STATUS)).word();
    }

    private void approve() {
        Button button = (Button) rows().getCellComponent(0, 6);
        test(button).click();
    }
}
