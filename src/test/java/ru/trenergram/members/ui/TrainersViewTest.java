package ru.trenergram.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class TrainersViewTest extends PanelTest {

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
        assertThat(page()).contains("Всего: 2 · ждут ответа: 1");
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
